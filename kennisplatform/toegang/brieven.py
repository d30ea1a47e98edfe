"""Every mail of this room goes through here: plain text from two templates, `<name>_subject.txt` and `<name>_message.txt`."""

from __future__ import annotations

from typing import Any

from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string


def stuur(aan: str, sjabloon: str, context: dict[str, Any]) -> None:
    """Written now, sent when the transaction stands: a mail about what did not happen is worse than none."""
    onderwerp = " ".join(render_to_string(f"{sjabloon}_subject.txt", context).split())
    tekst = render_to_string(f"{sjabloon}_message.txt", context).strip() + "\n"
    transaction.on_commit(lambda: send_mail(onderwerp, tekst, None, [aan]))
