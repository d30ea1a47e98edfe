"""In which order files run, and what need not be repeated on services. Both follow from what a test asks for.

`make test` hands whole files to its workers in this order (`--dist loadfile --no-loadscope-reorder`): the heaviest
first, so that no worker is alone at the end. While one worker makes the filled site, the other does what needs none.
"""

from __future__ import annotations

from collections import defaultdict

import pytest

SITE = {"db", "transactional_db", "django_db_setup", "proefsite"}
SERVER = {"adres", "servermap"}
# Seconds that one test of each kind takes, roughly; what takes much longer than its kind says so: `lang(seconds)`.
BROWSER, SCHRIJFT, LEEST, REKENT = 6.0, 0.5, 0.3, 0.03


def vraagt_site(test: pytest.Item) -> bool:
    namen = set(getattr(test, "fixturenames", ()))
    return bool(namen & (SITE | SERVER)) or test.get_closest_marker("django_db") is not None


def zelfde_op_elke_dienst(test: pytest.Item) -> bool:
    """Asks for no database, and for no other engine than the embedded one: no service can change what comes out."""
    keuzes = getattr(getattr(test, "callspec", None), "params", {}).values()
    return not vraagt_site(test) and test.get_closest_marker("diensten") is None and "elasticsearch" not in keuzes


def gewicht(test: pytest.Item) -> float:
    if lang := test.get_closest_marker("lang"):
        return float(lang.args[0])
    if test.get_closest_marker("browser"):
        return BROWSER
    if not vraagt_site(test):
        return REKENT
    return SCHRIJFT if "eigen_index" in getattr(test, "fixturenames", ()) else LEEST


def op_volgorde(tests: list[pytest.Item]) -> list[pytest.Item]:
    """One heavy file, then files that need no site, the lightest first: those that kill processes wait for the migrated
    file of whoever makes the site. Then all others, the heaviest first.
    """
    per: dict[str, list[pytest.Item]] = defaultdict(list)
    for test in tests:
        per[test.nodeid.partition("::")[0]].append(test)
    zwaar = {naam: sum(map(gewicht, rij)) for naam, rij in per.items()}
    rij = sorted(per, key=lambda naam: -zwaar[naam])
    eerst = [naam for naam in rij if any(map(vraagt_site, per[naam]))][:1]
    eerst += [naam for naam in reversed(rij) if not any(map(vraagt_site, per[naam]))]
    return [test for naam in dict.fromkeys([*eerst, *rij]) for test in per[naam]]
