"""A period as somebody says it. In files and addresses it is a code: 2024, 2024-K1, 2024-H2, 2024-03."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Collection

from django.utils.formats import date_format
from django.utils.translation import gettext as _


def in_woorden(periode: str) -> str:
    """'2024', '1e kwartaal 2024', '2e halfjaar 2024', 'maart 2024'; anything else stays as it is."""
    jaar, _streep, deel = periode.partition("-")
    if deel[:1] == "K":
        return _("%(n)se kwartaal %(jaar)s") % {"n": deel[1:], "jaar": jaar}
    if deel[:1] == "H":
        return _("%(n)se halfjaar %(jaar)s") % {"n": deel[1:], "jaar": jaar}
    if jaar.isdecimal() and deel.isdecimal() and 1 <= int(deel) <= 12:
        return date_format(dt.date(int(jaar), int(deel), 1), "F Y")
    return periode


def op_as(periode: str) -> str:
    """Short enough to stand beside others on a telephone: where a year begins, the year says it."""
    jaar, _streep, deel = periode.partition("-")
    if deel == "K1":
        return jaar
    return _("%(n)se kw. %(jaar)s") % {"n": deel[1:], "jaar": jaar} if deel[:1] == "K" else in_woorden(periode)


def moment(periode: str) -> float:
    """Where it begins, in years."""
    jaar, _streep, deel = periode.partition("-")
    if deel.startswith("K"):
        return int(jaar) + (int(deel[1]) - 1) / 4
    if deel.startswith("H"):
        return int(jaar) + (int(deel[1]) - 1) / 2
    return int(jaar) + ((int(deel) - 1) / 12 if deel else 0)


def is_na(periode: str, start: str) -> bool:
    """Both of any rhythm: by their codes '2025' and '2025-03' would come before '2025-K1'."""
    return moment(periode) >= moment(start)


def van_ritme(perioden: Collection[str]) -> Callable[[str], bool]:
    """Whether a period is of the rhythm that most of these have: years and their quarters are no one line."""
    vaakst = Counter(map(_ritme, perioden)).most_common(1)
    return lambda periode: not vaakst or _ritme(periode) == vaakst[0][0]


def _ritme(periode: str) -> str:
    deel = periode.partition("-")[2]
    return deel[:1] if deel[:1] in ("K", "H") else "maand" if deel else "jaar"
