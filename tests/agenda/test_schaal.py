"""The agenda asks as much with little as with much; synthetic meetings come and go; the demo is always of today."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from kennisplatform.agenda import demo
from kennisplatform.agenda.models import Bijeenkomst, Deelname, Ervaringsdeskundige
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.proefdata.management.commands.proefdata import vul, wis
from tests import mensen
from tests.agenda import hulp as agenda
from tests.vastleggen import leg_vast

pytestmark = pytest.mark.django_db
MEEST = 12
DING = "telbijeenkomst"
GEVALLEN = {
    "": ("agenda", "agenda_feed", "agenda_json", "agenda_ics", "leernetwerk_feed", "bijeenkomst", "bijeenkomst_ics"),
    "kartrekker": (
        "agenda",
        "agenda_mijn",
        "bijeenkomst",
        "bijeenkomst_deelnemers",
        "bijeenkomst_wijzigen",
        "bijeenkomsten_van",
        "ervaringsdeskundigen",
        "werkplek",
        "netwerk",
    ),
    "transitieteam": ("agenda", "bijeenkomst", "bijeenkomsten_van", "ervaringsdeskundigen"),
}


def adres(naam: str) -> str:
    if naam in {"bijeenkomsten_van", "netwerk"}:
        return reverse(naam, args=["telbuurt"])
    return reverse(naam, args=[DING]) if naam.startswith("bijeenkomst") else reverse(naam)


def hang_eraan(buurt: Buurt, wie: Any, keren: int) -> None:
    ding = Bijeenkomst.objects.filter(slug=DING).first() or agenda.bijeenkomst(buurt, slug=DING, plaatsen=3)
    for _keer in range(keren):
        agenda.gast(ding)
        agenda.gast(ding, staat="wacht")
        Deelname.objects.create(bijeenkomst=ding, persoon=mensen.persoon(), staat="plek")
        for dagen in (3, -3):
            ander = agenda.bijeenkomst(buurt, dagen, opbrengst="x", zichtbaarheid="eigen")
            if wie:
                Deelname.objects.create(bijeenkomst=ander, persoon=wie, staat="plek")
        agenda.deskundige(buurt)


def vragen(client: Client, pad: str) -> tuple[int, str]:
    cache.clear()
    leg_vast()
    client.get(pad)
    with CaptureQueriesContext(connection) as gevangen:
        assert client.get(pad).status_code == 200, pad
    return len(gevangen), "\n".join(q["sql"][:200] for q in gevangen)


@pytest.mark.parametrize("rol", GEVALLEN)
def test_as_many_queries_for_few_as_for_many(client: Client, rol: str) -> None:
    """All addresses of a role at once: making much took most of the time of each."""
    buurt = mensen.buurt("telbuurt")
    wie = None
    if rol:
        wie = mensen.lid(buurt, rol) if rol == "kartrekker" else mensen.medewerker(rol)
        client.force_login(wie)
    hang_eraan(buurt, wie, 1)
    weinig = {naam: vragen(client, adres(naam)) for naam in GEVALLEN[rol]}
    vul(0, 40, 1)
    hang_eraan(buurt, wie, 15)
    veel = {naam: vragen(client, adres(naam)) for naam in GEVALLEN[rol]}
    meer = [naam for naam in veel if veel[naam][0] != weinig[naam][0]]
    assert not meer, "\n\n".join(f"{n}\n{weinig[n][1]}\n\n{veel[n][1]}" for n in meer)
    # Other rooms add to these two.
    te_veel = [n for n, (aantal, _) in veel.items() if aantal > MEEST + (5 if n in {"werkplek", "netwerk"} else 0)]
    assert not te_veel, "\n\n".join(f"{n}\n{veel[n][1]}" for n in te_veel)


def test_sample_meetings_come_and_go() -> None:
    eigen = agenda.bijeenkomst(mensen.buurt("gewoon"), titel="Proef van de wijn", slug="proef-van-de-wijn-1")
    voor = Bijeenkomst.objects.count(), Deelname.objects.count()
    vul(0, 20, 1)
    proef = Bijeenkomst.objects.filter(buurt__slug__startswith="proef-")
    assert proef.count() == 80 and proef.komend().exists() and proef.met_opbrengst().exists()
    assert Deelname.objects.count() > voor[1]
    wis()
    assert (Bijeenkomst.objects.count(), Deelname.objects.count()) == (voor[0], voor[1])
    eigen.refresh_from_db()


def test_the_demo_is_always_of_today_and_leaves_what_somebody_changed() -> None:
    Bijeenkomst.objects.all().delete()
    demo.vul("x")
    alle = Bijeenkomst.objects.filter(voorbeeld=True)
    aantal, mensen_ = alle.count(), Deelname.objects.count()
    assert aantal == 14 and Ervaringsdeskundige.objects.filter(voorbeeld=True).count() == 3
    assert alle.komend().count() == 12 and alle.filter(afgelast__isnull=False).count() == 1
    assert alle.exclude(opbrengst="").count() == 2 and alle.exclude(transcript="").count() == 1
    assert alle.komend().filter(deelnames__staat="wacht").exists()
    assert not [b for b in alle.komend() if timezone.localtime(b.begin).weekday() > 4]
    # A month later somebody starts the demo again; one of them was changed by hand.
    maand = dt.timedelta(days=30)
    for een in alle:
        Bijeenkomst.objects.filter(pk=een.pk).update(begin=een.begin - maand, einde=een.einde - maand)
    eigen = alle.order_by("-begin").first()
    Bijeenkomst.objects.filter(pk=eigen.pk).update(versie=1)
    oud = Bijeenkomst.objects.get(pk=eigen.pk).begin
    demo.vul("x")
    assert (alle.count(), Deelname.objects.count()) == (aantal, mensen_)
    assert alle.komend().exclude(pk=eigen.pk).count() >= 11
    assert Bijeenkomst.objects.get(pk=eigen.pk).begin == oud
    html = Client().get(alle.komend().openbaar()[0].get_absolute_url()).content.decode()
    assert "verzonnen om te laten zien" in html
