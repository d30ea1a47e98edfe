"""Public lists: facets that count what the list shows, paging that loses nothing, and queries that do not grow."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from menukaart.models import Interventie
from zorgpaden.models import Zorgpad

pytestmark = pytest.mark.django_db


def test_facets_count_what_the_list_shows(client: Client) -> None:
    antwoord = client.get("/menukaart/?thema=zorgzame-buurt")
    lijst = next(f for f in antwoord.context["facetten"] if f.naam == "bewijs")
    for keuze in lijst.keuzes:
        samen = client.get(f"/menukaart/?thema=zorgzame-buurt&bewijs={keuze.code}")
        assert samen.context["antwoord"].totaal == keuze.aantal, keuze.label


def test_an_own_facet_counts_without_its_own_filter(client: Client) -> None:
    zonder = {
        k.code: k.aantal for f in client.get("/menukaart/").context["facetten"] if f.naam == "thema" for k in f.keuzes
    }
    met = client.get("/menukaart/?thema=zorgzame-buurt").context["facetten"]
    assert {k.code: k.aantal for f in met if f.naam == "thema" for k in f.keuzes} == zonder


def test_paging_shows_everything_exactly_once(client: Client) -> None:
    gezien: list[int] = []
    for pagina in range(1, 5):
        gezien += [k.ding.pk for k in client.get(f"/menukaart/?pagina={pagina}").context["kaarten"]]
    paden = Zorgpad.objects.live().filter(op_menukaart=True).count()
    assert len(gezien) == len(set(gezien)) == Interventie.objects.live().count() + paden


@pytest.mark.parametrize(
    ("pad", "meest"),
    [
        ("/preventie/bang-om-te-vallen/", 6),
        # More than the six of a page alone: what people asked below it, who stopped and who does it, what became of it.
        ("/menukaart/in-balans/", 10),
        ("/zorgpaden/infuus-antibiotica-thuis/", 10),
        ("/leernetwerk/overvecht-krachtige-basiszorg/", 10),
        ("/themas/zorgzame-buurt/", 6),
        ("/", 5),
        ("/menukaart/", 5),
        ("/zoeken/?q=eenzaam", 4),
        ("/zoeken/?q=vallen", 7),  # with a document among the hits: its page, and whether both are public still
    ],
)
def test_number_of_queries(client: Client, pad: str, meest: int) -> None:
    client.get(pad)
    with CaptureQueriesContext(connection) as vragen:
        client.get(pad)
    assert len(vragen) <= meest, "\n".join(v["sql"][:160] for v in vragen.captured_queries)


def test_queries_do_not_grow_with_the_number(client: Client) -> None:
    def tel(pad: str) -> int:
        client.get(pad)
        with CaptureQueriesContext(connection) as vragen:
            client.get(pad)
        return len(vragen)

    assert client.get("/menukaart/?bewijs=goed-onderbouwd").context["antwoord"].totaal < 10
    assert tel("/menukaart/") == tel("/menukaart/?bewijs=goed-onderbouwd")
    assert tel("/zoeken/?q=ouderen") == tel("/zoeken/?q=copd")
    assert (
        client.get("/zoeken/?q=ouderen").context["antwoord"].totaal
        > client.get("/zoeken/?q=copd").context["antwoord"].totaal
    )


def test_nothing_found_says_which_filter_costs_most(client: Client) -> None:
    antwoord = client.get("/menukaart/?thema=lerende-buurt&bewijs=sterke-aanwijzingen")
    assert antwoord.context["antwoord"].totaal == 0
    kansen = antwoord.context["verruimingen"]
    assert kansen and [k.aantal for k in kansen] == sorted((k.aantal for k in kansen), reverse=True)
    for kans in kansen:
        assert client.get(f"/menukaart/?{kans.adres}").context["antwoord"].totaal == kans.aantal
        assert f'href="?{kans.adres.replace("&", "&amp;")}"' in antwoord.content.decode()


def test_a_keyword_is_a_filter(client: Client) -> None:
    alle = next(f for f in client.get("/menukaart/").context["facetten"] if f.naam == "trefwoord")
    eerste = alle.keuzes[0]
    assert len(alle.keuzes) <= 15
    gefilterd = client.get("/menukaart/", {"trefwoord": eerste.code}).context
    assert gefilterd["antwoord"].totaal == eerste.aantal > 0


def test_or_within_a_facet_and_between_facets(client: Client) -> None:
    """Two values of one facet widen, a second facet narrows."""

    def sleutels(query: str) -> set[str]:
        gevonden: set[str] = set()
        for pagina in (1, 2, 3):
            gevonden |= set(client.get(f"/menukaart/?{query}&pagina={pagina}").context["kaarten"].sleutels)
        return gevonden

    zorgzaam, lerend = sleutels("thema=zorgzame-buurt"), sleutels("thema=lerende-buurt")
    assert sleutels("thema=zorgzame-buurt&thema=lerende-buurt") == zorgzaam | lerend
    eenzaam = sleutels("onderwerp=eenzaamheid")
    assert sleutels("thema=zorgzame-buurt&onderwerp=eenzaamheid") == zorgzaam & eenzaam
    assert zorgzaam & eenzaam and zorgzaam != eenzaam
