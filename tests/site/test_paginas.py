"""What a visitor sees on the real content: every public page answers, says what is unknown, and stays cheap."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from kennisplatform.basis.invullen import vul
from kennisplatform.basis.models import KennisPagina
from kennisplatform.basis.openbaar import openbaar
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.preventie.models import AlgemenePagina, Artikel
from kennisplatform.zoeken.motor import motoren
from leernetwerk.delen.models import Inzending
from leernetwerk.models import Praktijkvoorbeeld
from menukaart.models import Interventie
from tests.pagina import pagina as blad_van
from tests.pagina import plat
from zorgpaden.models import Zorgpad

pytestmark = pytest.mark.django_db


def tekst(client: Client, pad: str, status: int = 200) -> str:
    antwoord = client.get(pad)
    assert antwoord.status_code == status, pad
    return antwoord.content.decode()


def test_the_content_is_there() -> None:
    """The numbers that the issue asks for, published and under their own roof."""
    assert Interventie.objects.live().count() >= 43
    assert Zorgpad.objects.live().count() >= 15
    assert Praktijkvoorbeeld.objects.live().count() >= 19
    assert Buurt.objects.count() == 20
    assert Artikel.objects.live().count() >= 30


def test_every_public_page_answers(client: Client) -> None:
    kapot = []
    for pagina in openbaar(Page.objects.filter(depth__gt=1).exclude(depth=2)):
        adres = pagina.get_url()
        if client.get(adres).status_code != 200:
            kapot.append(adres)
    assert not kapot


def staat_er(client: Client, pagina: Page, teksten: Iterable[str]) -> bool:
    """Word for word, but for a few: a difficult word carries its explanation."""
    er = set(re.findall(r"\w+", blad_van(client.get(pagina.get_url())).tekst("main")))
    woorden = set(re.findall(r"\w+", blad_van(f"<p>{' '.join(map(vul, teksten))}</p>").tekst("p")))
    return len(woorden - er) <= len(woorden) // 5


@pytest.mark.eenmaal
def test_blocks_show_text_and_no_data(client: Client) -> None:
    """Lists and tables inside blocks, on every page: words, never the data structure that holds them."""
    lijsten = 0
    for pagina in [*Artikel.objects.live(), *AlgemenePagina.objects.live()]:
        inhoud = tekst(client, pagina.get_url())
        assert "{'" not in inhoud and "{&#x27;" not in inhoud, pagina.slug
        for blok in pagina.inhoud:
            if blok.block_type == "wel_niet":
                lijsten += 1
                assert staat_er(client, pagina, (*blok.value["wel"], *blok.value["niet"]))
            if blok.block_type == "tabel":
                lijsten += 1
                assert staat_er(client, pagina, [cel for rij in blok.value["rijen"] for cel in rij["cellen"]])
                assert all(len(rij["cellen"]) == len(blok.value["kolommen"]) for rij in blok.value["rijen"])
    assert lijsten > 20


def test_every_page_of_a_neighbourhood_answers(client: Client) -> None:
    for buurt in Buurt.objects.all():
        assert buurt.naam in tekst(client, buurt.get_absolute_url())


@pytest.mark.eenmaal
def test_every_link_on_the_core_pages_leads_somewhere(client: Client) -> None:
    """Internal links of one page of each kind; a dead link on a template would be on hundreds of pages."""
    for pad in (
        "/",
        "/preventie/",
        "/menukaart/in-balans/",
        "/zorgpaden/infuus-antibiotica-thuis/",
        "/leernetwerk/",
        "/themas/",
        "/ar/",
    ):
        for adres in set(re.findall(r'href="(/[^"#]*)"', tekst(client, pad))):
            if not adres.startswith(("/static/", "/straat/")):
                antwoord = client.get(adres.replace("&amp;", "&"), follow=True)  # some lead past the sign-in
                assert antwoord.status_code == 200, f"{adres} on {pad}"
                if antwoord.streaming:  # a document keeps its file open until it is read
                    assert b"".join(antwoord.streaming_content)


def test_home_shows_residents_and_networks_the_way(client: Client) -> None:
    start, vak = blad_van(client.get("/")), blad_van(client.get("/professionals/"))
    assert {"/preventie/", "/professionals/", "/buurten/"} <= set(start.waarden("a", "href"))
    assert {"/menukaart/", "/zorgpaden/", "/leernetwerk/"} <= set(vak.waarden("a", "href"))
    assert f"{Interventie.objects.live().count()} plannen" in vak.tekst("main")


def test_an_article_says_the_answer_first_and_then_how_urgent(client: Client) -> None:
    inhoud = tekst(client, "/preventie/bang-om-te-vallen/")
    artikel = Artikel.objects.get(slug="bang-om-te-vallen")
    vakken = [inhoud.index(f"spoed alarmvak {code}") for code in ("bel112", "meteen", "vandaag", "afspraak", "zelf")]
    plekken = [inhoud.index(artikel.kort_antwoord[:40]), *vakken]
    assert plekken == sorted(plekken)
    assert "Nog niet door een zorgverlener nagekeken" in inhoud


def test_three_separate_figures_and_unknown_in_words(client: Client) -> None:
    nieuwjaar = timezone.localdate().replace(month=1, day=1)  # what the text says itself lapses after five years
    Interventie.objects.filter(slug="in-balans").update(bewijs_datum=nieuwjaar)
    inhoud = plat(tekst(client, "/menukaart/in-balans/"))
    assert "Eerste aanwijzingen (II)" in inhoud and f"1 januari {nieuwjaar.year}" in inhoud
    assert "27,5 uur per groep" in inhoud  # each number with its unit
    assert "Onbekend" in plat(tekst(client, "/menukaart/buurttuin/"))
    assert not re.search(r"(totaalscore|eindcijfer|rangorde)", inhoud, re.IGNORECASE)


def test_lapsed_recognition_says_so_itself(client: Client) -> None:
    """Welzijn op Recept was recognised in 2015: the page says expired, with the old level and date beside it."""
    inhoud = tekst(client, "/menukaart/welzijn-op-recept/")
    assert "De erkenning is verlopen" in inhoud and "Was: Goed beschreven, 15 mei 2015" in inhoud
    kaart = tekst(client, "/menukaart/?bewijs=erkenning-verlopen")
    assert "Welzijn op Recept" in kaart
    assert "Welzijn op Recept" not in tekst(client, "/menukaart/?bewijs=goed-beschreven")


def test_practice_and_intervention_point_at_each_other(client: Client) -> None:
    voorbeeld = Praktijkvoorbeeld.objects.live().filter(toepassingen__pagina__interventie__isnull=False).first()
    interventie = voorbeeld.toepassingen.first().pagina
    assert interventie.get_url() in tekst(client, voorbeeld.get_url())
    assert voorbeeld.get_url() in tekst(client, interventie.get_url())


def test_an_example_shows_what_did_not_work_too(client: Client) -> None:
    for voorbeeld in openbaar(Praktijkvoorbeeld.objects):
        assert voorbeeld.wat_niet_werkte.strip(), voorbeeld.slug
        inhoud = tekst(client, voorbeeld.get_url())
        assert inhoud.index("Wat niet werkte, en waarom") < inhoud.index("Wat deden zij?")
        assert voorbeeld.resultaten or "Niet gemeten" in inhoud


def test_every_claim_has_a_source() -> None:
    for model in (Artikel, Interventie, Zorgpad, Praktijkvoorbeeld):
        # What a neighbourhood handed in is its own account: there each result names its source.
        eigen = set(Inzending.objects.filter(pagina__isnull=False).values_list("pagina_id", flat=True))
        zonder = [p.slug for p in model.objects.live() if not p.bronnen and p.pk not in eigen]
        assert not zonder, model
    for voorbeeld in Praktijkvoorbeeld.objects.live():
        assert all(resultaat.value["bron"] for resultaat in voorbeeld.resultaten)


def test_anonymous_gets_no_cookie_and_strict_headers(client: Client) -> None:
    for pad in ("/", "/menukaart/?thema=zorgzame-buurt", "/zoeken/?q=vallen", "/buurten/", "/ar/"):
        antwoord = client.get(pad)
        assert not antwoord.cookies
        beleid = antwoord["Content-Security-Policy"]
        assert "default-src 'none'" in beleid and "unsafe" not in beleid and "http" not in beleid
        assert antwoord["X-Content-Type-Options"] == "nosniff"
        assert antwoord["Referrer-Policy"] == "same-origin"


def test_no_inline_style_and_nothing_of_third_parties(client: Client) -> None:
    for pad in ("/", "/preventie/bang-om-te-vallen/", "/menukaart/", "/buurten/", "/zoeken/?q=vallen"):
        inhoud = tekst(client, pad)
        assert not re.search(
            r"<[^>]+\sstyle=|<style|<script(?! src=\"/static/| type=\"application/ld\+json\">)|\son\w+=", inhoud
        )
        assert not re.search(
            r'(?:src|action)="https?:|<link(?! rel="(?:canonical|alternate)")[^>]+href="https?:', inhoud
        )


@pytest.mark.parametrize("taal", [code for code, _naam in settings.LANGUAGES])
def test_home_in_every_language(client: Client, taal: str) -> None:
    inhoud = tekst(client, "/" if taal == "nl" else f"/{taal}/")
    assert f'lang="{taal}" dir="{"rtl" if taal == "ar" else "ltr"}"' in inhoud
    assert inhoud.count("hreflang=") >= len(settings.LANGUAGES)


def test_a_reader_of_another_language_finds_the_dutch_page_marked(client: Client) -> None:
    inhoud = tekst(client, "/ar/zoeken/?q=vallen")
    assert 'lang="nl"' in inhoud and "/preventie/bang-om-te-vallen/" in inhoud


def test_an_unknown_address_helps_on(client: Client) -> None:
    inhoud = tekst(client, "/bestaat-niet/", 404)
    assert "Deze pagina is er niet" in inhoud and 'action="/zoeken/"' in inhoud and "112" in inhoud


def test_signs_of_life(client: Client) -> None:
    assert client.get("/healthz").content == b"ok\n"
    assert client.get("/readyz").json() == {
        "database": "ok",
        "cache": "ok",
        "zoekmotor": {m.naam: "ok" for m in motoren()},
        "post": "ok",
        "kopie": "ok",
        "losse rijen": "ok",
        "schijf": "ok",
        "zoekwachtrij": "ok",
        "nacht": "ok",
    }


def test_robots_sitemap_and_security(client: Client) -> None:
    assert "Sitemap:" in tekst(client, "/robots.txt")
    kaart = tekst(client, "/sitemap.xml")
    assert "/preventie/bang-om-te-vallen/" in kaart
    # The site's own host and port, whatever a record says of it.
    elders = client.get("/sitemap.xml", headers={"host": "testserver:8443"}).content.decode()
    adressen = re.findall(r"<loc>([^<]+)</loc>", elders)
    assert adressen and all(a.startswith("http://testserver:8443/") for a in adressen)
    assert "Expires:" in tekst(client, "/.well-known/security.txt")


@pytest.mark.parametrize(
    ("gevraagd", "eigen"),
    [
        ("/menukaart/?thema=lerende-buurt&bewijs=sterke-aanwijzingen", "/menukaart/"),
        ("/menukaart/?utm_source=mail&pagina=2&sorteer=naam", "/menukaart/?pagina=2"),
        ("/preventie/bang-om-te-vallen/?utm_campaign=x", "/preventie/bang-om-te-vallen/"),
        ("/buurten/waterkwartier/", "/buurten/waterkwartier/"),
        ("/leernetwerk/agenda/?soort=webinar&utm_source=mail", "/leernetwerk/agenda/"),
        ("/leernetwerk/uitgelicht/?utm_source=mail", "/leernetwerk/uitgelicht/"),
        ("/leernetwerk/gesprek/?stand=onbeantwoord", "/leernetwerk/gesprek/"),
        ("/zoeken/?q=vallen", "/zoeken/"),
    ],
)
def test_a_page_has_one_address(client: Client, gevraagd: str, eigen: str) -> None:
    assert blad_van(client.get(gevraagd)).waarden("link[rel=canonical]", "href") == [f"http://testserver{eigen}"]


def test_every_page_type_has_its_place_in_the_search_engine() -> None:
    for model in KennisPagina.__subclasses__():
        if not model._meta.abstract:
            assert model.zoeksoort, model
