"""A round opens, is answered, and closes. Counting takes no lock that a reader waits for longer than one update."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from kennisplatform.deelnemers.lidmaatschappen import Bezwaar
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.vragenlijsten import uitslag
from kennisplatform.vragenlijsten.lijsten import Lijstvraag, lijsten
from kennisplatform.vragenlijsten.models import Vraagtelling, Vragenronde

MEESTE: Final = 5000  # people in one round: no neighbourhood's list gets more, a machine's would


@transaction.atomic
def begin(*, buurt: Buurt, lijst: str, moment: str, door: Gebruiker | None, voorbeeld: bool = False) -> Vragenronde:
    Buurt.objects.select_for_update().get(pk=buurt.pk)  # two people who start the same list at once
    if Vragenronde.objects.filter(buurt=buurt, lijst=lijst, gesloten_op__isnull=True).exists():
        raise Bezwaar(_("Deze vragenlijst staat al open. Sluit die ronde eerst."))
    ronde = Vragenronde.objects.create(buurt=buurt, lijst=lijst, moment=moment, door=door, voorbeeld=voorbeeld)
    Vraagtelling.objects.bulk_create(
        Vraagtelling(ronde=ronde, vraag=vraag.code, antwoord=antwoord)
        for vraag in lijsten()[lijst].vragen
        for antwoord in vraag.antwoorden
    )
    return ronde


def vragen(ronde: Vragenronde) -> list[Lijstvraag]:
    """What this round asks: a question that came into the file later is not counted, so not asked."""
    lijst = lijsten().get(ronde.lijst)
    geteld = set(ronde.tellingen.values_list("vraag", flat=True))
    return [vraag for vraag in lijst.vragen if vraag.code in geteld] if lijst else []


@transaction.atomic
def tel_mee(*, ronde: Vragenronde, antwoorden: Mapping[str, str]) -> None:
    """Each answer is one more of a number; which answers belong together is kept nowhere."""
    ruimte = Vragenronde.objects.filter(pk=ronde.pk, gesloten_op__isnull=True, mensen__lt=MEESTE)
    if not ruimte.update(mensen=F("mensen") + 1):
        raise Bezwaar(_("Deze vragenlijst is gesloten."))
    for vraag, antwoord in antwoorden.items():
        Vraagtelling.objects.filter(ronde=ronde, vraag=vraag, antwoord=antwoord).update(aantal=F("aantal") + 1)


@transaction.atomic
def sluit(*, ronde: Vragenronde, door: Gebruiker | None) -> None:
    """Pressed by two at once it closes once; from ten answers on the result goes among the figures of the network."""
    nu = timezone.now()
    rij = Vragenronde.objects.filter(pk=ronde.pk, gesloten_op__isnull=True)
    if not rij.update(gesloten_op=nu, gesloten_door=door):
        return
    ronde.refresh_from_db()
    uitslag.naar_cijfers(ronde)
