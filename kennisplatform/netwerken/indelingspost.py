"""A neighbourhood is split, merged, or put back: whoever is in its network hears where they are now, once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from kennisplatform.basis.losse_rijen import voor_elk
from kennisplatform.deelnemers.herindelen import Buurtwissel
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Herindeling, Lidmaatschap
from kennisplatform.deelnemers.models.buurt import kort
from kennisplatform.post.versturen import verstuur


def meld_indeling(wissel: Buurtwissel) -> None:
    """In the caller's transaction, when the people have moved already."""
    _meld(wissel.herindeling, wissel.van, wissel.naar, wissel.door, "herindeling")


def meld_terug(wissel: Buurtwissel) -> None:
    """Back the same way: the old neighbourhoods are where people are again."""
    _meld(wissel.herindeling, wissel.naar, wissel.van, wissel.door, "herindeling-terug")


def _meld(was: Herindeling, weg: Sequence[Buurt], nu: Sequence[Buurt], door: Gebruiker | None, brief: str) -> None:
    lopend = Lidmaatschap.objects.lopend().filter(buurt__in=nu, persoon__isnull=False).exclude(persoon=door)
    per_persoon: dict[Gebruiker, list[Buurt]] = defaultdict(list)
    for lid in lopend.select_related("persoon", "buurt").order_by("buurt__naam"):
        if (wie := lid.persoon) is not None and lid.buurt not in per_persoon[wie]:
            per_persoon[wie].append(lid.buurt)
    namen = ", ".join(kort(buurt.naam) for buurt in weg)
    onderwerp = {
        "herindeling": _("Uw buurt is opnieuw ingedeeld: %(namen)s"),
        "herindeling-terug": _("De nieuwe indeling is teruggedraaid: %(namen)s"),
    }[brief]

    def brief_aan(persoon: Gebruiker) -> None:
        buurten = per_persoon[persoon]
        plekken = [(buurt, settings.WAGTAILADMIN_BASE_URL + reverse("netwerk", args=[buurt.slug])) for buurt in buurten]
        context = {"herindeling": was, "van": namen, "plekken": plekken, "terug": brief == "herindeling-terug"}
        verstuur(
            aan=persoon.email,
            onderwerp=onderwerp % {"namen": kort(namen)},
            tekst=render_to_string("netwerken/post/herindeling.txt", context),
            kenmerk=f"{brief}:{was.pk}:{persoon.pk}",
        )

    voor_elk("brief over een herindeling", list(per_persoon), brief_aan)
