"""Taking back a list that was brought in: each neighbourhood as it was, unless somebody went on with it since."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kennisplatform.deelnemers.lidmaatschappen import Bezwaar
from kennisplatform.deelnemers.logboek import noteer
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Lidmaatschap, Logregel
from kennisplatform.register.models import Buurtinvoer, Criterium, Ingevoerd, Notities

REST_BEWAREN: Final = dt.timedelta(days=30)
# What comes with every neighbourhood, whoever works on it: it goes when the neighbourhood goes.
HOORT_ERBIJ: Final = (Logregel, Criterium, Notities, Ingevoerd)


@dataclass(frozen=True)
class Terugweg:
    """What taking back does to one neighbourhood. `blijft`: why it stays as it is; empty when it does not."""

    regel: Ingevoerd
    velden: dict[str, str]  # what gets its old value back
    anders: list[str]  # fields that somebody changed since: these stay
    blijft: str = ""


def bekijk(invoer: Buurtinvoer) -> list[Terugweg]:
    """As everything stands now; changes nothing."""
    return [_weg(regel) for regel in invoer.regels.select_related("buurt", "coach").order_by("pk")]


def _weg(regel: Ingevoerd) -> Terugweg:
    buurt = regel.buurt
    if buurt is None:
        return Terugweg(regel, {}, [], _("Deze buurt is er niet meer."))
    if buurt.opgeheven:
        return Terugweg(regel, {}, [], _("Deze buurt is intussen samengevoegd of gesplitst."))
    if regel.nieuw:
        erbij = next(_erbij(buurt, regel), None)
        bezwaar = _("Hier is intussen mee gewerkt (%(wat)s).") % {"wat": erbij} if erbij else ""
        return Terugweg(regel, {}, [], bezwaar)
    nu = {veld: getattr(buurt, veld) for veld in regel.werd}
    namen = {veld.name: veld.verbose_name for veld in Buurt._meta.fields}
    return Terugweg(
        regel,
        {veld: oud for veld, oud in regel.was.items() if nu[veld] == regel.werd[veld]},
        [str(namen[veld]) for veld in regel.was if nu[veld] != regel.werd[veld]],
    )


def _erbij(buurt: Buurt, regel: Ingevoerd) -> Iterator[str]:
    """Kinds of what hangs on this neighbourhood and did not come with the list."""
    for relatie in Buurt._meta.related_objects:
        model = relatie.related_model
        if not isinstance(model, type) or not issubclass(model, models.Model) or model in HOORT_ERBIJ:
            continue
        rij = model._default_manager.filter(**{relatie.field.name: buurt})
        if model is Lidmaatschap and regel.coach_id:
            rij = rij.exclude(pk=regel.coach_id)
        if rij.exists():
            yield str(model._meta.verbose_name_plural)
    if Notities.objects.filter(buurt=buurt).exclude(tekst="").exists():
        yield str(Notities._meta.verbose_name_plural)


def ruim_op() -> str:
    """Rows that nobody mended: they may hold the address of a coach."""
    oud = Buurtinvoer.objects.filter(op__lt=timezone.now() - REST_BEWAREN).exclude(rest="")
    return f"{oud.update(rest='')} lijsten met regels die niemand verbeterde"


@transaction.atomic
def draai_terug(*, invoer: Buurtinvoer, door: Gebruiker) -> list[Terugweg]:
    """What was done with each. Raises Bezwaar when it was taken back before."""
    vers = Buurtinvoer.objects.select_for_update().get(pk=invoer.pk)
    if vers.ongedaan_op:
        raise Bezwaar(_("Deze lijst is al teruggedraaid."))
    buurten = vers.regels.values_list("buurt", flat=True)
    list(Buurt.objects.select_for_update().filter(pk__in=[pk for pk in buurten if pk]).order_by("pk"))
    gedaan = bekijk(vers)
    for weg in gedaan:
        if not weg.blijft:
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
