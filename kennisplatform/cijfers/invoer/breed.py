"""A row an area, a column an indicator: StatLine typed and untyped, of the portal, health as .xlsx, PC4, our own lists.

Columns are found by name: their numbers shift every year. Health tables have a row for each bound of the margin.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import isnan, nan
from typing import Any, Final

from django.utils.translation import gettext as _

from kennisplatform.cijfers.invoer.lezing import Cijferlezing, Onleesbaar, Opdracht, kolomboek
from kennisplatform.cijfers.invoer.waarden import gebiedscode, getal, kolomnaam, periode
from kennisplatform.cijfers.vastleggen import Nieuwcijfer

GEBIED: Final = (  # in this order: the first that is there holds the code
    "regiocode (gemeente, wijk, buurt)",
    "wijkenenbuurten",
    "regios",
    "codering",
    "gwb_code",
    "buurtcode",
    "wijkcode",
    "pc4",
    "gemeentecode",
    "code",
)
NAAM: Final = ("wijken en buurten", "buurtnaam", "wijknaam", "gemeentenaam", "naam", "plaats")
PERIODE: Final = ("perioden", "periode", "jaar")
LEEFTIJD: Final = {"20300": "18plus", "80200": "65plus"}
MARGE: Final = {"MW00000": "waarde", "MOG0095": "laag", "MBG0095": "hoog"}


@dataclass(frozen=True)
class Kolommen:
    """Where is what: numbers of columns; of the figures with their indicator per group and the year in their name."""

    gebied: int
    naam: int | None
    periode: int | None
    leeftijd: int | None
    marge: int | None
    cijfers: Sequence[tuple[int, str, dict[str, str], str]]
    dubbel: Sequence[str] = ()


def is_kop(rij: Sequence[str]) -> bool:
    namen = {kolomnaam(cel)[0] for cel in rij}
    return bool(namen & set(GEBIED)) and len(rij) > 1


def lees(kop: Sequence[str], rijen: Iterable[tuple[int, Sequence[Any]]], opdracht: Opdracht) -> Cijferlezing:
    kolommen = zoek_kolommen(kop, opdracht)
    lezing = Cijferlezing(_("tabel met een rij per gebied"), opdracht.bron)
    if kolommen.dubbel:
        lezing.let_op.append(
            _("Overgeslagen, want deze naam staat er twee keer (een aantal en een percentage?): %(k)s.")
            % {"k": ", ".join(kolommen.dubbel)}
        )
    if not kolommen.cijfers:
        lezing.let_op.append(_("Geen kolom die wij kennen: alleen namen van gebieden."))
    lezing.cijfers = _cijfers(kolommen, rijen, opdracht, lezing)
    return lezing


def zoek_kolommen(kop: Sequence[str], opdracht: Opdracht) -> Kolommen:
    namen = [kolomnaam(cel) for cel in kop]
    plek = {naam: nummer for nummer, (naam, _jaar) in reversed(list(enumerate(namen)))}
    boek = kolomboek()
    gebied = next((plek[naam] for naam in GEBIED if naam in plek), None)
    if gebied is None:
        raise Onleesbaar(_("Geen kolom met codes van gebieden: een naam alleen zegt niet welke buurt het is."))
    leeftijd = plek.get("leeftijd")
    groepen = list(LEEFTIJD.values()) if leeftijd is not None else [opdracht.groep, ""]
    cijfers, dubbel = [], []
    vaak = Counter(namen)
    for nummer, (naam, jaar) in enumerate(namen):
        gevonden = {g: boek[s] for g in groepen if (s := f"{g}: {naam}" if g else naam) in boek}
        if gevonden and vaak[(naam, jaar)] > 1:
            dubbel.append(kop[nummer])
        elif gevonden and nummer != gebied:
            cijfers.append((nummer, kop[nummer], gevonden, jaar))
    return Kolommen(
        gebied,
        next((plek[naam] for naam in NAAM if naam in plek), None),
        next((plek[naam] for naam in PERIODE if naam in plek), None),
        leeftijd,
        plek.get("marges"),
        cijfers,
        dubbel,
    )


@dataclass(frozen=True)
class _Rij:
    nummer: int
    gebied: str
    periode: str
    groep: str
    marge: str
    cellen: Sequence[Any]

    @property
    def sleutel(self) -> tuple[str, str, str]:
        return (self.gebied, self.periode, self.groep)


def _rijen(
    kolommen: Kolommen, rijen: Iterable[tuple[int, Sequence[Any]]], opdracht: Opdracht, lezing: Cijferlezing
) -> Iterator[_Rij]:
    vast = opdracht.periode or _jaar_uit(opdracht.bestand)
    zonder = True
    for nummer, cellen in rijen:
        if len(cellen) <= kolommen.gebied:
            lezing.fout(nummer, "", _("de rij is te kort: %(n)s cellen") % {"n": len(cellen)})
            continue
        code = gebiedscode(cellen[kolommen.gebied])
        if not code:
            ruw = str(cellen[kolommen.gebied]).strip()
            if not re.fullmatch(r"(PV|LD|CR|GG|AM|AR|RP|ZK|VR|RES|JZ|PC)\w+", ruw):  # areas that we keep nothing of
                lezing.fout(nummer, _("gebied"), _("‘%(c)s’ is geen code van een gebied") % {"c": ruw[:40]})
            continue
        if kolommen.naam is not None and kolommen.naam < len(cellen):
            lezing.gebieden.setdefault(code, str(cellen[kolommen.naam] or "").strip())
        else:
            lezing.gebieden.setdefault(code, "")
        van = periode(cellen[kolommen.periode]) if kolommen.periode is not None else vast
        if not van and zonder and kolommen.cijfers and not all(jaar for *_r, jaar in kolommen.cijfers):
            zonder = False
            lezing.fout(nummer, _("periode"), _("staat er niet; geef het jaar erbij"))
        leeftijd = str(cellen[kolommen.leeftijd]).strip().removesuffix(".0") if kolommen.leeftijd is not None else ""
        groep = LEEFTIJD.get(leeftijd, "?") if kolommen.leeftijd is not None else ""
        marge = MARGE.get(str(cellen[kolommen.marge]).strip(), "") if kolommen.marge is not None else "waarde"
        if marge and groep != "?":
            yield _Rij(nummer, code, van, groep, marge, cellen)


def _jaar_uit(bestand: str) -> str:
    """The last year in a file's name: '85984NED_2024.csv'."""
    jaren = re.findall(r"(?<!\d)((?:19|20)\d\d)(?!\d)", bestand)
    return jaren[-1] if jaren else ""


