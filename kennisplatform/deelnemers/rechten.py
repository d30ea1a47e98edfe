"""Who may do what: the one table that views, templates, forms, search and mail all read. See docs/rechten.md.

A line says: of this kind of thing, who (a circle around it) may do this. Nothing that isn't here is allowed.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from kennisplatform.deelnemers.keuzes import Netwerkrol, Zichtbaarheid


class Doe(StrEnum):
    """Verbs."""

    ZIEN = "zien"
    MAKEN = "maken"
    WIJZIGEN = "wijzigen"
    BESLISSEN = "beslissen"
    BEEINDIGEN = "beeindigen"
    EXPORTEREN = "exporteren"


class Kring(StrEnum):
    """Who somebody is: anybody, to this thing (ZELF to COACH), in any network, or in the programme (from TEAM on)."""

    IEDEREEN = "iedereen"
    AANGEMELD = "aangemeld"
    ZELF = "zelf"  # the thing is about this person
    LID = "lid"  # any current role in the thing's neighbourhood
    KARTREKKER = "kartrekker"
    COORDINATOR = "projectcoordinator"
    COACH = "transitiecoach"
    NETWERK = "netwerk"  # a current role in whichever neighbourhood
    # Roles in the programme: the names of the staff groups in basis/rechten.py.
    TEAM = "transitieteam"
    REDACTEUR = "redacteur"
    EINDREDACTEUR = "eindredacteur"
    COMMISSIE = "begrotingscommissie"
    ONDERZOEKER = "onderzoeker"
    BEHEERDER = "beheerder"


# Circles that follow from one role in the thing's own neighbourhood.
VAN_ROL: Final = {
    Kring.KARTREKKER: frozenset({Netwerkrol.KARTREKKER}),
    Kring.COORDINATOR: frozenset({Netwerkrol.COORDINATOR}),
    Kring.COACH: frozenset({Netwerkrol.COACH}),
    Kring.LID: frozenset(Netwerkrol),
}
PROGRAMMA: Final = frozenset(
    {Kring.TEAM, Kring.REDACTEUR, Kring.EINDREDACTEUR, Kring.COMMISSIE, Kring.ONDERZOEKER, Kring.BEHEERDER}
)

_LEIDING: Final = frozenset({Kring.KARTREKKER, Kring.COORDINATOR})
_REDACTIE: Final = frozenset({Kring.REDACTEUR, Kring.EINDREDACTEUR, Kring.TEAM})
_NETWERK_EN_TEAM: Final = frozenset({Kring.LID, Kring.TEAM})
_AGENDA: Final = frozenset({Kring.TEAM, Kring.REDACTEUR, Kring.EINDREDACTEUR})
_NETWERKEN_EN_PROGRAMMA: Final = frozenset({Kring.NETWERK, *PROGRAMMA})

# kind of thing → verb → circles
REGELS: Final[dict[str, dict[Doe, frozenset[Kring]]]] = {
    # The public record: name, municipality, phase.
    "buurt": {
        Doe.ZIEN: frozenset({Kring.IEDEREEN}),
        Doe.WIJZIGEN: frozenset({Kring.TEAM, Kring.BEHEERDER}),
    },
    # The inside of a neighbourhood: who is in it and what waits.
    "netwerk": {
        Doe.ZIEN: _NETWERK_EN_TEAM,
        Doe.WIJZIGEN: _LEIDING | {Kring.TEAM},
    },
    "lidmaatschap": {
        Doe.ZIEN: _NETWERK_EN_TEAM,
        Doe.WIJZIGEN: frozenset({Kring.KARTREKKER, Kring.TEAM}),
        Doe.BEEINDIGEN: frozenset({Kring.KARTREKKER, Kring.TEAM, Kring.ZELF}),
    },
    "uitnodiging": {
        Doe.ZIEN: _LEIDING | {Kring.COACH, Kring.TEAM},
        Doe.MAKEN: frozenset({Kring.KARTREKKER, Kring.TEAM}),
        Doe.BEEINDIGEN: frozenset({Kring.KARTREKKER, Kring.TEAM}),
    },
    # Somebody is asked to take a role over. Who may end that role may take the question back too.
    "overdracht": {
        Doe.ZIEN: _LEIDING | {Kring.COACH, Kring.TEAM, Kring.ZELF},
        Doe.BESLISSEN: frozenset({Kring.ZELF}),
    },
    # Somebody who works there asks to take part.
    "aanvraag": {
        Doe.ZIEN: _LEIDING | {Kring.COACH, Kring.TEAM, Kring.ZELF},
        Doe.MAKEN: frozenset({Kring.AANGEMELD}),
        Doe.BESLISSEN: frozenset({Kring.KARTREKKER, Kring.TEAM}),
        Doe.BEEINDIGEN: frozenset({Kring.ZELF}),
    },
    # Somebody without an account would like to: whom the letter goes to, and who may invite, reads it.
    "meedoewens": {
        Doe.ZIEN: _LEIDING | {Kring.TEAM},
        Doe.BESLISSEN: _LEIDING | {Kring.TEAM},
    },
    # 'Zo werken wij hier'.
    "werkwijze": {
        Doe.ZIEN: _NETWERK_EN_TEAM,
        Doe.WIJZIGEN: frozenset({Kring.LID}),
    },
    # Whom residents can call: they read it on the neighbourhood's page.
    "belkaart": {
        Doe.ZIEN: frozenset({Kring.IEDEREEN}),
        Doe.WIJZIGEN: _LEIDING | {Kring.TEAM},
    },
    # The picture of a neighbourhood and its plan: written by the whole network, laid down by who leads it. What a
    # network lets residents read is shown on its own page, from what was laid down.
    "buurtbeeld": {
        Doe.ZIEN: _NETWERK_EN_TEAM,
        Doe.WIJZIGEN: frozenset({Kring.LID}),
        Doe.BESLISSEN: _LEIDING,
    },
    "buurtplan": {
        Doe.ZIEN: _NETWERK_EN_TEAM | {Kring.COMMISSIE},
        Doe.WIJZIGEN: frozenset({Kring.LID}),
        Doe.BESLISSEN: _LEIDING,
    },
    # A budget at the committee. Nobody decides on that of their own network (menukaart/begroting/indienen.py).
    "indiening": {
        Doe.ZIEN: frozenset({Kring.COMMISSIE, Kring.TEAM}),
        Doe.BESLISSEN: frozenset({Kring.COMMISSIE}),
    },
    # What budgets count with: a price from a day on, set by the team.
    "tarief": {
        Doe.ZIEN: frozenset({Kring.NETWERK, Kring.TEAM, Kring.COMMISSIE}),
        **dict.fromkeys((Doe.MAKEN, Doe.WIJZIGEN), frozenset({Kring.TEAM})),
    },
    # How far neighbourhoods are: who is in some sees those, the team all (menukaart/uitvoeren/overzicht.py).
    # What leaves the house holds no persons.
    "voortgang": {
        Doe.ZIEN: frozenset({Kring.NETWERK, Kring.TEAM, Kring.BEHEERDER}),
        Doe.EXPORTEREN: frozenset({Kring.TEAM, Kring.BEHEERDER}),
    },
    # The team's answer to a theme that a network leaves out.
    "themareden": {
        Doe.BESLISSEN: frozenset({Kring.TEAM}),
    },
    # What the network agreed on, who does it and by when.
    "afspraak": {
        Doe.ZIEN: _NETWERK_EN_TEAM,
        Doe.MAKEN: frozenset({Kring.LID}),
        Doe.WIJZIGEN: frozenset({Kring.LID}),
    },
    # A network's own room: notes of meetings and files. Its members only; who reads along from the programme does not.
    "netwerkkamer": dict.fromkeys((Doe.ZIEN, Doe.MAKEN, Doe.WIJZIGEN), frozenset({Kring.LID})),
    "logboek": {
        Doe.ZIEN: frozenset({Kring.KARTREKKER, Kring.TEAM}),
    },
    # A network's own list of what it may choose, and its profile. Every member puts things on it, votes and remarks;
    # who leads decides. The team reads along, which is written in the network's log.
    "keuze": {
        Doe.ZIEN: _NETWERK_EN_TEAM,
        Doe.MAKEN: frozenset({Kring.LID}),
        Doe.WIJZIGEN: frozenset({Kring.LID}),
        Doe.BESLISSEN: _LEIDING,
    },
    # A network's own variant of a pathway: members write, a kartrekker approves it and makes it public.
    "buurtpad": {
        Doe.ZIEN: _NETWERK_EN_TEAM,
        Doe.MAKEN: frozenset({Kring.LID}),
        Doe.WIJZIGEN: frozenset({Kring.LID}),
        Doe.BESLISSEN: frozenset({Kring.KARTREKKER}),
    },
    # An example that a neighbourhood writes: a draft belongs to the network, not to who began it. Editors read it once
    # it is handed in, in the admin. What is published follows its visibility (ZICHT).
    "inzending": {
        Doe.ZIEN: _NETWERK_EN_TEAM,
        Doe.MAKEN: frozenset({Kring.LID}),
        Doe.WIJZIGEN: frozenset({Kring.LID}),
        Doe.BEEINDIGEN: frozenset({Kring.KARTREKKER, Kring.ZELF}),
    },
    "praktijkvoorbeeld": {
        Doe.ZIEN: frozenset({Kring.IEDEREEN}),
    },
    # A question from one network to another: of the asker and the asked; of the coach once nobody answers.
    "contactverzoek": {
        Doe.ZIEN: frozenset({Kring.ZELF, Kring.COACH}),
        Doe.MAKEN: _NETWERKEN_EN_PROGRAMMA,
        Doe.WIJZIGEN: frozenset({Kring.ZELF, Kring.COACH}),
    },
    # What waits for the editors, and how long.
    "redactie": {
        Doe.ZIEN: _REDACTIE,
    },
    # Examples in the light, and the newsletter that shows them; sending can't be undone, so it is a verb of its own.
    "podium": dict.fromkeys((Doe.ZIEN, Doe.MAKEN, Doe.WIJZIGEN, Doe.BEEINDIGEN, Doe.BESLISSEN), _REDACTIE),
    # The register of all neighbourhoods, with grounds and notes.
    "register": {
        Doe.ZIEN: frozenset({Kring.TEAM, Kring.BEHEERDER}),
        Doe.MAKEN: frozenset({Kring.TEAM}),
        Doe.WIJZIGEN: frozenset({Kring.TEAM}),
        Doe.EXPORTEREN: frozenset({Kring.TEAM, Kring.BEHEERDER, Kring.ONDERZOEKER}),  # without persons
    },
    # What a network says itself of the six grounds, and its partner of the market share. The team lays its own beside.
    "buurtscan": {
        Doe.ZIEN: _NETWERK_EN_TEAM,
        Doe.WIJZIGEN: frozenset({Kring.LID}),
    },
    # What researchers take along: no persons, after small numbers were left out.
    "onderzoek": {Doe.EXPORTEREN: frozenset({Kring.ONDERZOEKER, Kring.TEAM, Kring.BEHEERDER})},
    # Files of figures: who sees a figure that was handed in follows from its visibility (ZICHT).
    "cijferinvoer": {
        Doe.ZIEN: frozenset({Kring.TEAM, Kring.BEHEERDER}),
        Doe.MAKEN: frozenset({Kring.TEAM}),
    },
    # Every two months a network goes through its outcomes; what it saw is read by itself and the team.
    "cijfersessie": {
        Doe.ZIEN: _NETWERK_EN_TEAM,
        Doe.MAKEN: frozenset({Kring.LID}),
        Doe.WIJZIGEN: frozenset({Kring.LID}),
    },
    # Questions to residents, answered without an account: the network reads what came of it, who leads asks.
    "vragenronde": {
        Doe.ZIEN: _NETWERK_EN_TEAM,
        Doe.MAKEN: _LEIDING,
        Doe.BEEINDIGEN: _LEIDING,
    },
    # Questions, answers and remarks: seeing follows from ZICHT; editors hide and lock.
    "bijdrage": {
        Doe.MAKEN: _NETWERKEN_EN_PROGRAMMA,
        Doe.WIJZIGEN: frozenset({Kring.ZELF}),
        Doe.BEEINDIGEN: frozenset({Kring.ZELF}),
        Doe.BESLISSEN: frozenset({Kring.REDACTEUR, Kring.EINDREDACTEUR, Kring.TEAM}),
    },
    # What somebody follows, and what they are told of; a notice shows no more than its event allows (ZICHT).
    "volg": {Doe.ZIEN: frozenset({Kring.ZELF}), Doe.BEEINDIGEN: frozenset({Kring.ZELF})},
    "melding": {Doe.ZIEN: frozenset({Kring.ZELF}), Doe.WIJZIGEN: frozenset({Kring.ZELF})},
    # Meetings. Whoever belongs to a network plans for it; calling one off is for people who answer for it, or made it.
    # Changing one shows who signed up: by name, never an address.
    "bijeenkomst": {
        Doe.MAKEN: _NETWERK_EN_TEAM,
        Doe.WIJZIGEN: _NETWERK_EN_TEAM,
        Doe.BEEINDIGEN: _LEIDING | {Kring.TEAM, Kring.ZELF},
    },
    "programmabijeenkomst": {
        Doe.MAKEN: _AGENDA,
        Doe.WIJZIGEN: _AGENDA,
        Doe.BEEINDIGEN: _AGENDA,
    },
    "deelname": {
        Doe.ZIEN: frozenset({Kring.ZELF}),
        Doe.BEEINDIGEN: frozenset({Kring.ZELF}),
    },
    # People who speak from experience: by consent, asked for and kept up to date by a kartrekker.
    "ervaringsdeskundige": {
        Doe.ZIEN: frozenset({Kring.NETWERK, Kring.TEAM}),
        Doe.MAKEN: frozenset({Kring.KARTREKKER}),
        Doe.WIJZIGEN: frozenset({Kring.KARTREKKER}),
        Doe.BEEINDIGEN: frozenset({Kring.KARTREKKER, Kring.TEAM}),
    },
    # What we keep about somebody, and the account itself.
    "eigen": {
        Doe.ZIEN: frozenset({Kring.AANGEMELD}),
        Doe.WIJZIGEN: frozenset({Kring.AANGEMELD}),
    },
}

# What a network writes carries one of these; ZIEN then follows from this table instead.
ZICHT: Final[dict[str, frozenset[Kring]]] = {
    Zichtbaarheid.OPENBAAR: frozenset({Kring.IEDEREEN}),
    Zichtbaarheid.NETWERKEN: _NETWERKEN_EN_PROGRAMMA | {Kring.LID},
    Zichtbaarheid.EIGEN: _NETWERK_EN_TEAM,
    Zichtbaarheid.TEAM: frozenset({Kring.TEAM}),
}


def regel(soort: str, doe: Doe) -> frozenset[Kring]:
    """Circles that may. A kind or verb that the table does not know is nobody's: a typing mistake must not open a door."""
    return REGELS.get(soort, {}).get(doe, frozenset())
