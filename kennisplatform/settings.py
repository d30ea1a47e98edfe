"""One settings file, driven by the environment. Unsafe production settings stop the start (see veilig.py)."""

from pathlib import Path
from typing import Any

from django.conf import global_settings

from kennisplatform import omgeving
from kennisplatform.instellingen_beheer import *  # noqa: F403  a part of this file
from kennisplatform.instellingen_beleid import *  # noqa: F403  a part of this file
from kennisplatform.instellingen_toegang import *  # noqa: F403  the same
from kennisplatform.instellingen_wagtail import *  # noqa: F403  the same
from kennisplatform.instellingen_werk import *  # noqa: F403  the same

BASE_DIR = Path(__file__).resolve().parent.parent

DEBUG = omgeving.janee("DEBUG", standaard=False)
DEMO = omgeving.janee("DEMO", standaard=False)  # demo accounts exist, mail goes to a folder
# Everything the site writes itself. A real site never finds the demo's data by default: accounts in it have a known
# password.
VAR = Path(omgeving.tekst("VAR_MAP", str(BASE_DIR / ("var" if DEMO or DEBUG else "gegevens"))))
ONVEILIGE_SLEUTEL = "alleen-voor-de-demo-en-de-tests-niet-voor-productie"
SECRET_KEY = omgeving.sleutel("SECRET_KEY", ONVEILIGE_SLEUTEL if DEMO or DEBUG else "")
SECRET_KEY_FALLBACKS = omgeving.lijst("SECRET_KEY_FALLBACKS")  # former ones, while what they locked is still about
ALLOWED_HOSTS = omgeving.lijst("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]" if DEMO or DEBUG else "")
CSRF_TRUSTED_ORIGINS = omgeving.lijst("CSRF_TRUSTED_ORIGINS")
ONDERHOUD = omgeving.janee("ONDERHOUD", standaard=False)  # show 'tijdelijk niet bereikbaar' to everybody
ACHTER_TLS = omgeving.janee("ACHTER_TLS", standaard=False)  # a proxy in front ends TLS
ZONDER_TLS = omgeving.janee("ZONDER_TLS", standaard=False)  # nobody does, and whoever runs this knows it

INSTALLED_APPS = [
    # Rooms on top first. What they bring to one place stands in this order, unless they say otherwise (kamers.py).
    "leernetwerk.contact",
    "leernetwerk.podium",
    "leernetwerk.delen",
    "leernetwerk",
    "menukaart.stukken",
    "menukaart.uitvoeren",
    "menukaart.commitment",
    "menukaart.begroting",
    "menukaart.plan",
    "menukaart.kiezen",
    "zorgpaden.lokaal",
    "menukaart",
    "zorgpaden",
    "kennisplatform.leren",
    "kennisplatform.preventie",
    "kennisplatform.vinden",
    "kennisplatform.redactie",
    "kennisplatform.feiten",
    "kennisplatform.cijfersessies",
    "kennisplatform.vragenlijsten",
    "kennisplatform.cijfers",
    "kennisplatform.eigenkamer",
    "kennisplatform.netwerken",
    "kennisplatform.register",
    "kennisplatform.toegang",
    "kennisplatform.agenda",
    "kennisplatform.terugmelding",
    "kennisplatform.gesprek",
    "kennisplatform.volgen",
    "kennisplatform.deelnemers",
    "kennisplatform.post",
    "kennisplatform.proefdata",
    "kennisplatform.inhoudlader",
    "kennisplatform.beheer",  # after all who bring work of the night: the copy is made of what that left
    "kennisplatform.basis",
    "kennisplatform.zoeken",
    "kennisplatform.tekening",
    "kennisplatform.tekst",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.sitemaps",
    "django.contrib.sitemaps",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "csp",
    "django_htmx",
    "django.forms",  # widgets by the renderer below
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "kennisplatform.tekening.uitgifte.geef_uit",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "kennisplatform.basis.middleware.bewaak_adres",
    "kennisplatform.basis.middleware.pauze",
    "kennisplatform.basis.middleware.grens",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "kennisplatform.basis.middleware.zoektempo",
    "kennisplatform.basis.middleware.oude_begrippen",
    "kennisplatform.toegang.middleware.tweede_stap",
    "kennisplatform.toegang.middleware.Afgemeld",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "kennisplatform.basis.middleware.beleid_per_plek",
    "kennisplatform.basis.middleware.eerlijke_koppen",
    "kennisplatform.basis.middleware.niets_van_het_apparaat",
    "kennisplatform.basis.vervalst.Vervalstdeur",  # before whoever looks up what an address names
    "kennisplatform.netwerken.meedragen.draag_mee",
    "kennisplatform.redactie.prullenbakdeur.Prullenbakdeur",
    "kennisplatform.basis.middleware.verkeerde_weg",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "kennisplatform.urls"
WSGI_APPLICATION = "kennisplatform.wsgi.application"
LADERS = ["kennisplatform.basis.sjabloonlader.Lader", "django.template.loaders.app_directories.Loader"]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "loaders": LADERS if DEBUG else [("django.template.loaders.cached.Loader", LADERS)],
            "builtins": [
                "kennisplatform.basis.templatetags.kennis",
                "kennisplatform.tekening.templatetags.tekening",
                "django.templatetags.i18n",
            ],
        },
    },
]

