"""Reading one file: what is in it comes out, and what is wrong with it costs a bounded time and never an exception."""

from __future__ import annotations

import io
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kennisplatform.basis.documenten import lezen, proces
from kennisplatform.basis.models.bestandstekst import RedenOnleesbaar
from tests.basis import bestanden as maak


def lees(inhoud: bytes) -> proces.Lezing:
    return proces.lees(io.BytesIO(inhoud))


def test_pdf() -> None:
    lezing = lees(maak.pdf("Valpreventie in Zuidoost\nmet oefenin-\ngen voor thuis", "Tweede blad: café"))
    assert lezing.reden == ""
    assert lezing.tekst.split("\n") == ["Valpreventie in Zuidoost", "met oefeningen voor thuis", "Tweede blad: café"]
    assert len(lezing.vingerafdruk) == 40 and lezing.grootte


def test_docx_without_what_was_deleted_or_hidden() -> None:
    lezing = lees(
        maak.docx(
            maak.docx_alinea("Samen eten")
            + "<w:p><w:del><w:r><w:delText>Naam van een bewoner</w:delText></w:r></w:del>"
            "<w:r><w:t>in de</w:t><w:tab/><w:t>buurt</w:t></w:r></w:p>"
        )
    )
    assert (lezing.tekst, lezing.reden) == ("Samen eten\nin de buurt", "")


def test_a_word_file_reads_as_its_reader_sees_it() -> None:
    """Parts by what they are, hyphens that are characters of their own, and nothing that is hidden or moved away."""
    inhoud = (
        "<w:p><w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>mail, 1</w:t><w:noBreakHyphen/><w:t>24 uur,</w:t><w:cr/>"
        "<w:t>regel</w:t><w:softHyphen/><w:t>einde</w:t></w:r></w:p>"
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>mevrouw Geheim</w:t></w:r>"
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>Gewoon</w:t></w:r>'
        '<w:r><w:rPr><w:rStyle w:val="Weg"/></w:rPr><w:t> in een stijl verstopt</w:t></w:r></w:p>'
        "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>Alleen het einde van deze alinea is onzichtbaar</w:t></w:r></w:p>"
        "<w:p><w:moveFrom><w:r><w:t>Verhuisd</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>Verhuisd</w:t></w:r></w:moveTo></w:p>"
        "<w:p><w:r><w:t>Voor </w:t><mc:AlternateContent><mc:Choice><w:p><w:r><w:t>in een kader</w:t></w:r></w:p></mc:Choice>"
        "<mc:Fallback><v:textbox><w:p><w:r><w:t>in een kader</w:t></w:r></w:p></v:textbox></mc:Fallback>"
        "</mc:AlternateContent><w:t> na</w:t></w:r></w:p>"
    )
    stijl = '<w:style w:styleId="Weg"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="Kop"><w:rPr/></w:style>'
    lezing = lees(maak.docx_van_web(inhoud, stijl))
    assert (lezing.tekst.split("\n"), lezing.reden) == (
        [
            "e-mail, 1-24 uur, regeleinde",
            "Gewoon",
            "Alleen het einde van deze alinea is onzichtbaar",
            "Verhuisd",
            "Voor in een kader",
            "na",
        ],
        "",
    )


def test_only_a_word_that_was_cut_is_put_together() -> None:
    tekst = lees(maak.pdf("De wijk-\nverpleegkundige en zorg-\nen welzijn, thuis-\nof dagzorg")).tekst
    assert tekst.split("\n") == ["De wijkverpleegkundige en zorg-", "en welzijn, thuis-", "of dagzorg"]


@pytest.mark.parametrize(
    ("regels", "tekst"),
    [
        ("stuur het per e-\nmail", "stuur het per e-mail"),
        ("een auto-\nongeluk", "een auto-ongeluk"),
        ("de mantelzorg-\nondersteuning", "de mantelzorgondersteuning"),
        ("de oefenin-\ngen", "de oefeningen"),
        ("binnen-\nrespectievelijk buitenland", "binnen-\nrespectievelijk buitenland"),
    ],
)
def test_a_hyphen_that_belongs_to_the_word_stays(regels: str, tekst: str) -> None:
    assert lees(maak.pdf(regels)).tekst == tekst


