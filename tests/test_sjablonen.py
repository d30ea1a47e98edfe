"""How templates and style sheets are laid out: a page reads like its outline, and only one file names a colour.

djlint's formatter is not used, because it moves white space that readers see; these rules are our own. They read files
and draw nothing. Which mistakes djlint's linter looks for stands in pyproject.toml.
"""

from __future__ import annotations

import re
from pathlib import Path
from statistics import median
from typing import Final

from kennisplatform.basis.straat import PALETTEN
from tests.alle import van_alle

WORTEL = Path(__file__).resolve().parent.parent
SJABLONEN = sorted((WORTEL / "templates").rglob("*.html"))
CSS = WORTEL / "kennisplatform" / "basis" / "opmaak" / "css"
BLADEN = sorted(CSS.glob("*.css"))
ROLLEN = CSS / "rollen.css"
BREED, MEDIAAN = 120, 45
BLOK = (
    r"address|article|aside|blockquote|body|caption|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|"
    r"h1|h2|h3|h4|h5|h6|head|header|html|legend|li|main|nav|noscript|ol|option|p|section|"
    r"summary|table|tbody|td|tfoot|th|thead|title|tr|ul"
)
OPEN = re.compile(rf"<({BLOK}|h(?=\{{\{{))(?=[\s>{{]|$)")
KLEUR = re.compile(
    r"#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(|:[^;]*\b(?:white|black)\b", re.I
)

FORM = re.compile(r"<form\b(?:\{%.*?%\}|\{\{.*?\}\}|[^>])*>", re.S)


def naam(pad: Path) -> str:
    return str(pad.relative_to(WORTEL))


def regels(pad: Path) -> list[tuple[int, str]]:
    return list(enumerate(pad.read_text(encoding="utf-8").split("\n"), start=1))


@van_alle(SJABLONEN + BLADEN, naam)
def test_lines(pad: Path) -> None:
    """Narrow enough to read beside another file, and indented in steps of two."""
    for nummer, regel in regels(pad):
        plek = f"{naam(pad)}:{nummer}"
        assert len(regel) <= BREED, f"{plek} is {len(regel)} wide"
        assert "\t" not in regel, f"{plek} has a tab"
        assert regel == regel.rstrip(), f"{plek} ends in white space"
        if not in_commentaar(pad, regel):
            assert (len(regel) - len(regel.lstrip(" "))) % 2 == 0, f"{plek} is indented by an odd number"


def test_what_the_frame_of_every_page_remembers_is_no_view_s_word() -> None:
    """It is bound before the page is drawn, so it would stand there in the place of what the view gave."""
    omlijsting = (WORTEL / "templates" / "basis.html").read_text()
    namen = set(re.findall(r" as (\w+) %}", omlijsting)) - {"taal", "kant"}  # the page's own language, everywhere
    assert len(namen) > 3
    kamers = (
        pad
        for map_ in ("kennisplatform", "menukaart", "zorgpaden", "leernetwerk")
        for pad in (WORTEL / map_).rglob("*.py")
    )
    botst = {(naam(pad), woord) for pad in kamers for woord in namen if f'"{woord}":' in pad.read_text()}
    assert not botst


def in_commentaar(pad: Path, regel: str) -> bool:
    """The next lines of a comment in a style sheet stand under its first word."""
    return pad.suffix == ".css" and regel.startswith("   ") and not re.search(r"[{};]|^\s+[a-z-]+:", regel)


@van_alle(SJABLONEN, naam)
def test_one_element_a_line(pad: Path) -> None:
    """No line opens a second block: only one that closes again on the same line may hold something."""
    for nummer, regel in regels(pad):
        geopend = [m.group(1) for m in OPEN.finditer(regel)]
        assert len(geopend) <= 1, f"{naam(pad)}:{nummer} opens {geopend}"


@van_alle(SJABLONEN, naam)
def test_what_people_typed_is_judged_by_the_site(pad: Path) -> None:
    """A browser refuses in its own words, and before what Outlook pasted ('Jan <jan@…>') could be understood."""
    for vorm in FORM.findall(pad.read_text(encoding="utf-8")):
        typed = 'method="post"' in vorm and re.search(r'class="[^"]*\bformulier\b', vorm)
        assert not typed or "novalidate" in vorm, f"{naam(pad)}: {vorm}"


