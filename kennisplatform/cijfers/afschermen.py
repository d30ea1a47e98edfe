"""The rules of klein.py on the figures that were handed in: run after every change of them, in the same transaction."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final

from django.db import transaction

from kennisplatform.cijfers.klein import Som, met_resten, over, verberg
from kennisplatform.cijfers.models import Buurtgebied, Cijfer, Cijfers, Indicator
from kennisplatform.cijfers.ontleden import gebiedsdelen, groepen_binnen, ontbreekt, tijdvakken

Plek = tuple[str, str, str]  # area, period, group
_MENSEN: Final = re.compile(r"aantal (cliënten|patiënten|bewoners|mensen)")


@transaction.atomic
def scherm_af() -> int:
    """How many figures are shown or hidden otherwise than before. Versions that no longer hold are never shown."""
    return pas_toe(anders_verborgen(besloten_nu()))


def besloten_nu() -> Cijfers:
    """What these rules are about."""
    return Cijfer.objects.huidig().filter(bron__open=False)


def anders_verborgen(*samen: Cijfers, zonder: Collection[int] = frozenset()) -> dict[str, list[int]]:
    """Reason → keys of figures that are to be hidden for it and are not; '' of those to be shown. Only reads."""
    velden = ("pk", "indicator_id", "gebied__code", "periode", "groep", "n", "verborgen", "waarde")
    rijen = [rij for cijfers in samen for rij in cijfers.values_list(*velden) if rij[0] not in zonder]
    tellen = {pk for pk, eenheid in Indicator.objects.values_list("pk", "eenheid") if _MENSEN.fullmatch(eenheid)}
    tabellen: dict[int, dict[Plek, int]] = defaultdict(dict)
    for _pk, indicator, gebied, periode, groep, n, _nu, waarde in rijen:
        mensen = n or 0  # how many is not known: not shown
        if indicator in tellen:  # four clients of 1,200 inhabitants are four people
            mensen = min(mensen, max(0, int(waarde)))
        tabellen[indicator][(gebied, periode, groep)] = mensen
    redenen = verberg_samen(tabellen, buurtdelen())
    anders: dict[str, list[int]] = defaultdict(list)
    for pk, indicator, gebied, periode, groep, _n, nu, _waarde in rijen:
        reden = redenen[indicator].get((gebied, periode, groep), "")
        if reden != nu:
            anders[reden].append(pk)
    return anders


def pas_toe(anders: Mapping[str, Sequence[int]]) -> int:
    for reden, pks in anders.items():
        for begin in range(0, len(pks), 500):
            Cijfer.objects.filter(pk__in=pks[begin : begin + 500]).update(verborgen=reden)
    return sum(map(len, anders.values()))


def buurtdelen() -> dict[str, set[str]]:
    """Own area of a neighbourhood → areas that it is made of."""
    uit: dict[str, set[str]] = defaultdict(set)
    for slug, code in Buurtgebied.objects.values_list("buurt__slug", "gebied__code"):
        uit[f"eigen-{slug}"].add(code)
    return uit


def verberg_samen(
    tabellen: Mapping[int, Mapping[Plek, int]], delen: Mapping[str, set[str]]
) -> dict[int, dict[Plek, str]]:
    """Per indicator. Where two count the same people in a cell, what one hides the other hides too: hours by hours per
    client is the number of clients.
    """
    proeven = {indicator: list(_proeven(tabel, delen)) for indicator, tabel in tabellen.items()}
    uit: dict[int, dict[Plek, str]] = {indicator: {} for indicator in tabellen}
    while True:
        weg = {(plek, tabellen[i][plek]) for i, redenen in uit.items() for plek in redenen}
        nieuw: dict[int, dict[Plek, str]] = {}
        for indicator, tabel in tabellen.items():
            ook = {plek for plek, n in tabel.items() if (plek, n) in weg}
            gevonden = (verberg(aantallen, sommen, ook) for aantallen, sommen in proeven[indicator])
            redenen = {plek: reden.value for rij in gevonden for plek, reden in rij.items()}
            nieuw[indicator] = {plek: reden for plek, reden in redenen.items() if plek in tabel}
        if nieuw == uit:
            return uit
        uit = nieuw


def _proeven(
    tabel: Mapping[Plek, int], delen: Mapping[str, set[str]]
) -> Iterator[tuple[Mapping[Plek, int], list[Som]]]:
    """What somebody may believe, looked at one by one: that the parts which were handed in are all there are; and that there is
    more, as many people as the numbers say, and the one quarter that is missing.
    """
    yield tabel, [som for som in sommen_van(tabel, delen) if som.heel or over(tabel, som) <= 0]
    meer = {**tabel, **dict.fromkeys(ontbreekt(tabel), 0)}
    yield met_resten(meer, list(sommen_van(meer, delen)))


def sommen_van(plekken: Iterable[Plek], delen: Mapping[str, set[str]]) -> Iterator[Som]:
    """Every sum that somebody could make of these cells."""
    alle = set(plekken)
    gebieden, perioden = {p[0] for p in alle}, {p[1] for p in alle}
    groepen = {p[2] for p in alle}
    onder = gebiedsdelen(gebieden, delen)
    tijden = {p: [perioden & set(vak) for vak in tijdvakken(p)] for p in perioden}
    binnen = groepen_binnen(groepen)
    for gebied, periode, groep in sorted(alle):
        for deel in onder[gebied]:
            yield from _som(alle, (gebied, periode, groep), ((g, periode, groep) for g in deel.codes), deel.heel)
        for tijden_ in tijden[periode]:
            yield from _som(alle, (gebied, periode, groep), ((gebied, t, groep) for t in tijden_))
        if groep == "":
            yield from _som(alle, (gebied, periode, ""), ((gebied, periode, g) for g in groepen - {""}))
        for jonger in binnen[groep]:
            yield from _som(alle, (gebied, periode, groep), [(gebied, periode, jonger)], heel=False)


def _som(alle: set[Plek], geheel: Plek, delen: Iterable[Plek], heel: bool = True) -> Iterator[Som]:
    aanwezig = tuple(sorted(plek for plek in delen if plek in alle and plek != geheel))
    if aanwezig:
        yield Som(geheel, aanwezig, heel)
