"""What rooms bring to each other: read once, in order, and a mistake stops the start with the file and what to do."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.db import models
from wagtail.models import Page

from kennisplatform import kamers
from kennisplatform.basis.aanbouw import Aanbouw
from kennisplatform.basis.kaarten import Kaartsoort
from kennisplatform.basis.nachtwerk import Nachtwerk
from kennisplatform.deelnemers.gegevens import Persoonsgegevens
from kennisplatform.zoeken.bron import Zoekbron
from tests.huis import WORTEL, invoer
from tests.test_bouw import PIJLEN, kamer_van

# What a file of this name holds is for another room: a kamer.py that doesn't name it has forgotten it.
VOOR_ANDEREN = ("aanbouwen", "demo", "laden", "persoonsgegevens", "proef", "vaste_paginas", "volgsoort", "zoekbron")


@dataclass(frozen=True)
class Ding:
    naam: str
    na: tuple[str, ...] = ()


def namen(*dingen: Ding) -> list[str]:
    return [ding.naam for ding in kamers.op_volgorde(list(dingen))]


def test_things_come_as_they_were_listed_but_after_what_they_name() -> None:
    assert namen(Ding("a", na=("c",)), Ding("b"), Ding("c"), Ding("d")) == ["b", "c", "a", "d"]
    assert namen(Ding("a", na=("b",)), Ding("b", na=("c",)), Ding("c")) == ["c", "b", "a"]


@pytest.mark.parametrize(
    ("dingen", "melding"),
    [
        ([Ding("a"), Ding("a")], "two are called a"),
        ([Ding("a", na=("weg",))], "'a' comes after {'weg'}, which nobody brings"),
        ([Ding("a", na=("b",)), Ding("b", na=("a",))], "wait for each other"),
    ],
)
def test_an_order_that_can_not_be_kept_is_named(dingen: list[Ding], melding: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=f"Ding: .*{melding}"):
        kamers.op_volgorde(dingen)


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [
        ({}, r"menukaart\.kamer has no list BRENGT"),
        ({"BRENGT": [Ding("goed"), print]}, r"menukaart\.kamer: thing 2 of BRENGT is .*print"),
        ({"BRENGT": [Ding]}, "thing 1 of BRENGT is .*must be an object"),
    ],
)
def test_a_list_that_can_not_be_read_is_named(
    monkeypatch: pytest.MonkeyPatch, inhoud: dict[str, Any], melding: str
) -> None:
    echt = sys.modules["menukaart.kamer"]
    module = ModuleType("menukaart.kamer")
    module.__dict__.update({"__spec__": echt.__spec__} | inhoud)
    monkeypatch.setitem(sys.modules, "menukaart.kamer", module)
    voor = kamers.gebracht(Nachtwerk)
    with pytest.raises(ImproperlyConfigured, match=melding):
        kamers.lees()
    assert kamers.gebracht(Nachtwerk) == voor, "what was read before still stands"


def test_a_place_that_is_no_place_stops_the_start() -> None:
    with pytest.raises(ImproperlyConfigured, match="podium builds on at 'kelder', which is no place"):
        Aanbouw("kelder", "podium", lambda request, ding: None)


def test_the_night_knows_the_work_of_every_room() -> None:
    werk = [nacht.naam for nacht in kamers.gebracht(Nachtwerk)]
    assert len(werk) > 15
    assert werk.index("herinneringen van de agenda") < werk.index("post versturen"), "what a night writes goes out"


@pytest.mark.parametrize("kamer", sorted(PIJLEN))
def test_no_room_forgets_to_bring_what_it_wrote_for_others(kamer: str) -> None:
    map_ = WORTEL / kamer.replace(".", "/")
    klaar = [naam for naam in VOOR_ANDEREN if (map_ / f"{naam}.py").exists()]
    brengt = invoer(map_ / "kamer.py") if (map_ / "kamer.py").exists() else set()
    assert {f"{kamer}.{naam}" for naam in klaar} <= brengt, "name it in kamer.py, or call the file what it is"


def onze_modellen() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if kamer_van(model.__module__)]


def test_what_points_at_a_person_is_told_to_that_person() -> None:
    """A record with a person in a room that shows, hands out and forgets nothing of people."""
    vertellen = {kamer_van(bron.geef.__module__) for bron in kamers.gebracht(Persoonsgegevens)}
    zwijgt = {
        model._meta.label
        for model in onze_modellen()
        for veld in model._meta.local_fields
        if isinstance(veld, models.ForeignKey) and veld.related_model._meta.label == "deelnemers.Gebruiker"
        if kamer_van(model.__module__) not in vertellen
    }
    # Wagtail's own field: who uploaded it is told by Wagtail's log, which the door hands out.
    zwijgt -= {"basis.Afbeelding", "basis.Bestand"}
    zwijgt -= {"basis.Weggegooid"}  # below the people; the desk, which puts pages in the bin, tells it
    assert not zwijgt, f"bring Persoonsgegevens for {zwijgt}"


def test_what_can_be_found_has_a_card_and_is_a_source() -> None:
    bronnen, kaarten = kamers.gebracht(Zoekbron), kamers.gebracht(Kaartsoort)
    assert {bron.prefix for bron in bronnen} == {kaart.naam for kaart in kaarten}
    los = {m for m in onze_modellen() if hasattr(m, "zoekdocument") and not issubclass(m, Page)}
    assert los <= {bron.model for bron in bronnen}
