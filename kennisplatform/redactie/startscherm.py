"""Wagtail's panels of the start page, asking as much for fifty pages that wait as for one.

Its own ask each page for its kind, its workflow's steps and their standing. Every review here has one step.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from django.db.models import Exists, IntegerField, Max, OuterRef, Q
from django.db.models.functions import Cast
from django.http import HttpRequest
from wagtail.admin.ui.components import Component
from wagtail.admin.views import home
from wagtail.models import AbstractGroupApprovalTask, Page, PageLogEntry, Revision, Task, TaskState, WorkflowState

from kennisplatform.basis.models.prullenbak import buiten_prullenbak

HOOGSTENS: Final = 20  # rows of one panel; the report holds all of them
RECENT: Final = 5


def taaksoorten() -> list[type[Task]]:
    return [model for model in _onder(AbstractGroupApprovalTask) if not model._meta.abstract]


def _onder(klas: Any) -> Iterable[Any]:
    for kind in klas.__subclasses__():
        yield kind
        yield from _onder(kind)


def te_beslissen(gebruiker: Any) -> list[Task]:
    """Steps that this user may decide on, each as its own kind: one question for all kinds."""
    vragen = []
    for nummer, model in enumerate(taaksoorten()):
        taken: Any = model._default_manager.filter(active=True).order_by()
        if not gebruiker.is_superuser:
            taken = taken.filter(groups__in=gebruiker.groups.order_by().values("pk"))
        vragen.append(taken.extra(select={"soort": str(nummer)}).values_list("pk", "soort"))
    rijen = vragen[0].union(*vragen[1:])
    taken = [taaksoorten()[int(soort)](pk=pk, id=pk, active=True) for pk, soort in rijen]
    # Where Wagtail keeps what it found out about this user and this step.
    gebruiker._group_approval_task_checks = {taak.pk: True for taak in taken}
    return taken


def _paginas(pks: Iterable[str]) -> dict[int, Page]:
    rijen = buiten_prullenbak(Page.objects.filter(pk__in=[int(pk) for pk in pks]))
    return rijen.select_related("latest_revision").in_bulk()


class TeBeoordelen(home.WorkflowObjectsToModeratePanel):
    order = -2  # what waits for this editor and nobody else comes before lists of the whole site

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        request = parent_context["request"]
        taken = {taak.pk: taak for taak in te_beslissen(request.user)}
        standen = self._standen(list(taken)) if taken else []
        paginas = _paginas(stand.revision.object_id for stand in standen)
        getoond = [(stand, paginas[int(stand.revision.object_id)]) for stand in standen if _is_van(stand, paginas)]
        return {
            "request": request,
            "csrf_token": parent_context["csrf_token"],
            "states": [_rij(stand, pagina, taken[stand.task_id], request.user) for stand, pagina in getoond],
        }

    def _standen(self, taken: Sequence[int]) -> list[TaskState]:
        """Who waits longest first: of more than fit, those would be the ones that nobody sees."""
        rijen = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS, task__in=taken)
        rijen = rijen.select_related("revision__user", "workflow_state").defer("revision__content")
        rijen = rijen.annotate(previous_revision_id=Revision.objects.previous_revision_id_subquery())
        return list(rijen.order_by("started_at", "pk")[:HOOGSTENS])


def _is_van(stand: Any, paginas: Mapping[int, Page]) -> bool:
    return stand.revision is not None and int(stand.revision.object_id) in paginas


def _rij(stand: Any, pagina: Page, taak: Task, gebruiker: Any) -> dict[str, Any]:
    """What Wagtail's table shows of one; the column of steps stays empty, since there is only one."""
    stand.task = taak
    return {
        "obj": pagina,
        "revision": stand.revision,
        "previous_revision_id": stand.previous_revision_id,
        "live_revision_id": pagina.live_revision_id,
        "task_state": stand,
        "actions": taak.get_actions(pagina, gebruiker),
        "workflow_tasks": [],
        "workflow_action_url_name": "wagtailadmin_pages:workflow_action",
        "workflow_preview_url_name": "wagtailadmin_pages:workflow_preview",
        "revisions_compare_url_name": "wagtailadmin_pages:revisions_compare",
    }


class InBeoordeling(home.UserObjectsInWorkflowModerationPanel):
    order = -1

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        request = parent_context["request"]
        eigen = Page.objects.filter(owner=request.user, pk=Cast(OuterRef("object_id"), output_field=IntegerField()))
        van_pagina = Q(base_content_type__app_label="wagtailcore", base_content_type__model="page")
        rijen = (
            WorkflowState.objects.active()
            .filter(van_pagina & (Exists(eigen) | Q(requested_by=request.user)))
            .select_related("current_task_state__task")
            .order_by("-current_task_state__started_at")[:HOOGSTENS]
        )
        standen = list(rijen)
        paginas = _paginas(stand.object_id for stand in standen)
        getoond = [stand for stand in standen if int(stand.object_id) in paginas]
        for stand in getoond:
            stand.content_object = paginas[int(stand.object_id)]
        return {"request": request, "workflow_states": getoond}


class Bewerkt(home.RecentEditsPanel):
    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        request = parent_context["request"]
        eigen = PageLogEntry.objects.filter(user=request.user, action="wagtail.edit").order_by()
        laatst = dict(
            eigen.values("page_id").annotate(op=Max("timestamp")).order_by("-op").values_list("page_id", "op")[:RECENT]
        )
        rijen = buiten_prullenbak(Page.objects.filter(pk__in=list(laatst)))
        paginas = rijen.prefetch_workflow_states().annotate_approved_schedule().in_bulk() if laatst else {}
        return {
            "request": request,
            "csrf_token": parent_context["csrf_token"],
            "last_edits": [(op, paginas[pk]) for pk, op in laatst.items() if pk in paginas],
        }


IN_PLAATS_VAN: Final = {
    home.WorkflowObjectsToModeratePanel: TeBeoordelen,
    home.UserObjectsInWorkflowModerationPanel: InBeoordeling,
    home.RecentEditsPanel: Bewerkt,
}


def panelen(request: HttpRequest, panels: list[Component]) -> None:
    """Ours in place of Wagtail's, where they stood."""
    panels[:] = [IN_PLAATS_VAN[type(paneel)]() if type(paneel) in IN_PLAATS_VAN else paneel for paneel in panels]


def geen_tellingen(request: HttpRequest, summary_items: list[Any]) -> None:
    """How many pages, pictures and documents there are is no work that waits; the menu leads to them."""
    summary_items.clear()
