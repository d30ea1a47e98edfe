"""What screens and letters of the editors ask for."""

from __future__ import annotations

from typing import Any

from django import template
from wagtail.models import Page

from kennisplatform.redactie.nakijken import Nakijkopmerking, laatste_tekst, opmerking_bij

register = template.Library()


@register.simple_tag
def laatste_opmerking(pagina: Page) -> Nakijkopmerking | None:
    return opmerking_bij(pagina)


@register.simple_tag
def tekst_bij_besluit(pagina: Page) -> str:
    return laatste_tekst(pagina)


@register.simple_tag
def indiener(pagina: Page) -> Any:
    """Who asks for the review."""
    stand = pagina.current_workflow_state
    return stand.requested_by if stand else None


@register.simple_tag(takes_context=True)
def ouder_pk(context: dict[str, Any], pagina: Page) -> int | None:
    """Rows of one table often share their parent: asked once for each, of the table."""
    pad = pagina.path[: -pagina.steplen]
    bekend: dict[str, int | None] = vars(context["request"]).setdefault("ouders_van_rijen", {})
    if pad not in bekend:
        tabel = context.get("table")
        rijen = [rij for rij in getattr(tabel, "data", ()) if isinstance(rij, Page)] or [pagina]
        paden = {rij.path[: -rij.steplen] for rij in rijen} | {pad}
        bekend.update(dict.fromkeys(paden))
        bekend.update(Page.objects.filter(path__in=paden).order_by().values_list("path", "pk"))
    return bekend[pad]
