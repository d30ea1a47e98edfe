"""Rates of the team: a line takes the price of its year, a newer price changes no budget, and the page says so."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.models import Buurt
from menukaart.begroting import tarieven
from menukaart.plan.models import Begrotingsregel, Planactiviteit, Tarief
from menukaart.plan.plannen import begonnen_plan
from tests import mensen
from tests.pagina import pagina

pytestmark = pytest.mark.django_db
NAAM = "Wijkverpleegkundige, per uur"


@pytest.fixture
def buurt() -> Buurt:
    return mensen.buurt("tariefbuurt")


@pytest.fixture
def activiteit(buurt: Buurt) -> Planactiviteit:
    plan = begonnen_plan(buurt=buurt)
    plan.van, plan.tot = 2025, 2027
    plan.save()
    thema = plan.themas.order_by("pk")[0].thema
    return Planactiviteit.objects.create(plan=plan, thema=thema, titel="Soep", begin=2025 * 4, eind=2027 * 4 + 3)


def van(wie: Any) -> Client:
    client = Client()
    client.force_login(wie)
    return client


@pytest.fixture
def trekt(buurt: Buurt) -> Client:
    return van(mensen.lid(buurt, Netwerkrol.KARTREKKER))


def tarief(prijs: str, jaar: int, naam: str = NAAM) -> Tarief:
    return Tarief.objects.create(naam=naam, prijs=Decimal(prijs), vanaf=dt.date(jaar, 1, 1), bron="cao")


def vul(client: Client, adres: str, **velden: str) -> Any:
    staat_er = pagina(client.get(adres)).velden("main form.formulier")
    return client.post(adres, {**staat_er, **velden}, follow=True)


def nieuw(client: Client, activiteit: Planactiviteit, **velden: str) -> Any:
    adres = reverse("begrotingsregel_nieuw", args=[activiteit.plan.buurt.slug, activiteit.pk])
    return vul(client, adres, omschrijving="Werk", aantal="10", financier="gemeente", **velden)


def test_a_line_takes_the_price_of_its_year(trekt: Client, activiteit: Planactiviteit) -> None:
    oud, jong = tarief("48", 2025), tarief("50,00".replace(",", "."), 2026)
    nieuw(trekt, activiteit, jaar="2026", tarief=str(oud.pk), prijs="")
    nieuw(trekt, activiteit, jaar="2027", tarief=str(jong.pk), prijs="")
    een, twee = activiteit.regels.order_by("jaar")
    assert (een.prijs, een.tarief, twee.prijs, twee.tarief) == (Decimal(48), oud, Decimal(50), jong)
    # Another one chosen, and the old price left in its box: the choice is what counts.
    vul(trekt, reverse("begrotingsregel", args=[activiteit.plan.buurt.slug, een.pk]), tarief=str(jong.pk))
    een.refresh_from_db()
    assert (een.prijs, een.tarief) == (Decimal(50), jong)
    blad = pagina(nieuw(trekt, activiteit, jaar="2025", tarief=str(jong.pk), prijs=""))
    assert "geldt nog niet in 2025, maar vanaf 1 januari 2026" in blad.fouten()["id_tarief"]
    # A rate and another price is asked; a price of one's own follows none; without either it is asked at the field.
    blad = pagina(nieuw(trekt, activiteit, jaar="2026", tarief=str(jong.pk), prijs="61,25"))
    assert "U koos een tarief van € 50" in blad.fouten()["id_prijs"]
    nieuw(trekt, activiteit, jaar="2026", tarief="", prijs="61,25")
    eigen = activiteit.regels.get(prijs=Decimal("61.25"))
    assert eigen.tarief is None
    blad = pagina(nieuw(trekt, activiteit, jaar="2026", tarief="", prijs=""))
    assert "Vul een prijs in" in blad.fouten()["id_prijs"]
    tarief("70", 2030, "Later")
    adres = reverse("begrotingsregel_nieuw", args=[activiteit.plan.buurt.slug, activiteit.pk])
    assert "Later" not in pagina(trekt.get(adres)).tekst("#id_tarief")


def test_a_new_price_changes_no_budget_and_the_page_says_so(
    trekt: Client, activiteit: Planactiviteit, buurt: Buurt
) -> None:
    eerst = tarief("48", 2025)
    nieuw(trekt, activiteit, jaar="2026", tarief=str(eerst.pk), prijs="")
    adres = reverse("begroting", args=[buurt.slug])
    assert "tarief ‘Wijkverpleegkundige" in pagina(trekt.get(adres)).tekst("main")
    team = van(mensen.medewerker("transitieteam"))
    vast = {"naam": NAAM, "soort": "uren", "vanaf": "01-01-2026", "bron": "cao"}
    ander = Tarief.objects.create(naam="Zaal", soort="ruimte", prijs=20, vanaf=dt.date(2025, 1, 1), bron="cao")
    vooraf = pagina(team.get(f"{reverse('tarief_nieuw')}?naam=zaal")).velden("main form.formulier")
    assert (vooraf["naam"], vooraf["soort"]) == (ander.naam, "ruimte")
    assert "Staat erbij" in pagina(vul(team, reverse("tarief_nieuw"), prijs="52,50", **vast)).tekst("main")
    fout = pagina(vul(team, reverse("tarief_nieuw"), prijs="53", **vast))
    assert "is er al een prijs" in fout.fouten()["id_vanaf"]
    regel = activiteit.regels.get()
    blad = pagina(trekt.get(adres))
    assert (
        regel.prijs == 48
        and "€ 480" in blad.tekst("main")
        and "ander tarief voor dit jaar: € 52,50 vanaf 1 januari 2026" in blad.tekst("main")
    )
    # Taken over with a press, and saved by the network itself.
    (link,) = [adres for woord, adres in blad.links().items() if woord.startswith("Neem het over")]
    vul(trekt, link)
    regel.refresh_from_db()
    assert regel.prijs == Decimal("52.50") and "ander tarief" not in pagina(trekt.get(adres)).tekst("main")


def test_a_wrong_price_is_corrected_or_ended_and_the_budget_says_why(
    trekt: Client, activiteit: Planactiviteit, buurt: Buurt
) -> None:
    fout, zaal = tarief("84", 2026), tarief("20", 2025, "Zaal")
    for wat in (fout, zaal):
        nieuw(trekt, activiteit, jaar="2026", tarief=str(wat.pk), prijs="")
    team = van(mensen.medewerker("transitieteam"))
    adres = reverse("tarief_verbeteren", args=[fout.pk])
    assert trekt.get(adres).status_code == 403
    zonder = pagina(vul(team, adres, prijs="48", reden=""))
    assert "id_reden" in zonder.fouten() and zonder.velden("main form.formulier")["prijs"] == "48"
    vul(team, adres, prijs="48", reden="Per twee uur in plaats van per uur.")
    fout.refresh_from_db()
    assert fout.vervallen and (fout.vervanging.prijs, fout.vervanging.vanaf) == (Decimal(48), fout.vanaf)
    assert team.post(adres, {}).status_code == 404  # once
    vul(team, reverse("tarief_beeindigen", args=[zaal.pk]), tot="31-12-2025", reden="De zalen zijn nu gratis.")
    tekst = pagina(trekt.get(reverse("begroting", args=[buurt.slug]))).tekst("main")
    assert "Dit tarief was fout: Per twee uur in plaats van per uur. Nu is het € 48" in tekst and "€ 840" in tekst
    assert "Dit tarief geldt niet meer: De zalen zijn nu gratis." in tekst
    keuze = reverse("begrotingsregel_nieuw", args=[buurt.slug, activiteit.pk])
    assert "€ 84" not in pagina(trekt.get(keuze)).tekst("#id_tarief")
    blad = pagina(nieuw(trekt, activiteit, jaar="2026", tarief=str(zaal.pk), prijs=""))
    assert "geldt niet meer in 2026" in blad.fouten()["id_tarief"]
    lijst = pagina(trekt.get(reverse("tarieven"))).tekst("main")
    assert "verbeterd in" in lijst and "tot en met 31 december 2025" in lijst


def test_who_may_set_a_price(trekt: Client, buurt: Buurt) -> None:
    assert trekt.get(reverse("tarieven")).status_code == 200
    assert trekt.get(reverse("tarief_nieuw")).status_code == 403
    assert van(mensen.persoon()).get(reverse("tarieven")).status_code == 403


def test_the_price_of_a_year_is_the_last_that_began_by_then() -> None:
    rij = [tarief("1", 2024), tarief("2", 2026)]
    assert [tarieven.in_jaar(NAAM.upper(), jaar, rij) for jaar in (2023, 2024, 2025, 2026, 2030)] == [
        None,
        rij[0],
        rij[0],
        rij[1],
        rij[1],
    ]
    assert tarieven.standen([Begrotingsregel(jaar=2026, prijs=1)], rij) == {}
