"""A document is found only while a public page has it, whatever happens to that page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from kennisplatform.basis.documenten.zoekbron import zoekdocument
from kennisplatform.basis.models import Bestand
from kennisplatform.preventie.models import Artikel
from kennisplatform.zoeken.antwoord.vraag import Vraag
from kennisplatform.zoeken.motor import motor
from menukaart.models import Interventie
from tests.basis.documenten.hulp import (
    MERK,
    artikel,
    besloten_collectie,
    gevonden,
    in_besloten_collectie,
    zet_op,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index", "eigen_media")]


def test_a_document_that_stands_nowhere(document: Bestand, client: Client) -> None:
    assert gevonden() == []
    call_command("herindex", verbosity=0)
    assert gevonden() == []
    antwoord = client.get(document.url)
    assert antwoord.status_code == 200
    antwoord.close()


def test_on_a_draft(document: Bestand, vast: Callable) -> None:
    pagina = artikel()
    with vast():
        pagina.documenten = [("document", {"document": document, "naam": ""})]
        pagina.save_revision()
    assert gevonden() == []
    with vast():
        pagina.get_latest_revision().publish()
    assert gevonden() == [f"bestand:{document.pk}"]


def onpubliceer() -> None:
    artikel().unpublish()


def verwijder_pagina() -> None:
    artikel().delete()


def haal_van_de_pagina() -> None:
    zet_op(artikel())


def beperk_pagina() -> None:
    PageViewRestriction.objects.create(page=Page.objects.get(pk=artikel().pk), restriction_type="login")


def beperk_tak() -> None:
    PageViewRestriction.objects.create(page=Page.objects.get(pk=artikel().get_parent().pk), restriction_type="login")


def verplaats_onder_beperking() -> None:
    besloten = Page.objects.get(slug="menukaart", locale__language_code="nl")
    PageViewRestriction.objects.create(page=besloten, restriction_type="login")
    Page.objects.get(pk=artikel().pk).move(besloten, pos="last-child")


def verwijder_document() -> None:
    Bestand.objects.get(title="Folder meedoen").delete()


def beperk_collectie() -> None:
    CollectionViewRestriction.objects.create(collection=Collection.get_first_root_node(), restriction_type="login")


def verlopen() -> None:
    pagina = artikel()
    pagina.expire_at = timezone.now() - dt.timedelta(minutes=1)
    pagina.save()


@pytest.mark.parametrize(
    "verberg",
    [
        onpubliceer,
        verwijder_pagina,
        haal_van_de_pagina,
        beperk_pagina,
        beperk_tak,
        verplaats_onder_beperking,
        verwijder_document,
        beperk_collectie,
        in_besloten_collectie,
        verlopen,
    ],
)
def test_what_befalls_the_page_befalls_the_document(
    sleutel: str, vast: Callable, client: Client, verberg: Callable[[], None]
) -> None:
    with vast():
        verberg()
    assert gevonden() == []
    vindplaatsen = client.get(f"/zoeken/?q={MERK}&letterlijk=1").context["blad"].getoond
    assert not [v for v in vindplaatsen if v.document]
    call_command("herindex", verbosity=0)
    assert gevonden() == []


def test_open_again_is_found_again(sleutel: str, vast: Callable) -> None:
    grenzen = [
        PageViewRestriction.objects.create(page=Page.objects.get(pk=artikel().pk), restriction_type="login"),
        CollectionViewRestriction.objects.create(collection=Collection.get_first_root_node(), restriction_type="login"),
    ]
    for grens in grenzen:
        with vast():
            grens.delete()
    assert gevonden() == [sleutel]


def test_as_long_as_another_public_page_has_it(sleutel: str, document: Bestand, vast: Callable, client: Client) -> None:
    ander = Interventie.objects.live().first()
    with vast():
        zet_op(ander, document)
        onpubliceer()
    assert gevonden() == [sleutel]
    plaats = client.get(f"/zoeken/?q={MERK}").context["blad"].getoond[0]
    assert plaats.document.bij.titel == ander.title


def test_with_the_clock_of_the_page(sleutel: str, document: Bestand, vast: Callable) -> None:
    """A page that ends by the clock takes the document along then, unless another page keeps it."""
    pagina, straks = artikel(), timezone.now() + dt.timedelta(days=1)
    with vast():
        pagina.expire_at = straks
        pagina.save_revision().publish()
    assert zoekdocument(document).verloopt == int(straks.timestamp())
    with vast():
        zet_op(Interventie.objects.live().first(), document)
    assert zoekdocument(document).verloopt == 0


def test_what_the_index_does_not_know_yet_is_not_shown(sleutel: str, client: Client) -> None:
    """The restriction is there, the outbox waits: the page of results asks again."""
    Artikel.objects.filter(slug="bang-om-te-vallen").update(live=False)
    assert gevonden() == [sleutel]
    assert client.get(f"/zoeken/?q={MERK}").context["blad"].getoond == []


def test_another_title_or_name_of_the_page(sleutel: str, document: Bestand, vast: Callable) -> None:
    with vast():
        document.title = "Nieuwe naam"
        document.save()
    assert motor().zoek(Vraag(tekst=MERK)).treffers[0].titel == "Nieuwe naam"
    pagina = artikel()
    with vast():
        pagina.title = "Sterke benen"
        pagina.save_revision().publish()
    assert "Sterke" in motor().zoek(Vraag(tekst="sterke benen", soorten=("document",))).treffers[0].fragment


def test_in_the_admin_into_a_closed_collection(
    sleutel: str, document: Bestand, vast: Callable, admin_client: Client
) -> None:
    besloten = besloten_collectie()
    with vast():
        admin_client.post(f"/admin/bulk/basis/bestand/add_to_collection/?id={document.pk}", {"collection": besloten.pk})
    document.refresh_from_db()
    assert document.collection_id == besloten.pk and gevonden() == []


def test_a_collection_moves_below_a_closed_one(
    sleutel: str, document: Bestand, vast: Callable, admin_client: Client
) -> None:
    eigen = Collection.get_first_root_node().add_child(name="Folders")
    with vast():
        document.collection = eigen
        document.save()
    assert gevonden() == [sleutel]
    with vast():
        antwoord = admin_client.post(
            f"/admin/collections/{eigen.pk}/", {"name": "Folders", "parent": besloten_collectie().pk}
        )
    assert antwoord.status_code == 302 and gevonden() == []
