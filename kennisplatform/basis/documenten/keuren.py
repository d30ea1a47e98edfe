"""The gate for documents that people hand in: looked at by content, never by name; nothing with a program inside."""

from __future__ import annotations

import zipfile
from typing import IO, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.documenten.gelezen import NietGelezen
from kennisplatform.basis.documenten.lezen import soort_van

MAX_BYTES: Final = 12 * 1024 * 1024
TYPEN: Final = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
}
ONBEKEND: Final = _("Dit bestand kunnen wij niet plaatsen. Kies een PDF, een Word-bestand (.docx) of een ODT.")
STUK: Final = _(
    "Dit bestand is beschadigd of er zit een wachtwoord op. Open het, sla het opnieuw op en probeer het nog eens."
)


class Ongeschikt(Exception):
    """Carries what to tell the writer."""


def kiezer(soorten: str) -> forms.FileInput:
    """The script bestand.js reads the two others."""
    te_groot = _("Dit bestand is te groot en is niet gekozen. Kies er een van hoogstens 12 MB.")
    return forms.FileInput(attrs={"accept": soorten, "data-max": MAX_BYTES, "data-tegroot": te_groot})


def keur_document(bestand: IO[bytes]) -> str:
    """'pdf', 'docx' or 'odt', by content. Raises Ongeschikt, also for what holds a program."""
    try:
        soort, _lezer = soort_van(bestand)
    except NietGelezen as fout:
        raise Ongeschikt(STUK if _zegt_goed_te_zijn(bestand) else ONBEKEND) from fout
    bestand.seek(0)
    if soort in {"docx", "odt"}:
        namen = zipfile.ZipFile(bestand).namelist()
        if any("vbaproject" in n.lower() or n.startswith(("Basic/", "Scripts/")) for n in namen):
            raise Ongeschikt(_("In dit bestand zit een programma (macro). Sla het op zonder macro’s, of als PDF."))
        bestand.seek(0)
    return soort


def _zegt_goed_te_zijn(bestand: IO[bytes]) -> bool:
    """Its name is of a kind that we take: telling somebody to choose a Word file who did so helps nobody."""
    return str(getattr(bestand, "name", "")).lower().endswith(tuple(f".{soort}" for soort in TYPEN))
