"""Pages put ready for a translator, many at once: drafts, as the button on one page makes them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import Locale, Page
from wagtail_localize.operations import TranslationCreator

from kennisplatform.redactie.schrijven import Werkbezwaar


def zet_klaar(*, pk: int, talen: Sequence[Locale], door: Any) -> list[int]:
    """Keys of the pages that were made, those above it included; none where they stood already."""
    pagina = Page.objects.filter(pk=pk).first()
    if pagina is None:
        raise Werkbezwaar(_("De pagina is er niet meer."))
    if not door.has_perm("wagtail_localize.submit_translation"):
        raise Werkbezwaar(_("U mag geen vertalingen klaarzetten."))
    missend = [taal for taal in talen if taal.pk != pagina.locale_id and not pagina.has_translation(taal)]
    if not missend:
        return []
    sleutels = list(pagina.get_ancestors(inclusive=True).values_list("translation_key", flat=True))
    daar = Page.objects.filter(translation_key__in=sleutels, locale__in=missend).order_by("pk")
    er_al = set(daar.values_list("pk", flat=True))
    TranslationCreator(door, missend).create_translations(pagina, include_related_objects=False)
    return [pk for pk in daar.values_list("pk", flat=True) if pk not in er_al]
