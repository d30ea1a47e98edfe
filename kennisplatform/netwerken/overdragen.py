"""Handing a role over: the other is asked first."""

from __future__ import annotations

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kennisplatform.deelnemers import lidmaatschappen
from kennisplatform.deelnemers.buurten import vergrendel_met_buurt
from kennisplatform.deelnemers.lidmaatschappen import Bezwaar
from kennisplatform.deelnemers.logboek import noteer
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Lidmaatschap, Logregel
from kennisplatform.netwerken import ledenpost
from kennisplatform.netwerken.models import Overdracht


@transaction.atomic
def vraag(*, lidmaatschap: Lidmaatschap, naar: Lidmaatschap, door: Gebruiker) -> Overdracht:
    """Raises Bezwaar as the change itself would, and while another is asked. Who takes it on themselves said yes."""
    oud, ander = lidmaatschappen.mag_over(lidmaatschap, naar)
    if (loopt := open_van(oud.buurt).filter(lid=oud).first()) is not None:
        raise Bezwaar(
            _("%(wie)s is hiervoor al gevraagd. Wacht op antwoord, of trek die vraag eerst in.") % {"wie": loopt.naar}
        )
    overdracht = Overdracht.objects.create(buurt=oud.buurt, lid=oud, naar=ander, door=door)
    if ander.pk == door.pk:
        return neem_aan(overdracht=overdracht)
    noteer(
        Logregel.Soort.ROL,
        _("is gevraagd de rol %(rol)s over te nemen") % {"rol": oud.get_rol_display()},
        buurt=oud.buurt,
        door=door,
        over=ander,
    )
    ledenpost.meld_vraag(overdracht)
    return overdracht


def open_van(buurt: Buurt) -> models.QuerySet[Overdracht]:
    """Questions that wait, of roles that somebody still has."""
    lopend = Lidmaatschap.objects.lopend().filter(buurt=buurt)
    return Overdracht.objects.filter(buurt=buurt, stand=Overdracht.Stand.OPEN, lid__in=lopend).select_related(
        "naar", "lid"
    )


@transaction.atomic
def neem_aan(*, overdracht: Overdracht) -> Overdracht:
    """The role changes hands. Raises Bezwaar when it is too late for that."""
    vers = _open(overdracht)
    ander = Lidmaatschap.objects.lopend().filter(buurt=vers.buurt, persoon=vers.naar).first()
    if ander is None:
        raise Bezwaar(_("U hoort niet meer bij dit netwerk. Vraag de kartrekker u opnieuw uit te nodigen."))
    nieuw = lidmaatschappen.draag_over(lidmaatschap=vers.lid, naar=ander, door=vers.naar)
    _sluit(vers, Overdracht.Stand.AANGENOMEN)
    ledenpost.meld_overgenomen(vers, nieuw)
    return vers


@transaction.atomic
def weiger(*, overdracht: Overdracht) -> Overdracht:
    vers = _open(overdracht)
    _sluit(vers, Overdracht.Stand.GEWEIGERD)
    ledenpost.meld_geweigerd(vers)
    return vers


@transaction.atomic
def trek_in(*, overdracht: Overdracht) -> Overdracht:
    vers = _open(overdracht)
    _sluit(vers, Overdracht.Stand.INGETROKKEN)
    return vers


def _open(overdracht: Overdracht) -> Overdracht:
    vers = vergrendel_met_buurt(overdracht, "naar", "lid", "lid__persoon", "lid__buurt")
    if vers.stand != Overdracht.Stand.OPEN:
        raise Bezwaar(_("Deze vraag is al beantwoord: %(stand)s.") % {"stand": vers.get_stand_display()})
    return vers


def _sluit(overdracht: Overdracht, stand: Overdracht.Stand) -> None:
    overdracht.stand, overdracht.besloten = stand, timezone.now()
    overdracht.save(update_fields=["stand", "besloten"])
