"""Notices by mail: one letter a person, with everything that waits. A run that is killed goes on where it was.

The letter is written to the outbox and what stands in it is marked as mailed in one transaction of one person: there is
no moment in which one is done and the other is not.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext, override

from kennisplatform.basis.losse_rijen import voor_elk
from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.deelnemers.models.buurt import kort
from kennisplatform.post.versturen import verstuur
from kennisplatform.volgen.melden import te_lezen
from kennisplatform.volgen.models import Hoe, Melding, Voorkeur

MEEST: Final = 40  # lines of one mail; the rest stands on the site
# Signed into the links of letters that were sent: it keeps the name this room had then, or those links would break.
_MERK: Final = "leernetwerk.volgen.stop"
TE_MAILEN: Final = Q(gelezen__isnull=True, gemaild__isnull=True)


def stuur_alles(nu: dt.datetime | None = None, *, met_dag: bool = True) -> int:
    """What is due: at once always (what a stopped process left), with `met_dag` the daily and, once a week, the weekly."""
    nu = nu or timezone.now()
    gestuurd: list[int] = []
    mensen = Gebruiker.objects.filter(pk__in=list(_aan_de_beurt(_week(nu), met_dag))).order_by("pk")
    voor_elk("overzicht van wat iemand volgt", mensen, lambda wie: gestuurd.append(stuur_aan(wie.pk, nu)))
    return sum(gestuurd)


def _aan_de_beurt(week: str, met_dag: bool) -> Iterator[int]:
    """Keys of people; whoever gets a mail falls out of this by themself, so a second run begins where the first was."""
    mag = Q(persoon__volgvoorkeur__hoe=Hoe.METEEN)
    if met_dag:
        wekelijks = Q(persoon__volgvoorkeur__hoe=Hoe.WEKELIJKS) & ~Q(persoon__volgvoorkeur__week=week)
        mag |= Q(persoon__volgvoorkeur__isnull=True) | Q(persoon__volgvoorkeur__hoe=Hoe.DAGELIJKS) | wekelijks
    rij = Melding.objects.filter(TE_MAILEN, mag).order_by("persoon").values_list("persoon", flat=True)
    yield from list(rij.distinct())


def stuur_aan(persoon: int, nu: dt.datetime | None = None) -> int:
    """One mail, or none when nothing waits that this person may still see. Returns how many left."""
    nu = nu or timezone.now()
    with transaction.atomic(), override("nl"):
        # The row is the lock: two runs at the same time take people in turn.
        voorkeur, _nieuw = Voorkeur.objects.select_for_update().get_or_create(persoon_id=persoon)
        wie = Gebruiker.objects.filter(pk=persoon, is_active=True).first()
        wachtend = list(Melding.objects.filter(TE_MAILEN, persoon=persoon).order_by().values_list("pk", flat=True))
        if not wachtend or voorkeur.hoe == Hoe.NOOIT:
            return 0
        # Exactly these, in what is written and in what is marked: another may be made at this very moment.
        rij = te_lezen(wie).filter(pk__in=wachtend) if wie else Melding.objects.none()
        regels = list(rij.select_related("gebeurtenis__door").order_by("pk"))
        if regels and wie:
            _schrijf(wie, regels, voorkeur)
        Melding.objects.filter(pk__in=wachtend).update(gemaild=nu)
        if voorkeur.hoe == Hoe.WEKELIJKS:
            voorkeur.week = _week(nu)
            voorkeur.save(update_fields=["week"])
        return int(bool(regels))


def _schrijf(wie: Gebruiker, regels: list[Melding], voorkeur: Voorkeur) -> None:
    context = {
        "wie": wie,
        "regels": regels[:MEEST],
        "meer": len(regels) - MEEST,
        "basis": settings.WAGTAILADMIN_BASE_URL,
        "stop": stoplink(wie.pk),
        "alles": settings.WAGTAILADMIN_BASE_URL + reverse("volgen"),
        "hoe": voorkeur.hoe,
    }
    n = len(regels)
    meer = ngettext("%(n)s bericht over wat u volgt", "%(n)s berichten over wat u volgt", n) % {"n": n}
    verstuur(
        aan=wie.email,
        onderwerp=kort(regels[0].gebeurtenis.titel) if n == 1 else meer,
        tekst=render_to_string("volgen/post/overzicht.txt", context),
        koppen={
            "List-Unsubscribe": f"<{context['stop']}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "Auto-Submitted": "auto-generated",
        },
        # The last notice in it: the next mail of this person has a later one.
        kenmerk=f"volgen:{regels[-1].pk}",
    )


def _week(nu: dt.datetime) -> str:
    jaar, week, _dag = timezone.localtime(nu).isocalendar()
    return f"{jaar}-W{week:02d}"


def stoplink(persoon: int) -> str:
    return settings.WAGTAILADMIN_BASE_URL + reverse("volgen_stop", args=[Signer(salt=_MERK).sign(str(persoon))])


def persoon_van(token: str) -> int | None:
    """None for a link that we did not make."""
    try:
        return int(Signer(salt=_MERK).unsign(token))
    except (BadSignature, ValueError):
        return None
