"""How large a file, a function and a line may be, that each thing has one name, and that nothing fetched is kept here."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from tests import indeling
from tests.alle import van_alle
from tests.huis import KAMERMAPPEN, WORTEL, git_bestanden, modulenaam, onze_bestanden

MAX_REGELS, MAX_FUNCTIE, BREEDTE = 300, 40, 120
# Names that Django, Wagtail or a framework of theirs looks up, so that each room has its own.
VASTE_KLASSEN = {"Meta", "Config", "Command", "Media"}


@van_alle(onze_bestanden(), modulenaam)
def test_rooms_stay_small(pad: Path) -> None:
    tekst = pad.read_text(encoding="utf-8")
    assert len(tekst.splitlines()) <= MAX_REGELS
    for knoop in ast.walk(ast.parse(tekst)):
        if isinstance(knoop, ast.FunctionDef):
            assert (knoop.end_lineno or 0) - knoop.lineno < MAX_FUNCTIE, f"{pad.name}:{knoop.name} is too long"


@van_alle(sorted((WORTEL / "tests").rglob("*.py")), modulenaam)
def test_a_file_of_tests_is_about_one_thing(pad: Path) -> None:
    assert len(pad.read_text(encoding="utf-8").splitlines()) <= MAX_REGELS


def test_every_class_has_a_name_of_its_own() -> None:
    """'Regel' that is four things in four rooms is found by nobody. A class inside another is named with that one."""
    waar: dict[str, list[str]] = {}
    for pad in onze_bestanden():
        for knoop in ast.parse(pad.read_text(encoding="utf-8")).body:
            if isinstance(knoop, ast.ClassDef) and knoop.name not in VASTE_KLASSEN:
                waar.setdefault(knoop.name, []).append(modulenaam(pad))
    dubbel = {naam: modules for naam, modules in waar.items() if len(modules) > 1}
    assert not dubbel, f"the same name for different things: {dubbel}"


def _breedte_zonder_tekst(regel: str) -> int:
    """Columns of a line without its longest string: what is left once a Dutch message is taken out."""
    teksten = re.findall(r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')""", regel)
    return len(regel) - max(map(len, teksten), default=0)


def test_lines_are_not_wide() -> None:
    """120 columns. Only a message may be longer: a line of which more than half is one string, or that is prose itself."""
    te_breed = []
    for pad in [p for map_ in (*KAMERMAPPEN, "tests") for p in sorted((WORTEL / map_).rglob("*.py"))]:
        if "migrations" in pad.parts:
            continue
        tekst = pad.read_text(encoding="utf-8")
        if max(map(len, tekst.splitlines()), default=0) <= BREEDTE:
            continue
        proza = {
            nummer
            for knoop in ast.walk(ast.parse(tekst))
            if isinstance(knoop, ast.Constant) and isinstance(knoop.value, str)
            for nummer in range(knoop.lineno, (knoop.end_lineno or knoop.lineno) + 1)
            if knoop.end_lineno != knoop.lineno
        }
        te_breed += [
            f"{pad.relative_to(WORTEL)}:{nummer}"
            for nummer, regel in enumerate(tekst.splitlines(), start=1)
            if len(regel) > BREEDTE and nummer not in proza and _breedte_zonder_tekst(regel) > BREEDTE // 2
        ]
    assert not te_breed, te_breed


def test_a_module_is_named_after_its_subject() -> None:
    """A module that grew too long is split by subject; 'more of it' is not one."""
    meer = re.compile(r"(_|\b)(meer|rest|overig|\d+)$")
    assert not [modulenaam(pad) for pad in onze_bestanden() if meer.search(pad.stem)]


def test_top_floor() -> None:
    """The client fixed the top level; beside it stands what any repository has."""
    mappen = {p.split("/")[0] for p in git_bestanden() if "/" in p}
    vast = {"kennisplatform", "menukaart", "zorgpaden", "leernetwerk", "templates", "tests"}
    assert mappen - {".ci", "docs", "locale"} == vast


def test_nothing_from_elsewhere() -> None:
    """No registry address, no path of a machine, nothing minified or vendored."""
    for naam in git_bestanden():
        pad = WORTEL / naam
        if pad.suffix in {".png", ".woff2", ".webp"} or not pad.exists():
            continue
        tekst = pad.read_text(encoding="utf-8")
        if naam in {"requirements.txt", "requirements-dev.txt", "package-lock.json", ".npmrc"}:
            assert not re.search(
                r"https?://(?!.*(funding|opencollective))", re.sub(r'"(url|funding)": ?"[^"]*"', "", tekst)
            ), naam
        assert "--index-url" not in tekst or naam.endswith(("test_maten.py", "Makefile")), naam
        assert "/work" + "/" not in tekst, naam
    assert not [n for n in git_bestanden() if re.search(r"(\.min\.(js|css)|\.woff2?|/vendor/|node_modules)", n)]


def test_what_runs_on_services_is_there() -> None:
    """A file that got another name would silently be left out."""
    assert [naam for naam in indeling.OP_DIENSTEN if not (WORTEL / naam).exists()] == []
