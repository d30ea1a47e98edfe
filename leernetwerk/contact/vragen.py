"""Ask, answer, end, and say whether it helped."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from kennisplatform.basis.losse_rijen import voor_elk
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from leernetwerk.contact import brieven
from leernetwerk.contact.models import Contactverzoek, Regel
from leernetwerk.contact.wie import contactpersoon


class VraagGesloten(Exception):
    """One of the two ended it."""


class Niemand(Exception):
    """There is nobody to ask."""


@transaction.atomic
def vraag(*, buurt: Buurt, pagina: Page | None, van: Gebruiker, van_buurt: Buurt | None, tekst: str) -> Contactverzoek:
    """A second question about the same thing goes into the conversation that is open. Raises Niemand."""
    Buurt.objects.select_for_update().get(pk=buurt.pk)  # twice the same button is one conversation
    lopend = Contactverzoek.objects.filter(buurt=buurt, pagina=pagina, van=van, gesloten_op__isnull=True).first()
    if lopend is not None:
        return zeg(verzoek=lopend, door=van, tekst=tekst)
    aan = contactpersoon(buurt, pagina)
    if aan is None:
        raise Niemand
    verzoek = Contactverzoek.objects.create(buurt=buurt, pagina=pagina, van=van, van_buurt=van_buurt, aan=aan)
    Regel.objects.create(verzoek=verzoek, door=van, tekst=tekst)
    brieven.vraag(verzoek, tekst)
    return verzoek


@transaction.atomic
def zeg(*, verzoek: Contactverzoek, door: Gebruiker, tekst: str) -> Contactverzoek:
    """An answer, or one more question. Raises VraagGesloten."""
    nu = _vergrendel(verzoek)
    Regel.objects.create(verzoek=nu, door=door, tekst=tekst)
    if door.pk != nu.van_id and nu.beantwoord_op is None:
        nu.beantwoord_op = timezone.now()
        nu.save(update_fields=["beantwoord_op"])
    brieven.antwoord(nu, tekst, door)
    return nu


@transaction.atomic
def sluit(*, verzoek: Contactverzoek, door: Gebruiker) -> Contactverzoek:
    """Raises VraagGesloten when it was ended already."""
    nu = _vergrendel(verzoek)
    nu.gesloten_op, nu.gesloten_door = timezone.now(), door
    nu.save(update_fields=["gesloten_op", "gesloten_door"])
    brieven.gesloten(nu, door)
    return nu


@transaction.atomic
def zeg_of_het_hielp(*, verzoek: Contactverzoek, hulp: str) -> bool:
    """Asked once; False: it was said before. A yes goes to whoever answered: the only thanks for the work."""
    if not Contactverzoek.objects.filter(pk=verzoek.pk, geholpen="").update(geholpen=hulp):
        return False
    if hulp == Contactverzoek.Hulp.JA:
        schrijvers = verzoek.regels.exclude(door=verzoek.van_id).values("door")
        mensen = Gebruiker.objects.filter(pk__in=schrijvers)
        voor_elk("brief dat een antwoord hielp", mensen, lambda wie: brieven.hielp(verzoek, wie))
    return True


def _vergrendel(verzoek: Contactverzoek) -> Contactverzoek:
    nu = (
        Contactverzoek.objects.select_for_update(of=("self",))
        .select_related("van", "aan", "buurt", "pagina")
        .get(pk=verzoek.pk)
    )
    if not nu.open:
        raise VraagGesloten
    return nu
