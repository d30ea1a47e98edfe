"""'Loopt het nog?': asked after 6 and 12 months and every year, kept with its reasons, counted where it helps a choice."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kennisplatform.basis.keuzes import Praktijkstaat
from kennisplatform.basis.openbaar import openbaar
from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.tekening.notitie import toont
from kennisplatform.volgen.melden import meld, over_pagina
from kennisplatform.volgen.soorten import PAGINA
from leernetwerk.delen.keuzes import Reden, Vervolgstand
from leernetwerk.delen.models import Inzending, Vervolg
from leernetwerk.models import Praktijkvoorbeeld

STAAT: Final = {
    Vervolgstand.BEZIG: Praktijkstaat.LOOPT,
    Vervolgstand.AANGEPAST: Praktijkstaat.AANGEPAST,
    Vervolgstand.GESTOPT: Praktijkstaat.GESTOPT,
}
KLAAR: Final = (Praktijkstaat.GESTOPT, Praktijkstaat.AFGEROND)  # nothing more to ask
MAANDEN: Final = (6, 12)


@transaction.atomic
def zeg(
    *,
    pagina: Praktijkvoorbeeld,
    stand: Vervolgstand,
    redenen: Sequence[str],
    toelichting: str,
    op: dt.date,
    door: Gebruiker,
) -> Vervolg:
    """Keep the answer, and let the page say it at once: a state is the neighbourhood's own, not for editors to weigh."""
    blad = Praktijkvoorbeeld.objects.select_for_update(of=("self",)).get(pk=pagina.pk)
    nieuw = Vervolg.objects.create(
        pagina=blad, stand=stand, redenen=list(redenen), toelichting=toelichting.strip(), op=op, door=door
    )
    blad.staat = STAAT[stand]
    blad.save(update_fields=["staat"])  # tells the search index
    Inzending.objects.filter(pagina=blad).update(staat=blad.staat)
    for revisie in {blad.latest_revision_id: blad.latest_revision, blad.live_revision_id: blad.live_revision}.values():
        if revisie is not None:  # or the next publication would bring the old state back
            revisie.content["staat"] = blad.staat
            revisie.save(update_fields=["content"])
    if stand == Vervolgstand.GESTOPT:
        gebruikt = [(PAGINA, str(pk)) for pk in blad.toepassingen.values_list("pagina_id", flat=True)]
        meld(
            soort="gestopt",
            over=[*over_pagina(blad), *gebruikt],
            titel=blad.title,
            adres=f"{blad.url}#vervolg",
            uitleg=str(_("Deze buurt is ermee gestopt.")),
            kenmerk=f"gestopt:{nieuw.pk}",
            door=door,
            zichtbaarheid=blad.zichtbaarheid,
            buurt=blad.buurt,
            pagina=blad if blad.zichtbaarheid == Zichtbaarheid.OPENBAAR else None,
        )
    return nieuw


def eerste(*, inzending: Inzending, pagina: Praktijkvoorbeeld) -> Vervolg | None:
    """What the writer ticked beside 'we stopped' or 'we changed it', said once, on the day that it is placed.

    The page carries its state already, and its followers hear of the placing: nothing else happens here.
    """
    stand = next((stand for stand, staat in STAAT.items() if staat == pagina.staat), None)
    if not inzending.waarom_anders or stand in {None, Vervolgstand.BEZIG}:
        return None
    vorige = laatste([pagina.pk]).get(pagina.pk)
    if vorige is not None and vorige.stand == stand:
        return None
    return Vervolg.objects.create(
        pagina=pagina, stand=stand, redenen=inzending.waarom_anders, op=timezone.localdate(), door=inzending.schrijver
    )


def laatste(pagina_ids: Iterable[int]) -> dict[int, Vervolg]:
    """page → its newest answer; one query."""
    uit: dict[int, Vervolg] = {}
    for vervolg in Vervolg.objects.filter(pagina__in=list(pagina_ids)).order_by("-op", "-pk"):
        uit.setdefault(vervolg.pagina_id, vervolg)
    return uit


@dataclass(frozen=True)
class Gestopt:
    """Of the public examples that work with a page: how many neighbourhoods stopped, and why."""

    aantal: int
    redenen: tuple[tuple[str, int], ...]  # most named first


def gestopt_met(pagina_id: int) -> Gestopt:
    """Places, not stories, as the third figure counts them; of each its newest answer."""
    toont(f"praktijk:{pagina_id}")
    verhalen = openbaar(Praktijkvoorbeeld.objects.filter(toepassingen__pagina_id=pagina_id))
    rijen = verhalen.filter(staat=Praktijkstaat.GESTOPT).values_list("pk", "plaats").order_by("pk")
    plaatsen = {plaats: pk for pk, plaats in rijen}
    if not plaatsen:
        return Gestopt(0, ())
    teller: Counter[str] = Counter()
    for vervolg in laatste(plaatsen.values()).values():
        teller.update({reden for reden in vervolg.redenen if vervolg.stand == Vervolgstand.GESTOPT})
    namen = dict(Reden.choices)
    return Gestopt(len(plaatsen), tuple((str(namen[code]), n) for code, n in teller.most_common() if code in namen))


def te_vragen(vandaag: dt.date | None = None) -> list[tuple[Inzending, int]]:
    """Published examples of which an answer is due, with the number of months since they were published."""
    nu = vandaag or timezone.localdate()
    ruim = nu + dt.timedelta(days=3)  # half a year after the 31st may be the 28th; the exact day is asked below
    rij = Inzending.objects.filter(pagina__live=True, pagina__first_published_at__lte=_terug(ruim, MAANDEN[0]))
    rij = rij.exclude(pagina__staat__in=KLAAR).select_related("pagina", "buurt", "schrijver")
    gezegd = laatste(rij.values_list("pagina_id", flat=True))
    uit = []
    for inzending in rij.iterator(chunk_size=500):
        pagina = inzending.pagina
        if pagina is None or nu < vooruit(begin := timezone.localdate(pagina.first_published_at), MAANDEN[0]):
            continue
        maand = termijn(begin, nu)
        antwoord = gezegd.get(pagina.pk)
        if antwoord is None or antwoord.op < vooruit(begin, maand):
            uit.append((inzending, maand))
    return uit


def termijn(begin: dt.date, nu: dt.date) -> int:
    """The last moment to ask that has passed: 6, 12, 24, 36 … months."""
    maanden = (nu.year - begin.year) * 12 + nu.month - begin.month
    if nu < vooruit(
        begin, maanden
    ):  # by the same rule for the end of a month: the year after 29 February ends on the 28th
        maanden -= 1
    return MAANDEN[0] if maanden < 12 else maanden // 12 * 12


def vooruit(dag: dt.date, maanden: int) -> dt.date:
    """The same day of the month, or its last."""
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 + maanden, 12)
    for nummer in (dag.day, 30, 29, 28):
        try:
            return dt.date(jaar, maand + 1, nummer)
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")


def _terug(dag: dt.date, maanden: int) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(vooruit(dag, -maanden), dt.time.max))
