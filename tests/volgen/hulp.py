"""What the tests of following share: somebody who follows, and something that happens."""

from __future__ import annotations

from typing import Any

from django.test import Client

from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.volgen import lijst
from kennisplatform.volgen.melden import meld, over_pagina
from kennisplatform.volgen.models import Gebeurtenis
from leernetwerk.models import Praktijkvoorbeeld


def gebeurt(pagina: Praktijkvoorbeeld, n: int = 1, **anders: Any) -> Gebeurtenis:
    return meld(
        **{
            "soort": "vraag",
            "over": over_pagina(pagina),
            "titel": f"Nieuwe vraag {n}",
            "adres": "/leernetwerk/",
            "door": None,
            "kenmerk": f"proef:{n}",
            "zichtbaarheid": Zichtbaarheid.OPENBAAR,
            "pagina": pagina,
        }
        | anders
    )


def volgt(wie: Gebruiker, pagina: Praktijkvoorbeeld, hoe: str = "") -> Gebruiker:
    lijst.volg(persoon=wie, soort="pagina", sleutel=str(pagina.pk))
    if hoe:
        lijst.kies_mail(persoon=wie.pk, hoe=hoe)
    return wie


def client_van(wie: Gebruiker) -> Client:
    client = Client()
    client.force_login(wie)
    return client
