"""The admin finds pages in Dutch, as readers do; only what an editor may see, and Wagtail answers when the engine is away."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import GroupPagePermission, Page

from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.preventie.models import Artikel
from kennisplatform.redactie import zoekmotor
from menukaart.models import Interventie, MenukaartPagina
from tests.pagina import pagina

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index")]
ZOEK, KIES = "/admin/pages/search/", "/admin/choose-page/search/"


@pytest.fixture
def red(client: Client) -> Client:
    wie = Gebruiker.objects.create_user("red@voorbeeld.example", "x" * 20)
    wie.groups.add(Group.objects.get(name="Redacteur"))
    client.force_login(wie)
    return client


def titels(client: Client, adres: str, tekst: str) -> list[str]:
    antwoord = client.get(adres, {"q": tekst, "page_type": "wagtailcore.page"})
    assert antwoord.status_code == 200
    return [t for t in pagina(antwoord).teksten("td.title .title-wrapper a") if t]


@pytest.mark.parametrize(
    ("tekst", "titel"),
    [
        ("eenzame", "Ik voel me eenzaam"),
        ("valen", "Ik ben bang om te vallen"),
        ("oma valt", "Ik ben bang om te vallen"),
    ],
)
@pytest.mark.parametrize("adres", [ZOEK, KIES])
def test_pages_and_links_are_found_as_readers_find_them(red: Client, adres: str, tekst: str, titel: str) -> None:
    assert any(titel in gevonden for gevonden in titels(red, adres, tekst))


def test_a_list_of_one_kind_too(red: Client) -> None:
    gevonden = titels(red, "/admin/interventies/", "fysio")
    assert gevonden and set(gevonden) <= set(Interventie.objects.values_list("title", flat=True))
    assert titels(red, "/admin/artikelen/", "oma valt")


def test_a_chooser_of_one_kind_keeps_to_it(red: Client) -> None:
    antwoord = red.get(KIES, {"q": "oma valt", "page_type": "menukaart.interventie"})
    gevonden = [t for t in pagina(antwoord).teksten("td.title .title-wrapper a") if t]
    assert gevonden and set(gevonden) <= set(Interventie.objects.values_list("title", flat=True))


def test_drafts_and_half_a_word_are_found_by_letters(red: Client) -> None:
    stuk = Artikel.objects.filter(live=True, locale__language_code="nl").first()
    stuk.title = stuk.draft_title = "Kwikzilverwaaier"
    stuk.save()
    stuk.unpublish()
    for tekst in ("kwikzilverwaaier", "kwikzil", "kw"):
        assert any("Kwikzilverwaaier" in t for t in titels(red, ZOEK, tekst)), tekst


def test_only_what_the_editor_may_see(client: Client) -> None:
    wie = Gebruiker.objects.create_user("eng@voorbeeld.example", "x" * 20)
    groep = Group.objects.create(name="Alleen menukaart")
    groep.permissions.set(Group.objects.get(name="Redacteur").permissions.all())
    recht = GroupPagePermission.objects.filter(permission__codename="change_page").first().permission
    GroupPagePermission.objects.create(
        group=groep, page=MenukaartPagina.objects.get(locale__language_code="nl"), permission=recht
    )
    wie.groups.add(groep)
    client.force_login(wie)
    gevonden = titels(client, ZOEK, "oma valt")
    assert gevonden and set(gevonden) <= set(Interventie.objects.values_list("title", flat=True))


def test_counts_pages_order_and_kinds_agree(red: Client) -> None:
    antwoord = red.get(ZOEK, {"q": "oma valt"})
    eerste = [t for t in pagina(antwoord).teksten("td.title .title-wrapper a") if t]
    tweede = [p.pk for p in red.get(ZOEK, {"q": "oma valt", "p": 2}).context["object_list"]]
    context: Any = antwoord.context
    assert len(eerste) == 20 and context["paginator"].count == sum(n for _soort, n in context["content_types"])
    assert tweede and not {p.pk for p in context["object_list"]} & set(tweede)
    op_naam = red.get(ZOEK, {"q": "oma valt", "ordering": "title"}).context["object_list"]
    pks = [p.pk for p in op_naam]
    assert pks == list(Page.objects.filter(pk__in=pks).order_by("title").values_list("pk", flat=True))


def test_wagtail_answers_when_the_engine_is_away(red: Client, settings: Any, tmp_path: Any) -> None:
    settings.ZOEK = settings.ZOEK | {"MAP": str(tmp_path / "weg"), "URL": "", "HERSTEL": False}
    assert any("vallen" in t.lower() for t in titels(red, ZOEK, "vallen"))
    assert any("vallen" in t.lower() for t in titels(red, KIES, "vallen"))


def test_odd_questions(red: Client) -> None:
    for tekst in ("", " ", "%00", "\x00vallen", '"oma valt"', "a" * 4000, "live:yes vallen", "(((", "vallen OR"):
        for adres in (ZOEK, KIES, "/admin/interventies/"):
            assert red.get(adres, {"q": tekst}).status_code == 200, (adres, tekst[:20])


def test_no_question_per_hit(red: Client) -> None:
    def vragen(tekst: str) -> int:
        with CaptureQueriesContext(connection) as gevraagd:
            red.get(KIES, {"q": tekst})
        return len(gevraagd)

    vragen("oma valt")
    assert vragen("oma valt") <= 25


def test_the_engine_is_asked_for_public_pages_only() -> None:
    pks, zwak = zoekmotor.van_de_motor("oma valt", Page)
    assert pks and not zwak
    assert Page.objects.filter(pk__in=pks, live=True).count() == len(pks)
