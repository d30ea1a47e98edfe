"""Begin a draft and keep what is typed. Two people may write at once: each field of each is kept or put aside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.db import transaction

from kennisplatform.deelnemers.models import Buurt, Gebruiker
from leernetwerk.delen.keuzes import Stand
from leernetwerk.delen.models import TEKSTVELDEN, Inzending, Terzijde

MAX_TERZIJDE: Final = 40  # texts put aside per draft; the oldest go first
MEER: Final = ("onderwerpen", "gebruikt")  # relations of many


class Gesloten(Exception):
    """It is with the editors, or decided: nobody writes at it now."""


@dataclass(frozen=True)
class BewaardeInzending:
    inzending: Inzending
    botsing: Mapping[str, str]  # field → what somebody else wrote there since it was opened; not overwritten


@transaction.atomic
def begin(*, buurt: Buurt, door: Gebruiker, velden: Mapping[str, Any] | None = None) -> Inzending:
    """`velden`: what it starts from, such as an earlier example or a document."""
    los = {naam: waarde for naam, waarde in (velden or {}).items() if naam not in MEER}
    nieuw = Inzending.objects.create(buurt=buurt, schrijver=door, laatste=door, contact=door, **los)
    for naam in MEER:
        getattr(nieuw, naam).set((velden or {}).get(naam, ()))
    return nieuw


def vergrendel(inzending: Inzending) -> Inzending:
    """The row as it is now, held until the transaction ends."""
    return Inzending.objects.select_for_update(of=("self",)).get(pk=inzending.pk)


@transaction.atomic
def bewaar(*, inzending: Inzending, velden: Mapping[str, Any], gezien: int, door: Gebruiker) -> BewaardeInzending:
    """Keep what changed since version `gezien`. A field that somebody else changed meanwhile is left, and given back.

    Who saves again with that newer version has seen the other text and means it: then that text is put aside.
    Raises Gesloten.
    """
    nu = vergrendel(inzending)
    if not nu.open:
        raise Gesloten
    anders = {n: w for n, w in velden.items() if n not in MEER and getattr(nu, n) != w}
    botsing = {n: getattr(nu, n) for n in anders if n in TEKSTVELDEN and _versie(nu, n) > gezien}
    te_doen = {n: w for n, w in anders.items() if n not in botsing}
    if te_doen:
        _leg_terzijde(nu, te_doen, door)
        nu.versie += 1
        for naam, waarde in te_doen.items():
            setattr(nu, naam, waarde)
            nu.veldversies[naam] = [nu.versie, door.pk]
        nu.laatste = door
        nu.save()
    for naam in MEER:
        if naam in velden:
            getattr(nu, naam).set(velden[naam])
    return BewaardeInzending(nu, botsing)


def _versie(nu: Inzending, naam: str) -> int:
    return int((nu.veldversies.get(naam) or [0])[0])


def _leg_terzijde(nu: Inzending, velden: Iterable[str], door: Gebruiker) -> None:
    """A colleague's text that is replaced, not merely continued."""
    weg = []
    for naam in velden:
        wie, tekst = (nu.veldversies.get(naam) or [0, None])[1], str(getattr(nu, naam))
        if naam in TEKSTVELDEN and wie not in (None, door.pk) and tekst.strip():
            weg.append(Terzijde(inzending=nu, veld=naam, tekst=tekst, van_id=wie))
    if weg:
        Terzijde.objects.bulk_create(weg)
        oud = nu.terzijde.values_list("pk", flat=True)[MAX_TERZIJDE:]
        Terzijde.objects.filter(pk__in=list(oud)).delete()


@transaction.atomic
def nieuwe_versie(*, inzending: Inzending, door: Gebruiker) -> Inzending:
    """Write on at what is published, or at what was not placed. Readers keep what they have until the editors decide."""
    nu = vergrendel(inzending)
    if nu.open or nu.stand == Stand.INGEDIEND or nu.pagina is None:
        raise Gesloten
    nu.stand, nu.laatste = Stand.CONCEPT, door
    nu.save()
    return nu


@transaction.atomic
def trek_in(*, inzending: Inzending, door: Gebruiker) -> None:
    """Nothing that is published changes. A draft that was never handed in goes altogether. Raises Gesloten."""
    nu = vergrendel(inzending)
    if nu.stand in {Stand.GEPLAATST, Stand.AFGEWEZEN, Stand.INGETROKKEN}:
        raise Gesloten
    if nu.pagina is None:
        nu.delete()  # its files go with their rows (bestanden.py)
        return
    staat = nu.pagina.current_workflow_state
    nu.stand = Stand.GEPLAATST if nu.pagina.live else Stand.INGETROKKEN
    nu.laatste = door
    nu.save()
    if staat is not None:
        staat.cancel(user=None)
