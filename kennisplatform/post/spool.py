"""Mail as files in a folder (POST['MAP']), one a message: for the demo, and for a mail program that collects them.

The name is the Message-ID and the file appears whole, so the same message twice is one file: exactly once, even when
the process is killed between writing and noting.
"""

from __future__ import annotations

import hashlib
import os
import re
import time
import uuid
from collections.abc import Sequence
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend


def postmap() -> Path:
    return Path(settings.POST["MAP"])


def bestandsnaam(berichtid: str) -> str:
    """A name that is safe whatever the Message-ID holds."""
    kaal = berichtid.strip().strip("<>")
    if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9.@_+-]{0,150}", kaal):
        return f"{kaal}.eml"
    return f"{hashlib.sha256(berichtid.encode()).hexdigest()}.eml"


class MapBackend(BaseEmailBackend):
    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        map_ = postmap()
        map_.mkdir(parents=True, exist_ok=True, mode=0o700)  # invitations are secrets
        for mail in email_messages:
            bericht = mail.message()
            schrijf(map_ / bestandsnaam(str(bericht["Message-ID"])), bericht.as_bytes())
        return len(email_messages)


def ouder_dan(pad: Path, seconden: float) -> bool:
    """False for a file that is gone: another process may rename or remove it between the listing and this look."""
    try:
        return pad.stat().st_mtime < time.time() - seconden
    except FileNotFoundError:
        return False


def schrijf(doel: Path, inhoud: bytes) -> None:
    """On the disk before it gets its name, and its name on the disk before anybody notes 'sent'."""
    tijdelijk = doel.with_name(f".{uuid.uuid4().hex}.half")
    bestand = os.open(tijdelijk, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(bestand, "wb") as uit:
            uit.write(inhoud)
            uit.flush()
            os.fsync(uit.fileno())
        tijdelijk.replace(doel)
    except BaseException:
        tijdelijk.unlink(missing_ok=True)
        raise
    mapnummer = os.open(doel.parent, os.O_RDONLY)
    try:
        os.fsync(mapnummer)
    finally:
        os.close(mapnummer)
