"""What the form of a page asks of it: each thing once, however often Wagtail's parts ask."""

from __future__ import annotations

from typing import Any

from django.utils.functional import cached_property
from wagtail.models import Page, Workflow, WorkflowPage


class MetBewerking:
    """For a page; its form asks four times whether it is reviewed and three times for its latest version."""

    path: str

    @cached_property
    def _nakijkgang(self) -> Workflow | None:
        """Of the page, or of the nearest one above it that has one."""
        paden = [self.path[:einde] for einde in range(Page.steplen, len(self.path) + 1, Page.steplen)]
        rijen = WorkflowPage.objects.filter(page__path__in=paden, workflow__active=True).select_related("workflow")
        plek = rijen.order_by("-page__depth").first()
        return plek.workflow if plek else None

    @property
    def has_workflow(self) -> bool:
        return self._nakijkgang is not None

    def get_workflow(self) -> Workflow | None:
        return self._nakijkgang

    def get_latest_revision_as_object(self) -> Any:
        """With the versions that this copy knows: the form's side asks for them again."""
        ding: Any = super().get_latest_revision_as_object()  # type: ignore[misc]  # of the page beside it
        _deel_versie(self, ding)
        return ding


def _deel_versie(van: Any, naar: Any) -> None:
    versie = van._state.fields_cache.get("latest_revision")
    if versie is None:
        return
    for naam in ("latest_revision", "live_revision"):
        if getattr(naar, f"{naam}_id") == versie.pk:
            naar._state.fields_cache.setdefault(naam, versie)
