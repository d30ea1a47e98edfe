"""Production refuses to start on an unsafe setting, and says which: a silent default is how sites leak."""

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

SLEUTEL_LENGTE = 50


def bezwaren() -> list[str]:
    """What must change before this site may face the world; empty when it may."""
    lijst = []
    if settings.DEBUG:
        lijst.append("DEBUG=1: a mistake would show the code to everybody")
    if settings.DEMO:
        lijst.append("DEMO=1: the demo accounts have a known password")
    if not settings.SECRET_KEY or settings.SECRET_KEY == settings.ONVEILIGE_SLEUTEL:
        lijst.append("SECRET_KEY is missing")
    elif len(settings.SECRET_KEY) < SLEUTEL_LENGTE:
        lijst.append(f"SECRET_KEY is too short: at least {SLEUTEL_LENGTE} characters")
    if not settings.ALLOWED_HOSTS or "*" in settings.ALLOWED_HOSTS:
        lijst.append("ALLOWED_HOSTS must name the site's own addresses, not * and not nothing")
    return lijst


def weiger_onveilig() -> None:
    if lijst := bezwaren():
        raise ImproperlyConfigured("Refusing to start:\n- " + "\n- ".join(lijst))
