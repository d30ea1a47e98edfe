"""Where Wagtail fails on what somebody sends, or lets a file in past the gate: set right in its own classes, once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Final

from django.contrib import messages
from django.core.exceptions import BadRequest, ValidationError
from django.core.validators import MaxLengthValidator
from django.db import transaction
from django.db.models import ProtectedError, RestrictedError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.datastructures import MultiValueDictKeyError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.forms import BaseTransientModelFormSet
from wagtail.admin.forms.account import AvatarPreferencesForm
from wagtail.admin.forms.choosers import URLOrAbsolutePathField
from wagtail.admin.forms.pages import CopyForm
from wagtail.admin.rich_text.editors.draftail import DraftailRichTextArea
from wagtail.admin.views.generic import DeleteView
from wagtail.admin.views.generic.chooser import CreationFormMixin
from wagtail.admin.views.generic.multiple_upload import AddView
from wagtail.admin.views.pages.copy import CopyView
from wagtail.admin.widgets.chooser import BaseChooser
from wagtail.blocks import ListBlock
from wagtail.blocks.stream_block import BaseStreamBlock
from wagtail.contrib.redirects.forms import ImportForm
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from kennisplatform.basis.afbeeldingformulier import StevigAfbeeldingveld
from kennisplatform.basis.bestandspoort import LIJST, MB, Bestandsveld
from kennisplatform.basis.paginakeuze import kies_zuinig

# Where Wagtail reads a form as if nobody ever sent half of one: (class, its method, how that ends, what was missing).
HALVE_FORMULIEREN: Final = (
    (BaseStreamBlock, "value_from_datadict", (MultiValueDictKeyError, ValueError), "how many blocks, or of which kind"),
    (ListBlock, "value_from_datadict", (MultiValueDictKeyError, ValueError), "how many rows"),
    (
        DraftailRichTextArea,
        "value_from_datadict",
        (ValueError, KeyError, TypeError, AttributeError),
        "no text of its own",
    ),
    (AddView, "post", (MultiValueDictKeyError,), "no file"),
    (BaseTransientModelFormSet, "_construct_form", (MultiValueDictKeyError, ValidationError), "the key of a row"),
)
_mag_maken = CreationFormMixin.can_create
_pad_van = Redirect.normalise_path


def stel_bij() -> None:
    """When the apps are loaded. Forms are made from these for each request."""
    AvatarPreferencesForm.base_fields["avatar"] = StevigAfbeeldingveld(label=_("Foto van uzelf"), required=False)
    ImportForm.base_fields["import_file"] = Bestandsveld(label=_("Bestand met omleidingen"), mag=LIJST, meeste=5 * MB)
    CreationFormMixin.can_create = _mag_maken_met_formulier
    Redirect.normalise_path = staticmethod(_pad_of_bezwaar)
    for klas, methode, fouten, wat in HALVE_FORMULIEREN:
        setattr(klas, methode, _half(getattr(klas, methode), fouten, wat))
    BaseChooser.get_instance = _gekozen_of_niets(BaseChooser.get_instance)
    kies_zuinig()
    URLOrAbsolutePathField.to_python = _ook_zonder(URLOrAbsolutePathField.to_python)
    CopyView.post = _met_plek(CopyView.post)
    CopyForm.__init__ = _met_lengte(CopyForm.__init__)
    DeleteView.form_valid = _blijft_als_het_vastzit(DeleteView.form_valid)


def _half(gewoon: Callable[..., Any], fouten: tuple[type[Exception], ...], wat: str) -> Callable[..., Any]:
    @wraps(gewoon)
    def lees(*args: Any, **kwargs: Any) -> Any:
        try:
            return gewoon(*args, **kwargs)
        except fouten as fout:
            raise BadRequest(f"half a form: {wat}") from fout

    return lees


def _gekozen_of_niets(gewoon: Callable[..., Any]) -> Callable[..., Any]:
    """What a window chose is shown again beside the form's mistakes; what is no key is nothing."""

    @wraps(gewoon)
    def get_instance(self: Any, value: Any) -> Any:
        try:
            return gewoon(self, value)
        except (ValueError, OverflowError, ValidationError):
            return None

    return get_instance


def _ook_zonder(gewoon: Callable[..., Any]) -> Callable[..., Any]:
    """A link whose address was left out of the form is an empty one."""

    @wraps(gewoon)
    def to_python(self: Any, value: Any) -> Any:
        return gewoon(self, value or "")

    return to_python


def _met_plek(gewoon: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Copying looks up the page above before it reads its form."""

    @wraps(gewoon)
    def post(self: Any, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        boven = request.POST.get("new_parent_page", "")
        if not (boven.isascii() and boven.isdecimal() and Page.objects.filter(pk=boven).exists()):
            raise BadRequest("a copy below no page")
        return gewoon(self, request, *args, **kwargs)

    return post


def _met_lengte(gewoon: Callable[..., None]) -> Callable[..., None]:
    """The form of a copy asks for no length: what is longer than a page has room for failed while it was copied."""

    @wraps(gewoon)
    def begin(self: Any, *args: Any, **kwargs: Any) -> None:
        gewoon(self, *args, **kwargs)
        for veld, naam in (("new_title", "title"), ("new_slug", "slug")):
            langst = type(self.page)._meta.get_field(naam).max_length
            self.fields[veld].validators.append(MaxLengthValidator(langst))

    return begin


def _blijft_als_het_vastzit(gewoon: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Something hangs on what was to go: it stays, and the editor is told on the page where it was asked."""

    @wraps(gewoon)
    def form_valid(self: Any, form: Any) -> HttpResponse:
        try:
            with transaction.atomic():
                return gewoon(self, form)
        except (ProtectedError, RestrictedError):
            messages.error(
                self.request, gettext("Dit kan niet weg: er hangt nog iets aan. Haal dat eerst los, of laat dit staan.")
            )
            return redirect(self.request.get_full_path())

    return form_valid


def _pad_of_bezwaar(url: str, decode_unicode: bool = True) -> str:
    """A form says what is the matter; it used to fail."""
    try:
        return str(_pad_van(url, decode_unicode))
    except ValueError as fout:  # 'http://[::1'
        raise ValidationError(_("Het oude adres is geen adres. Schrijf het zoals /oude-bladzijde/.")) from fout


def _mag_maken_met_formulier(self: Any) -> bool:
    """A window to choose from has an address to make one at, also where there is no form to make it with."""
    return self.get_creation_form_class() is not None and bool(_mag_maken(self))
