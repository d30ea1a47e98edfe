"""What the fonts of a first visit weigh, and that they still hold the letters of each language."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from fontTools.ttLib import TTFont

from kennisplatform.basis import lettertypen

pytestmark = pytest.mark.skipif(
    not (Path(settings.BASE_DIR) / lettertypen.BRONNEN).is_dir(), reason="fonts come with `npm ci`"
)
LETTERS = {
    "nl": "Ëën éénoudergezin: € 3,50 — ‘ja’",
    "tr": "ığüşöçİĞÜŞÖÇ",
    "pl": "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ",
    "ar": "ماذا فعل الناس في هذا الحي؟ ٠١٢",
    "uk": "Що сталося? Ґґ Єє Іі Її’",
}


def bestand(naam: str) -> Path:
    gevonden = finders.find(naam)
    assert isinstance(gevonden, str), naam
    return Path(gevonden)


@pytest.mark.parametrize(("taal", "meest"), [("nl", 46), ("en", 46), ("tr", 55), ("pl", 55), ("ar", 60), ("uk", 47)])
def test_what_a_first_visit_fetches_of_fonts(taal: str, meest: int) -> None:
    assert sum(bestand(naam).stat().st_size for naam in lettertypen.eerste(taal)) < 1000 * meest


@pytest.mark.parametrize("taal", LETTERS)
def test_the_letters_of_a_language_are_in_its_fonts(taal: str) -> None:
    heeft: set[int] = set()
    for naam in lettertypen.vooraf(taal):
        heeft |= set(TTFont(bestand(naam)).getBestCmap())
    assert not {teken for teken in LETTERS[taal] if ord(teken) not in heeft}


def test_arabic_letters_join_and_text_can_be_heavy() -> None:
    arabisch = TTFont(bestand(f"{lettertypen.MAP}/tekst-arabisch.woff2"))
    kenmerken = {rij.FeatureTag for rij in arabisch["GSUB"].table.FeatureList.FeatureRecord}
    assert {"init", "medi", "fina"} <= kenmerken and "fvar" in arabisch
    assert "fvar" not in TTFont(bestand(f"{lettertypen.MAP}/kop-latijn.woff2"))  # headings are of one weight


def test_every_face_that_the_style_names_is_there() -> None:
    stijl = bestand("css/letters.css").read_text()
    namen = {deel.partition(")")[0] for deel in stijl.split("url(../")[1:]}
    assert all(bestand(naam).is_file() for naam in namen) and len(namen) == 8
