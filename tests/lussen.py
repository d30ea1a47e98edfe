"""Reads the source: which works go over many rows, and which loops write more than one letter."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from tests.huis import modulenaam, onze_bestanden

PER_STUK: Final = ("voor_elk", "los", "meld")  # of basis/losse_rijen.py
POST: Final = ("kennisplatform.post.versturen", "verstuur")
Functie = tuple[str, str]  # module and name


@cache
def bomen() -> dict[str, ast.Module]:
    return {modulenaam(pad): ast.parse(pad.read_text(encoding="utf-8")) for pad in onze_bestanden()}


def _namen(module: str, boom: ast.Module) -> dict[str, str]:
    """What a name of this module stands for, in full."""
    uit = {k.name: f"{module}.{k.name}" for k in boom.body if isinstance(k, ast.FunctionDef)}
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.ImportFrom) and knoop.module:
            basis = knoop.module if not knoop.level else f"{module.rpartition('.')[0]}.{knoop.module}"
            uit |= {n.asname or n.name: f"{basis}.{n.name}" for n in knoop.names}
    return uit


def _roept(knoop: ast.AST, namen: dict[str, str]) -> Iterator[str]:
    for deel in ast.walk(knoop):
        match deel:
            case ast.Call(func=ast.Name(id=naam)) if naam in namen:
                yield namen[naam]
            case ast.Call(func=ast.Attribute(value=ast.Name(id=ding), attr=naam)) if ding in namen:
                yield f"{namen[ding]}.{naam}"


@cache
def schrijvers() -> frozenset[str]:
    """Every function that writes a letter, itself or by what it calls."""
    roept = {
        f"{module}.{f.name}": set(_roept(f, _namen(module, boom)))
        for module, boom in bomen().items()
        for f in boom.body
        if isinstance(f, ast.FunctionDef)
    }
    uit = {".".join(POST)}
    while nieuw := {naam for naam, wat in roept.items() if naam not in uit and wat & uit}:
        uit |= nieuw
    return frozenset(uit)


def brieflussen() -> list[str]:
    """module.function of each plain loop in which a letter is written, so that one that fails takes the others along."""
    uit = []
    for module, boom in bomen().items():
        namen = _namen(module, boom)
        for functie in (k for k in boom.body if isinstance(k, ast.FunctionDef)):
            for lus in ast.walk(functie):
                if isinstance(lus, ast.For):
                    delen: list[ast.AST] = [deel for deel in lus.body if not isinstance(deel, (ast.With, ast.Try))]
                elif isinstance(lus, (ast.ListComp, ast.SetComp, ast.GeneratorExp)):
                    delen = [lus.elt]
                else:
                    continue
                if any(wat in schrijvers() for deel in delen for wat in _roept(deel, namen)):
                    uit.append(f"{module}.{functie.name}")
    return sorted(set(uit))


def namen_van_werk() -> set[str]:
    """The first argument of each `voor_elk`, `los` and `meld`: what the team reads of it."""
    uit = set()
    for module, boom in bomen().items():
        namen = _namen(module, boom)
        for knoop in ast.walk(boom):
            match knoop:
                case ast.Call(func=ast.Name(id=f), args=[ast.Constant(value=str(wat)), *_]) if f in PER_STUK:
                    if namen.get(f, "").startswith("kennisplatform.basis.losse_rijen"):
                        uit.add(wat)
                case ast.Call(
                    func=ast.Attribute(value=ast.Name(id="losse_rijen"), attr=f),
                    args=[ast.Constant(value=str(wat)), *_],
                ) if f in PER_STUK:
                    uit.add(wat)
    return uit


def taken() -> set[str]:
    """Functions that run beside a request, by the decorator of django-tasks."""
    return {
        f"{module}.{f.name}"
        for module, boom in bomen().items()
        for f in boom.body
        if isinstance(f, ast.FunctionDef)
        for versiering in f.decorator_list
        if isinstance(versiering, ast.Call) and getattr(versiering.func, "id", "") == "task"
    }


def staat_er(test: str, map_: Path) -> bool:
    """'basis/test_x.py::test_y'"""
    bestand, _, naam = test.partition("::")
    return f"def {naam}(" in (map_ / bestand).read_text(encoding="utf-8")
