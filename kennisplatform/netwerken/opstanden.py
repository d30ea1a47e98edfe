"""Rows of networks on a network's page and on somebody's own workspace, for what is kept of both (tekening/opstand.py)."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet

from kennisplatform.deelnemers.buurten import mijn_buurten
from kennisplatform.deelnemers.models import Gebruiker, Lidmaatschap, Logregel
from kennisplatform.netwerken.models import Aanvraag, Afspraak, Meedoewens, Overdracht, Uitnodiging, Werkwijze
from kennisplatform.netwerken.overzicht import MAX_NIEUWS, nieuws_van
from kennisplatform.tekening.opstand import Opstand

WERKWIJZE = ("id", "nummer", "bevestigd")  # of its words nothing is shown here


def _voor_mij(wie: int) -> QuerySet[Uitnodiging]:
    """Of my networks, and those to my own address."""
    mijn_adres = Exists(Gebruiker.objects.filter(pk=wie, email__iexact=OuterRef("email")))
    return Uitnodiging.objects.open().filter(Q(buurt__in=mijn_buurten(wie)) | mijn_adres)


BRENGT = [
    Opstand("netwerk", Lidmaatschap, lambda buurt: Lidmaatschap.objects.filter(buurt=buurt)),
    Opstand("netwerk", Afspraak, lambda buurt: Afspraak.objects.filter(buurt=buurt, gedaan_op__isnull=True)),
    Opstand("netwerk", Aanvraag, lambda buurt: Aanvraag.objects.filter(buurt=buurt, besluit=Aanvraag.Besluit.OPEN)),
    Opstand("netwerk", Meedoewens, lambda buurt: Meedoewens.objects.filter(buurt=buurt)),
    Opstand("netwerk", Overdracht, lambda b: Overdracht.objects.filter(buurt=b, stand=Overdracht.Stand.OPEN)),
    Opstand("netwerk", Uitnodiging, lambda buurt: Uitnodiging.objects.open().filter(buurt=buurt), ("id",)),
    Opstand("netwerk", Werkwijze, lambda buurt: Werkwijze.objects.filter(buurt=buurt), WERKWIJZE),
    Opstand(
        "werkplek",
        Aanvraag,
        lambda wie: Aanvraag.objects.filter(
            Q(buurt__in=mijn_buurten(wie), besluit=Aanvraag.Besluit.OPEN) | Q(persoon=wie)
        ),
    ),
    Opstand(
        "werkplek", Meedoewens, lambda wie: Meedoewens.objects.filter(buurt__in=mijn_buurten(wie)), ("id", "buurt_id")
    ),
    Opstand("werkplek", Uitnodiging, _voor_mij),
    Opstand("werkplek", Overdracht, lambda wie: Overdracht.objects.filter(naar=wie, stand=Overdracht.Stand.OPEN)),
    Opstand(
        "werkplek",
        Logregel,
        lambda wie: Logregel.objects.filter(pk__in=nieuws_van(mijn_buurten(wie), wie).values("pk")[:MAX_NIEUWS]),
    ),
]
