"""Undoing a split or merge: first what that means, then the same way back, in one transaction. Nothing is thrown away."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from kennisplatform.deelnemers import herindelen
from kennisplatform.deelnemers.herindelen import Buurtwissel
from kennisplatform.deelnemers.lidmaatschappen import Bezwaar
from kennisplatform.deelnemers.logboek import noteer
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Herindeling, Lidmaatschap, Logregel


@dataclass
class Leden:
    """Where the people of the new neighbourhoods go."""

    heropen: list[Lidmaatschap] = field(default_factory=list)  # memberships that the division ended: they run on
    erin: list[Lidmaatschap] = field(default_factory=list)  # not written yet: a role, or a person, that came since
    nieuw: list[Lidmaatschap] = field(default_factory=list)  # people who came since
    dakloos: list[Lidmaatschap] = field(default_factory=list)  # of those, who can't be given a place


@dataclass(frozen=True)
class Teruggang:
    """What an undo would do, as everything stands now."""

    herindeling: Herindeling
    van: list[Buurt]
    naar: list[Buurt]
    leden: Leden
    gevolgen: list[str]
    bezwaren: list[str]

    @property
    def mensen(self) -> int:
        return len({lid.persoon_id for lid in self.leden.heropen})

    @property
    def nieuwkomers(self) -> list[str]:
        return [f"{lid.wie} ({lid.get_rol_display()}, {lid.buurt})" for lid in self.leden.nieuw]

    def merk(self) -> str:
        """What the preview showed: when it changed meanwhile, it is shown again."""
        rijen = sorted(f"{lid.pk}" for lid in (*self.leden.heropen, *self.leden.nieuw))
        erin = sorted(f"{lid.buurt_id}:{lid.persoon_id}:{lid.rol}" for lid in self.leden.erin)
        return hashlib.sha256("|".join([*rijen, *erin, *self.gevolgen, *self.bezwaren]).encode()).hexdigest()[:16]


def bekijk(herindeling: Herindeling) -> Teruggang:
    """Changes nothing."""
    van, naar = list(herindeling.van.order_by("pk")), list(herindeling.naar.order_by("pk"))
    leden = verdeel(herindeling, van, naar)
    gevolgen = herindelen.gevolgen(Buurtwissel(herindeling, van, naar))
    bezwaren = [*_bezwaren(herindeling, van, naar, leden), *(g.tekst for g in gevolgen if g.houdt_tegen)]
    return Teruggang(herindeling, van, naar, leden, [g.tekst for g in gevolgen if not g.houdt_tegen], bezwaren)


def _bezwaren(herindeling: Herindeling, van: Sequence[Buurt], naar: Sequence[Buurt], leden: Leden) -> list[str]:
    if herindeling.ongedaan_op:
        return [_("Deze indeling is al ongedaan gemaakt.")]
    uit = []
    if not van:
        uit.append(_("De oude buurt bestaat niet meer."))
    if weg := [b.naam for b in naar if b.opgeheven]:
        uit.append(
            _("%(namen)s: deze buurt is zelf weer anders ingedeeld. Maak eerst die indeling ongedaan.")
            % {"namen": ", ".join(weg)}
        )
    for buurt in van:
        anderen = Buurt.objects.actief().filter(cbs_code=buurt.cbs_code).exclude(pk__in=[b.pk for b in naar])
        if buurt.cbs_code and (ander := anderen.first()):
            uit.append(
                _("De CBS-code %(code)s van %(buurt)s is nu van %(ander)s. Wijzig die eerst.")
                % {"code": buurt.cbs_code, "buurt": buurt, "ander": ander}
            )
    if leden.dakloos:
        uit.append(
            _(
                "Sinds de samenvoeging kwamen erbij: %(namen)s. Niemand kan voor hen kiezen bij welke oude buurt zij horen. "
                "Beëindig eerst hun lidmaatschap; daarna kan de kartrekker hen in de oude buurt opnieuw uitnodigen."
            )
            % {"namen": ", ".join(lid.wie for lid in leden.dakloos)}
        )
    return uit


def verdeel(herindeling: Herindeling, van: Sequence[Buurt], naar: Sequence[Buurt]) -> Leden:
    """People in the new ones go back to where they came from; those who left since stay away.

    What the division ended is known by its day: nobody ends a membership in a neighbourhood that is gone.
    """
    oud: dict[tuple[int | None, str], dict[int, Lidmaatschap]] = defaultdict(dict)
    thuis: dict[int | None, set[int]] = defaultdict(set)
    for lid in Lidmaatschap.objects.filter(buurt__in=van, tot=herindeling.op, persoon__isnull=False).order_by("pk"):
        oud[lid.persoon_id, lid.rol][lid.buurt_id] = lid
        thuis[lid.persoon_id].add(lid.buurt_id)
    staat = set(_onbeeindigd(van).values_list("buurt", "persoon", "rol"))
    uit, gezien = Leden(), set()
    for lid in _onbeeindigd(naar).select_related("persoon", "buurt").order_by("pk"):
        if lid.persoon_id not in thuis and lid.persoon_id not in {n.persoon_id for n in uit.nieuw}:
            uit.nieuw.append(lid)
        if (sleutel := (lid.persoon_id, lid.rol)) in gezien:
            continue
        gezien.add(sleutel)
        plekken = set(oud[sleutel]) or thuis.get(lid.persoon_id) or {b.pk for b in van if len(van) == 1}
        if not plekken:
            uit.dakloos += [lid] if lid in uit.nieuw else []
        for plek in sorted(plekken):
            if (plek, *sleutel) not in staat:
                _zet(uit, lid, oud[sleutel].get(plek), plek)
    return uit


def _zet(uit: Leden, nu: Lidmaatschap, vroeger: Lidmaatschap | None, plek: int) -> None:
    if vroeger:
        vroeger.tot, vroeger.functie, vroeger.wijkverpleegkundige = nu.tot, nu.functie, nu.wijkverpleegkundige
        uit.heropen.append(vroeger)
        return
    uit.erin.append(
        Lidmaatschap(
            buurt_id=plek,
            persoon_id=nu.persoon_id,
            rol=nu.rol,
            functie=nu.functie,
            tot=nu.tot,
            wijkverpleegkundige=nu.wijkverpleegkundige,
            van=max(nu.van, timezone.localdate()),
        )
    )


def _onbeeindigd(buurten: Sequence[Buurt]) -> QuerySet[Lidmaatschap]:
    """Those that run, and those that begin later."""
    straks = Q(tot__isnull=True) | Q(tot__gt=timezone.localdate())
    return Lidmaatschap.objects.filter(straks, buurt__in=buurten, persoon__isnull=False)


@transaction.atomic
def maak_ongedaan(*, herindeling: Herindeling, gezien: str, reden: str, door: Gebruiker) -> Herindeling:
    """Raises Bezwaar when something stands in the way, or when the preview (`gezien`) is no longer true."""
    if Herindeling.objects.filter(pk=herindeling.pk, ongedaan_op__isnull=False).exists():
        raise Bezwaar(_("Deze indeling is al ongedaan gemaakt."))
    # In the order of every division (vastleggen.deel_in): else two of them each hold what the other waits for.
    betrokken = Q(herindelingen_van=herindeling) | Q(herindelingen_naar=herindeling)
    pks = list(Buurt.objects.filter(betrokken).values_list("pk", flat=True))
    list(Buurt.objects.select_for_update().filter(pk__in=pks).order_by("pk"))
    terug = bekijk(Herindeling.objects.get(pk=herindeling.pk))
    if terug.bezwaren:
        raise Bezwaar(" ".join(terug.bezwaren))
    if gezien != terug.merk():
        raise Bezwaar(_("Er veranderde intussen iets. Kijk hieronder nog een keer wat er gebeurt."))
    dag = timezone.localdate()
    _wissel(terug, dag)
    _zet_leden_terug(terug, dag)
    vers = terug.herindeling
    herindelen.neem_terug(Buurtwissel(vers, terug.van, terug.naar, door))
    vers.ongedaan_op, vers.ongedaan_door, vers.ongedaan_reden = dag, door, reden
    vers.save(update_fields=["ongedaan_op", "ongedaan_door", "ongedaan_reden"])
    for buurt in (*terug.van, *terug.naar):
        tekst = _("%(wat)s ongedaan gemaakt: %(reden)s") % {"wat": vers.get_soort_display(), "reden": reden}
        noteer(Logregel.Soort.BUURT, tekst, buurt=buurt, door=door)
    return vers


def _wissel(terug: Teruggang, dag: dt.date) -> None:
    """The new ones first: a CBS code may be on one neighbourhood at a time."""
    for buurten, opgeheven in ((terug.naar, dag), (terug.van, None)):
        for buurt in buurten:
            buurt.opgeheven = opgeheven
            buurt.save(update_fields=["opgeheven"])


def _zet_leden_terug(terug: Teruggang, dag: dt.date) -> None:
    for lid in _onbeeindigd(terug.naar):
        lid.tot = max(lid.van, dag)  # what would begin later never does
        lid.save(update_fields=["tot"])
    Lidmaatschap.objects.bulk_update(terug.leden.heropen, ["tot", "functie", "wijkverpleegkundige"])
    Lidmaatschap.objects.bulk_create(terug.leden.erin)
