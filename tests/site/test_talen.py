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
from kennisplatform.basis.models.begrippen import woordenboek
from kennisplatform.basis.taal import kant_van
from kennisplatform.basis.templatetags.kennis import datum
from kennisplatform.preventie.models import Artikel, Collectie, Invulblad, Module, Routepagina
from tests.pagina import kaal, pagina, plat

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


def test_filters_run_as_the_page_does_and_only_dutch_words_in_them_are_marked(client: Client) -> None:
    blad = pagina(client.get("/ar/zoeken/?q=vallen"))
    filters = ".filters, .filters form, .filters details, .filters summary, .filters li, .filters label"
    assert not any(een.get("dir") or een.get("lang") for een in blad.alle(filters))
    los = [
        kaal(een)
        for een in blad.alle(filters)
        if any(str(stuk).strip() for stuk in een.find_all(string=True, recursive=False))
    ]
    assert not los, "words without a language of their own"
    assert blad.heeft(".filters label span[lang='ar'][dir='rtl']")


def test_a_sentence_of_two_pieces_is_read_in_their_order(client: Client) -> None:
    """In a piece that runs from the left, two Arabic sentences beside each other change places."""
    blad = pagina(client.get("/ar/buurten/"))
    assert [een.get("dir") for een in blad.een("p.kort").parents if een.get("dir")] == ["rtl"]
    assert blad.tekst("p.kort").startswith("عدد الأحياء") and blad.tekst("p.kort").endswith("القائمة مؤقتة.")
    assert all(een["lang"] == "nl" for een in blad.alle("ol.genummerd li a, .velden, .land"))


@pytest.mark.parametrize("pad", ["/ar/menukaart/", "/ar/leernetwerk/agenda/", "/ar/nergens/"])
def test_from_a_page_that_is_not_there_the_way_leads_on_in_her_language(client: Client, pad: str) -> None:
    blad = pagina(client.get(pad))
    verder = {naam: adres for naam, adres in blad.links("body a").items() if adres.startswith("/ar/")}
    assert verder == {"De buurt als ecosysteem": "/ar/", "الصفحة الرئيسية": "/ar/"}
    assert blad.teksten("form button") == ["بحث"] and blad.heeft("form[action='/ar/zoeken/']")
    assert blad.heeft("a[href='tel:112']") and "Waar zoekt u" not in blad.tekst("body")
    assert client.get("/ar/zoeken/").status_code == client.get("/ar/").status_code == 200


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


def woorden_per_taal(inhoud: str) -> dict[str, list[str]]:
    """Language → the pieces of text that stand in it: of the nearest element that says so."""
    per: dict[str, list[str]] = {}
    for stuk in pagina(inhoud).een("body").find_all(string=True):
        if stuk.strip() and stuk.parent and stuk.parent.name not in ("script", "style", "title"):
            dichtst = stuk.find_parent(lang=True)
            per.setdefault(str(dichtst["lang"]), []).append(" ".join(stuk.split()))
    return per


@pytest.mark.parametrize(
    "pad",
    [
        *("/ar/", "/ar/preventie/", "/ar/zoeken/?q=vallen", "/ar/buurten/", "/ar/buurten/emmen/"),
        *("/ar/buurten/emmen/cijfers/", "/ar/buurten/waterkwartier/", "/ar/buurten/emmen/meepraten/"),
    ],
)
def test_dutch_words_stand_in_a_dutch_piece(client: Client, pad: str) -> None:
    """Every Dutch sentence has an element around it that says it is Dutch; each name of a language is in its own."""
    per = woorden_per_taal(client.get(pad).content.decode())
    vreemd = {s for s in per["ar"] if re.search("[a-z]{3}", s) and not re.search("[\u0600-\u06ff]", s)}
    zelf = "http://testserver" + pad.partition("?")[0]
    bijzonder = {
        "vallen",
        "(ODT, 2 kB)",
        zelf,
        "Emmen",
    }  # typed, a kind of file, the page's address, a name in a sentence
    assert not vreemd - bijzonder
    nederlands = client.get(pad.removeprefix("/ar")).content.decode()
    assert nederlands.count('lang="nl" dir="ltr"') == 2  # the page itself and the name of the site: no needless marks


@pytest.mark.parametrize("code", ANDERE)
def test_home_and_overview_are_dutch_only_where_the_page_behind_it_is(client: Client, code: str) -> None:
    """All that our own screens say is in the reader's language; what is Dutch is a title, below the one she can read."""
    for pad in (f"/{code}/", f"/{code}/preventie/"):
        inhoud = client.get(pad).content.decode()
        blad = pagina(inhoud)
        dutch = set(woorden_per_taal(inhoud)["nl"])
        dutch -= set(blad.teksten("small[lang=nl], .alleen-druk span"))  # titles of Dutch pages, and today
        dutch -= {" ".join(stuk.split()) for knoop in blad.alle(".weekagenda") for stuk in knoop.find_all(string=True)}
        dutch -= set(blad.teksten(".routes span[lang=nl]"))  # what a road is about, on a wide screen
        assert dutch <= {"De buurt als", "ecosysteem", "Nederlands", "Huisartsenpost"}, (pad, dutch)


@pytest.mark.parametrize("code", ANDERE)
def test_a_title_is_read_in_her_language_with_the_dutch_one_below(client: Client, code: str) -> None:
    for titel, per in schil.titels().items():
        assert set(per) == set(ANDERE) and all(per.values()), titel
    eigen = schil.titels()["Ik ben bang om te vallen"][code]
    for pad in (f"/{code}/", f"/{code}/preventie/", f"/{code}/zoeken/?q=bang+om+te+vallen"):
        blad = pagina(client.get(pad))
        knoop = blad.alle(f'main a[href="/preventie/bang-om-te-vallen/"] bdi[lang={code}]')[0]
        assert kaal(knoop).startswith(eigen) and kaal(knoop.small) == "Ik ben bang om te vallen", pad