def test_what_word_hides_by_a_style_below_another_or_a_row_is_not_read() -> None:
    """Also with the styles in a part of another name, as Word on the web has it."""
    stijlen = (
        '<w:style w:styleId="Weg"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="Notitie"><w:basedOn w:val="Weg"/></w:style>'
        '<w:style w:styleId="Toch"><w:basedOn w:val="Weg"/><w:rPr><w:vanish w:val="false"/></w:rPr></w:style>'
        '<w:style w:styleId="Rond"><w:basedOn w:val="Rond"/></w:style>'
    )
    inhoud = (
        '<w:p><w:pPr><w:pStyle w:val="Notitie"/></w:pPr><w:r><w:t>mevrouw Geheim</w:t></w:r></w:p>'
        '<w:p><w:pPr><w:pStyle w:val="Toch"/></w:pPr><w:r><w:t>Wel te lezen</w:t></w:r></w:p>'
        '<w:p><w:pPr><w:pStyle w:val="Rond"/></w:pPr><w:r><w:t>Ook te lezen</w:t></w:r></w:p>'
        "<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc><w:p><w:r><w:t>Verborgen rij</w:t></w:r></w:p></w:tc></w:tr>"
        "<w:tr><w:tc><w:p><w:r><w:t>Gewone rij</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    lezing = lees(maak.docx_van_web(inhoud, stijlen))
    assert lezing.tekst.split("\n") == ["Wel te lezen", "Ook te lezen", "Gewone rij"]


def test_what_odt_hides_in_a_section_or_by_a_style_of_the_document_is_not_read() -> None:
    stijlen = (
        '<office:document-styles xmlns:office="o" xmlns:style="s" xmlns:t="t"><style:style style:name="Weg">'
        '<style:text-properties t:display="none"/></style:style>'
        '<style:style style:name="Kind" style:parent-style-name="Weg"/></office:document-styles>'
    )
    lezing = lees(
        maak.odt(
            '<text:section text:display="none"><text:p>mevrouw Geheim</text:p></text:section>'
            '<text:p text:style-name="Kind">ook geheim</text:p><text:p>Samen eten in de buurt</text:p>',
            stijlen,
        )
    )
    assert (lezing.tekst, lezing.reden) == ("Samen eten in de buurt", "")


def test_a_row_that_was_taken_out_and_a_box_nobody_filled_in_are_not_read() -> None:
    rij = "<w:tr><w:trPr>{}</w:trPr><w:tc>{}</w:tc></w:tr>"
    inhoud = (
        "<w:tbl>"
        + rij.format("<w:del/>", maak.docx_alinea("Een rij die is weggehaald"))
        + rij.format("", maak.docx_alinea("Een rij die blijft"))
        + "</w:tbl><w:p><w:del><w:r><w:t>Ook weggehaald</w:t></w:r></w:del></w:p>"
        + "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        + maak.docx_alinea("Klik hier om tekst in te voeren.")
        + "</w:sdtContent></w:sdt><w:p><w:r><w:t>links</w:t><w:ptab/><w:t>rechts</w:t></w:r></w:p>"
    )
    assert lees(maak.docx(inhoud)).tekst == "Een rij die blijft\nlinks rechts"


def test_a_pdf_of_separate_letters_says_so() -> None:
    lezing = lees(maak.pdf_losse_letters("kwartelvlinder in de buurtkamer"))
    assert lezing.reden == "letters" and lezing.tekst == ""
    assert lees(maak.pdf("Met z'n 2 in 1 huis: plan A of plan B, in de buurt")).reden == ""


def test_what_odt_hides_is_not_read() -> None:
    stijl = '<style:style xmlns:style="s" style:name="T1"><style:text-properties xmlns:t="t" t:display="none"/></style:style>'
    lezing = lees(
        maak.odt(
            f"{stijl}<text:p>Samen eten<text:hidden-text>Geheim</text:hidden-text>"
            '<text:span text:style-name="T1"> mevrouw Verstopt</text:span> in de buurt</text:p>'
        )
    )
    assert (lezing.tekst, lezing.reden) == ("Samen eten in de buurt", "")


def test_odt_without_what_was_deleted_or_a_comment() -> None:
    lezing = lees(
        maak.odt(
            "<text:tracked-changes><text:p>Naam van een bewoner</text:p></text:tracked-changes><text:h>Samen<text:s/>eten</text:h>"
            "<text:p>in de <text:span>buurt</text:span><office:annotation><text:p>klopt dit?</text:p></office:annotation></text:p>"
        )
    )
    assert (lezing.tekst, lezing.reden) == ("Samen eten\nin de buurt", "")


@pytest.mark.parametrize(
    ("inhoud", "reden"),
    [
        (lambda: b"", "leeg"),
        (lambda: maak.pdf("", ""), "leeg"),
        (lambda: maak.pdf("7"), "leeg"),
        (lambda: b"gewone tekst die zich pdf noemt" * 50, "ander"),
        (lambda: maak.pak(xl__workbook_xml="<x/>"), "ander"),
        (lambda: lezen.OLE + b"\0" * 4000, "oud_word"),
        (lambda: b"%PDF-1.7\n" + os.urandom(20_000), "stuk"),
        (lambda: maak.pdf("Valpreventie in de wijk")[:300], "stuk"),
        (lambda: maak.docx(maak.docx_alinea("Samen eten"))[:200], "stuk"),
        (lambda: maak.docx("<w:p>"), "stuk"),
        (lambda: b"\0" * 60_000_000, "te_groot"),
        (maak.docx_bom, "te_groot"),
        (maak.docx_leugen, "stuk"),
        (maak.docx_lol, "stuk"),
        (maak.docx_van_buiten, "stuk"),
        (maak.pdf_op_slot, "op_slot"),
        (maak.pdf_xfa, "xfa"),
        (maak.pdf_portfolio, "portfolio"),
        (maak.docx_altchunk, "ingesloten"),
        (maak.pdf_rondje, {"stuk", "leeg"}),
        (maak.pdf_zichzelf, {"stuk", "leeg"}),
        (maak.pdf_bom, {"stuk", "leeg", "te_zwaar"}),
    ],
)
def test_what_is_wrong_gives_a_reason(inhoud: Callable[[], bytes], reden: str | set[str]) -> None:
    lezing = lees(inhoud())
    assert lezing.reden in ({reden} if isinstance(reden, str) else reden)
    assert lezing.reden in RedenOnleesbaar.values and lezing.tekst == ""


def test_a_form_that_shows_itself_is_read_and_what_is_missing_is_said() -> None:
    """A form of which each program shows the fields is no page that waits; a letter before a chunk is read."""
    gewoon = maak.pdf_met_wortel("Aanvraag voor een scootmobiel bij de gemeente", b"/AcroForm 6 0 R")
    assert lees(gewoon).tekst.startswith("Aanvraag") and lees(gewoon).reden == ""
    half = lees(maak.docx_altchunk(maak.docx_alinea("Uitnodiging voor de bewonersavond")))
    assert half.tekst == "Uitnodiging voor de bewonersavond" and half.reden == "ingesloten"


def test_a_table_that_points_at_itself_ends() -> None:
    assert lees(maak.pdf_vorige()).reden in {"", "stuk"}


def test_a_long_document_is_found_at_its_beginning() -> None:
    lezing = lees(maak.docx(maak.docx_alinea("Zorgzame buurt. " * 50_000)))
    assert lezing.reden == "deel" and len(lezing.tekst) == lezen.MAX_TEKENS


def _lezer(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Another reader in the place of ours, as if a parser behaves like that."""
    begin = f"import sys; sys.path.append({proces.WORTEL!r})\nfrom kennisplatform.basis.documenten import lezen\n"
    monkeypatch.setattr(proces, "LEES", begin + code)


@pytest.mark.parametrize(
    ("code", "reden"),
    [
        ("lezen.MAX_CPU = 1; lezen.begrens()\nwhile True: pass", "te_lang"),
        ("lezen.MAX_TIJD = 1; lezen.begrens()\nimport time; time.sleep(60)", "te_lang"),
        ("import time; time.sleep(60)", "te_lang"),  # does not even end itself
        ("lezen.begrens()\nx = b'x' * 10**9", "te_zwaar"),
        ("lezen.begrens()\nimport sys\nfor _ in range(99): sys.stdout.write('x' * 10**6)", "te_zwaar"),
        ("import os; os.kill(os.getpid(), 11)", "te_zwaar"),
        ("print('geen antwoord')", "te_zwaar"),
    ],
)
def test_a_process_that_runs_away_is_stopped(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, code: str, reden: str
) -> None:
    # Only who never ends is waited for as long as that: to begin at all takes seconds on a busy machine.
    monkeypatch.setattr(proces, "WACHT", 3 if code.startswith("import time") else 50)
    _lezer(monkeypatch, code)
    begin = time.monotonic()
    assert lees(b"%PDF-").reden == reden
    assert time.monotonic() - begin < 55, "it would go on for a minute or for ever"


def test_the_reader_knows_no_secrets(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SECRET_KEY", "niet-doorvertellen")
    _lezer(monkeypatch, "import os, json; print(json.dumps({'tekst': str(sorted(os.environ)), 'reden': ''}))")
    assert "SECRET_KEY" not in lees(b"x").tekst
