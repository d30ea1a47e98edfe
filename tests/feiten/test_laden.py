"""The loader refuses what contradicts the table or names what isn't there: with file, line and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from kennisplatform.feiten import opruimen
from kennisplatform.feiten.models import Alarmzin, Feit
from kennisplatform.inhoudlader import lader, rijen, soorten
from kennisplatform.preventie.models import Artikel
from tests.inhoudsbestanden import fouten, kopie, vervang

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index")]


@pytest.fixture(autouse=True)
def _zonder_nazorg(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(soorten, "nazorg", lambda: None)


@pytest.mark.parametrize(
    ("slug", "wissel", "melding"),
    [
        (
            "eenzame-buur",
            ('meteen = ["verward-opeens"]', 'meteen = ["U bent opeens in de war."]'),
            "spoed.meteen: 'U bent opeens in de war.' staat niet in de tabel met alarmzinnen",
        ),
        (
            "eenzame-buur",
            ('meteen = ["verward-opeens"]', 'vandaag = ["verward-opeens"]'),
            "spoed.vandaag: 'verward-opeens' is volgens de tabel 'meteen' en staat hier bij 'vandaag'",
        ),
        (
            "eenzame-buur",
            ('zelf = ["Uw buur', 'zelf = ["Bel meteen de huisarts bij koorts.", "Uw buur'),
            "spoed.zelf: 'Bel meteen de huisarts bij koorts.' is een alarmregel",
        ),
        (
            "contact",
            ("Bel {feit:112}.", "Bel {feit:115}."),
            "blok.0.tekst: {feit:115} bestaat niet als feit",
        ),
        ("contact", ("Welke vraag", "{feit:112} Welke vraag"), "samenvatting: hier kan geen {feit:…} staan"),
    ],
)
def test_a_line_beside_the_table_stops_the_loading(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, slug: str, wissel: tuple[str, str], melding: str
) -> None:
    map_ = kopie(monkeypatch, tmp_path, soorten.Inhoudsoort, "algemeen" if slug == "contact" else "artikel")
    pad = map_ / f"{slug}.toml"
    vervang(pad, *wissel)
    regel = next(n for n, r in enumerate(pad.read_text().splitlines(), 1) if wissel[1][:20] in r)
    (gevonden,) = fouten()
    assert f"{slug}.toml:{regel}: {melding}" in gevonden


def test_both_sides_of_a_pathway_and_its_sheets_are_held_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    map_ = kopie(monkeypatch, tmp_path, soorten.Inhoudsoort, "zorgpad")
    pad = map_ / "thuismonitoring-hartfalen.toml"
    vervang(
        pad, '[bellen]  # the patient\'s\nbel112 = ["hart-benauwd/hart", ', '[bellen]\nbel112 = ["kilo-erbij/hart", '
    )
    vervang(pad, '"- {alarm:flauw/hart}"', '"- Flauwgevallen: bel vandaag"')
    gevonden = "\n".join(fouten())
    assert "bellen.bel112: 'kilo-erbij/hart' is volgens de tabel 'vandaag'" in gevonden
    assert "werkblad.0.inhoud: '- Flauwgevallen: bel vandaag' is een alarmregel" in gevonden


def test_the_table_holds_one_row_a_danger_and_group(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    map_ = kopie(monkeypatch, tmp_path, soorten.Rijensoort, "alarm")
    rij = '\n[[alarm]]\ngevaar = "beroerte"\nniveau = "vandaag"\nnl = "Nog eens."\n'
    (map_ / "zz.toml").write_text(rij, encoding="utf-8")
    (gevonden,) = fouten()
    assert "zz.toml:2: alarm.0: beroerte staat er al" in gevonden


@pytest.mark.parametrize(
    ("rij", "melding"),
    [
        ('bron = "weg"', "alarm.0.bron: 'weg' staat niet als [[bron]]"),
        ('nagekeken_door = "A. Arts"', "alarm.0.nagekeken_op: vul alle drie in"),
        ('[[bron]]\ncode = "x"\ntitel = "X"\nurl = "https://www.thuisarts.nl/"', "bron.0.url: dit is een voorpagina"),
    ],
)
def test_a_source_or_a_check_that_is_none_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, rij: str, melding: str
) -> None:
    map_ = kopie(monkeypatch, tmp_path, soorten.Rijensoort, "alarm")
    kop = '[[alarm]]\ngevaar = "proef"\nniveau = "vandaag"\nnl = "Proef."\n'
    (map_ / "zz.toml").write_text(kop + rij, encoding="utf-8")
    (gevonden,) = fouten()
    assert "zz.toml:" in gevonden and melding in gevonden


def test_a_changed_row_is_written_and_what_the_site_changed_stays(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    map_ = kopie(monkeypatch, tmp_path, soorten.Rijensoort, "feit")
    nummers = map_ / "nummers.toml"
    vervang(nummers, 'waarde = "0800-2000"', 'waarde = "0800-2001"')
    vervang(nummers, 'waarde = "088-0767000"', 'waarde = "088-0767001"')
    luisterlijn = Feit.objects.get(naam="luisterlijn")
    luisterlijn.waarde = "088-1111111"
    luisterlijn.save()
    verslag = lader.laad()
    assert Feit.objects.get(naam="veilig-thuis").waarde == "0800-2001"
    assert Feit.objects.get(naam="luisterlijn").waarde == "088-1111111"
    assert verslag.overgeslagen == ["feit luisterlijn"]


def test_every_sentence_of_the_files_is_used_and_says_only_the_situation() -> None:
    assert set(lader.lees_alles().rijen["alarm"]) == {zin.sleutel for zin in Alarmzin.objects.all()}
    assert not [zin for zin in Alarmzin.objects.all() if zin.tekst.lower().startswith("bel ")]


def zonder(pad: Path, rij: str) -> None:
    """The file without the row that holds this."""
    delen = pad.read_text(encoding="utf-8").split("\n[[")
    over = [deel for deel in delen if rij not in deel]
    assert len(over) == len(delen) - 1
    pad.write_text("\n[[".join(over), encoding="utf-8")


def test_what_left_the_files_leaves_the_site(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    alarm = kopie(monkeypatch, tmp_path, soorten.Rijensoort, "alarm")
    with (alarm / "adem.toml").open("a", encoding="utf-8") as bestand:
        bestand.write(
            '\n[[alarm]]\ngevaar = "proef"\nniveau = "vandaag"\nnl = "U niest al een dag."\nen = "You sneeze."\n'
        )
    lader.laad()
    zonder(alarm / "adem.toml", 'gevaar = "proef"')
    feiten = kopie(monkeypatch, tmp_path, soorten.Rijensoort, "feit")
    zonder(feiten / "leeftijden.toml", 'naam = "hpv.leeftijd"')
    monkeypatch.setattr(rijen, "keur", lambda *wat: [])
    monkeypatch.setattr(opruimen, "paginas_met", lambda naam: set())
    verslag = lader.laad()
    assert verslag.opgeruimd == soorten.Opgeruimd(("alarmzin proef", "feit hpv.leeftijd"))
    assert not Alarmzin.objects.filter(gevaar="proef") and not Feit.objects.filter(naam="hpv.leeftijd")


def test_what_is_still_named_or_was_changed_here_stays(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    alarm = kopie(monkeypatch, tmp_path, soorten.Rijensoort, "alarm")
    extra = [f'[[alarm]]\ngevaar = "{wat}"\nniveau = "vandaag"\nnl = "U niest."\n' for wat in ("in-concept", "anders")]
    (alarm / "zz.toml").write_text("\n".join(extra), encoding="utf-8")
    lader.laad()
    artikel = Artikel.objects.get(slug="eenzame-buur")
    artikel.alarmzinnen = [{"type": "alarm", "value": Alarmzin.objects.get(gevaar="in-concept").pk}]
    artikel.save_revision()
    anders = Alarmzin.objects.get(gevaar="anders")
    anders.tekst = "U niest steeds."
    anders.save()
    (alarm / "zz.toml").unlink()
    feiten = kopie(monkeypatch, tmp_path, soorten.Rijensoort, "feit")
    zonder(feiten / "nummers.toml", 'naam = "veilig-thuis"')  # pages and sentences name it
    monkeypatch.setattr(rijen, "keur", lambda *wat: [])
    verslag = lader.laad()
    gebleven = ("alarmzin anders", "alarmzin in-concept", "feit veilig-thuis")
    assert verslag.opgeruimd == soorten.Opgeruimd(gebleven=gebleven)
    assert Alarmzin.objects.filter(gevaar__in=("in-concept", "anders")).count() == 2
    assert Feit.objects.filter(naam="veilig-thuis").exists()
