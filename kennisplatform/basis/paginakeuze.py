"""A page that is chosen in a field of blocks."""

from __future__ import annotations

from typing import Any

from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.blocks import PageChooserBlock
from wagtail.models import Page


class Paginakeuze(PageChooserBlock):
    """Wagtail asks for each chosen page its kind and its parent; here the parents of all come in one question."""

    def bulk_to_python(self, values: Any) -> list[Any]:
        paginas: list[Any] = super().bulk_to_python(values)
        for pagina in filter(None, paginas):
            pagina.samen_gekozen = paginas
        return paginas

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


def _ouder(pagina: Any) -> int | None:
    """Where the window to choose from opens."""
    if not hasattr(pagina, "ouder_pk"):
        samen = [een for een in getattr(pagina, "samen_gekozen", [pagina]) if een is not None]
        paden = {een.path[: -een.steplen] for een in samen}
        per_pad = dict(Page.objects.filter(path__in=paden).order_by().values_list("path", "pk"))
        for een in samen:
            een.ouder_pk = per_pad.get(een.path[: -een.steplen])
    gevonden: int | None = pagina.ouder_pk
    return gevonden
