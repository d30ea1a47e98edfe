"""Django's own way to send (EMAIL_BACKEND): whoever calls `send_mail`, Wagtail included, writes into the outbox.

So a notice of a workflow waits, is tried again and is rolled back like every other mail. What really carries a message
is POST['VERVOER'], which only the outbox itself opens (wachtrij.py).
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from email.utils import parseaddr
from typing import Any

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.utils.html import strip_tags
from django.utils.text import Truncator

from .brief import ONZE
from .models import MAX_ONDERWERP
from .versturen import verstuur

log = logging.getLogger(__name__)


class Brievenbus(BaseEmailBackend):
    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        aantal = 0
        for mail in email_messages:
            try:
                aantal += _schrijf(mail)
            except ValueError:  # what no mail may hold
                if not self.fail_silently:
                    raise
        return aantal


@transaction.atomic
def _schrijf(mail: EmailMessage) -> bool:
    """A row for each reader: they needn't know of each other, and a refusal for one is not one for all."""
    if mail.attachments:
        raise ValueError("the outbox keeps no attachments: put a link in the text")
    lezers = [parseaddr(wie)[1] for wie in mail.recipients()]
    html = next((str(deel[0]) for deel in getattr(mail, "alternatives", ()) if deel[1] == "text/html"), "")
    tekst = str(mail.body)
    if mail.content_subtype == "html":
        html, tekst = tekst, strip_tags(tekst)
    # Others' subjects hold a title of any length; ours are refused when they are too long (brief.py).
    onderwerp = Truncator(" ".join(str(mail.subject).split())).chars(MAX_ONDERWERP)
    vast: dict[str, Any] = {"onderwerp": onderwerp, "tekst": tekst or onderwerp, "html": html, "koppen": _koppen(mail)}
    mis = [fout for lezer in dict.fromkeys(lezers) if (fout := _aan(lezer, vast))]
    if mis and len(mis) == len(set(lezers)):
        raise mis[0]
    return bool(lezers)


def _aan(lezer: str, vast: dict[str, Any]) -> ValueError | None:
    """Emptied once it left: we can't know whether what somebody else wrote holds a key. What is wrong with this reader."""
    try:
        verstuur(aan=lezer, geheim=True, **vast)
    except ValueError as fout:
        log.warning("one of several readers of a mail can't get it: %s", fout)
        return fout
    return None


def _koppen(mail: EmailMessage) -> dict[str, str]:
    """What the sender asks for, without what is ours to fill: every mail comes from one address."""
    extra: dict[str, Any] = {naam: waarde for naam, waarde in mail.extra_headers.items() if naam.lower() not in ONZE}
    if mail.reply_to:
        extra["Reply-To"] = ", ".join(mail.reply_to)
    return {naam: str(waarde) for naam, waarde in extra.items()}
