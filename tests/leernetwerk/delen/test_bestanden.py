"""Photos and documents with an example: stripped, refused with a reason, and of the network alone."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from kennisplatform.basis.documenten.keuren import Ongeschikt
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from leernetwerk.delen import bestanden
from leernetwerk.delen.models import Inzending
from tests import mensen
from tests.leernetwerk.hulp import client, foto, stap

pytestmark = pytest.mark.django_db


def stuur(wie: Gebruiker, inzending: Inzending, **velden: Any) -> Any:
    return client(wie).post(stap(inzending, "beeld"), velden)


def test_a_photo_loses_place_and_time_and_gets_smaller(schrijver: Gebruiker, concept: Inzending) -> None:
    bestand = SimpleUploadedFile("IMG_Jansen.jpg", foto(3000, 2000, exif=True))
    stuur(schrijver, concept, wat="foto", foto=bestand, alt="Een rode deur", herkenbaar="on")
    beeld = concept.beelden.get()
    with beeld.bestand.open() as bestand:
        inhoud = bestand.read()
    assert (
        (beeld.breed, beeld.hoog) == (1600, 1067)
        and b"Jansen" not in inhoud
        and not Image.open(io.BytesIO(inhoud)).getexif()
    )
    assert "Jansen" not in beeld.bestand.name


def test_without_description_or_consent_a_photo_does_not_get_in(schrijver: Gebruiker, concept: Inzending) -> None:
    antwoord = stuur(schrijver, concept, wat="foto", foto=SimpleUploadedFile("a.jpg", foto()))
    assert {"alt", "herkenbaar"} <= set(antwoord.context["foto"].errors) and not concept.beelden.exists()


def bom() -> bytes:
    """A PNG that says it is 30,000 by 30,000 and holds next to nothing."""
    beeld, uit = Image.new("1", (30_000, 30_000)), io.BytesIO()
    beeld.save(uit, "PNG")
    return uit.getvalue()


@pytest.mark.parametrize(
    "inhoud", [b"", b"<svg onload=alert(1)>", foto()[:90], bom()], ids=["leeg", "svg", "stuk", "bom"]
)
def test_what_is_no_photo_is_told_at_the_field(schrijver: Gebruiker, concept: Inzending, inhoud: bytes) -> None:
    antwoord = stuur(schrijver, concept, wat="foto", foto=SimpleUploadedFile("a.jpg", inhoud), alt="x", herkenbaar="on")
    assert antwoord.status_code == 200 and antwoord.context["foto"].errors["foto"] and not concept.beelden.exists()


def docx(*namen: str) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as pak:
        for naam in ("[Content_Types].xml", "word/document.xml", *namen):
            pak.writestr(naam, "<x/>")
    return uit.getvalue()


def test_a_document_with_a_macro_is_refused(schrijver: Gebruiker, concept: Inzending) -> None:
    bestand = SimpleUploadedFile("brief.docx", docx("word/vbaProject.bin"))
    antwoord = stuur(schrijver, concept, wat="document", document=bestand, naam="Brief")
    assert "programma (macro)" in str(antwoord.context["document"].errors["document"]) and not concept.bijlagen.exists()


def test_a_document_goes_along_as_attachment_and_never_as_page(schrijver: Gebruiker, concept: Inzending) -> None:
    stuur(schrijver, concept, wat="document", document=SimpleUploadedFile("x.html", docx()), naam="Brief <b>")
    bijlage = concept.bijlagen.get()
    antwoord = client(schrijver).get(reverse("inzending_bijlage", args=[bijlage.pk]))
    assert (
        antwoord["Content-Disposition"] == 'attachment; filename="brief-b.docx"'
        and "html" not in antwoord["Content-Type"]
    )
    assert antwoord.getvalue().startswith(b"PK")


@pytest.mark.parametrize("wie", ["anoniem", "vreemde", "lid-elders", "oud-lid", "onderzoeker", "beheerder"])
def test_files_of_a_draft_are_the_networks(wie: str, hier: Buurt, schrijver: Gebruiker, concept: Inzending) -> None:
    beeld = bestanden.voeg_beeld_toe(inzending=concept, bestand=SimpleUploadedFile("a.jpg", foto()), alt="x")
    persoon = mensen.iedereen(hier, mensen.buurt("daar"))[wie]
    ander = Client() if wie == "anoniem" else client(persoon)
    assert ander.get(reverse("inzending_foto", args=[beeld.pk])).status_code in {403, 404}


def test_after_six_photos_it_is_enough(schrijver: Gebruiker, concept: Inzending) -> None:
    for _keer in range(6):
        bestanden.voeg_beeld_toe(inzending=concept, bestand=SimpleUploadedFile("a.jpg", foto()), alt="x")
    with pytest.raises(Ongeschikt):
        bestanden.voeg_beeld_toe(inzending=concept, bestand=SimpleUploadedFile("a.jpg", foto()), alt="x")


def test_throwing_away_takes_the_files_along(
    schrijver: Gebruiker, concept: Inzending, django_capture_on_commit_callbacks: Any
) -> None:
    beeld = bestanden.voeg_beeld_toe(inzending=concept, bestand=SimpleUploadedFile("a.jpg", foto()), alt="x")
    opslag, naam = beeld.bestand.storage, beeld.bestand.name
    assert opslag.exists(naam)
    with django_capture_on_commit_callbacks(execute=True):
        client(schrijver).post(reverse("inzending_intrekken", args=[concept.sleutel]))
    assert not Inzending.objects.filter(pk=concept.pk).exists() and not opslag.exists(naam)
