"""Names as people type them: which neighbourhood is meant, and what comes nearest when nothing is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from rapidfuzz import fuzz, process

from kennisplatform.deelnemers.models import Buurt
from kennisplatform.tekst import schoon

DICHTBIJ: Final = 75  # of 100: 'Buurtzog' is 'Buurtzorg', 'Noord' is not 'Zuid'
MAX_GENOEMD: Final = 6


def lijkt_op(tekst: str, namen: Iterable[str], hoeveel: int = 1) -> list[str]:
    """The nearest names, the best first; empty when none comes near."""
    gevonden = process.extract(
        tekst, list(namen), scorer=fuzz.ratio, processor=str.lower, score_cutoff=DICHTBIJ, limit=hoeveel
    )
    return [naam for naam, _score, _plek in gevonden]


def noem(buurt: Buurt) -> str:
    """So that `herken` finds exactly this one again."""
    return buurt.cbs_code or f"{buurt.naam}, {buurt.gemeente}"


def herken(tekst: str) -> list[Buurt]:
    """One neighbourhood per line, by name, by 'name, municipality' or by CBS code. Every line that fails, in one go."""
    alle = list(Buurt.objects.actief())
    per_naam: dict[str, list[Buurt]] = {}
    for buurt in alle:
        for naam in {
            buurt.naam,
            f"{buurt.naam}, {buurt.gemeente}",
            f"{buurt.naam} {buurt.gemeente}",
            buurt.cbs_code,
        } - {""}:
            per_naam.setdefault(schoon.sleutel(naam), []).append(buurt)
    uit: dict[int, Buurt] = {}
    fouten = []
    for regel in filter(None, (" ".join(r.split()) for r in tekst.splitlines())):
        gevonden = per_naam.get(schoon.sleutel(regel), [])
        if len(gevonden) == 1:
            uit[gevonden[0].pk] = gevonden[0]
        else:
            fouten.append(_fout(regel[:60], gevonden, alle))
    if fouten:
        raise ValidationError(fouten)
    return list(uit.values())


def _fout(regel: str, gevonden: list[Buurt], alle: list[Buurt]) -> str:
    if gevonden:
        namen = "; ".join(noem(b) for b in gevonden[:MAX_GENOEMD])
        return _("‘%(regel)s’: zo heten er meer. Schrijf welke: %(namen)s.") % {"regel": regel, "namen": namen}
    volledig = {f"{b.naam}, {b.gemeente}" for b in alle}
    dichtbij = lijkt_op(regel, volledig, 3) or lijkt_op(regel, {b.naam for b in alle}, 3)
    if dichtbij:
        namen = _(" of ").join(f"‘{naam}’" for naam in dichtbij)
        return _("‘%(regel)s’ ken ik niet. Bedoelt u %(namen)s?") % {"regel": regel, "namen": namen}
    return _("‘%(regel)s’ ken ik niet. Zoek de naam of de CBS-code op in het register.") % {"regel": regel}
