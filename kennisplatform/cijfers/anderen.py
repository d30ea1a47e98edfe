"""The mean of the other neighbourhoods. Read once for all of them, and kept: each dashboard takes its own off again.

Another neighbourhood counts when it has each of our periods: else a change of who is in the mean looks like an outcome. So
those that have the same periods are added up together, and what is kept of a thousand is a handful of sums.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import fsum
from typing import NamedTuple

from kennisplatform.cijfers.models import Cijferbron, Cijfers

Waardenreeks = Mapping[str, float]  # period → value


class Reeksgroep(NamedTuple):
    """Areas with the same periods of one indicator."""

    hoeveel: int
    verzonnen: int  # of them
    sommen: Waardenreeks


Optelboek = Mapping[int, Mapping[frozenset[str], Reeksgroep]]  # key of an indicator → periods → those who have these


class Gebiedsreeks(NamedTuple):
    """Of one area, as it stands in the book."""

    waarden: Waardenreeks
    verzonnen: bool


class Anderen(NamedTuple):
    """`gemiddeld`: period → mean of `hoeveel` neighbourhoods; empty when there is none."""

    gemiddeld: Waardenreeks
    hoeveel: int
    verzonnen: bool


def tel_op(cijfers: Cijfers) -> Optelboek:
    """`cijfers`: what may be seen and shown. Two queries."""
    voorbeelden = set(Cijferbron.objects.filter(voorbeeld=True).values_list("pk", flat=True))
    reeksen: dict[tuple[int, int], dict[str, float]] = defaultdict(dict)
    verzonnen: set[tuple[int, int]] = set()
    velden = ("indicator_id", "gebied_id", "periode", "waarde", "bron_id")
    for indicator, gebied, periode, waarde, bron in cijfers.order_by().values_list(*velden):
        reeksen[indicator, gebied][periode] = waarde
        if bron in voorbeelden:
            verzonnen.add((indicator, gebied))
    samen: dict[int, dict[frozenset[str], list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
    for sleutel, reeks in reeksen.items():
        samen[sleutel[0]][frozenset(reeks)].append(sleutel)
    return {
        indicator: {
            perioden: Reeksgroep(
                len(wie),
                len(verzonnen.intersection(wie)),
                {periode: fsum(reeksen[een][periode] for een in wie) for periode in perioden},
            )
            for perioden, wie in groepen.items()
        }
        for indicator, groepen in samen.items()
    }


def anderen(
    groepen: Mapping[frozenset[str], Reeksgroep], eigen: Iterable[Gebiedsreeks], perioden: frozenset[str]
) -> Anderen:
    """Pure. `groepen`: of one indicator; `eigen`: our areas in them, which are taken off; `perioden`: ours."""
    onze: dict[frozenset[str], list[Gebiedsreeks]] = defaultdict(list)
    for reeks in eigen:
        onze[frozenset(reeks.waarden)].append(reeks)
    ruim = [_zonder(groep, onze[die]) for die, groep in groepen.items() if perioden <= die]
    hoeveel = sum(groep.hoeveel for groep in ruim)
    if not hoeveel or not perioden:
        return Anderen({}, 0, False)
    gemiddeld = {p: fsum(groep.sommen[p] for groep in ruim if groep.hoeveel) / hoeveel for p in perioden}
    return Anderen(gemiddeld, hoeveel, any(groep.verzonnen for groep in ruim))


def _zonder(groep: Reeksgroep, onze: Sequence[Gebiedsreeks]) -> Reeksgroep:
    sommen = {p: fsum((som, *(-reeks.waarden[p] for reeks in onze))) for p, som in groep.sommen.items()}
    verzonnen = groep.verzonnen - sum(reeks.verzonnen for reeks in onze)
    return Reeksgroep(groep.hoeveel - len(onze), verzonnen, sommen)
