"""The standard programme of each theme and the lines of the plan: shown to networks, edited with versions."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from kennisplatform.inhoudlader import lader, soorten
from menukaart.programma.models import Activiteit, Planregel
from tests.inhoudsbestanden import fouten, kopie, vervang
from tests.mensen import medewerker
from tests.pagina import pagina

pytestmark = pytest.mark.django_db


def test_a_theme_shows_its_programme_in_plain_words_and_literally(client: Client) -> None:
    blad = pagina(client.get("/themas/zorgzame-buurt/"))
    rij = blad.tekst("#activiteit-zorgzaam-z1a")
    assert "Plekken om elkaar te ontmoeten" in rij
    assert "Realiseren ontmoetingsplekken: bv. buurthuis, gemeenschappelijke ruimte" in rij
    assert blad.heeft('#activiteit-zorgzaam-z1a a[href="#indicator-zorgzaam-initiatieven"]')
    assert blad.heeft("#indicator-zorgzaam-initiatieven"), "the link leads to a row of the same page"
    assert "Nog in uitwerking." in blad.tekst("main") and "een voorstel van de redactie" in blad.tekst("main")


def test_a_programme_that_is_settled_no_longer_says_that_it_is_not(client: Client) -> None:
    Activiteit.objects.filter(thema__code="zorgzame-buurt").update(stand="vastgesteld")
    tekst = pagina(client.get("/themas/zorgzame-buurt/")).tekst("main")
    assert "Nog in uitwerking." not in tekst and tekst.count("(vastgesteld)") == 4


def test_each_theme_has_its_rhythm_and_the_page_of_themes_has_all(client: Client) -> None:
    lerend = pagina(client.get("/themas/lerende-buurt/"))
    assert "Intervisie" in lerend.tekst("#ritme") and "1x per maand" in lerend.tekst("#ritme")
    assert "Welke belangrijke uitdagingen zien we in onze buurt?" in lerend.tekst("#buurtbeeld")
    assert not lerend.heeft("#criterium"), "a criterion belongs to no theme"
    alles = pagina(client.get("/themas/"))
    assert len(alles.teksten("#criterium tbody tr")) == 6
    assert len(alles.teksten("#buurtbeeld tbody tr")) == 3
    assert len(alles.teksten("#lijn tbody tr")) == 2
    assert "Begrotingscommissie" in alles.tekst("#bestuur")
    assert len(alles.teksten("table.plan tbody tr")) >= Planregel.objects.count()


def test_an_older_source_is_named_beside_the_plan(client: Client) -> None:
    tekst = pagina(client.get("/themas/")).tekst("main")
    assert "Radboud Universiteit" in tekst and "5 september 2023" in tekst
    assert "Of het nog zo is, weten wij niet" in tekst


def test_an_editor_changes_an_activity_and_sees_its_versions(client: Client) -> None:
    client.force_login(medewerker("eindredacteur"))
    activiteit = Activiteit.objects.get(code="zorgzaam-z1b")
    adres = reverse("wagtailsnippets_menukaart_activiteit:edit", args=[activiteit.pk])
    velden = pagina(client.get(adres)).velden()
    velden |= {"titel": "Iets te doen", "indicatoren": [str(i.pk) for i in activiteit.indicatoren.all()]}
    concept = client.post(adres, velden)
    assert concept.status_code == 302
    assert "Redenen om te komen" in pagina(client.get("/themas/zorgzame-buurt/")).tekst("main"), "a draft is not shown"
    assert client.post(adres, velden | {"action-publish": "1"}).status_code == 302
    assert "Iets te doen" in pagina(client.get("/themas/zorgzame-buurt/")).tekst("main")
    assert activiteit.revisions.count() >= 3, "the file's own version, the draft and what was published"
    geschiedenis = client.get(reverse("wagtailsnippets_menukaart_activiteit:history", args=[activiteit.pk]))
    assert geschiedenis.status_code == 200


def test_a_file_leaves_a_draft_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(soorten, "nazorg", lambda: None)
    map_ = kopie(monkeypatch, tmp_path, soorten.Rijensoort, "activiteit")
    vervang(map_ / "zorgzame-buurt.toml", 'titel = "Redenen om te komen"', 'titel = "Uit het bestand"')
    vervang(map_ / "zorgzame-buurt.toml", 'titel = "Bewoners verbinden"', 'titel = "Ook uit het bestand"')
    concept = Activiteit.objects.get(code="zorgzaam-z1b")
    concept.titel = "Half af"
    concept.save_revision()
    verslag = lader.laad()
    assert Activiteit.objects.get(code="zorgzaam-z1b").titel == "Redenen om te komen"
    assert Activiteit.objects.get(code="zorgzaam-z2a").titel == "Ook uit het bestand"
    assert verslag.overgeslagen == ["activiteit zorgzaam-z1b"]


@pytest.mark.parametrize(
    ("bestand", "wissel", "melding"),
    [
        ("activiteit/zorgzame-buurt", ('"zorgzaam-bewoners"', '"zorgzaam-niets"'), "bestaat niet als indicator"),
        ("activiteit/zorgzame-buurt", ('["zorgzame-buurt"]', "[]"), "hoort bij één thema"),
        ("planregel/ritme", ('soort = "ritme"', 'soort = "maat"'), "'maat' bestaat niet"),
    ],
)
def test_a_wrong_file_is_told_with_its_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, bestand: str, wissel: tuple[str, str], melding: str
) -> None:
    soort, naam = bestand.split("/")
    map_ = kopie(monkeypatch, tmp_path, soorten.Rijensoort, soort)
    vervang(map_ / f"{naam}.toml", *wissel)
    gevonden = "\n".join(fouten())
    assert f"{naam}.toml:" in gevonden and melding in gevonden
