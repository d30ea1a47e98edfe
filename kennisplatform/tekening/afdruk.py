"""A short mark of everything that a piece of a page shows, as the name under which its drawing is kept."""

from __future__ import annotations

import hashlib
from typing import Any

from django.db.models import Model


def afdruk(*toont: object) -> str:
    """Records count with all their own values, so what a template reads of them can't be forgotten; what they point at
    counts by its key only: give what is shown of that too.
    """
    return hashlib.blake2b(repr([_waarde(een) for een in toont]).encode(), digest_size=16).hexdigest()


def _waarde(een: object) -> Any:
    if isinstance(een, Model):
        return [een._meta.label_lower, *(een.__dict__.get(veld.attname) for veld in een._meta.concrete_fields)]
    return een
