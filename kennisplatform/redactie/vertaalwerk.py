"""Pages put ready for a translator, many at once: drafts, as the button on one page makes them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation
from wagtail_localize.operations import TranslationCreator

from kennisplatform.basis.models.prullenbak import in_prullenbak
from kennisplatform.redactie.schrijven import Werkbezwaar
from kennisplatform.redactie.taaldelen import NEDERLANDS


def _mag(door: Any) -> None:
    if door is None or not door.is_active or not door.has_perm("wagtail_localize.submit_translation"):
        raise Werkbezwaar(_("U mag geen vertalingen klaarzetten."))


def nederlandse(pagina: Page) -> Page:
    """What is translated: of a translation the Dutch page itself. Put ready from a translation, it never fell behind when
    the Dutch text changed, and was read as Polish.
    """
    daar = Page.objects.filter(translation_key=pagina.translation_key, locale__language_code=NEDERLANDS).first()
    return pagina if daar is None or daar.pk == pagina.pk else daar


def zet_klaar(*, pk: int, talen: Sequence[Locale], door: Any) -> list[int]:
    """Keys of the pages that were made, those above it included; none where they stood already."""
    pagina = Page.objects.filter(pk=pk).first()
    if pagina is None:
        raise Werkbezwaar(_("De pagina is er niet meer."))
    pagina = nederlandse(pagina)
    if in_prullenbak([pk, pagina.pk]):
        raise Werkbezwaar(_("Zij ligt in de prullenbak."))
    _mag(door)
    missend = [taal for taal in talen if taal.pk != pagina.locale_id and not pagina.has_translation(taal)]
    if not missend:
        return []
    sleutels = list(pagina.get_ancestors(inclusive=True).values_list("translation_key", flat=True))
    daar = Page.objects.filter(translation_key__in=sleutels, locale__in=missend).order_by("pk")
    er_al = set(daar.values_list("pk", flat=True))
    TranslationCreator(door, missend).create_translations(pagina, include_related_objects=False)
    return [pk for pk in daar.values_list("pk", flat=True) if pk not in er_al]


def haal_weg(*, pks: Sequence[int], van: int, sinds: dt.datetime, door: Any) -> None:
    """Takes away the drafts that were put ready for the page `van`, as long as nobody began in them. Those above it were made
    along with it, and stay where a colleague's page stands below them by now.
    """
    _mag(door)
    sleutel = Page.objects.values_list("translation_key", flat=True).get(pk=van)
    for pagina in Page.objects.select_for_update().filter(pk__in=pks).order_by("-path"):
        eigen = pagina.translation_key == sleutel
        if not eigen and (pagina.live or Page.objects.descendant_of(pagina).exists()):
            continue
        if bezwaar := _bezwaar(pagina, sinds):
            raise Werkbezwaar(bezwaar)
        pagina.specific.delete()


def _bezwaar(pagina: Page, sinds: dt.datetime) -> str:
    if pagina.live:
        return _("De vertaling is al gepubliceerd.")
    if in_prullenbak([pagina.pk]):
        return _("De vertaling ligt in de prullenbak.")
    hier = {"locale_id": pagina.locale_id, "context__object_id": pagina.translation_key, "updated_at__gte": sinds}
    if StringTranslation.objects.filter(**hier).exists():
        return _("Iemand begon al aan de vertaling.")
    if Page.objects.descendant_of(pagina).exists():
        return _("Onder de vertaling staat intussen een andere pagina.")
    return ""
