"""Who gets or loses a role in the programme is written down, wherever that happens (the admin's user form, a shell)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import Group
from django.db.models.signals import m2m_changed
from django.dispatch import Signal
from django.utils.translation import gettext as _

from kennisplatform.deelnemers.logboek import noteer
from kennisplatform.deelnemers.models import Gebruiker, Logregel
from kennisplatform.deelnemers.positie import vergeet_positie

# Sent inside the transaction of a split or merge, with the Herindeling, `van`, `naar` and `door`, when the people have
# moved: rooms take along what is theirs.
heringedeeld = Signal()
# The same way back. `van` and `naar` are those of the division: what came since into `naar` belongs in `van` again.
# First asked what an undo would do to what is theirs (a receiver gives a list of Gevolg, and changes nothing), then
# done.
ongedaan_voorzien = Signal()
ongedaan_gemaakt = Signal()


@dataclass(frozen=True)
class Gevolg:
    """A line of the preview of an undo, in Dutch. With `houdt_tegen` it can't be done, and the text says what to do first."""

    tekst: str
    houdt_tegen: bool = False


_TEKST = {"post_add": _("kreeg de rol %(rol)s"), "pre_remove": _("verloor de rol %(rol)s")}


def _rol_gewijzigd(instance: Any, action: str, pk_set: set[int] | None, reverse: bool, **_kwargs: Any) -> None:
    if action == "pre_clear" and not reverse:  # everything at once: Django names no keys then
        action, pk_set = "pre_remove", set(instance.groups.values_list("pk", flat=True))
    if action not in _TEKST or not pk_set:
        return
    if reverse:
        paren = [(wie, instance) for wie in Gebruiker.objects.filter(pk__in=pk_set)]
    else:
        paren = [(instance, groep) for groep in Group.objects.filter(pk__in=pk_set)]
    for wie, groep in paren:
        noteer(Logregel.Soort.TEAM, _TEKST[action] % {"rol": groep.name}, over=wie)
        vergeet_positie(wie)


def verbind() -> None:
    m2m_changed.connect(_rol_gewijzigd, sender=Gebruiker.groups.through, dispatch_uid="rol-in-het-programma")
