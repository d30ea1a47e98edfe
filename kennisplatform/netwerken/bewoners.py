"""What a neighbourhood tells its residents, and where their word goes."""

from __future__ import annotations

import hashlib
import re
from typing import Final

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from kennisplatform.deelnemers.buurten import vergrendel
from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.logboek import noteer
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Lidmaatschap, Logregel
from kennisplatform.deelnemers.models.buurt import kort
from kennisplatform.netwerken import meedoewensen
from kennisplatform.netwerken.models import Belkaart
from kennisplatform.post.versturen import verstuur

POSTCODE: Final = re.compile(r"^\s*([1-9]\d{3})\s*[A-Za-z]{0,2}\s*$")
MAX_GEVONDEN: Final = 12
LEZERS: Final = (Netwerkrol.KARTREKKER, Netwerkrol.COORDINATOR)


def zoek(waar: str) -> list[Buurt]:
    """The neighbourhoods of a place, a name or a postcode. Nothing of what was typed is kept."""
    rij = Buurt.objects.actief()
    if code := POSTCODE.match(waar):
        return list(rij.filter(belkaart__postcodes__contains=code[1]).order_by("naam")[:MAX_GEVONDEN])
    tekst = " ".join(waar[:80].replace("\x00", " ").split())
    if not tekst:
        return []
    precies = list(rij.filter(Q(naam__iexact=tekst) | Q(gemeente__iexact=tekst)).order_by("naam")[:MAX_GEVONDEN])
    return precies or list(
        rij.filter(Q(naam__icontains=tekst) | Q(gemeente__icontains=tekst)).order_by("naam")[:MAX_GEVONDEN]
    )


def belkaart(buurt: Buurt) -> Belkaart | None:
    return Belkaart.objects.filter(buurt=buurt).first()


@transaction.atomic
def bewaar_belkaart(*, buurt: Buurt, regels: str, postcodes: str, door: Gebruiker) -> Belkaart:
    vergrendel(buurt)
    kaart, _nieuw = Belkaart.objects.get_or_create(buurt=buurt, defaults={"nummer": 0})
    kaart.regels, kaart.postcodes, kaart.nummer = regels, postcodes, kaart.nummer + 1
    kaart.save()
    noteer(Logregel.Soort.BUURT, _("wijzigde wie bewoners kunnen bellen"), buurt=buurt, door=door)
    return kaart


def lezers(buurt: Buurt) -> list[Gebruiker]:
    """Who reads what residents say: the kartrekkers, else who coordinates."""
    rij = Lidmaatschap.objects.lopend().filter(buurt=buurt, persoon__is_active=True, rol__in=LEZERS)
    leden = list(rij.select_related("persoon").order_by("van", "pk"))
    return next(
        (mensen for rol in LEZERS if (mensen := [lid.persoon for lid in leden if lid.rol == rol and lid.persoon])), []
    )


@transaction.atomic
def stuur(*, buurt: Buurt, tekst: str, mail: str, meedoen: bool = False) -> int:
    """To each reader once, however often it is pressed; the platform keeps it no longer than any other mail."""
    wens = meedoewensen.bewaar(buurt=buurt, tekst=tekst, mail=mail) if meedoen else None
    merk = hashlib.blake2b(f"{buurt.pk} {tekst} {mail}".encode(), digest_size=12).hexdigest()
    aan = lezers(buurt)
    onderwerp = _("Iemand uit %(buurt)s wil meedoen") if meedoen else _("Iemand uit %(buurt)s praat mee")
    context = {
        "buurt": buurt,
        "tekst": tekst,
        "mail": mail,
        "antwoorden": settings.WAGTAILADMIN_BASE_URL + reverse("meedoewens", args=[buurt.slug, wens.pk])
        if wens
        else "",
        "link": settings.WAGTAILADMIN_BASE_URL + reverse("buurt", args=[buurt.slug]),
    }
    for wie in aan:
        verstuur(
            aan=wie.email,
            onderwerp=onderwerp % {"buurt": kort(buurt.naam)},
            tekst=render_to_string("netwerken/post/meepraten.txt", context),
            kenmerk=f"meepraten:{merk}:{wie.pk}",
        )
    return len(aan)
