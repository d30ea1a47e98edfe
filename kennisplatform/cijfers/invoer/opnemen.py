"""A file is looked at, taken in, or taken back: all of it or nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kennisplatform.cijfers.afschermen import anders_verborgen, besloten_nu, pas_toe
from kennisplatform.cijfers.invoer.beurt import (
    ONAF,
    Beurt,
    Inmiddelsanders,
    Overgenomen,
    om_de_beurt,
    ruim_wachtende,
    stand_van_zaken,
    zet_huidig,
)
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
    PER_SLOT,
    TEGELIJK,
    Cijferverschil,
    Nieuwcijfer,
    Vastgelegd,
    vergelijk,
    zet_in_wacht,
)
from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.tekst import schoon

Stand = Cijferinvoer.Stand
POGINGEN: Final = 10  # each time other figures came to hold in the meantime


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
    overgenomen: bool = False  # somebody else is busy with it, or was quicker

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

    The file is read before anything is locked, and its figures wait (beurt.py): with SQLite nobody else writes meanwhile, not
    even who signs in.
    """
    lezing = open_bestand(rauw, opdracht, stap)
    verslag = Invoerverslag(lezing.formaat)
    cijfers: Iterable[Nieuwcijfer] = lezing.cijfers if proef else list(lezing.cijfers)
    if proef or lezing.aantal_fouten:
        _kijk(cijfers, lezing, verslag)
    else:
        eigen = invoer is None
        invoer = invoer or Cijferinvoer.objects.create(
            bestand=opdracht.bestand[:200],
            bron=Cijferbron.objects.get(code=opdracht.bron),
            periode=opdracht.periode,
            groep=opdracht.groep,
            door=door,
            afdruk=hashlib.sha256(rauw).hexdigest(),
            stand=Stand.OPNEMEN,
        )
        try:
            _schrijf(list(cijfers), lezing, verslag, invoer, stap)
        except Overgenomen:
            verslag.overgenomen = True
        if eigen and not verslag.geschreven:
            invoer.delete()
    verslag.fouten, verslag.aantal_fouten = lezing.fouten, lezing.aantal_fouten
    verslag.let_op = [*lezing.zegt, *opvallend(verslag.vastgelegd, lezing.gebieden if lezing.maakt_gebieden else ())]
    return verslag


def _kijk(cijfers: Iterable[Nieuwcijfer], lezing: Cijferlezing, verslag: Invoerverslag) -> None:
    codes: set[str] = set()

    def onthoud() -> Iterator[Nieuwcijfer]:
        for cijfer in cijfers:
            codes.add(cijfer.gebied)
            yield cijfer

    verslag.vastgelegd = vergelijk(onthoud())
    verslag.nieuwe_gebieden = len(_nog_niet(_te_maken(codes, lezing)))


def _schrijf(
    cijfers: list[Nieuwcijfer], lezing: Cijferlezing, verslag: Invoerverslag, invoer: Cijferinvoer, stap: Stap
) -> None:
    """Compared again when other figures came to hold meanwhile: of two files at once the second finds those of the first.
    Where that goes on and on, nothing is written and the file waits as it did before.
    """
    beurt = Beurt.neem(invoer)
    verslag.nieuwe_gebieden = _maak(_te_maken({cijfer.gebied for cijfer in cijfers}, lezing), lezing)
    reden = _("nieuw bestand: %(naam)s") % {"naam": schoon.regel(invoer.bestand)}
    for _poging in range(POGINGEN):
        vooraf = stand_van_zaken(invoer.bron, besloten=not invoer.bron.open)
        wat, vervangt = zet_in_wacht(
            cijfers,
            reden=reden[:300],
            extra={"invoer": invoer},
            slot=beurt.slot,
            stap=lambda gedaan: stap(Stapsoort.SCHRIJVEN, gedaan, len(cijfers)),
        )
        verslag.vastgelegd = wat
        if not verslag.verandert_iets:
            return
        tel = {"nieuw": wat.nieuw, "gecorrigeerd": wat.gecorrigeerd, "gelijk": wat.gelijk, "formaat": lezing.formaat}
        try:
            beurt.laat_gelden(vervangt, vooraf, tel)
            verslag.geschreven = True
            return
        except Inmiddelsanders:
            ruim_wachtende(invoer)


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
    for begin in range(0, len(nieuw), PER_SLOT):
        with om_de_beurt():
            Gebied.objects.bulk_create(nieuw[begin : begin + PER_SLOT], ignore_conflicts=True)
    return len(nieuw)


