"""Secrets of the second step are unreadable in the database, so that a copy of it opens no account."""

from __future__ import annotations

import base64
import hashlib

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.utils.encoding import force_bytes


def _slot() -> MultiFernet:
    """Made from the site's own key, and the former ones while they are named in SECRET_KEY_FALLBACKS."""
    sleutels = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return MultiFernet(
        [
            Fernet(
                base64.urlsafe_b64encode(
                    hashlib.blake2b(force_bytes(s), digest_size=32, person=b"tweede-stap").digest()
                )
            )
            for s in sleutels
        ]
    )


def versleutel(tekst: str) -> str:
    return _slot().encrypt(tekst.encode()).decode()


def ontsleutel(tekst: str) -> str:
    return _slot().decrypt(tekst.encode()).decode()
