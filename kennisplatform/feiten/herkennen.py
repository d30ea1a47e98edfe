"""How urgent a free text says something is, beside what the table says. An aid for editors: it warns and proves nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from django.utils.translation import gettext as _

from kennisplatform.feiten.keuzes import Niveau
from kennisplatform.feiten.models import Alarmzin

# A sentence that tells somebody to call, and how soon. The first level that it names counts.
BELLEN: Final = re.compile(
    r"\b(bel|belt|bellen|overleg\w*|waarschuw\w*|112|(?:maak\w*|maken) (?:\w+ ){0,4}afspraak)\b", re.IGNORECASE
)
WANNEER: Final = {
    Niveau.NU: re.compile(r"\b112\b"),
    Niveau.METEEN: re.compile(r"\b(meteen|direct|onmiddellijk|dag en nacht)\b|[’'`]s nachts", re.IGNORECASE),
    Niveau.VANDAAG: re.compile(r"\b(vandaag|(de)?zelfde dag|binnen een dag)\b", re.IGNORECASE),
    Niveau.AFSPRAAK: re.compile(r"\b(afspraak|deze week|binnen een week)\b", re.IGNORECASE),
}
_ZIN: Final = re.compile(r"[^.!?\n]+")
_WOORD: Final = re.compile(r"[\w’'-]+")


def niveau_van(zin: str) -> Niveau | None:
    """How urgent this sentence says it is; nothing where it sends nobody to the phone."""
    if not BELLEN.search(zin):
        return None
    return next((niveau for niveau, woorden in WANNEER.items() if woorden.search(zin)), None)


def _past(patroon: str, woorden: list[str]) -> bool:
    """Every word of the pattern stands in the sentence, and none after a '!'; * stands for any end."""
    delen = patroon.lower().split()
    wel = [deel for deel in delen if not deel.startswith("!")]
    niet = [deel[1:] for deel in delen if deel.startswith("!")]
    return bool(wel) and all(_staat(deel, woorden) for deel in wel) and not any(_staat(deel, woorden) for deel in niet)


def _staat(deel: str, woorden: list[str]) -> bool:
    if deel.endswith("*"):
        return any(woord.startswith(deel[:-1]) for woord in woorden)
    return deel in woorden


def gevaren_in(zin: str, zinnen: Iterable[Alarmzin]) -> dict[str, list[Alarmzin]]:
    """Danger → its rows of the table, for what this sentence is about."""
    woorden = [woord.lower() for woord in _WOORD.findall(zin)]
    per_gevaar: dict[str, list[Alarmzin]] = {}
    for rij in zinnen:
        per_gevaar.setdefault(rij.gevaar, []).append(rij)
    return {
        gevaar: rijen
        for gevaar, rijen in per_gevaar.items()
        if any(_past(patroon, woorden) for rij in rijen for patroon in rij.herkenning)
    }


def afwijkingen(tekst: str, zinnen: Iterable[Alarmzin]) -> list[str]:
    """What running text says otherwise than the table, in words for an editor."""
    tabel = list(zinnen)
    uit: list[str] = []
    for alinea in tekst.splitlines():
        vorige = ""
        for zin in _ZIN.findall(alinea):
            niveau = niveau_van(zin)
            if niveau is not None:
                gevaren = gevaren_in(zin, tabel) or gevaren_in(vorige, tabel)
                uit += [_melding(zin, rijen) for rijen in gevaren.values() if niveau not in {r.niveau for r in rijen}]
            vorige = zin
    return list(dict.fromkeys(uit))


def _melding(zin: str, rijen: list[Alarmzin]) -> str:
    hoort = " / ".join(dict.fromkeys(str(rij.get_niveau_display()) for rij in rijen))
    return _("‘%(zin)s’ wijkt af van de tabel met alarmzinnen. Daar staat bij ‘%(gevaar)s’: %(hoort)s.") % {
        "zin": zin.strip(),
        "gevaar": rijen[0].tekst,
        "hoort": hoort,
    }
