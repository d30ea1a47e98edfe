"""Keep and confirm 'Zo werken wij hier'. Whoever saves on top of another's version is told, and sees both."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from kennisplatform.deelnemers.buurten import vergrendel
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.netwerken.models import DELEN, Werkwijze


class WerkwijzeIngehaald(Exception):
    """Somebody saved another version since this one was opened; it stands in `huidige`."""

    def __init__(self, huidige: Werkwijze) -> None:
        super().__init__(str(huidige))
        self.huidige = huidige


def huidige(buurt: Buurt) -> Werkwijze | None:
    return Werkwijze.objects.filter(buurt=buurt).select_related("door", "bevestigd_door").first()


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
