"""A thousand neighbourhoods: every page of the workspace and the register asks as much with little as with much data."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Lidmaatschap, Logregel
from kennisplatform.netwerken.models import Aanvraag, Uitnodiging, Werkwijze
from kennisplatform.netwerken.models.uitnodiging import GELDIG
from kennisplatform.proefdata.management.commands.proefdata import vul
from kennisplatform.register.models import Criterium
from kennisplatform.tekening import bewaren
from leernetwerk.models import Praktijkvoorbeeld
from tests import mensen
from tests.vastleggen import leg_vast

pytestmark = pytest.mark.django_db
MEEST = 12
AANBOUW = 5  # for what five rooms of the learning network add to a workspace
ROLLEN = list(Netwerkrol)


def hang_eraan(buurt: Buurt, keren: int) -> None:
    """Members present and past, log lines, invitations, requests, versions and grounds."""
    gisteren = timezone.localdate() - dt.timedelta(days=1)
    for n in range(keren):
        wie = mensen.lid(buurt, ROLLEN[n % len(ROLLEN)])
        Lidmaatschap.objects.create(buurt=buurt, persoon=wie, rol="anders", van=gisteren, tot=gisteren)
        Logregel.objects.create(soort="rol", buurt=buurt, door=wie, over=mensen.persoon("ander"), tekst="x")
        for dagen in (-1, 5):
            Uitnodiging.objects.create(
                buurt=buurt,
                email=f"{n}{dagen}@x.example",
                rol="anders",
                door=wie,
                sleutelhash=f"{buurt.pk}{n}{dagen}",
                verloopt=timezone.now() + dt.timedelta(days=dagen) if dagen < 0 else timezone.now() + GELDIG,
            )
        Aanvraag.objects.create(buurt=buurt, persoon=mensen.persoon("vrager"), functie="x", bericht="x")
        nummer = Werkwijze.objects.filter(buurt=buurt).count() + 1
        Werkwijze.objects.create(
            buurt=buurt, nummer=nummer, begin="x", door=wie, bevestigd=gisteren, bevestigd_door=wie
        )
    for naam in Criterium.Naam.values[: 1 if keren == 1 else 6]:
        Criterium.objects.get_or_create(buurt=buurt, naam=naam)


@pytest.fixture
def buurt() -> Buurt:
    """A neighbourhood with one of everything, which is the little."""
    buurt = mensen.buurt("telbuurt", provincie="Drenthe")
    hang_eraan(buurt, 1)
    return buurt


def lid_van_velen(rol: Netwerkrol, buurt: Buurt, aantal: int) -> Gebruiker:
    wie = mensen.lid(buurt, rol)
    for n in range(aantal - 1):
        mensen.lid(mensen.buurt(f"van-{wie.pk}-{n}"), rol, wie)
    return wie


def vragen(client: Client, adres: str) -> tuple[int, str]:
    leg_vast()
    client.get(adres)  # fills what a process keeps, and writes a look of the team in the log once
    with CaptureQueriesContext(connection) as gevangen:
        antwoord = client.get(adres)
    assert antwoord.status_code == 200, adres
    return len(gevangen), "\n".join(q["sql"][:200] for q in gevangen)


WERKPLEK = ("/werkplek/",)
NETWERK = tuple(f"/werkplek/telbuurt/{deel}" for deel in ("", "leden/", "logboek/", "uitnodigingen/", "zo-werken-wij/"))
BOUWT_AAN = (*WERKPLEK, NETWERK[0])
REGISTER = ("/register/", "/register/?stand=volledig&volgorde=leden", "/register/buurt/telbuurt/", "/register/export/")
OPENBAAR = ("/buurten/", "/buurten/?provincie=Drenthe", "/buurten/telbuurt/")
GEVALLEN = {
    "kartrekker": WERKPLEK + NETWERK + OPENBAAR[:1],
    "coach": WERKPLEK + NETWERK[:2],
    "transitieteam": WERKPLEK + NETWERK + REGISTER,
    "": OPENBAAR,
}


@pytest.mark.parametrize("rol", GEVALLEN)
def test_as_many_queries_for_few_as_for_many(client: Client, buurt: Buurt, rol: str) -> None:
    """All addresses of a role at once: making much took most of the time of each."""
    wie: Any = None
    if rol == "kartrekker":
        wie = lid_van_velen(Netwerkrol.KARTREKKER, buurt, 2)
    elif rol == "coach":
        wie = lid_van_velen(Netwerkrol.COACH, buurt, 8)
    elif rol:
        wie = mensen.medewerker(rol)
    if wie:
        client.force_login(wie)
    verhaal = Praktijkvoorbeeld.objects.live().filter(locale__language_code="nl").first()
    Praktijkvoorbeeld.objects.filter(pk=verhaal.pk).update(buurt=buurt)
    weinig = {adres: vragen(client, adres) for adres in GEVALLEN[rol]}
    hang_eraan_veel(buurt, wie, rol)
    veel = {adres: vragen(client, adres) for adres in GEVALLEN[rol]}
    meer = [adres for adres in veel if veel[adres][0] != weinig[adres][0]]
    assert not meer, "\n\n".join(f"{a}\n{weinig[a][1]}\n\n{veel[a][1]}" for a in meer)
    te_veel = [a for a, (aantal, _wat) in veel.items() if aantal > MEEST + (AANBOUW if a in BOUWT_AAN else 0)]
    assert not te_veel, "\n\n".join(f"{a}\n{veel[a][1]}" for a in te_veel)


def hang_eraan_veel(buurt: Buurt, wie: Gebruiker | None, rol: str) -> None:
    vul(0, 80, 1)
    for uitnodiging in Uitnodiging.objects.filter(buurt=buurt):
        uitnodiging.delete()
    hang_eraan(buurt, 12)
    if rol == "coach":
        for n in range(52):
            erbij = mensen.buurt(f"nog-{n}")
            mensen.lid(erbij, Netwerkrol.COACH, wie)
            mensen.lid(erbij, Netwerkrol.KARTREKKER)


def bekijk(client: Client, vraag: str = "") -> Any:
    """Drawn anew, so that what it was drawn from can be asked."""
    bewaren.leeg()
    return client.get(f"/werkplek/?{vraag}")


def test_a_coach_of_many_soon_finds_what_is_missing(client: Client, buurt: Buurt, settings: Any) -> None:
    settings.TEKENING = settings.TEKENING | {"AAN": False}  # what it was drawn from is asked
    wie = lid_van_velen(Netwerkrol.COACH, buurt, 60)
    client.force_login(wie)
    context = bekijk(client).context
    assert len(context["mijn"]) == 60 and context["vak"] == "lijst"
    assert {m.buurt.slug for m in bekijk(client, "q=telbuurt proefstad").context["mijn"]} == {"telbuurt"}
    for onzin in ("stand=x", "q=%00", "q=" + "%27" * 500, "stand=mist&stand=wacht"):
        assert client.get(f"/werkplek/?{onzin}").status_code == 200
    assert "Geen van uw buurten past hierbij" in client.get("/werkplek/?q=zzz").content.decode()
    # A coach helps where a network misses somebody, and can't answer a request: only the first shows.
    assert bekijk(client, "stand=mist").context["mijn"] and not bekijk(client, "stand=wacht").context["mijn"]


def test_who_has_few_keeps_cards(client: Client, buurt: Buurt) -> None:
    client.force_login(lid_van_velen(Netwerkrol.COACH, buurt, 3))
    assert bekijk(client, "q=niets").context["vak"] != "lijst" and len(bekijk(client).context["mijn"]) == 3
