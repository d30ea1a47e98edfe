"""Ask to take part; let in or not."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from kennisplatform.basis.losse_rijen import voor_elk
from kennisplatform.deelnemers.buurten import vergrendel, vergrendel_met_buurt
from kennisplatform.deelnemers.lidmaatschappen import Bezwaar, rollen_van, voeg_toe, vraag_eerst
from kennisplatform.deelnemers.logboek import noteer
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Logregel
from kennisplatform.deelnemers.models.buurt import kort
from kennisplatform.netwerken import ledenpost
from kennisplatform.netwerken.kring import wie_beslist
from kennisplatform.netwerken.models import Aanvraag
from kennisplatform.post.versturen import verstuur

MAX_OPEN = 10  # of one person, over all neighbourhoods


@transaction.atomic
def vraag_aan(
    *, buurt: Buurt, persoon: Gebruiker, rol: str, functie: str, bericht: str, erbij: bool = False
) -> Aanvraag:
    """Raises Bezwaar for a second request and for somebody who asks everywhere; AlLid for a member who wasn't told (`erbij`)."""
    if vergrendel(buurt).opgeheven:
        raise Bezwaar(_("Deze buurt is opgegaan in een andere."))
    if rol in rollen_van(buurt, persoon):
        raise Bezwaar(_("Deze rol hebt u hier al."))
    vraag_eerst(buurt, persoon, rol, erbij)
    open_ = Aanvraag.objects.filter(persoon=persoon, besluit=Aanvraag.Besluit.OPEN)
    if open_.filter(buurt=buurt).exists():
        raise Bezwaar(_("Uw aanvraag loopt al. De kartrekker krijgt hem te zien."))
    if open_.count() >= MAX_OPEN:
        raise Bezwaar(_("U hebt al %(n)s aanvragen open staan. Wacht op antwoord of trek er een in.") % {"n": MAX_OPEN})
    aanvraag = Aanvraag.objects.create(buurt=buurt, persoon=persoon, rol=rol, functie=functie, bericht=bericht)
    onderwerp, pad = _("Iemand wil meedoen in %(buurt)s"), reverse("netwerk", args=[buurt.slug])
    voor_elk(
        "brief over een aanvraag", wie_beslist(buurt), lambda wie: _stuur(aanvraag, wie, "aanvraag", onderwerp, pad)
    )
    return aanvraag


@transaction.atomic
def beslis(
    *, aanvraag: Aanvraag, toelaten: bool, door: Gebruiker, rol: str = "", reden: str = "", erbij: bool = False
) -> Aanvraag:
    """Let in (in a role that the decider may correct) or not, with a reason that the asker reads.

    Who asked may have come in by an invitation since: AlLid, unless the decider saw that (`erbij`).
    """
    vers = _open(aanvraag)
    if toelaten:
        vers.rol = rol or vers.rol
        vraag_eerst(vers.buurt, vers.persoon, vers.rol, erbij)
        lid = voeg_toe(buurt=vers.buurt, persoon=vers.persoon, rol=vers.rol, functie=vers.functie, door=door)
        ledenpost.meld_erbij(lid, door)
    else:
        noteer(Logregel.Soort.AANVRAAG, _("liet een aanvraag niet toe"), buurt=vers.buurt, door=door, over=vers.persoon)
    vers.besluit = Aanvraag.Besluit.TOEGELATEN if toelaten else Aanvraag.Besluit.AFGEWEZEN
    vers.besloten, vers.besloten_door, vers.reden = timezone.now(), door, reden
    vers.save()
    doel = reverse("netwerk", args=[vers.buurt.slug]) if toelaten else reverse("buurt", args=[vers.buurt.slug])
    _stuur(vers, vers.persoon, "besluit", _("Uw aanvraag bij %(buurt)s"), doel)
    return vers


@transaction.atomic
def trek_in(*, aanvraag: Aanvraag) -> None:
    vers = _open(aanvraag)
    vers.besluit, vers.besloten = Aanvraag.Besluit.INGETROKKEN, timezone.now()
    vers.save(update_fields=["besluit", "besloten"])


def _open(aanvraag: Aanvraag) -> Aanvraag:
    vers = vergrendel_met_buurt(aanvraag, "persoon")
    if vers.besluit != Aanvraag.Besluit.OPEN:
        raise Bezwaar(
            _("Over deze aanvraag is intussen al besloten: %(besluit)s.") % {"besluit": vers.get_besluit_display()}
        )
    return vers


def _stuur(aanvraag: Aanvraag, aan: Gebruiker, brief: str, onderwerp: str, pad: str) -> None:
    context = {"aanvraag": aanvraag, "link": settings.WAGTAILADMIN_BASE_URL + pad}
    verstuur(
        aan=aan.email,
        onderwerp=onderwerp % {"buurt": kort(aanvraag.buurt.naam)},
        tekst=render_to_string(f"netwerken/post/{brief}.txt", context),
        kenmerk=f"{brief}:{aanvraag.pk}:{aan.pk}",
    )
