"""The last place, asked for by many at the same moment; on PostgreSQL, each in a thread and a connection of their own."""

from __future__ import annotations

from functools import partial

import pytest

from kennisplatform.agenda import bijeenkomsten, deelnemen
from kennisplatform.agenda.bijeenkomsten import Ingehaald
from kennisplatform.agenda.models import Bijeenkomst, Deelname
from kennisplatform.deelnemers.lidmaatschappen import Bezwaar
from kennisplatform.post.models import Bericht
from tests import mensen
from tests.agenda import hulp as agenda
from tests.netwerken.test_gelijktijdig import RONDES, echt, samen

pytestmark = pytest.mark.diensten
__all__ = ["echt"]  # a fixture of another file


def staten(ding: Bijeenkomst) -> list[str]:
    return sorted(Deelname.objects.filter(bijeenkomst=ding).values_list("staat", flat=True))


@pytest.mark.usefixtures("echt")
def test_the_last_place_is_for_one() -> None:
    for ronde in range(RONDES):
        ding = agenda.bijeenkomst(mensen.buurt(f"tegelijk-{ronde}"), plaatsen=2)
        wie = [mensen.persoon() for _een in range(5)]
        uit = samen(*[lambda w=w, d=ding: deelnemen.meld_aan(bijeenkomst=d, persoon=w) for w in wie])
        assert all(isinstance(u, Deelname) for u in uit), uit
        assert staten(ding) == ["plek"] * 2 + ["wacht"] * 3


@pytest.mark.usefixtures("echt")
def test_one_person_twice_at_once_is_one_sign_up() -> None:
    for ronde in range(RONDES):
        ding, wie = agenda.bijeenkomst(mensen.buurt(f"tegelijk-{ronde}")), mensen.persoon()
        uit = samen(*[lambda w=wie, d=ding: deelnemen.meld_aan(bijeenkomst=d, persoon=w)] * 3)
        assert sorted(type(u).__name__ for u in uit) == ["Bezwaar", "Bezwaar", "Deelname"], uit
        assert staten(ding) == ["plek"]


@pytest.mark.usefixtures("echt")
def test_one_address_twice_at_once_is_one_sign_up() -> None:
    for ronde in range(RONDES):
        ding = agenda.bijeenkomst(mensen.buurt(f"tegelijk-{ronde}"))
        vraag = partial(deelnemen.vraag_aan, bijeenkomst=ding, naam="Ria", email="ria@voorbeeld.example")
        uit = samen(vraag, vraag, vraag)
        assert uit == [None] * 3
        assert staten(ding) == ["onbevestigd"]
        deelname = ding.deelnames.get()
        samen(*[lambda d=deelname: deelnemen.bevestig(deelname=d)] * 3)
        assert staten(ding) == ["plek"]


@pytest.mark.usefixtures("echt")
def test_leaving_joining_and_more_places_at_once_leave_no_place_empty_and_nobody_twice() -> None:
    for ronde in range(RONDES):
        ding = agenda.bijeenkomst(mensen.buurt(f"tegelijk-{ronde}"), plaatsen=2)
        weg = [agenda.gast(ding) for _een in range(2)]
        for _een in range(3):
            agenda.gast(ding, staat="wacht")
        wie = mensen.persoon()
        uit = samen(
            *[lambda x=x: deelnemen.meld_af(deelname=x) for x in weg],
            lambda d=ding, w=wie: deelnemen.meld_aan(bijeenkomst=d, persoon=w),
            lambda d=ding: bijeenkomsten.wijzig(bijeenkomst=d, velden={"plaatsen": 3}, gezien=0),
        )
        assert not [u for u in uit if isinstance(u, Exception)], uit
        assert staten(ding) == ["plek"] * 3 + ["wacht"]
        assert ding.deelnames.get(staat="wacht").persoon == wie  # who came last waits


@pytest.mark.usefixtures("echt")
def test_calling_off_while_somebody_signs_up() -> None:
    """A guest from just before is mailed; one from just after is told."""
    for ronde in range(RONDES):
        buurt = mensen.buurt(f"tegelijk-{ronde}")
        ding, wie = agenda.bijeenkomst(buurt), mensen.persoon()
        uit = samen(
            lambda d=ding, w=wie: bijeenkomsten.gelast_af(bijeenkomst=d, reden="x", door=w),
            lambda d=ding, w=wie: deelnemen.meld_aan(bijeenkomst=d, persoon=w),
        )
        assert isinstance(uit[0], Bijeenkomst), uit
        assert isinstance(uit[1], Deelname | Bezwaar), uit
        brieven = Bericht.objects.filter(kenmerk__in=[f"agenda-afgelast:{d.pk}" for d in ding.deelnames.all()])
        assert brieven.count() == len(staten(ding)) == isinstance(uit[1], Deelname)


@pytest.mark.usefixtures("echt")
def test_two_changes_at_once_the_second_hears_it() -> None:
    for ronde in range(RONDES):
        ding = agenda.bijeenkomst(mensen.buurt(f"tegelijk-{ronde}"))
        uit = samen(
            *[lambda t=t, d=ding: bijeenkomsten.wijzig(bijeenkomst=d, velden={"titel": t}, gezien=0) for t in "ab"]
        )
        (gelukt,) = [u for u in uit if isinstance(u, Bijeenkomst)]
        (te_laat,) = [u for u in uit if isinstance(u, Ingehaald)]
        assert te_laat.huidige.titel == gelukt.titel
