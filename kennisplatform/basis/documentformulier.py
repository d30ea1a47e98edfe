"""Upload of a document in the admin: through the gate of the house, and called what it is."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from wagtail.documents.forms import BaseDocumentForm

from kennisplatform.basis.bestandspoort import STUK, keur


class DocumentFormulier(BaseDocumentForm):
    def clean_file(self) -> Any:
        bestand = self.cleaned_data.get("file")
        if isinstance(bestand, UploadedFile):
            keur(bestand, STUK, naam_klopt=True)
        return bestand
