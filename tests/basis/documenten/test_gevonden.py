"""A document is found with the page that holds it, served as an attachment, and shown to its editor."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Collection

from kennisplatform.basis.models import Bestand
from kennisplatform.preventie.models import AlgemenePagina
from kennisplatform.zoeken.models import Wachtrij
from menukaart.models import Interventie
from tests.basis import bestanden as maak
from tests.basis.documenten.hulp import (
    MERK,
    TEKST,
    artikel,
    gevonden,
    in_besloten_collectie,
    zet_op,
)
from tests.pagina import pagina as blad

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index", "eigen_media")]


def test_a_hit_leads_to_the_file_and_the_page(sleutel: str, document: Bestand, client: Client) -> None:
    resultaten = blad(client.get(f"/zoeken/?q={MERK}"))
    assert {document.url, "/preventie/bang-om-te-vallen/"} <= set(resultaten.waarden("main a", "href"))
    assert any("Document (PDF, 1 kB)" in regel for regel in resultaten.teksten(".treffers li p"))
    assert MERK in resultaten.teksten(".treffers mark")
    assert client.get(f"/zoeken/?q={MERK}&soort=document").context["antwoord"].totaal == 1
    pagina = client.get("/preventie/bang-om-te-vallen/").content.decode()
    assert "Documenten om te downloaden" in pagina and "(PDF, 1 kB)" in pagina


def test_found_by_title_the_page_stands_there_once(sleutel: str, client: Client) -> None:
    treffers = client.get("/zoeken/?q=folder+meedoen&soort=document").content.decode().split('class="treffers"')[1]
    assert treffers.count("Staat bij:") == 1


def test_the_theme_of_the_page(sleutel: str, client: Client) -> None:
    thema = artikel().thema
    plaats = client.get(f"/zoeken/?q={MERK}&thema={thema.code}").context["blad"].getoond[0]
    assert plaats.thema.code == thema.code and plaats.treffer.taal == "nl"


@pytest.mark.parametrize("model", [Interventie, AlgemenePagina])
def test_also_on_other_kinds(model: Any, document: Bestand, vast: Callable, client: Client) -> None:
    pagina = model.objects.live().first()
    with vast():
        zet_op(pagina, document)
    assert gevonden() == [f"bestand:{document.pk}"]
    assert document.url in client.get(pagina.url).content.decode()


def test_a_link_in_the_text_counts_too(document: Bestand, vast: Callable) -> None:
    pagina = artikel()
    with vast():
        link = f'<p>Zie de <a linktype="document" id="{document.pk}">folder</a>.</p>'
        pagina.inhoud = [("tekst", {"kop": "Meer", "tekst": link})]
        pagina.save_revision().publish()
    assert gevonden() == [f"bestand:{document.pk}"]


def test_as_an_attachment_and_not_to_be_guessed(document: Bestand, client: Client, vast: Callable) -> None:
    antwoord = client.get(document.url)
    assert antwoord["Content-Disposition"].startswith("attachment")
    assert antwoord["X-Content-Type-Options"] == "nosniff"
    assert antwoord["Content-Security-Policy"] and b"".join(antwoord.streaming_content) == maak.pdf(TEKST)
    assert client.get(f"/media/{document.file.name}").status_code == 404
    with vast():
        in_besloten_collectie()
    dicht = client.get(document.url)
    assert dicht.status_code == 302 and "login" in dicht["Location"]


def test_the_editor_uploads_and_reads_what_came_of_it(als: Callable[[str], Client], vast: Callable) -> None:
    client = als("Redacteur")
    bestand = BytesIO(maak.odt("<text:p>Samen eten in de buurt</text:p>"))
    bestand.name = "samen.odt"
    velden = {"title": "Samen eten", "collection": Collection.get_first_root_node().pk, "tags": "", "bron": ""}
    with vast():
        antwoord = client.post("/admin/documents/add/", velden | {"file": bestand})
    assert antwoord.status_code == 302
    nieuw = Bestand.objects.get(title="Samen eten")
    assert "gelezen en te vinden" in client.get(f"/admin/documents/edit/{nieuw.pk}/").content.decode()
    assert not Wachtrij.objects.filter(sleutel=f"bestand:{nieuw.pk}").exists()
