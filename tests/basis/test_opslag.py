"""Names of files as telephones and people give them, on a disk that counts bytes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from kennisplatform.basis.opslag import LANGST, ingekort
from tests.basis.test_redactie import plaatje

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("naam", ["é" * 200 + ".jpg", "笑" * 240 + ".jpg", "a." + "x" * 240, "🏘️" * 60 + ".jpeg"])
def test_a_long_name_is_shortened_by_its_bytes(naam: str) -> None:
    kort = ingekort(f"images/{naam}")
    assert kort.startswith(f"images/{naam[0]}") and len(kort.removeprefix("images/").encode()) <= LANGST
    assert kort.endswith(naam.rpartition(".")[2]) or len(naam.rpartition(".")[2]) > LANGST // 2
    assert ingekort("images/gewoon.jpg") == "images/gewoon.jpg"


def test_a_picture_with_a_long_name_comes_in(als: Callable[[str], Client]) -> None:
    """'File name too long' was a server error."""
    velden = {"title": "Een foto", "files[]": SimpleUploadedFile("é" * 200 + ".png", plaatje(40, 30), "image/png")}
    gekregen = als("Redacteur").post("/admin/images/multiple/add/", velden, HTTP_X_REQUESTED_WITH="XMLHttpRequest")
    assert gekregen.status_code == 200 and gekregen.json()["success"]
