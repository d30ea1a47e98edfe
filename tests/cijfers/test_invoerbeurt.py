"""Figures of a file wait, read by nobody, until all are there: what a stopped run leaves, and two files at once."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kennisplatform.basis.models import Mislukking
from kennisplatform.cijfers.invoer import beurt, opnemen, werk
from kennisplatform.cijfers.invoer.lezing import Opdracht, Stapsoort
from kennisplatform.cijfers.invoer.opnemen import neem_op, neem_terug
from kennisplatform.cijfers.models import Cijfer, Cijferbron, Cijferinvoer
from kennisplatform.cijfers.opruimen import WACHT, ruim_op
from tests import mensen
from tests.cijfers.hulp import haal, nu
from tests.pagina import pagina

pytestmark = pytest.mark.django_db
Stand = Cijferinvoer.Stand
KOP = "WijkenEnBuurten;AantalInwoners_5;Koopwoningen_47\n"


def regels(inwoners: int) -> bytes:
    return f"{KOP}BU03920105;{inwoners};55\nBU0363AA01;{inwoners};60\n".encode()


@pytest.fixture
def gestopt(monkeypatch: pytest.MonkeyPatch) -> Cijferinvoer:
    """A run that was stopped when all of it waited."""
    bron = Cijferbron.objects.get(code="85984NED")
    rij = Cijferinvoer.objects.create(
        bestand="kwb_2026.csv", afdruk="x", bron=bron, rauw=regels(100), stand=Stand.OPNEMEN
    )

    def stroom_weg(*_a: object, **_k: object) -> None:
        raise RuntimeError("proef")

    with monkeypatch.context() as plek:
        plek.setattr(beurt.Beurt, "laat_gelden", stroom_weg)
        werk.voer_uit.call(rij.pk)
    rij.refresh_from_db()
    assert rij.stand == Stand.BEKEKEN and Cijfer.objects.filter(invoer=rij).count() == 4
    return rij


def test_what_waits_is_read_by_nobody_and_the_next_run_begins_anew(gestopt: Cijferinvoer) -> None:
    assert nu("BU03920105", "inwoners", "2026") is None
    Cijferinvoer.objects.filter(pk=gestopt.pk).update(stand=Stand.OPNEMEN)
    werk.voer_uit.call(gestopt.pk)
    assert (
        Cijfer.objects.filter(invoer=gestopt, huidig=True).count() == 4 == Cijfer.objects.filter(invoer=gestopt).count()
    )


def test_who_throws_the_file_away_throws_away_what_waits(client: Client, gestopt: Cijferinvoer) -> None:
    client.force_login(mensen.medewerker("transitieteam"))
    antwoord = client.post(reverse("cijferinvoer", args=[gestopt.pk]), {"weg": "1"}, follow=True)
    assert "Het bestand is weg; er is niets veranderd." in pagina(antwoord).tekst("main")
    assert not Cijfer.objects.filter(periode="2026").exists()


def test_the_night_removes_it_unless_somebody_is_busy_with_it(gestopt: Cijferinvoer) -> None:
    rij = Cijferinvoer.objects.filter(pk=gestopt.pk)
    rij.update(op=timezone.now() - 2 * WACHT, stand=Stand.OPNEMEN, gestart=timezone.now() - dt.timedelta(hours=1))
    ruim_op()
    assert Cijfer.objects.filter(invoer=gestopt).count() == 4
    rij.update(gestart=timezone.now() - 2 * WACHT, rauw=None)  # one of the command line has no bytes
    ruim_op()
    assert not rij.exists() and not Cijfer.objects.filter(periode="2026").exists()


def test_one_that_can_not_go_keeps_no_other(gestopt: Cijferinvoer, monkeypatch: pytest.MonkeyPatch) -> None:
    ander = Cijferinvoer.objects.create(bestand="x.csv", afdruk="x", bron=gestopt.bron)
    Cijferinvoer.objects.update(op=timezone.now() - 2 * WACHT, gestart=None)
    echt = beurt.ruim_wachtende

    def stuk(invoer: Cijferinvoer) -> None:
        if invoer.pk == ander.pk:
            raise RuntimeError("proef")
        echt(invoer)

    monkeypatch.setattr(beurt, "ruim_wachtende", stuk)
    ruim_op()
    assert list(Cijferinvoer.objects.values_list("pk", flat=True)) == [ander.pk]
    assert Mislukking.objects.get(wat="een bestand met cijfers dat niemand opnam").sleutel.endswith(f":{ander.pk}")


def test_what_waits_never_comes_back_in_the_place_of_another(gestopt: Cijferinvoer) -> None:
    """Taking a file back looks for the version before it."""
    assert haal(regels(90)).geschreven
    Cijferinvoer.objects.filter(pk=gestopt.pk).update(stand=Stand.OPNEMEN)
    beurt.ruim_wachtende(gestopt)
    oud = nu("BU03920105", "inwoners", "2026")
    assert oud
    oud.pk, oud.waarde, oud.huidig, oud.invoer = (
        None,
        1,
        False,
        gestopt,
    )  # waits, the same version as the one that holds
    oud.save()
    assert haal(regels(80)).geschreven
    neem_terug(invoer=Cijferinvoer.objects.filter(stand=Stand.OPGENOMEN).latest("pk"), reden="proef")
    weer = nu("BU03920105", "inwoners", "2026")
    assert weer and weer.waarde == 90


def test_a_file_that_another_overtook_is_compared_again() -> None:
    assert haal(regels(90)).geschreven
    gedaan: list[bool] = []

    def intussen(wat: Stapsoort, *_a: Any) -> None:
        if wat == Stapsoort.SCHRIJVEN and not gedaan:
            gedaan.append(haal(regels(100)).geschreven)

    verslag = neem_op(regels(100), Opdracht("kwb_2026.csv", "85984NED"), stap=intussen)
    assert gedaan == [True] and not verslag.geschreven and verslag.vastgelegd.gelijk == 4
    gedaan.clear()
    verslag = neem_op(regels(110), Opdracht("kwb_2026.csv", "85984NED"), stap=intussen)
    assert verslag.geschreven and verslag.vastgelegd.gecorrigeerd == 2
    weer = nu("BU03920105", "inwoners", "2026")
    assert weer and (weer.waarde, weer.versie) == (110, 3)
    assert Cijfer.objects.filter(periode="2026", huidig=False).count() == 4, "and nothing waits"


def test_whoever_began_last_writes() -> None:
    bron = Cijferbron.objects.get(code="85984NED")
    rij = Cijferinvoer.objects.create(bestand="k.csv", afdruk="x", bron=bron, rauw=regels(7), stand=Stand.OPNEMEN)

    def ander(wat: Stapsoort, *_a: Any) -> None:
        if wat == Stapsoort.SCHRIJVEN:
            opnemen.Beurt.neem(rij)

    verslag = neem_op(regels(7), Opdracht("kwb_2026.csv", "85984NED"), invoer=rij, stap=ander)
    assert verslag.overgenomen and not verslag.geschreven and nu("BU03920105", "inwoners", "2026") is None
    rij.refresh_from_db()
    assert rij.stand == Stand.OPNEMEN


def test_where_others_go_on_and_on_nothing_is_written_and_it_ends() -> None:
    waarde = iter(range(200, 400))

    def steeds(wat: Stapsoort, *_a: Any) -> None:
        if wat == Stapsoort.SCHRIJVEN:
            haal(regels(next(waarde)))

    verslag = neem_op(regels(100), Opdracht("kwb_2026.csv", "85984NED"), stap=steeds)
    assert not verslag.geschreven and not verslag.overgenomen and not verslag.fouten
    weer = nu("BU03920105", "inwoners", "2026")
    assert weer and weer.waarde >= 200, "of those others"
