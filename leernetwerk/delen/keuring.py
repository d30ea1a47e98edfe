"""What stands between a draft and the editors: the questions that need an answer, and what looks like a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.persoonssporen import SOORTEN, sporen
from leernetwerk.delen import getallen
from leernetwerk.delen.models import TEKSTVELDEN, Inzending

VERPLICHT: Final[Mapping[str, Any]] = {
    "titel": _("Geef het voorbeeld een titel. Zo vinden anderen het terug."),
    "aanleiding": _("Schrijf in één of twee zinnen wat er aan de hand was."),
    "aanpak": _("Schrijf wat u deed. Begin met de eerste stap."),
    "wat_werkte": _("Schrijf wat werkte. Werkte er niets? Schrijf dat op."),
    "wat_niet_werkte": _("Schrijf wat niet werkte, en waarom. Juist hiervan leert de volgende buurt."),
}
KEUZES: Final = (
    "uitkomst",
    "staat",
    "urenklasse",
    "kostenklasse",
    "lezers",
)  # always one; an old or a forged row has none
KIES: Final = _("Kies wat hier past.")
TE_KORT: Final = 20  # characters; less tells nobody anything. A title may be shorter.
TEGENSPRAAK: Final = _("Hier staat een resultaat, en ook dat er niets gemeten is. Haal een van de twee weg.")
BRON: Final = _("Schrijf waar dat uit blijkt, bijvoorbeeld ‘eigen telling, mei tot juli’. Of kies ‘niet gemeten’.")


@dataclass(frozen=True)
class Spoorvondst:
    """Something in a text that looks like a person."""

    veld: str
    soort: str
    tekst: str
    rondom: tuple[str, str]  # the words before and after, to recognise the place
    reden: str = ""  # why it may stay, when the writer said so

    @property
    def soortnaam(self) -> str:
        return str(SOORTEN[self.soort])

    @property
    def code(self) -> str:
        return f"{self.veld}:{self.soort}:{self.tekst}"


def vondsten(inzending: Inzending) -> list[Spoorvondst]:
    """Every place once per field and text, with the writer's reason where one was given for exactly this text."""
    redenen = {(v["veld"], v["soort"], v["tekst"]): v["reden"] for v in inzending.verklaringen}
    uit: dict[tuple[str, str, str], Spoorvondst] = {}
    for veld in TEKSTVELDEN:
        tekst = getattr(inzending, veld)
        for spoor in sporen(tekst):
            sleutel = (veld, spoor.soort, spoor.tekst)
            rondom = (tekst[max(0, spoor.begin - 30) : spoor.begin], tekst[spoor.eind : spoor.eind + 30])
            uit.setdefault(sleutel, Spoorvondst(*sleutel, rondom, redenen.get(sleutel, "")))
    return list(uit.values())


def tekorten(inzending: Inzending) -> dict[str, Any]:
    """field → what to do about it; empty when it may go to the editors."""
    uit = {naam: vraag for naam, vraag in VERPLICHT.items() if not getattr(inzending, naam).strip()}
    uit |= {naam: KIES for naam in KEUZES if not getattr(inzending, naam)}
    for naam in VERPLICHT:
        if naam != "titel" and naam not in uit and len(getattr(inzending, naam).strip()) < TE_KORT:
            uit[naam] = VERPLICHT[naam]
    if inzending.resultaat.strip() and inzending.niet_gemeten:
        uit["resultaat"] = TEGENSPRAAK
    elif inzending.resultaat.strip() and not inzending.resultaat_bron.strip():
        uit["resultaat_bron"] = BRON
    return uit | getallen.tekorten(inzending)
