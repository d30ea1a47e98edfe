"""Values for synthetic pages, by the type of each field: a room that adds a field needs nothing here.

Words are drawn from what the site says already, so that an index of it has the lengths and frequencies of real Dutch.
"""

from __future__ import annotations

import datetime as dt
import re
import uuid
from collections.abc import Callable, Iterable
from random import Random
from typing import Any

from django.db import models
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.snippets.blocks import SnippetChooserBlock

from kennisplatform.basis.keuzes import Kostenklasse
from kennisplatform.basis.models.bewijs import MetInzet
from kennisplatform.basis.velden import RegelsField
from kennisplatform.proefdata.inzet import ADRES, jaarbedrag

MERK = "Proef"  # every title starts with it
NODIG = {"ses_grond", "verschillen_grond", "bewijs_datum"}  # the ground of a claim is never left out
LEEG = 0.15  # share of optional fields without a value
NOODWOORDEN = ["bewegen", "samen", "wijk", "ouderen", "huisarts", "zorg", "gesprek", "groep", "thuis", "gezond"]
NAAMDELEN = ("Linden", "Molen", "Haven", "Bloemen", "Water", "Veld", "Kerk", "Noorder", "Zuider", "Ooster", "Wester")
NAAMEINDEN = ("kwartier", "buurt", "wijk", "hof", "eiland", "hoek")
GETALLEN: dict[str, tuple[float, float]] = {"breedtegraad": (50.9, 53.3), "lengtegraad": (4.0, 6.8)}

Verwijzer = Callable[[models.ForeignKey], Any]


def woorden_uit(teksten: Iterable[str]) -> list[str]:
    """All words of the texts, repeats and all: a draw from the list then has their own frequencies."""
    woorden = [w.lower() for tekst in teksten for w in re.findall(r"[^\W\d_]{2,30}", tekst)]
    return woorden or NOODWOORDEN


