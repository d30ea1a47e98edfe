"""Who is asked, who asks, and a question between them."""

from __future__ import annotations

import pytest

from kennisplatform.deelnemers.models import Buurt, Gebruiker
from leernetwerk.contact import vragen
from leernetwerk.contact.models import Contactverzoek
from leernetwerk.models import Praktijkvoorbeeld
from tests import mensen, voorbeelden


@pytest.fixture
def trekker(hier: Buurt) -> Gebruiker:
    return mensen.lid(hier, "kartrekker")


@pytest.fixture
def vrager() -> Gebruiker:
    return mensen.lid(mensen.buurt("daar"), "gemeente")


@pytest.fixture
def voorbeeld(hier: Buurt) -> Praktijkvoorbeeld:
    return voorbeelden.geplaatst(hier, titel="Koffie in de hal")


@pytest.fixture
def verzoek(hier: Buurt, trekker: Gebruiker, vrager: Gebruiker) -> Contactverzoek:
    return vragen.vraag(buurt=hier, pagina=None, van=vrager, van_buurt=None, tekst="Hoe vroeg u het?")
