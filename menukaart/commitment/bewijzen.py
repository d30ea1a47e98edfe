"""Files that prove a signed version: its text, and whatever other rooms keep of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kennisplatform.kamers import gebracht
from menukaart.commitment.tekenen import getekend
from menukaart.plan.models import Planversie


@dataclass(frozen=True)
class Bewijsstuk:
    """`vind(SHA-256 of a file, or how it begins)`: key of the version that it is of. `adres(version)`: where the file is, and its own SHA-256."""

    naam: str
    vind: Callable[[str], int | None]
    adres: Callable[[Planversie], tuple[str, str] | None]


def versie_van(afdrukken: Sequence[str]) -> Planversie | None:
    """The signed version that each of these is of: the fingerprint of a file, or the beginning of one that was typed."""
    eerste, *meer = (_versie_van(afdruk) for afdruk in afdrukken)
    return eerste if all(versie == eerste for versie in meer) else None


def _versie_van(afdruk: str) -> Planversie | None:
    signed = getekend().select_related("plan__buurt")
    if (tekst := signed.filter(vingerafdruk__startswith=afdruk).order_by("pk").first()) is not None:
        return tekst
    sleutels = (stuk.vind(afdruk) for stuk in gebracht(Bewijsstuk))
    return signed.filter(pk__in=[pk for pk in sleutels if pk]).first()


def stukken_van(versie: Planversie) -> list[tuple[str, str]]:
    return [gevonden for stuk in gebracht(Bewijsstuk) if (gevonden := stuk.adres(versie))]
