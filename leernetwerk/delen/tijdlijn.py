"""The road of an example in words: what was, where it is, who is next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from leernetwerk.delen.keuzes import Stand
from leernetwerk.delen.models import Inzending


@dataclass(frozen=True)
class Tijdlijnpunt:
    tekst: str
    staat: str  # klaar, nu, straks
    op: Any = None
    wie: str = ""  # who does something now


def tijdlijn(inzending: Inzending) -> list[Tijdlijnpunt]:
    stand = Stand(inzending.stand)
    schrijver = str(inzending.schrijver or _("het netwerk"))
    begonnen = Tijdlijnpunt(_("Begonnen"), "klaar", inzending.gemaakt, schrijver)
    if stand in {Stand.CONCEPT, Stand.INGETROKKEN}:
        nu = Tijdlijnpunt(_("Ingetrokken") if stand == Stand.INGETROKKEN else _("Schrijven"), "nu", None, schrijver)
        return [
            begonnen,
            nu,
            Tijdlijnpunt(_("De eindredactie kijkt"), "straks"),
            Tijdlijnpunt(_("Op de site"), "straks"),
        ]
    ingediend = Tijdlijnpunt(_("Ingediend"), "klaar", inzending.ingediend_op, schrijver)
    if stand == Stand.INGEDIEND:
        return [
            begonnen,
            ingediend,
            Tijdlijnpunt(_("De eindredactie kijkt"), "nu", None, _("de eindredactie")),
            Tijdlijnpunt(_("Op de site"), "straks"),
        ]
    if stand == Stand.AANVULLEN:
        return [
            begonnen,
            ingediend,
            Tijdlijnpunt(_("De redactie vraagt iets"), "nu", None, schrijver),
            Tijdlijnpunt(_("De eindredactie kijkt nog eens"), "straks"),
            Tijdlijnpunt(_("Op de site"), "straks"),
        ]
    slot = _("Op de site") if stand == Stand.GEPLAATST else _("Niet geplaatst")
    return [begonnen, ingediend, Tijdlijnpunt(slot, "nu", inzending.besluit_op)]
