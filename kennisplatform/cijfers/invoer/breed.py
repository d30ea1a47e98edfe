"""A row an area, a column an indicator: StatLine typed and untyped, of the portal, health as .xlsx, PC4, our own lists.

Columns are found by name: their numbers shift every year. Health tables have a row for each bound of the margin.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
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


def _cijfers(
    kolommen: Kolommen, rijen: Iterable[tuple[int, Sequence[Any]]], opdracht: Opdracht, lezing: Cijferlezing
) -> Iterator[Nieuwcijfer]:
    gezien: set[tuple[str, str, str]] = set()
    for sleutel, groep in groupby(_rijen(kolommen, rijen, opdracht, lezing), key=lambda rij: rij.sleutel):
        per_marge = {rij.marge: rij for rij in groep}
        waarde = per_marge.get("waarde")
        if waarde is None:
            continue
        if sleutel in gezien:
            lezing.fout(waarde.nummer, _("gebied"), _("%(g)s staat er al, in een eerdere rij") % {"g": sleutel[0]})
            continue
        gezien.add(sleutel)
        for nummer, kop, indicatoren, jaar in kolommen.cijfers:
            code = indicatoren.get(waarde.groep) or indicatoren.get(opdracht.groep) or indicatoren.get("")
            if code is None:
                continue
            grenzen = {naam: _cel(rij, nummer, kop, lezing) for naam, rij in per_marge.items()}
            if (getal_ := grenzen.get("waarde")) is not None and (van := jaar or waarde.periode):
                yield Nieuwcijfer(
                    waarde.gebied,
                    code,
                    van,
                    getal_,
                    grenzen.get("laag"),
                    grenzen.get("hoog"),
                    bron=opdracht.bron,
                    bronrij=_("rij %(n)s") % {"n": waarde.nummer},
                )


def _cel(rij: _Rij, nummer: int, kop: str, lezing: Cijferlezing) -> float | None:
    try:
        return getal(rij.cellen[nummer]) if nummer < len(rij.cellen) else None
    except ValueError as fout:
        lezing.fout(rij.nummer, kop, str(fout))
        return None
