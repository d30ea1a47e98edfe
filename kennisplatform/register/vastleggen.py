"""Writing the register: one neighbourhood, a whole list, a new division. One transaction each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kennisplatform.basis.samenloop import INTUSSEN
from kennisplatform.deelnemers import herindelen
from kennisplatform.deelnemers.herindelen import Buurtwissel
from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.lidmaatschappen import Bezwaar, voeg_toe
from kennisplatform.deelnemers.logboek import noteer
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Herindeling, Lidmaatschap, Logregel
from kennisplatform.register.invoer import vrije_slug
from kennisplatform.register.keuren import KOLOMMEN, Invoerrij, als_buurt
from kennisplatform.register.models import Buurtinvoer, Criterium, Notities


@dataclass(frozen=True)
class Nieuw:
    """A neighbourhood that comes out of a new division."""

    naam: str
    cbs_code: str = ""


@transaction.atomic
def voer_in(*, rijen: Sequence[Invoerrij], door: Gebruiker, rest: str = "") -> Buurtinvoer:
    """Rows without faults only; all or nothing. What each row changed is kept, to be taken back (terugdraaien.py).

    `rest`: the rows that wait to be mended, as lines.
    """
    if any(rij.fouten for rij in rijen):
        raise ValueError("rows with faults are for the screen, not for the database")
    bezet = set(Buurt.objects.values_list("slug", flat=True))
    invoer = Buurtinvoer.objects.create(door=door, rest=rest)
    pks = [rij.bestaat.pk for rij in rijen if rij.bestaat]
    stond = {b.pk: _velden(b) for b in Buurt.objects.select_for_update().filter(pk__in=pks).order_by("pk")}
    for rij in rijen:
        nieuw = rij.bestaat is None
        was = {} if rij.bestaat is None else stond[rij.bestaat.pk]
        buurt = als_buurt(rij)
        if nieuw:
            buurt.slug = vrije_slug(buurt.naam, buurt.gemeente, bezet)
        werd = _velden(buurt)
        anders = [veld for veld in werd if was.get(veld) != werd[veld]]
        buurt.save(update_fields=None if nieuw else anders)
        noteer(
            Logregel.Soort.BUURT,
            _("voerde de buurt in") if nieuw else _("werkte de gegevens van de buurt bij"),
            buurt=buurt,
            door=door,
        )
        coach = None
        if rij.coach and not _is_coach(buurt, rij.coach):
            coach = voeg_toe(buurt=buurt, persoon=rij.coach, rol=Netwerkrol.COACH, door=door)
        invoer.regels.create(
            buurt=buurt,
            naam=buurt.naam,
            nieuw=nieuw,
            was={veld: was[veld] for veld in anders if veld in was},
            werd={veld: werd[veld] for veld in anders},
            coach=coach,
        )
    return invoer


def _velden(buurt: Buurt) -> dict[str, str]:
    return {naam: getattr(buurt, naam) for naam in KOLOMMEN if naam != "coach"}


def _is_coach(buurt: Buurt, wie: Gebruiker) -> bool:
    return Lidmaatschap.objects.lopend().filter(buurt=buurt, persoon=wie, rol=Netwerkrol.COACH).exists()


@transaction.atomic
def bewaar(
    *, buurt: Buurt, notities: str, oordelen: Mapping[str, tuple[str, str]], gezien: int, door: Gebruiker
) -> Buurt:
    """The record itself, the team's notes and the six grounds {criterion: (judgement, ground)}.

    `gezien` is the version of the notes that was on the screen; Bezwaar when somebody saved since.
    """
    is_nieuw = buurt.pk is None
    if is_nieuw:
        buurt.slug = buurt.slug or vrije_slug(
            buurt.naam, buurt.gemeente, set(Buurt.objects.values_list("slug", flat=True))
        )
    else:
        Buurt.objects.select_for_update().get(pk=buurt.pk)
        if versie(buurt) != gezien:
            raise Bezwaar(str(INTUSSEN))
    buurt.save()
    Notities.objects.update_or_create(buurt=buurt, defaults={"tekst": notities, "versie": gezien + 1})
    for naam, (oordeel, grond) in oordelen.items():
        Criterium.objects.update_or_create(buurt=buurt, naam=naam, defaults={"oordeel": oordeel, "grond": grond})
    noteer(
        Logregel.Soort.BUURT,
        _("voerde de buurt in") if is_nieuw else _("werkte de gegevens van de buurt bij"),
        buurt=buurt,
        door=door,
    )
    return buurt


def versie(buurt: Buurt) -> int:
    """0: nobody wrote notes yet."""
    return Notities.objects.filter(buurt=buurt).values_list("versie", flat=True).first() or 0


@transaction.atomic
def deel_in(
    *,
    van: Sequence[Buurt],
    naar: Sequence[Nieuw],
    reden: str,
    door: Gebruiker,
    op: dt.date | None = None,
    plekken: Mapping[str, int] | None = None,
) -> Herindeling:
    """Several into one, or one into several. The old ones stay to be read; their people go on in the new ones.

    `plekken`: {key of something that goes along (herindelen.Meegaand): which of `naar`, from 0}; else to the first.
    """
    if not ((len(van) >= 2 and len(naar) == 1) or (len(van) == 1 and len(naar) >= 2)):
        raise Bezwaar(_("Kies twee of meer buurten om samen te voegen, of één om te splitsen in twee of meer."))
    # In one order for everybody: two who merge the same ones would else each hold what the other waits for.
    oud = list(Buurt.objects.select_for_update().filter(pk__in=[b.pk for b in van]).order_by("pk"))
    if any(b.opgeheven for b in oud):
        raise Bezwaar(_("Een van deze buurten is al opgegaan in een andere."))
    dag = op or timezone.localdate()
    for buurt in oud:
        buurt.opgeheven = dag
        buurt.save(update_fields=["opgeheven"])
    nieuw = _nieuwe_buurten(oud[0], naar)
    soort = Herindeling.Soort.SPLITSING if len(naar) > 1 else Herindeling.Soort.SAMENVOEGING
    herindeling = Herindeling.objects.create(soort=soort, reden=reden, op=dag, door=door)
    herindeling.van.set(oud)
    herindeling.naar.set(nieuw)
    _neem_leden_mee(oud, nieuw, dag)
    herindelen.neem_mee(Buurtwissel(herindeling, oud, nieuw, door, plekken or {}))
    for buurt in (*oud, *nieuw):
        noteer(Logregel.Soort.BUURT, f"{herindeling.get_soort_display()}: {reden}", buurt=buurt, door=door)
    return herindeling


def _nieuwe_buurten(voorbeeld: Buurt, naar: Iterable[Nieuw]) -> list[Buurt]:
    bezet = set(Buurt.objects.values_list("slug", flat=True))
    zelfde: dict[str, Any] = {
        veld: getattr(voorbeeld, veld)
        for veld in (
            "gemeente",
            "gemeentecode",
            "partner",
            "regio",
            "provincie",
            "breedtegraad",
            "lengtegraad",
            "fase",
            "cohort",
        )
    }
    uit = []
    for een in naar:
        buurt = Buurt(
            naam=een.naam, cbs_code=een.cbs_code, slug=vrije_slug(een.naam, voorbeeld.gemeente, bezet), **zelfde
        )
        buurt.full_clean()
        buurt.save()
        uit.append(buurt)
    return uit


def _neem_leden_mee(oud: Sequence[Buurt], nieuw: Sequence[Buurt], dag: dt.date) -> None:
    lopend = Lidmaatschap.objects.lopend(dag).filter(buurt__in=oud, persoon__isnull=False)
    gezien: set[tuple[int, int | None, str]] = set()
    erbij = []
    for lid in lopend:
        for buurt in nieuw:
            if (sleutel := (buurt.pk, lid.persoon_id, lid.rol)) not in gezien:  # a member of both old ones
                gezien.add(sleutel)
                erbij.append(
                    Lidmaatschap(
                        buurt=buurt,
                        persoon_id=lid.persoon_id,
                        rol=lid.rol,
                        functie=lid.functie,
                        wijkverpleegkundige=lid.wijkverpleegkundige,
                        van=dag,
                        tot=lid.tot,
                    )
                )
    lopend.update(tot=dag)
    Lidmaatschap.objects.bulk_create(erbij)
