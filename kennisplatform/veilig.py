"""Production refuses to start on an unsafe setting, and says which: a silent default is how sites leak.

What the data says (an account of the demo, a table that is missing) is asked by `basis/startvragen.py`.
"""

from __future__ import annotations

import sys
from typing import Final, NoReturn

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

SLEUTEL_LENGTE: Final = 50
SLEUTEL_VARIATIE: Final = 10  # different characters
ALLEEN_HIER: Final = frozenset({"localhost", "127.0.0.1", "[::1]", "::1", ".localhost"})
VOORBEELD: Final = "example.nl"  # what the file to fill in (omgeving.voorbeeld) stands in for a name of your own
HALT: Final = 3  # gunicorn stops instead of trying again when a worker ends so


def bezwaren() -> list[str]:
    """What must change before this site may face the world; empty when it may."""
    lijst = []
    if settings.DEBUG:
        lijst.append("DEBUG=1: bij een fout ziet iedereen de code. Zet DEBUG=0")
    if settings.DEMO:
        lijst.append("DEMO=1: de demo-accounts hebben een bekend wachtwoord. Zet DEMO=0")
    if zwakte := sleutelzwakte(settings.SECRET_KEY):
        lijst.append(f"SECRET_KEY {zwakte}")
    if not settings.ALLOWED_HOSTS or "*" in settings.ALLOWED_HOSTS:
        lijst.append("ALLOWED_HOSTS moet de eigen adressen van de site noemen, niet * en niet niets")
    if not alleen_hier():
        lijst += buitenbezwaren()
    return lijst


def buitenbezwaren() -> list[str]:
    """What a site that others reach needs as well; on this machine alone it is only told."""
    lijst = []
    if not settings.ACHTER_TLS and not settings.ZONDER_TLS:
        lijst.append(
            "ACHTER_TLS=0: niets ervoor versleutelt, wachtwoorden gaan leesbaar over de lijn. Zet een proxy met TLS "
            "ervoor en ACHTER_TLS=1 (of ZONDER_TLS=1 als u dat echt zo wilt)"
        )
    ingevuld = {
        "ALLOWED_HOSTS": settings.ALLOWED_HOSTS,
        "AFZENDER": [settings.DEFAULT_FROM_EMAIL],
        "EMAIL_HOST": [settings.EMAIL_HOST],
        "BEVEILIGING_CONTACT": settings.BEVEILIGING_CONTACT,
    }
    lijst += [
        f"{naam} staat nog op het voorbeeld ({VOORBEELD}): vul het in het bestand met instellingen in"
        for naam, waarden in ingevuld.items()
        if any(waarde.strip("> ").endswith(VOORBEELD) for waarde in waarden)
    ]
    domein = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("> ")
    if "." not in domein:
        lijst.append(
            f"AFZENDER={settings.DEFAULT_FROM_EMAIL}: post van zo'n adres komt niet aan. Zet AFZENDER op een adres van "
            "uw organisatie, en EMAIL_HOST op uw mailserver"
        )
    return lijst


def waarschuwingen() -> list[str]:
    """The same of a site that answers on this machine alone: it may start so."""
    return buitenbezwaren() if alleen_hier() else []


def alleen_hier() -> bool:
    return bool(settings.ALLOWED_HOSTS) and set(settings.ALLOWED_HOSTS) <= ALLEEN_HIER


def sleutelzwakte(sleutel: str) -> str:
    """What is wrong with it, in words; empty when nothing is."""
    if not sleutel or sleutel == settings.ONVEILIGE_SLEUTEL:
        return "ontbreekt"
    if len(sleutel) < SLEUTEL_LENGTE:
        return f"is te kort: gebruik minstens {SLEUTEL_LENGTE} tekens"
    if len(set(sleutel)) < SLEUTEL_VARIATIE or sleutel.startswith("django-insecure-"):
        return "is te raden: gebruik een willekeurige"
    return ""


def weiger(lijst: list[str]) -> None:
    if lijst:
        raise ImproperlyConfigured("Niet gestart:\n- " + "\n- ".join(lijst))


def weiger_onveilig() -> None:
    weiger(bezwaren())


def stop(fout: ImproperlyConfigured) -> NoReturn:
    """A setting that is wrong is told in its own words: a traceback helps nobody who has to set it."""
    sys.stderr.write(f"{fout}\n")
    sys.exit(HALT)
