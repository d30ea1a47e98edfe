"""What of Wagtail, and of the libraries beside it, this house put something else in the place of: all of it is written down
with a mark of how theirs read then. A new version that changes one of them fails here, with its name, before it can go wrong
on a screen.
"""

from __future__ import annotations

import ast
import hashlib
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import FunctionType, MethodType, ModuleType
from typing import Any

from django.db.models import Model
from django.db.models.fields.related_descriptors import ForwardManyToOneDescriptor
from django.utils.functional import cached_property
from wagtail import hooks

from tests.huis import WORTEL

BIBLIOTHEKEN = ("wagtail", "wagtail_localize", "wagtail_modeladmin", "modelcluster", "modelsearch", "taggit", "django")
TABEL = WORTEL / "tests" / "bijgesteld.toml"
_BOMEN: dict[str, tuple[str, ast.Module]] = {}


def onze(ding: Any) -> bool:
    """Also when it took the name of what it stands in for."""
    soort = type(ding)  # and nothing is asked of the thing itself: some wake up then
    if soort is property:
        return onze(ding.fget)
    if soort in {staticmethod, classmethod, MethodType}:
        return onze(ding.__func__)
    if soort is cached_property:
        return onze(ding.func)
    if issubclass(soort, type):  # not the models that the settings choose: those are meant to be ours
        return not issubclass(ding, Model) and is_huis(getattr(sys.modules.get(ding.__module__), "__file__", None))
    return soort is FunctionType and (is_huis(ding.__code__.co_filename) or onze(getattr(ding, "__wrapped__", None)))


def is_huis(bestand: str | None) -> bool:
    """In this checkout, and not in the packages or the tests that stand in it."""
    pad = Path(bestand or "/")
    if not pad.is_relative_to(WORTEL):
        return False
    return pad.relative_to(WORTEL).parts[0] not in {".venv", "node_modules", "tests"}


def bijgesteld() -> Iterator[tuple[str, str]]:
    """(where, mark of theirs): each name of a library that now leads to something of this house."""
    hooks.search_for_hooks()
    for naam, module in sorted(sys.modules.items()):
        if naam.partition(".")[0] not in BIBLIOTHEKEN or not isinstance(module, ModuleType):
            continue
        for wat, ding in list(vars(module).items()):
            if onze(ding):
                yield f"{naam}.{wat}", merk(van_module(module, wat))
            elif issubclass(type(ding), type) and ding.__module__ == naam and wat == ding.__name__:
                yield from van_leden(ding, f"{naam}.{wat}")


def van_leden(klas: type, waar: str) -> Iterator[tuple[str, str]]:
    for lid, waarde in list(vars(klas).items()):
        if onze(waarde):
            yield f"{waar}.{lid}", merk(van_klas(klas, lid))
        elif isinstance(waarde, ForwardManyToOneDescriptor):
            for naam in [naam for naam, ding in vars(waarde).items() if onze(ding)]:
                yield f"{waar}.{lid}.{naam}", merk(van_klas(type(waarde), naam))


def merk(tekst: str) -> str:
    return hashlib.sha256(tekst.encode()).hexdigest()[:12] if tekst else "weg"


def boom(module: ModuleType | Any) -> tuple[str, ast.Module]:
    bestand = str(module.__file__)
    if bestand not in _BOMEN:
        tekst = Path(bestand).read_text(encoding="utf-8")
        _BOMEN[bestand] = tekst, ast.parse(tekst)
    return _BOMEN[bestand]


def van_module(module: ModuleType, naam: str) -> str:
    """Its own function or class; of what it only imports, all that uses the name."""
    tekst, knopen = boom(module)
    delen = [knoop for knoop in knopen.body if isinstance(knoop, ast.FunctionDef | ast.ClassDef)]
    eigen = [knoop for knoop in delen if knoop.name == naam]
    gebruikt = [d for d in delen if any(isinstance(k, ast.Name) and k.id == naam for k in ast.walk(d))]
    return "\n".join(ast.get_source_segment(tekst, knoop) or "" for knoop in eigen or gebruikt)


def van_klas(klas: type, naam: str) -> str:
    """As it stands in the class, or in the first one above it that has it."""
    for boven in klas.__mro__:
        module = sys.modules[boven.__module__]
        if not getattr(module, "__file__", None):
            continue
        tekst, knopen = boom(module)
        for knoop in knopen.body:
            if isinstance(knoop, ast.ClassDef) and knoop.name == boven.__name__:
                for lid in knoop.body:
                    if naam in namen_van(lid):
                        return ast.get_source_segment(tekst, lid) or ""
    return ""


def namen_van(knoop: ast.stmt) -> set[str]:
    if isinstance(knoop, ast.FunctionDef | ast.AsyncFunctionDef):
        return {knoop.name}
    return {doel.id for doel in getattr(knoop, "targets", ()) if isinstance(doel, ast.Name)}


def test_what_stands_in_for_something_of_wagtail_was_looked_at_in_this_version() -> None:
    """Changed: read theirs again, mend ours (or take it out), and write the new mark down. New: write it down."""
    nu, opgeschreven = dict(bijgesteld()), tomllib.loads(TABEL.read_text(encoding="utf-8"))
    anders = {waar: hoe for waar, hoe in nu.items() if opgeschreven.get(waar) != hoe}
    weg = sorted(set(opgeschreven) - set(nu))
    assert not anders, "\n".join(f'"{waar}" = "{hoe}"' for waar, hoe in anders.items())
    assert not weg, weg
    assert "weg" not in nu.values(), "theirs is not there any more"
