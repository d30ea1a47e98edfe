"""A text that stands still: canonical, so that the same content always has the same fingerprint."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from django.db.models import Manager
from django.utils import timezone

from kennisplatform.deelnemers.models import Gebruiker
from menukaart.plan.models.rij import Bevroren


def canoniek(inhoud: dict[str, Any]) -> str:
    """Keys in order, no spaces, every letter as itself: what is signed and what is compared is this text."""
    return json.dumps(inhoud, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def vingerafdruk(tekst: str) -> str:
    """SHA-256 of the UTF-8 text, in hexadecimal."""
    return hashlib.sha256(tekst.encode()).hexdigest()


def in_vieren(afdruk: str) -> list[str]:
    """As people read it aloud."""
    return [afdruk[plek : plek + 4] for plek in range(0, len(afdruk), 4)]


def bevries(versies: Manager[Any], inhoud: dict[str, Any], door: Gebruiker) -> Bevroren:
    """The next version; the last one again when nothing changed. In the caller's transaction, behind its lock."""
    tekst = canoniek(inhoud)
    laatste = versies.first()
    if laatste is not None and laatste.inhoud == tekst:
        return laatste
    nummer = laatste.nummer + 1 if laatste else 1
    return versies.create(nummer=nummer, inhoud=tekst, vingerafdruk=vingerafdruk(tekst), door=door, op=timezone.now())


def lees(versie: Bevroren) -> dict[str, Any]:
    return json.loads(versie.inhoud)


def velden(rij: Any, namen: Iterable[str]) -> dict[str, Any]:
    """Some fields of a row as plain values."""
    return {naam: getattr(rij, naam) for naam in namen}
