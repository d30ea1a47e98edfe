"""Watching over what is written: readers report, editors hide with a reason, show again and lock."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.deelnemers.positie import mag
from kennisplatform.deelnemers.publiek import wie_mag
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.gesprek.models import Bijdrage, Signaal
from kennisplatform.gesprek.schrijven import veranderd
from kennisplatform.volgen.melden import meld, trek_in


@transaction.atomic
def meld_misstand(*, bijdrage: Bijdrage, waarom: str, toelichting: str = "", door: Gebruiker | None = None) -> Signaal:
    """To the editors: once a contribution, until somebody has looked at it."""
    er_al = Signaal.objects.filter(bijdrage=bijdrage, afgehandeld__isnull=True).exists()
    signaal = Signaal.objects.create(bijdrage=bijdrage, waarom=waarom, toelichting=toelichting, door=door)
    if not er_al:
        redactie = wie_mag(wie_mag(Gebruiker.objects.all(), Doe.BESLISSEN, "bijdrage"), Doe.ZIEN, bijdrage)
        meld(
            soort="signaal",
            over=[],
            extra_aan=redactie,
            door=door,
            titel=_("Een lezer meldde een bericht"),
            uitleg=signaal.get_waarom_display(),
            adres=reverse("gesprek_beheer"),
            kenmerk=f"signaal:{signaal.pk}",
            zichtbaarheid=bijdrage.zichtbaarheid,
            buurt=bijdrage.buurt,
        )
    return signaal


def _vers(bijdrage: Bijdrage, door: Gebruiker) -> Bijdrage:
    vers = Bijdrage.objects.select_for_update(of=("self",)).select_related("door", "pagina").get(pk=bijdrage.pk)
    if not (mag(door, Doe.BESLISSEN, vers) and mag(door, Doe.ZIEN, vers)):
        raise PermissionDenied
    return vers


@transaction.atomic
def verberg(*, bijdrage: Bijdrage, reden: str, door: Gebruiker) -> Bijdrage:
    """Nobody reads it any more but its writer, who reads the reason too, and the editors. Its notices are taken back."""
    vers = _vers(bijdrage, door)
    vers.verborgen, vers.verborgen_door, vers.reden, vers.helpt = timezone.now(), door, reden, False
    vers.save(update_fields=["verborgen", "verborgen_door", "reden", "helpt"])
    _handel_af(vers)
    for stuk in [vers, *vers.antwoorden.all()]:
        trek_in(begin=stuk.kenmerk)
    veranderd(vers)
    if vers.door:
        meld(  # to the writer alone, and also when that is no longer a member
            soort="verborgen",
            over=[],
            extra_aan=[vers.door],
            door=None,
            titel=_("De redactie heeft uw bericht verborgen"),
            uitleg=_("Reden: %(reden)s") % {"reden": reden},
            adres=vers.get_absolute_url(),
            kenmerk=f"verborgen:{vers.pk}:{vers.verborgen.timestamp():.0f}",
            zichtbaarheid=Zichtbaarheid.OPENBAAR,
        )
    return vers


@transaction.atomic
def toon(*, bijdrage: Bijdrage, door: Gebruiker) -> Bijdrage:
    vers = _vers(bijdrage, door)
    vers.verborgen, vers.verborgen_door, vers.reden = None, None, ""
    vers.save(update_fields=["verborgen", "verborgen_door", "reden"])
    veranderd(vers)
    return vers


@transaction.atomic
def zet_slot(*, vraag: Bijdrage, op_slot: bool, door: Gebruiker) -> Bijdrage:
    """A locked question is read and no longer answered."""
    vers = _vers(vraag, door)
    vers.op_slot = op_slot
    vers.save(update_fields=["op_slot"])
    veranderd(vers)
    return vers


@transaction.atomic
def handel_af(*, bijdrage: Bijdrage, door: Gebruiker) -> None:
    """Looked at, nothing wrong: it stays."""
    _handel_af(_vers(bijdrage, door))


def _handel_af(bijdrage: Bijdrage) -> None:
    Signaal.objects.filter(bijdrage=bijdrage, afgehandeld__isnull=True).update(afgehandeld=timezone.now())
    Bijdrage.objects.filter(pk=bijdrage.pk).update(bevestigd=False)  # the editors have seen that too
