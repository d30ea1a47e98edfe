"""Facts by name: written once, filled in wherever they are shown, and told when nobody knows the name."""

from __future__ import annotations

import pytest
from django.template import Context, Template
from django.test import Client

from kennisplatform.basis import invullen
from kennisplatform.feiten.models import Feit
from kennisplatform.preventie.models import AlgemenePagina, Artikel
from kennisplatform.zoeken.models import Wachtrij

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index")]


def test_a_number_is_changed_once_and_everywhere(client: Client) -> None:
    feit = Feit.objects.get(naam="veilig-thuis")
    feit.waarde = "0800-9999"
    feit.save()
    artikel = client.get("/preventie/zorgen-om-puber/").content.decode()
    assert "0800-2000" not in artikel
    assert artikel.count('href="tel:0800-9999"') >= 3  # in a box, as help, in the footer
    assert 'href="tel:0800-9999"' in client.get("/zoeken/", {"q": "ik word geslagen"}).content.decode()
    assert client.get("/api/v1/zoeken", {"q": "ik word geslagen"}).json()["hulp"][:2] == ["112", "0800-9999"]


def test_a_number_to_call_in_need_is_there_even_when_its_record_is_not(client: Client) -> None:
    Feit.objects.all().delete()
    inhoud = client.get("/zoeken/", {"q": "ik wil dood"}).content.decode()
    assert 'href="tel:112"' in inhoud and 'href="tel:113"' in inhoud


def test_no_name_of_a_fact_reaches_a_reader(client: Client) -> None:
    for pagina in [*Artikel.objects.live(), AlgemenePagina.objects.get(slug="contact")]:
        inhoud = client.get(pagina.url).content.decode()
        assert "{feit:" not in inhoud and "{alarm:" not in inhoud, pagina.slug
        assert "{feit:" not in pagina.zoekdocument().tekst, pagina.slug


def test_showing_a_page_leaves_what_the_editor_typed(client: Client) -> None:
    client.get("/contact/")
    assert "{feit:113}" in str(list(AlgemenePagina.objects.get(slug="contact").inhoud.raw_data))


def test_a_name_that_nobody_knows_is_named_and_never_shown() -> None:
    assert invullen.onbekende("Bel {feit:112} of {feit:weg}, {zomaar:iets}.") == ["{feit:weg}"]
    assert invullen.vul("Bel {feit:weg} of {zomaar:iets}.") == "Bel … of {zomaar:iets}."


def test_running_text_can_name_a_sentence_with_its_urgency() -> None:
    assert invullen.vul("{alarm:beroerte}").endswith("onduidelijk praten: bel 112")
    assert "bel meteen, ook ’s nachts (uw verloskundige)" in invullen.vul("{alarm:koorts/zwanger}")


def test_numbers_in_a_text_can_be_called_and_the_rest_is_text() -> None:
    sjabloon = Template("{% load feiten %}{{ wie|bellen }}")
    assert sjabloon.render(Context({"wie": "<b>113, of 0800-2000"})) == (
        '&lt;b&gt;<a href="tel:113"><bdi>113</bdi></a>, of <a href="tel:0800-2000"><bdi>0800-2000</bdi></a>'
    )


def test_pages_that_name_a_changed_fact_are_taken_up_by_the_search() -> None:
    Wachtrij.objects.all().delete()
    feit = Feit.objects.get(naam="geldfit")
    feit.omschrijving = "Anders."
    feit.save()
    assert f"pagina:{Artikel.objects.get(slug='geldzorgen').pk}" in set(
        Wachtrij.objects.values_list("sleutel", flat=True)
    )
