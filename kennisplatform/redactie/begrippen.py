"""Terms: every record that points at one is in the index of references, also those that are no pages."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import connect_reference_index_signal_handlers_for_model

from kennisplatform.basis.models import Begrip


def volg_alle_relaties() -> None:
    for relatie in Begrip._meta.get_fields(include_hidden=True):
        model = relatie.related_model if relatie.is_relation and relatie.auto_created else None
        if model is not None and not model._meta.auto_created and not ReferenceIndex.is_indexed(model):
            ReferenceIndex.register_model(model)
            connect_reference_index_signal_handlers_for_model(model)


def in_gebruik_blijft(request: HttpRequest, instances: list[Any]) -> HttpResponse | None:
    """What pages are found by is not thrown away; the screen that lists them is the answer."""
    for ding in instances:
        if not isinstance(ding, Begrip):
            continue
        if aantal := ReferenceIndex.get_references_to(ding).group_by_source_object().count():
            tekst = _("‘%(begrip)s’ wordt %(n)s keer gebruikt en is dus niet weg te halen. Hier staat waar.")
            messages.error(request, tekst % {"begrip": ding.label, "n": aantal})
            return redirect("wagtailsnippets_basis_begrip:usage", ding.pk)
    return None
