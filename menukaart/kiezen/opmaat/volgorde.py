"""The order for one neighbourhood: who stands where, in one sentence why, and what was left out with its reason."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Hashable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter, itemgetter
from typing import Final, NamedTuple

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kennisplatform.basis.keuzes import Sesgeschiktheid
from menukaart.kiezen.opmaat.kandidaat import Menukandidaat, Regeloordeel, Woorden
from menukaart.kiezen.opmaat.profiel import Antwoorden
from menukaart.kiezen.opmaat.regelboek import Opmaatregel, regelboek
from menukaart.kiezen.opmaat.regels import GEVRAAGD, HANGT_AF, VRAAGT_NAAR, VRAGEN
from menukaart.kiezen.opmaat.taal import een_taal

VRAGEN_BEWAARD: Final = 64
VOOR_LAGE_SES = (Sesgeschiktheid.SPECIAAL, Sesgeschiktheid.BEPROEFD)


@dataclass(frozen=True)
class Maatplaats:
    nummer: int
    wat: Menukandidaat
    voor: tuple[str, ...]
    tegen: tuple[str, ...]
    onbekend: tuple[str, ...]
    waarom: str  # one sentence: why it stands here

    @property
    def merk(self) -> str:
        """Of all that its row shows: a kept drawing of other words is another one."""
        k = self.wat
        plan = (k.slug, k.titel, k.adres, k.kort, k.bewijs, k.ladder, k.inzet, k.plekken, k.gestopt)
        thema = (k.thema.code, k.thema.label) if k.thema else ()
        toont = (self.nummer, *plan, thema, self.voor, self.tegen, self.onbekend, self.waarom)
        return _merk(*toont)


class Weggelaten(NamedTuple):
    wat: Menukandidaat
    reden: str


@dataclass(frozen=True)
class Sesblik:
    """Of a set of choices: what reaches those with fewest chances, and what could."""

    bereikt: tuple[Menukandidaat, ...]
    onbekend: int
    ander: tuple[Menukandidaat, ...]  # that answer the same challenges and reach them

    @property
    def waarschuw(self) -> bool:
        return not self.bereikt

    @property
    def merk(self) -> str:
        """Of all that is shown of it."""
        return _merk(
            self.onbekend, *((k.adres, k.titel) for k in self.bereikt), "", *((k.adres, k.titel) for k in self.ander)
        )


@dataclass(frozen=True)
class Maatlijst:
    plaatsen: tuple[Maatplaats, ...]
    weg: list[tuple[str, Menukandidaat]]  # why it is left out, what it is
    over: frozenset[int]  # keys of what is in the order, also what is not worked out in words

    @property
    def aantal(self) -> int:
        return len(self.over)

    @property
    def weggelaten(self) -> list[Weggelaten]:
        return self.eerste_weg(len(self.weg))

    def blijft(self, alle: Iterable[Menukandidaat]) -> list[Menukandidaat]:
        """Without what a rule left out: what the same page calls unfit is no alternative."""
        return [k for k in alle if k.pk in self.over]

    def eerste_weg(self, hoeveel: int) -> list[Weggelaten]:
        return [Weggelaten(k, reden) for reden, k in self.weg[:hoeveel]]


class Menuvoorraad(tuple[Menukandidaat, ...]):
    """All that can be chosen, by name. What it looks like to each rule is worked out once: a question asks each rule of a
    few dozen different plans, and after that two thousand only look up a number.
    """

    def __new__(cls, kandidaten: Iterable[Menukandidaat]) -> Menuvoorraad:
        return super().__new__(cls, sorted(kandidaten, key=attrgetter("sleutel")))

    @cached_property
    def voor_lage_ses(self) -> list[Menukandidaat]:
        return [k for k in self if k.ses in VOOR_LAGE_SES]

    @cached_property
    def sleutels(self) -> list[int]:
        return [k.pk for k in self]

    @cached_property
    def soorten(self) -> dict[str, tuple[list[int], list[Menukandidaat]]]:
        """Of each rule: the kind that every plan is to it, and one plan of each kind."""
        return {code: self._soorten(hangt_af) for code, hangt_af in HANGT_AF.items()}

    def geoordeeld(self, vraag: Hashable) -> dict[int, Regeloordeel]:
        """What a rule said before about each kind, of the same answer in the same language; its words are those of the terms
        with which all of this was gathered. Of the questions that were asked last.
        """
        uit = self._geoordeeld[vraag] = self._geoordeeld.pop(vraag, {})  # now the last one
        while len(self._geoordeeld) > VRAGEN_BEWAARD:
            with suppress(StopIteration, KeyError, RuntimeError):  # another thread made room just now
                del self._geoordeeld[next(iter(self._geoordeeld))]
        return uit

    @cached_property
    def _geoordeeld(self) -> dict[Hashable, dict[int, Regeloordeel]]:
        return {}

    def _soorten(self, hangt_af: Callable[[Menukandidaat], Hashable]) -> tuple[list[int], list[Menukandidaat]]:
        nummers: dict[Hashable, int] = {}
        een_van: list[Menukandidaat] = []
        per: list[int] = []
        for kandidaat in self:
            soort = nummers.setdefault(hangt_af(kandidaat), len(nummers))
            if soort == len(een_van):
                een_van.append(kandidaat)
            per.append(soort)
        return per, een_van


def orden(
    antwoorden: Antwoorden, kandidaten: Iterable[Menukandidaat], woorden: Woorden, hoeveel: int = 30
) -> Maatlijst:
    """The first so many in words; the order is that of all."""
    alle = kandidaten if isinstance(kandidaten, Menuvoorraad) else Menuvoorraad(kandidaten)
    regels = tuple(regel for regel in regelboek().regels if GEVRAAGD[regel.code](antwoorden))
    over: Sequence[int] = range(len(alle))
    weg: list[tuple[str, Menukandidaat]] = []
    for regel in (r for r in regels if r.weg):  # most go here, so the other rules are not asked of them
        oordelen = _oordelen(regel, antwoorden, alle, over, woorden)
        weg += [(o.weg, alle[i]) for o, i in zip(oordelen, over, strict=True) if o.weg]
        over = [i for o, i in zip(oordelen, over, strict=True) if not o.weg]
    per_regel = [_oordelen(regel, antwoorden, alle, over, woorden) for regel in regels]
    trappen = list(zip(*([o.trap for o in oordelen] for oordelen in per_regel), strict=True)) or [()] * len(over)
    volgorde = sorted(range(len(over)), key=trappen.__getitem__)  # equals stay by name
    plaatsen = []
    for nummer, plek in enumerate(volgorde[:hoeveel], start=1):
        van_een = [oordelen[plek] for oordelen in per_regel]
        daarboven = volgorde[nummer - 2] if nummer > 1 else None
        boven = None if daarboven is None else (trappen[daarboven], alle[over[daarboven]].titel)
        plaatsen.append(_plaats(nummer, alle[over[plek]], van_een, _waarom(trappen[plek], boven, regels)))
    weg.sort(key=itemgetter(0))
    return Maatlijst(tuple(plaatsen), weg, frozenset(alle.sleutels[i] for i in over))


def _plaats(nummer: int, kandidaat: Menukandidaat, oordelen: Sequence[Regeloordeel], waarom: str) -> Maatplaats:
    return Maatplaats(
        nummer,
        kandidaat,
        tuple(t for o in oordelen for t in o.voor),
        tuple(t for o in oordelen for t in o.tegen),
        tuple(t for o in oordelen for t in o.onbekend),
        waarom,
    )


def _oordelen(
    regel: Opmaatregel, antwoorden: Antwoorden, alle: Menuvoorraad, over: Sequence[int], woorden: Woorden
) -> list[Regeloordeel]:
    """One rule about all that are left: plans that look the same to it are judged once."""
    per, een_van = alle.soorten[regel.code]
    hier = [per[i] for i in over]
    vraag = VRAGEN[regel.code]
    oordeel = alle.geoordeeld((regel.code, VRAAGT_NAAR[regel.code](antwoorden), get_language()))
    if nieuw := set(hier) - oordeel.keys():
        with een_taal():
            oordeel |= {soort: vraag(antwoorden, een_van[soort], woorden) for soort in nieuw}
    return [oordeel[soort] for soort in hier]


def _waarom(
    trappen: tuple[int, ...],
    boven: tuple[tuple[int, ...], str] | None,
    regels: tuple[Opmaatregel, ...],
) -> str:
    """The first rule that tells it apart from what stands above it; else the name."""
    if boven is None:
        return _("Staat bovenaan: geen ander plan komt bij de regels op deze pagina verder.")
    trap_boven, titel = boven
    for regel, hier, daar in zip(regels, trappen, trap_boven, strict=True):
        if hier != daar:
            woorden = {"t": titel, "daar": regel.trap[daar], "hier": regel.trap[hier]}
            return _("Staat onder %(t)s: dat %(daar)s, dit %(hier)s.") % woorden
    return _("Komt even ver als %(t)s; de naam bepaalt de volgorde.") % {"t": titel}


def sesblik(
    gekozen: Iterable[Menukandidaat],
    alle: Iterable[Menukandidaat],
    hoeveel: int = 3,
    uitdagingen: frozenset[str] = frozenset(),
) -> Sesblik:
    """`uitdagingen`: what the neighbourhood named itself, beside what its choices answer."""
    set_ = list(gekozen)
    uitdagingen = uitdagingen.union(*(k.uitdagingen for k in set_))
    al = {k.pk for k in set_}
    ander = [k for k in alle if k.ses in VOOR_LAGE_SES and k.pk not in al and k.uitdagingen & uitdagingen]
    ander.sort(key=lambda k: (-len(k.uitdagingen & uitdagingen), k.sleutel))
    return Sesblik(
        tuple(k for k in set_ if k.ses in VOOR_LAGE_SES),
        sum(k.ses == Sesgeschiktheid.ONBEKEND for k in set_),
        tuple(ander[:hoeveel]),
    )


def _merk(*toont: object) -> str:
    return hashlib.blake2b(repr(toont).encode(), digest_size=16).hexdigest()
