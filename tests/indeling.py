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

# What another search engine, cache or database can change, and one walk through each room: `make test-services` repeats
# these and leaves the rest to `make test`. The suite must stay under 25 minutes in all.
OP_DIENSTEN = (
    "tests/zoeken/",
    "tests/vinden/",
    "tests/tekening/",
    "tests/post/",
    "tests/basis/documenten/test_gevonden.py",
    "tests/basis/test_grens.py",
    "tests/basis/test_inhoud.py",
    "tests/basis/test_klaarzetten.py",
    "tests/basis/test_nachtwerk.py",
    "tests/basis/test_openbaar.py",
    "tests/agenda/plannen/test_maken.py",
    "tests/agenda/deelname/test_met_account.py",
    "tests/cijfers/",
    "tests/deelnemers/test_rechten.py",
    "tests/gesprek/test_schrijven.py",
    "tests/leernetwerk/nieuwsbrief/test_versturen.py",
    "tests/leernetwerk/contact/test_verloop.py",
    "tests/leernetwerk/delen/test_schrijven.py",
    "tests/menukaart/begroting/",
    "tests/menukaart/test_filters.py",
    "tests/netwerken/test_leden.py",
    "tests/redactie/test_lijsten.py",
    "tests/register/",
    "tests/site/test_lek.py",
    "tests/site/test_paginas.py",
    "tests/toegang/test_aanmelden.py",
    "tests/toegang/test_gegevens.py",
    "tests/volgen/test_per_mail.py",
)
ELKE_KAMER = frozenset({"test_reis.py", "test_gelijktijdig.py", "test_hele_weg.py", "test_veel.py"})


def vraagt_site(test: pytest.Item) -> bool:
    namen = set(getattr(test, "fixturenames", ()))
    return bool(namen & (SITE | SERVER)) or test.get_closest_marker("django_db") is not None


def zelfde_op_elke_dienst(test: pytest.Item) -> bool:
    """Nothing that a service could change comes out: it asks for no database, nor for another engine than the embedded
    one; or its file is about something else, and stands neither in OP_DIENSTEN nor is named as in ELKE_KAMER.
    """
    keuzes = getattr(getattr(test, "callspec", None), "params", {}).values()
    if test.get_closest_marker("diensten") or "elasticsearch" in keuzes:
        return False
    bestand = test.nodeid.partition("::")[0]
    hier = bestand.startswith(OP_DIENSTEN) or bestand.rpartition("/")[2] in ELKE_KAMER
    return not vraagt_site(test) or not hier


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
