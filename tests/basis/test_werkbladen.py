"""Work sheets of content files: documents that open, that are found with their page, and that keep their address."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from wagtail.documents import get_document_model

from kennisplatform.basis.documenten import proces
from kennisplatform.basis.documenten.odt import SOORT, maak_odt
from kennisplatform.inhoudlader.werkbladen import documentvelden
from zorgpaden.models import Zorgpad

REGELS = ["Vul in.", "# Vooraf <geregeld>", "- Lijn & verband", "Nummer: ____"]


def test_a_sheet_is_an_opendocument_that_can_be_read() -> None:
    inhoud = maak_odt("Werkblad: wie doet wat", REGELS)
    with zipfile.ZipFile(io.BytesIO(inhoud)) as pak:
        eerste = pak.infolist()[0]
        assert (eerste.filename, eerste.compress_type, pak.read(eerste).decode()) == ("mimetype", 0, SOORT)
        assert pak.testzip() is None
    lezing = proces.lees(io.BytesIO(inhoud))
    assert lezing.reden == ""
    assert lezing.tekst.split("\n") == [
        "Werkblad: wie doet wat",
        "Vul in.",
        "Vooraf <geregeld>",
        "☐ Lijn & verband",
        "Nummer: ____",
    ]
    assert maak_odt("Werkblad: wie doet wat", REGELS) == inhoud, "the same lines are the same file"


@pytest.mark.django_db
def test_an_unchanged_sheet_is_kept_and_a_changed_one_keeps_its_number(tmp_path: Path, settings: Any) -> None:
    settings.MEDIA_ROOT = str(tmp_path)
    blad = {"titel": "Proefblad", "bron": "de proef", "inhoud": REGELS}
    (een,) = documentvelden({"werkblad": [blad]})["documenten"]
    pk = een["value"]["document"]
    document = get_document_model().objects.get(pk=pk)
    naam = document.file.name
    assert documentvelden({"werkblad": [blad]})["documenten"] == [een]
    document.refresh_from_db()
    assert document.file.name == naam
    anders = blad | {"inhoud": ["Vul uit."]}
    assert documentvelden({"werkblad": [anders]})["documenten"][0]["value"]["document"] == pk
    document.refresh_from_db()
    with document.file.open() as bestand:
        assert "Vul uit." in proces.lees(bestand).tekst
    assert documentvelden({}) == {}, "a file without sheets leaves an editor's documents alone"


@pytest.mark.django_db
def test_a_nurse_finds_what_stands_in_the_sheet_and_the_page_that_holds_it(client: Client) -> None:
    pagina = Zorgpad.objects.get(slug="infuus-antibiotica-thuis")
    document = pagina.documenten[0].value["document"]
    tekst = client.get("/zoeken/", {"q": "naaldencontainer retour"}).content.decode()
    assert document.url in tekst and pagina.get_url() in tekst and "Staat bij:" in tekst
    assert document.url in client.get(pagina.get_url()).content.decode()
    antwoord = client.get(document.url)
    assert "Content-Encoding" not in antwoord.headers
    assert antwoord.status_code == 200 and b"".join(antwoord.streaming_content)[:2] == b"PK"
