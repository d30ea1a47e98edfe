"""Following with many: as few queries as with one."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kennisplatform.basis.openbaar import openbaar
from kennisplatform.deelnemers.keuzes import Netwerkrol, Zichtbaarheid
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Lidmaatschap
from kennisplatform.volgen.models import Melding, Volg
from leernetwerk.models import Praktijkvoorbeeld
from tests import mensen
from tests.vastleggen import leg_vast
from tests.volgen.hulp import client_van, gebeurt, volgt

pytestmark = pytest.mark.django_db


def test_six_thousand_followers_cost_a_handful_of_queries(pagina: Praktijkvoorbeeld, hier: Buurt) -> None:
    def vragen(n: int) -> int:
        with CaptureQueriesContext(connection) as gevangen:
            gebeurt(pagina, n, zichtbaarheid=Zichtbaarheid.NETWERKEN, buurt=hier)
        return len([q for q in gevangen if "SAVEPOINT" not in q["sql"]])

    volgt(mensen.lid(hier), pagina)
    weinig = vragen(1)
    velen = Gebruiker.objects.bulk_create([Gebruiker(email=f"v{n}@voorbeeld.example") for n in range(900)])
    Lidmaatschap.objects.bulk_create([Lidmaatschap(buurt=hier, persoon=w, rol=Netwerkrol.ANDERS) for w in velen])
    Volg.objects.bulk_create([Volg(persoon=w, soort="pagina", sleutel=str(pagina.pk)) for w in velen])
    assert vragen(2) <= weinig + 3  # rows go in a few inserts
    assert Melding.objects.count() == 902


def test_the_page_asks_as_much_for_few_as_for_many(pagina: Praktijkvoorbeeld) -> None:
    lid = volgt(mensen.persoon(), pagina)
    client = client_van(lid)
    gebeurt(pagina)

    def vragen(adres: str) -> int:
        leg_vast()
        client.get(adres)
        with CaptureQueriesContext(connection) as gevangen:
            assert client.get(adres).status_code == 200
        return len(gevangen)

    weinig = [vragen(adres) for adres in (reverse("volgen"), "/werkplek/", pagina.url)]
    for n in range(2, 60):
        gebeurt(pagina, n, door=mensen.persoon())
    for ander in openbaar(Praktijkvoorbeeld.objects.filter(locale__language_code="nl")):
        volgt(lid, ander)
    assert [vragen(adres) for adres in (reverse("volgen"), "/werkplek/", pagina.url)] == weinig
    assert max(weinig) <= 17, weinig
