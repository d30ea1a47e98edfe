"""An account goes: what was published stays, the name goes. One way for the person, for staff and for the night."""

from __future__ import annotations

from django.conf import settings
from django.core import signing
from django.db import transaction

from kennisplatform.basis.losse_rijen import los
from kennisplatform.deelnemers import gegevens
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Lidmaatschap
from kennisplatform.toegang import brieven

ZOUT = "toegang.verwijderen"
GELDIG_S = 3600


class Bezwaarlijk(Exception):
    """Not yet: `bezwaren` says why and what to do."""

    def __init__(self, bezwaren: list[gegevens.Beletsel]) -> None:
        super().__init__("; ".join(str(b.reden) for b in bezwaren))
        self.bezwaren = bezwaren


@transaction.atomic
def verwijder_account(
    *, gebruiker: Gebruiker, sjabloon: str = "toegang/brieven/account_weg", ondanks: bool = False
) -> None:
    """`ondanks`: the term is over and nobody answered two mails, so an objection no longer holds it back."""
    # The neighbourhoods first: two last kartrekkers who leave at the same moment must not both be 'not the last'.
    eigen = Lidmaatschap.objects.filter(persoon=gebruiker).values("buurt")
    list(Buurt.objects.select_for_update().filter(pk__in=eigen).order_by("pk"))
    gebruiker = Gebruiker.objects.select_for_update().get(pk=gebruiker.pk)
    if not ondanks and (bezwaren := gegevens.bezwaren(gebruiker)):
        raise Bezwaarlijk(bezwaren)
    for bron in gegevens.bronnen():
        bron.vergeet(gebruiker)
    aan = gebruiker.email
    gebruiker.delete()
    with los("brief dat een account weg is", gebruiker), transaction.atomic():  # no letter is a reason to keep it
        brieven.stuur(aan, sjabloon, {"adres": settings.WAGTAILADMIN_BASE_URL + "/"})


def bewijs(gebruiker: Gebruiker) -> str:
    """For the link in a mail: of this account, as it is now, for an hour."""
    return signing.dumps([gebruiker.pk, gebruiker.email], salt=ZOUT)


def klopt_bewijs(gebruiker: Gebruiker, bewijs: str) -> bool:
    try:
        return signing.loads(bewijs, salt=ZOUT, max_age=GELDIG_S) == [gebruiker.pk, gebruiker.email]
    except signing.BadSignature:
        return False
