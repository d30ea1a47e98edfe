"""Numbers that no database holds. Django finds nothing with one for `=` or `<`, and falls over it for `in` and for a range:
a list of choices that somebody forged was a fault of the server.
"""

from __future__ import annotations

from typing import Any, Final

from django.db.models import IntegerField
from django.db.models.lookups import In, Range

GROOTST: Final = 2**63 - 1  # of a key in any database


def past(waarde: Any) -> bool:
    return not isinstance(waarde, int) or abs(waarde) <= GROOTST


class PassendIn(In):
    def get_prep_lookup(self) -> Any:
        waarden = super().get_prep_lookup()
        return [waarde for waarde in waarden if past(waarde)] if self.rhs_is_direct_value() else waarden


class PassendRange(Range):
    def get_prep_lookup(self) -> Any:
        grenzen = super().get_prep_lookup()
        if not self.rhs_is_direct_value():
            return grenzen
        return [max(-GROOTST, min(grens, GROOTST)) if isinstance(grens, int) else grens for grens in grenzen]


def stel_in() -> None:
    IntegerField.register_lookup(PassendIn)
    IntegerField.register_lookup(PassendRange)
