"""An outcome as a spreadsheet that works it out again: the measured numbers as numbers, everything else as formulas.

A CSV has no formulas, and a Dutch spreadsheet reads its points as text. Names of functions are those of the file format,
which every spreadsheet shows in its own language; TINV and VAR are known to all of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from django.utils.translation import gettext as _

from kennisplatform.cijfers.perioden import in_woorden, is_na
from kennisplatform.cijfers.uitkomsten import Uitkomst
from kennisplatform.cijfers.verschil import BASIS
from kennisplatform.tekst.werkboek import Formule, Rekenblad, werkboek

EERSTE: Final = 2  # row of the first period: the head stands above it


def als_werkboek(uitkomst: Uitkomst) -> bytes:
    koppen = (
        _("Periode"),
        _("Wij"),
        _("Anderen"),
        _("Wij, %(j)s = 100") % {"j": BASIS},
        _("Anderen, %(j)s = 100") % {"j": BASIS},
        _("Verschil"),
        _("Voor of na de start"),
    )
    rijen = (*_perioden(uitkomst), *_uitkomst(uitkomst))
    return werkboek(Rekenblad(_("Narekenen"), koppen, rijen, breedtes=(30, 14, 14, 18, 20, 14, 20)))


def _perioden(uitkomst: Uitkomst) -> Iterator[list[Any]]:
    basis = [n for n, punt in enumerate(uitkomst.punten, EERSTE) if punt.periode.startswith(BASIS)]
    for rij, punt in enumerate(uitkomst.punten, EERSTE):
        op_honderd = [
            Formule(f"=100*{kolom}{rij}/AVERAGE({kolom}${basis[0]}:{kolom}${basis[-1]})") if basis else ""
            for kolom in "BC"
        ]
        stap = _("na") if is_na(punt.periode, uitkomst.start) else _("voor")
        verschil = Formule(f"=D{rij}-E{rij}") if basis else ""
        yield [in_woorden(punt.periode), punt.ons, punt.zij, *op_honderd, verschil, stap]


def _uitkomst(uitkomst: Uitkomst) -> Iterator[list[Any]]:
    yield []
    yield [_("Cijfer"), uitkomst.indicator.leesnaam, uitkomst.indicator.code]
    if (s := uitkomst.schatting) is None:
        return
    scheiding = EERSTE + sum(not is_na(punt.periode, uitkomst.start) for punt in uitkomst.punten)
    voor = f"F{EERSTE}:F{scheiding - 1}"
    na = f"F{scheiding}:F{EERSTE + len(uitkomst.punten) - 1}"
    effect = f"AVERAGE({na})-AVERAGE({voor})"
    marge = f"TINV(0.05,MIN(COUNT({voor}),COUNT({na}))-1)*SQRT(VAR({voor})/COUNT({voor})+VAR({na})/COUNT({na}))"
    yield ["", _("Hier uitgerekend"), _("Op de site")]
    yield [_("Verschil-in-verschil"), Formule(f"={effect}"), s.effect]
    yield [_("Marge van"), Formule(f"={effect}-{marge}"), s.laag]
    yield [_("Marge tot"), Formule(f"={effect}+{marge}"), s.hoog]
    yield [_("Dit toont geen oorzaak.")]
