"""Screens of the desk cost the same with more rows, and small help that saves a mistake."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from taggit.models import Tag
from wagtail.log_actions import log
from wagtail.models import Locale, Page, get_page_models

from kennisplatform.basis.models import KennisPagina
from leernetwerk.models import Praktijkvoorbeeld, Toepassing
from menukaart.models import Interventie, MenukaartPagina
from tests import mensen
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


@pytest.mark.eenmaal
def test_the_form_of_every_kind_of_page_asks_little(als: Callable[[str], Client]) -> None:
    client, uit = als("Eindredacteur"), {}
    for model in get_page_models():
        stuk = model.objects.filter(live=True, locale__language_code="nl", depth__gt=1).order_by("pk").first()
        if stuk is not None and stuk.specific_class is model:
            uit[model.__name__] = vragen(client, f"/admin/pages/{stuk.pk}/edit/")
    assert len(uit) > 15
    assert {naam: n for naam, n in uit.items() if n > HOOGSTENS} == {}


@pytest.mark.eenmaal
def test_the_form_asks_no_more_for_more_translations(als: Callable[[str], Client]) -> None:
    client, stuk = als("Eindredacteur"), Interventie.objects.get(slug="coach2move")
    tellingen = []
    for talen in (["en"], ["ar", "pl", "tr", "uk"]):
        for taal in talen:
            stuk.copy_for_translation(Locale.objects.get(language_code=taal), copy_parents=True)
        tellingen.append(vragen(client, f"/admin/pages/{stuk.pk}/edit/"))
        tellingen.append(vragen(client, f"/admin/pages/{stuk.get_parent().pk}/"))
    assert tellingen[:2] == tellingen[2:] and max(tellingen) <= HOOGSTENS, tellingen


@pytest.mark.eenmaal
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


@pytest.mark.eenmaal
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


@pytest.mark.eenmaal
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


@pytest.mark.eenmaal
@pytest.mark.parametrize("lijst", ["/admin/interventies/", "/admin/redactie/rapporten/eigenaar/", "boom"])
def test_a_list_asks_who_may_not_publish_no_more(als: Callable[[str], Client], lijst: str) -> None:
    """Whether a page may be thrown away was asked of each row, twice; also of drafts, which some may throw away."""
    client = als("Redacteur")
    adres = lijst.replace("boom", f"/admin/pages/{MenukaartPagina.objects.get().pk}/")
    eerst = vragen(client, adres)
    pks = list(Interventie.objects.live().filter(locale__language_code="nl").values_list("pk", flat=True)[:20])
    Page.objects.filter(pk__in=pks).update(live=False, has_unpublished_changes=True)
    assert max(eerst, vragen(client, adres)) <= HOOGSTENS


@pytest.mark.eenmaal
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


@pytest.mark.eenmaal
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


@pytest.mark.eenmaal
def test_the_form_asks_no_more_for_more_keywords(als: Callable[[str], Client]) -> None:
    client, stuk = als("Eindredacteur"), Interventie.objects.get(slug="coach2move")
    adres = f"/admin/pages/{stuk.pk}/edit/"
    eerst = vragen(client, adres)
    stuk.trefwoorden.add(*(f"woord{n}" for n in range(12)))
    stuk.save_revision().publish()
    assert vragen(client, adres) <= eerst + 1
