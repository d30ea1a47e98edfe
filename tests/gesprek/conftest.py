"""Conversations: a public page without one, a neighbourhood, and a member of it who writes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.gesprek import schrijven
from kennisplatform.gesprek.models import Bijdrage, Bijdragesoort
from leernetwerk.models import Praktijkvoorbeeld
from tests import mensen


@pytest.fixture
def pagina() -> Praktijkvoorbeeld:
    """A public page without a conversation."""
    bezet = Bijdrage.objects.values("pagina")
    return Praktijkvoorbeeld.objects.live().filter(locale__language_code="nl").exclude(pk__in=bezet).first()


@pytest.fixture
def hier() -> Buurt:
    return mensen.buurt("hier")


@pytest.fixture
def lid(hier: Buurt) -> Gebruiker:
    return mensen.lid(hier)


@pytest.fixture
def schrijf(pagina: Praktijkvoorbeeld, hier: Buurt, lid: Gebruiker) -> Callable[..., Bijdrage]:
    """A question of `lid`, an answer when `vraag` is given."""

    def doe(
        tekst: str = "Wat deed u?", vraag: Bijdrage | None = None, door: Gebruiker | None = None, **anders: Any
    ) -> Bijdrage:
        soort = Bijdragesoort.ANTWOORD if vraag else anders.pop("soort", Bijdragesoort.VRAAG)
        kop = "Hoe begint u?" if soort == Bijdragesoort.VRAAG else ""
        vast = {"kop": kop, "buurt": hier} | anders
        return schrijven.schrijf(soort=soort, pagina=pagina, door=door or lid, tekst=tekst, vraag=vraag, **vast)

    return doe