FORM_RENDERER = "kennisplatform.basis.formuliervorm.Huisvorm"  # every public form in one look

DATABASES = {"default": omgeving.database("DATABASE_URL", f"sqlite:///{VAR}/kennisplatform.sqlite3")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

KOPIE: dict[str, Any] = {
    "MAP": omgeving.tekst("KOPIE_MAP", str(VAR / "kopieen")),
    "HOUD": int(omgeving.tekst("KOPIE_HOUD", "0" if DEMO or DEBUG else "7")),  # nights; 0: no copy at night
    "TE_OUD_UUR": 50,  # a night may fail once before anybody is called
}

CACHE_URL = omgeving.tekst("CACHE_URL")
TELLERS_URL = omgeving.tekst("TELLERS_URL", CACHE_URL)  # counters that protect: in a Redis that evicts nothing
TELLERBESTAND = omgeving.tekst("TELLERBESTAND", str(VAR / "tellers.sqlite3"))  # or in a file of this machine
CACHES = {
    "default": {
        "BACKEND": "kennisplatform.geheugen.Keten",
        "LOCATION": [*([TELLERS_URL] if TELLERS_URL else []), TELLERBESTAND, "proces"],
        "KEY_PREFIX": "teller",
    },
    "paginas": {
        "BACKEND": "kennisplatform.geheugen.Keten",
        "LOCATION": [CACHE_URL, "niets"] if CACHE_URL else ["proces"],
        "KEY_PREFIX": "pagina",
    },
}
# Drawn pages and parts are kept until something on them changes, see kennisplatform/tekening. Without CACHE_URL each
# process keeps its own, and is told what changed through a file: they must stand on one machine.
TEKENING: dict[str, Any] = {
    "AAN": omgeving.janee("TEKENINGEN", standaard=not DEBUG),
    "PAGINAS": True,  # whole pages too
    "MAP": omgeving.tekst("TEKENING_MAP", str(VAR / "tekening")),
    "URL": CACHE_URL,
    "MB": int(omgeving.tekst("TEKENING_MB", "64")),  # of memory, in each process
}

ZOEK_URL = omgeving.tekst("ZOEK_URL")
ZOEK = {
    "MAP": omgeving.tekst("ZOEK_MAP", str(VAR / "zoekindex")),
    "URL": ZOEK_URL,
    "INDEX": omgeving.tekst("ZOEK_INDEX", "kennisplatform"),
    "SCHERVEN": int(omgeving.tekst("ZOEK_SCHERVEN", "1")),
    "KOPIEEN": int(omgeving.tekst("ZOEK_KOPIEEN")) if omgeving.tekst("ZOEK_KOPIEEN") else None,
    "SLOT_S": int(omgeving.tekst("ZOEK_SLOT_S", "60")),
    "HERSTEL": omgeving.janee("ZOEK_HERSTEL", standaard=True),
    # Beside a cluster nobody waits for the line; the embedded index is brought up to date in the time of a query.
    "DIRECT": omgeving.keuze("ZOEK_DIRECT", ("draad", "meteen", "nee"), "draad" if ZOEK_URL else "meteen"),
}

AUTH_USER_MODEL = "deelnemers.Gebruiker"
# Behind a proxy the reader's address stands in a header; without one such a header is anybody's to make up.
NINJA_NUM_PROXIES = ALLAUTH_TRUSTED_PROXY_COUNT = 1 if ACHTER_TLS else 0
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if ACHTER_TLS else "http"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEMO or DEBUG  # http://localhost
# Sign-in of care organisations: nothing configured is no button, see docs/toegang.md.
SOCIALACCOUNT_PROVIDERS: dict[str, Any] = {
    "openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": omgeving.organisaties("OIDC_ORGANISATIES")}
}

LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
USE_I18N = True
WAGTAIL_I18N_ENABLED = True
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [
    ("nl", "Nederlands"),
    ("en", "English"),
    ("tr", "Türkçe"),
    ("ar", "العربية"),
    ("pl", "Polski"),
    ("uk", "Українська"),
]
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False  # a page is public in a language when somebody publishes it there
LOCALE_PATHS = [VAR / "locale"]  # made from locale/ at the start, see redactie/catalogus.py

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_FINDERS = ["kennisplatform.basis.bundel.Bundel", *global_settings.STATICFILES_FINDERS]
STATICFILES_DIRS = [
    BASE_DIR / "kennisplatform" / "basis" / "opmaak",
    ("lettertypen/tekst", BASE_DIR / "node_modules/@fontsource-variable/source-sans-3/files"),
    ("lettertypen/kop", BASE_DIR / "node_modules/@fontsource-variable/bitter/files"),
    ("lettertypen/arabisch", BASE_DIR / "node_modules/@fontsource-variable/vazirmatn/files"),
]
STORAGES = {
    "default": {"BACKEND": "kennisplatform.basis.opslag.Opslag"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG or DEMO
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = DEBUG or DEMO  # a demo starts without collectstatic
WHITENOISE_AUTOREFRESH = DEBUG
MEDIA_ROOT = VAR / "media"
MEDIA_URL = "/media/"

WAGTAIL_SITE_NAME = "De buurt als ecosysteem"
# Where links in mails lead: without SITE_URL to the first host that this site answers for.
WAGTAILADMIN_BASE_URL = omgeving.tekst(
    "SITE_URL",
    "http://localhost:8000" if DEMO or DEBUG or not ALLOWED_HOSTS else f"https://{ALLOWED_HOSTS[0].lstrip('.')}",
)

EMAIL_BACKEND = "kennisplatform.post.brievenbus.Brievenbus"  # all mail goes into the outbox; POST carries it further
EMAIL_HOST = omgeving.tekst("EMAIL_HOST", "localhost")
EMAIL_PORT = int(omgeving.tekst("EMAIL_POORT", "25"))
EMAIL_HOST_USER = omgeving.tekst("EMAIL_GEBRUIKER")
EMAIL_HOST_PASSWORD = omgeving.tekst("EMAIL_WACHTWOORD")
EMAIL_USE_TLS = omgeving.janee("EMAIL_STARTTLS", standaard=False)
EMAIL_USE_SSL = omgeving.janee("EMAIL_TLS", standaard=False)
EMAIL_TIMEOUT = 20  # seconds a step: a server that hangs holds up one drain, not for ever
DEFAULT_FROM_EMAIL = omgeving.tekst("AFZENDER", "kennisplatform@localhost")

POST: dict[str, Any] = {
    "DIRECT": omgeving.keuze("POST_DIRECT", ("draad", "meteen", "nee"), "draad"),  # who drains after a commit
    "VERVOER": omgeving.tekst(  # what really sends; under the name that Django gives it
        "EMAIL_BACKEND",
        "kennisplatform.post.spool.MapBackend"
        if DEMO
        else f"django.core.mail.backends.{'console' if DEBUG else 'smtp'}.EmailBackend",
    ),
    "MAP": omgeving.tekst("POST_MAP", str(VAR / "post")),  # of the folder transport
    "DAGBOEK": omgeving.tekst("POST_DAGBOEK", str(VAR / "postboek")),  # what left this machine; empty: no journal
    "PARTIJ": int(omgeving.tekst("POST_PARTIJ", "20")),  # messages of one connection
    "CLAIM_S": float(omgeving.tekst("POST_CLAIM_S", "300")),  # longer than one message can take (EMAIL_TIMEOUT)
}

CSRF_FAILURE_VIEW = "kennisplatform.basis.fouten.oude_pagina"
X_FRAME_OPTIONS = "SAMEORIGIN"  # the editor's preview frames its own pages
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = ACHTER_TLS
if ACHTER_TLS:  # a browser then takes them from nobody but this host, over TLS: no subdomain can plant one
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-sessionid", "__Host-csrftoken"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ACHTER_TLS else None
SECURE_HSTS_SECONDS = 63072000 if ACHTER_TLS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = omgeving.janee("HSTS_SUBDOMEINEN", standaard=ACHTER_TLS)  # 0: one of them speaks http
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a long article with many blocks is a big form
