"""The content loader: tells file, line and key of every mistake, changes nothing then, and never undoes an editor's work."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest

from kennisplatform.basis.models import Begrip
from kennisplatform.inhoudlader import lader, soorten
from kennisplatform.inhoudlader.models import Geladen
from menukaart.models import Interventie
from tests import brengen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index")]

GOED = """titel = "Proefplan"
samenvatting = "Een plan om mee te proeven."
thema = ["zorgzame-buurt"]
onderwerp = ["ontmoeten"]
eigenaar = "Niemand"
omschrijving = "Eerste alinea.\\n\\nTweede met <b>geen</b> opmaak."
gerelateerd = ["/menukaart/in-balans/"]

[bewijs]
niveau = "niet-beoordeeld"

[[bron]]
titel = "Bron"
url = "https://voorbeeld.example/proefplan/"
uitgever = "Voorbeeld"
datum = 2026-01-01
"""


@pytest.fixture
def bestand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new intervention file beside the real ones."""
    map_ = tmp_path / "interventies"
    map_.mkdir()
    echt = brengen.een(soorten.Inhoudsoort, "interventie")
    for pad in echt.map.glob("*.toml"):
        (map_ / pad.name).write_bytes(pad.read_bytes())
    anders = [dataclasses.replace(s, map=map_) if s is echt else s for s in soorten.alle()]
    brengen.alleen(monkeypatch, soorten.Inhoudsoort, *anders)
    gewoon = lader.korte_naam
    naam = "menukaart/inhoud/interventies/"
    monkeypatch.setattr(lader, "korte_naam", lambda pad: naam + pad.name if map_ in pad.parents else gewoon(pad))
    nieuw = map_ / "proefplan.toml"
    nieuw.write_text(GOED, encoding="utf-8")
    return nieuw


@pytest.fixture(autouse=True)
def _alleen_interventies(monkeypatch: pytest.MonkeyPatch) -> None:
    """The other kinds are as they were loaded; leaving their names as they are keeps them 'equal'."""
    monkeypatch.setattr(soorten, "nazorg", lambda: None)


def fouten(bestand: Path) -> list[str]:
    with pytest.raises(lader.Inhoudsfout) as fout:
        lader.laad()
    return [str(f) for f in fout.value.fouten]


def test_all_is_loaded_and_once_more_changes_nothing() -> None:
    voor = {g.pad: g.op for g in Geladen.objects.all()}
    verslag = lader.laad()
    assert (verslag.nieuw, verslag.bijgewerkt, verslag.overgeslagen) == (0, 0, [])
    assert verslag.gelijk == len(voor) > 150
    assert {g.pad: g.op for g in Geladen.objects.all()} == voor


