"""Two forms of Wagtail take a file by a field of their own: they get ours, so that it passes the gate."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.account import AvatarPreferencesForm
from wagtail.contrib.redirects.forms import ImportForm

from kennisplatform.basis.afbeeldingformulier import StevigAfbeeldingveld
from kennisplatform.basis.bestandspoort import LIJST, MB, Bestandsveld


def vervang() -> None:
    """When the apps are loaded; forms are made from these for each request."""
    AvatarPreferencesForm.base_fields["avatar"] = StevigAfbeeldingveld(label=_("Foto van uzelf"), required=False)
    ImportForm.base_fields["import_file"] = Bestandsveld(label=_("Bestand met omleidingen"), mag=LIJST, meeste=5 * MB)
