"""An example gets an address of its own, never one that a page beside it or a view of ours has."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from leernetwerk.delen.pagina import vrije_slug
from tests import mensen, voorbeelden

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("titel", ["Agenda", "buurten", "Delen!", "Gesprek", "Uitgelicht", "Volgen", "contact"])
@pytest.mark.parametrize("taal", ["nl", "ar"])
def test_an_address_of_ours_is_not_free(titel: str, taal: str) -> None:
    with override(taal):
        assert vrije_slug(titel) == f"{titel.lower().strip('!')}-2"


def test_an_address_of_a_sibling_is_not_free() -> None:
    voorbeelden.geplaatst(mensen.buurt("hier"), slug="koffie-in-de-hal")
    assert vrije_slug("Koffie in de hal") == "koffie-in-de-hal-2"
    assert vrije_slug("Thee in de hal") == "thee-in-de-hal"
    assert vrije_slug("!!!") == "voorbeeld"
