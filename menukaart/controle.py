"""Rules that cross fields: a claim needs its ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kennisplatform.basis.keuzes import Gezondheidsverschillen, Sesgeschiktheid

if TYPE_CHECKING:
    from menukaart.models import Interventie


def controleer_interventie(interventie: Interventie) -> None:
    """Raises ValidationError with a message at each field that misses its ground."""
    fouten = {}
    if interventie.ses_geschiktheid != Sesgeschiktheid.ONBEKEND and not interventie.ses_grond.strip():
        fouten["ses_grond"] = _("Zeg waaruit dit blijkt, of kies ‘Onbekend’.")
    if interventie.verschillen != Gezondheidsverschillen.ONBEKEND and not interventie.verschillen_grond.strip():
        fouten["verschillen_grond"] = _("Zeg waaruit dit blijkt, of kies ‘Onbekend’.")
    if fouten:
        raise ValidationError(fouten)
