"""A file of translations (PO) that comes back: looked at before the library, which fails on any other file."""

from __future__ import annotations

import tempfile
from typing import Any

import polib
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.views.pages.utils import get_valid_next_url_from_request
from wagtail_localize.views.edit_translation import upload_pofile

from kennisplatform.basis.bestandspoort import MB, Bestandssoort, Bestandsveld, Gevraagd

PO = Gevraagd(
    gettext_lazy("vertaalbestand (.po)"),
    gettext_lazy("Haal het bestand eerst op bij deze vertaling, en kies dat."),
    gettext_lazy("Haal het bestand eerst op bij deze vertaling, en kies dat."),
    frozenset({Bestandssoort.TEKST}),
)
VELD = Bestandsveld(mag=PO, meeste=5 * MB)
KENMERK = "X-WagtailLocalize-TranslationID"


@require_POST
def terugzetten(request: HttpRequest, translation_id: int) -> HttpResponse:
    try:
        bestand = VELD.clean(request.FILES.get("file"))
        _kijk(bestand)
    except ValidationError as fout:
        messages.error(request, fout.messages[0])
        return redirect(get_valid_next_url_from_request(request) or reverse("wagtailadmin_home"))
    antwoord: HttpResponse = upload_pofile(request, translation_id)
    return antwoord


def _kijk(bestand: UploadedFile) -> None:
    """Raises ValidationError unless the library can read it and it says of which translation it is."""
    with tempfile.NamedTemporaryFile(suffix=".po") as los:
        los.write(bestand.read())
        los.flush()
        bestand.seek(0)
        if KENMERK not in _kop(los.name):
            raise ValidationError(
                _(
                    "Dit is geen vertaalbestand (.po) van hier. Haal het bestand eerst op bij deze vertaling, en kies dat."
                )
            )


def _kop(naam: str) -> dict[str, Any]:
    try:
        kop: dict[str, Any] = polib.pofile(naam).metadata
    except (OSError, ValueError, LookupError, AttributeError, TypeError):  # what polib raises on what is no PO file
        return {}
    return kop
