"""On the page of a choice stands what speaks for it and against it here: for who must explain it afterwards."""

from __future__ import annotations

import pytest
from django.urls import reverse

from kennisplatform.deelnemers.keuzes import Netwerkrol
from menukaart.kiezen import keuzelijst, profielen
from menukaart.kiezen.opmaat.profiel import Antwoorden
from menukaart.models import Interventie
from tests import mensen
from tests.pagina import pagina
from tests.site.test_rechten import client_van

pytestmark = pytest.mark.django_db


def test_a_choice_says_what_it_rests_on() -> None:
    hier = mensen.buurt("hier")
    trekker = mensen.lid(hier, Netwerkrol.KARTREKKER)
    balans = Interventie.objects.get(slug="in-balans")
    (keuze,) = keuzelijst.leg(buurt=hier, paginas=[balans], waarom="", door=trekker)
    client, adres = client_van(trekker), reverse("keuze", args=[hier.slug, keuze.pk])
    assert not pagina(client.get(adres)).heeft("#pleit")  # nobody answered anything yet
    antwoorden = Antwoorden(eerst=("vallen-ouderen",), mensen=("vrijwilligers",), ses="laag", loopt=("in-balans",))
    profielen.bewaar(buurt=hier, antwoorden=antwoorden, krachten="", door=trekker)
    tekst = pagina(client.get(adres)).tekst('section[aria-labelledby="pleit"]')
    for zin in ("Past bij wat u het eerst noemde", "die noemde u niet", "of het past bij lage SES"):
        assert zin in tekst, zin
    profielen.bewaar(buurt=hier, antwoorden=Antwoorden(eerst=("eenzame-bewoners",)), krachten="", door=trekker)
    assert not pagina(client.get(adres)).heeft("#pleit")  # not for what they named: then it has nothing to say
