"""Files that prove a signed version: its text, and whatever other rooms keep of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kennisplatform.kamers import gebracht
from menukaart.commitment.tekenen import getekend
from menukaart.plan.models import Planversie


@dataclass(frozen=True)
class Bewijsstuk:
    """`vind(SHA-256 of a file)`: key of the version that it is of. `adres(version)`: where the file is, and its own SHA-256."""

    naam: str
    vind: Callable[[str], int | None]
    adres: Callable[[Planversie], tuple[str, str] | None]


def versie_van(vingerafdruk: str) -> Planversie | None:
    """The signed version that a file with this fingerprint is of."""
    signed = getekend().select_related("plan__buurt")
    if (tekst := signed.filter(vingerafdruk=vingerafdruk).order_by("pk").first()) is not None:
        return tekst
    sleutels = (stuk.vind(vingerafdruk) for stuk in gebracht(Bewijsstuk))
    return signed.filter(pk__in=[pk for pk in sleutels if pk]).first()


def stukken_van(versie: Planversie) -> list[tuple[str, str]]:
    return [gevonden for stuk in gebracht(Bewijsstuk) if (gevonden := stuk.adres(versie))]
