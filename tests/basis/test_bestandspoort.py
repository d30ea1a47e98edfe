"""Every place for a file in the house, found by looking: what passes, and what is said to who sends something else."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import get_resolver, reverse
from wagtail.documents import get_document_model
from wagtail.documents.forms import get_document_form
from wagtail.images import get_image_model
from wagtail.images.forms import get_image_form

from kennisplatform.basis.afbeeldingformulier import StevigAfbeeldingveld
from kennisplatform.basis.bestandspoort import DOCUMENT, FOTO, LIJST, STUK, WERKMAP, Bestandsveld, keur
from kennisplatform.tekst.bestandssoort import Bestandssoort, soort
from tests import giftig, mensen

pytestmark = pytest.mark.django_db
HUIS = ("kennisplatform.", "leernetwerk.", "menukaart.", "zorgpaden.", "wagtail.", "wagtail_localize.")
# What no place for a file takes, whatever it is called and whatever is asked there.
NOOIT = sorted(
    naam
    for naam in giftig.BESTANDEN
    if naam.startswith(
        ("leeg", "macro", "bom.docx", "bom.xlsx", "leugen", "lol", "buiten", "veel", "nest", "kaal", "omhoog")
    )
    or naam.startswith(("programma", "pagina", "plaatje", "oud", "slot.xlsx", "half.pdf", "half.xlsx", "half.docx"))
)


def klassen(soort: type[forms.BaseForm] = forms.BaseForm) -> Iterator[type[forms.BaseForm]]:
    for klas in soort.__subclasses__():
        yield klas
        yield from klassen(klas)


@cache
def velden() -> dict[str, forms.FileField]:
    """'form.field' → the field, of every form of the house and of the admin that takes a file."""
    list(get_resolver().url_patterns)  # whatever has an address is imported by now
    get_document_form(get_document_model())
    get_image_form(get_image_model())
    return {
        f"{klas.__module__}.{klas.__name__}.{naam}": veld
        for klas in klassen()
        if klas.__module__.startswith(HUIS) and ".tests" not in klas.__module__ and ".test." not in klas.__module__
        for naam, veld in getattr(klas, "base_fields", {}).items()
        if isinstance(veld, forms.FileField)
    }


def van_wagtail(naam: str) -> bool:
    """Made by Wagtail from its model; the form around it asks the gate."""
    return "DocumentForm" in naam or "BestandForm" in naam


def poort(naam: str, veld: forms.FileField, bestand: SimpleUploadedFile) -> Any:
    if van_wagtail(naam):
        formulier = get_document_form(get_document_model())()
        formulier.cleaned_data = {"file": veld.clean(bestand)}
        return formulier.clean_file()
    return veld.clean(bestand)


def test_every_place_for_a_file_is_behind_the_gate() -> None:
    los = [
        naam
        for naam, veld in velden().items()
        if not isinstance(veld, Bestandsveld | StevigAfbeeldingveld) and not van_wagtail(naam)
    ]
    assert los == [], "a file comes in by Bestandsveld (basis/bestandspoort.py)"
    assert len(velden()) >= 9


@pytest.mark.parametrize("welk", NOOIT)
def test_what_nobody_asks_for_comes_in_nowhere(welk: str) -> None:
    for naam, veld in velden().items():
        with pytest.raises(ValidationError) as fout:
            poort(naam, veld, SimpleUploadedFile(welk, giftig.bestand(welk)))
        zin = fout.value.messages[0]
        assert zin[-1] in ".?" and len(zin.split()) > 4, (naam, zin)
        assert " ".join(zin.split()[:2]) in {"Dit is", "Dit bestand", "In dit", "Op dit"}, (naam, zin)


def test_whatever_is_sent_a_place_for_a_file_answers() -> None:
    """A file or a sentence, never a fault of our own."""
    for welk in giftig.BESTANDEN:
        for naam, veld in velden().items():
            try:
                poort(naam, veld, SimpleUploadedFile(welk, giftig.bestand(welk)))
            except ValidationError as fout:
                assert fout.messages, naam


@pytest.mark.parametrize(
    ("naam", "inhoud", "zin"),
    [
        (
            "begroting.xlsx",
            giftig.bestand("tekst.xlsx"),
            "Dit is een tekstbestand, geen Excel-werkmap. Open het in Excel",
        ),
        ("lijst.xlsx", giftig.HTML, "Dit is een webpagina (HTML), geen Excel-werkmap."),
        ("macro.xlsx", giftig.bestand("macro.xlsx"), "In dit bestand zit een programma (macro)."),
        ("lijst.xls", giftig.bestand("oud.xls"), "Dit is een bestand van Excel van vóór 2007 (.xls)."),
        ("lijst.xlsx", giftig.bestand("slot.xlsx"), "Op dit bestand zit een wachtwoord."),
        ("bom.xlsx", giftig.bestand("bom.xlsx"), "Dit bestand is klein verpakt, maar pakt uit tot"),
        ("map.zip", giftig.bestand("kaal.zip"), "Dit is een ingepakte map (zip). Pak haar uit"),
        ("half.xlsx", giftig.bestand("half.xlsx"), "Dit bestand is niet heel"),
        ("plan.docx", giftig.bestand("goed.docx"), "Dit is een Word-bestand, geen Excel-werkmap."),
    ],
)
def test_the_budget_says_what_is_the_matter(naam: str, inhoud: bytes, zin: str) -> None:
    veld = velden()["menukaart.begroting.formulieren.BladFormulier.bestand"]
    with pytest.raises(ValidationError) as fout:
        veld.clean(SimpleUploadedFile(naam, inhoud))
    assert fout.value.messages[0].startswith(zin)


VREEMD = {  # what people have on their machine and take for the file itself → what they are told
    "lijst.numbers": (giftig.pak(("Index/Document.iwa", b"x")), "Pages, Numbers of Keynote van Apple"),
    "bericht.msg": (giftig.OLE + "__substg1.0_0037001F".encode("utf-16-le").ljust(600, b"\x00"), "Dit is een e-mail."),
    "bericht.eml": (b"From: a@x.example\r\nTo: b@x.example\r\nSubject: hoi\r\n\r\nHallo", "Dit is een e-mail."),
    "dia.ppt": (giftig.OLE + "PowerPoint Document".encode("utf-16-le").ljust(600, b"\x00"), "PowerPoint van vóór 2007"),
    "dia.odp": (giftig.pak(("mimetype", b"application/vnd.oasis.opendocument.presentation")), "LibreOffice (ODP)"),
    "boek.epub": (giftig.pak(("mimetype", b"application/epub+zip")), "een e-boek (EPUB)"),
    "film.mov": (b"\x00\x00\x00\x14ftypqt  " + bytes(200), "Dit is een film"),
    "memo.m4a": (b"\x00\x00\x00\x18ftypM4A " + bytes(200), "een geluidsopname"),
    "lijst.lnk": (b"L\x00\x00\x00\x01\x14\x02\x00" + bytes(200), "alleen een verwijzing"),
    "lijst.gsheet": (b'{"url":"https://docs.google.com/open?id=1"}', "alleen een verwijzing"),
    "._lijst.xlsx": (b"\x00\x05\x16\x07" + bytes(200), "een hulpbestand"),
    "~$lijst.xlsx": (b"\x05Henny".ljust(165, b"\x00"), "een hulpbestand"),
    "lijst.slk": (b"ID;PWXL;N;E\r\nP;PGeneral\r\n", "een SYLK-bestand (.slk)"),
    "lijst.fods": (b'<?xml version="1.0"?><office:document><table:table/></office:document>', "een XML-bestand"),
    "brief.doc": (
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x",
        "een webpagina (HTML)",
    ),
}


@pytest.mark.parametrize("naam", VREEMD)
def test_what_is_no_list_is_called_what_it_is(naam: str) -> None:
    inhoud, zegt = VREEMD[naam]
    with pytest.raises(ValidationError) as fout:
        keur(SimpleUploadedFile(naam, inhoud), LIJST)
    assert zegt in fout.value.messages[0]
    with pytest.raises(ValidationError):
        keur(SimpleUploadedFile(naam, inhoud), FOTO)


def test_a_pdf_that_was_filled_up_behind_its_end_is_whole() -> None:
    heel = giftig.bestand("goed.pdf")
    for staart in (b"\x00" * 200_000, b"\r\n" * 60_000):
        assert soort(io.BytesIO(heel + staart)) is Bestandssoort.PDF
        assert soort(io.BytesIO(heel[:-60] + staart)) is Bestandssoort.STUK


def test_a_list_that_is_called_a_workbook_is_told_so_where_lists_are_taken() -> None:
    veld = velden()["kennisplatform.register.formulieren.InvoerFormulier.bestand"]
    assert veld.clean(SimpleUploadedFile("lijst.csv", giftig.bestand("goed.csv")))
    assert veld.clean(SimpleUploadedFile("lijst", giftig.bestand("goed.xlsx")))
    with pytest.raises(ValidationError, match="Dit is een tekstbestand, geen Excel-werkmap"):
        veld.clean(SimpleUploadedFile("lijst.xlsx", giftig.bestand("goed.csv")))


@pytest.mark.parametrize("welk", ["goed.pdf", "goed.docx", "goed.xlsx", "goed.csv", "goed.mp3", "slot.pdf"])
def test_the_admin_takes_a_document(welk: str) -> None:
    assert stuur(welk, giftig.bestand(welk)).status_code == 302


@pytest.mark.parametrize(
    ("heet", "inhoud", "zin"),
    [
        ("handreiking.pdf", giftig.HTML, "Dit is een webpagina (HTML), geen document."),
        ("handreiking.docx", giftig.bestand("macro.docx"), "In dit bestand zit een programma (macro)."),
        ("handreiking.docx", giftig.bestand("lol.docx"), "Dit bestand is klein verpakt, maar pakt uit tot"),
        ("handreiking.pdf", giftig.bestand("goed.docx"), "Dit is een Word-bestand, maar het heet ‘.pdf’."),
        ("handreiking.txt", giftig.SVG, "Dit is een SVG-tekening"),
    ],
)
def test_the_admin_says_what_is_the_matter(heet: str, inhoud: bytes, zin: str) -> None:
    antwoord = stuur(heet, inhoud)
    assert antwoord.status_code == 200 and zin in antwoord.content.decode()
    assert not get_document_model().objects.filter(title="Handreiking").exists()


def stuur(heet: str, inhoud: bytes) -> Any:
    client = Client()
    client.force_login(mensen.medewerker("redacteur"))
    velden_ = {"title": "Handreiking", "file": SimpleUploadedFile(heet, inhoud), "collection": 1, "tags": ""}
    return client.post(reverse("wagtaildocs:add"), velden_)


def test_an_office_file_that_lies_about_its_size_is_found_out() -> None:
    assert soort(io.BytesIO(giftig.bestand("leugen.docx"))) is Bestandssoort.BOM
    assert soort(io.BytesIO(giftig.bestand("leugen.xlsx"))) is Bestandssoort.BOM


def test_the_file_stands_at_its_beginning_when_it_was_looked_at() -> None:
    veld = velden()["menukaart.begroting.formulieren.BladFormulier.bestand"]
    bestand = SimpleUploadedFile("b.xlsx", giftig.bestand("goed.xlsx"))
    keur(bestand, veld.mag)  # type: ignore[attr-defined]  # a Bestandsveld, as every other
    assert bestand.tell() == 0


@pytest.mark.parametrize(
    ("welk", "zegt"),
    [
        ("formulier.pdf", "Open het in Acrobat, druk het af naar PDF en kies die."),
        ("portfolio.pdf", "Dit is een PDF-portfolio: een map met losse bestanden."),
        ("ingesloten.docx", "Open het in Word, bewaar het opnieuw als .docx en kies dat."),
        ("slot.pdf", "Op dit bestand zit een wachtwoord."),
    ],
)
def test_a_document_that_others_can_not_read_is_told_wherever_one_is_handed_in(welk: str, zegt: str) -> None:
    plekken = [veld for veld in velden().values() if isinstance(veld, Bestandsveld) and veld.mag.om_te_lezen]
    assert len(plekken) >= 2
    for veld in plekken:
        with pytest.raises(ValidationError) as fout:
            veld.clean(SimpleUploadedFile(welk, giftig.bestand(welk)))
        assert zegt in fout.value.messages[0]
        assert veld.clean(heel := SimpleUploadedFile("goed.pdf", giftig.bestand("goed.pdf"))).tell() == 0 and heel


def test_a_binary_workbook_is_read_as_a_list_and_named_elsewhere() -> None:
    binair = giftig.pak(("[Content_Types].xml", b"<Types/>"), ("xl/workbook.bin", b"x"))
    assert keur(SimpleUploadedFile("lijst.xlsb", binair), LIJST) is Bestandssoort.EXCEL_BINAIR
    for gevraagd in (WERKMAP, STUK, DOCUMENT):
        with pytest.raises(ValidationError, match="een binaire werkmap van Excel"):
            keur(SimpleUploadedFile("lijst.xlsb", binair), gevraagd, naam_klopt=True)
