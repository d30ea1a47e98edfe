"""Letters between two people who do not see each other's address."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from kennisplatform.basis.losse_rijen import voor_elk
from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.post.versturen import verstuur
from leernetwerk.contact.models import Contactverzoek


def vraag(verzoek: Contactverzoek, tekst: str) -> None:
    _brief(verzoek.aan, verzoek, "vraag", _("Een vraag over ‘%(wat)s’"), tekst=tekst, wie=verzoek.van)


def antwoord(verzoek: Contactverzoek, tekst: str, door: Gebruiker) -> None:
    """To the other, and to both when the coach answers."""
    naar = [wie for wie in (verzoek.van, verzoek.aan) if wie is not None and wie.pk != door.pk]
    onderwerp = _("Antwoord over ‘%(wat)s’")
    voor_elk(
        "brief over een antwoord", naar, lambda wie: _brief(wie, verzoek, "antwoord", onderwerp, tekst=tekst, wie=door)
    )


def gesloten(verzoek: Contactverzoek, door: Gebruiker) -> None:
    """The asker is asked once whether it helped, whoever ended it."""
    _brief(verzoek.van, verzoek, "geholpen", _("Heeft het geholpen? Over ‘%(wat)s’"))
    if verzoek.aan_id != door.pk:
        _brief(verzoek.aan, verzoek, "gesloten", _("Afgesloten: ‘%(wat)s’"))


def hielp(verzoek: Contactverzoek, wie: Gebruiker) -> None:
    _brief(wie, verzoek, "hielp", _("Uw antwoord hielp: ‘%(wat)s’"), kenmerk=f"contact-hielp:{verzoek.pk}:{wie.pk}")


def herinnering(verzoek: Contactverzoek, ronde: int) -> None:
    _brief(
        verzoek.aan,
        verzoek,
        "herinnering",
        _("Iemand wacht op antwoord over ‘%(wat)s’"),
        kenmerk=f"contact-{ronde}:{verzoek.pk}",
    )


def opgeschaald(verzoek: Contactverzoek, coach: Gebruiker) -> None:
    _brief(
        coach,
        verzoek,
        "coach",
        _("Onbeantwoord: een vraag aan %(buurt)s"),
        kenmerk=f"contact-coach:{verzoek.pk}:{coach.pk}",
    )


def _brief(
    naar: Gebruiker | None, verzoek: Contactverzoek, brief: str, onderwerp: str, kenmerk: str = "", **context: Any
) -> None:
    if naar is None or not naar.is_active:
        return
    kort = {
        naam: Truncator(" ".join(w.split())).chars(80)
        for naam, w in {"wat": verzoek.onderwerp, "buurt": verzoek.buurt.naam}.items()
    }
    context |= {"verzoek": verzoek, "link": settings.WAGTAILADMIN_BASE_URL + verzoek.get_absolute_url()}
    verstuur(
        aan=naar.email,
        onderwerp=onderwerp % kort,
        tekst=render_to_string(f"contact/post/{brief}.txt", context),
        kenmerk=kenmerk,
    )
