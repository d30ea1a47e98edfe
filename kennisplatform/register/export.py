"""Neighbourhoods to take along: no persons, no notes. A cell that a spreadsheet would run is made harmless."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from django.utils.translation import gettext as _

from kennisplatform.deelnemers.models import Buurt
from kennisplatform.register.models import Criterium
from kennisplatform.tekst.uitgang import cel
from kennisplatform.tekst.werkboek import Rekenblad, werkboek

KOP: Final = (
    "cbs_code",
    "naam",
    "gemeente",
    "partner",
    "regio",
    "provincie",
    "fase",
    "cohort",
    "ses_klasse",
    "leden",
    "kartrekkers",
    "opgeheven",
    *Criterium.Naam.values,
)


def regels(buurten: Iterable[Buurt]) -> Iterator[list[str]]:
    """`buurten` as `overzicht.tel_leden` leaves them. Criteria are read as three columns: 6,000 records cost 100 ms."""
    alle: dict[int, dict[str, str]] = defaultdict(dict)
    for buurt, naam, oordeel in Criterium.objects.order_by().values_list("buurt_id", "naam", "oordeel"):
        alle[buurt][naam] = oordeel
    yield list(KOP)
    for b in buurten:
        oordelen = alle[b.pk]
        velden = (
            b.cbs_code,
            b.naam,
            b.gemeente,
            b.partner,
            b.regio,
            b.provincie,
            b.fase,
            b.cohort,
            b.ses_klasse,
            b.leden,
            b.kartrekkers,
            b.opgeheven,
            *(oordelen.get(naam, "") for naam in Criterium.Naam.values),
        )
        yield [cel(veld) for veld in velden]


def als_csv(buurten: Iterable[Buurt]) -> bytes:
    uit = io.StringIO()
    csv.writer(uit, delimiter=";").writerows(regels(buurten))
    return uit.getvalue().encode("utf-8-sig")  # with the mark by which Excel knows that é is é


def als_excel(buurten: Iterable[Buurt]) -> bytes:
    kop, *rijen = regels(buurten)
    return werkboek(Rekenblad(_("Buurten"), kop, rijen))
