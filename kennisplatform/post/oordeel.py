"""What a failure says: try this message later, never, or leave the server alone for now."""

from __future__ import annotations

import smtplib
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from typing import Final

UITSTEL: Final = tuple(
    timedelta(minutes=m) for m in (1, 5, 30, 120, 720, 1440, 1440)
)  # after the last of these tries: about three days in all
MAX_POGINGEN: Final = len(UITSTEL) + 1
SLUIT: Final = 421  # 'service not available, closing': about the server, not about the message


class Foutsoort(Enum):
    LATER = "later"
    NOOIT = "nooit"
    VERBROKEN = "verbroken"  # this message later, and the connection is gone for the others


@dataclass(frozen=True)
class Oordeel:
    soort: Foutsoort
    reden: str


def oordeel(fout: Exception) -> Oordeel:
    if isinstance(fout, smtplib.SMTPRecipientsRefused):
        code, tekst = next(iter(fout.recipients.values()))
        return Oordeel(_van_code(code), _regel(code, tekst))
    if isinstance(fout, smtplib.SMTPResponseException):
        soort = _van_code(fout.smtp_code)
        if isinstance(fout, smtplib.SMTPSenderRefused) and soort is Foutsoort.NOOIT:
            soort = Foutsoort.LATER  # about us, not about the recipient: somebody mends the settings and then it goes
        return Oordeel(soort, _regel(fout.smtp_code, fout.smtp_error))
    soort = Foutsoort.LATER
    # A text that can't be written down as a mail, or an address this server can't: not tomorrow either.
    if isinstance(fout, (smtplib.SMTPNotSupportedError, ValueError)):
        soort = Foutsoort.NOOIT
    elif isinstance(fout, OSError):  # time-outs, hung up, disk full; every other SMTPException is one too
        soort = Foutsoort.VERBROKEN
    return Oordeel(soort, _regel(type(fout).__name__, str(fout)))


def _van_code(code: int) -> Foutsoort:
    if code == SLUIT:
        return Foutsoort.VERBROKEN
    return Foutsoort.NOOIT if 500 <= code < 600 else Foutsoort.LATER


def _regel(kop: object, tekst: bytes | str) -> str:
    woorden = tekst.decode("utf-8", "replace") if isinstance(tekst, bytes) else tekst
    return " ".join(f"{kop} {woorden}".replace("\x00", " ").split())
