"""The order for one neighbourhood: who stands where, in one sentence why, and what was left out with its reason."""

from __future__ import annotations

import hashlib
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter, itemgetter
from typing import NamedTuple

from django.utils.translation import gettext as _

from kennisplatform.basis.keuzes import Sesgeschiktheid
from menukaart.kiezen.opmaat.kandidaat import Menukandidaat, Regeloordeel, Woorden
from menukaart.kiezen.opmaat.profiel import Antwoorden
from menukaart.kiezen.opmaat.regelboek import Opmaatregel, regelboek
from menukaart.kiezen.opmaat.regels import HANGT_AF, VRAGEN

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
    aantal: int  # in the order, also those that are not worked out in words

    @property
    def weggelaten(self) -> list[Weggelaten]:
        return self.eerste_weg(len(self.weg))

    def blijft(self, alle: Iterable[Menukandidaat]) -> list[Menukandidaat]:
        """Without what a rule left out: what the same page calls unfit is no alternative."""
        weg = {k.pk for _reden, k in self.weg}
        return [k for k in alle if k.pk not in weg]

    def eerste_weg(self, hoeveel: int) -> list[Weggelaten]:
        return [Weggelaten(k, reden) for reden, k in self.weg[:hoeveel]]


def orden(
    antwoorden: Antwoorden, kandidaten: Iterable[Menukandidaat], woorden: Woorden, hoeveel: int = 30
) -> Maatlijst:
    """The first so many in words; the order is that of all."""
    regels = regelboek().regels
    over = sorted(kandidaten, key=attrgetter("sleutel"))
    weg: list[tuple[str, Menukandidaat]] = []
    for regel in (r for r in regels if r.weg):  # most go here, so the other rules are not asked of them
        oordelen = _oordelen(regel, antwoorden, over, woorden)
        weg += [(o.weg, k) for o, k in zip(oordelen, over, strict=True) if o.weg]
        over = [k for o, k in zip(oordelen, over, strict=True) if not o.weg]
    per_regel = [_oordelen(regel, antwoorden, over, woorden) for regel in regels]
    rijen = [
        (tuple([o.trap for o in van_een]), kandidaat, van_een)
        for kandidaat, *van_een in zip(over, *per_regel, strict=True)
    ]
    rijen.sort(key=itemgetter(0))  # equals stay by name
    plaatsen = [
        Maatplaats(
            nummer,
            kandidaat,
            tuple(t for o in oordelen for t in o.voor),
            tuple(t for o in oordelen for t in o.tegen),
            tuple(t for o in oordelen for t in o.onbekend),
            _waarom(trappen, rijen[nummer - 2] if nummer > 1 else None, regels),
        )
        for nummer, (trappen, kandidaat, oordelen) in enumerate(rijen[:hoeveel], start=1)
    ]
    weg.sort(key=itemgetter(0))
    return Maatlijst(tuple(plaatsen), weg, len(rijen))


def _oordelen(
    regel: Opmaatregel, antwoorden: Antwoorden, kandidaten: Sequence[Menukandidaat], woorden: Woorden
) -> list[Regeloordeel]:
    """One rule about all: plans that look the same to it are judged once."""
    hangt_af, vraag = HANGT_AF[regel.code], VRAGEN[regel.code]
    eerder: dict[Hashable, Regeloordeel] = {}
    uit = []
    for kandidaat in kandidaten:
        op = hangt_af(antwoorden, kandidaat)
        if (oordeel := eerder.get(op)) is None:
            oordeel = eerder[op] = vraag(antwoorden, kandidaat, woorden)
        uit.append(oordeel)
    return uit


def _waarom(
    trappen: tuple[int, ...],
    boven: tuple[tuple[int, ...], Menukandidaat, list[Regeloordeel]] | None,
    regels: tuple[Opmaatregel, ...],
) -> str:
    """The first rule that tells it apart from what stands above it; else the name."""
    if boven is None:
        return _("Staat bovenaan: geen ander plan komt bij de regels op deze pagina verder.")
    titel = boven[1].titel
    for regel, hier, daar in zip(regels, trappen, boven[0], strict=True):
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
