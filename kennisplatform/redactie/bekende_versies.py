"""What a screen of a page knows of its versions, so that it asks for each of them once."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from typing import Any, Final

from django.http import HttpRequest
from wagtail.models import Page

from kennisplatform.redactie.kijker import VERZOEK

VERSIES: Final = ("latest_revision", "live_revision")


def weet_paginas(request: HttpRequest, paginas: dict[int, tuple[int, bool]]) -> None:
    """Key → its kind, and whether a version of it waits for its day: read when somebody came to its door."""
    request.bekende_paginas = paginas  # type: ignore[attr-defined]


def _leest() -> bool:
    """Who only looks changes no version on the way."""
    verzoek = VERZOEK.get()
    return verzoek is not None and verzoek.method == "GET"


def _bekend(pk: int) -> tuple[int, bool] | None:
    gevonden: tuple[int, bool] | None = getattr(VERZOEK.get(), "bekende_paginas", {}).get(pk)
    return gevonden


def soort_van(gewoon: Callable[[Any, int], int]) -> Callable[[Any, int], int]:
    def get_content_type_id_by_page_id(self: Any, page_id: int) -> int:
        bekend = _bekend(page_id)
        return bekend[0] if bekend else gewoon(self, page_id)

    return get_content_type_id_by_page_id


def gepland(gewoon: Callable[[Page], Any]) -> Callable[[Page], Any]:
    """Nearly always nothing waits, and what does is nearly always the newest. A press may change that, so only who looks is
    told from what was read before.
    """

    def scheduled_revision(self: Page) -> Any:
        bekend = _bekend(self.pk)
        if not _leest() or bekend is None:
            return gewoon(self)
        versies = [self._state.fields_cache.get(naam) for naam in VERSIES] if bekend[1] else ()
        wacht = next((v for v in versies if v is not None and v.approved_go_live_at), None)
        return wacht or (gewoon(self) if bekend[1] else None)

    return scheduled_revision


def met_versies(gewoon: Callable[[Page], Any]) -> Callable[[Page], Any]:
    """The newest text of a page with the versions that this copy knows: the form's side asks for them again."""

    def get_latest_revision_as_object(self: Page) -> Any:
        ding = gewoon(self)
        versies = [self._state.fields_cache.get(naam) for naam in VERSIES]
        bekend = {versie.pk: versie for versie in versies if versie is not None}
        for naam in VERSIES:
            if versie := bekend.get(getattr(ding, f"{naam}_id")):
                ding._state.fields_cache.setdefault(naam, versie)
        if _leest() and "scheduled_revision" in self.__dict__:
            ding.__dict__.setdefault("scheduled_revision", self.scheduled_revision)
        return ding

    return get_latest_revision_as_object


def geplande_dagen(gewoon: Callable[[Page], Any]) -> Callable[[Page], Any]:
    """Of what waits for its day the screens show the days: a page is not built from its version for those."""

    def get_scheduled_revision_as_object(self: Page) -> Any:
        versie = self.scheduled_revision
        if versie is None:
            return gewoon(self)
        ding = copy(self)
        for naam in ("go_live_at", "expire_at"):
            setattr(ding, naam, self._meta.get_field(naam).to_python(versie.content.get(naam)))
        return ding

    return get_scheduled_revision_as_object
