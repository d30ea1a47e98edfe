"""From the questions of a sheet to a form, and from what was typed to a sheet to print. Keeps nothing."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.formuliertaal import Duidelijk

HOOGSTE: Final = 10
REGEL, TEKST = 160, 1500
LEEG = _("–")


@dataclass(frozen=True)
class Bladdeel:
    """A part of the form as the page shows it."""

    kop: str
    uitleg: str
    velden: list[BoundField]


@dataclass(frozen=True)
class Bladantwoord:
    vraag: str
    tekst: str


@dataclass(frozen=True)
class Antwoorddeel:
    kop: str
    antwoorden: list[Bladantwoord]
    cijfer: float | None  # the middle of its marks
    draad: bool = True  # does it ask for marks: a thread of the web
    in_web: bool = False  # all that it asks stands in the web


class Bladformulier(Duidelijk, forms.Form):
    """Nothing is required: a sheet that is half filled in is a sheet."""

    def __init__(self, *args: Any, delen: Sequence[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.opbouw: list[tuple[Any, list[tuple[str, Any]]]] = []
        for d, deel in enumerate(delen):
            namen = []
            for v, vraag in enumerate(deel.value["vragen"]):
                naam = f"d{d}v{v}"
                self.fields[naam] = _veld(vraag)
                namen.append((naam, vraag))
            self.opbouw.append((deel.value, namen))

    @property
    def bladdelen(self) -> list[Bladdeel]:
        return [Bladdeel(w["kop"], w["uitleg"], [self[naam] for naam, _vraag in namen]) for w, namen in self.opbouw]

    def leeg(self) -> list[Antwoorddeel]:
        """As if nothing was filled in: what a pen draws in."""
        soorten = [(waarde["kop"], {vraag["soort"] for _naam, vraag in namen}) for waarde, namen in self.opbouw]
        return [Antwoorddeel(kop, [], None, "cijfer" in van) for kop, van in soorten]

    def antwoorden(self) -> list[Antwoorddeel]:
        """After is_valid(). What was left empty is left out."""
        uit = []
        for waarde, namen in self.opbouw:
            gegeven = [(vraag, self.cleaned_data[naam]) for naam, vraag in namen if self.cleaned_data[naam]]
            cijfers = [int(antwoord) for vraag, antwoord in gegeven if vraag["soort"] == "cijfer"]
            rijen = [Bladantwoord(vraag["vraag"], antwoord) for vraag, antwoord in gegeven]
            soorten = {vraag["soort"] for _naam, vraag in namen}
            midden = sum(cijfers) / len(cijfers) if cijfers else None
            alleen = soorten == {"cijfer"} and len(namen) == 1
            uit.append(Antwoorddeel(waarde["kop"], rijen, midden, "cijfer" in soorten, alleen))
        return uit


def _veld(vraag: Any) -> forms.Field:
    vast: dict[str, Any] = {
        "label": vraag["vraag"],
        "help_text": vraag["uitleg"],
        "required": False,
        "template_name": "preventie/_invulveld.html",
    }
    match vraag["soort"]:
        case "cijfer":
            cijfers = [(str(n), str(n)) for n in range(HOOGSTE + 1)]
            return forms.ChoiceField(choices=[("", LEEG), *cijfers], **vast)
        case "keuze":
            return forms.ChoiceField(
                choices=[(keuze, keuze) for keuze in vraag["keuzes"]], widget=forms.RadioSelect, **vast
            )
        case "regel":
            return forms.CharField(max_length=REGEL, widget=forms.TextInput(attrs={"autocomplete": "off"}), **vast)
        case _:
            return forms.CharField(
                max_length=TEKST, widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}), **vast
            )


# ---- The web

MIDDEN_X, MIDDEN_Y, STRAAL = 150.0, 150.0, 110.0


@dataclass(frozen=True)
class Webdraad:
    """One thread of the web: from the middle to its end, with its name and mark. Places as SVG writes them."""

    kop: str
    cijfer: float | None
    eind: str
    x: str  # of the mark
    y: str
    nummer_x: str  # of its number; names stand below, since text in a drawing shrinks with it
    nummer_y: str


@dataclass(frozen=True)
class Web:
    draden: list[Webdraad]
    ringen: list[str]  # points of polygons, from small to large
    vlak: str  # points of what was filled in; '' with fewer than three marks


def web(delen: Sequence[Antwoorddeel]) -> Web | None:
    """None with fewer than three threads: that is no web."""
    delen = [deel for deel in delen if deel.draad]
    if len(delen) < 3:
        return None
    draden = list(_draden(delen))
    ringen = [_ring(len(delen), deel) for deel in (0.2, 0.4, 0.6, 0.8, 1.0)]
    punten = [f"{draad.x},{draad.y}" for draad in draden if draad.cijfer is not None]
    return Web(draden, ringen, " ".join(punten) if len(punten) > 2 else "")


def _plek(nummer: int, aantal: int, ver: float) -> tuple[float, float]:
    hoek = 2 * math.pi * nummer / aantal - math.pi / 2
    return (round(MIDDEN_X + ver * math.cos(hoek), 1), round(MIDDEN_Y + ver * math.sin(hoek), 1))


def _ring(aantal: int, deel: float) -> str:
    return " ".join("{:g},{:g}".format(*_plek(n, aantal, STRAAL * deel)) for n in range(aantal))


def _draden(delen: Sequence[Antwoorddeel]) -> Iterator[Webdraad]:
    for nummer, deel in enumerate(delen):
        naam = _plek(nummer, len(delen), STRAAL + 22)
        eind = _plek(nummer, len(delen), STRAAL)
        punt = _plek(nummer, len(delen), STRAAL * (deel.cijfer or 0) / HOOGSTE)
        x, y, nummer_x, nummer_y = (f"{getal:g}" for getal in (*punt, *naam))
        yield Webdraad(deel.kop, deel.cijfer, "{:g} {:g}".format(*eind), x, y, nummer_x, nummer_y)
