"""Where Wagtail fails on what somebody sends, or lets a file in past the gate: set right in its own classes, once."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.account import AvatarPreferencesForm
from wagtail.admin.views.generic.chooser import CreationFormMixin
from wagtail.contrib.redirects.forms import ImportForm
from wagtail.contrib.redirects.models import Redirect

from kennisplatform.basis.afbeeldingformulier import StevigAfbeeldingveld
from kennisplatform.basis.bestandspoort import LIJST, MB, Bestandsveld

_mag_maken = CreationFormMixin.can_create
_pad_van = Redirect.normalise_path


def stel_bij() -> None:
    """When the apps are loaded. Forms are made from these for each request."""
    AvatarPreferencesForm.base_fields["avatar"] = StevigAfbeeldingveld(label=_("Foto van uzelf"), required=False)
    ImportForm.base_fields["import_file"] = Bestandsveld(label=_("Bestand met omleidingen"), mag=LIJST, meeste=5 * MB)
    CreationFormMixin.can_create = _mag_maken_met_formulier
    Redirect.normalise_path = staticmethod(_pad_of_bezwaar)


def _pad_of_bezwaar(url: str, decode_unicode: bool = True) -> str:
    """A form says what is the matter; it used to fail."""
    try:
        return str(_pad_van(url, decode_unicode))
    except ValueError as fout:  # 'http://[::1'
        raise ValidationError(_("Het oude adres is geen adres. Schrijf het zoals /oude-bladzijde/.")) from fout


def _mag_maken_met_formulier(self: Any) -> bool:
    """A window to choose from has an address to make one at, also where there is no form to make it with."""
    return self.get_creation_form_class() is not None and bool(_mag_maken(self))
