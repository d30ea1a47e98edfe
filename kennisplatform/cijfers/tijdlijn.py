"""What was started and stopped, on the same time line as the outcomes. Rooms that know it bring it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil, floor
from typing import Final, Literal

from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kennisplatform.cijfers.grafiek import streep, svg, tekst
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.kamers import gebracht

STAP: Final = 46  # pixels of one row
KOP: Final = 26
NAAMLENGTE: Final = 32


@dataclass(frozen=True)
class Tijdregel:
    """One activity: moments are years with a fraction, 2026.25 is the first of April."""

    naam: str
    van: float
    tot: float
    stand: Literal["gepland", "loopt", "klaar", "gestopt"]
    verzonnen: bool = False  # of the demo: said where it is drawn


@dataclass(frozen=True)
class Tijdlijnbron:
    """Brought by a room that keeps what a neighbourhood does. Asked behind the door of its network only."""

    naam: str
    lees: Callable[[Buurt], list[Tijdregel]]


def regels(buurt: Buurt) -> list[Tijdregel]:
    alle = [regel for bron in gebracht(Tijdlijnbron) for regel in bron.lees(buurt)]
    return sorted(alle, key=lambda regel: (regel.van, regel.naam))


def in_een_zin(rij: Sequence[Tijdregel]) -> str:
    """What there is of each; what there is none of is left out."""
    n = {stand: sum(regel.stand == stand for regel in rij) for stand in ("loopt", "klaar", "gestopt", "gepland")}
    delen = [
        n["loopt"] and ngettext("%(n)s loopt", "%(n)s lopen", n["loopt"]) % {"n": n["loopt"]},
        n["klaar"] and ngettext("%(n)s is klaar", "%(n)s zijn klaar", n["klaar"]) % {"n": n["klaar"]},
        n["gestopt"] and ngettext("%(n)s stopte", "%(n)s stopten", n["gestopt"]) % {"n": n["gestopt"]},
        n["gepland"]
        and ngettext("%(n)s moet nog beginnen", "%(n)s moeten nog beginnen", n["gepland"]) % {"n": n["gepland"]},
    ]
    zin = ", ".join(str(deel) for deel in delen if deel)
    return f"{zin}." if zin else ""


def teken(rij: Sequence[Tijdregel], van: float) -> SafeString:
    """From `van` (the first outcome) on, so that a reader can lay both beside each other."""
    nu = timezone.localdate()
    vandaag = nu.year + (nu.timetuple().tm_yday - 1) / 365
    begin, eind = floor(min([van, *(r.van for r in rij)])), ceil(max([vandaag, *(r.tot for r in rij)]))
    hoog = KOP + len(rij) * STAP + 20

    def plek(moment: float) -> float:
        return 100 * (min(max(moment, begin), eind) - begin) / (eind - begin)

    uit = []
    for jaar in range(begin, eind):
        uit.append(streep(plek(jaar), plek(jaar), KOP - 6, hoog - 18, "rooster"))
        uit.append(tekst(plek(jaar), 14, str(jaar), "as", dx=3))
    uit.append(streep(plek(vandaag), plek(vandaag), KOP - 6, hoog - 18, "nu"))
    uit.append(tekst(plek(vandaag), hoog - 4, _("nu"), "naam", anker="middle"))
    for nummer, regel in enumerate(rij):
        y = KOP + nummer * STAP
        breed = max(plek(regel.tot) - plek(regel.van), 0.8)
        uit.append(tekst(0, y + 16, f"{_kort(regel.naam)} ({stand_in_woord(regel.stand)})", "naam eind"))
        uit.append(
            f'<rect x="{plek(regel.van):.2f}%" y="{y + 23}" width="{breed:.2f}%" height="13" class="duur {regel.stand}"/>'
        )
    return svg(hoog, f"{_('Wat begon, en wat stopte')}: {in_een_zin(rij)}", "".join(uit))


def _kort(naam: str) -> str:
    """What fits above a bar on a telephone; the whole name stands in the table below it."""
    if len(naam) <= NAAMLENGTE:
        return naam
    return naam[:NAAMLENGTE].rsplit(" ", 1)[0].rstrip(" ,.;:") + "…"


def stand_in_woord(stand: str) -> str:
    return {"gepland": _("gepland"), "loopt": _("loopt"), "klaar": _("klaar"), "gestopt": _("gestopt")}[stand]
