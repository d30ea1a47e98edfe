"""A topic page is a resident's: first what she reads, best first; plans for professionals are lines below."""

from __future__ import annotations

import pytest
from django.test import Client

from kennisplatform.preventie.models import Artikel, OnderwerpPagina

pytestmark = pytest.mark.django_db


def test_falling_begins_with_afraid_to_fall(client: Client) -> None:
    antwoord = client.get("/onderwerpen/vallen/")
    groepen = antwoord.context["groepen"]
    assert groepen[0].voor_bewoners and not any(g.voor_bewoners for g in groepen[1:])
    slugs = [kaart.ding.slug for kaart in groepen[0].kaarten]
    assert slugs[0] == "bang-om-te-vallen" and "eten-als-u-ouder-wordt" not in slugs
    inhoud = antwoord.content.decode()
    artikelen, professionals = inhoud.split('class="voor-professionals"')
    assert "/preventie/bang-om-te-vallen/" in artikelen and "/menukaart/" not in artikelen.split("<h1>")[1]
    assert "Voor professionals" in professionals and 'href="/menukaart/in-balans/"' in professionals
    assert 'class="drie' not in inhoud  # a topic leads on; figures stand on the page itself


def test_every_article_about_a_topic_stands_beside_it(client: Client) -> None:
    """What the name of the topic does not find is added, not lost."""
    for pagina in OnderwerpPagina.objects.live():
        over = Artikel.objects.live().filter(begrippen=pagina.begrip)
        groepen = client.get(pagina.get_url()).context["groepen"]
        getoond = [k.ding.pk for g in groepen if g.voor_bewoners for k in g.kaarten]
        assert len(getoond) == len(set(getoond)) == min(6, over.count()), pagina.slug
        assert set(getoond) <= set(over.values_list("pk", flat=True))
