"""What counts as the address of a source: the page itself. A front door proves nothing."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

KAAL: Final = _("Dit is de voordeur van een website. Geef het adres van de pagina waar het staat.")
TALEN: Final = {"nl", "en", "nl-nl", "en-us", "index.html", "index.php", "home"}


def is_kaal(adres: str) -> bool:
    """True for a bare domain: nothing behind it but at most a language or 'index'."""
    delen = urlsplit(adres)
    stukken = [stuk for stuk in delen.path.split("/") if stuk]
    return bool(adres) and not delen.query and all(stuk.lower() in TALEN for stuk in stukken)


def eis_diep(adres: str) -> None:
    """For a form field: raises ValidationError for a bare domain."""
    if is_kaal(adres):
        raise ValidationError(KAAL, code="kaal")
