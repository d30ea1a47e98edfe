"""Two sides of one house: residents read one header, networks and professionals another. The address says which."""

from __future__ import annotations

from typing import Final, Literal

from django.urls import NoReverseMatch, reverse

Ingang = Literal["bewoners", "netwerken"]
# First part of an address that belongs to networks; everything else is for residents, in every language.
NETWERKEN: Final = frozenset(
    {
        "menukaart",
        "zorgpaden",
        "leernetwerk",
        "kiezen",
        "werkplek",
        "register",
        "professionals",
        "themas",
        "account",
        "begrotingen",
        "voortgang",
        "hulpmiddelen",
        "onderzoek",
    }
)
# Meetings are for both; residents come to them from their own menu and should not lose it.
AGENDA: Final = "/leernetwerk/agenda/"


def ingang(pad: str) -> Ingang:
    return "netwerken" if pad.split("/")[1] in NETWERKEN and not pad.startswith(AGENDA) else "bewoners"


def netwerkthuis() -> str:
    """The networks' home; until a room brings that address, the menu of plans is where they begin."""
    try:
        return reverse("professionals")
    except NoReverseMatch:
        return "/menukaart/"
