"""Translations that are older than their Dutch page: told to who publishes it, who translates, and on the start page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.ui.components import Component
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource

from kennisplatform.basis.models.prullenbak import buiten_prullenbak
from kennisplatform.basis.redactie import van_vandaag
from kennisplatform.redactie.nieuwer import gewijzigd
from kennisplatform.redactie.taaldelen import NEDERLANDS

MAG: Final = "wagtail_localize.submit_translation"
TOON: Final = 8


def achter() -> QuerySet[Page]:
    """Public translations whose Dutch page was published after them, the longest behind first."""
    bron = Page.objects.filter(
        translation_key=OuterRef("translation_key"),
        locale__language_code=NEDERLANDS,
        live=True,
        last_published_at__gt=OuterRef("last_published_at"),
    )
    vertaald = Page.objects.filter(Exists(bron), live=True, alias_of=None).exclude(locale__language_code=NEDERLANDS)
    return buiten_prullenbak(vertaald).order_by("last_published_at", "pk")


class Achterstand(Component):
    name = "vertalingen-achter"
    order = 12  # after what waits for this editor

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        rijen = van_vandaag("vertalingen-achter", _rijen) if parent_context["request"].user.has_perm(MAG) else []
        return {"rijen": rijen[:TOON], "meer": len(rijen) > TOON}

    def render_html(self, parent_context: Mapping[str, Any] | None = None) -> str:
        return render_to_string("redactie/achter.html", self.get_context_data(parent_context or {}))


def _rijen() -> list[Any]:
    rijen = achter().select_related("locale")[: TOON + 1]
    return [(rij.pk, rij.draft_title or rij.title, rij.locale.get_display_name()) for rij in rijen]


def op_startscherm(request: HttpRequest, panels: list[Component]) -> None:
    panels.append(Achterstand())


def na_publiceren(request: HttpRequest, page: Page) -> None:
    """Who publishes a Dutch page hears at once which languages now say something older."""
    if page.locale.language_code != NEDERLANDS:
        return
    talen = [rij.locale.get_display_name() for rij in _openbare_vertalingen(page)]
    bron = TranslationSource.objects.filter(object_id=page.translation_key).first() if talen else None
    if bron is not None:
        tekst = _("Achter lopen nu: %(talen)s.") % {"talen": ", ".join(talen)}
        messages.warning(request, tekst, _knoppen(request, bron, reverse("wagtailadmin_pages:edit", args=[page.pk])))


def _openbare_vertalingen(page: Page) -> QuerySet[Page]:
    rijen = buiten_prullenbak(page.get_translations().filter(live=True, alias_of=None))
    return rijen.select_related("locale").order_by("locale__language_code")


def bij_vertalen(request: HttpRequest, vertaling: Translation) -> None:
    """Above the editor of a translation: its sentences are those of the Dutch page as it was."""
    bron = vertaling.source
    if nieuw := gewijzigd(bron):
        tekst = _("De Nederlandse pagina is op %(dag)s gewijzigd. Hieronder staan de zinnen van daarvoor.")
        dag = date_format(timezone.localtime(nieuw.last_published_at), "j F")
        messages.warning(request, tekst % {"dag": dag}, _knoppen(request, bron, request.path))


def _knoppen(request: HttpRequest, bron: TranslationSource, terug: str) -> list[Any]:
    if not request.user.has_perm(MAG):
        return []
    adres = reverse("wagtail_localize:update_translations", args=[bron.pk])
    return [messages.button(f"{adres}?next={terug}", _("Vertalingen bijwerken"))]
