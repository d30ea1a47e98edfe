"""Synthetic networks: people, memberships with their history, and what hangs on them. Marked, and removable.

Spread like real ones: two kartrekkers mostly, a voice missing here and there, coaches of about fifteen neighbourhoods,
coordinators of about ten, and four out of five memberships ended.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from random import Random
from typing import Final

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.urls import reverse
from django.utils import timezone

from kennisplatform.basis.happen import HAP, happen
from kennisplatform.deelnemers.keuzes import Netwerkrol as Rol
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Lidmaatschap
from kennisplatform.netwerken import proefspoor
from kennisplatform.proefdata.brengen import Meetrij
from kennisplatform.proefdata.bulk import schrijf_ruw
from kennisplatform.proefdata.vuller import MERK, Vuller

DOMEIN: Final = "proef.example"
ACHTERNAAM: Final = "(proef)"
PER_BUURT: Final = 30  # memberships, history included
PER_COACH, PER_COORDINATOR = 15, 10
VOORNAMEN: Final = (
    "Ans", "Bram", "Carla", "Dirk", "Esra", "Fatima", "Gerrit", "Hanna", "Ilse", "Joost", "Karim", "Lies", "Mo", "Nel",
    "Omar", "Petra", "Ravi", "Sanne", "Tineke", "Wim",
)  # fmt: skip  # a list of words
STEMMEN: Final = (Rol.HUISARTSENPRAKTIJK, Rol.SOCIAAL_DOMEIN, Rol.GEMEENTE, Rol.BURGER)
AANWEZIG: Final = 0.85  # share of networks that have a voice
OUD: Final = 2200  # days ago that the first came


def vul(vuller: Vuller, buurten: Sequence[int]) -> int:
    dobbel, leden = vuller.dobbel, []
    bezetting = [_bezetting(dobbel) for _buurt in buurten]
    mensen = _mensen(dobbel, "lid", sum(map(len, bezetting)))
    coaches = _mensen(dobbel, "coach", -(-len(buurten) // PER_COACH))
    coordinatoren = _mensen(dobbel, "coordinator", -(-len(buurten) // PER_COORDINATOR))
    plek = 0
    for nummer, (buurt, rollen) in enumerate(zip(buurten, bezetting, strict=True)):
        eigen = mensen[plek : plek + len(rollen)]
        plek += len(rollen)
        nu = [
            _lopend(dobbel, buurt, wie, rol, eerste=i == 0)
            for i, (wie, rol) in enumerate(zip(eigen, rollen, strict=True))
        ]
        if dobbel.random() < AANWEZIG:
            nu.append(_lopend(dobbel, buurt, coaches[nummer // PER_COACH], Rol.COACH))
        if dobbel.random() < AANWEZIG:
            nu.append(_lopend(dobbel, buurt, coordinatoren[nummer // PER_COORDINATOR], Rol.COORDINATOR))
        rond = mensen[max(0, plek - 40) : plek + 40]  # who left one network was mostly in the next one
        leden += nu + [_geweest(dobbel, buurt, rond) for _nummer in range(PER_BUURT - len(nu))]
    schrijf_ruw(Lidmaatschap, leden)
    return len(mensen) + len(coaches) + len(coordinatoren) + len(leden) + proefspoor.vul(vuller, leden)


def _bezetting(dobbel: Random) -> list[Rol]:
    """Roles of one network: about six people."""
    kartrekkers = dobbel.choices((2, 1, 0, 3), (80, 12, 5, 3))[0]
    rollen = [Rol.KARTREKKER] * kartrekkers + [rol for rol in STEMMEN if dobbel.random() < AANWEZIG]
    return rollen + [Rol.ANDERS] * dobbel.choices((0, 1, 2), (3, 4, 1))[0]


def _mensen(dobbel: Random, wat: str, aantal: int) -> list[int]:
    """Keys of new accounts that nobody can sign in to."""
    rijen = [
        Gebruiker(
            email=f"{wat}-{nummer}@{DOMEIN}",
            first_name=dobbel.choice(VOORNAMEN),
            last_name=ACHTERNAAM,
            password=f"{UNUSABLE_PASSWORD_PREFIX}{dobbel.getrandbits(200):x}",
            functie=f"{wat}, proefdata",
        )
        for nummer in range(1, aantal + 1)
    ]
    Gebruiker.objects.bulk_create(rijen, batch_size=HAP)
    adressen = [EmailAddress(user_id=wie.pk, email=wie.email, verified=True, primary=True) for wie in rijen]
    EmailAddress.objects.bulk_create(adressen, batch_size=HAP)
    return [wie.pk for wie in rijen]


def _lopend(dobbel: Random, buurt: int, wie: int, rol: Rol, eerste: bool = False) -> Lidmaatschap:
    return Lidmaatschap(
        buurt_id=buurt,
        persoon_id=wie,
        rol=rol,
        functie=f"{rol.label}, proefdata",
        van=_dag(dobbel.randint(0, OUD // 3)),
        wijkverpleegkundige=rol == Rol.KARTREKKER and (eerste or dobbel.random() < 0.3),
    )


def _geweest(dobbel: Random, buurt: int, rond: Sequence[int]) -> Lidmaatschap:
    """An ended membership; a third of those members have left the platform since."""
    van = dobbel.randint(30, OUD)
    return Lidmaatschap(
        buurt_id=buurt,
        persoon_id=dobbel.choice(rond) if rond and dobbel.random() > 1 / 3 else None,
        rol=dobbel.choice(Rol.values),
        van=_dag(van),
        tot=_dag(dobbel.randint(0, van)),
    )


def _dag(geleden: int) -> dt.date:
    return timezone.localdate() - dt.timedelta(days=geleden)


def meetrijen() -> list[Meetrij]:
    lopend = Lidmaatschap.objects.lopend().filter(persoon__email__endswith=f"@{DOMEIN}").select_related("buurt")
    coach = lopend.filter(rol=Rol.COACH).order_by("persoon", "pk").first()
    trekkers = lopend.filter(rol=Rol.KARTREKKER).order_by("pk")
    if coach is None or not trekkers:
        return []
    van_coach = [reverse("netwerk", args=[lid.buurt.slug]) for lid in lopend.filter(persoon=coach.persoon)]
    werkplek = reverse("werkplek")
    return [
        Meetrij("werkplek, één buurt", [werkplek], trekkers[0].persoon),
        Meetrij(f"werkplek, coach van {len(van_coach)}", [werkplek], coach.persoon),
        Meetrij("netwerk van binnen", van_coach, coach.persoon),
    ]


def wis() -> int:
    """People with the mark, and every membership of theirs or of a synthetic neighbourhood: those protect both."""
    mensen = list(
        Gebruiker.objects.filter(email__endswith=f"@{DOMEIN}", last_name=ACHTERNAAM).values_list("pk", flat=True)
    )
    buurten = Buurt.objects.filter(slug__startswith="proef-", naam__startswith=f"{MERK} ")
    weg = Lidmaatschap.objects.filter(buurt__in=buurten).delete()[0] + len(mensen)
    for hap in happen(mensen):
        weg += Lidmaatschap.objects.filter(persoon__in=hap).delete()[0]
        Gebruiker.objects.filter(pk__in=hap).delete()
    return weg