@pytest.mark.eenmaal
@pytest.mark.parametrize(
    ("oud", "nieuw", "melding"),
    [
        ('eigenaar = "Niemand"', 'eigenaar = "Niemand"\nkleur = "rood"', "proefplan.toml:6: kleur: onbekende sleutel"),
        (
            'niveau = "niet-beoordeeld"',
            'niveau = "prima"',
            "proefplan.toml:10: bewijs.niveau: 'prima' bestaat niet; kies uit",
        ),
        (
            'onderwerp = ["ontmoeten"]',
            'onderwerp = ["raketten"]',
            "proefplan.toml:4: onderwerp: 'raketten' bestaat niet als onderwerp",
        ),
        (
            '"/menukaart/in-balans/"',
            '"/menukaart/weg/"',
            "proefplan.toml:7: gerelateerd: '/menukaart/weg/' is geen pagina",
        ),
        ('eigenaar = "Niemand"\n', "", "eigenaar: deze sleutel is verplicht en ontbreekt"),
        (
            'url = "https://voorbeeld.example/proefplan/"',
            'url = "ftp://x"',
            "proefplan.toml:14: bron.0.url: hier hoort het adres van de pagina zelf (https://…)",
        ),
        (
            'url = "https://voorbeeld.example/proefplan/"',
            'url = "https://voorbeeld.example/"',
            "proefplan.toml:14: bron.0.url: hier hoort het adres van de pagina zelf (https://…), niet van de voordeur",
        ),
        ('uitgever = "Voorbeeld"\n', "", "proefplan.toml:12: bron.0.uitgever: zeg van wie deze bron is"),
        ("datum = 2026-01-01\n", "", "proefplan.toml:12: bron.0.datum: geef de datum van de bron, of de dag"),
        (
            'eigenaar = "Niemand"',
            'eigenaar = "Niemand"\nvoordelen = ["Gezellig"]',
            "proefplan.toml:6: voordelen: zeg in [[herkomst]]",
        ),
        (
            "[[bron]]",
            '[[herkomst]]\nvelden = ["voordelen"]\nbron = "Anders"\n\n[[bron]]',
            "proefplan.toml:14: herkomst.0.bron: 'Anders' is geen titel van een [[bron]]",
        ),
        (
            "[[bron]]",
            '[[geldregel]]\ntekst = "Gemeente"\n\n[[bron]]',
            "proefplan.toml:12: geldregel.0.geldt_tot: deze sleutel is verplicht",
        ),
        (
            "[[bron]]",
            '[[inzetregel]]\nmaat = "uren"\nvan = 3\nper = "week"\nbron = "x"\n\n[[bron]]',
            "proefplan.toml:15: inzetregel.0.per: 'week' bestaat niet; kies uit deelnemer, gezin, groep, buurt-jaar",
        ),
        ('samenvatting = "Een', 'samenvatting = "' + "x" * 170, "proefplan.toml:2: samenvatting: te lang"),
        ('eigenaar = "Niemand"', "eigenaar = 12", "proefplan.toml:5: eigenaar: hier hoort tekst, niet 12"),
        ("[bewijs]", "[bewijs", "proefplan.toml:9: TOML:"),
    ],
)
def test_a_fault_names_file_line_and_key_and_changes_nothing(bestand: Path, oud: str, nieuw: str, melding: str) -> None:
    bestand.write_text(GOED.replace(oud, nieuw), encoding="utf-8")
    voor = Interventie.objects.count()
    gevonden = fouten(bestand)
    assert any(melding in fout for fout in gevonden), gevonden
    assert Interventie.objects.count() == voor


@pytest.mark.eenmaal
def test_a_fault_in_one_file_holds_back_the_good_ones_too(bestand: Path) -> None:
    tweede = bestand.with_name("tweede.toml")
    tweede.write_text(GOED.replace('eigenaar = "Niemand"', "eigenaar = 1"), encoding="utf-8")
    fouten(bestand)
    assert not Interventie.objects.filter(slug="proefplan").exists()


def test_a_good_file_becomes_a_published_page(bestand: Path, client: Any) -> None:
    assert lader.laad().nieuw == 1
    plan = Interventie.objects.get(slug="proefplan")
    assert plan.live and plan.hoofdthema.code == "zorgzame-buurt"
    assert [b.code for b in plan.begrippen.filter(soort="onderwerp")] == ["ontmoeten"]
    assert plan.omschrijving == "<p>Eerste alinea.</p><p>Tweede met &lt;b&gt;geen&lt;/b&gt; opmaak.</p>"
    inhoud = client.get("/menukaart/proefplan/").content.decode()
    assert 'href="/menukaart/in-balans/"' in inhoud


def test_a_changed_file_updates_its_page(bestand: Path) -> None:
    lader.laad()
    bestand.write_text(GOED.replace("Proefplan", "Proefplan twee"), encoding="utf-8")
    assert lader.laad().bijgewerkt == 1
    assert Interventie.objects.get(slug="proefplan").title == "Proefplan twee"


def test_the_work_of_an_editor_stays(bestand: Path) -> None:
    lader.laad()
    plan = Interventie.objects.get(slug="proefplan")
    plan.title = "Door de redactie"
    plan.save_revision().publish()
    bestand.write_text(GOED.replace("Proefplan", "Uit het bestand"), encoding="utf-8")
    assert lader.laad().overgeslagen == ["menukaart/inhoud/interventies/proefplan.toml"]
    assert Interventie.objects.get(slug="proefplan").title == "Door de redactie"


def test_what_editors_threw_away_does_not_come_back(bestand: Path) -> None:
    lader.laad()
    Interventie.objects.get(slug="proefplan").delete()
    bestand.write_text(GOED.replace("Niemand", "Iemand"), encoding="utf-8")
    lader.laad()
    assert not Interventie.objects.filter(slug="proefplan").exists()


def test_a_term_that_editors_renamed_stays_so(bestand: Path) -> None:
    Begrip.objects.filter(soort="onderwerp", code="ontmoeten").update(label="Samenkomen")
    lader.laad()
    assert Begrip.objects.get(soort="onderwerp", code="ontmoeten").label == "Samenkomen"
