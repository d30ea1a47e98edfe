"""A marker text in every record that is not public, looked for at every address by everybody who may not read it."""

from __future__ import annotations

from typing import Any

import pytest

from kennisplatform.deelnemers.models import Buurt
from kennisplatform.zoeken.motor import motoren
from kennisplatform.zoeken.wachtrij import herbouw
from tests.site.inzage import BUITEN, GESPREK_MAG, MAG, OOK_OP_DIENSTEN, PODIUM_MAG, REDACTIE, TERUGMELDING_MAG
from tests.site.lekadressen import gezien
from tests.site.lekwereld import bevolk
from tests.site.test_rechten import client_van

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def wie(hier: Buurt) -> dict[str, Any]:
    """Once for the file: everybody looks at the same."""
    return bevolk(hier)


@pytest.mark.filterwarnings("ignore::django.core.paginator.UnorderedObjectListWarning")
@pytest.mark.lang(7)
@pytest.mark.parametrize(
    "naam", [n if n in OOK_OP_DIENSTEN else pytest.param(n, marks=pytest.mark.eenmaal) for n in (*BUITEN, *MAG)]
)
def test_who_sees_what(naam: str, wie: dict[str, Any], hier: Buurt, request: pytest.FixtureRequest) -> None:
    zoeken = naam == "anoniem"
    if zoeken:
        request.getfixturevalue("eigen_index")
        for een in motoren():  # as if every index had been made anew with all of it in the database
            herbouw(een)
    vuil = gezien(client_van(wie[naam]), hier, naam in REDACTIE, zoeken)
    assert set(vuil) == MAG.get(naam, set()) | GESPREK_MAG.get(naam, set()) | PODIUM_MAG.get(
        naam, set()
    ) | TERUGMELDING_MAG.get(naam, set()), vuil
