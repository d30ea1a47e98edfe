"""A topic or theme goes into another: of their two pages the other's stays, and the old address leads there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from wagtail.contrib.redirects.models import Redirect

from kennisplatform.basis.adressen import pad_op_site
from kennisplatform.basis.begripsporen import Begripspoor, Begripwissel
from kennisplatform.preventie.models import OnderwerpPagina, ThemaPagina


def _paren(wissel: Begripwissel) -> Iterator[tuple[Any, Any]]:
    """(page of the old term, page of the new one in that language, or None)."""
    for model in (OnderwerpPagina, ThemaPagina):
        rij = model.objects.filter(begrip__translation_key=wissel.nieuw.translation_key, live=True)
        nieuw = {pagina.locale_id: pagina for pagina in rij}
        oude = model.objects.filter(begrip__translation_key=wissel.oud.translation_key).select_related("locale")
        yield from ((pagina, nieuw.get(pagina.locale_id)) for pagina in oude)


def _kijk(wissel: Begripwissel) -> list[str]:
    tekst = _("De pagina ‘%(oud)s’ gaat van de site en blijft als concept. Haar adres leidt naar ‘%(nieuw)s’.")
    blijft = _("De pagina ‘%(oud)s’ wordt de pagina van ‘%(nieuw)s’.")
    return [
        (tekst if nieuw else blijft) % {"oud": oud.title, "nieuw": nieuw.title if nieuw else wissel.nieuw.label}
        for oud, nieuw in _paren(wissel)
    ]


def _doe(wissel: Begripwissel) -> None:
    for oud, nieuw in list(_paren(wissel)):
        if nieuw is None or not oud.live:
            continue
        pad = pad_op_site(oud.url_path, oud.locale.language_code)
        oud.unpublish()
        Redirect.objects.update_or_create(
            old_path=Redirect.normalise_path(pad),
            site=None,
            defaults={"redirect_page": nieuw, "is_permanent": True, "automatically_created": True},
        )


SPOOR = Begripspoor("pagina's van begrippen", _kijk, _doe)
