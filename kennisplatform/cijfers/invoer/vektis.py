"""Vektis open data: sex, age and municipality by name. We keep costs per insured year, over all ages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from django.utils.translation import gettext as _

from kennisplatform.cijfers.invoer.lezing import Cijferlezing, Onleesbaar, Opdracht, kolomboek
from kennisplatform.cijfers.invoer.waarden import getal
from kennisplatform.cijfers.keuzes import Gebiedsoort
from kennisplatform.cijfers.models import Gebied
from kennisplatform.cijfers.vastleggen import Nieuwcijfer
from kennisplatform.tekst import schoon

GEMEENTE, JAREN = "GEMEENTENAAM", "AANTAL_VERZEKERDEJAREN"
PATROON_JAAR: Final = re.compile(r"(?:19|20)\d\d")


def is_kop(rij: Sequence[str]) -> bool:
    return {GEMEENTE, JAREN} <= {cel.strip().upper() for cel in rij}


def vergelijkbaar(naam: str) -> str:
    """'S HERTOGENBOSCH and 's-Hertogenbosch are one; what is between brackets is left out."""
    return re.sub(r"[^a-z]", "", re.sub(r"\(.*?\)", "", naam.casefold()))


def lees(kop: Sequence[str], rijen: Iterable[tuple[int, Sequence[Any]]], opdracht: Opdracht) -> Cijferlezing:
    periode = opdracht.periode or next(iter(PATROON_JAAR.findall(opdracht.bestand)), "")
    if not periode:
        raise Onleesbaar(_("Welk jaar is dit? Het staat niet in het bestand; geef het erbij."))
    lezing = Cijferlezing(_("Vektis open data, per gemeente"), opdracht.bron, maakt_gebieden=False)
    lezing.cijfers = _cijfers([cel.strip().upper() for cel in kop], rijen, periode, lezing)
    return lezing


def _cijfers(
    kop: list[str], rijen: Iterable[tuple[int, Sequence[Any]]], periode: str, lezing: Cijferlezing
) -> Iterator[Nieuwcijfer]:
    boek = kolomboek()
    kolommen = {naam: boek[naam.casefold()] for naam in kop if naam.casefold() in boek}
    plek = {naam: nummer for nummer, naam in enumerate(kop)}
    som: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    heet: dict[str, str] = {}  # two spellings of a name are one municipality
    for nummer, cellen in rijen:
        gemeente = schoon.regel(str(cellen[plek[GEMEENTE]])).strip() if len(cellen) > plek[GEMEENTE] else ""
        if not gemeente:  # the rest of the country, without a name
            continue
        heet.setdefault(vergelijkbaar(gemeente), gemeente)
        for naam in (JAREN, *kolommen):
            try:
                som[vergelijkbaar(gemeente)][naam] += (
                    getal(cellen[plek[naam]] if plek[naam] < len(cellen) else None) or 0
                )
            except ValueError as fout:
                lezing.fout(nummer, naam, str(fout))
    codes = {
        vergelijkbaar(naam): code
        for code, naam in Gebied.objects.filter(soort=Gebiedsoort.GEMEENTE).values_list("code", "naam")
    }
    vreemd = [heet[kern] for kern in som if kern not in codes]
    if vreemd:
        lezing.let_op.append(
            _("%(n)s gemeenten kennen wij niet en zijn overgeslagen: %(wie)s …")
            % {"n": len(vreemd), "wie": ", ".join(sorted(vreemd)[:5])}
        )
    for kern, totaal in som.items():
        code = codes.get(kern)
        if code and totaal[JAREN] > 0:
            for naam, indicator in kolommen.items():
                waarde = round(totaal[naam] / totaal[JAREN], 2)
                yield Nieuwcijfer(code, indicator, periode, waarde, bron=lezing.bron, bronrij=heet[kern][:60])
