"""What a reviewer wrote, for whoever goes on with the page: the question on top, remarks at their fields."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import transaction
from django.http import HttpRequest
from wagtail.models import COMMENTS_RELATION_NAME, Page, TaskState, WorkflowState


@dataclass(frozen=True)
class Veldopmerking:
    pad: str
    naam: str
    tekst: str
    wie: Any


@dataclass(frozen=True)
class Nakijkopmerking:
    terug: bool = False
    tekst: str = ""
    wie: Any = None
    wanneer: dt.datetime | None = None
    bij_velden: list[Veldopmerking] = field(default_factory=list)


def opmerking_bij(pagina: Page) -> Nakijkopmerking | None:
    """Of a page that came back: the question. Of any page: remarks at fields that nobody resolved."""
    stand = pagina.current_workflow_state
    taak = stand.current_task_state if stand and stand.status == WorkflowState.STATUS_NEEDS_CHANGES else None
    velden = veldopmerkingen(pagina)
    if taak is None or taak.status != TaskState.STATUS_REJECTED:
        return Nakijkopmerking(bij_velden=velden) if velden else None
    return Nakijkopmerking(True, taak.comment, taak.finished_by, taak.finished_at, velden)


def keurt_eigen_wijziging(gewoon: Callable[..., Any]) -> Callable[..., Any]:
    """An edit asks for approval anew. Who may approve, mends a word and presses 'Goedkeuren' approves that too; Wagtail asked
    the same person again, also for what it had kept by itself while they were typing.
    """

    @transaction.atomic
    def on_action(self: Any, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> Any:
        stand = task_state.workflow_state
        if action_name == "approve" and stand.base_content_type.model_class() is Page:
            laatste = Page.objects.select_related("latest_revision").get(pk=stand.object_id).latest_revision
            if laatste is not None and laatste.user_id == user.pk and laatste.pk != task_state.revision_id:
                task_state.revision = laatste
                task_state.save(update_fields=["revision"])
        return gewoon(self, task_state, user, action_name, **kwargs)

    return on_action


def veldopmerkingen(pagina: Page) -> list[Veldopmerking]:
    alle = getattr(pagina, COMMENTS_RELATION_NAME).get_object_list()
    open_ = [rij for rij in alle if rij.pk and rij.resolved_at is None]
    return [
        Veldopmerking(rij.contentpath, veldlabel(pagina, rij.contentpath), rij.text, rij.user)
        for rij in sorted(open_, key=lambda rij: rij.created_at)
    ]


def veldlabel(pagina: Page, pad: str) -> str:
    """'bronnen.<block>.url' is a part of 'bronnen'."""
    naam = pad.split(".", maxsplit=1)[0]
    try:
        label = str(getattr(pagina._meta.get_field(naam), "verbose_name", naam))
    except FieldDoesNotExist:
        label = naam
    return label[:1].upper() + label[1:]


def laatste_tekst(pagina: Page) -> str:
    """What was said with the last decision, also after its workflow ended."""
    taak = (
        TaskState.objects.filter(
            workflow_state__object_id=str(pagina.pk),
            workflow_state__base_content_type__model="page",
            finished_at__isnull=False,
        )
        .order_by("-finished_at")
        .first()
    )
    return taak.comment if taak else ""


def json_opmerking(request: HttpRequest) -> dict[str, Any]:
    """What Wagtail's window sent along."""
    try:
        gegevens = json.loads(request.POST.get("workflow-action-extra-data") or "{}")
    except json.JSONDecodeError:
        return {}
    return gegevens if isinstance(gegevens, dict) else {}
