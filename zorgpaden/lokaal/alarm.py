"""What a neighbourhood may not say for itself: when somebody must call, or that it can wait. The core says that."""

from __future__ import annotations

import re
from typing import Final

from kennisplatform.feiten.herkennen import niveau_van

_ZIN: Final = re.compile(r"[^.!?\n]+")
# 'Bel pas na drie dagen', 'niet bellen in het weekend', 'wacht met bellen': said to whoever would call. 'De
# verpleegkundige belt alleen op werkdagen' is an agreement among ourselves, and may stand.
_UITSTEL: Final = re.compile(
    r"\bbel\b(?: \w+){0,3} (?:pas|niet|alleen|nooit|later|morgen|overdag)\b"
    r"|\b(?:pas|niet|nooit|later|morgen) (?:\w+ ){0,2}bellen\b"
    r"|\bwacht(?:en)?\b(?: \w+){0,4} (?:met bellen|bellen)\b",
    re.IGNORECASE,
)
# Beside one of these the next says that it is not that bad. Words, not the patterns of the table: those look for a
# whole danger ('erg benauwd'), and who plays one down does not name it whole.
_GEVAAR: Final = re.compile(
    r"benauwd|kortademig|pijn op (?:de|mijn|uw) borst|\bkoorts|rilling"
    r"|bloed(?!druk|suiker|prik|waarde|onderzoek|afname)|flauw(?:val|te)|bewusteloos|verward|verlamd"
    r"|scheve mond|\bstik|braakt|braken|kilo (?:erbij|zwaarder|aangekomen)"
    r"|dikke (?:been|benen|enkels)|hartkloppingen|zelfdoding|dood wil",
    re.IGNORECASE,
)
_KAN_WACHTEN: Final = re.compile(
    r"\b(?:wacht(?:en)?|afwacht(?:en)?|hoeft niet|niet nodig|geen haast|niet erg|geen kwaad|normaal|na het weekend"
    r"|tot (?:morgen|maandag)|de volgende dag)\b",
    re.IGNORECASE,
)


def zegt_wanneer_bellen(tekst: str) -> str:
    """The first sentence that says how soon to call, that a call can wait, or that a danger can; '' if none does."""
    for zin in filter(None, map(str.strip, _ZIN.findall(tekst))):
        if niveau_van(zin) or _UITSTEL.search(zin) or (_GEVAAR.search(zin) and _KAN_WACHTEN.search(zin)):
            return zin
    return ""
