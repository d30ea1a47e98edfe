"""Screens of the desk cost the same with more rows, and small help that saves a mistake."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page

from kennisplatform.basis.afbeeldingformulier import titel_van
from kennisplatform.basis.models import Afbeelding, KennisPagina
from menukaart.models import Interventie, MenukaartPagina
from tests import mensen
from tests.basis.test_redactie import plaatje
from tests.pagina import pagina

pytestmark = pytest.mark.django_db
HOOGSTENS = 25
FORMULIER = 45  # Wagtail's own form of a page asks 40
LIJSTEN = (
    "/admin/interventies/",
    "/admin/artikelen/",
    "/admin/zorgpaden/",
    "/admin/praktijkvoorbeelden/",
    "/admin/snippets/basis/begrip/",
    "/admin/snippets/feiten/alarmzin/",
    "/admin/snippets/feiten/feit/",
    "/admin/reports/aging-pages/",
    "kiezer",
)


def vragen(client: Client, adres: str) -> int:
    client.get(adres)  # what is kept in the process
    with CaptureQueriesContext(connection) as gesteld:
        assert client.get(adres).status_code == 200
    return len(gesteld)


@pytest.mark.parametrize("lijst", LIJSTEN)
def test_a_list_asks_little(als: Callable[[str], Client], lijst: str) -> None:
    adres = f"/admin/choose-page/{MenukaartPagina.objects.get().pk}/" if lijst == "kiezer" else lijst
    assert vragen(als("Eindredacteur"), adres) <= HOOGSTENS


def test_the_start_page_asks_as_little_for_much_as_for_nothing(als: Callable[[str], Client]) -> None:
    """Pages that wait for a decision, that I handed in, that I changed: several kinds of them."""
    client = als("Eindredacteur")
    eerst = vragen(client, "/admin/")
    door = mensen.medewerker("redacteur")
    stukken = [p.specific for p in Page.objects.filter(live=True, locale__language_code="nl", depth=4)[:40:4]]
    stukken = [p for p in stukken if isinstance(p, KennisPagina)]
    for stuk in stukken:
        stuk.owner = door
        versie = stuk.save_revision(user=door)
        stuk.get_workflow().start(stuk, door)
        log(instance=stuk, action="wagtail.edit", user=door, revision=versie)
    assert len(stukken) > 5
    assert eerst <= HOOGSTENS and vragen(client, "/admin/") <= HOOGSTENS
    beeld = pagina(client.get("/admin/"))
    assert {p.title for p in stukken} <= set(beeld.teksten("td.title a"))
    zelf = Client()
    zelf.force_login(door)
    assert vragen(zelf, "/admin/") <= HOOGSTENS


def test_the_form_asks_no_more_for_more_related_pages(als: Callable[[str], Client]) -> None:
    client, stuk = als("Eindredacteur"), Interventie.objects.get(slug="coach2move")
    adres = f"/admin/pages/{stuk.pk}/edit/"
    anderen = Page.objects.filter(live=True, depth=4).exclude(pk=stuk.pk).order_by("pk")
    tellingen = []
    for hoeveel in (1, 12):
        stuk.gerelateerd = [{"type": "pagina", "value": een.pk} for een in anderen[:hoeveel]]
        stuk.save_revision().publish()
        tellingen.append(vragen(client, adres))
    assert tellingen[0] == tellingen[1] <= FORMULIER


def test_a_search_asks_the_same_for_one_kind_of_page_and_for_ten(als: Callable[[str], Client]) -> None:
    client = als("Eindredacteur")
    assert vragen(client, "/admin/pages/search/?q=vallen") <= HOOGSTENS
    gevonden = client.get("/admin/pages/search/?q=vallen").context["object_list"]
    assert len({type(een) for een in gevonden}) > 3


def test_the_form_asks_no_more_for_more_keywords(als: Callable[[str], Client]) -> None:
    client, stuk = als("Eindredacteur"), Interventie.objects.get(slug="coach2move")
    adres = f"/admin/pages/{stuk.pk}/edit/"
    eerst = vragen(client, adres)
    stuk.trefwoorden.add(*(f"woord{n}" for n in range(12)))
    stuk.save_revision().publish()
    assert vragen(client, adres) <= eerst + 1


@pytest.mark.usefixtures("eigen_index")
def test_a_copy_proposes_an_address_that_is_free(als: Callable[[str], Client]) -> None:
    client, stuk = als("Eindredacteur"), Page.objects.get(slug="coach2move")
    adres = f"/admin/pages/{stuk.pk}/copy/"
    velden: dict[str, Any] = pagina(client.get(adres)).velden("form:has([name=new_slug])")
    assert velden["new_slug"] == "coach2move-1"
    assert client.post(adres, velden | {"new_title": "Ander"}).status_code == 302
    assert Page.objects.get(slug="coach2move-1").title == "Ander"


@pytest.mark.parametrize(
    ("naam", "titel"),
    [
        ("bank-in-het-park.jpg", "Bank in het park"),
        ("20240512_bank.jpg", "Bank"),
        ("IMG_2024.jpg", "2024"),
        ("ont-moeten.v2.png", "Ont moeten v2"),
    ],
)
def test_a_picture_is_named_after_its_file(naam: str, titel: str) -> None:
    assert titel_van(naam) == titel


def test_a_picture_without_a_title_gets_one(als: Callable[[str], Client]) -> None:
    velden = {"title": "", "collection": "1", "alternatieve_tekst": "Een bank", "licentie": "eigen", "maker": ""}
    bestand = SimpleUploadedFile("bank_in_het_park.png", plaatje(40, 30), "image/png")
    als("Redacteur").post("/admin/images/add/", velden | {"file": bestand})
    assert Afbeelding.objects.filter(title="Bank in het park").exists()


def test_a_page_that_somebody_locked_says_whom_to_ask(als: Callable[[str], Client]) -> None:
    stuk, chef = Page.objects.get(slug="coach2move"), mensen.medewerker("eindredacteur")
    Page.objects.filter(pk=stuk.pk).update(locked=True, locked_by=chef, locked_at=timezone.now())
    adres, zin = f"/admin/pages/{stuk.pk}/edit/", f"Vraag {chef} of de eindredactie om haar vrij te geven"
    assert zin in als("Redacteur").get(adres).content.decode()
    zelf = Client()
    zelf.force_login(chef)
    assert zin not in zelf.get(adres).content.decode()
