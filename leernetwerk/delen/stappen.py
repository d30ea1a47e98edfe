"""The steps of the form, and beside each question a good and a weak answer. The examples are content: see inhoud/."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

INHOUD: Final = Path(__file__).resolve().parent / "inhoud" / "antwoorden.toml"


@dataclass(frozen=True)
class Stap:
    code: str
    titel: Any
    uitleg: Any
    velden: tuple[str, ...] = ()


STAPPEN: Final = (
    Stap(
        "verhaal",
        _("Wat was er, en wat deed u?"),
        _("Een titel en twee vragen. Kort is goed."),
        ("titel", "aanleiding", "aanpak"),
    ),
    Stap(
        "geleerd",
        _("Wat werkte, en wat niet?"),
        _("Wat niet lukte, helpt de volgende buurt het meest."),
        ("wat_werkte", "wat_niet_werkte", "uitkomst", "staat", "waarom_anders"),
    ),
    Stap(
        "inzet",
        _("Wat kostte het, wat leverde het op?"),
        _("Sla over wat u niet weet. ‘Ongeveer’ is ook een antwoord."),
        (
            "uren",
            "uren_getal",
            "uren_per",
            "urenklasse",
            "kosten",
            "geld_getal",
            "geld_per",
            "kostenklasse",
            "inzet_jaar",
            "inzet_hoe",
            "mensen",
            "resultaat",
            "resultaat_bron",
            "niet_gemeten",
            "advies",
        ),
    ),
    Stap(
        "plek",
        _("Waar hoort het bij?"),
        _("Zo vindt een andere buurt uw voorbeeld."),
        ("gebruikt", "thema", "onderwerpen", "contact", "lezers"),
    ),
    Stap("beeld", _("Foto’s en bestanden"), _("Niet nodig. Een foto maakt het verhaal wel sterker.")),
    Stap("nakijken", _("Kijk na en dien in"), _("Zo komt het op de site.")),
)


@dataclass(frozen=True)
class Balkstap:
    """A step of the form as the bar above it shows it."""

    stap: Stap
    nummer: int
    klasse: str  # the one that is open, one before it, or neither

    @property
    def nu(self) -> bool:
        return self.klasse == "nu"


def balk(nu: Stap) -> list[Balkstap]:
    plek = STAPPEN.index(nu)
    klassen = ["klaar"] * plek + ["nu"] + [""] * (len(STAPPEN) - plek - 1)
    return [Balkstap(s, nummer, klassen[nummer - 1]) for nummer, s in enumerate(STAPPEN, start=1)]


def stap(code: str) -> Stap | None:
    return next((s for s in STAPPEN if s.code == code), None)


def volgende(nu: Stap) -> Stap | None:
    plek = STAPPEN.index(nu)
    return STAPPEN[plek + 1] if plek + 1 < len(STAPPEN) else None


def vorige(nu: Stap) -> Stap | None:
    plek = STAPPEN.index(nu)
    return STAPPEN[plek - 1] if plek else None


@dataclass(frozen=True)
class Voorbeeldantwoord:
    """How somebody might answer a question: well, and too vaguely, with why."""

    goed: str
    zwak: str
    waarom: str


@cache
def antwoorden() -> dict[str, Voorbeeldantwoord]:
    return {veld: Voorbeeldantwoord(**deel) for veld, deel in tomllib.loads(INHOUD.read_text(encoding="utf-8")).items()}
