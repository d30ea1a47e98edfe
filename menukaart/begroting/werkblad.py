"""The budget as a spreadsheet: one line a row, with a key by which it comes back. Text is never run as a formula."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, Final

from django.utils.translation import gettext as _

from kennisplatform.tekst.werkboek import Rekenblad, werkboek
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
BREED: Final = (10, 24, 40, 40, 18, 8, 12, 12, 14, 20, 14)


def sleutel(regel: Begrotingsregel) -> str:
    """Which line, and which version of it: a change since is noticed when the file comes back."""
    return f"{regel.pk}.{regel.versie}"


def rij(regel: Begrotingsregel) -> list[str | Decimal | int]:
    a = regel.activiteit
    return [
        sleutel(regel),
        a.thema.label,
        a.titel,
        regel.omschrijving,
        str(regel.get_soort_display()),
        regel.jaar,
        regel.aantal,
        regel.prijs,
        regel.bedrag,
        str(regel.get_financier_display()),
        "" if regel.uitgegeven is None else regel.uitgegeven,
    ]


def maak(plan: Buurtplan) -> bytes:
    return werkboek(Rekenblad(f"{_('Begroting')} {plan.buurt.naam}", KOLOMMEN, _rijen(plan), BREED))


def _rijen(plan: Buurtplan) -> Iterator[Sequence[Any]]:
    regels = regels_van(plan)
    themas = {a.pk: a.thema for a in plan.activiteiten.select_related("thema")}
    for regel in regels:
        regel.activiteit.thema = themas[regel.activiteit_id]
        yield rij(regel)
    yield ()
    yield ("", "", "", _("Samen"), "", "", "", "", opgeteld(regels).euro)
