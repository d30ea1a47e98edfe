"""People of the demo with an open session, made the way the site makes them, in the database of the site that runs."""

from __future__ import annotations

import time
from pathlib import Path

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db import connections, transaction
from django.urls import reverse

from kennisplatform.deelnemers.demoaccounts import WACHTWOORD
from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.models import Gebruiker
from tests import mensen
from tests.site.dingen import maak_dingen

ALLES = "alles@demo.example"
GEPLANT = ("gemeente", "lid-elders", "vreemde")  # whose things `maak_dingen` makes
_nu: dict[str, str] = {}


def plant() -> list[str]:
    """One of each thing that an address names, in a neighbourhood where the members of the demo are members too; whose
    they are gets an address of the demo. Returns the addresses.
    """
    with transaction.atomic():
        Gebruiker.objects.create_superuser(ALLES, WACHTWOORD, first_name="Alles")
        hier = mensen.buurt("stoothier")
        wie = mensen.iedereen(hier, mensen.buurt("stootdaar"))
        dingen = maak_dingen(hier, wie)
        for naam in GEPLANT:
            Gebruiker.objects.filter(pk=wie[naam].pk).update(email=f"stoot-{naam}@demo.example")
        for naam, rol in (("lid", Netwerkrol.ANDERS), ("kartrekker", Netwerkrol.KARTREKKER)):
            mensen.lid(hier, rol, Gebruiker.objects.get(email=f"{naam}@demo.example"))
    return [reverse(naam, kwargs=kwargs) for naam, kwargs in dingen.items()]


def sessies(database: Path) -> dict[str, str]:
    """Role → key of a session. Who was deleted has none."""
    connections["default"].close()
    connections["default"].settings_dict["NAME"] = str(database)
    uit = {}
    for wie in Gebruiker.objects.filter(email__endswith="@demo.example", is_active=True):
        rol, merk = wie.email.partition("@")[0], wie.get_session_auth_hash()
        oud = _nu.get(rol, "")
        sessie = SessionStore(oud) if oud else SessionStore()
        if sessie.get(HASH_SESSION_KEY) != merk:
            sessie = SessionStore()
            sessie.update(
                {
                    SESSION_KEY: str(wie.pk),
                    BACKEND_SESSION_KEY: "allauth.account.auth_backends.AuthenticationBackend",
                    HASH_SESSION_KEY: merk,
                    "account_authentication_methods": [{"method": "password", "at": time.time(), "email": wie.email}],
                }
            )
            sessie.save()
        uit[rol] = _nu[rol] = str(sessie.session_key)
    connections["default"].close()
    return uit
