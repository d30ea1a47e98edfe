"""The order for one neighbourhood: who stands where, in one sentence why, and what was left out with its reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from kennisplatform.basis.keuzes import Sesgeschiktheid
from menukaart.kiezen.opmaat.profiel import Antwoorden
from menukaart.kiezen.opmaat.regels import VRAGEN, Menukandidaat, Opmaatregel, Regeloordeel, Woorden, regelboek

VOOR_LAGE_SES = (Sesgeschiktheid.SPECIAAL, Sesgeschiktheid.BEPROEFD)


@dataclass(frozen=True)
class Maatplaats:
    nummer: int
    wat: Menukandidaat
    voor: tuple[str, ...]
    tegen: tuple[str, ...]
    onbekend: tuple[str, ...]
    waarom: str  # one sentence: why it stands here


@dataclass(frozen=True)
class Weggelaten:
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


@dataclass(frozen=True)
class Maatlijst:
    plaatsen: tuple[Maatplaats, ...]
    weggelaten: tuple[Weggelaten, ...]
    aantal: int  # in the order, also those that are not worked out in words


def orden(
    antwoorden: Antwoorden, kandidaten: Iterable[Menukandidaat], woorden: Woorden, hoeveel: int = 30
) -> Maatlijst:
    """The first so many in words; the order is that of all."""
    regels = regelboek().regels
    rijen: list[tuple[tuple[int, ...], Menukandidaat, list[Regeloordeel]]] = []
    weg: list[Weggelaten] = []
    for kandidaat in kandidaten:
        oordelen: list[Regeloordeel] = []
        for regel in regels:
            oordelen.append(VRAGEN[regel.code](antwoorden, kandidaat, woorden))
            if regel.weg and oordelen[-1].weg:  # most go here, so the rules after it are not asked
                weg.append(Weggelaten(kandidaat, oordelen[-1].weg))
                break
        else:
            rijen.append((tuple(o.trap for o in oordelen), kandidaat, oordelen))
    rijen.sort(key=lambda rij: (rij[0], rij[1].titel.casefold(), rij[1].pk))
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
    weg.sort(key=lambda w: (w.reden, w.wat.titel.casefold()))
    return Maatlijst(tuple(plaatsen), tuple(weg), len(rijen))


def _waarom(
    trappen: tuple[int, ...],
    boven: tuple[tuple[int, ...], Menukandidaat, list[Regeloordeel]] | None,
    regels: tuple[Opmaatregel, ...],
) -> str:
    """The first rule that tells it apart from what stands above it; else the name."""
    if boven is None:
        return _("Staat bovenaan: geen ander plan komt bij de regels hiernaast verder.")
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
    ander.sort(key=lambda k: (-len(k.uitdagingen & uitdagingen), k.titel.casefold()))
    return Sesblik(
        tuple(k for k in set_ if k.ses in VOOR_LAGE_SES),
        sum(k.ses == Sesgeschiktheid.ONBEKEND for k in set_),
        tuple(ander[:hoeveel]),
    )
