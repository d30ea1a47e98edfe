"""Upload of a picture: what opens but can't be drawn is refused at the field, where Wagtail's own field would fail."""

from __future__ import annotations

import struct
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


class AfbeeldingFormulier(BaseImageForm):
    file = StevigAfbeeldingveld(label=_("Afbeelding"))
