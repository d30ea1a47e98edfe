"""Letters that come by themselves: bounded, and stopped by who gets them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.post.models import Bericht
from menukaart.commitment.herinneren import herinner_wachtenden
from menukaart.commitment.models import Handtekening
from menukaart.commitment.tekenen import hash_van
from menukaart.plan.kwartalen import kwartaal_van
from menukaart.plan.models import Buurtplan, Planactiviteit
from menukaart.uitvoeren import herinneren
from tests import mensen
from tests.menukaart.plan.hulp import vol
from tests.pagina import pagina

pytestmark = pytest.mark.django_db


@pytest.fixture
def buurt() -> Buurt:
    return mensen.buurt("laatbuurt")


@pytest.fixture
def trekker(buurt: Buurt) -> Any:
    return mensen.lid(buurt, Netwerkrol.KARTREKKER)


@pytest.fixture
def laat(buurt: Buurt, trekker: Any) -> Planactiviteit:
    """It would be ready by the end of the quarter before this one; the other activities of the demo are of others."""
    Buurtplan.objects.exclude(buurt=buurt).update(herinneren=False)
    activiteit = Planactiviteit.objects.get(pk=vol(buurt, door=trekker, plan="Soep")["activiteit"])
    vorig = kwartaal_van(timezone.localdate()) - 1
    Planactiviteit.objects.filter(pk=activiteit.pk).update(stand="loopt", begin=vorig, eind=vorig)
    Bericht.objects.all().delete()
    return activiteit


def brieven(aan: str) -> list[str]:
    return list(Bericht.objects.filter(aan=aan).values_list("tekst", flat=True))


def klant(wie: Any) -> Client:
    client = Client()
    client.force_login(wie)
    return client


def test_who_leads_hears_of_what_is_past_its_date_once_a_month(trekker: Any, laat: Planactiviteit) -> None:
    lid = mensen.lid(laat.plan.buurt)
    for _nacht in range(3):
        herinneren.herinner()
    (brief,) = brieven(trekker.email)
    assert "Soep: zou klaar zijn in" in brief and brieven(lid.email) == []


@pytest.mark.parametrize("hoe", ["klaar", "oud", "uit", "niet-vast"])
def test_no_letter_where_nothing_is_late_or_nobody_wants_it(trekker: Any, laat: Planactiviteit, hoe: str) -> None:
    rij = Planactiviteit.objects.filter(pk=laat.pk)
    if hoe == "klaar":
        rij.update(stand="klaar")
    elif hoe == "oud":
        rij.update(begin=2024 * 4, eind=2024 * 4)
    elif hoe == "uit":
        adres = reverse("uitvoeren_herinneren", args=[laat.plan.buurt.slug])
        assert klant(mensen.lid(laat.plan.buurt)).post(adres, {"aan": "nee"}).status_code == 403
        klant(trekker).post(adres, {"aan": "nee"})
    else:
        Handtekening.objects.filter(versie__plan=laat.plan).delete()
        laat.plan.buurt.indieningen.all().delete()
        laat.plan.versies.all().delete()
    herinneren.herinner()
    assert brieven(trekker.email) == []


def vraag(buurt: Buurt, dagen: int, **velden: Any) -> Handtekening:
    """Asked so many days ago; no other one of the demo waits."""
    Handtekening.objects.exclude(buurt=buurt).update(geen_herinnering=True)
    rij = Handtekening.objects.filter(buurt=buurt)
    rij.update(gevraagd_op=timezone.now() - dt.timedelta(days=dagen), **velden)
    Bericht.objects.all().delete()
    return rij.get()


def test_who_did_not_sign_is_reminded_twice_and_then_left(buurt: Buurt, trekker: Any) -> None:
    vol(buurt, door=trekker)
    h = vraag(buurt, 3)
    herinner_wachtenden()
    assert brieven(h.email) == []
    h = vraag(buurt, 8)
    for _nacht in range(2):
        herinner_wachtenden()
    assert len(brieven(h.email)) == 1
    h = vraag(buurt, 22, herinnerd_op=timezone.now() - dt.timedelta(days=15))
    herinner_wachtenden()
    assert len(brieven(h.email)) == 1
    h = vraag(buurt, 50, herinnerd_op=timezone.now() - dt.timedelta(days=20))
    herinner_wachtenden()
    assert brieven(h.email) == []


def test_who_was_asked_or_the_network_stops_them(buurt: Buurt, trekker: Any) -> None:
    vol(buurt, door=trekker)
    h = vraag(buurt, 8, sleutelhash=hash_van("sleutel"))
    Client().post(reverse("commitment_teken", args=["sleutel"]), {"geen_mail": "1"})
    herinner_wachtenden()
    assert brieven(h.email) == []
    adres = reverse("commitment_herinner", args=[buurt.slug, h.pk])
    klant(trekker).post(adres, {"vanzelf": "aan"})
    herinner_wachtenden()
    assert len(brieven(h.email)) == 1
    klant(trekker).post(adres, {"vanzelf": "uit"})
    h.refresh_from_db()
    assert h.geen_herinnering and h.stand == "gevraagd"


def test_letters_are_announced_while_somebody_waits(buurt: Buurt, trekker: Any) -> None:
    vol(buurt, door=trekker)
    vraag(buurt, 3)

    def meldt() -> bool:
        blad = klant(trekker).get(reverse("commitment", args=[buurt.slug]))
        return "vanzelf een herinnering" in pagina(blad).tekst("main")

    assert meldt()
    vraag(buurt, 3, stand="getekend")
    assert not meldt()
