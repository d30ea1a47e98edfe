"""Following and stopping; reading and having read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.deelnemers.positie import zichtbaar_voor
from kennisplatform.tekening.notitie import toont
from kennisplatform.tekening.stukken import onthoud
from kennisplatform.volgen.melden import te_lezen
from kennisplatform.volgen.models import Hoe, Melding, Volg, Voorkeur
from kennisplatform.volgen.soorten import Ding, soorten, vind

MAX = 500  # that one person follows: more is nobody's interest any longer


class NietTeVolgen(Exception):
    """There is nothing there that this person may see."""


class TeVeel(Exception):
    """Follows so much already that no mail could tell it."""


@dataclass(frozen=True)
class Gevolgd:
    volg: Volg
    soort: object
    ding: Ding | None  # None: no longer to be seen


def volg(*, persoon: Gebruiker, soort: str, sleutel: str) -> Volg:
    """Raises NietTeVolgen, also for a kind that does not exist; twice is once."""
    if sleutel not in vind(soort, [sleutel], persoon):
        raise NietTeVolgen
    if Volg.objects.filter(persoon=persoon).count() >= MAX:
        raise TeVeel
    return Volg.objects.get_or_create(persoon=persoon, soort=soort, sleutel=sleutel)[0]


def stop(*, persoon: Gebruiker, soort: str, sleutel: str) -> None:
    Volg.objects.filter(persoon=persoon, soort=soort, sleutel=sleutel).delete()


def volgt(persoon: Gebruiker, dingen: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    """Which of these things somebody follows. All that they follow (at most MAX) is read once, until it changes."""

    def lees() -> frozenset[tuple[str, str]]:
        toont(van_wie(persoon.pk))
        return frozenset(Volg.objects.filter(persoon=persoon).values_list("soort", "sleutel"))

    return set(dingen) & onthoud(van_wie(persoon.pk), lees)


def van_wie(persoon: int) -> str:
    """Name of what somebody follows, for what is kept of it."""
    return f"volgt:{persoon}"


def mijn(persoon: Gebruiker) -> list[Gevolgd]:
    """What somebody follows, with what each is called now; one query a kind."""
    rij = list(zichtbaar_voor(Volg.objects.all(), persoon))
    per = {code: vind(code, [v.sleutel for v in rij if v.soort == code], persoon) for code in {v.soort for v in rij}}
    namen = soorten()
    return [Gevolgd(v, namen[v.soort].titel, per[v.soort].get(v.sleutel)) for v in rij if v.soort in namen]


def ongelezen(persoon: Gebruiker) -> int:
    return te_lezen(persoon).filter(gelezen__isnull=True).count()


def lees(*, persoon: Gebruiker, meldingen: Iterable[int] | None = None) -> None:
    """These are read, or all."""
    rij = Melding.objects.filter(persoon=persoon, gelezen__isnull=True)
    (rij if meldingen is None else rij.filter(pk__in=list(meldingen))).update(gelezen=timezone.now())


def hoe_van(persoon: Gebruiker) -> str:
    return Voorkeur.objects.filter(persoon=persoon).values_list("hoe", flat=True).first() or Hoe.DAGELIJKS


@transaction.atomic
def kies_mail(*, persoon: int, hoe: str) -> None:
    """Who did not want mail gets no pile of it when they do again."""
    voorkeur, _nieuw = Voorkeur.objects.select_for_update().get_or_create(persoon_id=persoon)
    if voorkeur.hoe == Hoe.NOOIT and hoe != Hoe.NOOIT:
        Melding.objects.filter(persoon_id=persoon, gemaild__isnull=True).update(gemaild=timezone.now())
    voorkeur.hoe = hoe
    voorkeur.save(update_fields=["hoe"])


def stop_mail(*, persoon: int) -> None:
    """By the link in a mail; the account may be gone by now."""
    if Gebruiker.objects.filter(pk=persoon).exists():
        kies_mail(persoon=persoon, hoe=Hoe.NOOIT)
