"""What screens and letters of the editors ask for."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import template
from django.urls import reverse
from django.utils.formats import date_format
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


@register.simple_tag(takes_context=True)
def controleadres(context: dict[str, Any]) -> str:
    """Where the form that is on the screen is read; '' for what is no page."""
    pagina, plek = context.get("page"), getattr(context.get("request"), "resolver_match", None)
    if not isinstance(pagina, Page) or plek is None:
        return ""
    if pagina.pk:
        return reverse("redactie:controles_getypt", args=[pagina.pk])
    namen = ("content_type_app_name", "content_type_model_name", "parent_page_id")
    if not all(naam in plek.kwargs for naam in namen):
        return ""
    return reverse("redactie:controles_nieuw", kwargs={naam: plek.kwargs[naam] for naam in namen})


@register.filter
def in_woorden(waarde: str) -> str:
    """A cell of a list as people read it: a day in words."""
    try:
        return date_format(dt.date.fromisoformat(waarde), "j F Y")
    except ValueError:
        return waarde
