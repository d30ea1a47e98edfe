"""What the plan measures and counts on: literal, whole, with its source, and said so that nobody reads more into it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from kennisplatform.basis.vinden import vind
from kennisplatform.cijfers.models import Aanname, Indicator
from kennisplatform.cijfers.tonen import Indicatorgroep, aannamegroepen
from kennisplatform.inhoudlader import lader, soorten
from kennisplatform.zoeken.antwoord.vraag import Vraag
from kennisplatform.zoeken.wachtrij import verwerk
from tests.inhoudsbestanden import fouten, kopie, vervang
from tests.pagina import pagina

pytestmark = pytest.mark.django_db
# Rows of the five monitoring plans, counted in the plan itself.
IN_HET_PLAN = {
    "preventie-als-mindset": {"adoptie": 4, "kwaliteit": 3, "effectiviteit": 4},
    "integrale-eerste-lijn": {"adoptie": 3, "kwaliteit": 1, "effectiviteit": 4},
    "behandeling-dichtbij": {"adoptie": 3, "kwaliteit": 2, "effectiviteit": 3},
    "zorgzame-buurt": {"adoptie": 2, "kwaliteit": 2},
    "lerende-buurt": {"adoptie": 3, "kwaliteit": 2},
}


def test_every_row_of_the_monitoring_plans_is_a_record_and_two_are_not_measured() -> None:
    gemeten = Indicator.objects.filter(niet_van_toepassing=False, thema__isnull=False)
    telling = Counter(gemeten.values_list("thema__code", "soort"))
    assert telling == {(thema, soort): n for thema, per in IN_HET_PLAN.items() for soort, n in per.items()}
    assert gemeten.count() == 36
    niet = Indicator.objects.filter(niet_van_toepassing=True)
    assert set(niet.values_list("thema__code", "soort")) == {
        ("zorgzame-buurt", "effectiviteit"),
        ("lerende-buurt", "effectiviteit"),
    }
    assert not Indicator.objects.filter(bron_titel="") and not Aanname.objects.filter(bron_titel="")


def test_what_the_plan_leaves_open_is_said_in_words() -> None:
    indicator = Indicator(databron="Educared", frequentie="NNB", actiehouder="")
    assert indicator.waar_hoe_vaak_wie == [("Databron", "Educared"), ("Hoe vaak", "nog niet bepaald"), ("Wie", "–")]


def test_what_is_the_same_for_every_row_is_said_once() -> None:
    twee = [Indicator(databron="A", frequentie="Elk jaar"), Indicator(databron="B", frequentie="Elk jaar")]
    groep = Indicatorgroep("Kwaliteit", "", twee)
    assert groep.voor_alle == [("Hoe vaak", "Elk jaar"), ("Wie", "–")]
    assert [cellen for _rij, cellen in groep.met_cellen] == [[("Databron", "A")], [("Databron", "B")]]
    assert Indicatorgroep("Kwaliteit", "", twee[:1]).voor_alle == [], "one row keeps its columns"


def test_a_theme_shows_its_indicators_with_source_rhythm_and_owner(client: Client) -> None:
    blad = pagina(client.get("/themas/behandeling-dichtbij/"))
    rij = blad.tekst("#indicator-behandeling-visites")
    assert "# HA visites en consulten/ patiënt" in rij and "Hoe vaak ziet de huisarts een patiënt?" in rij
    tekst = blad.tekst("main")
    assert "Hoe vaak: Start (baseline), einde 1jr na uitvoering" in tekst
    assert "Wie: Buurtnetwerk/ lerende buurt/ research coalitie" in tekst
    assert "geen hypothese hierbij" in tekst, "what the plan says with it"
    assert "Bron: De buurt als ecosysteem" in tekst and "6 augustus 2024" in tekst


def test_a_theme_that_is_not_measured_on_effect_says_so(client: Client) -> None:
    tekst = pagina(client.get("/themas/zorgzame-buurt/")).tekst("main")
    assert "Niet van toepassing: het plan meet dit thema niet op wat het oplevert." in tekst
    assert "n.v.t." not in tekst


def test_a_number_stands_with_what_it_is_compared_with_and_its_trap(client: Client) -> None:
    tekst = pagina(client.get("/themas/integrale-eerste-lijn/")).tekst("main")
    assert "geen gemeten uitkomsten" in tekst
    assert "15% minder ureninzet per client per jaar in transitiebuurten" in tekst
    assert "Vergeleken met: niet-alliantiebuurten" in tekst and "Vergeleken met: onze niet-transitiebuurten" in tekst
    assert "~€1,5 miljard" not in tekst, "what holds for the whole country stands on the page of the themes"
    landelijk = pagina(client.get("/themas/")).tekst("main")
    assert "~€1,5 miljard" in landelijk and "per FTE" in landelijk and "personen" in landelijk


def test_every_assumption_is_shown_somewhere() -> None:
    themas = ("", *IN_HET_PLAN)
    getoond = {rij.code for thema in themas for groep in aannamegroepen(thema) for rij in groep.rijen}
    assert getoond == set(Aanname.objects.values_list("code", flat=True))


def test_a_topic_shows_none_of_it(client: Client) -> None:
    blad = pagina(client.get("/onderwerpen/vallen/"))
    assert not blad.heeft("#meten") and not blad.heeft("#rekent")


@pytest.mark.usefixtures("eigen_index")
def test_the_search_finds_the_theme_by_its_indicator_also_after_a_change() -> None:
    def gevonden(woorden: str) -> set[str]:
        return {treffer.titel for treffer in vind(Vraag(tekst=woorden, soorten=("thema",), taal="nl")).treffers}

    assert "Preventie als mindset" in gevonden("mantelzorgbelasting")
    indicator = Indicator.objects.get(code="preventie-mantelzorgbelasting")
    indicator.gewone_naam = "Hoe houden de kwistkwasten het vol?"
    indicator.save()
    verwerk()
    assert gevonden("kwistkwasten") == {"Preventie als mindset"}


def test_what_is_not_measured_has_nobody_who_measures_it() -> None:
    indicator = Indicator(code="x", soort="effectiviteit", naam="n.v.t.", niet_van_toepassing=True, databron="Iets")
    with pytest.raises(ValidationError, match="heeft geen databron"):
        indicator.full_clean()


@pytest.mark.eenmaal
@pytest.mark.parametrize(
    ("bestand", "wissel", "melding"),
    [
        ("indicator/zorgzame-buurt", ('soort = "adoptie"', 'soort = "gevoel"'), "0.soort: 'gevoel' bestaat niet"),
        ("indicator/zorgzame-buurt", ("zorgzame-buurt", "dorp"), "thema: 'dorp' bestaat niet als thema"),
        (
            "indicator/zorgzame-buurt",
            ("niet_van_toepassing = true", 'niet_van_toepassing = true\nfrequentie = "NNB"'),
            "wat niet gemeten wordt, heeft geen",
        ),
        ("indicator/zorgzame-buurt", ("zorgzaam-bewoners", "zorgzaam-initiatieven"), "staat er al"),
        ("indicator/zorgzame-buurt", ("zorgzaam-bewoners", "Bewoners!"), "alleen kleine letters"),
        ("aanname/business-case", ("gelezen_op", 'url = "https://voorbeeld.nl/"\ngelezen_op'), "een voorpagina"),
        ("aanname/business-case", ("waardoor =", "waarom ="), "waarom"),
        ("indicator/kerncijfers", ("Hier wonen {getal} mensen", "Hier wonen mensen"), "zet één keer {getal}"),
        ("cijferbron/open-data", ("statline/#/CBS/nl/dataset/85984NED/table", ""), "een voorpagina"),
        ("gebied/indeling-2024", ("BU03920105;buurt", "BU0392;buurt"), ": 'BU0392' is geen code"),
        ("indeling/indeling-2024", ("GM0114", "GM9999"), "'GM9999' bestaat niet"),
        ("cijfer/85984ned-2024", ("NL00;17942942", "NL00;veel"), "regel 1, inwoners: 'veel' is geen getal"),
        ("cijfer/85984ned-2024", ("NL00;17942942", "NL00;1;17942942"), "regel 1: 18 getallen bij 17 kolommen"),
        ("cijfer/85984ned-2024", ("NL00;17942942", "NL01;17942942"), "gebied 'NL01' staat niet in gebieden/"),
        ("cijfer/85984ned-2024", ('periode = "2024"', 'periode = "24"'), "'24' is geen periode"),
        ("cijfer/85984ned-2024", ('"inwoners"', '"bewoners"'), "bewoners"),
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


@pytest.mark.usefixtures("eigen_index")
def test_a_file_writes_what_it_changed_and_leaves_what_an_editor_changed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(soorten, "nazorg", lambda: None)
    map_ = kopie(monkeypatch, tmp_path, soorten.Rijensoort, "indicator")
    for oud, nieuw in (("# deelnemende burgers", "# bewoners"), ("# initiatieven ontwikkeld", "# iets")):
        vervang(map_ / "zorgzame-buurt.toml", f'naam = "{oud}"', f'naam = "{nieuw}"')
    bewerkt = Indicator.objects.get(code="zorgzaam-initiatieven")
    bewerkt.naam = "# van de redactie"
    bewerkt.save()
    verslag = lader.laad()
    assert Indicator.objects.get(code="zorgzaam-bewoners").naam == "# bewoners"
    assert Indicator.objects.get(code="zorgzaam-initiatieven").naam == "# van de redactie"
    assert verslag.overgeslagen == ["indicator zorgzaam-initiatieven"]
