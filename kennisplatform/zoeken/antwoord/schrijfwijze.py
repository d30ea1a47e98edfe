"""One word, written in three ways: 'e-mail', 'e mail', 'email'; 'covid-19', 'covid 19', 'covid19' are one question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from ..taal.samenstelling import Splitser
from ..taal.synoniemen import Synoniemen
from ..taal.woorden import in_woordenboek, stam, stopwoorden, woorden
from .woordenschat import Woordenschat

MIN_SAMEN: Final = 4  # letters


def geschreven_delen(tekst: str, bekend: Woordenschat, splitser: Splitser, lijst: Synoniemen | None) -> list[str]:
    """The words of a text: a letter joined to what it belongs to, an unknown word taken apart as the index has it."""
    los = [deel for delen in woorden(tekst) for deel in delen]
    return [deel for woord in _met_letter(los, lijst) for deel in _uiteen(woord, bekend, splitser, lijst)]


def _met_letter(los: Sequence[str], lijst: Synoniemen | None) -> Iterator[str]:
    """'e', 'mail' → 'email', where that is a word; the e alone finds every other e-."""
    i = 0
    while i < len(los):
        samen = "".join(los[i : i + 2])
        letter = len(los[i]) == 1 and los[i].isalpha() and los[i] not in stopwoorden() and i + 1 < len(los)
        if letter and _is_woord(samen, lijst):
            yield samen
            i += 2
        else:
            yield los[i]
            i += 1


def _is_woord(woord: str, lijst: Synoniemen | None) -> bool:
    return in_woordenboek(woord) or bool(lijst and lijst.zoek((stam(woord),)))


def _uiteen(woord: str, bekend: Woordenschat, splitser: Splitser, lijst: Synoniemen | None) -> Iterable[str]:
    if len(woord) < MIN_SAMEN or in_woordenboek(woord):
        return (woord,)
    for i in range(1, len(woord)):
        if woord[i - 1].isalpha() and woord[i:].isdigit():
            kent = bekend.aantal(woord[:i]) or _is_woord(woord[:i], lijst)
            return (woord[:i], woord[i:]) if kent else (woord,)
    if _is_woord(woord, lijst) or splitser.splits(woord) or not bekend.aantal(woord):
        return (woord,)
    # What some document writes with a hyphen: the index holds it joined, too.
    delen = [(woord[:i], woord[i:]) for i in range(1, len(woord) - 1)]
    goed = [paar for paar in delen if all(map(bekend.aantal, paar))]
    return max(goed, key=lambda paar: min(map(bekend.aantal, paar)), default=(woord,))
