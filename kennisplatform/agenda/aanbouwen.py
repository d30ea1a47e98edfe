"""What the agenda adds to pages of rooms below: one query each."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.http import HttpRequest

from kennisplatform.agenda import lijst
from kennisplatform.agenda.models import Bijeenkomst, Ervaringsdeskundige
from kennisplatform.basis.aanbouw import Deel
from kennisplatform.deelnemers.deur import Verzoek
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.deelnemers.positie import mag, zichtbaar_voor
from kennisplatform.deelnemers.rechten import Doe

OP_WERKPLEK, OP_NETWERK, OP_BUURT, OP_LEERNETWERK, OP_START, DESKUNDIGEN = 5, 4, 4, 3, 4, 6


def werkplek(request: Verzoek, _ding: None) -> Deel | None:
    """What I go to and what my networks plan. Only the way to the agenda for people who have neither."""
    return Deel("agenda/deel_werkplek.html", {"rij": lijst.mijn_komende(request.user, OP_WERKPLEK)})


def netwerk(request: Verzoek, ding: Buurt) -> Deel | None:
    rij = lijst.zichtbaar(request.user).filter(buurt=ding)
    lijst.noteer_klok(rij)
    rij = rij.komend()
    mag_maken = mag(request.user, Doe.MAKEN, ding, "bijeenkomst") and not ding.opgeheven
    context = {"rij": list(lijst.met_mijn_staat(rij, request.user)[:OP_NETWERK]), "mag_maken": mag_maken}
    return Deel("agenda/deel_netwerk.html", context)


def deskundigen(request: HttpRequest, ding: Buurt) -> Deel | None:
    rij = zichtbaar_voor(Ervaringsdeskundige.objects.geldig(), request.user).filter(buurt=ding)
    context = {
        "rij": list(rij[:DESKUNDIGEN]),
        "mag_maken": mag(request.user, Doe.MAKEN, ding, "ervaringsdeskundige") and not ding.opgeheven,
    }
    return Deel("agenda/deel_deskundigen.html", context)


def buurt(_request: HttpRequest, ding: Buurt) -> Deel | None:
    """The public face shows everybody the same, members included."""
    rij = list(_openbaar().filter(buurt=ding)[:OP_BUURT])
    return Deel("agenda/deel_buurt.html", {"rij": rij})


def start(_request: HttpRequest, _pagina: object) -> Deel | None:
    """For residents: what they may come to, nothing for colleagues only."""
    rij = list(_openbaar().filter(afgelast__isnull=True, voor__in=lijst.VOOR_BEWONERS)[:OP_START])
    return Deel("agenda/deel_start.html", {"rij": rij})


def leernetwerk(_request: HttpRequest, _pagina: object) -> Deel | None:
    rij = list(_openbaar().filter(afgelast__isnull=True)[:OP_LEERNETWERK])
    return Deel("agenda/deel_leernetwerk.html", {"rij": rij})


def _openbaar() -> QuerySet[Bijeenkomst]:
    lijst.noteer_klok(lijst.zichtbaar(AnonymousUser()))
    return lijst.zichtbaar(AnonymousUser()).komend().select_related("buurt")
