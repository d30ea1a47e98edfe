"""A partner that nobody heard of may be new, or a typing mistake that splits every filter: the reader decides."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Final

from django import forms
from django.utils.translation import gettext as _

from kennisplatform.deelnemers.models import Buurt
from kennisplatform.register.invoer import Invoerrij
from kennisplatform.register.noemen import lijkt_op

NIEUW: Final = "nieuw"
DICHTST: Final = 3


def veldnaam(partner: str) -> str:
    """The name of the field that asks about this one; the same however the list is changed around it."""
    return f"partner-{hashlib.sha256(partner.encode()).hexdigest()[:10]}"


def vragen(rijen: Iterable[Invoerrij]) -> dict[str, forms.ChoiceField]:
    """{unknown partner: the question about it}, in the order of the list; of a row with faults once it is mended."""
    bekend = set(Buurt.objects.actief().values_list("partner", flat=True))
    onbekend = dict.fromkeys(rij.waarden.get("partner", "") for rij in rijen if not rij.fouten)
    return {naam: _vraag(naam, bekend) for naam in onbekend if naam and naam not in bekend}


def _vraag(naam: str, bekend: set[str]) -> forms.ChoiceField:
    dichtbij = lijkt_op(naam, bekend, DICHTST)
    rest = sorted(bekend - set(dichtbij), key=str.casefold)
    keuzes = [
        ("", _("Kies …")),
        *((ander, _("Dit is ‘%(naam)s’") % {"naam": ander}) for ander in dichtbij),
        (NIEUW, _("Een nieuwe partner: ‘%(naam)s’") % {"naam": naam}),
        *((ander, _("Dit is ‘%(naam)s’") % {"naam": ander}) for ander in rest),
    ]
    return forms.ChoiceField(
        label=_("‘%(naam)s’ is geen partner die wij kennen. Wat is het?") % {"naam": naam},
        choices=keuzes,
    )


def neem_over(rijen: Iterable[Invoerrij], gekozen: dict[str, str]) -> None:
    """`gekozen`: {name in the list: NIEUW, or the partner that was meant}."""
    for rij in rijen:
        naam = rij.waarden.get("partner", "")
        if naam in gekozen:
            rij.let_op.pop("partner", None)
            if gekozen[naam] != NIEUW:
                rij.waarden["partner"] = gekozen[naam]
