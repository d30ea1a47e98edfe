"""A list of neighbourhoods of which not all is right: what is good goes in, what is not waits, and all of it goes back."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.models import Buurt, Lidmaatschap
from kennisplatform.register import nachtstand, terugdraaien
from kennisplatform.register.models import Buurtinvoer, Criterium
from kennisplatform.register.naamkeuze import NIEUW, veldnaam
from tests import mensen
from tests.pagina import pagina

pytestmark = pytest.mark.django_db
ADRES = "/register/invoeren/"
KOP = "cbs_code;naam;gemeente;partner;coach"


@pytest.fixture
def team(client: Client) -> Client:
    client.force_login(mensen.medewerker("transitieteam"))
    mensen.buurt("a-wijk")  # of Proefzorg
    return client


def bewaar(team: Client, *regels: str, hoe: str = "1", **velden: str) -> Any:
    return team.post(ADRES, {"lijst": "\n".join([KOP, *regels]), "bewaar": hoe} | velden, follow=True)


def test_good_rows_go_in_and_the_others_wait(team: Client) -> None:
    goed, fout = ";Goedwijk;Proefstad;Proefzorg;", ";Foutwijk;Proefstad;Proefzorg;niemand@x.example"
    assert bewaar(team, goed, fout).status_code == 200 and not Buurt.objects.filter(naam="Goedwijk").exists()
    antwoord = bewaar(team, goed, fout, hoe="goede")
    assert Buurt.objects.filter(naam="Goedwijk").exists() and not Buurt.objects.filter(naam="Foutwijk").exists()
    blad = pagina(antwoord)
    assert "één nieuwe buurt, 0 bijgewerkt" in blad.tekst() and "Eén regel wacht hieronder" in blad.tekst()
    wacht = antwoord.context["formulier"]["lijst"].value()
    assert "Foutwijk" in wacht and "Goedwijk" not in wacht
    bestand = team.post(ADRES, {"lijst": wacht, "rest": "1"})
    tekst = bestand.content.decode("utf-8-sig")
    assert "attachment" in bestand["Content-Disposition"] and "coach: Er is geen account" in tekst
    kop, rij, _leeg = tekst.split("\n")
    verbeterd = "\n".join([kop, rij.replace("niemand@x.example", "")])  # the column that says what was wrong may stay
    team.post(ADRES, {"lijst": verbeterd, "bewaar": "1"})
    assert Buurt.objects.filter(naam="Foutwijk").exists()
    assert "Verbeter de rest" in pagina(team.get(ADRES)).tekst()
    Buurtinvoer.objects.update(op=timezone.now() - dt.timedelta(days=31))
    terugdraaien.ruim_op()
    assert "Verbeter de rest" not in pagina(team.get(ADRES)).tekst()
    assert team.get(ADRES, {"rest": "9" * 30}).status_code == 200


def test_an_unknown_partner_is_a_decision(team: Client) -> None:
    regels = [";Een;Proefstad;Proefzorg;", ";Twee;Proefstad;Proefzog;", ";Drie;Proefstad;Xyzzy Thuis;"]
    antwoord = bewaar(team, *regels)
    formulier = antwoord.context["formulier"]
    vragen = {veld.name: veld.label for veld in formulier.naamvragen}
    assert (
        list(vragen) == [veldnaam("Proefzog"), veldnaam("Xyzzy Thuis")] and "‘Proefzog’" in vragen[veldnaam("Proefzog")]
    )
    assert all("Kies wat dit is" in str(formulier.errors[naam]) for naam in vragen)
    assert not Buurt.objects.filter(naam="Een").exists()
    eerste = formulier.fields[veldnaam("Proefzog")].choices[1]
    assert eerste == ("Proefzorg", "Dit is ‘Proefzorg’")  # the nearest comes first
    half = bewaar(team, *regels, **{veldnaam("Proefzog"): "Proefzorg", veldnaam("Xyzzy Thuis"): "Bestaat Niet"})
    assert set(half.context["formulier"].errors) == {veldnaam("Xyzzy Thuis")}
    bewaar(team, *regels, **{veldnaam("Proefzog"): "Proefzorg", veldnaam("Xyzzy Thuis"): NIEUW})
    assert dict(Buurt.objects.filter(naam__in=["Twee", "Drie"]).values_list("naam", "partner")) == {
        "Twee": "Proefzorg",
        "Drie": "Xyzzy Thuis",
    }


def _heet(naam: str) -> list[str]:
    """The municipalities of the neighbourhoods of that name."""
    return sorted(Buurt.objects.filter(naam=naam).values_list("gemeente", flat=True))


def test_a_municipality_that_is_nearly_one_of_ours_is_a_decision(team: Client) -> None:
    """'Proefsatd' went in as a new municipality, and its neighbourhood a second time, without a word."""
    staat = mensen.buurt("b-wijk")
    Buurt.objects.filter(pk=staat.pk).update(naam="Havenkwartier")
    regels = [";Havenkwartier;Proefsatd;Proefzorg;", ";Duinwijk;Vlissingen;Proefzorg;", ";Nieuw;PROEFSTAD ;Proefzorg;"]
    blad = bewaar(team, *regels)
    naam = veldnaam("Proefsatd", "gemeente")
    assert [veld.name for veld in blad.context["formulier"].naamvragen] == [naam]
    assert "Bedoelt u ‘Proefstad’?" in pagina(blad).tekst("main") and not _heet("Nieuw")
    assert "komen erbij: Vlissingen." in pagina(blad).tekst("main")  # like none of ours: told, not asked
    bewaar(team, *regels, **{naam: "Proefstad"})
    assert _heet("Havenkwartier") == ["Proefstad"] and _heet("Nieuw") == ["Proefstad"]
    bewaar(team, regels[0], **{naam: NIEUW})
    assert _heet("Havenkwartier") == ["Proefsatd", "Proefstad"]


def test_two_spellings_of_what_is_new_are_asked_once(team: Client) -> None:
    """Both were new: one municipality came in as two."""
    regels = [
        f";Wijk {n};{naam};Proefzorg;" for n, naam in enumerate(["Vlisingen", "Vlissingen", "vlissingen", "Vlissingen"])
    ]
    blad = bewaar(team, *regels)
    naam = veldnaam("Vlisingen", "gemeente")
    assert [veld.name for veld in blad.context["formulier"].naamvragen] == [naam]
    assert "komen erbij: Vlissingen." in pagina(blad).tekst("main")
    bewaar(team, *regels, **{naam: "Vlissingen"})
    assert [_heet(f"Wijk {n}") for n in range(4)] == [["Vlissingen"]] * 4


def test_a_list_is_taken_back_as_a_whole(team: Client) -> None:
    coach = mensen.persoon("coach")
    oud = mensen.buurt("oud")
    Buurt.objects.filter(pk=oud.pk).update(cbs_code="BU09990011", regio="West")
    bewaar(
        team,
        f";Nieuwwijk;Proefstad;Proefzorg;{coach.email}",
        ";Drukwijk;Proefstad;Proefzorg;",
        "BU09990011;Oud Anders;Elders;Proefzorg;",
    )
    (lijst,) = Buurtinvoer.objects.all()
    nachtstand.meet()  # a night is nobody's work
    druk = Buurt.objects.get(naam="Drukwijk")
    mensen.lid(druk, Netwerkrol.KARTREKKER)  # somebody went on with this one
    Buurt.objects.filter(pk=oud.pk).update(gemeente="Nog Elders")  # and corrected this one
    adres = reverse("register_invoer", args=[lijst.pk])
    tekst = pagina(team.get(adres)).tekst()
    assert "intussen mee gewerkt (lidmaatschappen)" in tekst and "Intussen gewijzigd, dit blijft: gemeente" in tekst
    assert Buurt.objects.filter(naam="Nieuwwijk").exists()  # looking changes nothing
    gedaan = pagina(team.post(adres, follow=True)).tekst()
    assert "Dit bleef staan: Drukwijk" in gedaan and "Teruggedraaid op" in gedaan
    assert (
        not Buurt.objects.filter(naam="Nieuwwijk").exists() and not Lidmaatschap.objects.filter(persoon=coach).exists()
    )
    oud.refresh_from_db()
    assert (oud.naam, oud.gemeente, oud.regio) == ("Oud", "Nog Elders", "West")
    assert Buurt.objects.filter(naam="Drukwijk").exists()
    assert "niets meer om terug te draaien" in pagina(team.post(adres, follow=True)).tekst()
    Lidmaatschap.objects.filter(buurt=druk).delete()
    assert "Draai terug wat nu kan" in pagina(team.get(adres)).tekst()
    team.post(adres)
    assert not Buurt.objects.filter(naam="Drukwijk").exists()
    oud.refresh_from_db()
    assert (oud.naam, oud.gemeente) == ("Oud", "Nog Elders")  # and what was put back is left alone
    team.force_login(mensen.medewerker("redacteur"))
    assert team.get(adres).status_code == 403


def test_what_the_team_found_of_a_neighbourhood_is_not_taken_back(team: Client) -> None:
    bewaar(team, ";Eenwijk;Proefstad;Proefzorg;", ";Tweewijk;Proefstad;Proefzorg;")
    een, twee = (Buurt.objects.get(naam=naam) for naam in ("Eenwijk", "Tweewijk"))
    Criterium.objects.create(buurt=een, naam="burgers", oordeel="ja", grond="Bewonersavond van mei")
    Criterium.objects.create(buurt=twee, naam="burgers", oordeel="onbekend")  # as saving its record leaves it
    assert [bool(weg.blijft) for weg in terugdraaien.bekijk(Buurtinvoer.objects.get())] == [True, False]


def test_looking_asks_the_same_for_few_as_for_many(team: Client) -> None:
    def vragen(aantal: int) -> int:
        bewaar(team, *(f";Wijk {aantal} {n};Proefstad;Proefzorg;" for n in range(aantal)))
        with CaptureQueriesContext(connection) as gevangen:
            assert len(terugdraaien.bekijk(Buurtinvoer.objects.first())) == aantal
        return len(gevangen)

    assert vragen(2) == vragen(40)


def test_what_of_a_list_does_not_go_in_is_told(team: Client) -> None:
    """Two columns of one name (the last one won), a day that Excel made of a name, a column that is not known here."""
    blad = team.post(ADRES, {"lijst": "naam;gemeente;gemeente;partner\nX;Nijmegen;Emmen;Proefzorg"})
    assert "‘gemeente’ staat er twee keer" in pagina(blad).tekst("main")
    blad = team.post(ADRES, {"lijst": "naam;gemeente;partner;inwoners;inwoners\n2026-05-12;Emmen;Proefzorg;4;5"})
    assert "Hier maakte Excel een datum van" in pagina(blad).tekst("main")
    blad = team.post(
        ADRES, {"lijst": "naam;gemeente;partner;inwoners;CBS code\nX;Emmen;Proefzorg;4;ＢＵ０２６８００１１"}
    )
    gelezen = pagina(blad).tekst("main")
    assert "nemen wij niet over: inwoners." in gelezen and "BU02680011" in gelezen
