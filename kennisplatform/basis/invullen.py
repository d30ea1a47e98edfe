"""Texts that name a thing instead of holding it, `{feit:113}`: filled in where they are shown, so a change is made once.

Rooms bring what can be named. Only `{word:name}` is looked at, so braces mean nothing else to anybody.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.db import models
from wagtail.fields import StreamField

from kennisplatform.kamers import gebracht

NAAM: Final = re.compile(r"\{([a-z]+):([a-z0-9./-]+)\}")
ONBEKEND: Final = "…"


@dataclass(frozen=True)
class Invuller:
    """`waarden()`: name → text, without markup, for `{naam:name}`."""

    naam: str
    waarden: Callable[[], Mapping[str, str]]


def vul(tekst: str) -> str:
    """The text as a reader sees it."""
    if "{" not in tekst:
        return tekst
    invullers = {invuller.naam: invuller for invuller in gebracht(Invuller)}

    def waarde(treffer: re.Match[str]) -> str:
        if treffer[1] not in invullers:
            return treffer[0]
        return vul(invullers[treffer[1]].waarden().get(treffer[2], ONBEKEND))

    return NAAM.sub(waarde, tekst)


def namen(tekst: str) -> list[tuple[str, str]]:
    """What a text names, as (word, name)."""
    return [(treffer[1], treffer[2]) for treffer in NAAM.finditer(tekst)]


def onbekende(tekst: str) -> list[str]:
    """What a text names that nobody knows, as it stands there."""
    invullers = {invuller.naam: invuller for invuller in gebracht(Invuller)}
    return [
        f"{{{woord}:{naam}}}"
        for woord, naam in namen(tekst)
        if woord in invullers and naam not in invullers[woord].waarden()
    ]


def teksten(waarde: Any) -> Iterator[str]:
    """Every text in a value: a text, or what a stream holds."""
    if isinstance(waarde, str):
        yield waarde
    elif isinstance(waarde, Mapping):
        for deel in waarde.values():
            yield from teksten(deel)
    elif isinstance(waarde, list | tuple):
        for deel in waarde:
            yield from teksten(deel)


def _gevuld(waarde: Any) -> Any:
    if isinstance(waarde, str):
        return vul(waarde)
    if isinstance(waarde, Mapping):
        return {sleutel: _gevuld(deel) for sleutel, deel in waarde.items()}
    return [_gevuld(deel) for deel in waarde] if isinstance(waarde, list) else waarde


def vul_pagina(pagina: models.Model) -> None:
    """Fills a page that is about to be shown. Never save it afterwards: what it named would be gone."""
    for veld in pagina._meta.concrete_fields:
        waarde = pagina.__dict__.get(veld.attname)
        if isinstance(waarde, str):
            if "{" in waarde:
                setattr(pagina, veld.attname, vul(waarde))
        elif isinstance(veld, StreamField) and waarde:
            ruw = list(waarde.raw_data)
            if any("{" in tekst for tekst in teksten(ruw)):
                setattr(pagina, veld.attname, _gevuld(ruw))
