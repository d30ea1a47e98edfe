"""What editors need not do or guess: doors of their role, names of copies and pictures, whom to ask about a lock."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from kennisplatform.basis.afbeeldingformulier import titel_van
from kennisplatform.basis.models import Afbeelding
from tests import mensen
from tests.basis.test_redactie import plaatje
from tests.pagina import pagina

pytestmark = pytest.mark.django_db


def test_the_admin_wears_the_houses_own_mark(als: Callable[[str], Client]) -> None:
    beeld = pagina(als("Redacteur").get("/admin/"))
    merk: Any = beeld.een("template[data-wagtail-sidebar-branding-logo]").find("img")  # a selector looks in no template
    assert merk["alt"] == "De buurt als ecosysteem" and merk["src"] == beeld.een("link[rel~=icon]")["href"]
    assert Client().get(str(merk["src"])).headers["Content-Type"] == "image/svg+xml"


def test_no_way_out_to_a_guide_in_english(als: Callable[[str], Client]) -> None:
    beeld = als("Redacteur").get("/admin/").content.decode()
    assert "wagtail.org" not in beeld and "editor guide" not in beeld.lower()


@pytest.mark.parametrize(
    ("rol", "deuren"),
    [
        (
            "transitieteam",
            ("register_selectie", "programma", "tarieven", "onderzoek", "wagtailadmin_home"),
        ),
        ("redacteur", ("wagtailadmin_home",)),
    ],
)
def test_the_workspace_has_the_doors_of_a_role(rol: str, deuren: tuple[str, ...]) -> None:
    client = Client()
    client.force_login(mensen.medewerker(rol))
    wegen = pagina(client.get("/werkplek/")).waarden("main a", "href")
    for naam in deuren:
        assert reverse(naam) in wegen and client.get(reverse(naam)).status_code == 200, naam


def test_under_a_chosen_record_stands_a_way_to_change_it_for_who_may(als: Callable[[str], Client]) -> None:
    stuk = Page.objects.get(slug="ik-voel-me-somber", locale__language_code="nl")
    for rol, mag in (("Redacteur", False), ("Eindredacteur", True)):
        antwoord = als(rol).get(f"/admin/pages/{stuk.pk}/edit/")
        assert ("/admin/snippets/feiten/alarmzin/edit/" in antwoord.content.decode()) == mag


@pytest.mark.usefixtures("eigen_index")
def test_a_copy_proposes_an_address_that_is_free(als: Callable[[str], Client]) -> None:
    client, stuk = als("Eindredacteur"), Page.objects.get(slug="coach2move")
    adres = f"/admin/pages/{stuk.pk}/copy/"
    velden: dict[str, Any] = pagina(client.get(adres)).velden("form:has([name=new_slug])")
    assert velden["new_slug"] == "coach2move-1"
    assert client.post(adres, velden | {"new_title": "Ander"}).status_code == 302
    assert Page.objects.get(slug="coach2move-1").title == "Ander"


@pytest.mark.parametrize("slug", ["coach2move", "menukaart", "vallen"])
def test_a_copy_with_too_long_a_name_is_told_so(als: Callable[[str], Client], slug: str) -> None:
    """Wagtail asks for no length there, of whatever kind of page, and fails while it makes the copy."""
    client, stuk = als("Eindredacteur"), Page.objects.filter(slug=slug, locale__language_code="nl")[0]
    adres = f"/admin/pages/{stuk.pk}/copy/"
    velden: dict[str, Any] = pagina(client.get(adres)).velden("form:has([name=new_slug])")
    for veld in ("new_title", "new_slug"):
        antwoord = client.post(adres, velden | {veld: "a" * 300})
        assert antwoord.status_code == 200 and "niet meer dan 255 tekens" in pagina(antwoord).tekst("body"), veld


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
