"""A page that somebody keeps to themselves says who, since when, and what you can do: not only that it is locked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name
from wagtail.locks import BasicLock, WorkflowLock


def _vergrendeld(slot: Any) -> str:
    wie = slot.object.locked_by
    if wie is None:
        return _("U kunt haar lezen. Wilt u iets wijzigen? Vraag de eindredactie om haar vrij te geven.")
    return _(
        "U kunt haar lezen, maar niets bewaren. Wilt u iets wijzigen? Vraag %(wie)s of de eindredactie om haar vrij te "
        "geven: dat kan bij ‘Status’."
    ) % {"wie": get_user_display_name(wie)}


def _in_beoordeling(slot: Any) -> str:
    return _("Moet er nu iets anders? Haal haar terug uit het nakijken, of vraag het wie nakijkt.")


def met_raad() -> None:
    for klas, raad in ((BasicLock, _vergrendeld), (WorkflowLock, _in_beoordeling)):
        klas.get_message = _met(klas.get_message, raad)


def _met(gewoon: Callable[[Any, Any], Any], raad: Callable[[Any], str]) -> Callable[[Any, Any], SafeString | None]:
    def get_message(self: Any, user: Any) -> SafeString | None:
        zin = gewoon(self, user)
        return format_html("{} {}", zin, raad(self)) if zin and self.for_user(user) else zin

    return get_message
