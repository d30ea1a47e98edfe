"""Questions about this site itself: the door that is meant, above the results. Screens of accounts are in no index."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext, gettext_noop

from kennisplatform.zoeken.taal.synoniemen import termstammen
from kennisplatform.zoeken.taal.woorden import stam

MAX_WOORDEN: Final = 4  # a longer question is about something else


@dataclass(frozen=True)
class Deur:
    naam: str
    adres: str


_DEUREN: Final = (
    (("wachtwoord",), gettext_noop("Wachtwoord vergeten"), "account_reset_password"),
    (("inloggen", "inlog", "login", "aanmelden", "account"), gettext_noop("Aanmelden"), "account_login"),
)


def deur(tekst: str) -> Deur | None:
    """By any of the words in any form, the more telling door first."""
    stammen = set(termstammen(tekst)) if tekst else set()
    if len(stammen) > MAX_WOORDEN:
        return None
    for woorden, naam, adres in _DEUREN:
        if stammen.intersection(map(stam, woorden)):
            return Deur(gettext(naam), reverse(adres))
    return None
