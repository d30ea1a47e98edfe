"""Who has to hear of a budget: the committee that one came in, the network that something was asked or decided."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.deelnemers.models.buurt import kort
from kennisplatform.netwerken.kring import de_commissie, wie_trekt
from kennisplatform.volgen.melden import meld
from menukaart.begroting.models import Commissievraag, Indiening


def ingediend(indiening: Indiening, door: Gebruiker) -> None:
    """To each of the committee alone; once more for what came back with answers."""
    keer = indiening.vragen.count()
    buurt = indiening.buurt
    meld(
        soort="begroting",
        over=(),
        titel=_("%(buurt)s stuurde een begroting") % {"buurt": kort(buurt.naam)},
        uitleg=_("Versie %(n)s wacht op de commissie.") % {"n": indiening.versie.nummer},
        adres=reverse("begroting_beoordelen", args=[indiening.pk]),
        kenmerk=f"begroting:{indiening.pk}:in:{indiening.versie_id}:{keer}",
        door=door,
        zichtbaarheid=Zichtbaarheid.OPENBAAR,
        extra_aan=de_commissie(buurt),
    )


def gevraagd(vraag: Commissievraag, door: Gebruiker) -> None:
    _aan_netwerk(
        vraag.indiening, f"vraag:{vraag.pk}", _("De commissie heeft een vraag over de begroting"), vraag.tekst, door
    )


def besloten(indiening: Indiening, door: Gebruiker) -> None:
    titel = _("De commissie besloot over de begroting: %(wat)s") % {"wat": indiening.get_besluit_display().lower()}
    _aan_netwerk(indiening, "besluit", titel, indiening.toelichting, door)


def _aan_netwerk(indiening: Indiening, wat: str, titel: str, uitleg: str, door: Gebruiker) -> None:
    buurt = indiening.buurt
    meld(
        soort="begroting",
        over=(),
        titel=titel,
        uitleg=uitleg,
        adres=reverse("begroting", args=[buurt.slug]),
        kenmerk=f"begroting:{indiening.pk}:{wat}",
        door=door,
        zichtbaarheid=Zichtbaarheid.EIGEN,
        buurt=buurt,
        extra_aan=wie_trekt(buurt),
    )
