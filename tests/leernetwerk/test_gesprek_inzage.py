"""Staff who read what a network wrote for itself are in that network's log."""

from __future__ import annotations

import pytest
from django.test import Client

from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.models import Logregel
from kennisplatform.gesprek.schrijven import schrijf
from leernetwerk.models import Praktijkvoorbeeld
from tests import mensen

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("waar", ["pagina", "vraag", "lijst", "beheer"])
def test_what_the_team_reads_of_a_network_stands_in_its_log(waar: str) -> None:
    pagina = Praktijkvoorbeeld.objects.live().filter(locale__language_code="nl").order_by("pk").first()
    hier = mensen.buurt("hier")
    lid = mensen.lid(hier, "gemeente")
    vraag = schrijf(
        soort="vraag",
        pagina=pagina,
        door=lid,
        tekst="x",
        kop="Alleen voor ons",
        buurt=hier,
        zichtbaarheid=Zichtbaarheid.EIGEN,
    )
    adres = {
        "pagina": pagina.url,
        "vraag": vraag.get_absolute_url(),
        "lijst": "/leernetwerk/gesprek/",
        "beheer": "/leernetwerk/gesprek/beheer/?lijst=nieuwste",
    }[waar]
    regels = Logregel.objects.filter(buurt=hier, soort=Logregel.Soort.INZAGE)
    for wie in (lid, mensen.medewerker("redacteur")):
        client = Client()
        client.force_login(wie)
        client.get(adres)
    assert not regels.exists(), "who is a member, or does not see it, is no look from outside"
    team = mensen.medewerker("transitieteam")
    client = Client()
    client.force_login(team)
    for _keer in range(2):
        assert "Alleen voor ons" in client.get(adres).content.decode()
    (regel,) = regels
    assert regel.door == team and "een gesprek van het netwerk" in regel.tekst
