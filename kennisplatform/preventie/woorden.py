"""Difficult words in plain words: a list from A to Z, and a note at the first time that a text uses one."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from django.utils.translation import gettext as _

from kennisplatform.basis.aandacht import Aandachtsoort, Aandachtspunt, Stuk
from kennisplatform.basis.taal import merk

BESTAND: Final = Path(__file__).resolve().parent / "inhoud" / "woorden.toml"
MAX: Final = 8  # notes in one text: more is noise
STUKKEN: Final = re.compile(r"(<[^>]*>)")
NAAM: Final = re.compile(r"</?\s*([a-z][a-z0-9]*)", re.IGNORECASE)
# A link in a link is no HTML; a heading or a button says one thing.
NIET_IN: Final = frozenset(
    {"a", "button", "h1", "h2", "h3", "h4", "summary", "th", "caption", "script", "style", "svg"}
)


@dataclass(frozen=True)
class Woord:
    woord: str
    uitleg: str
    vormen: tuple[str, ...] = ()
    stil: bool = False

    @property
    def code(self) -> str:
        return slugify(self.woord)


@lru_cache(maxsize=1)
def lijst() -> tuple[Woord, ...]:
    rijen = tomllib.loads(BESTAND.read_text(encoding="utf-8"))["woord"]
    woorden = [Woord(r["woord"], r["uitleg"], tuple(r.get("vormen", ())), r.get("stil", False)) for r in rijen]
    return tuple(sorted(woorden, key=lambda w: w.woord.lower()))


@lru_cache(maxsize=1)
def _zoeker() -> tuple[re.Pattern[str], dict[str, Woord]]:
    op_vorm = {vorm.lower(): w for w in lijst() if not w.stil for vorm in (w.woord, *w.vormen)}
    vormen = sorted(op_vorm, key=len, reverse=True)
    return re.compile(rf"(?<![\w{{-])({'|'.join(map(re.escape, vormen))})(?![\w}}-])", re.IGNORECASE), op_vorm


def verklaar(html: str, titel: str) -> SafeString:
    """The same HTML, with a note behind the first use of a difficult word. Not of what the page itself is about."""
    zoeker, op_vorm = _zoeker()
    gehad = {op_vorm[m.lower()].code for m in zoeker.findall(titel)}
    return mark_safe("".join(_stukken(html, zoeker, op_vorm, gehad)))  # pieces of HTML that was safe, and format_html


def _stukken(html: str, zoeker: re.Pattern[str], op_vorm: dict[str, Woord], gehad: set[str]) -> Iterator[str]:
    diepte, over = 0, MAX
    for stuk in STUKKEN.split(html):
        if stuk.startswith("<"):
            naam = NAAM.match(stuk)
            if naam and naam[1].lower() in NIET_IN:
                diepte += -1 if stuk.startswith("</") else 1
            yield stuk
            continue
        plek = 0
        for gevonden in zoeker.finditer(stuk) if diepte == 0 and over else ():
            woord = op_vorm[gevonden[0].lower()]
            if woord.code in gehad or not over:
                continue
            gehad.add(woord.code)
            over -= 1
            yield stuk[plek : gevonden.start()]
            yield _noot(gevonden[0], woord)
            plek = gevonden.end()
        yield stuk[plek:]


def _noot(zoals_het_er_staat: str, woord: Woord) -> str:
    """A link to its own note: a tap or focus shows it, without script."""
    return format_html(
        '<a class="woord" href="#woord-{code}" aria-describedby="woord-{code}">{tekst}</a>'
        '<span class="noot" id="woord-{code}" role="note"{taal}>{uitleg}</span>',
        code=woord.code,
        tekst=mark_safe(zoals_het_er_staat),  # a piece of the same HTML
        uitleg=woord.uitleg,
        taal=merk("nl"),  # the list is Dutch, also where it explains a word on a page that is not
    )


def vakwoorden(stukken: Sequence[Stuk]) -> Iterator[Aandachtspunt]:
    """For editors: each difficult word once, with what the list says in plain words."""
    zoeker, op_vorm = _zoeker()
    gehad: set[str] = set()
    for stuk in stukken:
        for zoals_het_er_staat in zoeker.findall(stuk.tekst) if stuk.lopend else ():
            woord = op_vorm[zoals_het_er_staat.lower()]
            if woord.code not in gehad:
                gehad.add(woord.code)
                advies = _("Zeg het gewoon: ‘%(uitleg)s’") % {"uitleg": woord.uitleg}
                yield Aandachtspunt(Aandachtsoort.VAKWOORD, stuk.pad, stuk.waar, f"‘{zoals_het_er_staat}’", advies)
