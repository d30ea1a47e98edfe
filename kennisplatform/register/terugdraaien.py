"""Taking back a list that was brought in: each neighbourhood as it was, unless somebody went on with it since."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kennisplatform.deelnemers.lidmaatschappen import Bezwaar
from kennisplatform.deelnemers.logboek import noteer
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Lidmaatschap, Logregel
from kennisplatform.register.models import Buurtinvoer, Buurtstand, Criterium, Faseverloop, Ingevoerd, Notities

REST_BEWAREN: Final = dt.timedelta(days=30)
# What comes with every neighbourhood, by its list, its log and the night: no sign that somebody worked on it.
HOORT_ERBIJ: Final = (Logregel, Ingevoerd, Buurtstand, Faseverloop)


@dataclass(frozen=True)
class Terugweg:
    """What taking back does to one neighbourhood. `blijft`: why it stays as it is; empty when it does not."""

    regel: Ingevoerd
    velden: dict[str, str]  # what gets its old value back
    anders: list[str]  # fields that somebody changed since: these stay
    blijft: str = ""

    @property
    def te_doen(self) -> bool:
        return not self.blijft and (self.regel.nieuw or bool(self.velden))


def bekijk(invoer: Buurtinvoer) -> list[Terugweg]:
    """As everything stands now; changes nothing. As many queries for one neighbourhood as for two thousand."""
    regels = list(invoer.regels.select_related("buurt", "coach").order_by("pk"))
    erbij = _erbij([regel for regel in regels if regel.nieuw and regel.buurt_id])
    return [_weg(regel, erbij.get(regel.buurt_id or 0, "")) for regel in regels]


def _weg(regel: Ingevoerd, erbij: str) -> Terugweg:
    """`erbij`: what hangs on it since; '' when nothing does."""
    buurt = regel.buurt
    if buurt is None:
        return Terugweg(regel, {}, [], _("Deze buurt is er niet meer."))
    if buurt.opgeheven:
        return Terugweg(regel, {}, [], _("Deze buurt is intussen samengevoegd of gesplitst."))
    if regel.nieuw:
        bezwaar = _("Hier is intussen mee gewerkt (%(wat)s).") % {"wat": erbij} if erbij else ""
        return Terugweg(regel, {}, [], bezwaar)
    nu = {veld: getattr(buurt, veld) for veld in regel.werd}
    namen = {veld.name: veld.verbose_name for veld in Buurt._meta.fields}
    return Terugweg(
        regel,
        {veld: oud for veld, oud in regel.was.items() if nu[veld] == regel.werd[veld]},
        [str(namen[veld]) for veld, oud in regel.was.items() if nu[veld] not in {regel.werd[veld], oud}],
    )


def _erbij(regels: Sequence[Ingevoerd]) -> dict[int, str]:
    """{key of a neighbourhood: a kind of what hangs on it and did not come with the list}; one query a kind."""
    buurten = [regel.buurt_id for regel in regels]
    coaches = [regel.coach_id for regel in regels if regel.coach_id]
    uit: dict[int, str] = {}
    for relatie in Buurt._meta.related_objects:
        model, veld = relatie.related_model, relatie.field.name
        if not isinstance(model, type) or not issubclass(model, models.Model) or model in HOORT_ERBIJ:
            continue
        rij = model._default_manager.filter(**{f"{veld}__in": buurten})
        if model is Lidmaatschap:
            rij = rij.exclude(pk__in=coaches)
        if model is Criterium:  # saving a record writes all six: only what somebody found counts
            rij = rij.exclude(oordeel=Criterium.Oordeel.ONBEKEND, grond="")
        if model is Notities:
            rij = rij.exclude(tekst="")
        gevonden = rij.order_by().values_list(veld, flat=True).distinct()
        uit |= {buurt: str(model._meta.verbose_name_plural) for buurt in gevonden if buurt not in uit}
    return uit


def ruim_op() -> str:
    """Rows that nobody mended: they may hold the address of a coach."""
    oud = Buurtinvoer.objects.filter(op__lt=timezone.now() - REST_BEWAREN).exclude(rest="")
    return f"{oud.update(rest='')} lijsten met regels die niemand verbeterde"


@transaction.atomic
def draai_terug(*, invoer: Buurtinvoer, door: Gebruiker) -> list[Terugweg]:
    """What was done with each. What stayed can be tried again; Bezwaar when there is nothing left to do."""
    vers = Buurtinvoer.objects.select_for_update().get(pk=invoer.pk)
    buurten = vers.regels.values_list("buurt", flat=True)
    list(Buurt.objects.select_for_update().filter(pk__in=[pk for pk in buurten if pk]).order_by("pk"))
    gedaan = bekijk(vers)
    if not any(weg.te_doen for weg in gedaan):
        raise Bezwaar(_("Hier is niets meer om terug te draaien."))
    for weg in gedaan:
        if weg.te_doen:
            _doe(weg, door)
    vers.ongedaan_op, vers.ongedaan_door = timezone.now(), door
    vers.save(update_fields=["ongedaan_op", "ongedaan_door"])
    return gedaan


def _doe(weg: Terugweg, door: Gebruiker) -> None:
    buurt = weg.regel.buurt
    assert buurt is not None  # `blijft` says so otherwise
    if weg.regel.coach is not None:
        weg.regel.coach.delete()
    if weg.regel.nieuw:
        noteer(Logregel.Soort.BUURT, _("draaide een invoer terug: %(naam)s") % {"naam": weg.regel.naam}, door=door)
        buurt.delete()
        return
    for veld, waarde in weg.velden.items():
        setattr(buurt, veld, waarde)
    if weg.velden:
        buurt.save(update_fields=list(weg.velden))
        noteer(Logregel.Soort.BUURT, _("draaide een invoer terug"), buurt=buurt, door=door)
