"""Upload of a picture: what opens but can't be drawn is refused at the field, not found out when a page needs it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from PIL import Image
from wagtail.images.forms import BaseImageForm


class AfbeeldingFormulier(BaseImageForm):
    def clean_file(self) -> Any:
        """Draw it once. Size in pixels was checked before, from the header alone."""
        bestand = self.cleaned_data.get("file")
        if bestand and "file" in self.changed_data:
            try:
                bestand.seek(0)
                with Image.open(bestand) as beeld:
                    beeld.load()
            except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as fout:
                raise ValidationError(
                    _("Deze afbeelding is beschadigd. Sla haar opnieuw op en probeer het nog eens.")
                ) from fout
            finally:
                bestand.seek(0)
        return bestand
