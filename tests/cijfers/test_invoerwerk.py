"""Taking in a file beside the request: how far it is, what was broken off, and what is odd in a file without being wrong."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kennisplatform.cijfers.invoer import werk
from kennisplatform.cijfers.invoer.lezing import MEESTE_FOUTEN, Opdracht, Stapsoort
from kennisplatform.cijfers.invoer.opnemen import neem_op
from kennisplatform.cijfers.models import Cijfer, Cijferbron, Cijferinvoer
from kennisplatform.cijfers.opruimen import WACHT, ruim_op
from tests import mensen
from tests.cijfers.hulp import KWB, haal, nu
from tests.pagina import pagina

pytestmark = pytest.mark.django_db
Stand = Cijferinvoer.Stand
KOP = "WijkenEnBuurten;AantalInwoners_5;Koopwoningen_47\n"


@pytest.fixture
def team(client: Client) -> Client:
    client.force_login(mensen.medewerker("transitieteam"))
    return client


def invoer(stand: str, inhoud: str = KWB, naam: str = "kwb_2026.csv", **meer: Any) -> Cijferinvoer:
    bron = Cijferbron.objects.get(code="85984NED")
    meer = {"gestart": timezone.now(), **meer}
    return Cijferinvoer.objects.create(bestand=naam, afdruk="x", bron=bron, rauw=inhoud.encode(), stand=stand, **meer)


def stand(rij: Cijferinvoer) -> str:
    return Cijferinvoer.objects.values_list("stand", flat=True).get(pk=rij.pk)


def test_meanwhile_the_page_says_how_far_it_is(team: Client) -> None:
    rij = invoer(Stand.NAKIJKEN)
    adres = reverse("cijferinvoer", args=[rij.pk])
    assert "Wij beginnen." in pagina(team.get(adres)).tekst("main")
    for wat, zegt in (
        (Stapsoort.LEZEN, "3.000 van 14.574 rijen gelezen."),
        (Stapsoort.SCHRIJVEN, "3.000 van 14.574 cijfers weggeschreven."),
    ):
        cache.set(f"cijferinvoer:{rij.pk}", (wat.value, 3000, 14574, time.time()), 60)
        antwoord = team.get(adres)
        blad = pagina(antwoord)
        assert zegt in blad.tekst("main") and antwoord.headers["Refresh"]
        assert blad.heeft('progress[value="3000"][max="14574"]') and not blad.heeft("button[name=bewaar]")
    cache.set(f"cijferinvoer:{rij.pk}", (Stapsoort.LEZEN.value, 500, 0, time.time()), 60)
    assert "500 rijen gelezen." in pagina(team.get(adres)).tekst("main"), "a workbook tells its length at its end"
    cache.delete(f"cijferinvoer:{rij.pk}")


@pytest.mark.parametrize("soort", [Stand.NAKIJKEN, Stand.OPNEMEN, Stand.TERUGNEMEN])
def test_what_was_broken_off_is_gone_on_with(
    team: Client, soort: str, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    eerst = nu("BU03920105", "inwoners", "2026")
    rij = invoer(soort, gestart=timezone.now() - WACHT, terug_reden="verkeerd jaar")
    if soort == Stand.TERUGNEMEN:
        Cijferinvoer.objects.filter(pk=rij.pk).update(stand=Stand.OPNEMEN)
        werk.voer_uit.call(rij.pk)
        Cijferinvoer.objects.filter(pk=rij.pk).update(stand=soort, gestart=timezone.now() - WACHT)
    adres = reverse("cijferinvoer", args=[rij.pk])
    antwoord = team.get(adres)
    assert "Er is niets half opgenomen." in pagina(antwoord).tekst("main") and "Refresh" not in antwoord.headers
    with django_capture_on_commit_callbacks(execute=True):
        team.post(adres, {"verder": "1"})
    assert stand(rij) == {Stand.NAKIJKEN: Stand.BEKEKEN, Stand.OPNEMEN: Stand.OPGENOMEN}.get(soort, Stand.TERUG)
    assert (nu("BU03920105", "inwoners", "2026") is not None) == (soort == Stand.OPNEMEN) and eerst is None


def test_a_file_is_done_once_whoever_asks_twice(django_capture_on_commit_callbacks: Callable[..., Any]) -> None:
    rij = invoer(Stand.BEKEKEN)
    with django_capture_on_commit_callbacks(execute=True):
        assert werk.begin(pk=rij.pk, van=Stand.BEKEKEN, naar=Stand.OPNEMEN)
        assert not werk.begin(pk=rij.pk, van=Stand.BEKEKEN, naar=Stand.OPNEMEN)
    rij.refresh_from_db()
    assert rij.stand == Stand.OPGENOMEN and Cijfer.objects.filter(invoer=rij).count() == 4
    # One that read it while it still had to be done, and comes to the lock when it is done.
    rij.stand, rij.rauw = Stand.OPNEMEN, KWB.encode()
    assert not neem_op(KWB.encode(), Opdracht("kwb_2026.csv", "85984NED"), invoer=rij).geschreven
    assert Cijfer.objects.filter(invoer=rij, huidig=True).count() == 4
    werk.voer_uit.call(rij.pk), werk.voer_uit.call(0)
    assert stand(rij) == Stand.OPGENOMEN


def test_a_fault_of_ours_leaves_all_as_it_was(monkeypatch: pytest.MonkeyPatch, team: Client) -> None:
    def stuk(*_a: object, **_k: object) -> None:
        raise RuntimeError("proef")

    monkeypatch.setattr(werk, "neem_op", stuk)
    monkeypatch.setattr(werk, "neem_terug", stuk)
    for soort, erna in ((Stand.NAKIJKEN, Stand.BEKEKEN), (Stand.TERUGNEMEN, Stand.OPGENOMEN)):
        rij = invoer(soort)
        werk.voer_uit.call(rij.pk)
        assert stand(rij) == erna
        zegt = pagina(team.get(reverse("cijferinvoer", args=[rij.pk]))).tekst("main")
        assert "Er ging iets mis. De beheerder ziet wat. Er is niets veranderd." in zegt


def test_three_hundred_faults_in_twenty_thousand_rows(
    team: Client, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    rijen = [f"BU0999{n:04x};{n};{n % 100}" for n in range(1, 20_001)]
    rijen = [r.replace("bu", "BU").upper() for r in rijen]
    for n in range(300):
        rijen[n * 60] = rijen[n * 60].rpartition(";")[0] + ";veel"
    bestand = SimpleUploadedFile("85984NED_2026.csv", (KOP + "\n".join(rijen)).encode())
    with django_capture_on_commit_callbacks(execute=True):
        adres = team.post(reverse("cijferinvoeren"), {"bestand": bestand})["Location"]
    blad = pagina(team.get(adres))
    assert "300 cellen kloppen niet. Zolang dat zo is, nemen wij niets op." in blad.tekst("main")
    assert len(blad.alle("main tbody tr")) == 300 == MEESTE_FOUTEN
    assert "‘veel’ is geen getal" in blad.tekst("main") and not blad.heeft("button[name=bewaar]")


def test_what_is_odd_is_said_without_being_a_fault() -> None:
    assert haal(KOP + "BU03920105;100;-5\nBU03921207;90;20\n").geschreven
    verslag = haal(KOP + "BU03921207;91;21\nBU03920105;101;5\n", proef=True)
    assert "1 cijfer wisselt van teken" in verslag.let_op[0] and verslag.aantal_fouten == 0
    assert (verslag.verschillen[0].was, verslag.verschillen[0].wordt) == (-5, 5), "and it stands first"
    # De Vijfhoek had a code that is not in this file, though its municipality is.
    verslag = haal(KOP + "BU03921207;91;21\nBU03920106;7;7\n", proef=True)
    assert len(verslag.let_op) == 1 and "BU03920105 (De Vijfhoek)" in verslag.let_op[0]
    assert haal(KOP + "BU05180001;91;21\n", proef=True).let_op == [], "a file of another town says nothing of it"


def test_what_nobody_takes_in_goes_after_a_day() -> None:
    oud = timezone.now() - WACHT * 2
    rijen = {s: invoer(s, gestart=oud) for s in Stand}
    Cijferinvoer.objects.update(op=oud)
    vers = invoer(Stand.OPNEMEN)
    ruim_op()
    over = dict(Cijferinvoer.objects.values_list("pk", "stand"))
    assert over == {
        rijen[Stand.OPGENOMEN].pk: Stand.OPGENOMEN,
        rijen[Stand.TERUGNEMEN].pk: Stand.OPGENOMEN,
        rijen[Stand.TERUG].pk: Stand.TERUG,
        vers.pk: Stand.OPNEMEN,
    }


def test_forged_keys_and_odd_presses_do_nothing(team: Client) -> None:
    assert team.get(reverse("cijferinvoer", args=[2**40])).status_code == 404
    for soort in Stand:
        rij = invoer(soort)
        adres = reverse("cijferinvoer", args=[rij.pk])
        knoppen = {Stand.BEKEKEN: ("verder", "niets"), Stand.OPGENOMEN: ("bewaar", "weg", "opnieuw", "verder")}
        for knop in knoppen.get(soort, ("bewaar", "weg", "opnieuw", "verder", "terug")):
            assert team.post(adres, {knop: "1"}).status_code == 302
            assert stand(rij) == soort, (soort, knop)
