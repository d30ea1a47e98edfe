"""Files of others: every format and a spoilt copy of it; all or nothing, twice the same, taken back as a whole."""

from __future__ import annotations

import io
import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import Workbook

from kennisplatform.cijfers.invoer.lezing import Onleesbaar
from kennisplatform.cijfers.invoer.opnemen import Terugbezwaar, neem_terug
from kennisplatform.cijfers.invoer.waarden import aantal, gebiedscode, getal, kolomnaam, periode
from kennisplatform.cijfers.models import Cijfer, Cijferinvoer, Gebied
from kennisplatform.deelnemers.models import Buurt
from tests import mensen
from tests.cijfers.hulp import KWB, haal, nu

pytestmark = pytest.mark.django_db


def test_cells_are_read_as_sources_write_them() -> None:
    goed = {
        "  12.5": 12.5,
        "12,5": 12.5,
        "1.234,5": 1234.5,
        " .": None,
        "": None,
        "-0.829": -0.829,
        "3 550": 3550,
        "1.234.567": 1234567,
        "\u22125": -5,
        "x": None,
    }
    assert {tekst: getal(tekst) for tekst in goed} == goed
    for fout in ("veel", "1,2,3", "12%", "=1+1", "1e999x", "inf"):
        with pytest.raises(ValueError, match=r"is geen getal|is een percentage"):
            getal(fout)
    with pytest.raises(ValueError, match="te groot voor een getal"):
        getal("1e400")
    with pytest.raises(ValueError, match="geen aantal mensen"):
        aantal("-3")
    assert [gebiedscode(c) for c in ("GM0392    ", "nl01", "bu0363aa01", "PV20", "1011", 1011)] == [
        "GM0392", "NL00", "BU0363AA01", "", "1011", "1011",
    ]  # fmt: skip
    assert [periode(c) for c in ("2020JJ00", "2024KW01", "2024-Q2", "2024MM03", "2024HJ02", 2024, "vorig jaar")] == [
        "2020", "2024-K1", "2024-K2", "2024-03", "2024-H2", "2024", "",
    ]  # fmt: skip
    assert [periode(c) for c in ("2024-03-01", "mrt-24", "2024-03-02", "xyz-24")] == ["2024-03", "2024-03", "", ""], (
        "Excel"
    )
    assert kolomnaam("WmoClienten_93") == ("wmoclienten", "") and kolomnaam("inwoners_2021") == ("inwoners", "2021")
    assert kolomnaam("SES-WOA/Totaalscore/Gemiddelde score (Getal)")[0] == "ses-woa/totaalscore/gemiddelde score"


def test_a_table_of_statline_is_looked_at_taken_in_found_equal_and_taken_back() -> None:
    voor = (Cijfer.objects.count(), Gebied.objects.count())
    kijk = haal(KWB, proef=True)
    assert (kijk.vastgelegd.nieuw, kijk.nieuwe_gebieden, kijk.geschreven) == (4, 1, False)
    assert (Cijfer.objects.count(), Gebied.objects.count()) == voor and not Cijferinvoer.objects.exists()
    assert haal(KWB).geschreven
    buurt = nu("BU03920105", "inwoners", "2026")
    assert buurt and (buurt.waarde, buurt.bronrij, buurt.stand) == (3550, "rij 3", "vast")
    assert nu("BU03920105", "koopwoningen", "2026") is None, "a point is no figure"
    assert Gebied.objects.get(code="BU0363AA01").gemeentecode == "GM0363"
    nog_eens = haal(KWB)
    assert (nog_eens.vastgelegd.gelijk, nog_eens.geschreven) == (4, False) and Cijferinvoer.objects.count() == 1
    anders = haal(KWB.replace("3 550", "3 560"))
    assert [(v.was, v.wordt) for v in anders.verschillen] == [(3550, 3560)]
    eerste, tweede = Cijferinvoer.objects.order_by("pk")
    with pytest.raises(Terugbezwaar, match="dat latere bestand eerst"):
        neem_terug(invoer=eerste, reden="x")
    assert neem_terug(invoer=tweede, reden="verkeerd bestand") == 1
    buurt = nu("BU03920105", "inwoners", "2026")
    assert buurt and buurt.waarde == 3550
    assert neem_terug(invoer=eerste, reden="x") == 4 and nu("BU03920105", "inwoners", "2026") is None
    assert haal(KWB).vastgelegd.nieuw == 4, "what was taken back can come again"


