"""How a text reads: sentences, words, who does it. Rules of thumb with one concrete advice each; knows no database."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from kennisplatform.basis.aandacht import Aandachtsoort, Aandachtspunt, Stuk
from kennisplatform.basis.leesniveau import GEWOON, LANG_WOORD, LANGE_ZIN, zinnen_van

# Where a long sentence is cut, the best first.
KNIP: Final = (", maar ", ", want ", ", omdat ", " zodat ", " waardoor ", " terwijl ", ", die ", ", dat ", " en ", ", ")
WORDEN: Final = re.compile(r"\b(word|wordt|worden|werd|werden)\b", re.IGNORECASE)
_LOS: Final = (
    "aan|achter|af|bij|binnen|door|in|los|mee|na|neer|om|onder|op|over|rond|samen|tegen|terug|toe|uit|vast|voor|weg"
)
# 'Ge…' with what may stand before it; of the others a 't' only after some sounds: 'bereikt', not 'verandert'.
DEELWOORD: Final = re.compile(
    rf"(?:{_LOS})?(?P<kern>ge[a-zëï]{{3,}}(?:d|t|en)|(?:be|ver|ont|her)[a-z]{{2,}}(?:[a-z]d|[kfspxh]t))"
)
GEEN_DEELWOORD: Final = frozenset(
    {"gezond", "gebied", "geld", "geduld", "geheugen", "gewoon", "gewicht", "gezicht", "gebruiken", "gesprekken",
     "genoeg", "gevallen", "gewoonten", "gedachten", "gegevens", "geluiden", "gemeenten", "generaties", "verstand",
     "verband", "beleid", "bewust", "bekend", "verdriet", "gemeente", "gezinnen", "gebouwen", "gelegenheden", "gebeurt",
     "gezichten", "gewrichten", "geneesmiddelen", "gebieden", "gebreken", "gemiddeld", "geloven", "genieten",
     "gebeuren", "benauwd", "verward", "vervelend", "bericht", "verloopt", "verwijst", "verschijnt", "gerust",
     "gewend", "gespannen", "verslaafd", "verliefd", "verdacht", "bevoegd", "bejaard"}
)  # fmt: skip  # a list of words
GEEN_EINDE: Final = ("heid", "ment", "aanbod")  # of nouns
# What letters with dots mean in plain words; each is better written out.
VOLUIT: Final = {
    "d.m.v.": "door", "i.v.m.": "vanwege", "m.b.t.": "over", "o.a.": "onder andere", "bijv.": "bijvoorbeeld",
    "etc.": "enzovoort", "enz.": "enzovoort", "t.b.v.": "voor", "t.a.v.": "over", "i.p.v.": "in plaats van",
    "n.a.v.": "na", "m.u.v.": "behalve", "t.o.v.": "vergeleken met", "a.d.h.v.": "met", "d.w.z.": "dat betekent",
    "ca.": "ongeveer", "incl.": "met", "excl.": "zonder", "i.s.m.": "samen met", "m.n.": "vooral", "evt.": "misschien",
    "t.z.t.": "later", "z.s.m.": "zo snel mogelijk", "i.o.m.": "samen met", "v.w.b.": "over", "o.b.v.": "door",
    "cf.": "zoals in", "resp.": "of", "w.o.": "zoals", "e.d.": "en zo", "v.a.": "vanaf", "t/m": "tot en met",
}  # fmt: skip  # a list of words
_ANDERE: Final = r"(?:[a-z]\.){2,}"  # letters with dots whatever they mean
_PUNTEN: Final = re.compile(
    r"(?<!\w)(" + "|".join([*map(re.escape, sorted(VOLUIT, key=len, reverse=True)), _ANDERE]) + ")", re.IGNORECASE
)
HOOFDLETTERS: Final = re.compile(r"\b(?![IVX]+\b)[A-Z][A-Z0-9]{1,5}\b")  # 'III' is a number
BEKEND: Final = frozenset(
    {"GGD", "EHBO", "RIVM", "CBS", "TV", "PDF", "BSN", "ZZP", "EU", "AOW", "DNA", "MRI", "OK", "NL"}
)
# What says that something works, how much, or how many.
BEWERING: Final = re.compile(
    r"\b\d+([.,]\d+)?\s?(%|procent)|€\s?\d|\b\d+ (op|van) de \d+\b|\b(onderzoek (laat zien|toont)|uit onderzoek|bewezen|"
    r"aangetoond|blijkt|effectief|verlaagt|vermindert|verkleint|halveert|verdubbelt)\b",
    re.IGNORECASE,
)
MEESTE: Final = 12  # rows of one kind: after that nobody reads on


def _kort(zin: str) -> str:
    return Truncator(zin).words(9)


def lange_zinnen(stukken: Iterable[Stuk]) -> Iterator[Aandachtspunt]:
    for stuk in stukken:
        for zin, woorden in zinnen_van(stuk.tekst) if stuk.lopend else ():
            if len(woorden) > LANGE_ZIN:
                wat = _("‘%(zin)s’ heeft %(n)s woorden.") % {"zin": _kort(zin), "n": len(woorden)}
                yield Aandachtspunt(Aandachtsoort.LANGE_ZIN, stuk.pad, stuk.waar, wat, _knipadvies(zin))


def _knipadvies(zin: str) -> str:
    """At the first of the good places that leaves something on both sides."""
    for knip in KNIP:
        plek = zin.find(knip, len(zin) // 4)
        if 0 <= plek < len(zin) * 3 // 4:
            voor = " ".join(zin[:plek].split()[-3:])
            return _("Maak er twee zinnen van: zet een punt na ‘%(voor)s’.") % {"voor": voor}
    return _("Maak er twee zinnen van: één ding per zin.")


def lange_woorden(stukken: Iterable[Stuk]) -> Iterator[Aandachtspunt]:
    """Each word once, where it stands first."""
    gezien: set[str] = set()
    for stuk in stukken:
        for _zin, woorden in zinnen_van(stuk.tekst) if stuk.lopend else ():
            for woord in woorden:
                if len(woord) < LANG_WOORD or woord.lower() in GEWOON | gezien:
                    continue
                gezien.add(woord.lower())
                advies = _("Zoek een korter woord, of zeg het met twee woorden.")
                yield Aandachtspunt(Aandachtsoort.LANG_WOORD, stuk.pad, stuk.waar, f"‘{woord}’", advies)


def lijdende_zinnen(stukken: Iterable[Stuk]) -> Iterator[Aandachtspunt]:
    for stuk in stukken:
        for zin, woorden in zinnen_van(stuk.tekst) if stuk.lopend else ():
            if is_lijdend(zin, woorden):
                advies = _("Zeg wie het doet: ‘De wijkverpleegkundige belt u’, niet ‘U wordt gebeld’.")
                yield Aandachtspunt(Aandachtsoort.LIJDEND, stuk.pad, stuk.waar, f"‘{_kort(zin)}’", advies)


def is_lijdend(zin: str, woorden: Sequence[str]) -> bool:
    """'Worden' with a participle; what only looks like one is named."""
    return bool(WORDEN.search(zin)) and any(_is_deelwoord(woord.lower()) for woord in woorden)


def _is_deelwoord(woord: str) -> bool:
    gevonden = DEELWOORD.fullmatch(woord)
    return gevonden is not None and gevonden["kern"] not in GEEN_DEELWOORD and not woord.endswith(GEEN_EINDE)


def afkortingen(stukken: Iterable[Stuk]) -> Iterator[Aandachtspunt]:
    """Letters with dots wherever they stand; capitals where the page does not say what they mean."""
    stukken = list(stukken)
    alles = "\n".join(stuk.tekst for stuk in stukken)
    gezien: set[str] = set()
    for stuk in stukken:
        if not stuk.lopend:
            continue
        for kort in dict.fromkeys(m.lower() for m in _PUNTEN.findall(stuk.tekst)):
            advies = _("Schrijf voluit wat het betekent.")
            if kort in VOLUIT:
                advies = _("Schrijf ‘%(voluit)s’.") % {"voluit": VOLUIT[kort]}
            yield Aandachtspunt(Aandachtsoort.AFKORTING, stuk.pad, stuk.waar, f"‘{kort}’", advies)
        for kort in HOOFDLETTERS.findall(stuk.tekst):
            if kort in BEKEND or kort in gezien or f"({kort})" in alles or f"{kort} (" in alles:
                continue
            gezien.add(kort)
            advies = _("Schrijf de eerste keer voluit wat het is, met ‘(%(kort)s)’ erachter.") % {"kort": kort}
            yield Aandachtspunt(Aandachtsoort.AFKORTING, stuk.pad, stuk.waar, f"‘{kort}’", advies)


def beweringen(stukken: Iterable[Stuk]) -> list[tuple[Stuk, str]]:
    """Sentences that say that something works, how much or how many."""
    return [
        (stuk, zin) for stuk in stukken if stuk.lopend for zin, _w in zinnen_van(stuk.tekst) if BEWERING.search(zin)
    ]


def zonder_bron(stukken: Iterable[Stuk]) -> Iterator[Aandachtspunt]:
    """For a page that names no source at all."""
    advies = _("Voeg onder ‘Bronnen’ toe waar dit staat, of haal de bewering weg.")
    for stuk, zin in beweringen(stukken):
        yield Aandachtspunt(Aandachtsoort.BEWERING, stuk.pad, stuk.waar, f"‘{_kort(zin)}’", advies)
