"""Who measures what when: the monitoring plan by quarter. What nobody settled yet is said, not guessed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from kennisplatform.cijfers.models import NNB, Indicator
from kennisplatform.tekening.afdruk import afdruk
from menukaart.plan.kwartalen import begin_in_woorden, eind_in_woorden
from menukaart.plan.meten import Meetblok

# How the programme writes a rhythm, and how many quarters lie between two times; the first that is found counts.
RITME: Final = (
    ("maand na start", 1),
    ("kwartaal", 1),
    ("6 maanden", 2),
    ("twee jaar", 8),
    ("vier jaar", 16),
    ("jaar", 4),
)
JAAR: Final = 4


@dataclass(frozen=True)
class Meetbeurt:
    """One quarter: by who does it, what is measured."""

    kwartaal: int
    per_wie: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def wanneer(self) -> str:
        """'januari tot en met maart 2027'."""
        begin = begin_in_woorden(self.kwartaal).rpartition(" ")[0]
        return _("%(van)s tot en met %(tot)s") % {"van": begin, "tot": eind_in_woorden(self.kwartaal)}

    @property
    def aantal(self) -> int:
        return sum(len(wat) for _wie, wat in self.per_wie)


@dataclass(frozen=True)
class Meetkalender:
    beurten: tuple[Meetbeurt, ...]
    onbepaald: tuple[str, ...]  # what has no rhythm yet

    @property
    def merk(self) -> str:
        return afdruk(*((b.kwartaal, b.per_wie) for b in self.beurten), self.onbepaald)


def momenten(frequentie: str, begin: int, eind: int) -> tuple[int, ...]:
    """The quarters in which it is measured, of something that runs from one quarter up to another; none where the words
    say no rhythm. 'Start' and 'eind' are the first and the last; a year after the end is a year after it.
    """
    laag = frequentie.lower()
    if laag.startswith("start"):
        return (begin, eind + JAAR if "1jr na" in laag or "1 jaar na" in laag else eind)
    stap = next((stap for woorden, stap in RITME if woorden in laag), 0)
    return tuple(range(begin, eind + 1, stap)) if stap else ()


def kalender(blokken: Iterable[Meetblok]) -> Meetkalender:
    """The same question at two themes is one line that names both."""
    per: dict[int, dict[str, dict[str, list[str]]]] = {}
    onbepaald: dict[str, list[str]] = {}
    for blok in blokken:
        for regel in blok.regels:
            indicator = regel.indicator
            op = momenten(indicator.frequentie, regel.begin, regel.eind)
            wie = _("nog niet bepaald wie") if indicator.actiehouder in ("", NNB) else indicator.actiehouder
            for kwartaal in op:
                per.setdefault(kwartaal, {}).setdefault(wie, {}).setdefault(_naam(indicator), []).append(
                    blok.thema.label
                )
            if not op:
                onbepaald.setdefault(indicator.leesnaam, []).append(blok.thema.label)
    beurten = tuple(
        Meetbeurt(kwartaal, tuple((wie, _regels(wat)) for wie, wat in sorted(per[kwartaal].items())))
        for kwartaal in sorted(per)
    )
    return Meetkalender(beurten, _regels(onbepaald))


def _naam(indicator: Indicator) -> str:
    """Three times within its quarter is said with the name."""
    elke_maand = "elke maand" in indicator.frequentie.lower()
    return f"{indicator.leesnaam} {_('Elke maand.')}" if elke_maand else indicator.leesnaam


def _regels(wat: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    return tuple(f"{naam} ({', '.join(themas)})" for naam, themas in wat.items())
