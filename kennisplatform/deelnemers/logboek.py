"""Writing the log of rights."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone
from django.utils.translation import gettext as _

from kennisplatform.deelnemers.models import Buurt, Gebruiker, Logregel

INZAGE_RUST = dt.timedelta(hours=12)  # who reads on for an afternoon is one line
# What is a network's own: staff who look into it leave a line. Kinds of rechten.py, in words.
ONDERDELEN = {
    "netwerk": "het netwerk",
    "lidmaatschap": "de leden",
    "uitnodiging": "de uitnodigingen",
    "aanvraag": "de aanvragen",
    "werkwijze": "Zo werken wij hier",
    "afspraak": "de afspraken",
    "keuze": "de keuzelijst en het profiel",
    "buurtpad": "de eigen zorgpaden",
    "vragenronde": "de vragenlijsten",
    "buurtbeeld": "het buurtbeeld",
    "buurtplan": "het buurtplan",
    "inzending": "een voorbeeld in wording",
    "logboek": "het logboek",
    "bijdrage": "een gesprek van het netwerk",
    "bijeenkomst": "de bijeenkomsten",
}


def noteer(
    soort: Logregel.Soort,
    tekst: str,
    *,
    buurt: Buurt | None = None,
    door: Gebruiker | None = None,
    over: Gebruiker | None = None,
    verwijst: str = "",
) -> Logregel:
    """One line, inside the caller's transaction. `tekst` holds no names: those are `door`, `over` and behind `verwijst`."""
    return Logregel.objects.create(soort=soort, tekst=tekst[:300], buurt=buurt, door=door, over=over, verwijst=verwijst)


def noteer_inzage(*, wie: Gebruiker, buurt: Buurt, soort: str) -> None:
    """Staff looked into what is a network's own."""
    tekst = _("bekeek: %(wat)s") % {"wat": ONDERDELEN[soort]}
    kort_geleden = Logregel.objects.filter(
        soort=Logregel.Soort.INZAGE, door=wie, buurt=buurt, tekst=tekst, op__gt=timezone.now() - INZAGE_RUST
    )
    if not kort_geleden.exists():
        noteer(Logregel.Soort.INZAGE, tekst, buurt=buurt, door=wie)
