"""What is laid side by side of things that a neighbourhood can choose: the same rows for every kind of page.

A room says for its kind of page what stands in each row (`Weging`, brought by its kamer.py); what it leaves out nobody
knows. So pathways and interventions can be compared, and no room has to know the other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.models import Page

from kennisplatform.basis.keuzes import Bewijsniveau, Maat
from kennisplatform.basis.models.begrippen import Begripsoort
from kennisplatform.basis.praktijk import Praktijk
from kennisplatform.kamers import gebracht

# group → rows in it: code, words
RIJEN: Final[tuple[tuple[Any, tuple[tuple[str, Any], ...]], ...]] = (
    (
        _("Voor wie"),
        (
            ("doelgroep", _("Doelgroep")),
            ("precies", _("Voor wie precies")),
            ("leeftijd", _("Leeftijd")),
            ("ses", _("Past bij SES")),
            ("verschillen", _("Gezondheidsverschillen")),
        ),
    ),
    (
        _("Wat"),
        (("kort", _("In het kort")), ("doel", _("Doel")), ("duur", _("Duur")), ("waar", _("Waar"))),
    ),
    (_("Bewijs"), (("stand", _("Stand")), ("oordeel", _("Oordeel")))),
    (
        _("Inzet"),
        (
            ("uren", _("Uren")),
            ("kosten", _("Kosten")),
            ("betaalt", _("Wie kan het betalen")),
            ("start", _("Tijd tot de start")),
        ),
    ),
    (_("Praktijk"), (("plekken", _("Wie doet dit al")), ("gestopt", _("Gestopt")))),
    (
        _("Wat is nodig"),
        (
            ("uitvoering", _("Wie voert uit")),
            ("deskundigheid", _("Deskundigheid")),
            ("materialen", _("Materialen en techniek")),
            ("voorwaarden", _("Voorwaarden")),
        ),
    ),
    (_("Wat mag niet weg"), (("elementen", _("Werkzame elementen")),)),
    (_("Waar het op stukloopt"), (("stukloopt", _("Waar het op stukloopt")),)),
)
Blad = Mapping[str, tuple[str, ...]]  # row → lines; a row that is missing or empty is unknown


@dataclass(frozen=True)
class Weging:
    """`blad(page)`: what only this kind of page can say, on top of what every kind says."""

    soort: str  # zoeksoort
    blad: Callable[[Any], Blad]


def weegbaar() -> frozenset[str]:
    return frozenset(weging.soort for weging in gebracht(Weging))


def blad(pagina: Any, praktijk: Praktijk) -> dict[str, tuple[str, ...]]:
    """Everything known of one page, by row."""
    eigen = next((w.blad(pagina) for w in gebracht(Weging) if w.soort == pagina.zoeksoort), {})
    uit = _gewoon(pagina, praktijk) | {naam: tuple(str(r) for r in regels if r) for naam, regels in eigen.items()}
    return {naam: regels for naam, regels in uit.items() if regels}


def _gewoon(pagina: Any, praktijk: Praktijk) -> dict[str, tuple[str, ...]]:
    per_soort = pagina.begrippen_per_soort
    inzet = pagina.inzet
    kosten = tuple(str(i) for i in inzet if i.maat == Maat.EURO)
    if not kosten and pagina.kosten_per_jaar_tekst:
        kosten = (_("%(klasse)s per jaar") % {"klasse": pagina.kosten_per_jaar_tekst},)
    stand = pagina.bewijs_stand
    return {
        "doelgroep": tuple(b.label for b in per_soort.get(Begripsoort.DOELGROEP, ())),
        "leeftijd": tuple(b.label for b in per_soort.get(Begripsoort.LEEFTIJD, ())),
        "waar": tuple(b.label for b in per_soort.get(Begripsoort.SETTING, ())),
        "kort": (pagina.samenvatting,),
        "stand": () if stand == Bewijsniveau.NIET_BEOORDEELD else (str(stand.label),),
        "oordeel": (pagina.bewijs_oordeel,) if pagina.bewijs_oordeel else (),
        "uren": tuple(str(i) for i in inzet if i.maat == Maat.UREN),
        "kosten": kosten,
        "betaalt": tuple(pagina.bekostiging.splitlines()),
        "plekken": (_plekken(praktijk.plekken),) if praktijk.plekken else (),
        "gestopt": (str(praktijk.gestopt),) if praktijk.gestopt else (),
    }


def _plekken(hoeveel: int) -> str:
    return ngettext("%(n)s plek", "%(n)s plekken", hoeveel) % {"n": hoeveel}


def is_pagina(ding: object) -> bool:
    return isinstance(ding, Page) and getattr(ding, "zoeksoort", "") in weegbaar()
