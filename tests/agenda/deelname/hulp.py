"""Addresses of joining, the link in a mail, and who is signed in: for tests."""

from __future__ import annotations

import re
from typing import Any

from django.test import Client
from django.urls import reverse

from kennisplatform.agenda.models import Bijeenkomst
from kennisplatform.deelnemers.models import Gebruiker

RIA = {"naam": "Ria", "email": "Ria@Voorbeeld.example"}


def van(ding: Bijeenkomst, naam: str = "aanmelden") -> str:
    return reverse(f"bijeenkomst_{naam}", args=[ding.slug])


def link(brief: Any) -> str:
    return re.search(r"https?://[^/]+(/leernetwerk/agenda/\S+)", brief.body)[1]


def binnen(persoon: Gebruiker) -> Client:
    client = Client()
    client.force_login(persoon)
    return client
