"""Translating makes drafts; what goes public half translated was chosen twice, and says which parts are Dutch."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from kennisplatform.preventie.models import Artikel, PreventiePagina
from menukaart.models import Interventie, MenukaartPagina
from tests.pagina import pagina

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index")]


def vertaal(client: Client, bron: Page, taal: str) -> Page:
    """As an editor does: 'Vertaal deze pagina', the language, 'Indienen'."""
    doel = Locale.objects.get(language_code=taal)
    antwoord = client.post(f"/admin/localize/submit/page/{bron.pk}/", {"locales": [doel.pk]})
    assert antwoord.status_code == 302, antwoord.context["form"].errors
    return type(bron).objects.get(translation_key=bron.translation_key, locale=doel)


@pytest.fixture
def chef(als: Callable[[str], Client]) -> Client:
    return als("Eindredacteur")


def test_translating_makes_drafts_all_the_way_up(
    chef: Client, client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        vertaling = vertaal(chef, Interventie.objects.get(slug="coach2move"), "ar")
    assert not vertaling.live
    ouder = MenukaartPagina.objects.get(locale__language_code="ar")
    assert not ouder.live, "the Dutch list above it is not what somebody published in Arabic"
    lezer = Client()
    assert lezer.get("/ar/menukaart/coach2move/").status_code == 404
    assert lezer.get("/ar/menukaart/").status_code == 404


def test_half_translated_asks_for_a_second_yes_and_marks_what_is_dutch(
    chef: Client, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        bron = Artikel.objects.get(slug="bang-om-te-vallen")
        vertaling = vertaal(chef, bron, "en")
        PreventiePagina.objects.filter(locale__language_code="en").update(live=True)
    titel = TranslationSource.objects.get_for_instance(bron).stringsegment_set.get(context__path="title")
    StringTranslation.objects.create(
        translation_of=titel.string, context=titel.context, locale=vertaling.locale, data="I am afraid of falling"
    )
    adres = f"/admin/pages/{vertaling.pk}/edit/"
    with django_capture_on_commit_callbacks(execute=True):
        vraag = chef.post(adres, {"action": "publish"})
    assert "Nog niet alles is vertaald" in vraag.content.decode()
    vertaling.refresh_from_db()
    assert not vertaling.live
    velden = pagina(vraag).velden("form:has([name=toch])")
    with django_capture_on_commit_callbacks(execute=True):
        chef.post(adres, velden)
    vertaling.refresh_from_db()
    assert vertaling.live and vertaling.title == "I am afraid of falling"
    scherm = pagina(Client().get(vertaling.get_url()))
    assert scherm.een("h1").get("lang") is None
    dutch = [deel for deel in scherm.alle("main [lang=nl]") if bron.kort_antwoord.split(".")[0] in deel.get_text()]
    assert dutch, "the short answer is Dutch and says so"


def test_a_whole_translation_is_published_at_once(chef: Client, django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        bron = Artikel.objects.get(slug="bang-om-te-vallen")
        vertaling = vertaal(chef, bron, "en")
    for deel in TranslationSource.objects.get_for_instance(bron).stringsegment_set.exclude(context__path="slug"):
        StringTranslation.objects.get_or_create(
            translation_of=deel.string, context=deel.context, locale=vertaling.locale, defaults={"data": "Done."}
        )
    with django_capture_on_commit_callbacks(execute=True):
        assert chef.post(f"/admin/pages/{vertaling.pk}/edit/", {"action": "publish"}).status_code == 302
    vertaling.refresh_from_db()
    assert vertaling.live


def test_taking_over_changes_publishes_nothing(chef: Client, django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        bron = Artikel.objects.get(slug="bang-om-te-vallen")
        vertaling = vertaal(chef, bron, "en")
    pk = Translation.objects.get(target_locale=vertaling.locale, source__object_id=bron.translation_key).source_id
    with django_capture_on_commit_callbacks(execute=True):
        chef.post(f"/admin/localize/update/{pk}/", {"publish_translations": "on"})
    vertaling.refresh_from_db()
    assert not vertaling.live
