"""Tiny readers of environment variables that fail loudly: a typo must not become a default."""

import json
import os
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


def tekst(naam: str, standaard: str = "") -> str:
    return os.environ.get(naam, standaard).strip()


def sleutel(naam: str, standaard: str) -> str:
    """Without one Django would say so in English, with a traceback, wherever it first needs it."""
    if waarde := tekst(naam, standaard):
        return waarde
    raise ImproperlyConfigured(
        f"Niet gestart:\n- {naam} ontbreekt. Maak er een met\n"
        "    python3 -c 'import secrets; print(secrets.token_urlsafe(50))'\n"
        "  bewaar hem buiten de code, en geef elke keer dezelfde mee (de demo heeft er geen nodig: make run)"
    )


def janee(naam: str, *, standaard: bool) -> bool:
    waarde = tekst(naam, "1" if standaard else "0").lower()
    if waarde in {"1", "true", "ja", "yes"}:
        return True
    if waarde in {"0", "false", "nee", "no", ""}:
        return False
    raise ImproperlyConfigured(f"{naam}={waarde!r}: gebruik 1 of 0")


def keuze(naam: str, mogelijk: tuple[str, ...], standaard: str) -> str:
    waarde = tekst(naam, standaard)
    if waarde not in mogelijk:
        raise ImproperlyConfigured(f"{naam}={waarde!r}: kies uit {', '.join(mogelijk)}")
    return waarde


def lijst(naam: str, standaard: str = "") -> list[str]:
    return [deel.strip() for deel in tekst(naam, standaard).split(",") if deel.strip()]


def sentry(naam: str) -> str:
    """The address that Sentry gives a project: https://<key>@<host>/<number>."""
    waarde = tekst(naam)
    delen = urlsplit(waarde)
    if waarde and not (delen.scheme in {"https", "http"} and delen.username and delen.path.strip("/").isdecimal()):
        raise ImproperlyConfigured(
            f"{naam} is geen adres van Sentry: dat ziet eruit als https://<sleutel>@<plek>/<nummer>"
        )
    return waarde


def tijdstip(naam: str, standaard: str) -> str:
    waarde = tekst(naam, standaard)
    uur, _punt, minuut = waarde.partition(":")
    if uur.isdecimal() and minuut.isdecimal() and int(uur) < 24 and int(minuut) < 60:
        return waarde
    raise ImproperlyConfigured(f"{naam}={waarde!r}: gebruik uren en minuten, zoals 03:15")


def database(naam: str, standaard: str) -> dict[str, object]:
    """A Django DATABASES entry from sqlite:///path or postgres://user:password@host:port/name."""
    url = urlsplit(tekst(naam, standaard))
    if url.scheme == "sqlite":
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": url.path.removeprefix("/") if url.netloc == "" and not url.path.startswith("//") else url.path[1:],
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",  # a writer waits its turn instead of failing half-way
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
            },
            "CONN_MAX_AGE": 60,  # opening one reads the scheme of all tables: 4 ms of each request
        }
    if url.scheme in {"postgres", "postgresql"}:
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": url.path.lstrip("/"),
            "USER": unquote(url.username or ""),
            "PASSWORD": unquote(url.password or ""),
            "HOST": url.hostname or "",
            "PORT": str(url.port or ""),
            "CONN_HEALTH_CHECKS": True,
            "CONN_MAX_AGE": 60,
        }
    raise ImproperlyConfigured(f"{naam}: gebruik sqlite:///bestand of postgres://gebruiker:wachtwoord@host:poort/naam")


def organisaties(naam: str) -> list[dict[str, object]]:
    """Care organisations with a sign-in of their own, from JSON: [{"id", "naam", "adres", "client", "geheim", "domeinen"}].

    The shape that allauth's openid_connect provider reads. `domeinen` are the mail domains that this organisation hands
    out itself: only for those its word on somebody's address counts (see toegang/adapters.py).
    """
    rauw = tekst(naam)
    if not rauw:
        return []
    try:
        gelezen = json.loads(rauw)
        return [
            {
                "provider_id": org["id"],
                "name": org["naam"],
                "client_id": org["client"],
                "secret": org["geheim"],
                "settings": {
                    "server_url": org["adres"],
                    "domeinen": [domein.lower().strip() for domein in org.get("domeinen", [])],
                },
            }
            for org in gelezen
        ]
    except (ValueError, TypeError, KeyError, AttributeError) as fout:
        raise ImproperlyConfigured(
            f"{naam}: geef een JSON-lijst van organisaties met id, naam, adres, client, geheim en eventueel domeinen "
            f"({type(fout).__name__}: {fout})"
        ) from fout
