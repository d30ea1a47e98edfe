"""Where residents come in: home, the register, routes, and pages that leave no trace."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.test import Client

from kennisplatform.basis.models.begrippen import woordenboek
from kennisplatform.preventie.models import Artikel, Routepagina
from tests.pagina import pagina, plat

pytestmark = pytest.mark.django_db
GENOEG = 81  # articles that were there once
LICHT = 90_000  # bytes of HTML


def test_the_front_page_is_the_residents(client: Client) -> None:
    inhoud = plat(client.get("/").content.decode())
    midden = inhoud.split("<main")[1].split("</main>")[0]
    for nummer in ("tel:112", "tel:113", "0800-2000"):
        assert nummer in midden
    assert midden.index("tel:112") < midden.index('class="huizen')  # whom to call stands above the doors
    situaties = [begrip for (soort, _code), begrip in woordenboek().op_code.items() if soort == "situatie"]
    assert len(situaties) == 6 and all(begrip.label in midden for begrip in situaties)
    assert midden.count('href="/professionals/"') == 1 and 'href="/menukaart/' not in midden


def test_a_door_for_professionals(client: Client) -> None:
    inhoud = client.get("/professionals/").content.decode()
    for adres in ("/menukaart/", "/zorgpaden/", "/leernetwerk/", "/leernetwerk/uitgelicht/"):
        assert f'href="{adres}"' in inhoud, adres


def test_every_article_stands_at_a_situation_and_in_the_register(client: Client) -> None:
    artikelen = list(Artikel.objects.live())
    assert len(artikelen) >= GENOEG
    inhoud = client.get("/preventie/").content.decode()
    for artikel in artikelen:
        assert f'href="/preventie/{artikel.slug}/"' in inhoud, artikel.slug
    letters = re.findall(r'id="kop-(\w)"', inhoud)
    assert letters == sorted(letters) and len(letters) > 12
    assert 'class="kaarten' not in inhoud  # a register, no wall of cards
    # Each door is shut, with its first questions beside it; a link of home opens one, without a script.
    hub, open_ = pagina(client.get("/preventie/")), pagina(client.get("/preventie/?open=lichaam"))
    assert len(hub.teksten(".vraagdeuren summary h3")) == 6 and not hub.heeft("details[open] ul")
    assert open_.heeft("details[open] ul#lichaam") and not open_.heeft("details[open] ul#thuis")
    assert pagina(client.get("/")).heeft("a[href='/preventie/?open=lichaam#lichaam']")
    assert client.get("/preventie/?leeftijd=80-plus").templates[0].name == "preventie/preventie_lijst.html"


def test_who_may_not_be_seen_leaves_nothing(client: Client) -> None:
    stil = list(Artikel.objects.live().filter(snel_weg=True))
    assert {"geweld-thuis", "over-mijn-grens", "online-gechanteerd"} <= {artikel.slug for artikel in stil}
    for artikel in stil:
        antwoord = client.get(artikel.get_url())
        assert "no-store" in antwoord["Cache-Control"] and 'id="snel-weg"' in antwoord.content.decode()
        assert 'id="voorlezen"' not in antwoord.content.decode()
        blad = pagina(antwoord)  # without script as well: no title in the tab, and no key that does nothing
        assert blad.tekst("title") == "Gezondheid · De buurt als ecosysteem" and blad.tekst("h1") == artikel.title
        assert blad.heeft("#snel-weg-toets[hidden]")
    gewoon = client.get("/preventie/bang-om-te-vallen/")
    assert "no-store" not in gewoon.get("Cache-Control", "") and "snel-weg" not in gewoon.content.decode()


def test_articles_stay_light(client: Client) -> None:
    for artikel in Artikel.objects.live():
        inhoud = client.get(artikel.get_url()).content
        assert len(inhoud) < LICHT, artikel.slug
        assert b"<style" not in inhoud and b" style=" not in inhoud


def test_a_route_says_where_you_are(client: Client) -> None:
    assert Routepagina.objects.live().count() >= 8
    for route in Routepagina.objects.live():
        stappen = len(route.stappen)
        assert stappen >= 4
        assert all(stap.value["prent"] for stap in route.stappen), route.slug  # for who reads badly
        blad = client.get(route.get_url()).content.decode()
        assert "{feit" not in blad, route.slug  # a number that a step names is filled in
        assert blad.count('class="routestap"') == stappen and "u bent hier" not in blad
        assert client.get(f"{route.get_url()}?stap={stappen}").content.decode().count('aria-current="step"') == 1
        assert all(plek.lezen for plek in route.plekken(0)), route.slug
    adres = "/stap-voor-stap/na-een-val/"
    tweede = plat(client.get(f"{adres}?stap=2").content.decode())
    assert 'id="voorlezen"' in tweede, "who reads badly gets through it by listening, as through an article"
    assert tweede.count('class="routestap"') == 1 and "Laat weten dat u viel" in tweede
    assert 'href="?stap=1"' in tweede and 'rel="next"' in tweede
    for vreemd in ("0", "99", "-1", "x", "%00", "9" * 500):
        assert client.get(f"{adres}?stap={vreemd}").status_code == 200


def test_a_route_is_found(client: Client) -> None:
    assert "/stap-voor-stap/zwanger-en-dan/" in client.get("/zoeken/?q=zwanger&soort=route").content.decode()


# ---- For other programs


def bladen(client: Client, adres: str) -> list[dict]:
    """What the page says of itself, read as a program does."""
    return json.loads(
        re.search(r'<script type="application/ld\+json">(.*?)</script>', client.get(adres).content.decode())[1]
    )


def test_a_page_says_only_what_is_true_of_itself(client: Client) -> None:
    adres = "/preventie/bang-om-te-vallen/"
    blad, kruimel = bladen(client, adres)
    assert blad["@type"] == "MedicalWebPage" and blad["url"] == f"http://testserver{adres}"
    assert "lastReviewed" not in blad and "reviewedBy" not in blad  # nobody looked at it
    assert [plek["item"] for plek in kruimel["itemListElement"]][-1].endswith(adres)
    artikel = Artikel.objects.get(slug="bang-om-te-vallen")
    artikel.nagekeken_door, artikel.nagekeken_rol, artikel.nagekeken_op = "A. de Wit", "huisarts", dt.date(2026, 11, 1)
    artikel.title = "Val </script><script>alert(1)</script> & op"
    artikel.save_revision().publish()
    blad, _kruimel = bladen(client, adres)
    assert (blad["lastReviewed"], blad["reviewedBy"]["jobTitle"]) == ("2026-11-01", "huisarts")
    assert blad["name"] == artikel.title and "<script>alert" not in client.get(adres).content.decode()
    stappen = bladen(client, "/stap-voor-stap/na-een-val/")[0]
    assert stappen["@type"] == "HowTo" and stappen["step"][0]["name"]
    assert "dateModified" not in stappen  # read in from a file: the day of that is no day of the text
    assert b"ld+json" not in client.get("/preventie/geweld-thuis/").content


def test_a_feed_per_topic(client: Client) -> None:
    feed = client.get("/onderwerpen/vallen/feed.xml").content.decode()
    assert "Ik ben bang om te vallen" in feed and "Ik heb een hoge bloeddruk" not in feed
    assert 'href="/onderwerpen/vallen/feed.xml"' in client.get("/onderwerpen/vallen/").content.decode()
    assert client.get("/onderwerpen/bestaat-niet/feed.xml").status_code == 404
    Artikel.objects.filter(slug="bang-om-te-vallen").update(live=False)
    assert "bang om te vallen" not in client.get("/onderwerpen/vallen/feed.xml").content.decode()


def test_counts_and_weights_by_a_command(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("hubtelling")
    uit = capsys.readouterr().out
    assert re.search(r"^lessen +1[2-9]$", uit, re.M) and re.search(r"^/preventie/hoge-bloeddruk/ +[\d.]+ kB", uit, re.M)
    gewichten = {adres: float(kB) for adres, kB in re.findall(r"^(/\S*) +([\d.]+) kB", uit, re.M)}
    zwaarste = list(gewichten)[9]  # the last of the Dutch ones is the heaviest article
    assert zwaarste.startswith("/preventie/") and max(gewichten.values()) <= 100
    assert all(kB <= 90 for adres, kB in gewichten.items() if not re.match(r"/(en|tr|ar|pl|uk)/", adres))


def test_the_style_sheet_is_sent_without_what_is_written_for_who_reads_its_parts() -> None:
    blad = Path(str(finders.find("css/site.css"))).read_text("utf-8")
    assert "/*" not in blad and "\n" not in blad.strip().replace("}\n", "}")
    assert ".plan :is(th,td) p" in blad and "calc(" in blad
