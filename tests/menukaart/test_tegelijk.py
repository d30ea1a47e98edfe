"""Two people, two sessions, one record: what only one of them changed merges, what both changed is asked."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.models import Buurt
from menukaart.begroting.models import Commissievraag, Indiening
from menukaart.kiezen import keuzelijst, profielen
from menukaart.kiezen.models import Keuze
from menukaart.models import Interventie
from menukaart.plan.models import Beeldkracht, Buurtbeeld, Buurtplan, Planthema
from menukaart.plan.plannen import begonnen_plan
from tests import mensen
from tests.menukaart.plan.hulp import vol
from tests.pagina import pagina
from tests.site.test_rechten import client_van

pytestmark = pytest.mark.django_db


@pytest.fixture
def hier() -> Buurt:
    return mensen.buurt("hier")


@pytest.fixture
def twee(hier: Buurt) -> tuple[Client, Client]:
    return client_van(mensen.lid(hier, Netwerkrol.KARTREKKER)), client_van(mensen.lid(hier))


def open_(client: Client, adres: str) -> dict[str, Any]:
    """What the form of a page holds when somebody opens it."""
    return dict(pagina(client.get(adres)).velden("main form.formulier"))


def test_the_profile_of_a_neighbourhood(hier: Buurt, twee: tuple[Client, Client]) -> None:
    een, ander = twee
    adres, bewaren = (reverse(naam, args=[hier.slug]) for naam in ("buurtprofiel", "buurtprofiel_bewaren"))
    een.post(bewaren, open_(een, f"{adres}?eerst=eenzame-bewoners&uren=4"))
    # Both go through the questions; one changed the hours, the other whom it is for.
    van_een = open_(een, f"{adres}?eerst=eenzame-bewoners&uren=8")
    van_ander = open_(ander, f"{adres}?eerst=eenzame-bewoners&uren=4&voor=kwetsbare-ouderen")
    een.post(bewaren, van_een)
    assert ander.post(bewaren, van_ander | {"krachten": "Een koor"}).status_code == 302
    nu = profielen.van(hier)
    assert nu and (nu.antwoorden.uren, nu.antwoorden.voor, nu.krachten) == (8, ("kwetsbare-ouderen",), "Een koor")
    # Both changed the same answer: the second is asked, and nothing is kept yet.
    staat = f"{adres}?eerst=eenzame-bewoners&voor=kwetsbare-ouderen"
    van_een, van_ander = open_(een, f"{staat}&uren=10"), open_(ander, f"{staat}&uren=2")
    een.post(bewaren, van_een)
    botst = pagina(ander.post(bewaren, van_ander))
    assert "10" in botst.teksten("blockquote") and "Iemand anders wijzigde dit intussen" in botst.tekst(".melding.fout")
    nu = profielen.van(hier)
    assert nu and nu.antwoorden.uren == 10
    opnieuw = dict(botst.velden("main form.formulier"))
    assert opnieuw["uren"] == "2"
    ander.post(bewaren, opnieuw | {"neem_uren": "1", "krachten": "Twee koren"})
    nu = profielen.van(hier)
    assert nu and (nu.antwoorden.uren, nu.krachten) == (10, "Twee koren")


def test_a_profile_that_would_be_replaced_is_shown_beside_the_new_one(hier: Buurt, twee: tuple[Client, Client]) -> None:
    een, ander = twee
    adres, bewaren = (reverse(naam, args=[hier.slug]) for naam in ("buurtprofiel", "buurtprofiel_bewaren"))
    een.post(bewaren, open_(een, f"{adres}?eerst=eenzame-bewoners&uren=4"))
    blad = pagina(ander.get(f"{adres}?eerst=vallen-ouderen"))
    assert "Nu bewaard: 4" in blad.tekst("dl") and "nog niet bewaard" in blad.tekst(".melding.let-op")
    assert not pagina(ander.get(adres)).heeft(".melding.let-op")
    geen_lid = client_van(mensen.medewerker("transitieteam"))
    assert not pagina(geen_lid.get(adres)).heeft("main form.formulier") and geen_lid.post(bewaren).status_code == 403


def test_the_years_of_a_plan(hier: Buurt, twee: tuple[Client, Client]) -> None:
    plan, adres = begonnen_plan(buurt=hier), reverse("buurtplan_jaren", args=[hier.slug])
    een, ander = twee
    van_een, van_ander = open_(een, adres), open_(ander, adres)
    een.post(adres, van_een | {"inwoners": "4100"})
    assert ander.post(adres, van_ander | {"tot": str(plan.tot + 1)}).status_code == 302
    nu = Buurtplan.objects.get(pk=plan.pk)
    assert (nu.inwoners, nu.tot) == (4100, plan.tot + 1)
    botst = pagina(ander.post(adres, van_ander | {"inwoners": "9000"}))
    assert "4100" in botst.teksten("blockquote") and Buurtplan.objects.get(pk=plan.pk).inwoners == 4100


def test_an_answer_to_the_committee(hier: Buurt, twee: tuple[Client, Client]) -> None:
    een, ander = twee
    pks = vol(hier, door=mensen.lid(hier))
    adres = reverse("commissievraag", args=[hier.slug, pks["vraag"]])
    van_een, van_ander = open_(een, adres), open_(ander, adres)
    een.post(adres, van_een | {"tekst": "Er is geen andere zaal"})
    botst = pagina(ander.post(adres, van_ander | {"tekst": "De zaal is gratis"}))
    assert "Er is geen andere zaal" in botst.teksten("blockquote") and botst.tekst("textarea") == "De zaal is gratis"
    assert Commissievraag.objects.get(pk=pks["vraag"]).antwoord == "Er is geen andere zaal"
    Indiening.objects.filter(pk=pks["indiening"]).update(besluit="akkoord")
    assert een.post(adres, van_een | {"tekst": "te laat"}).status_code == 404


def test_what_the_team_answers_takes_nothing_back_that_the_network_wrote(hier: Buurt) -> None:
    """Read before the network saved, written after it."""
    plan = begonnen_plan(buurt=hier)
    plan.themas.update(niet_nu=True, reden="later")
    rij = plan.themas.select_related("thema").exclude(thema__code="zorgzame-buurt").first()
    assert rij
    adres = reverse("plan_antwoord", args=[hier.slug, rij.thema.code])
    een, ander = (client_van(mensen.medewerker("transitieteam")) for _n in range(2))
    van_een, van_ander = open_(een, adres), open_(ander, adres)
    Planthema.objects.filter(pk=rij.pk).update(reden="later, want de school is dicht", versie=rij.versie + 1)
    een.post(adres, van_een | {"antwoord": "Goed"})
    rij.refresh_from_db()
    assert (rij.reden, rij.antwoord) == ("later, want de school is dicht", "Goed")
    assert "Goed" in pagina(ander.post(adres, van_ander | {"antwoord": "Liever niet"})).teksten("blockquote")


def test_why_a_choice_stands_there_and_what_is_done_otherwise(hier: Buurt, twee: tuple[Client, Client]) -> None:
    een, ander = twee
    Interventie.objects.filter(slug="in-balans").update(werkzame_elementen="Samen oefenen\nThuis oefenen")
    pagina_ = Interventie.objects.get(slug="in-balans")
    (keuze,) = keuzelijst.leg(buurt=hier, paginas=[pagina_], waarom="Begin", door=mensen.lid(hier))
    waarom, anders = (reverse(naam, args=[hier.slug, keuze.pk]) for naam in ("keuze_waarom", "keuze_aanpassing"))
    van_een, van_ander = open_(een, waarom), open_(ander, waarom)
    een.post(waarom, van_een | {"waarom": "Van een"})
    botst = pagina(ander.post(waarom, van_ander | {"waarom": "Van ander"}))
    assert "Van een" in botst.teksten("blockquote") and botst.tekst("textarea") == "Van ander"
    ander.post(waarom, dict(botst.velden("main form.formulier")) | {"waarom": "Samen"})
    assert Keuze.objects.get(pk=keuze.pk).waarom == "Samen"
    # A text and the boxes below it are two things: they merge.
    van_een, van_ander = open_(een, anders), open_(ander, anders)
    een.post(anders, van_een | {"geraakt": ["Thuis oefenen"]})
    assert ander.post(anders, van_ander | {"aangepast": "In de kerk"}).status_code == 302
    nu = Keuze.objects.get(pk=keuze.pk)
    assert (nu.aangepast, nu.geraakt) == ("In de kerk", ["Thuis oefenen"])
    botst = pagina(ander.post(anders, van_ander | {"geraakt": ["Samen oefenen"]}))
    assert "Thuis oefenen" in botst.teksten("blockquote") and Keuze.objects.get(pk=keuze.pk).geraakt == [
        "Thuis oefenen"
    ]


def test_words_about_what_is_gone_by_now_come_back(hier: Buurt, twee: tuple[Client, Client]) -> None:
    een, ander = twee
    kracht = Beeldkracht.objects.create(beeld=Buurtbeeld.objects.create(buurt=hier), tekst="Soep op vrijdag")
    adres = reverse("buurtbeeld_wijzigen", args=[hier.slug, "kracht", kracht.pk])
    van_ander = open_(ander, adres)
    een.post(reverse("buurtbeeld_weg", args=[hier.slug, "kracht", kracht.pk]))
    weg = ander.post(adres, van_ander | {"tekst": "Soep op vrijdag, met zestig mensen aan tafel"})
    assert weg.status_code == 404 and "met zestig mensen aan tafel" in pagina(weg).tekst("main")
    assert "zestig" not in Client().post("/bestaat/niet/", {"tekst": "met zestig mensen aan tafel"}).content.decode()
