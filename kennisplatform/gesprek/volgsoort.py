"""A question can be followed: what 'volgen' asks to name one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from django.utils.translation import gettext_lazy as _

from kennisplatform.deelnemers.positie import Wie
from kennisplatform.gesprek.models import Bijdrage, Bijdragesoort
from kennisplatform.gesprek.schrijven import VRAAG
from kennisplatform.volgen import soorten


def _vind(sleutels: Iterable[str], wie: Wie) -> dict[str, soorten.Ding]:
    rij = Bijdrage.objects.filter(pk__in=soorten.getallen(sleutels), soort=Bijdragesoort.VRAAG).te_lezen(wie)
    return {str(b.pk): soorten.Ding(b.kop, b.get_absolute_url()) for b in rij}


def _bestaan(sleutels: Iterable[str]) -> set[str]:
    rij = Bijdrage.objects.filter(pk__in=soorten.getallen(sleutels), soort=Bijdragesoort.VRAAG)
    return {str(pk) for pk in rij.values_list("pk", flat=True)}


VRAGEN: Final = soorten.Volgsoort(VRAAG, _("Vraag"), _vind, _bestaan, _("Volg deze vraag"), _("U volgt deze vraag."))
