"""A partner that nobody heard of may be new, or a typing mistake that splits every filter; so may a municipality that is
nearly one of ours, and then its neighbourhood would stand twice. The reader decides.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kennisplatform.deelnemers.models import Buurt
from kennisplatform.register.keuren import NIEUW, Invoerrij

VRAAG: Final = {
    "partner": gettext_lazy("‘%(naam)s’ is geen partner die wij kennen. Wat is het?"),
    "gemeente": gettext_lazy("De gemeente ‘%(naam)s’ staat nog niet in het register. Welke is het?"),
}
NIEUWE: Final = {
    "partner": gettext_lazy("Een nieuwe partner: ‘%(naam)s’"),
    "gemeente": gettext_lazy("Een gemeente die er nog niet staat: ‘%(naam)s’"),
}


class Naam(NamedTuple):
    """As it stands in the list."""

    kolom: str
    tekst: str

    @property
    def veld(self) -> str:
        return veldnaam(self.tekst, self.kolom)


def veldnaam(naam: str, kolom: str = "partner") -> str:
    """The name of the field that asks about this one; the same however the list is changed around it."""
    return f"{kolom}-{hashlib.sha256(naam.encode()).hexdigest()[:10]}"


def is_vraag(veld: str) -> bool:
    return veld.partition("-")[0] in VRAAG


def vragen(rijen: Sequence[Invoerrij]) -> dict[Naam, forms.ChoiceField]:
    """{unknown name: the question about it}, in the order of the list; of a row with faults once it is mended."""
    uit = {}
    for kolom in VRAAG:
        bekend = _bekend(kolom)
        lijkt = {rij.typte[kolom]: rij.lijkt[kolom] for rij in rijen if not rij.fouten and kolom in rij.typte}
        for tekst, dichtbij in lijkt.items():
            if kolom == "partner" or dichtbij:  # a municipality like none of ours is told, not asked
                uit[Naam(kolom, tekst)] = _vraag(Naam(kolom, tekst), dichtbij, bekend)
    return uit


def nieuwe_gemeenten(rijen: Iterable[Invoerrij]) -> list[str]:
    """That come into the register with these rows."""
    komen = {rij.waarden["gemeente"] for rij in rijen if not rij.fouten and "gemeente" not in rij.let_op}
    return sorted(komen - _bekend("gemeente"), key=str.casefold)


def _bekend(kolom: str) -> set[str]:
    return set(Buurt.objects.actief().values_list(kolom, flat=True))


def _vraag(naam: Naam, dichtbij: Sequence[str], bekend: set[str]) -> forms.ChoiceField:
    rest = sorted(bekend - set(dichtbij), key=str.casefold)
    heet = {"naam": naam.tekst}
    keuzes = [
        ("", _("Kies …")),
        *((ander, _("Dit is ‘%(naam)s’") % {"naam": ander}) for ander in dichtbij),
        (NIEUW, NIEUWE[naam.kolom] % heet),
        *((ander, _("Dit is ‘%(naam)s’") % {"naam": ander}) for ander in rest),
    ]
    return forms.ChoiceField(label=VRAAG[naam.kolom] % heet, choices=keuzes)
