from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile

from kennisplatform.basis.models import Bestand
from tests.basis import bestanden as maak
from tests.basis.documenten.hulp import TEKST, artikel, gevonden, zet_op


@pytest.fixture
def eigen_media(tmp_path: Path, settings: Any, db: None) -> None:
    """A folder of its own, and no documents but those of the test: the sheets of the content are not there."""
    settings.MEDIA_ROOT = str(tmp_path / "media")
    Bestand.objects.all().delete()


@pytest.fixture
def vast(django_capture_on_commit_callbacks: Any) -> Callable[[], Any]:
    """`with vast():` what is done inside is committed after it."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def document(vast: Callable) -> Bestand:
    with vast():
        return Bestand.objects.create(title="Folder meedoen", file=ContentFile(maak.pdf(TEKST), "folder.pdf"))


@pytest.fixture
def sleutel(document: Bestand, vast: Callable) -> str:
    """Of a document that is found: it is on a published article."""
    with vast():
        zet_op(artikel(), document)
    assert gevonden() == [f"bestand:{document.pk}"]
    return f"bestand:{document.pk}"
