"""What is no fault in a file and still seldom right: a figure that changes sign, an area of ours that is not in it any more."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kennisplatform.cijfers.buurtcijfers import liggingen
from kennisplatform.cijfers.vastleggen import Vastgelegd
from kennisplatform.deelnemers.models import Buurt

NOEM = 10
HEEL_HET_LAND = 300  # municipalities in a file: then every area of its kinds should be there


def opvallend(wat: Vastgelegd, gezien: Collection[str]) -> list[str]:
    """`gezien`: codes in the file; none where a file is not about areas of the statistics office."""
    uit = []
    if n := wat.tekenwissels:
        uit.append(
            ngettext(
                "%(n)s cijfer wisselt van teken: van onder naar boven 0, of andersom. Het staat bovenaan; klopt het?",
                "%(n)s cijfers wisselen van teken: van onder naar boven 0, of andersom. Ze staan bovenaan; kloppen ze?",
                n,
            )
            % {"n": n}
        )
    if weg := verdwenen(gezien):
        namen = ", ".join(f"{code} ({naam})" for code, naam in weg[:NOEM])
        meer = _(" en nog %(n)s") % {"n": len(weg) - NOEM} if len(weg) > NOEM else ""
        uit.append(
            _(
                "Niet in dit bestand, terwijl u ze daar zou verwachten: %(wie)s. Is de code veranderd? Zet dan bij "
                "‘Gebieden van buurten’ welk gebied het nu is. Wat er al stond, blijft staan."
            )
            % {"wie": namen + meer}
        )
    return uit


def verdwenen(gezien: Collection[str]) -> list[tuple[str, str]]:
    """Areas of our neighbourhoods that are not in a file that has others of their kind in their municipality."""
    naast = {(code[:2], code[2:6]) for code in gezien if code[:2] in {"WK", "BU"}}
    gemeenten = [code for code in gezien if code.startswith("GM")]
    naast |= {("GM", "")} if len(gemeenten) > HEEL_HET_LAND else set()
    buurten = list(Buurt.objects.actief()) if naast else []
    plekken = liggingen(buurten)
    weg = {
        (code, buurt.naam)
        for buurt in buurten
        for code in plekken[buurt.pk].codes
        if code not in gezien and (code[:2], "" if code.startswith("GM") else code[2:6]) in naast
    }
    return sorted(weg)
