"""What a neighbourhood tells its residents, and where their word goes."""

from __future__ import annotations

import hashlib
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from kennisplatform.basis.losse_rijen import voor_elk
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
PLAATSEN: Final = Path(__file__).resolve().parent / "inhoud" / "plaatsen.toml"
LEZERS: Final = (Netwerkrol.KARTREKKER, Netwerkrol.COORDINATOR)


@cache
def plaatsen() -> tuple[dict[str, str], dict[str, str]]:
    """The municipality of a postcode's four digits and of a place, where a neighbourhood takes part."""
    codes: dict[str, str] = {}
    namen: dict[str, str] = {}
    for gemeente, rij in tomllib.loads(PLAATSEN.read_text())["gemeente"].items():
        namen |= {naam.casefold(): gemeente for naam in rij.get("plaatsen", gemeente).split(", ")}
        for reeks in rij["postcodes"].split():
            van, _streep, tot = reeks.partition("-")
            codes |= {str(code): gemeente for code in range(int(van), int(tot or van) + 1)}
    return codes, namen


def zoek(waar: str) -> list[Buurt]:
    """The neighbourhoods of a place, a name or a postcode. Nothing of what was typed is kept."""
    rij = Buurt.objects.actief().order_by("naam")
    codes, namen = plaatsen()
    if code := POSTCODE.match(waar):
        eigen = list(rij.filter(belkaart__postcodes__contains=code[1])[:MAX_GEVONDEN])
        return eigen or list(rij.filter(gemeente=codes.get(code[1], "-"))[:MAX_GEVONDEN])
    tekst = " ".join(waar[:80].replace("\x00", " ").split())
    if not tekst:
        return []
    gemeente = namen.get(tekst.casefold(), tekst)
    for zo in (
        Q(naam__iexact=tekst) | Q(gemeente__iexact=tekst),
        Q(gemeente=gemeente),
        Q(naam__icontains=tekst) | Q(gemeente__icontains=tekst),
    ):
        if gevonden := list(rij.filter(zo)[:MAX_GEVONDEN]):
            return gevonden
    return []


def alleen(waar: str, gevonden: list[Buurt]) -> Buurt | None:
    """The one that was meant: not a neighbourhood somewhere in the municipality that was asked for."""
    if len(gevonden) != 1:
        return None
    een, code = gevonden[0], POSTCODE.match(waar)
    if een.naam == een.gemeente:
        return een
    if code:
        return een if Belkaart.objects.filter(buurt=een, postcodes__contains=code[1]).exists() else None
    tekst = waar.casefold()
    return een if tekst in een.naam.casefold() and tekst != een.gemeente.casefold() else None


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

    def brief(wie: Gebruiker) -> None:
        verstuur(
            aan=wie.email,
            onderwerp=onderwerp % {"buurt": kort(buurt.naam)},
            tekst=render_to_string("netwerken/post/meepraten.txt", context),
            kenmerk=f"meepraten:{merk}:{wie.pk}",
        )

    return voor_elk("brief van een bewoner", aan, brief)
