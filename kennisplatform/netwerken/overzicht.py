"""What the workspace shows, gathered in a constant number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.db.models import Count, Min, Q, QuerySet, Value
from django.utils import timezone

from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Lidmaatschap, Logregel
from kennisplatform.deelnemers.positie import mag, positie, zichtbaar_voor
from kennisplatform.deelnemers.rechten import Doe, Kring
from kennisplatform.deelnemers.samenstelling import STEUN, Gemis, gemis
from kennisplatform.netwerken.models import Aanvraag, Meedoewens, Overdracht, Uitnodiging
from kennisplatform.tekening.notitie import geldig_tot, tekent

MAX_NIEUWS = 12
MAX_KAARTEN = 6  # who has more neighbourhoods gets one line for each, and a way to narrow them down
MAX_BUURTEN = 200  # lines on one page; nobody has more, but a filter finds those too
STANDEN = ("wacht", "mist")


class Werkplekvak(StrEnum):
    """What the workspace opens with. Each has its own part of the page."""

    LIJST = "lijst"  # of more neighbourhoods than fit as cards
    KAARTEN = "kaarten"
    REGISTER = "register"  # in none, and here for the whole programme
    MEELEZEN = "meelezen"
    ANDERE_ROL = "andere_rol"
    NOG_GEEN = "nog_geen"

    @property
    def sjabloon(self) -> str:
        return f"netwerken/werkplek/{self.value}.html"


@dataclass
class Mijn:
    """A neighbourhood of mine, with what waits there."""

    buurt: Buurt
    rollen: list[str] = field(default_factory=list)
    leden: int = 0
    gemis: list[Gemis] = field(default_factory=list)
    aanvragen: int = 0  # of people with an account, and without
    verlopen: int = 0  # invitations that nobody took up

    @property
    def wacht(self) -> int:
        return self.aanvragen + self.verlopen

    @property
    def ernst(self) -> int:
        """How much a network misses: who should lead it before anything else."""
        zonder = any(g.code == "kartrekker" for g in self.gemis)
        return len(self.gemis) + (100 if zonder else 0)


def werkplek(wie: Gebruiker, vraag: Mapping[str, str]) -> dict[str, Any]:
    plek = positie(wie)
    veel = len(plek.rollen) > MAX_KAARTEN
    gekozen = gevraagd(vraag) if veel else {}
    mijn = _mijn(wie, list(plek.rollen), gekozen)
    _noteer_verloop(list(plek.rollen), wie)
    mag_register, mag_export = mag(wie, Doe.ZIEN, "register"), mag(wie, Doe.EXPORTEREN, "register")
    zonder = _zonder_buurt(mag_register, mag_export) if plek.programma else Werkplekvak.NOG_GEEN
    return {
        "vak": Werkplekvak.LIJST if veel else Werkplekvak.KAARTEN if mijn else zonder,
        "mijn": mijn[:MAX_BUURTEN],
        "alle": len(plek.rollen),
        "gekozen": gekozen,
        "meer": max(0, len(mijn) - MAX_BUURTEN),
        "nieuws": _nieuws(list(plek.rollen), wie.pk) if plek.rollen else [],
        "gevraagd": Overdracht.objects.filter(
            naar=wie, stand=Overdracht.Stand.OPEN, lid__in=Lidmaatschap.objects.lopend()
        ).select_related("buurt", "lid"),
        "aanvragen": Aanvraag.objects.filter(persoon=wie).select_related("buurt").order_by("-gemaakt")[:5],
        "uitnodigingen": Uitnodiging.objects.open()
        .filter(email__iexact=wie.email, verloopt__gt=timezone.now())
        .select_related("buurt"),
        "mag_register": mag_register,
        "mag_export": mag_export,
        "wachtend": _zonder_trekker(wie) if Kring.TEAM in plek.overal() else [],
    }


def _zonder_buurt(mag_register: bool, mag_export: bool) -> Werkplekvak:
    """Where somebody of the programme begins."""
    if mag_register:
        return Werkplekvak.REGISTER
    return Werkplekvak.MEELEZEN if mag_export else Werkplekvak.ANDERE_ROL


def gevraagd(vraag: Mapping[str, str]) -> dict[str, str]:
    """What the list is narrowed to; a value that means nothing is left out."""
    uit = {"q": " ".join(vraag.get("q", "")[:100].split()), "stand": vraag.get("stand", "")}
    return {naam: waarde for naam, waarde in uit.items() if waarde and (naam == "q" or waarde in STANDEN)}


def _mijn(wie: Gebruiker, pks: list[int], gekozen: Mapping[str, str]) -> list[Mijn]:
    """My neighbourhoods, what waits first, then what misses most."""
    rij = Buurt.objects.filter(pk__in=pks)
    for woord in gekozen.get("q", "").split()[:6]:
        rij = rij.filter(Q(naam__icontains=woord) | Q(gemeente__icontains=woord))
    buurten = {b.pk: Mijn(b) for b in rij}
    if buurten:
        _vul_leden(buurten, wie)
        _vul_wachtend(buurten, wie)
    mijn = sorted(buurten.values(), key=lambda m: (-m.wacht, -m.ernst if len(pks) > MAX_KAARTEN else 0, m.buurt.naam))
    stand = gekozen.get("stand")
    return [m for m in mijn if not stand or (m.wacht if stand == "wacht" else m.gemis)]


def _zonder_trekker(wie: Gebruiker) -> Any:
    """Requests that nobody in the neighbourhood can answer: the team does."""
    met = Lidmaatschap.objects.lopend().filter(rol=Netwerkrol.KARTREKKER, persoon__isnull=False).values("buurt")
    rij = zichtbaar_voor(Aanvraag.objects.filter(besluit=Aanvraag.Besluit.OPEN), wie, Doe.BESLISSEN)
    return rij.exclude(buurt__in=met).select_related("buurt", "persoon")[:MAX_NIEUWS]


def _vul_leden(buurten: dict[int, Mijn], wie: Gebruiker) -> None:
    per: dict[int, list[Lidmaatschap]] = defaultdict(list)
    for lid in Lidmaatschap.objects.lopend().filter(buurt__in=buurten, persoon__isnull=False):
        per[lid.buurt_id].append(lid)
    for pk, mijn in buurten.items():
        mijn.rollen = [lid.get_rol_display() for lid in per[pk] if lid.persoon_id == wie.pk]
        mijn.leden = len({lid.persoon_id for lid in per[pk] if lid.rol not in STEUN})  # as the plan counts them
        # A coach can't invite, and is the one to ask why nobody has.
        if mag(wie, Doe.WIJZIGEN, mijn.buurt, "netwerk") or Kring.COACH in positie(wie).kringen(mijn.buurt):
            mijn.gemis = gemis(per[pk])


def _noteer_verloop(buurten: list[int], wie: Gebruiker) -> None:
    """A kept page ends when the next of these invitations lapses."""
    if tekent():
        mijn = Q(buurt__in=buurten) | Q(email__iexact=wie.email)
        open_ = Uitnodiging.objects.open().filter(mijn, verloopt__gt=timezone.now())
        geldig_tot(open_.aggregate(eerst=Min("verloopt"))["eerst"])


def _vul_wachtend(buurten: dict[int, Mijn], wie: Gebruiker) -> None:
    """Only what this person can act upon."""
    aanvragen = zichtbaar_voor(Aanvraag.objects.filter(besluit=Aanvraag.Besluit.OPEN), wie, Doe.BESLISSEN)
    verlopen = zichtbaar_voor(Uitnodiging.objects.open().filter(verloopt__lte=timezone.now()), wie, Doe.MAKEN)
    wensen = zichtbaar_voor(Meedoewens.objects.all(), wie, Doe.BESLISSEN)
    tellingen = [
        rij.filter(buurt__in=buurten).order_by().values_list("buurt", Value(veld)).annotate(n=Count("pk"))
        for veld, rij in (("aanvragen", aanvragen), ("aanvragen", wensen), ("verlopen", verlopen))
    ]
    for pk, veld, aantal in tellingen[0].union(*tellingen[1:], all=True):
        setattr(buurten[pk], veld, getattr(buurten[pk], veld) + aantal)


def nieuws_van(buurten: Any, wie: int) -> QuerySet[Logregel]:
    """What changed in these neighbourhoods, the last first, without what is for kartrekkers only."""
    zonder = (Logregel.Soort.INZAGE, Logregel.Soort.UITNODIGING, Logregel.Soort.AANVRAAG)
    return Logregel.objects.filter(buurt__in=buurten).exclude(soort__in=zonder).exclude(door=wie)


def _nieuws(buurten: list[int], wie: int) -> QuerySet[Logregel]:
    return nieuws_van(buurten, wie).select_related("buurt", "door", "over")[:MAX_NIEUWS]


def met_wie(regels: list[Logregel], wie: Gebruiker) -> list[Logregel]:
    """Sets `wie` on lines about an invitation: read from the invitation itself, so that it goes when that goes."""
    merken = {regel.verwijst for regel in regels if regel.verwijst.startswith("uitnodiging:")}
    pks = [int(merk.partition(":")[2]) for merk in merken]
    rij = zichtbaar_voor(Uitnodiging.objects.filter(pk__in=pks), wie) if pks else []
    adressen = {uitnodiging.merk: uitnodiging.gemaskeerd for uitnodiging in rij}
    for regel in regels:
        regel.wie = adressen.get(regel.verwijst, "")
    return regels


def kan(wie: Gebruiker, buurt: Buurt) -> dict[str, bool]:
    """Buttons that this person gets; the views ask again."""
    return {
        "uitnodigen": mag(wie, Doe.MAKEN, buurt, "uitnodiging"),
        "leden": mag(wie, Doe.WIJZIGEN, buurt, "lidmaatschap"),
        "beslissen": mag(wie, Doe.BESLISSEN, buurt, "aanvraag"),
        "fase": mag(wie, Doe.WIJZIGEN, buurt, "buurt"),
        "werkwijze": mag(wie, Doe.WIJZIGEN, buurt, "werkwijze"),
        "bellen": mag(wie, Doe.WIJZIGEN, buurt, "belkaart"),
        "logboek": mag(wie, Doe.ZIEN, buurt, "logboek"),
    }
