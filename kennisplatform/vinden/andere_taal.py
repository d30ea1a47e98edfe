"""A reader who types in another language than the page's: the way to that language, and the banner in its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.http import urlencode

from kennisplatform.basis.taal import kant_van
from kennisplatform.zoeken.antwoord.vraag import Antwoord
from kennisplatform.zoeken.taal.crisis import heeft_blok
from kennisplatform.zoeken.taal.crisisboek import Crisisregel

# In the language itself: readers who need this line read that one.
ZOEK_IN: Final = {
    "en": "Search in English",
    "tr": "Türkçe arayın",
    "ar": "ابحث بالعربية",
    "pl": "Szukaj po polsku",
    "uk": "Шукайте українською",
}


@dataclass(frozen=True)
class Wissel:
    taal: str
    kant: str
    woorden: str
    adres: str


def wissel(antwoord: Antwoord) -> Wissel | None:
    """The same question on the search page of the language that it was typed in; None where that is this one."""
    taal = antwoord.getypt
    if taal == antwoord.vraag.taal or taal not in ZOEK_IN or taal not in dict(settings.LANGUAGES):
        return None
    with translation.override(taal):
        adres = f"{reverse('zoeken')}?{urlencode({'q': antwoord.vraag.tekst})}"
    return Wissel(taal, kant_van(taal), ZOEK_IN[taal], adres)


def taal_van_hulp(regel: Crisisregel, lezerstaal: str) -> str:
    """Whoever types 'zelfmoord' on the Turkish pages reads Turkish; whoever types Turkish on the Dutch ones as well."""
    return lezerstaal if regel.taal in {"nl", lezerstaal} or not heeft_blok(regel.taal) else regel.taal
