"""Every mail of this room goes through here: plain text from two templates, `<name>_subject.txt` and `<name>_message.txt`."""

from __future__ import annotations

from typing import Any, Final

from django.template.loader import render_to_string

from kennisplatform.post.versturen import verstuur

MAX_ONDERWERP: Final = 200


def stuur(aan: str, sjabloon: str, context: dict[str, Any]) -> None:
    """Written now, sent when the transaction stands: a mail about what did not happen is worse than none."""
    onderwerp = " ".join(render_to_string(f"{sjabloon}_subject.txt", context).split())
    tekst = render_to_string(f"{sjabloon}_message.txt", context).strip() + "\n"
    verstuur(
        aan=aan, onderwerp=onderwerp[:MAX_ONDERWERP], tekst=tekst, geheim=True
    )  # many hold a link that opens the door
