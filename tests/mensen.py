"""People in every role, for tests of rights: short to make, and named after what they are."""

from __future__ import annotations

import datetime as dt
from itertools import count

from django.contrib.auth.models import AnonymousUser, Group
from django.utils import timezone

from kennisplatform.basis.rechten import ROLLEN
from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Lidmaatschap

_nummer = count(1)


def persoon(naam: str = "iemand", **velden: object) -> Gebruiker:
    """No password: tests sign in with force_login, so that no time goes into hashing."""
    return Gebruiker.objects.create_user(
        f"{naam}-{next(_nummer)}@voorbeeld.example", None, first_name=naam.title(), **velden
    )


def buurt(slug: str = "proefbuurt", **velden: object) -> Buurt:
    return Buurt.objects.create(
        slug=slug, naam=slug.replace("-", " ").title(), gemeente="Proefstad", partner="Proefzorg", **velden
    )


def lid(waar: Buurt, rol: str = Netwerkrol.ANDERS, wie: Gebruiker | None = None, **velden: object) -> Gebruiker:
    wie = wie or persoon(rol)
    Lidmaatschap.objects.create(buurt=waar, persoon=wie, rol=rol, **velden)
    return wie


def medewerker(rol: str) -> Gebruiker:
    wie = persoon(rol)
    wie.groups.add(Group.objects.get(name=next(r.naam for r in ROLLEN if r.code == rol)))
    return wie


def iedereen(waar: Buurt, elders: Buurt) -> dict[str, Gebruiker | AnonymousUser]:
    """One of each kind of person that rights tell apart, seen from `waar`."""
    gisteren = timezone.localdate() - dt.timedelta(days=1)
    uit: dict[str, Gebruiker | AnonymousUser] = {
        "anoniem": AnonymousUser(),
        "vreemde": persoon("vreemde"),
        "lid-elders": lid(elders),
        "kartrekker-elders": lid(elders, Netwerkrol.KARTREKKER),
        "oud-lid": lid(waar, van=gisteren - dt.timedelta(days=9), tot=gisteren),
        "oud-kartrekker": lid(waar, Netwerkrol.KARTREKKER, van=gisteren, tot=timezone.localdate()),
        "straks-lid": lid(waar, van=timezone.localdate() + dt.timedelta(days=3)),
    }
    uit |= {rol.value: lid(waar, rol) for rol in Netwerkrol}
    uit |= {rol.code: medewerker(rol.code) for rol in ROLLEN}
    return uit
