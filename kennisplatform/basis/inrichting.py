"""Sets up what every installation has: locales, the tree's trunk, staff groups, the review workflow. Idempotent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Locale,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from kennisplatform.basis.rechten import ROLLEN
from kennisplatform.kamers import gebracht

WORKFLOW = "Eindredactie"
VOORBEELD = "Moderators approval"


@dataclass(frozen=True)
class VastePaginas:
    """Pages that a room needs to be there. `plant()` makes what is missing and leaves the rest; `na`: whose come first."""

    naam: str
    plant: Callable[[], None]
    na: tuple[str, ...] = ()


@transaction.atomic
def richt_in() -> None:
    talen()
    for tak in gebracht(VastePaginas):
        tak.plant()
    groepen()
    workflow()


def talen() -> None:
    for code, _naam in settings.LANGUAGES:
        Locale.objects.get_or_create(language_code=code)


def groepen() -> None:
    wortel, map_ = Page.get_first_root_node(), Collection.get_first_root_node()
    for rol in ROLLEN:
        groep, _nieuw = Group.objects.get_or_create(name=rol.naam)
        groep.permissions.set(rechten(rol.modellen))
        for code in rol.pagina:
            GroupPagePermission.objects.get_or_create(group=groep, page=wortel, permission=recht("wagtailcore", code))
        for naam in rol.modellen:
            app, code = naam.split(".")
            if app in {"wagtailimages", "wagtaildocs"}:  # kept per collection
                GroupCollectionPermission.objects.get_or_create(
                    group=groep, collection=map_, permission=recht(app, code)
                )


def recht(app: str, code: str) -> Permission:
    try:
        return Permission.objects.get(content_type__app_label=app, codename=code)
    except Permission.DoesNotExist as fout:
        raise LookupError(f"rechten.py names {app}.{code}, which Django doesn't know") from fout


def rechten(namen: tuple[str, ...]) -> list[Permission]:
    return [recht(*naam.split(".")) for naam in namen]


def workflow() -> None:
    """Draft → final editing → published: one task, for the group that may publish. Set up once; after that it is the team's."""
    if Workflow.objects.filter(name=WORKFLOW).exists():
        return
    Workflow.objects.filter(name=VOORBEELD).delete()  # Wagtail's own, with the two groups that it is for
    GroupApprovalTask.objects.filter(name=VOORBEELD).delete()
    Group.objects.filter(name__in=("Moderators", "Editors")).delete()
    taak = GroupApprovalTask.objects.create(name=WORKFLOW)
    taak.groups.set(Group.objects.filter(name="Eindredacteur"))
    stroom = Workflow.objects.create(name=WORKFLOW)
    WorkflowTask.objects.create(workflow=stroom, task=taak)
    WorkflowPage.objects.update_or_create(page=Page.get_first_root_node(), defaults={"workflow": stroom})
