"""Addresses as they are pasted out of Outlook, a signature or a browser: what stands around them is not part of them."""

from __future__ import annotations

import re
from typing import Final

from kennisplatform.tekst import schoon

_TUSSEN_HAKEN: Final = re.compile(r"<\s*(?:mailto:)?([^<>\s]+@[^<>\s]+)\s*>", re.IGNORECASE)
# Quoted names, comments and '[127.0.0.1]' are allowed by the standard; no mail of ours goes to one.
NIET_KAAL: Final = re.compile(r"[\s,;:<>()\"\[\]]")
LANGST: Final = 254
_ROND: Final = " \t<>\"'“”‘’„;,."


def mail(tekst: str) -> str:
    """'Jan Jansen <jan@zorg.nl>;', 'mailto:jan@zorg.nl' and 'jan @ zorg.nl.' are jan@zorg.nl. What has no address in it
    comes back as it was typed.
    """
    kaal = schoon.regel(tekst).replace("＠", "@").strip()
    if gevonden := _TUSSEN_HAKEN.search(kaal):
        kaal = gevonden[1]
    kaal = re.sub(r"^mailto:([^?]*).*", r"\1", kaal.strip(_ROND), flags=re.IGNORECASE)  # without '?subject=…'
    kaal = re.sub(r"\s*@\s*", "@", kaal)
    return kaal if "@" in kaal else tekst


def mail_uit(regel: str) -> tuple[str, str]:
    """A line that begins with an address in brackets, a name before it or not: the address, and what stands after it.
    ('', the line) when there is none.
    """
    gevonden = _TUSSEN_HAKEN.search(regel)
    return (mail(gevonden[1]), regel[gevonden.end() :].strip(" \t;,")) if gevonden else ("", regel)


def web(tekst: str) -> str:
    """'<www.zorg.nl>' and 'https//zorg.nl' are https addresses; one that says http keeps it."""
    kaal = schoon.regel(tekst).strip(_ROND + "()")
    kaal = re.sub(r"^(https?)(?::/|//|:)(?!/)", r"\1://", kaal, flags=re.IGNORECASE)
    if re.match(r"^(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/:?#]|$)", kaal, re.IGNORECASE):
        kaal = f"https://{kaal}"
    return kaal
