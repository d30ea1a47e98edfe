"""The budget as a spreadsheet: one line a row, with a key by which it comes back. Text is never run as a formula."""

from __future__ import annotations

import io
from decimal import Decimal
from typing import Final

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from kennisplatform.tekst.uitgang import cel
from menukaart.plan.models import Begrotingsregel, Buurtplan
from menukaart.plan.sommen import opgeteld, regels_van

# Names of the columns are the format: they are read by these, whatever language the site is in.
KOLOMMEN: Final = (
    "sleutel",
    "thema",
    "activiteit",
    "omschrijving",
    "soort",
    "jaar",
    "aantal",
    "prijs",
    "bedrag",
    "wie betaalt",
    "uitgegeven",
)
BREED: Final = (10, 24, 36, 36, 14, 8, 10, 10, 12, 18, 12)


def sleutel(regel: Begrotingsregel) -> str:
    """Which line, and which version of it: a change since is noticed when the file comes back."""
    return f"{regel.pk}.{regel.versie}"


def rij(regel: Begrotingsregel) -> list[str | Decimal | int]:
    a = regel.activiteit
    return [
        sleutel(regel),
        cel(a.thema.label),
        cel(a.titel),
        cel(regel.omschrijving),
        str(regel.get_soort_display()),
        regel.jaar,
        regel.aantal,
        regel.prijs,
        regel.bedrag,
        str(regel.get_financier_display()),
        "" if regel.uitgegeven is None else regel.uitgegeven,
    ]


def maak(plan: Buurtplan) -> bytes:
    boek = Workbook()
    blad = boek.active
    blad.title = _("Begroting")
    blad.append(list(KOLOMMEN))
    for vak in blad[1]:
        vak.font = Font(bold=True)
    regels = regels_van(plan)
    themas = {a.pk: a.thema for a in plan.activiteiten.select_related("thema")}
    for regel in regels:
        regel.activiteit.thema = themas[regel.activiteit_id]
        blad.append(rij(regel))
    blad.append([])
    blad.append(["", "", "", _("Samen"), "", "", "", "", opgeteld(regels).euro])
    for nummer, breedte in enumerate(BREED, start=1):
        blad.column_dimensions[get_column_letter(nummer)].width = breedte
    blad.freeze_panes = "A2"
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()