@van_alle(SJABLONEN, naam)
def test_indenting_follows_the_trees(pad: Path) -> None:
    """An element that closes on a later line closes under the place where it was opened."""
    open_: list[tuple[str, int]] = []
    for nummer, regel in regels(pad):
        diep = len(regel) - len(regel.lstrip(" "))
        for m in re.finditer(rf"<(/?)({BLOK})(?=[\s>{{]|$)", regel):
            if not m.group(1):
                open_.append((m.group(2), diep))
                continue
            assert open_, f"{naam(pad)}:{nummer} closes </{m.group(2)}> that is not open"
            wat, toen = open_.pop()
            assert wat == m.group(2), f"{naam(pad)}:{nummer} closes </{m.group(2)}> while <{wat}> is open"
            assert toen == diep, f"{naam(pad)}:{nummer} closes </{wat}> at {diep}, opened at {toen}"
    assert not open_, f"{naam(pad)} leaves {open_} open"


# One cell beside the name of its row says what it is by itself.
ZONDER_KOP: Final = {"cijfers/_kenmerken.html", "cijfers/_aannames.html", "menukaart/_planregels.html"}


def test_a_table_that_is_stacked_on_a_phone_keeps_the_name_of_each_cell() -> None:
    """There its head is gone: seven numbers stood below each other, of which nobody could tell what they were."""
    los = {}
    for pad in SJABLONEN:
        for tabel in re.findall(r"<table[^>]*\bstapel\b[^>]*>.*?</table>", pad.read_text(encoding="utf-8"), re.DOTALL):
            if kaal := [cel for cel in re.findall(r"<td\b[^>]*>", tabel) if "data-kop" not in cel]:
                los[pad.relative_to(WORTEL / "templates").as_posix()] = kaal
    assert los.keys() == ZONDER_KOP, los


def test_mostly_short() -> None:
    """Every line within its width is not yet an outline: that the middle one is short says so."""
    lengten = [len(regel) for pad in SJABLONEN for _, regel in regels(pad) if regel.strip()]
    assert median(lengten) <= MEDIAAN


@van_alle(BLADEN, naam)
def test_one_declaration_a_line(pad: Path) -> None:
    for nummer, regel in regels(pad):
        kaal = re.sub(r"/\*.*?\*/|\"[^\"]*\"|url\([^)]*\)", "", regel)
        assert kaal.count(";") + kaal.count("{") <= 1, f"{naam(pad)}:{nummer} holds more than one thing"
        assert not re.search(r"[{;]\s*\S", kaal), f"{naam(pad)}:{nummer} goes on after a rule or declaration"
        assert not re.search(r"\S\s*\}", kaal), f"{naam(pad)}:{nummer} closes a rule on a line with something else"


@van_alle([p for p in BLADEN if p != ROLLEN], naam)
def test_colours_stand_in_the_roles(pad: Path) -> None:
    """A part names a role; what colour that is, light and dark, stands in one file."""
    tekst = re.sub(r"/\*.*?\*/", "", pad.read_text(encoding="utf-8"), flags=re.S)
    for regel in tekst.split("\n"):
        if ":" in regel and not regel.rstrip().endswith("{"):
            assert not KLEUR.search(regel), f"{naam(pad)}: {regel.strip()}"


def test_every_theme_has_a_colour() -> None:
    """By its code and not by its place in a list, once for light and once for dark."""
    tekst = ROLLEN.read_text(encoding="utf-8")
    for code in PALETTEN:
        assert len(re.findall(rf"--thema-{code}: #", tekst)) == 2, code
        assert f'[data-thema="{code}"]' in tekst, code


def test_roles_exist() -> None:
    """A role with a typing error paints nothing, silently."""
    gemaakt = set(re.findall(r"(--[a-z0-9-]+):", ROLLEN.read_text(encoding="utf-8"))) | {"--thema"}
    for pad in BLADEN:
        tekst = pad.read_text(encoding="utf-8")
        onbekend = set(re.findall(r"var\((--[a-z0-9-]+)", tekst)) - gemaakt - set(re.findall(r"(--[a-z0-9-]+):", tekst))
        assert not onbekend, f"{naam(pad)}: {onbekend}"


def test_a_class_is_laid_out_in_one_sheet() -> None:
    """Two meanings of one class are fine until a page loads both sheets: a chart had the gaps of a newsletter. What is
    on paper alone (stuk.css stands by itself) and what only joins a list of others is not counted.
    """
    waar: dict[str, set[str]] = {}
    for pad in BLADEN:
        if pad.name not in {"druk.css", "stuk.css"}:
            for klasse in re.findall(r"^(\.[\w-]+) \{", pad.read_text(encoding="utf-8"), re.MULTILINE):
                waar.setdefault(klasse, set()).add(pad.name)
    assert not {klasse: bladen for klasse, bladen in waar.items() if len(bladen) > 1}
