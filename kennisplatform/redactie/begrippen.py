"""Terms: every record that points at one is in the index of references, also those that are no pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import connect_reference_index_signal_handlers_for_model
from wagtail.snippets.action_menu import ActionMenuItem

from kennisplatform.basis.begripsporen import relaties
from kennisplatform.basis.models import Begrip
from kennisplatform.redactie import versies

RECHT = "basis.change_begrip"


def volg_alle_relaties() -> None:
    for model in {relatie.model for relatie in relaties()}:
        if not ReferenceIndex.is_indexed(model):
            ReferenceIndex.register_model(model)
            connect_reference_index_signal_handlers_for_model(model)


def in_gebruik_blijft(request: HttpRequest, instances: list[Any]) -> HttpResponse | None:
    """What pages are found by is not thrown away: the answer is where it is used, and what can be done instead."""
    for ding in instances:
        if not isinstance(ding, Begrip):
            continue
        aantal = ReferenceIndex.get_references_to(ding).group_by_source_object().count()
        if aantal or any(True for _versie in versies.met([ding.pk])):
            tekst = _(
                "‘%(begrip)s’ wordt gebruikt en is dus niet weg te halen. Voeg het samen of haal het uit de keuze."
            )
            messages.error(request, tekst % {"begrip": ding.label})
            if request.user.has_perm(RECHT):
                return redirect("redactie:begrip", ding.pk)
            return redirect("wagtailsnippets_basis_begrip:usage", ding.pk)
    return None


def rijknop(snippet: Any, user: Any, next_url: str | None = None) -> Iterator[Button]:
    if isinstance(snippet, Begrip) and user.has_perm(RECHT):
        adres = reverse("redactie:begrip", args=[snippet.pk])
        yield Button(_("Namen en samenvoegen"), adres, icon_name="tag", priority=15)


class Begripkeuze(ActionMenuItem):
    """Under the form of a term, beside 'Verwijderen'."""

    name = "begrip"
    label = gettext_lazy("Namen en samenvoegen")
    icon_name = "tag"

    def is_shown(self, context: dict[str, Any]) -> bool:
        return context["view"] == "edit" and context["request"].user.has_perm(RECHT)

    def get_url(self, context: dict[str, Any]) -> str:
        return reverse("redactie:begrip", args=[context["instance"].pk])


def formulierknop(model: type) -> ActionMenuItem | None:
    return Begripkeuze(order=50) if model is Begrip else None


def in_geschiedenis(actions: LogActionRegistry) -> None:
    actions.register_action("redactie.samenvoegen", gettext_lazy("Samenvoegen"), gettext_lazy("Ander begrip opgenomen"))
    actions.register_action("redactie.vervallen", gettext_lazy("Uit de keuze"), gettext_lazy("Niet meer te kiezen"))
    actions.register_action("redactie.kiesbaar", gettext_lazy("In de keuze"), gettext_lazy("Weer te kiezen"))
