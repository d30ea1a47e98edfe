"""Where a review stands, asked once for a form: its steps, what was decided, who began it. Wagtail asks in six places.

Which workflows there are, their steps and the pages they hang on hardly ever change: kept as drawings are (`onthoud`), and
forgotten when one does. What was decided on a page is one question (`standen`), kept on the state while its form is drawn.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from django.conf import settings
from django.utils.translation import gettext
from wagtail.models import Page, Revision, Task, TaskState, Workflow, WorkflowPage, WorkflowState, WorkflowTask

from kennisplatform.redactie.kijker import VERZOEK
from kennisplatform.tekening.stukken import onthoud

GOED: Final = {TaskState.STATUS_APPROVED, TaskState.STATUS_SKIPPED}
LEZEND: Final = {"GET", "HEAD"}


@dataclass(frozen=True)
class Nakijkgangen:
    stappen: dict[int, tuple[Task, ...]]  # key of a workflow → its steps in order, each as its own kind
    plekken: dict[int, Workflow]  # key of a page → the workflow that holds for it and what is below it


def stel_bij() -> None:
    Page.get_workflow, Page.has_workflow = gang_van, property(lambda pagina: gang_van(pagina) is not None)
    WorkflowState.all_tasks_with_status = _met_uitkomst
    WorkflowState.all_tasks_with_state = _met_stand
    WorkflowState.is_at_final_task = property(_is_laatste)
    Revision.get_previous = _vorige(Revision.get_previous)


def gangen() -> Nakijkgangen:
    def lees() -> Nakijkgangen:
        stappen: dict[int, list[Task]] = {pk: [] for pk in Workflow.objects.order_by().values_list("pk", flat=True)}
        for rij in WorkflowTask.objects.select_related("task").order_by("sort_order"):
            stappen[rij.workflow_id].append(rij.task.specific)
        plekken = WorkflowPage.objects.filter(workflow__active=True).select_related("workflow")
        return Nakijkgangen({pk: tuple(t) for pk, t in stappen.items()}, {rij.page_id: rij.workflow for rij in plekken})

    return onthoud("nakijkgangen", lees, 2_000)


def gang_van(pagina: Any) -> Workflow | None:
    """Of the page, or of the nearest one above it that has one; the form of a page asks four times."""
    if not hasattr(pagina, "gevonden_nakijkgang"):
        plekken = gangen().plekken
        boven = getattr(pagina, "boven", None)  # known where the form is drawn (zuinig.weet_boven)
        if boven is None:
            boven = pagina.get_ancestors().order_by("path").only("pk")
        dichtbij = [pagina.pk, *(een.pk for een in reversed(boven))]
        pagina.gevonden_nakijkgang = next((plekken[pk] for pk in dichtbij if pk in plekken), None)
    gevonden: Workflow | None = pagina.gevonden_nakijkgang
    return gevonden


def weet(pagina: Page) -> None:
    """Of a page that is going to be drawn: who wrote it; and its review knows the page, its step, and who began it."""
    _weet_schrijvers(pagina)
    for stand in pagina._current_workflow_states:
        WorkflowState._meta.get_field("content_object").set_cached_value(stand, pagina)
        rijen, nu = standen(stand), stand.current_task_state
        if not rijen or nu is None:
            continue
        stand.requested_by, stand.workflow = rijen[0].workflow_state.requested_by, rijen[0].workflow_state.workflow
        nu.finished_by = next((rij.finished_by for rij in rijen if rij.pk == nu.pk), None)
        for rij in rijen:
            if rij.revision_id == pagina.latest_revision_id:
                vars(pagina.latest_revision)["vorige_pk"] = rij.previous_revision_id
        for stap in _stappen(stand):
            if nu.task_id == stap.pk:
                vars(nu.task)["specific"] = stap


def standen(stand: WorkflowState) -> list[TaskState]:
    """What was decided about each step, the newest first; for who only looks asked once."""
    verzoek = VERZOEK.get()
    if verzoek is None or verzoek.method not in LEZEND:
        return _lees(stand)
    if "taakstanden" not in vars(stand):
        vars(stand)["taakstanden"] = _lees(stand)
    uit: list[TaskState] = vars(stand)["taakstanden"]
    return uit


def _lees(stand: WorkflowState) -> list[TaskState]:
    rijen = TaskState.objects.filter(workflow_state=stand.pk)
    rijen = rijen.select_related(
        "revision__user", "finished_by", "workflow_state__requested_by", "workflow_state__workflow"
    )
    rijen = rijen.annotate(previous_revision_id=Revision.objects.previous_revision_id_subquery())
    return list(rijen.defer("revision__content").order_by("-started_at", "-id"))


def _vorige(gewoon: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Only its number is shown, in the address of the comparison with it."""

    def get_previous(self: Any) -> Any:
        if "vorige_pk" not in vars(self):
            return gewoon(self)
        return Revision(pk=self.vorige_pk) if self.vorige_pk else None

    return get_previous


def _geldend(stand: WorkflowState) -> list[TaskState]:
    """Of the version that was handed in last: after a change it is asked again."""
    rijen = standen(stand)
    if not getattr(settings, "WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT", False):
        return rijen
    versies = [rij.revision for rij in rijen if rij.revision is not None]
    laatste = max(versies, key=lambda versie: (versie.created_at, versie.pk), default=None)
    return [rij for rij in rijen if laatste is not None and rij.revision_id == laatste.pk]


def _stappen(stand: WorkflowState) -> list[Any]:
    """Copies: who asks writes on them."""
    return [copy.copy(stap) for stap in gangen().stappen.get(stand.workflow_id, ())]


def _met_uitkomst(self: WorkflowState) -> list[Task]:
    rijen, namen = _geldend(self), dict(TaskState.STATUS_CHOICES)
    stappen = _stappen(self)
    for stap in stappen:
        stap.status = next((rij.status for rij in rijen if rij.task_id == stap.pk), None)
        stap.status_display = namen.get(stap.status, gettext("Not started"))
    return stappen


def _met_stand(self: WorkflowState) -> list[Task]:
    rijen, stappen = _geldend(self), _stappen(self)
    for stap in stappen:
        stap.task_state = next((rij for rij in rijen if rij.task_id == stap.pk), None)
    return stappen


def _is_laatste(self: WorkflowState) -> bool:
    """Not more than one active step is left."""
    opnieuw = getattr(settings, "WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT", False)
    versie = self.content_object.latest_revision_id if opnieuw else None
    goed = {rij.task_id for rij in standen(self) if rij.status in GOED and (not opnieuw or rij.revision_id == versie)}
    return sum(1 for stap in gangen().stappen.get(self.workflow_id, ()) if stap.active and stap.pk not in goed) <= 1


def _weet_schrijvers(pagina: Page) -> None:
    """Who wrote the version that is public and the newest one: beside the form both are named."""
    pks = {pk for pk in (pagina.live_revision_id, pagina.latest_revision_id) if pk}
    rijen = Revision.objects.filter(pk__in=pks).select_related("user").defer("content").in_bulk()
    er = pagina._state.fields_cache
    for naam in ("live_revision", "latest_revision"):
        versie = rijen.get(getattr(pagina, f"{naam}_id"))
        if versie is not None and naam in er and er[naam] is not None:
            er[naam].user = versie.user
        elif versie is not None:
            er[naam] = versie
