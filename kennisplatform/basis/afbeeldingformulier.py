"""Upload of a picture: what opens but can't be drawn is refused at the field, where Wagtail's own field would fail."""

from __future__ import annotations

import re
import struct
from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from PIL import Image
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm


class StevigAfbeeldingveld(WagtailImageField):
    def to_python(self, data: Any) -> Any:
        try:
            return super().to_python(data)
        except (OSError, SyntaxError, ValueError, struct.error, Image.DecompressionBombError) as fout:
            raise ValidationError(
                _("Deze afbeelding is beschadigd of te groot. Sla haar opnieuw op en probeer het nog eens.")
            ) from fout


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
        self.fields["title"].help_text = _("Leeg: de naam van het bestand.")

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean()
        if not (schoon.get("title") or "").strip():
            bestand = schoon.get("file") or self.instance.file
            schoon["title"] = titel_van(bestand.name) if bestand else ""
        return schoon
