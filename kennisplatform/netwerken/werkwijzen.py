"""Keep and confirm 'Zo werken wij hier'. Whoever saves on top of another's version is told, and sees both."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from kennisplatform.deelnemers.buurten import vergrendel
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.netwerken.models import DELEN, Werkwijze

NAMEN_UIT = 30  # versions that are looked through for who wrote a part


class WerkwijzeIngehaald(Exception):
    """Somebody saved another version since this one was opened; it stands in `huidige`."""

    def __init__(self, huidige: Werkwijze) -> None:
        super().__init__(str(huidige))
        self.huidige = huidige


def huidige(buurt: Buurt) -> Werkwijze | None:
    return Werkwijze.objects.filter(buurt=buurt).select_related("door", "bevestigd_door").first()


def schrijvers(buurt: Buurt) -> dict[str, str]:
    """Part → who wrote what stands there now: the version in which it changed last."""
    uit: dict[str, str] = {}
    versies = list(Werkwijze.objects.filter(buurt=buurt).select_related("door")[:NAMEN_UIT])
    for nieuw, oud in zip(versies, [*versies[1:], None], strict=False):
        for veld in DELEN:
            if veld not in uit and getattr(nieuw, veld) != getattr(oud, veld, ""):
                uit[veld] = str(nieuw.door or "")
    return uit


@transaction.atomic
def bewaar(*, buurt: Buurt, delen: Mapping[str, str], gezien: int, door: Gebruiker) -> Werkwijze:
    """A new version after number `gezien` (0: there was none). Saving says that it is right today."""
    vergrendel(buurt)
    nu = huidige(buurt)
    if nu is not None and nu.nummer != gezien:
        raise WerkwijzeIngehaald(nu)
    return Werkwijze.objects.create(
        buurt=buurt,
        nummer=(nu.nummer if nu else 0) + 1,
        door=door,
        bevestigd=timezone.localdate(),
        bevestigd_door=door,
        **{veld: delen.get(veld, "").strip() for veld in DELEN},
    )


@transaction.atomic
def bevestig(*, buurt: Buurt, gezien: int, door: Gebruiker) -> Werkwijze:
    """'Dit klopt nog': of the version that was read, not of one that came since."""
    vergrendel(buurt)
    nu = huidige(buurt)
    if nu is None or nu.nummer != gezien:
        raise WerkwijzeIngehaald(nu) if nu else Werkwijze.DoesNotExist
    nu.bevestigd, nu.bevestigd_door = timezone.localdate(), door
    nu.save(update_fields=["bevestigd", "bevestigd_door"])
    return nu
