"""A term goes into another: its name finds what now has the other name, as a synonym one way."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kennisplatform.basis.begripsporen import Begripspoor, Begripwissel
from kennisplatform.vinden.models import Synoniem
from kennisplatform.zoeken.taal.synoniemen import termstammen


def _synoniem(wissel: Begripwissel) -> tuple[Synoniem | None, str]:
    """(what would be made, why not). Nothing where the search takes both names for the same words already."""
    oud, nieuw = (naam.replace(",", " ").replace("=>", " ") for naam in (wissel.oud.label, wissel.nieuw.label))
    if termstammen(oud) == termstammen(nieuw):
        return None, ""
    uit = Synoniem(termen=oud, leidt_tot=nieuw, toelichting=_("Samengevoegde begrippen."))
    try:
        uit.clean()
    except ValidationError as fout:
        return None, " ".join(fout.messages)
    return uit, ""


def _kijk(wissel: Begripwissel) -> list[str]:
    synoniem, waarom = _synoniem(wissel)
    namen = {"oud": wissel.oud.label, "nieuw": wissel.nieuw.label, "waarom": waarom}
    if synoniem is not None:
        return [_("Wie ‘%(oud)s’ zoekt, vindt ook ‘%(nieuw)s’: er komt een synoniem bij.") % namen]
    return [_("Er komt geen synoniem bij voor ‘%(oud)s’: %(waarom)s") % namen] if waarom else []


def _doe(wissel: Begripwissel) -> None:
    synoniem, _waarom = _synoniem(wissel)
    if synoniem is not None:
        synoniem.save()


SPOOR = Begripspoor("synoniemen", _kijk, _doe)
