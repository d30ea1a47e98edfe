"""Two people at the same moment, on PostgreSQL: each in a thread and a connection of their own, really committed.

SQLite lets one writer in at a time, so there is nothing to see there; and a test's own transaction would hide its rows
from the threads. So what a test makes is taken away by itself.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection, connections
from django.utils import timezone

from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.lidmaatschappen import Bezwaar, beeindig
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Herindeling, Lidmaatschap, Logregel
from kennisplatform.netwerken import uitnodigen, werkwijzen
from kennisplatform.netwerken.models import DELEN, Uitnodiging, Werkwijze
from kennisplatform.netwerken.models.uitnodiging import GELDIG
from kennisplatform.netwerken.werkwijzen import WerkwijzeIngehaald
from kennisplatform.register import ongedaan
from kennisplatform.register.vastleggen import Nieuw, deel_in
from tests import mensen

pytestmark = pytest.mark.diensten
RONDES = 8  # a race that is lost one time in three shows in eight


@pytest.fixture
def echt(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Committed rows; all that wasn't there before goes afterwards."""
    if connection.vendor != "postgresql":
        pytest.skip("needs DATABASE_URL of PostgreSQL")
    with django_db_blocker.unblock():
        voor = {model: set(model.objects.values_list("pk", flat=True)) for model in (Buurt, Gebruiker)}
        yield
        buurten = Buurt.objects.exclude(pk__in=voor[Buurt])
        Lidmaatschap.objects.filter(buurt__in=buurten).delete()
        Herindeling.objects.filter(naar__in=buurten).delete()
        buurten.delete()
        Gebruiker.objects.exclude(pk__in=voor[Gebruiker]).delete()


