"""A file is looked at, taken in, or taken back: all of it or nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kennisplatform.cijfers.afschermen import scherm_af
from kennisplatform.cijfers.invoer.lezing import (
    Cijferlezing,
    Invoerfout,
    Opdracht,
    Stap,
    Stapsoort,
    niemand_kijkt,
)
from kennisplatform.cijfers.invoer.openen import open_bestand
from kennisplatform.cijfers.invoer.opvallend import opvallend
from kennisplatform.cijfers.invoer.waarden import gebiedsoort
from kennisplatform.cijfers.models import Cijfer, Cijferbron, Cijferinvoer, Gebied
from kennisplatform.cijfers.vastleggen import (
    EIGEN,
    TEGELIJK,
    Cijferverschil,
    Nieuwcijfer,
    Vastgelegd,
    leg_vast,
    vergelijk,
)
from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.tekst import schoon

Stand = Cijferinvoer.Stand


class Terugbezwaar(Exception):
    """Says why, in words for who asked."""


@dataclass
class Invoerverslag:
    """What a file does, or would do."""

    formaat: str
    vastgelegd: Vastgelegd = field(default_factory=Vastgelegd)
    nieuwe_gebieden: int = 0
    fouten: list[Invoerfout] = field(default_factory=list)
    aantal_fouten: int = 0
    let_op: list[str] = field(default_factory=list)
    geschreven: bool = False

    @property
    def verandert_iets(self) -> bool:
        return bool(self.vastgelegd.nieuw or self.vastgelegd.gecorrigeerd or self.nieuwe_gebieden)

    @property
    def verschillen(self) -> list[Cijferverschil]:
        return self.vastgelegd.verschillen


def neem_op(
    rauw: bytes,
    opdracht: Opdracht,
    *,
    door: Gebruiker | None = None,
    proef: bool = False,
    invoer: Cijferinvoer | None = None,
    stap: Stap = niemand_kijkt,
) -> Invoerverslag:
    """`proef`: the same, and nothing is kept. With a fault nothing is either. Raises Onleesbaar.
    `invoer`: the record that waits to be taken in (`OPNEMEN`); without one it is made.

    The file is read before anything is locked: with SQLite nobody else writes meanwhile, not even who signs in.
    """
    lezing = open_bestand(rauw, opdracht, stap)
    verslag = Invoerverslag(lezing.formaat)
    cijfers: Iterable[Nieuwcijfer] = lezing.cijfers if proef else list(lezing.cijfers)
    if proef or lezing.aantal_fouten:
        _kijk(cijfers, lezing, verslag)
    else:
        invoer = invoer or Cijferinvoer(
            bestand=opdracht.bestand[:200],
            bron=Cijferbron.objects.get(code=opdracht.bron),
            periode=opdracht.periode,
            groep=opdracht.groep,
            door=door,
            afdruk=hashlib.sha256(rauw).hexdigest(),
        )
        _schrijf(list(cijfers), lezing, verslag, invoer, stap)
    verslag.fouten, verslag.aantal_fouten = lezing.fouten, lezing.aantal_fouten
    verslag.let_op = [*lezing.let_op, *opvallend(verslag.vastgelegd, lezing.gebieden if lezing.maakt_gebieden else ())]
    return verslag


def _kijk(cijfers: Iterable[Nieuwcijfer], lezing: Cijferlezing, verslag: Invoerverslag) -> None:
    codes: set[str] = set()

    def onthoud() -> Iterator[Nieuwcijfer]:
        for cijfer in cijfers:
            codes.add(cijfer.gebied)
            yield cijfer

    verslag.vastgelegd = vergelijk(onthoud())
    verslag.nieuwe_gebieden = len(_nog_niet(_te_maken(codes, lezing)))


@transaction.atomic
def _schrijf(
    cijfers: list[Nieuwcijfer], lezing: Cijferlezing, verslag: Invoerverslag, invoer: Cijferinvoer, stap: Stap
) -> None:
    if not _aan_de_beurt(invoer):
        return
    invoer.formaat, invoer.stand, invoer.rauw, invoer.verslag = lezing.formaat, Stand.OPGENOMEN, None, None
    invoer.save()
    verslag.nieuwe_gebieden = _maak(_te_maken({cijfer.gebied for cijfer in cijfers}, lezing), lezing)
    reden = _("nieuw bestand: %(naam)s") % {"naam": schoon.regel(invoer.bestand)}
    wat = verslag.vastgelegd = leg_vast(
        cijfers,
        reden=reden[:300],
        extra={"invoer": invoer},
        stap=lambda gedaan: stap(Stapsoort.SCHRIJVEN, gedaan, len(cijfers)),
    )
    verslag.geschreven = verslag.verandert_iets
    if not verslag.geschreven:
        transaction.set_rollback(True)
        return
    invoer.nieuw, invoer.gecorrigeerd, invoer.gelijk = wat.nieuw, wat.gecorrigeerd, wat.gelijk
    invoer.save(update_fields=["nieuw", "gecorrigeerd", "gelijk"])


def _aan_de_beurt(invoer: Cijferinvoer) -> bool:
    """Behind a lock. One at a time per source: two files at once would each find the other's figures missing. And a file
    that two are busy with, since it was gone on with too early, is done once.
    """
    Cijferbron.objects.select_for_update().get(pk=invoer.bron_id)
    return invoer.pk is None or Cijferinvoer.objects.filter(pk=invoer.pk, stand=invoer.stand).exists()


def _te_maken(codes: Iterable[str], lezing: Cijferlezing) -> set[str]:
    """Areas that have to stand before the figures that name them; of a file with names only, all that it names."""
    if lezing.maakt_gebieden:
        return set(codes) | set(lezing.gebieden)
    return {code for code in codes if code.startswith(EIGEN)}


def _nog_niet(codes: Iterable[str]) -> list[str]:
    er_al: set[str] = set()
    lijst = sorted(codes)
    for begin in range(0, len(lijst), TEGELIJK):
        er_al |= set(Gebied.objects.filter(code__in=lijst[begin : begin + TEGELIJK]).values_list("code", flat=True))
    return [code for code in lijst if code not in er_al]


def _maak(codes: Iterable[str], lezing: Cijferlezing) -> int:
    nieuw = [
        Gebied(
            code=code,
            soort=gebiedsoort(code),
            naam=schoon.naam(lezing.gebieden.get(code, ""))[:120] or code,
            gemeentecode=f"GM{code[2:6]}" if code[:2] in {"GM", "WK", "BU"} else "",
        )
        for code in _nog_niet(codes)
    ]
    Gebied.objects.bulk_create(nieuw, batch_size=TEGELIJK)
    return len(nieuw)


@transaction.atomic
def neem_terug(*, invoer: Cijferinvoer, reden: str, stap: Stap = niemand_kijkt) -> int:
    """What held before it holds again. Not when a later file corrected what this one brought. Raises Terugbezwaar."""
    if invoer.stand not in {Stand.OPGENOMEN, Stand.TERUGNEMEN} or not _aan_de_beurt(invoer):
        raise Terugbezwaar(_("Dit bestand is niet opgenomen."))
    rijen = Cijfer.objects.filter(invoer=invoer)
    later = rijen.filter(huidig=False).count()
    if later:
        raise Terugbezwaar(
            _("%(n)s cijfers van dit bestand zijn daarna verbeterd. Neem dat latere bestand eerst terug.")
            % {"n": later}
        )
    eerder = list(rijen.filter(versie__gt=1).values_list("gebied", "indicator", "periode", "groep", "versie"))
    aantal = rijen.update(huidig=False)
    for begin in range(0, len(eerder), 500):
        deel = eerder[begin : begin + 500]
        oud = Cijfer.objects.filter(
            gebied__in={rij[0] for rij in deel}, indicator__in={rij[1] for rij in deel}, huidig=False
        ).exclude(invoer=invoer)
        wil = {(*rij[:4], rij[4] - 1) for rij in deel}
        pks: dict[tuple[object, ...], int] = {}
        for rij in oud.values_list("gebied", "indicator", "periode", "groep", "versie", "pk").order_by("pk"):
            if rij[:5] in wil:
                pks[rij[:5]] = rij[5]  # the last of that version: an earlier one may have been taken back itself
        Cijfer.objects.filter(pk__in=pks.values()).update(huidig=True)
        stap(Stapsoort.SCHRIJVEN, begin, len(eerder))
    invoer.stand, invoer.terug_op, invoer.terug_reden = Stand.TERUG, timezone.now(), reden
    invoer.save()
    if not invoer.bron.open:
        scherm_af()
    return aantal
