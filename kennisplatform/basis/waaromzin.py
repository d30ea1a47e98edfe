"""Why a result is shown, in a sentence: which word of the document goes with which word of the question."""

from __future__ import annotations

from typing import Final

from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis import schil
from kennisplatform.basis.taal import interface_is_vreemd
from kennisplatform.zoeken.antwoord.vormen import Waarom
from kennisplatform.zoeken.antwoord.vraag import Grond

UW_WOORD: Final = _("Hier staat uw woord ‘%(v)s’.")
ZINNEN: Final = {
    Waarom.WOORD: _("U zocht ‘%(v)s’. Hier staat ‘%(w)s’."),
    Waarom.BEGIN: _("Hier staat ‘%(w)s’. Dat begint met ‘%(v)s’."),
    Waarom.VERBETERD: _("U typte ‘%(v)s’. Wij lazen dat als ‘%(w)s’."),
    Waarom.DEEL: _("In uw woord ‘%(v)s’ zit ‘%(w)s’."),
    Waarom.SYNONIEM: _("Hier staat ‘%(w)s’. Dat hoort bij ‘%(v)s’."),
}


def waaromzin(grond: Grond) -> str:
    """In the reader's language where it has these words; what was typed is escaped by who draws it."""
    gelijk = grond.soort == Waarom.WOORD and grond.gevonden == grond.vraagwoord
    zin = UW_WOORD if gelijk else ZINNEN[Waarom(grond.soort)]
    gevonden = grond.gevonden
    if interface_is_vreemd():
        gevonden = format_html('<span lang="nl" dir="ltr">{}</span>', gevonden)  # a word of the Dutch page
    return schil.eigen_zin(str(zin), v=grond.vraagwoord, w=gevonden)
