"""Reminders after five and ten working days, then the coach; and nothing kept longer than it helps."""

from __future__ import annotations

import datetime as dt
from typing import Final

from django.db import transaction
from django.utils import timezone

from kennisplatform.basis.losse_rijen import voor_elk
from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.models import Lidmaatschap
from leernetwerk.contact import brieven
from leernetwerk.contact.models import Contactverzoek
from leernetwerk.contact.wie import werkdagen

RONDES: Final = (5, 10)  # working days without an answer
COACH: Final = 15
BEWAAR: Final = dt.timedelta(days=365)  # after it was ended
VERGETEN: Final = dt.timedelta(days=180)  # open, and nobody wrote


def herinner() -> None:
    nu = timezone.now()
    rij = Contactverzoek.objects.filter(beantwoord_op__isnull=True, gesloten_op__isnull=True)
    alle = rij.select_related("aan", "van", "buurt", "pagina").iterator(chunk_size=500)
    voor_elk("vraag aan een andere buurt", alle, lambda verzoek: _herinner(verzoek, werkdagen(verzoek.gemaakt, nu)))


def _herinner(verzoek: Contactverzoek, dagen: int) -> None:
    for ronde, grens in enumerate(RONDES, start=1):
        if grens <= dagen < COACH and (ronde == len(RONDES) or dagen < RONDES[ronde]):
            brieven.herinnering(verzoek, ronde)
    if dagen >= COACH and verzoek.opgeschaald_id is None:
        _schaal_op(verzoek)


@transaction.atomic
def _schaal_op(verzoek: Contactverzoek) -> None:
    """The coach reads along from here on. Without a coach the reminder is all there is."""
    coaches = Lidmaatschap.objects.lopend().filter(buurt=verzoek.buurt, rol=Netwerkrol.COACH, persoon__is_active=True)
    Contactverzoek.objects.filter(pk=verzoek.pk).update(opgeschaald=verzoek.buurt)
    mensen = [lid.persoon for lid in coaches.select_related("persoon") if lid.persoon is not None]
    voor_elk("brief aan een coach", mensen, lambda wie: brieven.opgeschaald(verzoek, wie))


def ruim_op() -> None:
    nu = timezone.now()
    Contactverzoek.objects.filter(gesloten_op__lt=nu - BEWAAR).delete()
    Contactverzoek.objects.filter(gesloten_op__isnull=True).exclude(regels__op__gte=nu - VERGETEN).delete()
