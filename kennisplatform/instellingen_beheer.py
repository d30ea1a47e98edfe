"""For who runs the site: log, figures, hours, what is counted: a part of settings.py, which takes it in whole."""

from typing import Any

from kennisplatform import omgeving

_MEEKIJKEN = omgeving.janee("DEMO", standaard=False) or omgeving.janee("DEBUG", standaard=False)

LOG_VORM = omgeving.keuze("LOG_VORM", ("json", "tekst"), "tekst" if _MEEKIJKEN else "json")
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"geweigerd": {"()": "kennisplatform.beheer.regels.ZonderSpoor"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler" if LOG_VORM == "tekst" else "kennisplatform.beheer.regels.EensPerMinuut"
        }
    },
    "loggers": {
        "django": {"handlers": [], "propagate": True},  # Django's own handler writes what it likes, only with DEBUG
        "django.request": {"filters": ["geweigerd"]},
        "kennisplatform.toegang.deur": {"level": "INFO"},  # who came in: wanted also where only warnings are
        "django.security.DisallowedHost": {"handlers": [], "level": "CRITICAL", "propagate": False},
    },
    "root": {"handlers": ["console"], "level": omgeving.tekst("LOG_NIVEAU", "WARNING")},
}
if SENTRY_DSN := omgeving.sentry(
    "SENTRY_DSN"
):  # faults go there as well, without who and what (beheer/storingsmelder.py)
    LOGGING["handlers"]["sentry"] = {
        "class": "kennisplatform.beheer.storingsmelder.Melder",
        "level": "ERROR",
        "dsn": SENTRY_DSN,
        "omgeving": omgeving.tekst("SENTRY_OMGEVING", "productie"),
    }
    LOGGING["root"]["handlers"].append("sentry")
METINGEN_TOKEN = omgeving.tekst("METINGEN_TOKEN")  # who may read /metrics; empty: nobody
NACHT_OM = omgeving.tijdstip("NACHT_OM", "03:15")  # of `manage.py werker --nacht`
BEVEILIGING_CONTACT = omgeving.lijst("BEVEILIGING_CONTACT")  # of security.txt: mailto:… or https://…, the best first
ZOEKPAGINAS_PER_MINUUT = int(omgeving.tekst("ZOEKPAGINAS_PER_MINUUT", "120"))  # of one address that isn't signed in
ZOEKTELLING = omgeving.janee("ZOEKTELLING", standaard=True)  # count what is searched for, without who
ZOEKTELLING_KLIKKEN = omgeving.janee("ZOEKTELLING_KLIKKEN", standaard=True)  # and which place was chosen
