"""A link to a page: its title, address and language. A list of links needs no page with all its text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

VELDEN: Final = ("title", "url_path", "locale__language_code")  # of a page, in the order of a Verwijzing


@dataclass(frozen=True, slots=True)
class Verwijzing:
    title: str
    url_path: str
    taal: str
