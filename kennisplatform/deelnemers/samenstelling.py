"""What a network still misses by the plan's rules, and what to do about it.

Source: the programme's plan, 'het buurtnetwerk is breed samengesteld': two kartrekkers (one a district nurse), about
four to six people, with the community, the GP practice, social work and the municipality.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.models import Lidmaatschap

LEDEN: Final = (4, 6)
KARTREKKERS: Final = 2
# The voices that a network needs, with where to look for one.
STEMMEN: Final = {
    Netwerkrol.BURGER: (
        gettext_lazy("Nog geen burgervertegenwoordiger"),
        gettext_lazy(
            "Vraag bij het buurthuis, de wijkraad of een vrijwilligersgroep wie namens bewoners mee wil doen."
        ),
    ),
    Netwerkrol.HUISARTSENPRAKTIJK: (
        gettext_lazy("Nog niemand van een huisartsenpraktijk"),
        gettext_lazy("Vraag een praktijkondersteuner of huisarts met wie de wijkverpleging al samenwerkt."),
    ),
    Netwerkrol.SOCIAAL_DOMEIN: (
        gettext_lazy("Nog niemand uit het sociaal domein"),
        gettext_lazy("Vraag het wijkteam of de welzijnsorganisatie in de buurt."),
    ),
    Netwerkrol.GEMEENTE: (
        gettext_lazy("Nog niemand van de gemeente"),
        gettext_lazy("Vraag de projectcoördinator wie bij de gemeente over deze buurt gaat."),
    ),
}
STEUN: Final = {
    Netwerkrol.COORDINATOR: (
        gettext_lazy("Nog geen projectcoördinator"),
        gettext_lazy("De alliantiepartner wijst iemand aan die de kartrekkers ondersteunt."),
    ),
    Netwerkrol.COACH: (
        gettext_lazy("Nog geen transitiecoach"),
        gettext_lazy("Het transitieteam koppelt een coach aan de buurt."),
    ),
}


@dataclass(frozen=True)
class Gemis:
    code: str
    tekst: str
    doe: str
    rol: str = ""  # the role to invite somebody for


def gemis(leden: Iterable[Lidmaatschap]) -> list[Gemis]:
    """Current members → what is missing, the most urgent first. No queries."""
    rij = [lid for lid in leden if lid.persoon_id]
    rollen = {lid.rol for lid in rij}
    uit = [*_kartrekkers([lid for lid in rij if lid.rol == Netwerkrol.KARTREKKER])]
    uit += [Gemis(rol.value, str(tekst), str(doe), rol) for rol, (tekst, doe) in STEMMEN.items() if rol not in rollen]
    uit += _omvang({lid.persoon_id for lid in rij if lid.rol not in STEUN})
    uit += [Gemis(rol.value, str(tekst), str(doe)) for rol, (tekst, doe) in STEUN.items() if rol not in rollen]
    return uit


def _kartrekkers(rij: list[Lidmaatschap]) -> Iterable[Gemis]:
    if len(rij) < KARTREKKERS:
        tekst = _("Eén kartrekker, twee nodig") if rij else _("Nog geen kartrekker, twee nodig")
        yield Gemis(
            "kartrekker",
            tekst,
            _("Nodig iemand uit die de buurt kent en dingen voor elkaar krijgt."),
            Netwerkrol.KARTREKKER,
        )
    elif len(rij) > KARTREKKERS:
        yield Gemis(
            "kartrekkers",
            _("%(n)s kartrekkers, het plan noemt er twee") % {"n": len(rij)},
            _("Spreek af wie de buurt trekt en geef de anderen een andere rol."),
        )
    if rij and not any(lid.wijkverpleegkundige for lid in rij):
        yield Gemis(
            "wijkverpleegkundige",
            _("Geen van de kartrekkers is wijkverpleegkundige"),
            _(
                "Eén van de twee kartrekkers is volgens het plan wijkverpleegkundige. Klopt het niet? Wijzig het bij de leden."
            ),
        )


def _omvang(mensen: set[int | None]) -> Iterable[Gemis]:
    minst, meest = LEDEN
    if len(mensen) < minst:
        tekst = ngettext(
            "Eén lid, vier tot zes is de bedoeling", "%(n)s leden, vier tot zes is de bedoeling", len(mensen)
        )
        yield Gemis(
            "te-klein", tekst % {"n": len(mensen)}, _("Nodig mensen uit die met bewoners en collega's in gesprek zijn.")
        )
    elif len(mensen) > meest:
        yield Gemis(
            "te-groot",
            _("%(n)s leden, vier tot zes is de bedoeling") % {"n": len(mensen)},
            _("Werk met een vaste kern en vraag de anderen als het over hun onderwerp gaat."),
        )
