"""What to read while help comes: the article that goes with what the help panel heard, in the reader's language if there is
one. By concept of the rule, so that every language is led to the same page; no search could find it in all of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.conf import settings
from wagtail.models import Page

from kennisplatform.zoeken.taal.crisisboek import Crisisregel

# Kind → page; of acute danger by the concepts of the frame, the most telling first, or by a language's own rule.
VAN_SOORT: Final = {"zelfdoding": "denken-aan-de-dood", "geweld": "geweld-thuis"}
VAN_BEGRIP: Final = (
    ("stikt", "verslikken"),
    ("borst", "beroerte-of-hartaanval"),
    ("lijf", "beroerte-of-hartaanval"),
    ("praat", "beroerte-of-hartaanval"),
    ("koorts", "kind-met-koorts"),
    ("zwanger", "ik-ben-zwanger"),
    ("bevalt", "ik-ben-zwanger"),
    ("weg", "reanimeren"),
    ("verkleurt", "reanimeren"),
    ("val", "bang-om-te-vallen"),
    ("bloedt", "gebrand-of-gesneden"),
    ("waan", "naaste-in-psychose"),
)
VAN_WOORD: Final = (
    (
        r"hart(?!stil)|heart|herz|infar|kalp|قلب|zawa|серц|сердц|crise card|beroert|stroke|schlag|felç|inme|جلط|سكت|udar|інс|инс"
        r"|\bavc|derrame|ictus",
        "beroerte-of-hartaanval",
    ),
    (
        r"bewust|unconsc|unrespon|stilstand|cardiac|reageert|respond|breath|adem|bilinc|bewuss|inconsc|wekken",
        "reanimeren",
    ),
    (r"stik|chok|verslik", "verslikken"),
)


@dataclass(frozen=True)
class Hulpblad:
    naam: str
    adres: str
    taal: str


def hulpblad(regels: Sequence[Crisisregel], taal: str) -> Hulpblad | None:
    slug = _slug(regels)
    bron = Page.objects.live().public().filter(slug=slug, locale__language_code=settings.LANGUAGE_CODE).first()
    if bron is None:
        return None
    eigen = bron.get_translations().live().filter(locale__language_code=taal).select_related("locale").first()
    blad, code = (eigen, taal) if eigen else (bron, settings.LANGUAGE_CODE)
    return Hulpblad(blad.title, blad.get_url() or "", code)


def _slug(regels: Sequence[Crisisregel]) -> str:
    if regels[0].soort in VAN_SOORT:
        return VAN_SOORT[regels[0].soort]
    begrippen = {begrip for regel in regels if regel.raam for begrip in re.findall("<(.+?)>", regel.zin)}
    eigen = " ".join(regel.zin for regel in regels if not regel.raam)
    van_begrip = (slug for begrip, slug in VAN_BEGRIP if begrip in begrippen)
    van_woord = (slug for patroon, slug in VAN_WOORD if re.search(patroon, eigen))
    return next(van_begrip, "") or next(van_woord, "")
