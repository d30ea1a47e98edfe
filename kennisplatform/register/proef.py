"""Synthetic grounds and notes of the team; they go with their neighbourhood."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib.auth.models import Group
from django.urls import reverse

from kennisplatform.basis.rechten import ROLLEN
from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.proefdata.brengen import Meetrij
from kennisplatform.proefdata.bulk import schrijf_ruw
from kennisplatform.proefdata.vuller import Vuller
from kennisplatform.register.models import Criterium, Notities


def vul(vuller: Vuller, buurten: Sequence[int]) -> int:
    """Six criteria each, one in six not looked at yet; notes with two out of three."""
    dobbel = vuller.dobbel
    criteria = [
        Criterium(
            buurt_id=buurt, naam=naam, oordeel=oordeel, grond="" if oordeel == "onbekend" else vuller.zin(5, 12)[:300]
        )
        for buurt in buurten
        for naam in Criterium.Naam.values
        for oordeel in dobbel.choices(Criterium.Oordeel.values, (1, 3, 1, 1))
    ]
    notities = [Notities(buurt_id=buurt, tekst=vuller.zinnen(1, 6)) for buurt in buurten if dobbel.random() < 2 / 3]
    schrijf_ruw(Criterium, criteria)
    schrijf_ruw(Notities, notities)
    return len(criteria) + len(notities)


def meetrijen() -> list[Meetrij]:
    team = Gebruiker.objects.create_user("team@proef.example", None, last_name="(proef)")
    team.groups.add(Group.objects.get(name=next(rol.naam for rol in ROLLEN if rol.code == "transitieteam")))
    lijst = reverse("register")
    return [
        Meetrij("register, lijst", [lijst, f"{lijst}?pagina=7"], team),
        Meetrij("register, stand en zoeken", [f"{lijst}?stand=een-kartrekker", f"{lijst}?q=molen"], team),
    ]


def wis() -> int:
    return 0
