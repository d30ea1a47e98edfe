"""Who pulls the network hears who signed and who does not, and who signed gets it in writing."""

from __future__ import annotations

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.models.buurt import kort
from kennisplatform.netwerken.kring import wie_trekt
from kennisplatform.post.versturen import verstuur
from kennisplatform.volgen.melden import meld
from menukaart.commitment.models import WACHT, Handtekening


def getekend(h: Handtekening) -> None:
    """To the network, with how many still wait; and a letter to who signed, with the page that proves it."""
    wachten = h.versie.handtekeningen.filter(stand__in=WACHT).count()
    uitleg = _("Er wordt nog op %(n)s gewacht.") % {"n": wachten} if wachten else _("Niemand hoeft nog te tekenen.")
    titel = _("%(wie)s tekende het plan, versie %(n)s") % {"wie": kort(h.organisatie), "n": h.versie.nummer}
    _vertel(h, "getekend", titel, uitleg)
    bewijs = settings.WAGTAILADMIN_BASE_URL + reverse("bewijs", args=[h.versie.vingerafdruk])
    verstuur(
        aan=h.email,
        onderwerp=_("U tekende het buurtplan van %(buurt)s") % {"buurt": kort(h.buurt.naam)},
        tekst=render_to_string("commitment/post/getekend.txt", {"h": h, "link": bewijs}),
        kenmerk=f"handtekening:{h.pk}:getekend",
    )


def geweigerd(h: Handtekening) -> None:
    titel = _("%(wie)s tekent het plan niet, versie %(n)s") % {"wie": kort(h.organisatie), "n": h.versie.nummer}
    _vertel(h, "geweigerd", titel, h.reden)


def _vertel(h: Handtekening, wat: str, titel: str, uitleg: str) -> None:
    meld(
        soort="commitment",
        over=(),
        titel=titel,
        uitleg=uitleg,
        adres=reverse("commitment", args=[h.buurt.slug]),
        kenmerk=f"handtekening:{h.pk}:{wat}",
        door=h.persoon,
        zichtbaarheid=Zichtbaarheid.EIGEN,
        buurt=h.buurt,
        extra_aan=wie_trekt(h.buurt),
    )
