"""Who is looking, for what is drawn where no request comes: the fields of Wagtail's forms."""

from __future__ import annotations

from contextvars import ContextVar
from typing import Any, Final

from django.http import HttpRequest

VERZOEK: Final[ContextVar[HttpRequest | None]] = ContextVar("verzoek", default=None)


def kijker() -> Any:
    """The user, or None outside a request and for a stranger."""
    verzoek = VERZOEK.get()
    wie = getattr(verzoek, "user", None)
    return wie if wie is not None and wie.is_authenticated else None
