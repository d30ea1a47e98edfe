"""Pictures and documents of a writer: looked at by content, never by name; pictures drawn anew, so nothing comes along."""

from __future__ import annotations

import io
import warnings
from functools import partial
from typing import IO, Any, Final

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from PIL import Image

from kennisplatform.basis.documenten.keuren import MAX_BYTES, Ongeschikt, keur_document
from kennisplatform.basis.foto import SOORTEN, STUK, TE_VEEL_PUNTEN, bezwaar, gelijkgetrokken, waarom_niet
from kennisplatform.naderhand import na_commit
from leernetwerk.delen.models import Beeld, Bijlage, Inzending
from leernetwerk.delen.schrijven import Gesloten, vergrendel

MAX_BEELDEN: Final = 6
MAX_BIJLAGEN: Final = 3
MAX_PIXELS: Final = 50_000_000  # a telephone makes 12 to 50 million; more is a bomb
LANGSTE: Final = 1600  # pixels; wider than any place on the page


def teken_opnieuw(bestand: IO[bytes]) -> tuple[ContentFile, int, int]:
    """A picture as WebP with its width and height. No place, no camera, no date survive. Raises Ongeschikt."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            beeld = Image.open(bestand)
            if beeld.format not in SOORTEN:
                raise Ongeschikt(
                    _("Dit is een afbeelding van de soort %(soort)s. Bewaar haar als JPG of PNG.")
                    % {"soort": beeld.format}
                )
            if beeld.width * beeld.height > MAX_PIXELS:
                raise Ongeschikt(TE_VEEL_PUNTEN)
            if waarom := bezwaar(beeld):
                raise Ongeschikt(waarom)
            beeld.draft("RGB", (LANGSTE * 2, LANGSTE * 2))
            lagen = gelijkgetrokken(beeld)
            lagen.thumbnail((LANGSTE, LANGSTE))
            kaal = Image.new("RGB", lagen.size, "white")  # a new canvas: what hangs on the old one stays there
            kaal.paste(lagen, mask=lagen.getchannel("A"))
    except STUK as fout:
        raise Ongeschikt(waarom_niet(bestand, fout)) from fout
    uit = io.BytesIO()
    kaal.save(uit, "WEBP", quality=80)
    return ContentFile(uit.getvalue()), kaal.width, kaal.height


@transaction.atomic
def voeg_beeld_toe(*, inzending: Inzending, bestand: UploadedFile, alt: str) -> Beeld:
    """Raises Ongeschikt or Gesloten."""
    nu = _open(inzending)
    if nu.beelden.count() >= MAX_BEELDEN:
        raise Ongeschikt(_("Er staan al zes foto’s. Haal er eerst een weg."))
    if (bestand.size or 0) > MAX_BYTES:
        raise Ongeschikt(_("Deze foto is te groot: hoogstens 12 MB."))
    inhoud, breed, hoog = teken_opnieuw(bestand)
    beeld = Beeld(inzending=nu, alt=alt, breed=breed, hoog=hoog)
    beeld.bestand.save("foto.webp", inhoud, save=True)
    return beeld


@transaction.atomic
def voeg_bijlage_toe(*, inzending: Inzending, bestand: UploadedFile, naam: str) -> Bijlage:
    """Raises Ongeschikt or Gesloten."""
    nu = _open(inzending)
    if nu.bijlagen.count() >= MAX_BIJLAGEN:
        raise Ongeschikt(_("Er staan al drie documenten. Haal er eerst een weg."))
    if (bestand.size or 0) > MAX_BYTES:
        raise Ongeschikt(_("Dit document is te groot: hoogstens 12 MB."))
    soort = keur_document(bestand)
    bijlage = Bijlage(inzending=nu, naam=naam, soort=soort, grootte=bestand.size or 0)
    bestand.seek(0)
    bijlage.bestand.save(f"bestand.{soort}", bestand, save=True)
    return bijlage


@transaction.atomic
def haal_weg(*, ding: Beeld | Bijlage) -> None:
    """Raises Gesloten."""
    _open(ding.inzending)
    ding.delete()


def _open(inzending: Inzending) -> Inzending:
    nu = vergrendel(inzending)
    if not nu.open:
        raise Gesloten
    return nu


def ruim_bestand_op(instance: Beeld | Bijlage, **kwargs: Any) -> None:
    """After the row is gone for good: a picture that nobody may see must not stay on the disk."""
    opslag = instance.bestand.storage
    if naam := instance.bestand.name:
        na_commit(partial(opslag.delete, naam), "deleting a file")
