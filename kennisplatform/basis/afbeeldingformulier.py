"""Upload of a picture: what opens but can't be drawn is refused at the field, where Wagtail's own field would fail."""

from __future__ import annotations

import io
import re
from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from kennisplatform.basis.bestandspoort import FOTO, keur
from kennisplatform.basis.foto import ONLEESBARE_HEIC, STUK, aangenomen, is_heic, rechtgezet, waarom_niet


class StevigAfbeeldingveld(WagtailImageField):
    def to_python(self, data: Any) -> Any:
        """What no browser shows the same (sixteen bits of grey, colours of a printer) is drawn anew before it is kept."""
        gestuurd = data if isinstance(data, UploadedFile) else None
        if gestuurd is not None:
            keur(gestuurd, FOTO)
            self.check_image_file_size(gestuurd)  # as it was sent: drawn anew it may be far smaller
            data = aangenomen(gestuurd)
        try:
            gelezen = super().to_python(data)
            nieuw = rechtgezet(gelezen) if is_bestand(gelezen) else None
            uit = gelezen if nieuw is None else super().to_python(nieuw)
            if gestuurd is not None and uit is not gestuurd and is_bestand(uit):
                _wissel(gestuurd, uit)
            return uit
        except STUK as fout:
            raise ValidationError(waarom_niet(data, fout)) from fout
        except ValidationError as fout:
            if is_bestand(data) and is_heic(data):
                raise ValidationError(ONLEESBARE_HEIC) from fout
            raise


def _wissel(gestuurd: UploadedFile, uit: UploadedFile) -> None:
    """Who holds the upload has the new one as well. Wagtail keeps what was sent while a description is missing, and makes
    the picture of that, without asking the field again.
    """
    gestuurd.file, gestuurd.size = io.BytesIO(uit.read()), uit.size
    gestuurd.name, gestuurd.content_type = uit.name, uit.content_type
    uit.seek(0)


def is_bestand(data: Any) -> bool:
    return hasattr(data, "read") and hasattr(data, "seek")


def titel_van(bestandsnaam: str) -> str:
    """'20240512_bank-in-het-park.jpg' → 'Bank in het park': what a camera added is nobody's title."""
    kaal = re.sub(r"[-_.\s]+", " ", PurePath(bestandsnaam).stem)
    kaal = re.sub(r"^(?:(?:img|dsc|dscn|pxl|foto)\b\s*)?(?:\d[\d ]*(?=\s))?\s*", "", kaal, flags=re.IGNORECASE) or kaal
    return kaal[:1].upper() + kaal[1:]


class AfbeeldingFormulier(BaseImageForm):
    file = StevigAfbeeldingveld(label=_("Afbeelding"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["title"].required = False
        if (
            not self.is_bound and self.instance.pk is None and self.instance.title
        ):  # the name of a file, from several at once
            self.initial["title"] = titel_van(self.instance.title)
        self.fields["title"].help_text = _("Leeg: de naam van het bestand.")

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean()
        if not (schoon.get("title") or "").strip():
            bestand = schoon.get("file") or self.instance.file
            schoon["title"] = titel_van(bestand.name) if bestand else ""
        return schoon
