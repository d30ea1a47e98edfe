"""Numbers that no database holds. Django finds nothing with one for `=` and falls over it for `in`: a list of choices that
somebody forged was a fault of the server.
"""

from __future__ import annotations

from typing import Any, Final

from django.db.models import IntegerField
from django.db.models.lookups import In

GROOTST: Final = 2**63 - 1  # of a key in any database


def past(waarde: Any) -> bool:
    return not isinstance(waarde, int) or abs(waarde) <= GROOTST


class PassendIn(In):
    def get_prep_lookup(self) -> Any:
        waarden = super().get_prep_lookup()
        return [waarde for waarde in waarden if past(waarde)] if self.rhs_is_direct_value() else waarden


def stel_in() -> None:
    IntegerField.register_lookup(PassendIn)