Sleutel = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class _Regel:
    """The row of the value, and its numbers beside those of the bounds: per column, `nan` where there is none."""

    nummer: int
    waarde: array[float]
    laag: array[float] | None = None
    hoog: array[float] | None = None


def _cijfers(
    kolommen: Kolommen, rijen: Iterable[tuple[int, Sequence[Any]]], opdracht: Opdracht, lezing: Cijferlezing
) -> Iterator[Nieuwcijfer]:
    gelezen = _rijen(kolommen, rijen, opdracht, lezing)
    regels = _los(kolommen, gelezen, lezing) if kolommen.marge is None else _met_marges(kolommen, gelezen, lezing)
    for (gebied, van, groep), regel in regels:
        for plek, (_nummer, _kop, indicatoren, jaar) in enumerate(kolommen.cijfers):
            code = indicatoren.get(groep) or indicatoren.get(opdracht.groep) or indicatoren.get("")
            waarde = regel.waarde[plek]
            if code is None or isnan(waarde) or not (wanneer := jaar or van):
                continue
            laag, hoog = (None if r is None or isnan(r[plek]) else r[plek] for r in (regel.laag, regel.hoog))
            bronrij = _("rij %(n)s") % {"n": regel.nummer}
            yield Nieuwcijfer(gebied, code, wanneer, waarde, laag, hoog, bron=opdracht.bron, bronrij=bronrij)


def _los(kolommen: Kolommen, rijen: Iterable[_Rij], lezing: Cijferlezing) -> Iterator[tuple[Sleutel, _Regel]]:
    """As they come: a national file is never held."""
    gezien: set[Sleutel] = set()
    for rij in rijen:
        if rij.sleutel in gezien:
            _staat_er_al(rij, lezing)
        else:
            gezien.add(rij.sleutel)
            yield rij.sleutel, _Regel(rij.nummer, _getallen(rij, kolommen, lezing))


def _met_marges(kolommen: Kolommen, rijen: Iterable[_Rij], lezing: Cijferlezing) -> Iterator[tuple[Sleutel, _Regel]]:
    """Bare numbers are held: StatLine gives all values first, then all lower bounds, then all upper ones."""
    bijeen: dict[Sleutel, dict[str, tuple[int, array[float]]]] = {}
    for rij in rijen:
        delen = bijeen.setdefault(rij.sleutel, {})
        if rij.marge in delen:
            _staat_er_al(rij, lezing)
        else:
            delen[rij.marge] = (rij.nummer, _getallen(rij, kolommen, lezing))
    for sleutel, delen in bijeen.items():
        if "waarde" in delen:
            grenzen = (delen[naam][1] if naam in delen else None for naam in ("laag", "hoog"))
            yield sleutel, _Regel(*delen["waarde"], *grenzen)


def _staat_er_al(rij: _Rij, lezing: Cijferlezing) -> None:
    lezing.fout(rij.nummer, _("gebied"), _("%(g)s staat er al, in een eerdere rij") % {"g": rij.gebied})


def _getallen(rij: _Rij, kolommen: Kolommen, lezing: Cijferlezing) -> array[float]:
    return array("d", (_cel(rij, nummer, kop, lezing) for nummer, kop, _indicatoren, _jaar in kolommen.cijfers))


def _cel(rij: _Rij, nummer: int, kop: str, lezing: Cijferlezing) -> float:
    try:
        waarde = getal(rij.cellen[nummer], in_procent=True) if nummer < len(rij.cellen) else None
    except ValueError as fout:
        lezing.fout(rij.nummer, kop, str(fout))
        return nan
    return nan if waarde is None else waarde
