"""People who speak from experience: enter, change, confirm, take away. Consent holds a year and ends by itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any, Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kennisplatform.agenda import brieven
from kennisplatform.agenda.models import Ervaringsdeskundige
from kennisplatform.agenda.models.ervaringsdeskundige import TOESTEMMING
from kennisplatform.basis.losse_rijen import voor_elk
from kennisplatform.basis.models.begrippen import Begrip
from kennisplatform.deelnemers.buurten import vergrendel
from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.lidmaatschappen import Bezwaar
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Lidmaatschap

VOORAF: Final = dt.timedelta(days=30)  # before consent ends the kartrekkers get a mail
VELDEN: Final = ("naam", "ervaring", "toestemming_op", "toestemming_hoe")


@transaction.atomic
def voeg_toe(
    *, buurt: Buurt, velden: Mapping[str, Any], onderwerpen: Iterable[Begrip], door: Gebruiker
) -> Ervaringsdeskundige:
    if vergrendel(buurt).opgeheven:
        raise Bezwaar(_("Deze buurt is opgegaan in een andere. Kies de nieuwe buurt."))
    eigen = {naam: velden[naam] for naam in VELDEN}
    een = Ervaringsdeskundige.objects.create(
        buurt=buurt, door=door, geldig_tot=velden["toestemming_op"] + TOESTEMMING, **eigen
    )
    een.onderwerpen.set(onderwerpen)
    return een


@transaction.atomic
def wijzig(
    *, deskundige: Ervaringsdeskundige, velden: Mapping[str, Any], onderwerpen: Iterable[Begrip]
) -> Ervaringsdeskundige:
    """Also confirms: whoever changes what stands here has spoken to the person, and says when."""
    vers = Ervaringsdeskundige.objects.select_for_update().get(pk=deskundige.pk)
    for naam in VELDEN:
        setattr(vers, naam, velden[naam])
    vers.geldig_tot = velden["toestemming_op"] + TOESTEMMING
    vers.save()
    vers.onderwerpen.set(onderwerpen)
    return vers


@transaction.atomic
def verwijder(*, deskundige: Ervaringsdeskundige) -> None:
    """At once and without a trace: consent that was taken back needs no reason."""
    Ervaringsdeskundige.objects.filter(pk=deskundige.pk).delete()


def loop_na() -> None:
    """Once a night: delete where consent ended, and mail in time where it is about to."""
    vandaag = timezone.localdate()
    Ervaringsdeskundige.objects.filter(geldig_tot__lte=vandaag).delete()
    bijna = Ervaringsdeskundige.objects.filter(geldig_tot__lte=vandaag + VOORAF).select_related("buurt")
    voor_elk("toestemming die afloopt", bijna, _waarschuw)


def _waarschuw(een: Ervaringsdeskundige) -> None:
    trekkers = _kartrekkers(een.buurt_id)
    voor_elk("brief over toestemming", trekkers, lambda wie: brieven.toestemming_loopt_af(een, wie.email))


def _kartrekkers(buurt: int) -> list[Gebruiker]:
    rij = Lidmaatschap.objects.lopend().filter(buurt=buurt, rol=Netwerkrol.KARTREKKER, persoon__is_active=True)
    return [lid.persoon for lid in rij.select_related("persoon") if lid.persoon]
