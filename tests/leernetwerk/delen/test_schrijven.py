"""Writing an example: kept by itself, by two people at once, and nothing lost whatever happens meanwhile."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from kennisplatform.deelnemers.models import Buurt, Gebruiker, Lidmaatschap
from leernetwerk.delen import schrijven
from leernetwerk.delen.keuzes import Stand
from leernetwerk.delen.models import Inzending, Terzijde
from tests import mensen, voorbeelden
from tests.leernetwerk.hulp import client, stap

pytestmark = pytest.mark.django_db


def test_half_a_story_is_kept_and_asks_nothing_yet(schrijver: Gebruiker, hier: Buurt) -> None:
    leeg = schrijven.begin(buurt=hier, door=schrijver)
    antwoord = client(schrijver).post(stap(leeg, "verhaal"), {"titel": "Iets", "aanleiding": "", "gezien": "0"})
    assert antwoord["Location"] == stap(leeg, "geleerd")
    leeg.refresh_from_db()
    assert leeg.titel == "Iets" and leeg.versie == 1


def test_saving_by_itself_gives_the_new_version_and_advice(schrijver: Gebruiker, concept: Inzending) -> None:
    tekst = "Mevrouw Jansen belde elke dag. " + "een " * 30 + "zin."
    antwoord = client(schrijver).post(
        stap(concept, "verhaal"),
        {"titel": "x", "aanleiding": tekst, "aanpak": "y", "gezien": "0"},
        headers={"X-Bewaar": "1"},
    )
    uit = antwoord.json()
    assert uit["versie"] == 1 and uit["botsing"] == []
    assert "Mevrouw Jansen" in uit["advies"]["aanleiding"][0] and "lange zin" in uit["advies"]["aanleiding"][1]
    concept.refresh_from_db()
    assert concept.aanleiding == tekst


def test_two_people_in_one_field_see_both_texts(hier: Buurt, schrijver: Gebruiker, concept: Inzending) -> None:
    ander = client(mensen.lid(hier, "gemeente"))
    client(schrijver).post(
        stap(concept, "verhaal"), {"titel": "x", "aanleiding": "Van de eerste", "aanpak": "y", "gezien": "0"}
    )
    velden = {"titel": "x", "aanleiding": "Van de tweede", "aanpak": "Mijn aanpak", "gezien": "0"}
    antwoord = ander.post(stap(concept, "verhaal"), velden)
    tekst = antwoord.content.decode()
    assert "Iemand anders schreef hier intussen dit" in tekst and "Van de eerste" in tekst and "Van de tweede" in tekst
    concept.refresh_from_db()
    assert concept.aanleiding == "Van de eerste"
    # Whoever saves again has seen it and means it; the other text is put aside, not lost.
    ander.post(stap(concept, "verhaal"), velden | {"gezien": str(concept.versie)})
    concept.refresh_from_db()
    assert (concept.aanleiding, concept.aanpak) == ("Van de tweede", "Mijn aanpak")
    assert Terzijde.objects.get(veld="aanleiding").tekst == "Van de eerste"
    assert "Van de eerste" in client(schrijver).get(concept.get_absolute_url()).content.decode()


def test_two_people_in_different_fields_do_not_hinder_each_other(
    hier: Buurt, schrijver: Gebruiker, concept: Inzending
) -> None:
    ander = mensen.lid(hier, "gemeente")
    schrijven.bewaar(inzending=concept, velden={"aanleiding": "Van de eerste"}, gezien=0, door=schrijver)
    bewaard = schrijven.bewaar(inzending=concept, velden={"uren": "2 uur"}, gezien=0, door=ander)
    assert not bewaard.botsing
    assert (bewaard.inzending.aanleiding, bewaard.inzending.uren) == ("Van de eerste", "2 uur")


def test_too_long_is_told_at_the_field_and_the_rest_stays(schrijver: Gebruiker, concept: Inzending) -> None:
    antwoord = client(schrijver).post(
        stap(concept, "verhaal"), {"titel": "Nieuwe titel", "aanleiding": "a" * 6001, "aanpak": "b", "gezien": "0"}
    )
    assert "langer dan 6.000 tekens" in str(antwoord.context["formulier"].errors["aanleiding"])
    assert "a" * 6001 in antwoord.content.decode()
    concept.refresh_from_db()
    assert concept.titel == "Nieuwe titel" and concept.aanleiding == voorbeelden.VERHAAL["aanleiding"]


def test_script_in_every_field_stays_text(schrijver: Gebruiker, concept: Inzending) -> None:
    vuil = "<script>alert(1)</script>"
    for code, velden in {
        "verhaal": ("titel", "aanleiding", "aanpak"),
        "geleerd": ("wat_werkte", "wat_niet_werkte"),
    }.items():
        client(schrijver).post(
            stap(concept, code), dict.fromkeys(velden, vuil) | {"uitkomst": "werkte", "staat": "loopt"}
        )
    for adres in (stap(concept, "verhaal"), stap(concept, "nakijken"), concept.get_absolute_url(), reverse("delen")):
        tekst = client(schrijver).get(adres).content.decode()
        assert vuil not in tekst and "&lt;script&gt;" in tekst


def test_who_lost_their_membership_gets_their_text_back(schrijver: Gebruiker, concept: Inzending) -> None:
    open_ = client(schrijver)
    Lidmaatschap.objects.filter(persoon=schrijver).delete()
    mooi = "Een lange tekst die niet verloren mag gaan."
    antwoord = open_.post(stap(concept, "verhaal"), {"titel": "x", "aanleiding": mooi, "gezien": "0"})
    assert antwoord.status_code == 403 and mooi in antwoord.content.decode()
    concept.refresh_from_db()
    assert concept.aanleiding != mooi


def test_who_was_signed_out_gets_their_text_back(concept: Inzending) -> None:
    mooi = "Een lange tekst die niet verloren mag gaan."
    antwoord = Client().post(stap(concept, "verhaal"), {"titel": "x", "aanleiding": mooi, "gezien": "0"})
    assert antwoord.status_code == 403 and mooi in antwoord.content.decode()


def test_after_handing_in_nobody_writes_into_it_unnoticed(schrijver: Gebruiker, concept: Inzending) -> None:
    concept.stand = Stand.INGEDIEND
    concept.save()
    mooi = "Deze tekst kwam net te laat binnen."
    antwoord = client(schrijver).post(stap(concept, "verhaal"), {"titel": "x", "aanleiding": mooi, "gezien": "0"})
    assert antwoord.status_code == 409 and mooi in antwoord.content.decode()
    vanzelf = client(schrijver).post(stap(concept, "verhaal"), {"titel": "x"}, headers={"X-Bewaar": "1"})
    assert vanzelf.status_code == 409 and vanzelf.json() == {"gesloten": True}


def test_searching_for_an_intervention_forgives_a_slip(schrijver: Gebruiker, concept: Inzending) -> None:
    antwoord = client(schrijver).get(stap(concept, "plek") + "?zoek=valprevensie")
    namen = [naam for _pk, naam in antwoord.context["formulier"].fields["gebruikt"].choices]
    assert any("val" in naam.lower() for naam in namen) and len(namen) <= 13


def test_a_page_nobody_may_see_can_not_be_chosen(schrijver: Gebruiker, concept: Inzending) -> None:
    geheim = voorbeelden.Interventie.objects.get(slug="in-balans")
    geheim.unpublish()
    antwoord = client(schrijver).post(stap(concept, "plek"), {"gebruikt": [geheim.pk], "lezers": "openbaar"})
    assert "gebruikt" in antwoord.context["formulier"].errors
