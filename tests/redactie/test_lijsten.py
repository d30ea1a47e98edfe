"""Screens of the desk cost the same with more rows, and small help that saves a mistake."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from taggit.models import Tag
from wagtail.log_actions import log
from wagtail.models import Locale, Page, get_page_models

from kennisplatform.basis.afbeeldingformulier import titel_van
from kennisplatform.basis.models import Afbeelding, KennisPagina
from leernetwerk.models import Praktijkvoorbeeld, Toepassing
from menukaart.models import Interventie, MenukaartPagina
from tests import mensen
from tests.basis.test_redactie import plaatje
from tests.pagina import pagina
from tests.vastleggen import leg_vast

pytestmark = pytest.mark.django_db
HOOGSTENS = 25
LIJSTEN = (
    "/admin/interventies/",
    "/admin/artikelen/",
    "/admin/zorgpaden/",
    "/admin/praktijkvoorbeelden/",
    "/admin/snippets/basis/begrip/",
    "/admin/snippets/feiten/alarmzin/",
    "/admin/snippets/feiten/feit/",
    "/admin/reports/aging-pages/",
    "/admin/reports/site-history/",
    "/admin/reports/page-types-usage/",
    "kiezer",
    "nieuw",
    "boom",
)


def vragen(client: Client, adres: str) -> int:
    leg_vast()
    client.get(adres)  # what is kept: the languages, the site, the terms
    with CaptureQueriesContext(connection) as gesteld:
        assert client.get(adres).status_code == 200
    return len(gesteld)


@pytest.mark.parametrize("lijst", LIJSTEN)
def test_a_list_asks_little(als: Callable[[str], Client], lijst: str) -> None:
    ouder = MenukaartPagina.objects.get().pk
    bij_ouder = {
        "kiezer": f"/admin/choose-page/{ouder}/",
        "nieuw": f"/admin/pages/add/menukaart/interventie/{ouder}/",
        "boom": f"/admin/pages/{ouder}/",
    }
    assert vragen(als("Eindredacteur"), bij_ouder.get(lijst, lijst)) <= HOOGSTENS


def test_the_form_of_every_kind_of_page_asks_little(als: Callable[[str], Client]) -> None:
    client, uit = als("Eindredacteur"), {}
    for model in get_page_models():
        stuk = model.objects.filter(live=True, locale__language_code="nl", depth__gt=1).order_by("pk").first()
        if stuk is not None and stuk.specific_class is model:
            uit[model.__name__] = vragen(client, f"/admin/pages/{stuk.pk}/edit/")
    assert len(uit) > 15
    assert {naam: n for naam, n in uit.items() if n > HOOGSTENS} == {}


def test_the_form_asks_no_more_for_more_translations(als: Callable[[str], Client]) -> None:
    client, stuk = als("Eindredacteur"), Interventie.objects.get(slug="coach2move")
    tellingen = []
    for talen in (["en"], ["ar", "pl", "tr", "uk"]):
        for taal in talen:
            stuk.copy_for_translation(Locale.objects.get(language_code=taal), copy_parents=True)
        tellingen.append(vragen(client, f"/admin/pages/{stuk.pk}/edit/"))
        tellingen.append(vragen(client, f"/admin/pages/{stuk.get_parent().pk}/"))
    assert tellingen[:2] == tellingen[2:] and max(tellingen) <= HOOGSTENS, tellingen


def test_a_draft_asks_no_more_for_more_keywords_and_a_gone_one_is_left_out(als: Callable[[str], Client]) -> None:
    """A draft is read from its version, which names what may be gone by now."""
    client, stuk = als("Eindredacteur"), Interventie.objects.get(slug="coach2move")
    adres, tellingen = f"/admin/pages/{stuk.pk}/edit/", []
    for hoeveel in (1, 12):
        stuk.trefwoorden.set([f"woord{n}" for n in range(hoeveel)])
        stuk.save_revision()
        tellingen.append(vragen(client, adres))
    assert tellingen[0] == tellingen[1] <= HOOGSTENS
    Tag.objects.get(name="woord3").delete()
    velden = pagina(client.get(adres)).velden("#page-edit-form")
    assert "woord4" in velden["trefwoorden"] and "woord3" not in velden["trefwoorden"]


def test_what_happened_asks_no_more_for_more_kinds_of_pages(als: Callable[[str], Client]) -> None:
    client, door, adres = als("Eindredacteur"), mensen.medewerker("redacteur"), "/admin/reports/site-history/"
    tellingen = []
    for hoeveel in (1, 15):
        for model in get_page_models()[:hoeveel]:
            if stuk := model.objects.filter(live=True, depth__gt=1).first():
                log(instance=stuk.specific, action="wagtail.edit", user=door)
        tellingen.append(vragen(client, adres))
    assert tellingen[0] == tellingen[1]


def test_a_form_asks_as_much_for_one_chosen_page_as_for_ten(als: Callable[[str], Client]) -> None:
    client, stuk = als("Eindredacteur"), voorbeeld()
    anderen = Interventie.objects.live().filter(locale__language_code="nl")[:10]
    tellingen = []
    for hoeveel in (1, 10):
        stuk.toepassingen.set([Toepassing(pagina=een) for een in anderen[:hoeveel]])
        stuk.save_revision().publish()
        tellingen.append(vragen(client, f"/admin/pages/{stuk.pk}/edit/"))
    assert tellingen[0] == tellingen[1]
    gekozen = pagina(client.get(f"/admin/pages/{stuk.pk}/edit/")).tekst("#id_toepassingen-FORMS")
    assert all(een.title in gekozen for een in anderen)


def voorbeeld() -> Praktijkvoorbeeld:
    return Praktijkvoorbeeld.objects.live().filter(locale__language_code="nl").order_by("pk").first()


def test_a_page_that_is_reviewed_asks_where_it_stands_once(als: Callable[[str], Client]) -> None:
    stuk, door = Interventie.objects.get(slug="coach2move"), mensen.medewerker("redacteur")
    stuk.save_revision(user=door)
    stuk.get_workflow().start(stuk, door)
    client, adres = als("Eindredacteur"), f"/admin/pages/{stuk.pk}/edit/"
    leg_vast()
    client.get(adres)
    with CaptureQueriesContext(connection) as gesteld:
        client.get(adres)
    eigen = [v["sql"] for v in gesteld if 'FROM "wagtailcore_workflowstate"' in v["sql"]]
    assert len(eigen) == 1 and len(gesteld) <= HOOGSTENS
    standen = {"terug": "reject", "openbaar": "approve"}
    for naam, besluit in standen.items():
        stand = Page.objects.get(pk=stuk.pk).current_workflow_state
        if stand.status == stand.STATUS_NEEDS_CHANGES:
            stand.resume(door)
        stap = Page.objects.get(pk=stuk.pk).current_workflow_task_state
        stap.task.specific.on_action(stap, mensen.medewerker("eindredacteur"), besluit, comment="Hoe vaak?")
        for rol in ("eindredacteur", "redacteur"):
            wie = Client()
            wie.force_login(mensen.medewerker(rol))
            assert vragen(wie, adres) <= HOOGSTENS, (naam, rol)


@pytest.mark.parametrize("lijst", ["/admin/interventies/", "/admin/redactie/rapporten/eigenaar/", "boom"])
def test_a_list_asks_who_may_not_publish_no_more(als: Callable[[str], Client], lijst: str) -> None:
    """Whether a page may be thrown away was asked of each row, twice; also of drafts, which some may throw away."""
    client = als("Redacteur")
    adres = lijst.replace("boom", f"/admin/pages/{MenukaartPagina.objects.get().pk}/")
    eerst = vragen(client, adres)
    pks = list(Interventie.objects.live().filter(locale__language_code="nl").values_list("pk", flat=True)[:20])
    Page.objects.filter(pk__in=pks).update(live=False, has_unpublished_changes=True)
    assert max(eerst, vragen(client, adres)) <= HOOGSTENS


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
    titels = pagina(client.get("/admin/")).teksten("td.title a")
    assert {p.title for p in stukken} <= set(titels)
    assert titels.index(stukken[0].title) < titels.index(stukken[-1].title), "who waits longest comes first"
    zelf = Client()
    zelf.force_login(door)
    assert vragen(zelf, "/admin/") <= HOOGSTENS


def test_what_waits_for_me_alone_stands_first(als: Callable[[str], Client]) -> None:
    stuk, door = Page.objects.get(slug="coach2move").specific, mensen.medewerker("redacteur")
    stuk.save_revision(user=door)
    stuk.get_workflow().start(stuk, door)
    koppen = pagina(als("Eindredacteur").get("/admin/")).teksten("main h2")
    assert koppen.index("In afwachting van uw beoordeling") < koppen.index("Wat wacht op u")
    zelf = Client()
    zelf.force_login(door)
    beeld = zelf.get("/admin/").content.decode()
    assert beeld.index("Wat u liet nakijken") < beeld.index("Wat wacht op u")


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


def test_the_form_asks_no_more_for_more_related_pages(als: Callable[[str], Client]) -> None:
    client, stuk = als("Eindredacteur"), Interventie.objects.get(slug="coach2move")
    adres = f"/admin/pages/{stuk.pk}/edit/"
    anderen = Page.objects.filter(live=True, depth=4).exclude(pk=stuk.pk).order_by("pk")
    tellingen = []
    for hoeveel in (1, 12):
        stuk.gerelateerd = [{"type": "pagina", "value": een.pk} for een in anderen[:hoeveel]]
        stuk.save_revision().publish()
        tellingen.append(vragen(client, adres))
    assert tellingen[0] == tellingen[1] <= HOOGSTENS


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