def test_names_of_columns_count_and_not_their_numbers_or_their_order() -> None:
    haal('"Koopwoningen_99";"Onbekend_1";"Codering_3"\n"41";"9";"GM0392    "\n', naam="x_2031.csv")
    cijfer = nu("GM0392", "koopwoningen", "2031")
    assert cijfer and cijfer.waarde == 41
    dubbel = haal("RegioS;AantalInwoners_5;AantalInwoners_9\nGM0392;1;2\n", naam="x_2031.csv", proef=True)
    assert dubbel.vastgelegd.nieuw == 0 and "staat er twee keer" in dubbel.let_op[0]
    latijn = "gemeentecode;naam;inwoners_2029\nGM1900;Súdwest-Fryslân;90000\n".encode("latin-1")
    haal(latijn)
    assert Gebied.objects.get(code="GM1900").naam == "Súdwest-Fryslân"


def test_health_comes_as_excel_with_ages_and_margins() -> None:
    blad = Workbook()
    kop = ["ID", "Leeftijd", "Marges", "WijkenEnBuurten", "Perioden", "Eenzaam_27", "Roker_11"]
    rijen = [
        [1, 80200, "MW00000", "BU03920105", "2028JJ00", "    50.3", "       ."],
        [2, 80200, "MOG0095", "BU03920105", "2028JJ00", "    46.0", "       ."],
        [3, 80200, "MBG0095", "BU03920105", "2028JJ00", "    54.9", "       ."],
        [4, 53115, "MW00000", "BU03920105", "2028JJ00", "    40.0", "    20.0"],
        [5, 20300, "MW00000", "PV27      ", "2028JJ00", "    40.0", "    20.0"],
    ]
    for rij in [kop, *rijen]:
        blad.active.append(rij)
    blad.active.row_dimensions[2].hidden = blad.active.row_dimensions[4].hidden = True  # a filter
    uit = io.BytesIO()
    blad.save(uit)
    verslag = haal(uit.getvalue(), "50090NED", "smap.xlsx")
    assert any("2 rijen verborgen" in regel and "(rij 2, 4)" in regel for regel in verslag.let_op)
    assert (verslag.vastgelegd.nieuw, verslag.aantal_fouten) == (1, 0)
    cijfer = nu("BU03920105", "eenzaam-65plus", "2028")
    assert cijfer and (cijfer.waarde, cijfer.laag, cijfer.hoog) == (50.3, 46.0, 54.9)
    haal("code;eenzaam\nGM0392;44,5\n", "50090NED", "smap_2028.csv", groep="18plus")
    volwassen = nu("GM0392", "eenzaam-18plus", "2028")
    assert volwassen and volwassen.waarde == 44.5


def test_bounds_that_come_after_all_values_are_no_less_read() -> None:
    """StatLine gives all values, then all lower bounds, then all upper ones: they were left out, and nothing said so."""
    kop = "ID;Leeftijd;Marges;WijkenEnBuurten;Perioden;Eenzaam_27"
    per_marge = {"MW00000": (50, 40), "MOG0095": (46, 35), "MBG0095": (54, ".")}
    rijen = [
        f"1;80200;{marge};{gebied};2028JJ00;{waarde}"
        for marge, waarden in per_marge.items()
        for gebied, waarde in zip(("BU03920105", "GM0392"), waarden, strict=True)
    ]
    assert haal("\n".join([kop, *rijen]), "50090NED", "smap.csv").geschreven
    for gebied, staat_er in (("BU03920105", (50, 46, 54)), ("GM0392", (40, 35, None))):
        cijfer = nu(gebied, "eenzaam-65plus", "2028")
        assert cijfer and (cijfer.waarde, cijfer.laag, cijfer.hoog) == staat_er
    twee = haal("\n".join([kop, *rijen, rijen[2]]), "50090NED", "smap.csv")
    assert [fout.rij for fout in twee.fouten] == [8]


