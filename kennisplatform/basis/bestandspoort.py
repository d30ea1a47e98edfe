"""The one gate for files of everybody: what a file is, is read in it (tekst/bestandssoort.py); this says what to do about it.

Every place for a file in a form is a `Bestandsveld`; the admin's own forms ask `keur`. `tests/basis/test_bestandspoort.py`
finds all forms of the house and puts poisoned files through each.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.documenten.proces import reden_onleesbaar
from kennisplatform.tekst import bestandssoort
from kennisplatform.tekst.bestandssoort import MB, Bestandssoort

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

__all__ = [
    "DOCUMENT",
    "FOTO",
    "LIJST",
    "MB",
    "STUK",
    "VOOR_ANDEREN",
    "WERKMAP",
    "Bestandssoort",
    "Bestandsveld",
    "Gevraagd",
    "keur",
]


@dataclass(frozen=True)
class Gevraagd:
    """What a place is for: in words ('geen …'), what somebody does who has it in another form, and who has not."""

    naam: StrOrPromise
    stap: StrOrPromise
    kies: StrOrPromise
    soorten: frozenset[Bestandssoort]
    om_te_lezen: bool = False  # by others than who made it: it is opened and looked at


WERKMAP: Final = Gevraagd(
    _("Excel-werkmap"),
    _("Open het in Excel, kies ‘Opslaan als’ en bewaar het als .xlsx."),
    _("Kies een Excelbestand (.xlsx)."),
    frozenset({Bestandssoort.EXCEL, Bestandssoort.ODS}),
)
LIJST: Final = Gevraagd(
    _("lijst"),
    _("Bewaar de lijst in Excel als .xlsx, of als CSV."),
    _("Kies een Excelbestand (.xlsx) of CSV."),
    frozenset({Bestandssoort.EXCEL, Bestandssoort.EXCEL_BINAIR, Bestandssoort.ODS, Bestandssoort.TEKST}),
)
DOCUMENT: Final = Gevraagd(
    _("PDF, Word-bestand of ODT"),
    _("Bewaar het als PDF of als Word-bestand (.docx)."),
    _("Kies een PDF, een Word-bestand (.docx) of een ODT."),
    frozenset({Bestandssoort.PDF, Bestandssoort.WORD, Bestandssoort.ODT}),
    om_te_lezen=True,
)
FOTO: Final = Gevraagd(
    _("foto"),
    _("Bewaar het als JPG of PNG."),
    _("Kies een foto: JPG of PNG."),
    frozenset({Bestandssoort.BEELD}),
)
STUK: Final = Gevraagd(
    _("document"),
    _("Bewaar het als PDF, of met Word of Excel als .docx of .xlsx."),
    _("Kies een PDF, een bestand van Word, Excel of PowerPoint, een ODT, of een geluidsopname (MP3 of M4A)."),
    frozenset(
        {
            Bestandssoort.PDF,
            Bestandssoort.WORD,
            Bestandssoort.ODT,
            Bestandssoort.EXCEL,
            Bestandssoort.POWERPOINT,
            Bestandssoort.TEKST,
            Bestandssoort.GELUID,
        }
    ),
)
# What no saving makes into something that was asked.
ANDERS: Final = frozenset(
    {
        Bestandssoort.PROGRAMMA,
        Bestandssoort.ONBEKEND,
        Bestandssoort.ARCHIEF,
        Bestandssoort.BEELD,
        Bestandssoort.XML,
        Bestandssoort.BOEK,
        Bestandssoort.FILM,
        Bestandssoort.GELUID,
        Bestandssoort.RUW_BEELD,
    }
)

WAT: Final[dict[Bestandssoort, StrOrPromise]] = {
    Bestandssoort.PDF: _("een PDF"),
    Bestandssoort.WORD: _("een Word-bestand"),
    Bestandssoort.EXCEL: _("een Excel-werkmap"),
    Bestandssoort.POWERPOINT: _("een presentatie"),
    Bestandssoort.ODT: _("een tekst van LibreOffice (ODT)"),
    Bestandssoort.ODS: _("een rekenblad van LibreOffice (ODS)"),
    Bestandssoort.ODP: _("een presentatie van LibreOffice (ODP)"),
    Bestandssoort.BOEK: _("een e-boek (EPUB)"),
    Bestandssoort.FILM: _("een film"),
    Bestandssoort.GELUID: _("een geluidsopname"),
    Bestandssoort.RUW_BEELD: _("een foto in een vorm die alleen fotoprogramma’s lezen"),
    Bestandssoort.TEKST: _("een tekstbestand"),
    Bestandssoort.BEELD: _("een foto of afbeelding"),
    Bestandssoort.SVG: _("een SVG-tekening, waarin een programma kan zitten"),
    Bestandssoort.WEBPAGINA: _("een webpagina (HTML)"),
    Bestandssoort.XML: _("een XML-bestand"),
    Bestandssoort.RTF: _("een RTF-bestand"),
    Bestandssoort.ARCHIEF: _("een ingepakte map (zip)"),
    Bestandssoort.PROGRAMMA: _("een programma"),
    Bestandssoort.ONBEKEND: _("een bestand van een soort die wij niet kennen"),
}
# What is wrong with it whatever was asked, and the next step.
BEZWAAR: Final[dict[Bestandssoort, StrOrPromise]] = {
    Bestandssoort.LEEG: _("Dit bestand is leeg. Kies een ander."),
    Bestandssoort.MACRO: _("In dit bestand zit een programma (macro). Sla het op zonder macro’s, of als PDF."),
    Bestandssoort.BOM: _(
        "Dit bestand is klein verpakt, maar pakt uit tot iets veel groters dan een gewoon document. Wij openen het niet. "
        "Bewaar het opnieuw vanuit het programma waarin u het maakte."
    ),
    Bestandssoort.STUK: _(
        "Dit bestand is niet heel: er ontbreekt een deel. Haal het opnieuw op of bewaar het opnieuw, en kies het nog eens."
    ),
    Bestandssoort.OP_SLOT: _("Op dit bestand zit een wachtwoord. Haal dat eraf (Bestand, Info) en stuur het opnieuw."),
    Bestandssoort.OUD_WORD: _(
        "Dit is een bestand van Word van vóór 2007 (.doc). Kies in Word ‘Opslaan als’ en dan .docx."
    ),
    Bestandssoort.OUD_EXCEL: _(
        "Dit is een bestand van Excel van vóór 2007 (.xls). Kies in Excel ‘Opslaan als’ en dan .xlsx."
    ),
    Bestandssoort.EXCEL_BINAIR: _(
        "Dit is een binaire werkmap van Excel (.xlsb), die weinig programma’s lezen. Kies in Excel ‘Opslaan als’ en dan .xlsx."
    ),
    Bestandssoort.OUD_POWERPOINT: _(
        "Dit is een presentatie van PowerPoint van vóór 2007 (.ppt). Kies in PowerPoint ‘Opslaan als’ en dan PDF."
    ),
    Bestandssoort.OUD_OFFICE: _("Dit is een Officebestand van vóór 2007. Kies ‘Opslaan als’ en dan .docx of .xlsx."),
    Bestandssoort.APPLE: _(
        "Dit is een bestand van Pages, Numbers of Keynote van Apple. Open het daar, kies Archief en dan ‘Exporteer naar’: "
        "Excel, Word of PDF. Stuur wat u dan krijgt."
    ),
    Bestandssoort.BRIEF: _(
        "Dit is een e-mail. Open haar in uw mailprogramma, bewaar de bijlage die erin zit, en kies die. Gaat het om de tekst "
        "zelf: druk de e-mail af als PDF."
    ),
    Bestandssoort.SNELKOPPELING: _(
        "Dit is alleen een verwijzing naar een bestand, niet het bestand zelf. Open het, en bewaar of download het eerst."
    ),
    Bestandssoort.SYLK: _("Dit is een SYLK-bestand (.slk). Open het in Excel, kies ‘Opslaan als’ en dan .xlsx."),
    Bestandssoort.HULPBESTAND: _(
        "Dit is een hulpbestand dat uw computer naast het echte legde. Kies het bestand met dezelfde naam, zonder ‘._’ of ‘~$’ "
        "ervoor."
    ),
    Bestandssoort.ARCHIEF: _("Dit is een ingepakte map (zip). Pak haar uit en kies het bestand dat erin zit."),
}
# A whole document that others can't read: reason of documenten/lezen.py → what it is, and the next step.
VOOR_ANDEREN: Final[dict[str, StrOrPromise]] = {
    "op_slot": BEZWAAR[Bestandssoort.OP_SLOT],
    "xfa": _(
        "Dit is een invulformulier dat alleen Acrobat toont; anderen lezen ‘Please wait…’. Open het in Acrobat, druk het af naar "
        "PDF en kies die."
    ),
    "portfolio": _(
        "Dit is een PDF-portfolio: een map met losse bestanden. Haal ze eruit met Acrobat en kies ze een voor een."
    ),
    "ingesloten": _(
        "In dit document zit een ander bestand dat alleen Word erbij haalt; wie het elders opent, mist die tekst. Open het in "
        "Word, bewaar het opnieuw als .docx en kies dat."
    ),
}
# How a file may be called, where its name is kept.
ACHTERVOEGSELS: Final[dict[Bestandssoort, tuple[str, ...]]] = {
    Bestandssoort.PDF: (".pdf",),
    Bestandssoort.WORD: (".docx",),
    Bestandssoort.EXCEL: (".xlsx",),
    Bestandssoort.POWERPOINT: (".pptx",),
    Bestandssoort.ODT: (".odt",),
    Bestandssoort.TEKST: (".csv", ".txt"),
    Bestandssoort.GELUID: (".mp3", ".m4a", ".ogg"),
}
HEET_EXCEL: Final = (".xlsx", ".xls", ".xlsm", ".xlsb", ".ods")


def keur(bestand: UploadedFile, gevraagd: Gevraagd, *, naam_klopt: bool = False) -> Bestandssoort:
    """Which of the kinds it is; the file stands at its beginning. Raises ValidationError. `naam_klopt`: the name stays
    with it, so that has to fit.
    """
    soort = bestandssoort.soort(bestand)
    if PurePath(bestand.name or "").name.startswith(("~$", "._")) and soort is Bestandssoort.ONBEKEND:
        soort = Bestandssoort.HULPBESTAND
    if soort not in gevraagd.soorten:
        raise ValidationError(_waarom_niet(soort, gevraagd), code="soort")
    achter = PurePath(bestand.name or "").suffix.lower()
    if soort is Bestandssoort.TEKST and achter in HEET_EXCEL:
        raise ValidationError(_geen(soort, WERKMAP), code="naam")
    goed = ACHTERVOEGSELS.get(soort, ())
    if naam_klopt and goed and achter not in goed:
        raise ValidationError(
            _("Dit is %(wat)s, maar het heet ‘%(achter)s’. Geef het een naam op %(goed)s en kies het opnieuw."),
            code="naam",
            params={"wat": WAT[soort], "achter": achter[:20], "goed": goed[0]},
        )
    return soort


def _waarom_niet(soort: Bestandssoort, gevraagd: Gevraagd) -> StrOrPromise:
    if (
        soort is Bestandssoort.OUD_OFFICE
        and Bestandssoort.EXCEL in gevraagd.soorten
        and Bestandssoort.WORD not in gevraagd.soorten
    ):
        soort = Bestandssoort.OUD_EXCEL
    if soort is Bestandssoort.RUW_BEELD and Bestandssoort.BEELD in gevraagd.soorten:
        return _("Deze foto staat in een vorm die alleen fotoprogramma’s lezen. Bewaar haar daar als JPG en kies die.")
    return BEZWAAR.get(soort) or _geen(soort, gevraagd)


def _geen(soort: Bestandssoort, gevraagd: Gevraagd) -> str:
    return str(
        _("Dit is %(wat)s, geen %(gevraagd)s. %(stap)s")
        % {"wat": WAT[soort], "gevraagd": gevraagd.naam, "stap": gevraagd.kies if soort in ANDERS else gevraagd.stap}
    )


class Bestandsveld(forms.FileField):
    """`meeste`: bytes. `te_groot`: what to say then, where there is something better to say."""

    default_error_messages = {"required": _("Kies een bestand."), "empty": BEZWAAR[Bestandssoort.LEEG]}

    def __init__(self, *, mag: Gevraagd, meeste: int, te_groot: StrOrPromise = "", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.mag, self.meeste = mag, meeste
        self.te_groot = te_groot or _("Dit bestand is te groot: hoogstens %(n)s MB.") % {"n": meeste // MB}

    def to_python(self, data: Any) -> Any:
        bestand = super().to_python(data)
        if isinstance(bestand, UploadedFile):
            if (bestand.size or 0) > self.meeste:
                raise ValidationError(self.te_groot, code="te_groot")
            keur(bestand, self.mag)
            if self.mag.om_te_lezen and (bezwaar := VOOR_ANDEREN.get(reden_onleesbaar(bestand))):
                raise ValidationError(bezwaar, code="onleesbaar")
        return bestand
