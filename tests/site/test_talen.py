"""Readers of another language: an area of their own, Dutch that says it is Dutch, and a plain word where a page is missing."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.conf import settings
from django.test import Client
from django.utils.dates import MONTHS
from django.utils.translation import override
from wagtail.models import Page

from kennisplatform.basis import schil
from kennisplatform.basis.inrichting import richt_in
from kennisplatform.basis.taal import kant_van
from kennisplatform.basis.templatetags.kennis import datum
from tests.pagina import pagina, plat

pytestmark = pytest.mark.django_db
ANDERE = [code for code, _naam in settings.LANGUAGES if code != "nl"]


@pytest.mark.parametrize("taal", ANDERE)
def test_staying_healthy_exists_in_every_language(client: Client, taal: str) -> None:
    antwoord = client.get(f"/{taal}/preventie/")
    assert antwoord.status_code == 200
    inhoud = plat(antwoord.content.decode())
    assert f'href="/{taal}/preventie/"' in client.get(f"/{taal}/").content.decode()
    regel = re.search(r'<a href="/preventie/[a-z-]+/"( [^>]*)>', inhoud)
    assert regel and regel[1] == ' lang="nl" dir="ltr"'


def test_setting_up_again_plans_nothing_twice() -> None:
    voor = Page.objects.count()
    richt_in()
    assert Page.objects.count() == voor


@pytest.mark.parametrize("taal", ANDERE)
@pytest.mark.parametrize(
    "pad", ["menukaart/", "menukaart/in-balans/", "onderwerpen/vallen", "preventie/bang-om-te-vallen/"]
)
def test_a_page_only_in_dutch_says_so(client: Client, taal: str, pad: str) -> None:
    antwoord = client.get(f"/{taal}/{pad}", follow=True)
    assert antwoord.status_code == 404
    inhoud = plat(antwoord.content.decode())
    nederlands = f"/{pad.rstrip('/')}/"
    assert f'<html lang="{taal}" dir="{"rtl" if taal == "ar" else "ltr"}"' in inhoud
    assert "Deze pagina is er nog niet in het " in inhoud and "Lees haar in het Nederlands." in inhoud
    assert re.search(rf'<a href="{nederlands}" lang="nl" hreflang="nl" dir="ltr">', inhoud)
    assert client.get(nederlands).status_code == 200


@pytest.mark.parametrize("pad", ["/leernetwerk/agenda/", "/leernetwerk/uitgelicht/", "/werkplek/"])
def test_a_screen_only_in_dutch_says_so_too(client: Client, pad: str) -> None:
    inhoud = client.get(f"/ar{pad}").content.decode()
    assert '<html lang="ar" dir="rtl"' in inhoud and f'<a href="{pad}" hreflang="nl">اقرأها' in inhoud
    assert "Deze pagina is er nog niet in het Arabisch" in inhoud


@pytest.mark.parametrize(
    ("pad", "zin"),
    [
        ("/ar/admin/", "هذه الصفحة غير موجودة"),
        ("/ar/leernetwerk/nergens/of/daar/", "هذه الصفحة غير موجودة"),
        ("/ar/woorden/nergens/", "هذه الصفحة غير موجودة"),
        ("/ar/menukaart/../", "هذه الصفحة غير موجودة"),
        ("/ar//", "هذه الصفحة غير موجودة"),
        ("/tr/nergens/", "Bu sayfa yok"),
        ("/xx/menukaart/", "Deze pagina is er niet"),
        ("/nergens/", "Deze pagina is er niet"),
    ],
)
def test_what_is_nowhere_says_so_in_the_language_of_its_address(client: Client, pad: str, zin: str) -> None:
    antwoord = client.get(pad)
    inhoud = antwoord.content.decode()
    assert antwoord.status_code == 404 and zin in inhoud and 'href="tel:112"' in inhoud
    assert ('dir="rtl"' in inhoud) == (zin[0] == "ه")


def test_a_dutch_screen_shows_the_way_to_itself(client: Client) -> None:
    antwoord = client.get("/ar/woorden/")
    assert antwoord.status_code == 404 and 'href="/woorden/"' in antwoord.content.decode()


def test_a_draft_is_not_given_away(client: Client) -> None:
    Page.objects.filter(slug="in-balans").update(live=False)
    assert "In Balans" not in client.get("/ar/menukaart/in-balans/").content.decode()


@pytest.mark.parametrize("code", ANDERE)
def test_what_a_resident_presses_is_in_her_language(client: Client, code: str) -> None:
    """Where to search, the menu, the doors: she knows what to press on a site of which the rest is Dutch."""
    inhoud = plat(client.get(f"/{code}/").content.decode())
    for woord in ("Zoek", "Menu", "Andere nummers", "Mijn buurt", "Wat is er aan de hand?", "Lichaam", "Kind en gezin"):
        eigen = schil.woorden()[woord][code]
        assert f'<span lang="{code}" dir="{kant_van(code)}">{eigen}</span>' in inhoud, woord
        assert eigen == woord or f">{woord}<" not in inhoud, woord
    assert all(set(per) == set(ANDERE) for per in schil.woorden().values())


@pytest.mark.parametrize("pad", ["/ar/", "/ar/preventie/", "/ar/zoeken/?q=vallen", "/ar/buurten/"])
def test_dutch_words_stand_in_a_dutch_piece(client: Client, pad: str) -> None:
    """Every Dutch sentence of the interface has an element around it that says it is Dutch, left to right."""
    inhoud = plat(client.get(pad).content.decode())
    for woord in ("Wie wij zijn", "Naar de inhoud", "Alle onderwerpen"):
        plek = inhoud.index(f">{woord}<")
        open_ = [m for m in re.finditer(r"<(\w+)[^>]*lang=\"nl\" dir=\"ltr\"[^>]*>", inhoud[: plek + 1])]
        assert any(f"</{m[1]}>" not in inhoud[m.end() : plek + 1] for m in open_), woord
    if "zoeken" not in pad and pad != "/ar/":
        assert f'placeholder="\u2068{schil.woorden()["Waar zoekt u naar?"]["ar"]}\u2069"' in inhoud
    nederlands = client.get(pad.removeprefix("/ar")).content.decode()
    assert nederlands.count('lang="nl" dir="ltr"') == 2  # the page itself and the name of the site: no needless marks


def test_an_error_page_asks_nothing_that_is_not_there(client: Client) -> None:
    inhoud = client.get("/nergens/").content.decode()
    icoon = re.search(r'<link rel="icon" href="([^"]+)"', inhoud)
    assert icoon and client.get(icoon[1]).status_code == 200
    assert client.get("/favicon.ico")["Content-Type"] == "image/svg+xml"


def test_a_day_beside_dutch_words_is_written_in_dutch(client: Client) -> None:
    """'جمعة 11 ديسمبر 19:00 uur' stood on /ar/: the months of Django are translated, the words beside them are not."""
    for adres in ("/ar/buurten/", "/ar/buurten/emmen/", "/tr/buurten/emmen/"):
        tekst = client.get(adres).content.decode()
        for taal in ("ar", "tr"):
            with override(taal):
                maanden = {str(maand) for maand in MONTHS.values()}
            assert not [maand for maand in maanden if re.search(rf"\b{maand} 20\d\d|\d {maand}\b", tekst)], adres
    with override("ar"):
        assert datum(dt.date(2026, 12, 11), "D j F") == "vr 11 december"


@pytest.mark.parametrize("pad", ["/buurten/", "/buurten/emmen/", "/buurten/emmen/cijfers/", "/zoeken/?q=vallen"])
@pytest.mark.parametrize("code", ["nl", "ar"])
def test_the_languages_lead_to_the_same_screen(client: Client, pad: str, code: str) -> None:
    """They led home, away from the neighbourhood that somebody had found."""
    elders = {taal: pad if taal == "nl" else f"/{taal}{pad}" for taal, _naam in settings.LANGUAGES}
    scherm = pagina(client.get(elders[code]))
    assert set(scherm.waarden("footer nav a[hreflang]", "href")) == set(elders.values())
    anders = dict(
        zip(*(scherm.waarden("link[rel=alternate][hreflang]", wat) for wat in ("hreflang", "href")), strict=True)
    )
    assert anders == {taal: f"http://testserver{adres}" for taal, adres in {**elders, "x-default": pad}.items()}
    assert client.get(elders["tr"]).status_code == 200


def test_what_is_nowhere_is_nowhere_in_every_language(client: Client) -> None:
    scherm = pagina(client.get("/buurten/bestaat-niet/"))
    assert not [adres for adres in scherm.waarden("[hreflang]", "href") if "bestaat-niet" in adres]
