"""Lessons for a neighbourhood, and sheets that are filled in and kept by nobody."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kennisplatform.preventie import prenten
from kennisplatform.preventie.invullen import Antwoorddeel, web
from kennisplatform.preventie.models import Invulblad, Module
from tests.pagina import plat

pytestmark = pytest.mark.django_db
VAL = "/kennis-naar-de-buurt/overeind-na-een-val/"
WEB = "/invullen/web-van-positieve-gezondheid/"


def test_each_lesson_is_whole(client: Client) -> None:
    lessen = list(Module.objects.live())
    assert len(lessen) >= 12 and {les.reeks for les in lessen} == {"buurt", "mindset"}
    for les in lessen:
        inhoud = plat(client.get(les.get_url()).content.decode())
        assert len(les.stappen) >= 5 and all(stap.value["prent"] in prenten.PRENTEN for stap in les.stappen), les.slug
        assert inhoud.count('src="/prent/') == len(les.stappen)
        assert 3 <= len(les.kaart.splitlines()) <= 6 and les.bronnen and les.groep
        for vraag in les.vragen:
            assert sum(antwoord["goed"] for antwoord in vraag.value["antwoorden"]) == 1, (
                les.slug,
                vraag.value["vraag"],
            )
        kaart = client.get(f"{les.get_url()}?blad=kaart").content.decode()
        groep = client.get(f"{les.get_url()}?blad=groep").content.decode()
        assert 'class="drukkaart"' in kaart and 'name="robots" content="noindex"' in kaart
        assert "Voor wie de groep begeleidt" in groep and les.groep[0].value["titel"] in plat(groep)


def test_what_is_urgent_comes_from_the_table(client: Client) -> None:
    for adres in (VAL, f"{VAL}?blad=kaart"):
        assert 'class="spoed alarmvak bel112"' in client.get(adres).content.decode()
    les = Module.objects.get(slug="overeind-na-een-val")
    assert les.gekozen_zinnen() and "bloedverdunners" in les.spoedtekst


def test_the_list_follows_the_series(client: Client) -> None:
    inhoud = client.get("/kennis-naar-de-buurt/").content.decode()
    plekken = [
        inhoud.index(f"/kennis-naar-de-buurt/{les.slug}/")
        for les in Module.objects.filter(reeks="mindset").order_by("volgorde")
    ]
    assert plekken == sorted(plekken) and len(plekken) == 5
    tweede = client.get("/kennis-naar-de-buurt/kijken-naar-het-hele-leven/").content.decode()
    assert "les 2 van 5" in plat(tweede) and "/kennis-naar-de-buurt/het-netwerk-erbij-vragen/" in tweede
    Module.objects.filter(slug="het-netwerk-erbij-vragen").update(live=False)
    cache.clear()
    assert "het-netwerk-erbij-vragen" not in client.get("/kennis-naar-de-buurt/").content.decode()


def test_a_lesson_and_a_sheet_are_found(client: Client) -> None:
    assert VAL in client.get("/zoeken/?q=overeind+komen&soort=module").content.decode()
    assert WEB in client.get("/zoeken/?q=spinnenweb&soort=invulblad").content.decode()


def test_pictures_are_drawn_and_hold_no_text(client: Client) -> None:
    for naam in prenten.PRENTEN:
        antwoord = client.get(f"/prent/{naam}.svg")
        assert antwoord["Content-Type"] == "image/svg+xml" and "max-age" in antwoord["Cache-Control"]
        assert b"<text" not in antwoord.content and b"style=" not in antwoord.content
    assert client.get("/prent/bestaat-niet.svg").status_code == 404


# ---- Sheets


@pytest.fixture
def vul() -> Any:
    blad = Invulblad.objects.get(slug="web-van-positieve-gezondheid")
    streng = Client(enforce_csrf_checks=True)
    return lambda **velden: streng.post(f"/invullen/ingevuld/{blad.pk}/", velden)


def test_a_sheet_is_kept_nowhere(client: Client, vul: Any) -> None:
    leeg = client.get(WEB)
    assert "Maak mijn blad" in leeg.content.decode() and not leeg.cookies
    velden = {f"d{n}v0": str(cijfer) for n, cijfer in enumerate((7, 4, 8, 6, 3, 5))}
    with CaptureQueriesContext(
        connection,
    ) as vragen:
        antwoord = vul(**velden, d6v1="Meer mensen zien & <b>praten</b>")
    assert not [vraag["sql"] for vraag in vragen if vraag["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    inhoud = antwoord.content.decode()
    assert "no-store" in antwoord["Cache-Control"] and not antwoord.cookies
    assert "Meer mensen zien &amp; &lt;b&gt;praten&lt;/b&gt;" in inhoud and "<b>praten" not in inhoud
    assert inhoud.count('class="punt"') == 6 and 'class="vlak"' in inhoud
    assert "Meer mensen zien" in antwoord.context["formulier"]["d6v1"].value()  # to go on with
    assert client.get(antwoord.request["PATH_INFO"])["Location"] == WEB  # by address there is nothing to see


def test_what_does_not_fit_stays_in_the_form(vul: Any) -> None:
    antwoord = vul(d0v0="11", d6v0="x" * 1501, d6v1="Dit blijft.")
    inhoud = antwoord.content.decode()
    assert "Deze keuze is er niet" in inhoud and "te lang" in inhoud and "Dit blijft." in inhoud
    assert 'id="blad"' not in inhoud
    assert 'class="vlak"' not in vul(d0v0="5", d1v0="5").content.decode()  # two marks are no shape
    assert vul().status_code == 200


def test_a_sheet_that_is_not_public(client: Client) -> None:
    blad = Invulblad.objects.get(slug="vier-kanten-4d")
    Invulblad.objects.filter(pk=blad.pk).update(live=False)
    assert client.post(f"/invullen/ingevuld/{blad.pk}/", {}).status_code == 404


def test_the_web_is_drawn_at_its_marks() -> None:
    delen = [Antwoorddeel(str(n), [], cijfer) for n, cijfer in enumerate((10, 0, None, 5))]
    getekend = web(delen)
    assert getekend is not None and getekend.vlak == "150,40 150,150 95,150"
    assert [draad.cijfer for draad in getekend.draden] == [10, 0, None, 5]
    assert web([*delen, Antwoorddeel("En nu?", [], None, draad=False)]) == getekend
    assert web(delen[:2]) is None


def test_each_sheet_says_what_happens_to_your_words(client: Client) -> None:
    bladen = Invulblad.objects.live()
    assert bladen.count() >= 5
    for blad in bladen:
        inhoud = plat(client.get(blad.get_url()).content.decode())
        assert "Wij bewaren niets en sturen niets door" in inhoud and blad.bronnen
        assert not re.search(
            r"<(input|textarea|select)[^>]*(?<!-)\brequired\b", inhoud.split('id="formulier"')[1].split("</form>")[0]
        )
