"""Is the whole plan ready: whom it reaches, what it asks beside what is there, and one press for what is missing."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.netwerken.models import Afspraak
from menukaart.kiezen.keuzes import Keuzestand
from menukaart.kiezen.models import Buurtprofiel, Keuze
from menukaart.models import Interventie
from menukaart.plan.models import Buurtplan, Planactiviteit
from menukaart.plan.plannen import begonnen_plan
from tests import mensen
from tests.menukaart.plan.test_reis import naar
from tests.pagina import pagina

pytestmark = pytest.mark.django_db
VRAAGT = "voorzorgcirkels"  # of the demo's menu: it says what it asks, and nobody knows whether it reaches all


@pytest.fixture
def buurt() -> Buurt:
    return mensen.buurt("klaarbuurt")


@pytest.fixture
def plan(buurt: Buurt) -> Buurtplan:
    return begonnen_plan(buurt=buurt)


@pytest.fixture
def trekt(buurt: Buurt) -> Client:
    client = Client()
    client.force_login(mensen.lid(buurt, Netwerkrol.KARTREKKER))
    return client


def zet(plan: Buurtplan, slug: str, **velden: Any) -> Planactiviteit:
    """In the plan, and chosen before."""
    wat = Interventie.objects.get(slug=slug, locale__language_code="nl")
    besloten = {"naam": wat.title, "stand": Keuzestand.GEKOZEN}
    Keuze.objects.update_or_create(buurt=plan.buurt, pagina=wat, defaults=besloten)
    thema = plan.themas.order_by("pk")[0].thema
    vast = {"titel": wat.title, "begin": plan.van * 4, "eind": plan.tot * 4 + 3}
    return Planactiviteit.objects.create(plan=plan, thema=thema, keuze=wat, **vast | velden)


def speciaal() -> Interventie:
    return (
        Interventie.objects.live()
        .filter(locale__language_code="nl", ses_geschiktheid="speciaal-lage-ses")
        .order_by("pk")[0]
    )


def test_a_plan_that_reaches_nobody_with_few_chances_says_so_and_what_could(
    trekt: Client, buurt: Buurt, plan: Buurtplan
) -> None:
    zet(plan, VRAAGT)
    assert pagina(trekt.get(naar("plan_klaar", buurt))).heeft("a[href^='/menukaart/?ses=speciaal']")  # nothing matches
    wat = set(
        Interventie.objects.get(pk=speciaal().pk).begrippen.filter(soort="uitdaging").values_list("code", flat=True)
    )
    Buurtprofiel.objects.create(buurt=buurt, eerst=sorted(wat))  # what the network named itself counts too
    assert "Niets in dit plan" in pagina(trekt.get(naar("buurtplan", buurt))).tekst(".melding.let-op")
    blad = pagina(trekt.get(naar("plan_klaar", buurt)))
    assert "Niets hiervan is gemaakt voor" in blad.tekst("section.let-op-rand")
    ander = list(blad.alle("form[action$='/keuzes/erbij/'] input[name=apart]"))
    assert ander, "alternatives"
    trekt.post(naar("keuze_erbij", buurt), {"apart": [str(knoop["value"]) for knoop in ander]})
    daarna = pagina(trekt.get(naar("plan_klaar", buurt)))
    assert not daarna.heeft("[name=apart]") and "staan al op uw keuzelijst" in daarna.tekst("main")
    assert Keuze.objects.filter(buurt=buurt, stand=Keuzestand.OVERWOGEN).count() == len(ander)
    zet(plan, speciaal().slug)
    blad = pagina(trekt.get(naar("plan_klaar", buurt)))
    assert not blad.heeft(".let-op-rand") and speciaal().title in blad.tekst("section[aria-labelledby=ses-kop]")
    # What stopped reaches nobody any more.
    plan.activiteiten.filter(keuze__slug=speciaal().slug).update(stand="gestopt")
    assert pagina(trekt.get(naar("plan_klaar", buurt))).heeft(".let-op-rand")


def test_what_is_missing_becomes_something_to_do_in_one_press(trekt: Client, buurt: Buurt, plan: Buurtplan) -> None:
    a = zet(plan, VRAAGT)
    adres, bewaren = naar("plan_klaar", buurt), naar("plan_klaar_bewaren", buurt)
    velden = [str(k["name"]) for k in pagina(trekt.get(adres)).alle("select[name^=er_]")]
    assert len(velden) > 2
    eerste, tweede, *rest = velden
    antwoorden = {eerste: "nee", tweede: "ja", **dict.fromkeys(rest, "nee")}
    for _keer in range(2):  # pressed twice: no agreement stands there twice
        trekt.post(bewaren, {**antwoorden, "afspraken": "alle"})
    teksten = list(Afspraak.objects.filter(buurt=buurt).values_list("wat", flat=True))
    assert len(teksten) == len(velden) - 1 and all(tekst.startswith(f"Regel voor {a.titel}") for tekst in teksten)
    blad = pagina(trekt.get(adres))
    assert blad.velden("form[action$='/klaar/bewaren/']")[tweede] == "ja"
    assert not blad.heeft("button[name=afspraken]")
    assert blad.teksten(".klaarkeus .label") == ["staat op de lijst"] * len(teksten)


def test_a_missing_thing_as_an_activity_comes_before_the_one_that_asks_it(
    trekt: Client, buurt: Buurt, plan: Buurtplan
) -> None:
    a = zet(plan, VRAAGT)
    adres, bewaren = naar("plan_klaar", buurt), naar("plan_klaar_bewaren", buurt)
    veld = str(pagina(trekt.get(adres)).alle("select[name^=er_]")[0]["name"])
    trekt.post(bewaren, {veld: "nee"})
    sleutel = veld.removeprefix("er_")
    assert pagina(trekt.get(adres)).heeft(f"button[name=activiteit][value='{sleutel}']")
    for _keer in range(2):
        trekt.post(bewaren, {veld: "nee", "activiteit": sleutel})
    nieuw = plan.activiteiten.exclude(pk=a.pk).get()
    a.refresh_from_db()
    assert nieuw.titel.startswith(f"Regel voor {a.titel}") and a.na == nieuw and nieuw.thema == a.thema
    assert nieuw.uitleg not in nieuw.titel, "a title for a row; the whole sentence stands below it"
    assert "staat op de lijst" in pagina(trekt.get(adres)).teksten(".klaarkeus .label")
    # A key of another network's choice, or nonsense, makes nothing.
    daar = begonnen_plan(buurt=mensen.buurt("elders"))
    zet(daar, VRAAGT)
    andere = Keuze.objects.get(buurt=daar.buurt)
    for vals in (f"{andere.pk}-0", "x", f"{andere.pk}-999"):
        trekt.post(bewaren, {"activiteit": vals, f"er_{andere.pk}-0": "nee"})
    andere.refresh_from_db()
    assert andere.aanwezig == {} and plan.activiteiten.count() == 2


def test_reading_along_changes_nothing_and_an_empty_plan_says_where_to_begin(
    trekt: Client, buurt: Buurt, plan: Buurtplan
) -> None:
    assert "Er staat nog niets in het plan" in pagina(trekt.get(naar("plan_klaar", buurt))).tekst("main")
    zet(plan, VRAAGT)
    team = Client()
    team.force_login(mensen.medewerker("transitieteam"))
    assert not pagina(team.get(naar("plan_klaar", buurt))).heeft("main form")
    assert team.post(naar("plan_klaar_bewaren", buurt), {}).status_code == 403
