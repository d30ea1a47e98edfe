"""One table answers for pages, lists and counts alike; what it does not name is nobody's."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser

from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.models import Buurt, Lidmaatschap, Logregel
from kennisplatform.deelnemers.positie import Positie, alleen_als_medewerker, mag, positie, zichtbaar_voor
from kennisplatform.deelnemers.rechten import REGELS, Doe
from tests import mensen

pytestmark = pytest.mark.django_db


@pytest.fixture
def twee() -> tuple[Buurt, Buurt]:
    return mensen.buurt("hier"), mensen.buurt("daar")


def test_list_and_page_always_agree(twee: tuple[Buurt, Buurt]) -> None:
    hier, daar = twee
    wie = mensen.iedereen(hier, daar)
    for buurt in twee:
        Logregel.objects.create(soort=Logregel.Soort.BUURT, buurt=buurt, tekst="x")
    rijen = {
        "lidmaatschap": Lidmaatschap.objects.filter(buurt__in=twee),
        "logboek": Logregel.objects.filter(buurt__in=twee),
        "netwerk": Buurt.objects.filter(pk__in=[b.pk for b in twee]),
        "buurt": Buurt.objects.filter(pk__in=[b.pk for b in twee]),
        "werkwijze": Buurt.objects.filter(pk__in=[b.pk for b in twee]),
    }
    gezien = 0
    for naam, persoon in wie.items():
        for soort, rij in rijen.items():
            for doe in Doe:
                lijst = set(zichtbaar_voor(rij, persoon, doe, soort))
                een_voor_een = {ding for ding in rij if mag(persoon, doe, ding, soort)}
                assert lijst == een_voor_een, (naam, soort, doe)
                gezien += len(lijst)
    assert gezien > 100  # the comparison met more than empty sets


# Who sees the inside of a neighbourhood: written out, so that a slip in the table shows.
BINNEN = {rol.value for rol in Netwerkrol} | {"transitieteam"}


def test_who_sees_the_network_from_inside(twee: tuple[Buurt, Buurt]) -> None:
    hier, daar = twee
    wie = mensen.iedereen(hier, daar)
    assert {naam for naam, persoon in wie.items() if mag(persoon, Doe.ZIEN, hier, "netwerk")} == BINNEN
    assert {naam for naam, persoon in wie.items() if mag(persoon, Doe.MAKEN, hier, "uitnodiging")} == {
        "kartrekker",
        "transitieteam",
    }
    assert {naam for naam, persoon in wie.items() if mag(persoon, Doe.ZIEN, "register")} == {
        "transitieteam",
        "beheerder",
    }
    assert {naam for naam, persoon in wie.items() if mag(persoon, Doe.EXPORTEREN, "register")} == {
        "transitieteam",
        "beheerder",
        "onderzoeker",
    }


def test_about_oneself_more_is_allowed(twee: tuple[Buurt, Buurt]) -> None:
    hier, _ = twee
    lid, ander = mensen.lid(hier), mensen.lid(hier)
    eigen = Lidmaatschap.objects.get(persoon=lid)
    assert mag(lid, Doe.BEEINDIGEN, eigen)
    assert not mag(ander, Doe.BEEINDIGEN, eigen)
    assert not mag(lid, Doe.WIJZIGEN, eigen)  # nobody gives himself another role


def test_what_is_not_listed_nobody_may(twee: tuple[Buurt, Buurt]) -> None:
    team = mensen.medewerker("transitieteam")
    assert not mag(team, Doe.ZIEN, "netwrk")
    assert not mag(team, Doe.EXPORTEREN, twee[0], "netwerk")
    assert list(zichtbaar_voor(Buurt.objects.all(), team, Doe.ZIEN, "netwrk")) == []


def test_who_is_inactive_or_nobody() -> None:
    slapend = mensen.medewerker("beheerder")
    slapend.is_active = False
    assert positie(slapend) == positie(AnonymousUser()) == positie(None) == Positie()


def test_looking_along_is_only_for_who_has_no_place(twee: tuple[Buurt, Buurt]) -> None:
    hier, daar = twee
    team = mensen.medewerker("transitieteam")
    mensen.lid(daar, wie=team)
    assert alleen_als_medewerker(team, Doe.ZIEN, hier, "netwerk")
    assert not alleen_als_medewerker(team, Doe.ZIEN, daar, "netwerk")
    assert not alleen_als_medewerker(mensen.persoon(), Doe.ZIEN, hier, "netwerk")


def test_a_place_costs_two_queries(django_assert_num_queries: object, twee: tuple[Buurt, Buurt]) -> None:
    lid = mensen.lid(twee[0])
    with django_assert_num_queries(2):
        for _ in range(5):
            mag(lid, Doe.ZIEN, twee[0], "netwerk")


def test_every_kind_has_a_reader() -> None:
    """A kind that nobody may see would be a line that does nothing."""
    assert [s for s, regels in REGELS.items() if not any(regels.values())] == []


def test_a_role_in_the_programme_stands_in_the_log() -> None:
    wie = mensen.medewerker("transitieteam")
    assert mag(wie, Doe.ZIEN, "register")
    wie.groups.clear()
    assert not mag(wie, Doe.ZIEN, "register")  # from that moment, also in the same request
    regels = [r.tekst for r in Logregel.objects.filter(over=wie).order_by("pk")]
    assert regels == ["kreeg de rol Transitieteam", "verloor de rol Transitieteam"]
