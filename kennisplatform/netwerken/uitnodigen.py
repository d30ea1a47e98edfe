"""Invite, send again, withdraw, accept."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from kennisplatform.deelnemers.buurten import vergrendel, vergrendel_met_buurt
from kennisplatform.deelnemers.lidmaatschappen import Bezwaar, voeg_toe, vraag_eerst
from kennisplatform.deelnemers.logboek import noteer
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Lidmaatschap, Logregel
from kennisplatform.deelnemers.models.buurt import kort
from kennisplatform.netwerken import ledenpost
from kennisplatform.netwerken.models import Uitnodiging
from kennisplatform.netwerken.models.uitnodiging import GELDIG, hash_van, nieuwe_sleutel
from kennisplatform.post.versturen import verstuur

MAX_OPEN = 100  # invitations that stand open in one neighbourhood: a network has about six members


@dataclass(frozen=True)
class Gast:
    """Whom to invite, and as what."""

    email: str
    rol: str
    functie: str = ""
    wijkverpleegkundige: bool = False


class StaatOpen(Bezwaar):
    """There is one already; it can be sent again."""

    def __init__(self, uitnodiging: Uitnodiging) -> None:
        super().__init__(
            _("Voor %(email)s staat al een uitnodiging open. Stuur die opnieuw.") % {"email": uitnodiging.email}
        )
        self.uitnodiging = uitnodiging


@transaction.atomic
def nodig_uit(*, buurt: Buurt, gast: Gast, door: Gebruiker, bericht: str = "") -> Uitnodiging:
    """Raises Bezwaar for a member in that role, StaatOpen for somebody whose invitation still stands."""
    buurt = vergrendel(buurt)
    email = gast.email.strip().lower()
    if (bezwaar := bezwaar_tegen(buurt=buurt, email=email, rol=gast.rol)) is not None:
        raise bezwaar
    Uitnodiging.objects.open().filter(buurt=buurt, email=email, rol=gast.rol, verloopt__lte=timezone.now()).update(
        ingetrokken=timezone.now()
    )  # an expired one makes way
    if Uitnodiging.objects.open().filter(buurt=buurt, verloopt__gt=timezone.now()).count() >= MAX_OPEN:
        raise Bezwaar(_("Er staan al %(n)s uitnodigingen open. Trek er eerst een paar in.") % {"n": MAX_OPEN})
    sleutel = nieuwe_sleutel()
    uitnodiging = Uitnodiging.objects.create(
        buurt=buurt,
        email=email,
        rol=gast.rol,
        functie=gast.functie,
        wijkverpleegkundige=gast.wijkverpleegkundige,
        bericht=bericht,
        door=door,
        sleutelhash=hash_van(sleutel),
        verloopt=timezone.now() + GELDIG,
    )
    _noteer(uitnodiging, _("nodigde iemand uit als %(rol)s"), door)
    _stuur(uitnodiging, sleutel)
    return uitnodiging


def bezwaar_tegen(*, buurt: Buurt, email: str, rol: str) -> Bezwaar | None:
    """Why this person can't be invited (again) for this role; None: go on."""
    if buurt.opgeheven:
        return Bezwaar(_("Deze buurt is opgegaan in een andere."))
    leden = Lidmaatschap.objects.lopend().filter(buurt=buurt, rol=rol, persoon__email__iexact=email)
    if leden.exists():
        return Bezwaar(_("Wie bij %(email)s hoort, heeft deze rol hier al.") % {"email": email})
    open_ = Uitnodiging.objects.open().filter(buurt=buurt, email__iexact=email, rol=rol, verloopt__gt=timezone.now())
    eerste = open_.first()
    return StaatOpen(eerste) if eerste else None


@transaction.atomic
def stuur_opnieuw(*, uitnodiging: Uitnodiging, door: Gebruiker) -> None:
    """A new link, 14 new days; the old link stops working, since only one may be valid."""
    vers = _open(uitnodiging)
    sleutel = nieuwe_sleutel()
    vers.sleutelhash, vers.verloopt, vers.keren = hash_van(sleutel), timezone.now() + GELDIG, vers.keren + 1
    vers.save(update_fields=["sleutelhash", "verloopt", "keren"])
    _noteer(vers, _("stuurde de uitnodiging als %(rol)s opnieuw"), door)
    _stuur(vers, sleutel)


@transaction.atomic
def trek_in(*, uitnodiging: Uitnodiging, door: Gebruiker) -> None:
    vers = _open(uitnodiging)
    vers.ingetrokken = timezone.now()
    vers.save(update_fields=["ingetrokken"])
    _noteer(vers, _("trok de uitnodiging als %(rol)s in"), door)


@transaction.atomic
def neem_aan(*, uitnodiging: Uitnodiging, persoon: Gebruiker, erbij: bool = False) -> Lidmaatschap:
    """One use. The caller has checked that the address is this person's: by `is_voor`, or, for a new account, by the link.

    Raises AlLid for somebody who is in the network already, unless they said yes to that (`erbij`).
    """
    vers = _open(uitnodiging)
    if vers.staat == "verlopen":
        raise Bezwaar(_("Deze uitnodiging is verlopen. Vraag de kartrekker om een nieuwe."))
    vraag_eerst(vers.buurt, persoon, vers.rol, erbij)
    vers.aangenomen, vers.aangenomen_door = timezone.now(), persoon
    vers.save(update_fields=["aangenomen", "aangenomen_door"])
    lid = voeg_toe(
        buurt=vers.buurt,
        persoon=persoon,
        rol=vers.rol,
        functie=vers.functie,
        wijkverpleegkundige=vers.wijkverpleegkundige,
        door=vers.door,
    )
    ledenpost.meld_erbij(lid, persoon, vers.door)
    return lid


def vind(sleutel: str) -> Uitnodiging | None:
    return Uitnodiging.objects.select_related("buurt", "door").filter(sleutelhash=hash_van(sleutel)).first()


def _open(uitnodiging: Uitnodiging) -> Uitnodiging:
    vers = vergrendel_met_buurt(uitnodiging, "door")
    if vers.aangenomen:
        raise Bezwaar(_("Deze uitnodiging is al gebruikt."))
    if vers.ingetrokken:
        raise Bezwaar(_("Deze uitnodiging is ingetrokken. Vraag de kartrekker om een nieuwe."))
    return vers


def _noteer(uitnodiging: Uitnodiging, tekst: str, door: Gebruiker) -> None:
    noteer(
        Logregel.Soort.UITNODIGING,
        tekst % {"rol": uitnodiging.get_rol_display()},
        buurt=uitnodiging.buurt,
        door=door,
        verwijst=uitnodiging.merk,
    )


def _stuur(uitnodiging: Uitnodiging, sleutel: str) -> None:
    link = settings.WAGTAILADMIN_BASE_URL + reverse("uitnodiging", args=[sleutel])
    context = {"uitnodiging": uitnodiging, "link": link, "dagen": GELDIG.days}
    verstuur(
        aan=uitnodiging.email,
        onderwerp=_("Doe mee met het buurtnetwerk van %(buurt)s") % {"buurt": kort(uitnodiging.buurt.naam)},
        tekst=render_to_string("netwerken/post/uitnodiging.txt", context),
        kenmerk=f"uitnodiging:{uitnodiging.pk}:{uitnodiging.keren}",
        geheim=True,
    )
