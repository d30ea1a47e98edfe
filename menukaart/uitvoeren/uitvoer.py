"""Progress to take along, for insurers: no persons, and no text that somebody typed. One row a neighbourhood, one a theme."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Final

from django.utils.translation import gettext as _

from kennisplatform.cijfers.laden import themas
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.tekst.uitgang import cel
from kennisplatform.tekst.werkboek import Rekenblad, werkboek
from menukaart.plan.keuzes import IN_UREN, Financier, Uitvoerstand
from menukaart.plan.models import Begrotingsregel, Planactiviteit
from menukaart.plan.models.plan import CENT
from menukaart.plan.sommen import NUL
from menukaart.uitvoeren.voortgang import MIJLPALEN, rijen

PER_KEER: Final = 500  # neighbourhoods asked for at once
BEDRAGEN: Final = ("begroot", "uitgegeven", "uren gebruikt")
Regel = list[Any]


def buurtregels(buurten: Iterable[Buurt], *, woorden: bool = False) -> Iterator[Regel]:
    """With codes for programs, or with `woorden` for people."""
    standen = [s.value for s in Uitvoerstand]
    namen = [str(n).lower() for n in (*MIJLPALEN.values(), *Uitvoerstand.labels)] if woorden else [*MIJLPALEN, *standen]
    yield ["buurt", "gemeente", "partner", "startgroep", "fase", *namen, *BEDRAGEN, "verzonnen"]
    for groep in _groepen(list(buurten)):
        for rij in rijen(groep):
            b = rij.buurt
            yield [
                *map(cel, (b.naam, b.gemeente, b.partner)),
                *((b.get_cohort_display(), b.get_fase_display()) if woorden else (b.cohort, b.fase)),
                *(rij.mijlpalen.get(code, "") for code in MIJLPALEN),
                *(rij.standen.get(stand, 0) for stand in standen),
                "" if rij.begroot is None else rij.begroot,
                rij.uitgegeven,
                rij.uren,
                "ja" if rij.verzonnen else "",  # of the demo; a real one has nothing here
            ]


def themaregels(buurten: Iterable[Buurt]) -> Iterator[Regel]:
    """For people. Budget and what was really spent, by theme: amounts are those of the lines, rounded to the cent, and added."""
    standen = [str(s.label).lower() for s in Uitvoerstand]
    kop = ["buurt", "thema", *standen, *BEDRAGEN]
    yield [*kop, *(_("begroot door %(wie)s") % {"wie": str(f.label).lower()} for f in Financier)]
    namen = {code: thema.label for code, thema in themas().items()}
    for groep in _groepen(list(buurten)):
        yield from _themas_van({b.pk: b.naam for b in groep}, namen)


def _themas_van(namen: dict[int, str], thema_namen: Mapping[str, str]) -> Iterator[Regel]:
    per: dict[tuple[int, str], dict[str, Any]] = defaultdict(lambda: defaultdict(Decimal))
    activiteiten = Planactiviteit.objects.filter(plan__buurt__in=namen).order_by()
    for buurt, thema, stand in activiteiten.values_list("plan__buurt_id", "thema__code", "stand"):
        per[buurt, thema][stand] += 1
    velden = ("activiteit__plan__buurt_id", "activiteit__thema__code", "soort", "financier")
    getallen = ("aantal", "prijs", "uitgegeven", "gebruikt")
    regels = Begrotingsregel.objects.filter(activiteit__plan__buurt__in=namen).order_by()
    for buurt, thema, soort, financier, aantal, prijs, uitgegeven, gebruikt in regels.values_list(*velden, *getallen):
        rij = per[buurt, thema]
        bedrag = (aantal * prijs).quantize(CENT, ROUND_HALF_UP)
        rij["begroot"] += bedrag
        rij[f"van {financier}"] += bedrag
        rij["uitgegeven"] += uitgegeven or NUL
        rij["uren"] += (gebruikt or NUL) if soort in IN_UREN else NUL
    for (buurt, thema), rij in sorted(per.items(), key=lambda paar: (namen[paar[0][0]], paar[0][1])):
        yield [
            cel(namen[buurt]),
            thema_namen.get(thema, thema),
            *(int(rij[s.value]) for s in Uitvoerstand),
            *(rij[naam] for naam in ("begroot", "uitgegeven", "uren")),
            *(rij[f"van {f.value}"] for f in Financier),
        ]


def _groepen(buurten: list[Buurt]) -> Iterator[list[Buurt]]:
    for begin in range(0, len(buurten), PER_KEER):
        yield buurten[begin : begin + PER_KEER]


def als_csv(buurten: Iterable[Buurt]) -> bytes:
    uit = io.StringIO()
    csv.writer(uit, delimiter=";").writerows(buurtregels(buurten))
    return uit.getvalue().encode("utf-8-sig")  # with the mark by which Excel knows that é is é


def als_excel(buurten: Iterable[Buurt]) -> bytes:
    lijst = list(buurten)
    bladen = []
    for naam, (kop, *regels) in (
        (_("Buurten"), list(buurtregels(lijst, woorden=True))),
        (_("Per thema"), list(themaregels(lijst))),
    ):
        breedtes = (32, *(max(14, len(str(woord)) + 2) for woord in kop[1:]))
        bladen.append(Rekenblad(naam, kop, regels, breedtes, vast="B2"))
    return werkboek(*bladen)