def test_what_a_resident_can_choose_has_its_title_in_all_languages() -> None:
    """A new article asks for a line in titels.toml; without one its title is Dutch for who reads no Dutch."""
    namen: set[str] = set()
    for soort in (Artikel, Routepagina, Module, Invulblad, Collectie):
        namen |= set(soort.objects.filter(locale__language_code="nl", live=True).values_list("title", flat=True))
    for begripsoort in ("onderwerp", "thema", "doelgroep", "leeftijd"):
        namen |= {begrip.label for begrip in woordenboek().kiesbaar(begripsoort)}
    assert not namen - set(schil.titels())
    assert not set(schil.titels()) - namen  # and no line that nothing uses


@pytest.mark.parametrize("code", ANDERE)
def test_filters_and_a_neighbourhoods_figures_are_in_her_language(client: Client, code: str) -> None:
    """What is left in Dutch is what a network wrote, or a name, or stands in the part for professionals."""
    for pad in (f"/{code}/zoeken/?q=vallen", f"/{code}/preventie/?volgorde=nieuw&leeftijd=12-18"):
        zeef = pagina(client.get(pad)).een("#filters")
        talen = {str(stuk.find_parent(lang=True)["lang"]) for stuk in zeef.find_all(string=re.compile("[^\\W\\d]"))}
        assert talen == {code}
    blad = pagina(client.get(f"/{code}/buurten/emmen/"))
    gezien = [kaal(knoop) for knoop in blad.alle(".woordcijfers > li")]
    assert len(gezien) > 4 and not [li for li in blad.alle(".woordcijfers > li [lang=nl]")]
    inwoners = {"en": "109,346", "tr": "109.346", "pl": "109 346", "uk": "109 346"}.get(code, "109")
    assert inwoners in gezien[0]


def test_a_title_that_an_editor_changed_is_dutch_again(client: Client) -> None:
    artikel = Artikel.objects.get(slug="bang-om-te-vallen", locale__language_code="nl")
    artikel.title = "Ik ben bang <om> te vallen op straat"
    artikel.save_revision().publish()
    knoop = pagina(client.get("/tr/")).alle('main a[href="/preventie/bang-om-te-vallen/"]')[0]
    assert kaal(knoop) == artikel.title and knoop["lang"] == "nl" and not knoop.find("bdi")


def test_an_error_page_asks_nothing_that_is_not_there(client: Client) -> None:
    inhoud = client.get("/nergens/").content.decode()
    icoon = re.search(r'<link rel="icon" href="([^"]+)"', inhoud)
    assert icoon and client.get(icoon[1]).status_code == 200
    assert client.get("/favicon.ico")["Content-Type"] == "image/svg+xml"


def test_a_day_beside_dutch_words_is_written_in_dutch(client: Client) -> None:
    """'جمعة 11 ديسمبر 19:00 uur' stood on /ar/: the months of Django are translated, the words beside them are not."""
    for adres in ("/ar/buurten/", "/ar/buurten/emmen/", "/tr/buurten/emmen/"):
        tekst = " | ".join(woorden_per_taal(client.get(adres).content.decode())["nl"])
        for taal in ("ar", "tr"):
            with override(taal):
                maanden = {str(maand) for maand in MONTHS.values()}
            assert not [maand for maand in maanden if re.search(rf"\b{maand} 20\d\d|\d {maand}\b", tekst)], adres
    dagen = pagina(client.get("/ar/buurten/emmen/")).teksten(".weekagenda time")
    assert dagen and not [dag for dag in dagen if "uur" in dag or re.search("[a-z]", dag)]  # nothing Dutch beside it
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
    if "?" in pad:  # an answer to a question is not for search engines, and has no counterpart there
        assert anders == {}
        return
    assert anders == {taal: f"http://testserver{adres}" for taal, adres in {**elders, "x-default": pad}.items()}
    assert client.get(elders["tr"]).status_code == 200


def test_only_the_one_address_of_a_page_names_its_counterparts(client: Client) -> None:
    """The second leaf of a list pointed to first leaves, and a leaf past the end called itself the one address."""
    eerste = pagina(client.get("/en/preventie/?pagina=1&utm_source=brief"))
    assert "http://testserver/en/preventie/" in eerste.waarden("link[rel=alternate]", "href")
    tweede = pagina(client.get("/en/preventie/?pagina=2"))
    assert tweede.een("link[rel=canonical]")["href"] == "http://testserver/en/preventie/?pagina=2"
    assert not tweede.alle("link[rel=alternate][hreflang]")
    voorbij = pagina(client.get("/preventie/?pagina=99")).een("link[rel=canonical]")["href"]
    assert 1 < int(str(voorbij).removeprefix("http://testserver/preventie/?pagina=")) < 99
    verboden = client.get("/robots.txt").content.decode().splitlines()
    assert {"Disallow: /zoeken/", "Disallow: /ar/zoeken/"} <= set(verboden)


def test_what_is_nowhere_is_nowhere_in_every_language(client: Client) -> None:
    scherm = pagina(client.get("/buurten/bestaat-niet/"))
    assert not [adres for adres in scherm.waarden("[hreflang]", "href") if "bestaat-niet" in adres]
