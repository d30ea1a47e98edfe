"""Documents that people hand in beside a text: three kinds, through the gate of all files (basis/bestandspoort.py)."""

from __future__ import annotations

from typing import Final

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.bestandspoort import DOCUMENT, Bestandssoort, keur

MAX_BYTES: Final = 12 * 1024 * 1024
TYPEN: Final = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
}
ALS: Final = {Bestandssoort.PDF: "pdf", Bestandssoort.WORD: "docx", Bestandssoort.ODT: "odt"}


class Ongeschikt(Exception):
    """Carries what to tell the writer."""


def kiezer(soorten: str) -> forms.FileInput:
    """The script bestand.js reads the two others."""
    te_groot = _("Dit bestand is te groot en is niet gekozen. Kies er een van hoogstens 12 MB.")
    return forms.FileInput(attrs={"accept": soorten, "data-max": MAX_BYTES, "data-tegroot": te_groot})


def keur_document(bestand: UploadedFile) -> str:
    """'pdf', 'docx' or 'odt', by content. Raises Ongeschikt, also for what holds a program."""
    try:
        return ALS[keur(bestand, DOCUMENT)]
    except ValidationError as fout:
        raise Ongeschikt(fout.messages[0]) from fout
