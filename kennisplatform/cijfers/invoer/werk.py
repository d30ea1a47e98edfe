"""A file is looked at, taken in or taken back beside the request that asked: how far it is can be read meanwhile, and what was
broken off is gone on with.

How far it is stands in the shared cache, which nobody has to wait for.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from typing import Any, Final, NamedTuple

from django.core.cache import cache
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task

from kennisplatform.basis.losse_rijen import meld
from kennisplatform.cijfers.invoer.lezing import Invoerfout, Onleesbaar, Opdracht, Stap, Stapsoort
from kennisplatform.cijfers.invoer.opnemen import Invoerverslag, Terugbezwaar, neem_op, neem_terug
from kennisplatform.cijfers.models import Cijferinvoer
from kennisplatform.cijfers.vastleggen import Cijferverschil, Vastgelegd
from kennisplatform.naderhand import na_commit

Stand = Cijferinvoer.Stand
TIK_S: Final = 0.5  # between two notes of how far it is
BEWAAR_S: Final = 3600
STIL_S: Final = 60  # longer without a note: whoever did it was stopped


class Leesvoortgang(NamedTuple):
    wat: str
    gedaan: int
    totaal: int  # 0: not known
    op: float

    @property
    def schrijft(self) -> bool:
        return self.wat == Stapsoort.SCHRIJVEN


def begin(*, pk: int, van: Stand, naar: Stand, reden: str = "") -> bool:
    """No when somebody else did meanwhile: of two equal presses the second finds it begun."""
    erbij = {"terug_reden": reden} if reden else {}
    gezet = Cijferinvoer.objects.filter(pk=pk, stand=van).update(stand=naar, gestart=timezone.now(), **erbij)
    if gezet:
        start(pk)
    return bool(gezet)


def start(pk: int) -> None:
    na_commit(partial(voer_uit.enqueue, pk), "reading a file of figures")


def ga_verder(invoer: Cijferinvoer) -> None:
    """Who presses it while it still runs has two at it: the one that began last writes (beurt.py)."""
    Cijferinvoer.objects.filter(pk=invoer.pk).update(gestart=timezone.now())
    start(invoer.pk)


def voortgang(invoer: Cijferinvoer) -> Leesvoortgang | None:
    stap = cache.get(_sleutel(invoer.pk))
    return Leesvoortgang(*stap) if stap else None


def ligt_stil(invoer: Cijferinvoer) -> bool:
    """Its process was stopped: nothing was noted for a while."""
    tikken = [invoer.gestart.timestamp()] if invoer.gestart else []
    if stap := voortgang(invoer):
        tikken.append(stap.op)
    return invoer.is_bezig and time.time() - max(tikken, default=0) > STIL_S


@task(backend="werk")
def voer_uit(pk: int) -> None:
    invoer = Cijferinvoer.objects.select_related("bron").filter(pk=pk).first()
    doe = DOE.get(invoer.stand) if invoer else None
    if invoer is None or doe is None:  # thrown away, or done, since it was asked
        return
    stap = _onthoud(pk)
    stap(Stapsoort.LEZEN, 0, 0)
    van = invoer.stand
    try:
        naar, verslag = doe(invoer, stap)
    except Exception as fout:
        meld("een bestand met cijfers", invoer, fout)
        naar = Stand.OPGENOMEN if van == Stand.TERUGNEMEN else Stand.BEKEKEN
        verslag = {"onleesbaar": _("Er ging iets mis. De beheerder ziet wat. Er is niets veranderd.")}
    if naar:
        Cijferinvoer.objects.filter(pk=pk, stand=van).update(stand=naar, verslag=verslag)
    cache.delete(_sleutel(pk))


def _sleutel(pk: int) -> str:
    return f"cijferinvoer:{pk}"


def _onthoud(pk: int) -> Stap:
    vorige = ("", 0.0)

    def stap(wat: Stapsoort, gedaan: int, totaal: int) -> None:
        nonlocal vorige
        nu = time.time()
        if vorige[0] != wat or nu - vorige[1] >= TIK_S:
            vorige = (wat, nu)
            cache.set(_sleutel(pk), (wat.value, gedaan, totaal, nu), BEWAAR_S)

    return stap


# Where it stands now (None: it was put there), and what to show.
Werkuitkomst = tuple[Stand | None, dict[str, Any] | None]


def _lees(invoer: Cijferinvoer, stap: Stap, *, proef: bool) -> Werkuitkomst:
    opdracht = Opdracht(invoer.bestand, invoer.bron.code, invoer.periode, invoer.groep)
    try:
        verslag = neem_op(bytes(invoer.rauw or b""), opdracht, proef=proef, invoer=invoer, stap=stap)
    except Onleesbaar as fout:
        return Stand.BEKEKEN, {"onleesbaar": str(fout)}
    return (None, None) if verslag.geschreven or verslag.overgenomen else (Stand.BEKEKEN, als_json(verslag))


def _neem_terug(invoer: Cijferinvoer, stap: Stap) -> Werkuitkomst:
    try:
        neem_terug(invoer=invoer, reden=invoer.terug_reden, stap=stap)
    except Terugbezwaar as bezwaar:
        return Stand.OPGENOMEN, {"onleesbaar": str(bezwaar)}
    return None, None


DOE: Final[dict[str, Callable[[Cijferinvoer, Stap], Werkuitkomst]]] = {
    Stand.NAKIJKEN: partial(_lees, proef=True),
    Stand.OPNEMEN: partial(_lees, proef=False),
    Stand.TERUGNEMEN: _neem_terug,
}


def als_json(verslag: Invoerverslag) -> dict[str, Any]:
    return asdict(verslag)


def uit_json(bewaard: dict[str, Any]) -> Invoerverslag:
    wat = bewaard["vastgelegd"]
    verschillen = [Cijferverschil(**rij) for rij in wat["verschillen"]]
    fouten = [Invoerfout(**rij) for rij in bewaard["fouten"]]
    return Invoerverslag(
        **{**bewaard, "vastgelegd": Vastgelegd(**{**wat, "verschillen": verschillen}), "fouten": fouten}
    )
