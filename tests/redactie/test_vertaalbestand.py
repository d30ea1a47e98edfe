"""A file of translations goes out and comes back; what is none is told, and a form without its field is no fault of ours."""

# ruff: noqa: F401, F811  # fixtures that two files share are imported, and named again where a test asks for them

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation

from tests import giftig
from tests.redactie.vertaalhulp import bron, chef, vertaling

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index")]


@pytest.mark.parametrize(
    ("naam", "inhoud", "zin"),
    [
        ("leeg.po", b"", "Dit bestand is leeg."),
        ("x.po", giftig.HTML, "Dit is een webpagina (HTML), geen vertaalbestand (.po)."),
        ("x.po", b'msgid ""\nmsgstr ""\n', "Dit is geen vertaalbestand (.po) van hier."),
        ("x.po", b"geen vertaling", "Dit is geen vertaalbestand (.po) van hier."),
        ("x.po", b'msgid ""\nmsgstr "Content-Type: text/plain; charset=niets\\n"\n\xff', "Dit is geen vertaalbestand"),
        ("", b"", "Kies een bestand."),
    ],
)
def test_what_is_no_file_of_translations_is_told(
    chef: Client, vertaling: Page, naam: str, inhoud: bytes, zin: str
) -> None:
    pk = Translation.objects.order_by("pk").last().pk
    velden = {"file": SimpleUploadedFile(naam, inhoud)} if naam else {}
    antwoord = chef.post(f"/admin/localize/translate/{pk}/pofile/upload/", velden, follow=True)
    assert antwoord.status_code == 200 and zin in antwoord.content.decode()


def test_a_file_of_translations_comes_back(chef: Client, vertaling: Page) -> None:
    pk = Translation.objects.get(target_locale=vertaling.locale, source__object_id=vertaling.translation_key).pk
    bestand = chef.get(f"/admin/localize/translate/{pk}/pofile/download/").content
    regels = bestand.decode().replace('msgstr ""\n\n', 'msgstr "Afraid of falling"\n\n', 2)
    antwoord = chef.post(
        f"/admin/localize/translate/{pk}/pofile/upload/",
        {"file": SimpleUploadedFile("x.po", regels.encode())},
        follow=True,
    )
    assert antwoord.status_code == 200
    assert StringTranslation.objects.filter(data="Afraid of falling").exists()


@pytest.mark.parametrize("adres", ["/admin/documents/multiple/add/", "/admin/images/multiple/add/"])
def test_a_form_of_the_library_without_its_field_is_no_fault_of_the_site(chef: Client, adres: str) -> None:
    antwoord = chef.post(adres, {"anders": SimpleUploadedFile("x.txt", b"x")})
    assert antwoord.status_code == 400 and "Dit adres klopt niet" in antwoord.content.decode()