def neem_terug(*, invoer: Cijferinvoer, reden: str, stap: Stap = niemand_kijkt) -> int:
    """What held before it holds again. Not when a later file corrected what this one brought. Raises Terugbezwaar.

    What comes back is looked up first, and what is hidden then worked out: the database is locked for the change alone.
    """
    for _poging in range(POGINGEN):
        try:
            return _draai_om(invoer, reden, _eerdere(invoer, stap))
        except Inmiddelsanders:
            continue
    raise Terugbezwaar(_("Er veranderen nu steeds andere cijfers. Probeer het over een paar minuten nog eens."))


def _draai_om(invoer: Cijferinvoer, reden: str, weer: list[int]) -> int:
    rijen = Cijfer.objects.filter(invoer=invoer)
    besloten = not invoer.bron.open
    vooraf = stand_van_zaken(invoer.bron, besloten=besloten)
    over_ = (besloten_nu().exclude(invoer=invoer), Cijfer.objects.filter(pk__in=weer))
    verbergen = anders_verborgen(*over_) if besloten else {}
    with transaction.atomic():
        if invoer.stand not in {Stand.OPGENOMEN, Stand.TERUGNEMEN} or not _aan_de_beurt(invoer):
            raise Terugbezwaar(_("Dit bestand is niet opgenomen."))
        if later := rijen.filter(huidig=False).count():
            raise Terugbezwaar(
                _("%(n)s cijfers van dit bestand zijn daarna verbeterd. Neem dat latere bestand eerst terug.")
                % {"n": later}
            )
        if vooraf != stand_van_zaken(invoer.bron, besloten=besloten):
            raise Inmiddelsanders
        aantal = rijen.update(huidig=False)
        zet_huidig(weer, huidig=True)
        pas_toe(verbergen)
        Cijferinvoer.objects.filter(pk=invoer.pk).update(stand=Stand.TERUG, terug_op=timezone.now(), terug_reden=reden)
    invoer.refresh_from_db()
    return aantal


def _aan_de_beurt(invoer: Cijferinvoer) -> bool:
    """Behind a lock: one at a time per source, and a file that two are busy with is done once."""
    Cijferbron.objects.select_for_update().get(pk=invoer.bron_id)
    return Cijferinvoer.objects.filter(pk=invoer.pk, stand=invoer.stand).exists()


def _eerdere(invoer: Cijferinvoer, stap: Stap) -> list[int]:
    """Of each figure that came in the place of another, that other."""
    rijen = Cijfer.objects.filter(invoer=invoer, versie__gt=1)
    eerder = list(rijen.values_list("gebied", "indicator", "periode", "groep", "versie"))
    uit: dict[tuple[object, ...], int] = {}
    for begin in range(0, len(eerder), 500):
        deel = eerder[begin : begin + 500]
        wil = {(*rij[:4], rij[4] - 1) for rij in deel}
        oud = (
            Cijfer.objects.filter(gebied__in={r[0] for r in deel}, indicator__in={r[1] for r in deel}, huidig=False)
            .exclude(invoer=invoer)
            .exclude(invoer__stand__in=ONAF)
        )
        for rij in oud.values_list("gebied", "indicator", "periode", "groep", "versie", "pk").order_by("pk"):
            if rij[:5] in wil:
                uit[rij[:5]] = rij[5]  # the last of that version: an earlier one may have been taken back itself
        stap(Stapsoort.SCHRIJVEN, begin, len(eerder))
    return list(uit.values())
