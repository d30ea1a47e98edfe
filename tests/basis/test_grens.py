"""A body that no form of ours sends is answered in words, and never kept."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from kennisplatform.basis import middleware


@pytest.mark.django_db
@pytest.mark.parametrize("adres", ["/leernetwerk/delen/nieuw/", "/werkplek/", "/zoeken/gekozen"])
def test_too_large_is_told_before_anything_is_kept(adres: str, monkeypatch: Any, settings: Any, tmp_path: Any) -> None:
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    monkeypatch.setattr(middleware, "MAX_FORMULIER", 3 * middleware.MB)
    groot = SimpleUploadedFile("film.mp4", b"0" * (4 * middleware.MB))
    antwoord = Client(enforce_csrf_checks=True).post(adres, {"document": groot})
    assert antwoord.status_code == 413 and "hoogstens 12 MB" in antwoord.content.decode()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.django_db
def test_a_nonsense_length_does_nothing() -> None:
    for lengte in ("", "-5", "veel", "٣"):
        assert Client().get("/", CONTENT_LENGTH=lengte).status_code == 200
