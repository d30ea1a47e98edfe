"""How hard a text reads, as advice: LIX and a few things to mend. An indication, never a level such as 'B1'.

LIX (Björnsson, 1968): words per sentence plus the share of words of more than six letters. Up to 35 reads easily.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

MAKKELIJK: Final = 35
GENOEG_WOORDEN: Final = 25  # under this a figure says nothing
LANGE_ZIN: Final = 20  # words
LANG_WOORD: Final = 14  # letters
# Long, and the word that everybody here uses: advice against it would only teach people to skip the advice.
GEWOON: Final = frozenset(
    {"wijkverpleging", "wijkverpleegkundige", "wijkverpleegkundigen", "huisartsenpraktijk", "fysiotherapeut",
     "praktijkondersteuner", "mantelzorgers", "gezondheidszorg", "apotheekhoudende", "vrijwilligersorganisatie",
     "huisartsenpost", "huisartsenposten", "verpleegkundige", "verpleegkundigen", "zorgverzekeraar", "zorgverzekering",
     "zorgverzekeraars", "basisverzekering", "consultatiebureau", "bloedverdunners", "verloskundigen",
     "zelfmoordpreventie"}
)  # fmt: skip  # a list of words
# Not the dots of 'o.a.' or '1.000': after the end of a sentence comes a space, and then no small letter.
_EINDE: Final = re.compile(r"(?<![\s.(][a-z])[.!?]+[)”’\"]*(?=\s+[^\sa-zà-ÿ]|\s*$)|\n", re.MULTILINE)
_WOORD: Final = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


@dataclass(frozen=True)
class Leesniveau:
    lix: int
    woorden: int
    adviezen: tuple[str, ...]

    @property
    def makkelijk(self) -> bool:
        return self.woorden < GENOEG_WOORDEN or self.lix <= MAKKELIJK


def zinnen_van(tekst: str) -> list[tuple[str, list[str]]]:
    """Each sentence as it stands there, with its words."""
    return [(zin.strip(), woorden) for zin in _EINDE.split(tekst) if (woorden := _WOORD.findall(zin))]


def meet(tekst: str) -> Leesniveau:
    """Advice in words; none for a text that reads easily or is too short to tell."""
    zinnen = [woorden for _zin, woorden in zinnen_van(tekst)]
    woorden = [woord for zin in zinnen for woord in zin]
    if not woorden:
        return Leesniveau(0, 0, ())
    lix = round(len(woorden) / len(zinnen) + 100 * sum(len(w) > 6 for w in woorden) / len(woorden))
    return Leesniveau(lix, len(woorden), tuple(_adviezen(zinnen, woorden)))


def _adviezen(zinnen: list[list[str]], woorden: list[str]) -> list[str]:
    uit = []
    lang = [zin for zin in zinnen if len(zin) > LANGE_ZIN]
    if lang:
        langste = max(lang, key=len)
        begin = Truncator(" ".join(langste)).words(6)
        aantal = ngettext("Eén lange zin", "%(n)s lange zinnen", len(lang)) % {"n": len(lang)}
        uit.append(
            _("%(aantal)s. Maak er twee van, bijvoorbeeld bij ‘%(begin)s’.") % {"aantal": aantal, "begin": begin}
        )
    moeilijk = list(dict.fromkeys(w.lower() for w in woorden if len(w) >= LANG_WOORD and w.lower() not in GEWOON))[:3]
    if moeilijk:
        uit.append(_("Lange woorden: %(woorden)s. Kan het korter?") % {"woorden": ", ".join(moeilijk)})
    return uit
