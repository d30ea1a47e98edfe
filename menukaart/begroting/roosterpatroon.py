"""A line of the grid as it stands: its template is drawn once, with a mark at each place that differs, and filled for each.

Drawing the template itself 240 times was most of what a full budget took, and its white space a fifth of what was sent.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import mark_safe

from menukaart.begroting.rooster import VELDEN, Rooster, Roosterrij

MERK: Final = re.compile("\ue000([a-z]+)\ue001")


def _merk(naam: str) -> str:
    return f"\ue000{naam}\ue001"


def teken_wat_staat(blad: Rooster) -> None:
    """Of every line that nobody touched; the others are drawn by themselves."""
    kale = [rij for rij in blad.rijen if rij.kaal]
    if not kale:
        return
    delen = MERK.split(_patroon(kale[0]))
    opties: dict[tuple[str, str, str], str] = {}
    for rij in kale:
        waarden = {"prefix": rij.prefix, "gezien": escape(rij.gezien), "bedrag": escape(rij.bedrag)}
        for naam in VELDEN:
            waarde = rij.waarden[naam]
            if naam in rij.keuzes.opties:
                sleutel = (naam, waarde, rij.waarden["jaar"])  # rates of the line's own year come first
                if sleutel not in opties:
                    opties[sleutel] = rij.keuzes.met(naam, rij.waarden)
                waarden[naam] = opties[sleutel]
            else:
                waarden[naam] = escape(waarde)
        # Each part is what the template escaped, or was escaped here.
        rij.getekend = mark_safe("".join(waarden[deel] if nr % 2 else deel for nr, deel in enumerate(delen)))


def _patroon(rij: Roosterrij) -> str:
    """Drawn of a line that is nobody's: marks where words come, and in each box the mark of what it offers."""
    keuzes = replace(rij.keuzes, opties={naam: mark_safe(_merk(naam)) for naam in rij.keuzes.opties}, per_jaar={})
    proef = Roosterrij(
        prefix=_merk("prefix"),
        activiteit=rij.activiteit,
        keuzes=keuzes,
        regel=None,
        waarden={naam: _merk(naam) for naam in VELDEN},
        gezien=_merk("gezien"),
        bedrag=_merk("bedrag"),
    )
    html = render_to_string("begroting/_roosterrij.html", {"r": proef})
    return re.sub(r" ?(<[^>]+?) ?(>) ?", r"\1\2", re.sub(r"\s+", " ", html))
