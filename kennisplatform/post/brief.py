"""A message as Django sends it, and what makes one impossible: told to the code that writes it, not found out while sending."""

from __future__ import annotations

import re
from collections.abc import Mapping
from email.utils import format_datetime
from typing import Final

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend
from django.core.validators import validate_email

from kennisplatform.tekst import adres

from .models import MAX_ONDERWERP, Bericht

MAX_TEKST: Final = 500_000
MAX_KOP: Final = 900  # a line of a mail may not pass 998 characters
_STUUR: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")  # everything that some reader takes for a new line
_KOP: Final = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
# Ours to fill. Another one here could send the message to somebody else, or break that every try is the same message.
ONZE: Final = frozenset(
    {"from", "to", "cc", "bcc", "subject", "date", "message-id", "sender", "return-path", "mime-version", "received"}
)


def keur(*, aan: str, onderwerp: str, tekst: str, html: str, koppen: Mapping[str, str]) -> None:
    """ValueError with the reason. Nothing is repaired: a message that somebody bent must not leave at all."""
    _keur_adres(aan)
    _keur_regel("subject", onderwerp, MAX_ONDERWERP)
    if not onderwerp.strip():
        raise ValueError("a mail needs a subject")
    if not tekst.strip():
        raise ValueError("a mail needs a plain text: not everybody reads HTML")
    for stuk in (tekst, html):
        if "\x00" in stuk or len(stuk) > MAX_TEKST:
            raise ValueError("the text holds a null byte or is too long")
        stuk.encode()  # half a surrogate pair: UnicodeEncodeError is a ValueError
    for naam, waarde in koppen.items():
        if not _KOP.fullmatch(naam) or naam.lower() in ONZE or naam.lower().startswith(("content-", "resent-")):
            raise ValueError(f"this header is not for the caller: {naam!r}")
        _keur_regel(naam, waarde, MAX_KOP)


def _keur_adres(aan: str) -> None:
    """One bare address. Quoted names and comments are allowed by the standard and hide a second recipient well."""
    _keur_regel("address", aan, adres.LANGST)
    if adres.NIET_KAAL.search(aan):
        raise ValueError("one bare e-mail address, please")
    try:
        validate_email(aan)
    except ValidationError as fout:
        raise ValueError("this is no e-mail address") from fout


def _keur_regel(wat: str, waarde: object, lengte: int) -> None:
    if not isinstance(waarde, str):
        raise ValueError(f"{wat}: text, please")
    if _STUUR.search(waarde):
        raise ValueError(f"{wat}: a control character in a header")
    if len(waarde) > lengte:
        raise ValueError(f"{wat}: at most {lengte} characters")
    waarde.encode()


def als_mail(bericht: Bericht, verbinding: BaseEmailBackend) -> EmailMultiAlternatives:
    """Date and Message-ID come from the row, so that a second try is the same message to every mail server."""
    mail = EmailMultiAlternatives(
        subject=bericht.onderwerp,
        body=bericht.tekst,
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[bericht.aan],
        connection=verbinding,
        headers={
            **bericht.koppen,
            "Message-ID": bericht.berichtid,
            "Date": format_datetime(bericht.gemaakt),
            "Auto-Submitted": bericht.koppen.get("Auto-Submitted", "auto-generated"),  # no out-of-office answers
        },
    )
    if bericht.html:
        mail.attach_alternative(bericht.html, "text/html")
    return mail
