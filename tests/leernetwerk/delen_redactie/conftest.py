"""An example on its way to the podium: its writer, its editor, and what follows on a commit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kennisplatform.deelnemers.models import Gebruiker
from leernetwerk.delen.indienen import dien_in
from leernetwerk.delen.models import Inzending
from tests import mensen


@pytest.fixture
def eind() -> Gebruiker:
    return mensen.medewerker("eindredacteur")


@pytest.fixture
def na(django_capture_on_commit_callbacks: Any) -> Callable[..., Any]:
    """Do something, and what follows on its commit: mail, search."""

    def doe(wat: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        with django_capture_on_commit_callbacks(execute=True):
            return wat(*args, **kwargs)

    return doe


@pytest.fixture
def ingediend(concept: Inzending, schrijver: Gebruiker, na: Callable[..., Any]) -> Inzending:
    return na(dien_in, inzending=concept, door=schrijver, toestemming=True)
