"""Hours and money as numbers: what the writer filled in becomes lines of the page, beside those that an editor added.

The page of an intervention shows them as a range over neighbourhoods (basis/praktijk.py): so a unit and a year, or
no line at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamValue

from kennisplatform.basis.inzet import Inzet
from kennisplatform.basis.keuzes import Maat, Opgave
from leernetwerk.delen.models import Inzending
from leernetwerk.models import Praktijkvoorbeeld

BRON: Final = "Opgave van de buurt"  # content, so Dutch; by it these lines are found again
PAREN: Final = {Maat.UREN: ("uren_getal", "uren_per"), Maat.EURO: ("geld_getal", "geld_per")}
EENHEID: Final = _("Waar hoort dit getal bij: één deelnemer, een gezin, een groep, of de buurt in een jaar?")
JAAR: Final = _("Van welk jaar zijn deze getallen?")


def inzet(inzending: Inzending, maat: Maat) -> Inzet | None:
    """None as long as the number or its unit is missing."""
    getal, per = (getattr(inzending, naam) for naam in PAREN[maat])
    return None if getal is None or not per else Inzet(str(maat), getal, getal, per)


def tekorten(inzending: Inzending) -> dict[str, Any]:
    """A number without its unit or year can be compared with nothing."""
    getallen = {per: getattr(inzending, getal) for getal, per in PAREN.values()}
    uit: dict[str, Any] = {
        per: EENHEID for per, getal in getallen.items() if getal is not None and not getattr(inzending, per)
    }
    if inzending.inzet_jaar is None and any(getal is not None for getal in getallen.values()):
        uit["inzet_jaar"] = JAAR
    return uit


def regels(inzending: Inzending, pagina: Praktijkvoorbeeld) -> StreamValue:
    """All lines of the page: those of somebody else as they are, then the writer's own."""
    stroom = pagina.inzetregels
    uit = [deel for deel in stroom.raw_data if deel["value"]["bron"] != BRON]
    for maat in PAREN:
        if deel := inzet(inzending, maat):
            waarde = {"maat": deel.maat, "waarvoor": "", "van": deel.van, "tot": None, "per": deel.per}
            waarde |= {
                "jaar": inzending.inzet_jaar,
                "bron": BRON,
                "bron_url": "",
                "opgave": inzending.inzet_hoe or Opgave.VERTELD,
            }
            uit.append({"type": "inzet", "value": waarde})
    return StreamValue(stroom.stream_block, uit, is_lazy=True)


def terug(pagina: Praktijkvoorbeeld) -> Mapping[str, Any]:
    """The writer's numbers as the editors have them now. A year alone is on no page, and stays the writer's."""
    uit: dict[str, Any] = {}
    for getal, per in PAREN.values():
        uit |= {getal: None, per: ""}
    for deel in pagina.inzetregels:
        w = deel.value
        if w["bron"] == BRON and (paar := PAREN.get(w["maat"])):
            uit |= {paar[0]: w["van"], paar[1]: w["per"], "inzet_jaar": w["jaar"], "inzet_hoe": w["opgave"]}
    return uit
