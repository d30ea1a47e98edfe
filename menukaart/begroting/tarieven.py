"""Rates of the team: which counts in a year, and what a budget still counts with. An old line keeps its price."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kennisplatform.deelnemers.lidmaatschappen import Bezwaar
from kennisplatform.deelnemers.models import Gebruiker
from menukaart.plan.models import Begrotingsregel, Tarief


@dataclass(frozen=True)
class Tariefreeks:
    """All prices of one rate, the newest first."""

    naam: str
    rijen: list[Tarief] = field(default_factory=list)
    verbeterd: list[Tarief] = field(default_factory=list)  # what was wrong, with what it should have been


def reeksen() -> list[Tariefreeks]:
    per: dict[str, Tariefreeks] = {}
    for tarief in Tarief.objects.select_related("door", "vervanging"):
        reeks = per.setdefault(tarief.naam.casefold(), Tariefreeks(tarief.naam))
        (reeks.verbeterd if tarief.vervallen else reeks.rijen).append(tarief)
    return list(per.values())


def in_jaar(naam: str, jaar: int, alle: Iterable[Tarief]) -> Tarief | None:
    """The last price that began in that year or before it; none where that one is over."""
    rij = [t for t in alle if t.naam.casefold() == naam.casefold() and t.vanaf.year <= jaar and not t.vervallen]
    laatste = max((t for t in rij if not t.gold_nooit), key=lambda t: t.vanaf, default=None)
    return laatste if laatste and laatste.geldt_in(jaar) else None


def keuzes(van: int, tot: int) -> list[Tarief]:
    """Every price that holds in one of these years, each with its day: what somebody picks is what is counted with."""
    return [t for t in Tarief.objects.staand() if any(t.geldt_in(jaar) for jaar in range(van, tot + 1))]


def per_jaar(alle: Iterable[Tarief], jaar: int) -> list[tuple[str, list[tuple[int, str]]]]:
    """For a menu, in two groups: what counts in that year, then the others. An empty group is not there."""
    rij = list(alle)
    telt = {t.pk for t in rij if (nu := in_jaar(t.naam, jaar, rij)) and nu.pk == t.pk}
    groepen = (
        (_("Geldt in %(jaar)s") % {"jaar": jaar}, [t for t in rij if t.pk in telt]),
        (_("Geldt in een ander jaar"), [t for t in rij if t.pk not in telt]),
    )
    return [(naam, [(t.pk, str(t)) for t in groep]) for naam, groep in groepen if groep]


@transaction.atomic
def zet_prijs(*, tarief: Tarief, door: Gebruiker) -> Tarief:
    """A new row; budgets that were written with another price keep that one."""
    tarief.door = door
    tarief.save(force_insert=True)
    return tarief


@transaction.atomic
def verbeter(*, oud: Tarief, nieuw: Tarief, reden: str, door: Gebruiker) -> Tarief:
    """The wrong one stays to be read; budgets that counted with it keep their price, and their page says what it should be."""
    rij = Tarief.objects.select_for_update().get(pk=oud.pk)
    if rij.vervallen:
        raise Bezwaar(_("Een collega verbeterde dit tarief al. Kijk in de lijst wat er nu staat."))
    rij.vervallen, rij.reden = timezone.now(), reden
    rij.save(update_fields=["vervallen", "reden"])  # before the new row: one of a name and a day stands
    nieuw.pk, nieuw.tot, nieuw.door = None, rij.tot, door
    nieuw.vervallen, nieuw.vervanging, nieuw.reden = None, None, rij.reden if rij.tot else ""
    nieuw.save(force_insert=True)
    rij.vervanging = nieuw
    rij.save(update_fields=["vervanging"])
    return nieuw


@transaction.atomic
def beeindig(*, tarief: Tarief, tot: dt.date, reden: str, door: Gebruiker) -> None:
    """From the day after on it is offered no more. A day before it began: it never held."""
    rij = Tarief.objects.select_for_update().get(pk=tarief.pk)
    if rij.vervallen:
        raise Bezwaar(_("Een collega verbeterde dit tarief al. Kijk in de lijst wat er nu staat."))
    rij.tot, rij.reden, rij.door = tot, reden, door
    rij.save(update_fields=["tot", "reden", "door"])


@dataclass(frozen=True)
class Tariefstand:
    """What a line has to say of its rate. `nieuwer`: another price counts for its year by now; `over`: none does."""

    tarief: Tarief
    nieuwer: Tarief | None
    over: bool = False


def standen(regels: Iterable[Begrotingsregel], alle: Iterable[Tarief]) -> dict[int, Tariefstand]:
    """Of the lines that follow a rate; who typed another price follows none. `regels` with their rate fetched."""
    tarieven = list(alle)
    uit = {}
    for regel in regels:
        if regel.tarief is None or regel.prijs != regel.tarief.prijs:
            continue
        staat = _staand(regel.tarief, tarieven)
        nu = in_jaar(staat.naam, regel.jaar, tarieven)
        nieuwer = nu if nu and nu.pk != regel.tarief_id else None
        uit[regel.pk] = Tariefstand(regel.tarief, nieuwer, over=nu is None and not staat.geldt_in(regel.jaar))
    return uit


def _staand(tarief: Tarief, alle: list[Tarief]) -> Tarief:
    """What it became, where it was corrected (once or more)."""
    per = {t.pk: t for t in alle}
    while tarief.vervallen and tarief.vervanging_id in per:
        tarief = per[tarief.vervanging_id]
    return tarief
