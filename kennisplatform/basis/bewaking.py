"""What /readyz says of the machine and its work: room on the disk, what waits too long, whether the night's work was done."""

from __future__ import annotations

import datetime as dt
from typing import Final

from django.conf import settings
from django.utils import timezone

from kennisplatform.basis import startblik
from kennisplatform.basis.models import Nachtgang
from kennisplatform.basis.nachtwerk import Nachtwerk
from kennisplatform.basis.standmeldingen import Meetwaarde, Standmelding
from kennisplatform.zoeken.models import Wachtrij

TE_OUD: Final = dt.timedelta(minutes=15)
NACHT: Final = dt.timedelta(hours=26)
BEWAAR: Final = 60  # nights


def schijf() -> str:
    return startblik.schijf() and f"bijna vol: {startblik.vrij_mb(settings.VAR)[0]} MB vrij"


def zoekwachtrij() -> str:
    oudste = Wachtrij.objects.order_by("pk").values_list("motor", "gemaakt").first()
    if oudste is None or oudste[1] > timezone.now() - TE_OUD:
        return ""
    minuten = int((timezone.now() - oudste[1]).total_seconds() // 60)
    return f"{Wachtrij.objects.count()} wachten, oudste {minuten} min ({oudste[0]})"


def nacht() -> str:
    laatste = Nachtgang.objects.first()
    if laatste is None:
        return "" if settings.DEMO else "nog nooit gedraaid"  # a demo has no nights
    if laatste.begonnen < timezone.now() - NACHT:
        return f"laatst begonnen {timezone.localtime(laatste.begonnen):%Y-%m-%d %H:%M}"
    if laatste.klaar is None and laatste.begonnen < timezone.now() - TE_OUD * 8:
        return "begonnen en niet klaar"
    return f"mislukt: {laatste.mislukt}" if laatste.mislukt else ""


def _seconden(moment: dt.datetime | None) -> float:
    return (timezone.now() - moment).total_seconds() if moment else 0.0


def ruim_op() -> str:
    oude = Nachtgang.objects.values_list("pk", flat=True)[BEWAAR:]
    return f"{Nachtgang.objects.filter(pk__in=list(oude)).delete()[0]} oude nachten"


BRENGT: Final = (
    Nachtwerk("oude nachten", ruim_op),
    Standmelding("schijf", lambda: schijf() or "ok"),
    Standmelding("zoekwachtrij", lambda: zoekwachtrij() or "ok"),
    Standmelding("nacht", lambda: nacht() or "ok"),
    Meetwaarde(
        "schijf_vrij_mb", "Free megabytes of the disk with the data", lambda: startblik.vrij_mb(settings.VAR)[0]
    ),
    Meetwaarde("zoekwachtrij_rijen", "Changes that wait for a search index", Wachtrij.objects.count),
    Meetwaarde(
        "zoekwachtrij_oudste_seconden",
        "How long the oldest of them waits",
        lambda: _seconden(Wachtrij.objects.order_by("pk").values_list("gemaakt", flat=True).first()),
    ),
    Meetwaarde(
        "nacht_geleden_seconden",
        "Since the last night's work began; 0: never",
        lambda: _seconden(Nachtgang.objects.values_list("begonnen", flat=True).first()),
    ),
)
