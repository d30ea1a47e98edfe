"""Questions that a screen answers and no page: the door that is meant, above the results. Screens are in no index."""

from __future__ import annotations

import re
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
    voor: str  # for what it is


# Little words say it, and search passes those over.
_TE_DOEN: Final = re.compile(r"\b(?:wat|iets|er)\b.*\bte (?:doen|beleven)\b", re.IGNORECASE)
_ACCOUNT: Final = gettext_noop("Voor uw account op deze site:")
_BUURT: Final = gettext_noop("Over uw eigen buurt:")
_ONDERZOEK: Final = gettext_noop("Voor wie onderzoek doet:")
_AGENDA: Final = gettext_noop("Agenda: wat is er te doen?")
_HIER: Final = ("buurt", "wijk", "dorp", "stad", "straat", "vandaag", "week", "weekend", "avond")
# (one of these words, one of those where there are any, what it is for, name, address); the more telling door first.
_DEUREN: Final = (
    (("wachtwoord",), (), _ACCOUNT, gettext_noop("Wachtwoord vergeten"), "account_reset_password"),
    (("inloggen", "inlog", "login", "aanmelden", "account"), (), _ACCOUNT, gettext_noop("Aanmelden"), "account_login"),
    (
        ("buurt", "wijk", "dorp"),
        (
            "wandelen",
            "samen",
            "sporten",
            "activiteit",
            "ontmoeten",
            "anderen",
            "agenda",
            "bijeenkomst",
            "koffie",
            "uitje",
        ),
        _BUURT,
        _AGENDA,
        "agenda",
    ),
    (
        ("buurt", "wijk", "dorp"),
        (
            "meepraten",
            "meedenken",
            "meebeslissen",
            "meedoen",
            "inspraak",
            "mening",
            "plan",
            "gedaan",
            "gebeurt",
            "mijn",
            "zeggen",
            "stem",
        ),
        _BUURT,
        gettext_noop("Zoek uw buurt: plannen, en hoe u meepraat"),
        "buurten",
    ),
    (
        ("meepraten", "inspraak", "meebeslissen"),
        (),
        _BUURT,
        gettext_noop("Zoek uw buurt: plannen, en hoe u meepraat"),
        "buurten",
    ),
    (
        ("wandelen", "wandel", "sporten", "bewegen", "koken", "eten", "koffie"),
        ("samen", "anderen", "groep", "wandelgroep", "maatje"),
        _BUURT,
        _AGENDA,
        "agenda",
    ),
    (("wandelgroep", "eettafel"), (), _BUURT, _AGENDA, "agenda"),
    (("onderzoeksagenda",), (), _ONDERZOEK, gettext_noop("Onderzoeksagenda en open gegevens"), "onderzoek"),
    (
        ("onderzoek", "cijfers"),
        ("gegevens", "data", "download", "agenda"),
        _ONDERZOEK,
        gettext_noop("Onderzoeksagenda en open gegevens"),
        "onderzoek",
    ),
    (("agenda",), (), _BUURT, _AGENDA, "agenda"),
)


def deur(tekst: str) -> Deur | None:
    """By any of the words in any form."""
    stammen = set(termstammen(tekst)) if tekst else set()
    if len(stammen) > MAX_WOORDEN:
        return None
    if _TE_DOEN.search(tekst) and stammen.issubset(map(stam, _HIER)):
        return Deur(gettext(_AGENDA), reverse("agenda"), gettext(_BUURT))
    for woorden, ook, voor, naam, adres in _DEUREN:
        if stammen.intersection(map(stam, woorden)) and (not ook or stammen.intersection(map(stam, ook))):
            return Deur(gettext(naam), reverse(adres), gettext(voor))
    return None
