"""What somebody who just came into a network does first: three things, for the first month."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from kennisplatform.deelnemers.models import Buurt, Lidmaatschap, Lidmaatschappen
from kennisplatform.netwerken.models import Werkwijze
from kennisplatform.netwerken.weg import Weg

NIEUW: Final = dt.timedelta(days=30)


@dataclass(frozen=True)
class Begin:
    doe: str
    adres: str


def met_verleden(rij: Lidmaatschappen) -> Lidmaatschappen:
    """Adds `kent_het`: was this person in this network before the last month, in whichever role?"""
    vroeger = Lidmaatschap.objects.filter(
        buurt=OuterRef("buurt"), persoon=OuterRef("persoon"), van__lt=timezone.localdate() - NIEUW
    )
    return rij.annotate(kent_het=Exists(vroeger))


def eerste_dingen(buurt: Buurt, mijn: Sequence[Lidmaatschap], werkwijze: Werkwijze | None, weg: Weg) -> list[Begin]:
    """Empty for who has been here longer, in another role too, or only looks along. `mijn`: of this reader, by `met_verleden`."""
    if not mijn or any(getattr(lid, "kent_het", True) for lid in mijn):
        return []
    lezen = Begin(_("Lees hoe wij hier werken"), reverse("werkwijze", args=[buurt.slug]))
    schrijven = Begin(_("Schrijf op hoe u hier samen werkt"), reverse("werkwijze_wijzigen", args=[buurt.slug]))
    nu = weg.nu
    stap = (
        _("Kijk waar het netwerk nu aan werkt: %(stap)s") % {"stap": nu.naam}
        if nu
        else _("Kijk waar het netwerk staat")
    )
    return [
        lezen if werkwijze else schrijven,
        Begin(stap, nu.stand.adres if nu and nu.stand.adres else reverse("buurt", args=[buurt.slug])),
        Begin(_("Kies waarover u bericht krijgt, en hoe vaak"), reverse("volgen")),
    ]
