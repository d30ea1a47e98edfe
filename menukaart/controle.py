"""Rules that cross fields: a claim needs its ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from kennisplatform.basis.keuzes import Gezondheidsverschillen, Sesgeschiktheid

if TYPE_CHECKING:
    from menukaart.models import Interventie


def gronden_die_ontbreken(interventie: Interventie) -> dict[str, str]:
    """Field → message for each claim without its ground."""
    fouten = {}
    if interventie.ses_geschiktheid != Sesgeschiktheid.ONBEKEND and not interventie.ses_grond.strip():
        fouten["ses_grond"] = _("Zeg waaruit dit blijkt, of kies ‘Onbekend’.")
    if interventie.verschillen != Gezondheidsverschillen.ONBEKEND and not interventie.verschillen_grond.strip():
        fouten["verschillen_grond"] = _("Zeg waaruit dit blijkt, of kies ‘Onbekend’.")
    return fouten
