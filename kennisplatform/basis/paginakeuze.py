"""A page that is chosen, in a field of blocks or of a form."""

from __future__ import annotations

import copy
from typing import Any

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Left, Length
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.widgets.chooser import AdminPageChooser, BaseChooser
from wagtail.blocks import PageChooserBlock
from wagtail.models import Page


class Paginakeuze(PageChooserBlock):
    """Wagtail asks for each chosen page its kind and its parent; here all of it comes in one question."""

    def bulk_to_python(self, values: Any) -> list[Any]:
        paginas = met_ouder(self.model_class.objects.filter(pk__in=[pk for pk in values if pk is not None])).in_bulk()
        return [copy.copy(paginas.get(pk)) for pk in values]  # a copy: one that is named twice is two things

    def get_form_state(self, value: Any) -> Any:
        if not isinstance(value, Page):
            return super().get_form_state(value)
        return {
            "id": value.pk,
            "parentId": _ouder(value),
            "adminTitle": value.get_admin_display_title(),
            "editUrl": AdminURLFinder().get_edit_url(value),
        }

    def deconstruct(self) -> tuple[str, Any, Any]:
        """How it is drawn is no part of how it is kept: no migration names it."""
        _naam, args, kwargs = super().deconstruct()
        return "wagtail.blocks.PageChooserBlock", args, kwargs


def met_ouder(rijen: Any) -> Any:
    """Pages that know which one they stand under."""
    boven = Page.objects.filter(path=Left(OuterRef("path"), Length(OuterRef("path")) - Page.steplen))
    return rijen.annotate(ouder_pk=Subquery(boven.order_by().values("pk")[:1]))


def _ouder(pagina: Any) -> int | None:
    """Where the window to choose from opens."""
    if not hasattr(pagina, "ouder_pk"):  # chosen just now
        boven = pagina.get_parent()
        pagina.ouder_pk = boven.pk if boven else None
    gevonden: int | None = pagina.ouder_pk
    return gevonden


def kies_zuinig() -> None:
    """A field that picks a page asked for its row, its kind and what it stands under, one by one."""
    AdminPageChooser.get_instance = _gekozen
    AdminPageChooser.get_value_data_from_instance = _met_plek


def haal_samen(formulier: Any) -> None:
    """The pages that were chosen in a form and in its rows, for their fields, in one question."""
    rijen = [rij for reeks in formulier.formsets.values() for rij in reeks.forms]
    plekken = [
        (een, naam, veld.widget)
        for een in (formulier, *rijen)
        for naam, veld in een.fields.items()
        if isinstance(veld.widget, AdminPageChooser)
    ]
    pks = {pk for een, naam, _widget in plekken if isinstance(pk := een.initial.get(naam), int)}
    bekend = met_ouder(Page.objects.filter(pk__in=pks)).in_bulk() if pks else {}
    for _een, _naam, widget in plekken:
        widget.bekend = bekend


def _gekozen(self: Any, value: Any) -> Page | None:
    if not value or isinstance(value, Page):
        return value or None
    try:
        bekend: Page | None = getattr(self, "bekend", {}).get(int(value))
        return bekend or met_ouder(Page.objects.filter(pk=value)).first()
    except (TypeError, ValueError, OverflowError):  # no key
        return None


def _met_plek(self: Any, instance: Page) -> dict[str, Any]:
    gegevens: dict[str, Any] = BaseChooser.get_value_data_from_instance(self, instance)
    return gegevens | {"parent_id": _ouder(instance)}