@pytest.mark.parametrize("ertussen", ["", "GM0512;9\n"])
def test_an_area_twice_is_a_fault_also_right_after_each_other(ertussen: str) -> None:
    verslag = haal(f"RegioS;AantalInwoners_5\nGM0392;1\n{ertussen}GM0392;2\n")
    assert "GM0392 staat er al" in verslag.fouten[0].melding and not verslag.geschreven


def test_a_file_that_was_cut_off_is_refused_and_a_note_below_the_rows_is_none() -> None:
    """Half a download gave figures for half of its columns; 'Bron: CBS' of StatLine refused a good file."""
    goed = KWB + '"3";"GM0392";"Haarlem";"1";"2"\n"4";"GM0268";"Nijmegen";"3";"4"\n'
    assert haal(goed + '"Bron: CBS"\n').geschreven
    with pytest.raises(Onleesbaar, match="houdt op midden in rij 7"):
        haal(goed + '"5";"GM0512";"Gorin')
    # Excel leaves out empty cells at the end: of more rows than the last.
    assert haal(goed + '"5";"GM0512"\n"6";"GM0193"\n', proef=True).aantal_fouten == 0


def test_json_borders_postcodes_and_vektis() -> None:
    odata = {"odata.metadata": "x", "value": [{"ID": 0, "WijkenEnBuurten": "GM0392    ", "AantalInwoners_5": 1.0}]}
    assert haal(json.dumps(odata), naam="a_2031.json").vastgelegd.nieuw == 1
    assert haal(json.dumps({"GM0392": {"AantalInwoners_5": 2}}), naam="a_2031.json").vastgelegd.gecorrigeerd == 1
    verslag = haal(
        json.dumps({"GM0392": {"AantalInwoners_5": 2}, "NL00": {}, "GM9": {}}), naam="a_2031.json", proef=True
    )
    assert [fout.melding for fout in verslag.fouten] == ["‘GM9’ is geen code van een gebied"]
    vorm = {"type": "Feature", "properties": {"statcode": "BU09990001", "statnaam": "Nieuwe buurt"}, "geometry": None}
    assert haal(json.dumps({"type": "FeatureCollection", "features": [vorm]})).nieuwe_gebieden == 1
    assert haal("pc4,inwoners_2021,inwoners_65_plus_2021\n1011,9630,1855\n").vastgelegd.nieuw == 2
    kop = "GESLACHT;LEEFTIJDSKLASSE;GEMEENTENAAM;AANTAL_BSN;AANTAL_VERZEKERDEJAREN;KOSTEN_VERPLEGING_EN_VERZORGING\n"
    rijen = ";;;9;9.0;900.0\nM; 0 t/m  4 jaar;HAARLEM;10;10.0;100.0\nV;65 t/m 69 jaar;HAARLEM;10;10.0;300.0\nM;x;ATLANTIS;1;1.0;1.0\n"
    verslag = haal(kop + rijen, "vektis-zvw", "vektis_2023.csv")
    cijfer = nu("GM0392", "zvw-wijkverpleging", "2023")
    assert cijfer and cijfer.waarde == 20 and "ATLANTIS" in verslag.let_op[0]


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [
        (b"naam;afstand\nJordaan;1.4\n", "geen kolom met codes"),
        (b'{"type": "x"', "niet heel"),
        (b'[{"odata.type": "Cbs.OData.Topic", "Key": "AantalInwoners_5"}]', "beschrijft een tabel"),
        (b'{"a": 1}', "geen rijen met cijfers"),
        (b"\xd0\xcf\x11\xe0" + b"0" * 600, "vóór 2007"),
        (b"PK\x03\x04rommel", "kunnen wij niet lezen"),
        (b"", "geen kolom met codes"),
    ],
)
def test_a_file_that_is_something_else_says_what_to_do(inhoud: bytes, melding: str) -> None:
    with pytest.raises(Onleesbaar, match=melding):
        haal(inhoud)
    with pytest.raises(Onleesbaar, match="kennen wij niet"):
        haal(KWB, "nergens")


