"""What no form sends gets an answer, never a fault: each of these was one, found by `make stoten`."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from kennisplatform.basis.models import Begrip
from kennisplatform.cijfers.models import Indicator
from kennisplatform.preventie.models import Artikel
from kennisplatform.toegang.templatetags.deur import leesbaar
from menukaart.kiezen.models import Element
from tests import mensen
from tests.pagina import pagina

pytestmark = pytest.mark.django_db
GROOT = 2**63


def als(rol: str) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(mensen.medewerker(rol))
    return client


@pytest.mark.parametrize(
    ("adres", "vraag"),
    [
        ("/admin/interventies/results/", "q=vallen&kostenklasse=onbekend&voorbeeld=true"),
        ("/admin/interventies/", "q=vallen&bewijs_niveau=richtlijn&ordering=title"),
        ("/admin/zorgpaden/results/", "q=zorg&staat=landelijk&stand=gepubliceerd"),
        ("/admin/snippets/feiten/alarmzin/results/", "q=bel&niveau=meteen&groep=kind&nagekeken=nee"),
        ("/admin/documents/results/", "q=x&usage_count_min=0&usage_count_max=3"),
        ("/admin/images/results/", "q=x&usage_count_min=0&ordering=-created_at"),
        ("/admin/images/results/", "q=x&usage_count_min=-1e999&usage_count_max=1e999"),
    ],
)
def test_a_list_of_editors_takes_a_word_and_filters_together(adres: str, vraag: str) -> None:
    assert als("redacteur").get(f"{adres}?{vraag}").status_code == 200


def test_a_word_and_a_topic_find_what_has_both() -> None:
    client = als("redacteur")
    thema = Begrip.objects.get(soort="thema", code="zorgzame-buurt")
    alle = als("redacteur").get("/admin/interventies/results/?q=buurt").content.decode()
    vraag = f"/admin/interventies/results/?q=buurt&hoofdthema={thema.pk}"
    met = pagina(client.get(vraag)).teksten("td.title a")
    assert met and len(met) < len(pagina(alle).teksten("td.title a"))


@pytest.mark.parametrize(
    "q", ['"a b"@x.example', '"', '""', '"a" "b', "a* OR NOT", "100%s", "(", "'", "@", "^x -y", "woord " * 1400]
)
def test_the_search_of_the_admin_reads_whatever_is_typed(q: str) -> None:
    client = als("redacteur")
    for adres in ("/admin/snippets/cijfers/aanname/results/", "/admin/pages/search/", "/admin/documents/results/"):
        assert client.get(adres, {"q": q}).status_code == 200, adres


def test_running_text_that_is_no_text_of_the_editor_is_refused() -> None:
    adres = reverse("wagtailadmin_pages:add", args=["preventie", "artikel", Artikel.objects.first().get_parent().pk])
    antwoord = als("redacteur").post(adres, {"title": "x", "slug": "x", "samenvatting": "x", "antwoord": "geen json"})
    assert antwoord.status_code in {200, 400}


@pytest.mark.parametrize("waarde", [GROOT, "9" * 40])
@pytest.mark.parametrize("adres", ["/invullen/ingevuld/{}/", "/leernetwerk/delen/vervolg/{}/", "/terugmelding/{}/"])
def test_a_number_that_no_database_holds_is_no_page(adres: str, waarde: int | str) -> None:
    lid = Client(raise_request_exception=False)
    lid.force_login(mensen.lid(mensen.buurt("hier")))
    assert lid.get(adres.format(waarde)).status_code == 404


@pytest.mark.parametrize("waarde", ["x", "null", "Infinity", "a\x00b", str(GROOT)])
def test_a_choice_that_is_no_number_is_refused(waarde: str) -> None:
    velden = {"old_path": "/oud/", "redirect_page": waarde, "redirect_link": "", "site": "", "is_permanent": "on"}
    antwoord = als("beheerder").post("/admin/redirects/add/", velden)
    assert antwoord.status_code in {200, 400}


def test_an_old_address_that_is_none_is_told_at_the_field() -> None:
    velden = {"old_path": "http://[::1", "redirect_page": "", "redirect_link": "/preventie/", "site": ""}
    antwoord = als("beheerder").post("/admin/redirects/add/", velden)
    assert (
        antwoord.status_code == 200 and "Het oude adres is geen adres. Schrijf het zoals" in antwoord.content.decode()
    )


def test_a_copy_below_a_page_that_is_not_there_is_refused() -> None:
    pk = Artikel.objects.first().pk
    velden = {"new_title": "x", "new_slug": "x", "new_parent_page": "0"}
    assert als("eindredacteur").post(reverse("wagtailadmin_pages:copy", args=[pk]), velden).status_code == 400


def test_a_window_to_choose_from_makes_nothing_where_it_has_no_form() -> None:
    antwoord = als("beheerder").post(reverse("wagtailsnippetchoosers_cijfers_aanname:create"), {})
    assert antwoord.status_code == 302


@pytest.mark.parametrize("verder", ["true", "[[]]", "x"])
def test_an_address_to_go_on_to_that_is_none(verder: str) -> None:
    client = als("redacteur")
    bestand = SimpleUploadedFile("x.txt", b"Een tekst")
    client.post(reverse("wagtaildocs:add"), {"title": "Eerst", "file": bestand, "collection": 1})
    from wagtail.documents import get_document_model

    document = get_document_model().objects.get(title="Eerst")
    adres = reverse("wagtaildocs:edit", args=[document.pk])
    antwoord = client.post(adres, {"title": "Daarna", "collection": 1, "next": verder})
    assert antwoord.status_code == 400
    document.refresh_from_db()
    assert document.title == "Eerst"


def test_what_something_hangs_on_stays_and_the_reader_is_told() -> None:
    indicator = Indicator.objects.filter(cijfers__isnull=False).first()
    adres = reverse("wagtailsnippets_cijfers_indicator:delete", args=[indicator.pk])
    antwoord = als("beheerder").post(adres, follow=True)
    assert antwoord.status_code == 200 and "er hangt nog iets aan" in antwoord.content.decode()
    assert Indicator.objects.filter(pk=indicator.pk).exists()


@pytest.mark.parametrize("verder", ["http://[::1", "//[", "javascript:alert(1)"])
def test_the_door_of_the_house_takes_no_address_that_is_none(verder: str) -> None:
    client = Client(raise_request_exception=False)
    for naam in ("account_signup", "account_login"):
        assert client.get(reverse(naam), {"next": verder}).status_code == 200


@pytest.mark.parametrize(
    ("waarde", "staat_er"),
    [
        ("2027-01-15", "15 januari 2027"),
        ("2024-02-30", "2024-02-30"),
        ("2024-03-31T02:30", "2024-03-31T02:30"),
        ("2024-03-31T25:99 en dan", "2024-03-31T25:99 en dan"),
        ("0000-00-00", "0000-00-00"),
    ],
)
def test_what_somebody_typed_may_look_like_a_day(waarde: str, staat_er: Any) -> None:
    assert leesbaar(waarde) == staat_er


def stuur(rol: str, adres: str, velden: dict[str, Any]) -> int:
    return als(rol).post(adres, velden).status_code


def test_a_form_of_blocks_without_their_number_is_half_a_form() -> None:
    pk = Artikel.objects.filter(live=True).first().pk
    adres = reverse("wagtailadmin_pages:edit", args=[pk])
    velden = {"title": "x", "slug": "x", "bronnen-count": "veel"}
    assert stuur("redacteur", adres, velden) == 400
    assert stuur("redacteur", adres, velden | {"bronnen-count": "1"}) == 400


def test_a_row_whose_key_is_none_is_half_a_form() -> None:
    element = Element.objects.first()
    adres = reverse("wagtailsnippets_kiezen_element:edit", args=[element.pk])
    velden = als("eindredacteur").get(adres).context["form"]
    voor = next(iter(velden.formsets.values())).prefix
    gestuurd = {f"{voor}-TOTAL_FORMS": "1", f"{voor}-INITIAL_FORMS": "1", f"{voor}-0-id": "🧑", "naam": "x"}
    assert stuur("eindredacteur", adres, gestuurd) == 400


@pytest.mark.parametrize("adres", ["/admin/sites/new/", "/admin/groups/new/"])
def test_what_a_window_chose_may_be_no_key(adres: str) -> None:
    velden = {"hostname": "", "port": "x", "root_page": "\u202e", "name": "", "page_permissions-0-page": "\ufffe"}
    vakken = {f"page_permissions-{naam}": "1" for naam in ("TOTAL_FORMS", "INITIAL_FORMS")}
    assert stuur("beheerder", adres, velden | vakken) in {200, 302, 400}


def test_a_link_without_its_address_is_told_at_the_field() -> None:
    assert stuur("redacteur", "/admin/choose-external-link/", {"external-link-chooser-link_text": "x"}) == 200


def test_a_fault_of_ours_is_no_forged_form(monkeypatch: pytest.MonkeyPatch) -> None:
    """What used to be answered with 404 or 400 was any of these, ours as well."""

    def stuk(*args: Any, **kwargs: Any) -> None:
        raise Artikel.DoesNotExist

    monkeypatch.setattr("kennisplatform.redactie.startscherm.te_beslissen", stuk)
    assert als("redacteur").get("/admin/").status_code == 500