def samen(*daden: Callable[[], object]) -> list[object]:
    """Starts all at one moment; what each gave, or the exception it ended with."""
    uit: list[object] = [None] * len(daden)
    start = threading.Barrier(len(daden))

    def doe(nummer: int, daad: Callable[[], object]) -> None:
        try:
            connection.ensure_connection()
            start.wait(timeout=10)
            uit[nummer] = daad()
        except Exception as fout:
            uit[nummer] = fout
        finally:
            connections.close_all()

    draden = [threading.Thread(target=doe, args=paar) for paar in enumerate(daden)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(timeout=30)
    assert not any(draad.is_alive() for draad in draden), "two locks wait for each other"
    return uit


def nodig_uit(buurt: Buurt, wie: Gebruiker, nummer: int) -> Uitnodiging:
    return Uitnodiging.objects.create(
        buurt=buurt,
        email=wie.email,
        rol=Netwerkrol.GEMEENTE,
        sleutelhash=f"{buurt.pk}-{nummer}",
        verloopt=timezone.now() + GELDIG,
    )


def lopend(buurt: Buurt, **velden: object) -> int:
    return Lidmaatschap.objects.lopend().filter(buurt=buurt, **velden).count()


@pytest.mark.usefixtures("echt")
def test_two_leads_leave_at_once_and_one_stays() -> None:
    for ronde in range(RONDES):
        buurt = mensen.buurt(f"tegelijk-{ronde}")
        for _een in range(2):
            mensen.lid(buurt, Netwerkrol.KARTREKKER)
        een, twee = Lidmaatschap.objects.filter(buurt=buurt)
        uit = samen(
            lambda lid=een: beeindig(lidmaatschap=lid, door=lid.persoon),
            lambda lid=twee: beeindig(lidmaatschap=lid, door=lid.persoon),
        )
        assert sorted(type(u) for u in uit if isinstance(u, Exception)) == [Bezwaar], uit
        assert lopend(buurt, rol=Netwerkrol.KARTREKKER) == 1


@pytest.mark.usefixtures("echt")
def test_accepting_an_invitation_twice_at_once_gives_one_membership() -> None:
    for ronde in range(RONDES):
        buurt, wie = mensen.buurt(f"tegelijk-{ronde}"), mensen.persoon("gast")
        uitnodiging = nodig_uit(buurt, wie, ronde)
        uit = samen(*[lambda u=uitnodiging, w=wie: uitnodigen.neem_aan(uitnodiging=u, persoon=w)] * 2)
        (te_laat,) = [u for u in uit if isinstance(u, Exception)]
        assert "al gebruikt" in str(te_laat), uit  # told by the invitation itself, not by what it would lead to
        assert lopend(buurt) == 1 and Logregel.objects.filter(buurt=buurt, soort="lid-erbij").count() == 1


@pytest.mark.usefixtures("echt")
@pytest.mark.parametrize("begin", [0, 1])
def test_who_saves_second_gets_the_text_of_the_first(begin: int) -> None:
    """Also when neither had anything to start from."""
    for ronde in range(RONDES):
        buurt = mensen.buurt(f"tegelijk-{ronde}")
        wie = mensen.lid(buurt, Netwerkrol.KARTREKKER)
        delen = dict.fromkeys(DELEN, "")
        if begin:
            werkwijzen.bewaar(buurt=buurt, delen=delen, gezien=0, door=wie)

        def bewaar(tekst: str, buurt: Buurt = buurt, wie: Gebruiker = wie) -> Werkwijze:
            return werkwijzen.bewaar(buurt=buurt, delen={"begin": tekst}, gezien=begin, door=wie)

        uit = samen(lambda: bewaar("van de een"), lambda: bewaar("van de ander"))
        (gelukt,) = [u for u in uit if isinstance(u, Werkwijze)]
        (te_laat,) = [u for u in uit if isinstance(u, WerkwijzeIngehaald)]
        assert te_laat.huidige.begin == gelukt.begin and werkwijzen.huidige(buurt).begin == gelukt.begin
        assert Werkwijze.objects.filter(buurt=buurt).count() == begin + 1


@pytest.mark.usefixtures("echt")
def test_merging_while_somebody_accepts_an_invitation() -> None:
    """A member from just before goes along; one from just after is told. Nobody stays behind in a neighbourhood that went."""
    for ronde in range(RONDES):
        buurten = [mensen.buurt(f"tegelijk-{ronde}-{letter}") for letter in "ab"]
        team, wie = mensen.persoon("team"), mensen.persoon("gast")
        uitnodiging = nodig_uit(buurten[0], wie, ronde)

        def voeg_samen(buurten: list[Buurt] = buurten, team: Gebruiker = team, ronde: int = ronde) -> Herindeling:
            return deel_in(van=buurten, naar=[Nieuw(f"Samen {ronde}")], reden="proef", door=team)

        uit = samen(voeg_samen, lambda u=uitnodiging, w=wie: uitnodigen.neem_aan(uitnodiging=u, persoon=w))
        assert isinstance(uit[0], Herindeling), uit
        nieuw = uit[0].naar.get()
        assert not any(lopend(buurt) for buurt in buurten)
        if isinstance(uit[1], Lidmaatschap):
            assert lopend(nieuw, persoon=wie) == 1
        else:
            assert isinstance(uit[1], Bezwaar) and lopend(nieuw) == 0, uit
            uitnodiging.refresh_from_db()
            assert uitnodiging.aangenomen is None


@pytest.mark.usefixtures("echt")
def test_a_division_is_undone_only_once() -> None:
    """Two of the team press the button, and somebody accepts an invitation meanwhile: nobody waits for ever or is lost."""
    for ronde in range(RONDES):
        a = mensen.buurt(f"tegelijk-{ronde}")
        team, wie, trekker = mensen.persoon("team"), mensen.persoon("gast"), mensen.lid(a, Netwerkrol.KARTREKKER)
        herindeling = deel_in(van=[a], naar=[Nieuw(f"N{ronde}"), Nieuw(f"Z{ronde}")], reden="x", door=team)
        uitnodiging = nodig_uit(herindeling.naar.first(), wie, ronde)
        buiten = nodig_uit(uitnodiging.buurt, mensen.persoon("ander"), -1 - ronde)
        merk = ongedaan.bekijk(herindeling).merk()

        def terug(h: Herindeling = herindeling, m: str = merk, t: Gebruiker = team) -> Herindeling:
            return ongedaan.maak_ongedaan(herindeling=h, gezien=m, reden="x", door=t)

        uit = samen(
            terug,
            terug,
            lambda u=uitnodiging, w=wie: uitnodigen.neem_aan(uitnodiging=u, persoon=w),
            lambda u=buiten, t=team: uitnodigen.trek_in(uitnodiging=u, door=t) or Bezwaar("withdrawn"),
        )
        gelukt = [u for u in uit if isinstance(u, Herindeling)]
        assert all(isinstance(u, (Herindeling, Lidmaatschap, Bezwaar)) for u in uit), uit
        assert len(gelukt) <= 1  # none, when the guest came first: the preview was no longer true
        if not gelukt:
            assert isinstance(uit[2], Lidmaatschap)
            merk = ongedaan.bekijk(herindeling).merk()
            ongedaan.maak_ongedaan(herindeling=herindeling, gezien=merk, reden="x", door=team)
        assert lopend(a, persoon=trekker) == 1 and not any(lopend(b) for b in herindeling.naar.all())
        assert lopend(a, persoon=wie) == isinstance(uit[2], Lidmaatschap)


@pytest.mark.usefixtures("echt")
def test_merging_twice_at_once_does_not_block() -> None:
    """Merging A with B while somebody merges B with A: locks are taken in one order, or this waits for ever."""
    for ronde in range(RONDES):
        a, b = (mensen.buurt(f"tegelijk-{ronde}-{letter}") for letter in "ab")
        team = mensen.persoon("team")
        uit = samen(
            lambda a=a, b=b, t=team, n=ronde: deel_in(van=[a, b], naar=[Nieuw(f"Heen {n}")], reden="x", door=t),
            lambda a=a, b=b, t=team, n=ronde: deel_in(van=[b, a], naar=[Nieuw(f"Weer {n}")], reden="x", door=t),
        )
        assert sorted(type(u).__name__ for u in uit) == ["Bezwaar", "Herindeling"], uit