def test_faults_are_told_by_row_and_column_and_nothing_is_kept() -> None:
    """Three hundred in twenty thousand rows; also a code that is none, an area twice, a row that is too short."""
    regels = ["RegioS;AantalInwoners_5"]
    regels += [f"BU0999{n:04};{'veel' if n % 67 == 0 else n}" for n in range(9990)]
    regels += [f"BU0998{n:04};{'stuk' if n % 67 == 1 else n}" for n in range(9990)]
    regels += ["ZZ12;3", "BU09980003;4", ""]
    voor = (Cijfer.objects.count(), Gebied.objects.count())
    verslag = haal("\n".join(regels))
    assert verslag.aantal_fouten == 300 + 2 and len(verslag.fouten) == 300 and not verslag.geschreven
    assert (verslag.fouten[0].rij, verslag.fouten[0].kolom) == (2, "AantalInwoners_5")
    assert (Cijfer.objects.count(), Gebied.objects.count()) == voor and not Cijferinvoer.objects.exists()
    zonder_jaar = haal("RegioS;AantalInwoners_5\nGM0392;1\nGM0047;2\n", naam="lijst.csv")
    assert [(f.rij, f.kolom) for f in zonder_jaar.fouten] == [(2, "periode")], "said once"


@pytest.mark.parametrize("inhoud", [KWB, KWB.replace("3 550", "veel")])
def test_who_looks_keeps_nobody_waiting(inhoud: str) -> None:
    """Looking at a file of the whole country wrote it and undid that: with SQLite nobody could sign in for a minute."""
    with CaptureQueriesContext(connection) as vragen:
        assert haal(inhoud, proef=inhoud == KWB).vastgelegd.nieuw  # what has a fault is not written either
    assert vragen and {vraag["sql"].split()[0] for vraag in vragen} <= {"SELECT", "DECLARE"}


def test_two_spellings_of_a_municipality_are_one() -> None:
    kop = "GESLACHT;LEEFTIJDSKLASSE;GEMEENTENAAM;AANTAL_VERZEKERDEJAREN;KOSTEN_VERPLEGING_EN_VERZORGING\n"
    verslag = haal(
        kop + "M;x;WIJK BIJ DUURSTEDE;10;100\nV;x;Wijk bij Duurstede\x08;30;500\n", "vektis-zvw", "vektis_2031.csv"
    )
    assert verslag.geschreven and verslag.vastgelegd.nieuw == 1
    cijfer = Cijfer.objects.get(periode="2031")
    assert (cijfer.waarde, cijfer.bronrij) == (15, "WIJK BIJ DUURSTEDE")


def test_a_merge_of_the_register_takes_the_areas_along() -> None:
    from kennisplatform.cijfers.buurtcijfers import ligging  # beside what it tests
    from kennisplatform.cijfers.herindeling import neem_mee
    from kennisplatform.cijfers.herindeling import neem_terug as terug
    from kennisplatform.deelnemers.herindelen import Buurtwissel
    from kennisplatform.deelnemers.models import Herindeling

    van = [Buurt.objects.get(slug=slug) for slug in ("de-vijfhoek", "kleverpark-zuid")]
    naar = mensen.buurt("haarlem-samen")
    wissel = Buurtwissel(Herindeling.objects.create(soort="samenvoeging", reden="x", op="2026-11-01"), van, [naar])
    neem_mee(wissel)
    assert ligging(naar).codes == ("BU03920105", "BU03921207") and ligging(van[0]).codes == ("BU03920105",)
    terug(wissel)
    assert ligging(naar).codes == ()
