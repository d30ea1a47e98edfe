"""A stranger wants to take part: it waits in the workspace until somebody invites or answers, and is then forgotten."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from kennisplatform.deelnemers.buurten import vergrendel
from kennisplatform.deelnemers.logboek import noteer
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Logregel
from kennisplatform.netwerken.models import Meedoewens

MAX_OPEN = 100  # of one neighbourhood: a network that answers nobody becomes no file of people


@transaction.atomic
def bewaar(*, buurt: Buurt, tekst: str, mail: str) -> Meedoewens | None:
    """The same words of the same person wait once. None where too many wait: who leads got the letter all the same."""
    vergrendel(buurt)
    wachtend = Meedoewens.objects.filter(buurt=buurt)
    if eerder := wachtend.filter(tekst=tekst, mail=mail).first():
        return eerder
    return None if wachtend.count() >= MAX_OPEN else Meedoewens.objects.create(buurt=buurt, tekst=tekst, mail=mail)


@transaction.atomic
def handel_af(*, wens: Meedoewens, door: Gebruiker, uitgenodigd: bool = False) -> None:
    """Text and address go; the log keeps that somebody was answered, not who. Pressed twice is noted once."""
    weg, _per = Meedoewens.objects.filter(pk=wens.pk).delete()
    if weg and not uitgenodigd:  # an invitation has its own line
        noteer(Logregel.Soort.AANVRAAG, _("beantwoordde iemand die wil meedoen"), buurt=wens.buurt, door=door)