class Vuller:
    """Fills a model's own fields from a seeded die. `verwijzer` gives the primary key for a foreign key, or None."""

    def __init__(self, zaad: int, woorden: list[str], verwijzer: Verwijzer, paginas: list[int]) -> None:
        self.dobbel = Random(zaad)
        self._woorden, self._verwijzer, self._paginas = woorden, verwijzer, paginas
        self._sleutels: dict[type[models.Model], list[int]] = {}  # what a chooser may pick, looked up once
        self._vandaag = dt.date.today()

    # Text

    def zin(self, onder: int = 6, boven: int = 16) -> str:
        return " ".join(self.dobbel.choices(self._woorden, k=self.dobbel.randint(onder, boven))).capitalize() + "."

    def zinnen(self, onder: int, boven: int) -> str:
        return " ".join(self.zin() for _ in range(self.dobbel.randint(onder, boven)))

    def kort(self, lengte: int | None) -> str:
        """A few words that fit a field of this length."""
        tekst = " ".join(self.dobbel.choices(self._woorden, k=self.dobbel.randint(2, 9))).capitalize()
        return tekst[: lengte or None].rstrip()

    def alineas(self) -> str:
        return "".join(f"<p>{self.zinnen(2, 5)}</p>" for _ in range(self.dobbel.randint(1, 3)))

    def naam(self, nummer: int) -> str:
        return f"{MERK} {self.dobbel.choice(NAAMDELEN)}{self.dobbel.choice(NAAMEINDEN)} {nummer}"

    def dag(self, van: int, tot: int) -> dt.date:
        """A day between `van` and `tot` days from today."""
        return self._vandaag + dt.timedelta(days=self.dobbel.randint(van, tot))

    # Fields

    def velden(self, model: type[models.Model], vast: dict[str, Any]) -> dict[str, Any]:
        """A value for each of the model's own columns; `vast` comes first and is kept."""
        uit = dict(vast)
        for veld in model._meta.local_concrete_fields:
            if veld.primary_key or veld.name in uit:
                continue
            uit[veld.attname] = self._waarde(veld)
        if issubclass(model, MetInzet) and uit["kostenklasse"] != Kostenklasse.ONBEKEND:
            uit["inzetregels"] = [*uit["inzetregels"], jaarbedrag(self.dobbel, uit["kostenklasse"])]
        return uit

    def _waarde(self, veld: models.Field) -> Any:  # noqa: PLR0911, PLR0912  one line a type reads best
        if isinstance(veld, models.ForeignKey):
            return self._verwijzer(veld)
        if veld.choices:
            return self.dobbel.choice([code for code, _label in veld.choices])
        if veld.blank and veld.name not in NODIG and self.dobbel.random() < LEEG:
            return veld.get_default() if veld.has_default() else None if veld.null else ""
        match veld:
            case StreamField():
                return self.stroom(veld.stream_block)
            case RegelsField():
                return "\n".join(self.zin(3, 9) for _ in range(self.dobbel.randint(2, 5)))
            case RichTextField():
                return self.alineas()
            case models.BooleanField():
                return veld.get_default()
            case models.DateField():
                return self.dag(-100, 700) if veld.name.startswith("volgende") else self.dag(-2600, 0)
            case models.FloatField():
                return round(self.dobbel.uniform(*GETALLEN.get(veld.name, (0.0, 100.0))), 4)
            case models.IntegerField():
                return self.dobbel.randrange(10, 2000)
            case models.URLField():
                return ADRES
            case models.TextField():
                tekst = self.zinnen(1, 4)
                return tekst[: veld.max_length] if veld.max_length else tekst
            case models.CharField():
                return self.kort(veld.max_length)
        raise TypeError(f"proefdata knows no value for {veld.model.__name__}.{veld.name} ({type(veld).__name__})")

    # Streams

    def stroom(self, blok: blocks.BaseStreamBlock) -> list[dict[str, Any]]:
        """Raw stream data: two to five blocks of the kinds that can be made up."""
        rijen = []
        for _ in range(self.dobbel.randint(2, 5)):
            naam = self.dobbel.choice(list(blok.child_blocks))
            rij = {"type": naam, "value": self._blok(blok.child_blocks[naam])}
            if rij["value"] is not None and rij not in rijen:  # a field that picks refuses the same twice
                rijen.append(rij)
        return rijen

    def _keus(self, model: type[models.Model]) -> Any:
        if model not in self._sleutels:
            self._sleutels[model] = list(model._default_manager.order_by("pk").values_list("pk", flat=True))
        return self.dobbel.choice(self._sleutels[model]) if self._sleutels[model] else None

    def _structuur(self, blok: blocks.BaseStructBlock) -> dict[str, Any] | None:
        waarden = {naam: self._blok(kind) for naam, kind in blok.child_blocks.items()}
        if None in waarden.values():
            return None
        if {"van", "tot"} <= waarden.keys():
            waarden["van"], waarden["tot"] = sorted((waarden["van"], waarden["tot"]))
        return waarden

    def _nummer(self) -> str:
        return str(uuid.UUID(int=self.dobbel.getrandbits(128), version=4))

    def _blok(self, blok: blocks.Block) -> Any:  # noqa: PLR0911  one line a type reads best
        """None for a block that needs a file."""
        match blok:
            case blocks.StructBlock():
                return self._structuur(blok)
            case blocks.ListBlock():
                delen = [self._blok(blok.child_block) for _ in range(3)]
                return [
                    {"type": "item", "value": d, "id": self._nummer()} for d in delen if d is not None
                ]  # without: lost
            case blocks.PageChooserBlock():
                return self.dobbel.choice(self._paginas) if self._paginas else None
            case SnippetChooserBlock():
                return self._keus(blok.target_model)
            case blocks.MultipleChoiceBlock():
                return _codes(blok.field.choices)[:3]
            case blocks.FloatBlock() | blocks.IntegerBlock():
                hoogst = blok.field.max_value or 2026
                return self.dobbel.randrange(min(2000, hoogst), hoogst + 1)  # a year, or an amount of that order
            case blocks.ChoiceBlock():
                return self.dobbel.choice([code for code, _label in blok.field.choices if code])
            case blocks.RichTextBlock():
                return self.alineas()
            case blocks.DateBlock():
                return self.dag(-2600, 0).isoformat()
            case blocks.URLBlock():
                return ADRES
            case blocks.TextBlock():
                return self.zin()
            case blocks.CharBlock():
                return self.kort(blok.field.max_length)
        return None


def _codes(keuzes: Iterable[tuple[Any, Any]]) -> list[Any]:
    """Of a menu that may stand in groups."""
    uit: list[Any] = []
    for code, label in keuzes:
        uit += [onder for onder, _naam in label] if isinstance(label, list | tuple) else [code]
    return uit
