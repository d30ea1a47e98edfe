"""Production refuses to start on an unsafe setting, and says which: a silent default is how sites leak."""

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

SLEUTEL_LENGTE = 50
SLEUTEL_VARIATIE = 10  # different characters


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
    return lijst


def sleutelzwakte(sleutel: str) -> str:
    """What is wrong with it, in words; empty when nothing is."""
    if not sleutel or sleutel == settings.ONVEILIGE_SLEUTEL:
        return "ontbreekt"
    if len(sleutel) < SLEUTEL_LENGTE:
        return f"is te kort: gebruik minstens {SLEUTEL_LENGTE} tekens"
    if len(set(sleutel)) < SLEUTEL_VARIATIE or sleutel.startswith("django-insecure-"):
        return "is te raden: gebruik een willekeurige"
    return ""


def weiger_onveilig() -> None:
    if lijst := bezwaren():
        raise ImproperlyConfigured("Niet gestart:\n- " + "\n- ".join(lijst))
