"""Is a rule that an editor writes fit for use? '' or the reason why not, in Dutch."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from kennisplatform.zoeken.taal.crisis import leesbaar
from kennisplatform.zoeken.taal.synoniemen import BESTAND, SynoniemFout, lees, termstammen
from kennisplatform.zoeken.taal.woorden import woorden


def synoniemfout(regel: str, andere: Sequence[str]) -> str:
    """Read together with the shipped lines and the other own ones: only so a contradiction shows."""
    voor = BESTAND.read_text("utf-8").splitlines()
    try:
        lees("\n".join([*voor, *andere, regel]), eigen_vanaf=len(voor) + len(andere) + 1)
    except SynoniemFout as fout:
        return "; ".join(_met_regel(reden.partition(":")[2].strip(), [*voor, *andere]) for reden in fout.fouten)
    return ""


def _met_regel(reden: str, voor: Sequence[str]) -> str:
    """'regel 12' says nothing to an editor; what stands in it does."""
    delen = reden.split()
    for plek, deel in enumerate(delen[:-1]):
        nummer = delen[plek + 1].strip("(),;")
        if deel == "regel" and nummer.isdecimal() and int(nummer) <= len(voor):
            return f"{reden} ‹{voor[int(nummer) - 1]}›"
    return reden


def meegeleverd(q: str = "") -> list[tuple[str, list[str]]]:
    """(heading, lines) of the shipped file; with a query only lines that hold all of its words in some form."""
    gezocht = set(termstammen(q)) if q else set()
    uit: list[tuple[str, list[str]]] = [("", [])]
    for regel in BESTAND.read_text("utf-8").splitlines():
        if regel.startswith("# ---"):
            uit.append((regel.lstrip("# -").strip(), []))
        elif regel and not regel.startswith("#") and gezocht <= set(termstammen(regel)):
            uit[-1][1].append(regel)
    return [(kop, regels) for kop, regels in uit if regels]


def woordfout(woord: str) -> str:
    delen = list(woorden(woord))
    return "" if len(delen) == 1 else _("Schrijf precies één woord.")


def crisisfout(zin: str) -> str:
    return "" if leesbaar(zin) else _("Schrijf ten minste één woord van drie letters, anders past het op alles.")
