"""What could be better on a page, as rows beside the form: what, where, and one thing to do about it. Never a verdict.

Rooms bring what only they can see (`Tekstcontrole`); the desk of the editors asks them and shows it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _


class Aandachtsoort(models.TextChoices):
    SAMENVATTING = "samenvatting", _("Samenvatting")
    ALARM = "alarm", _("Alarmzinnen")
    LINK = "link", _("Links die nergens komen")
    BEWERING = "bewering", _("Beweringen zonder bron")
    BRON = "bron", _("Bronnen")
    TEKSTBEELD = "tekstbeeld", _("Alternatieve tekst")
    LANGE_ZIN = "lange-zin", _("Lange zinnen")
    LIJDEND = "lijdend", _("Lijdende zinnen")
    VAKWOORD = "vakwoord", _("Vakwoorden")
    AFKORTING = "afkorting", _("Afkortingen")
    LANG_WOORD = "lang-woord", _("Lange woorden")


@dataclass(frozen=True)
class Stuk:
    """One text of a page. `pad`: its place in the form, as Wagtail names it; `lopend`: sentences for readers, no names."""

    pad: str
    waar: str
    tekst: str
    lopend: bool = True
    html: str = ""


@dataclass(frozen=True)
class Aandachtspunt:
    soort: str  # of Aandachtsoort
    pad: str
    waar: str
    wat: str
    advies: str


@dataclass(frozen=True)
class Tekstcontrole:
    """`lees(texts of a page)`: in constant queries, however many texts."""

    naam: str
    lees: Callable[[Sequence[Stuk]], Iterable[Aandachtspunt]]
