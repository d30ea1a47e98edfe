"""What tests of translating begin with: an article that was put ready for English, and one half done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, TranslationSource

from kennisplatform.preventie.models import Artikel, PreventiePagina
from tests.pagina import pagina


def vertaal(client: Client, bron: Page, taal: str) -> Page:
    """As an editor does: 'Vertaal deze pagina', the language, 'Indienen'."""
    doel = Locale.objects.get(language_code=taal)
    antwoord = client.post(f"/admin/localize/submit/page/{bron.pk}/", {"locales": [doel.pk]})
    assert antwoord.status_code == 302, antwoord.context["form"].errors
    return type(bron).objects.get(translation_key=bron.translation_key, locale=doel)


def met_titel(bron: Page, vertaling: Page, titel: str) -> Page:
    """Half translated: its title, and nothing else."""
    deel = TranslationSource.objects.get_for_instance(bron).stringsegment_set.get(context__path="title")
    StringTranslation.objects.create(
        translation_of=deel.string, context=deel.context, locale=vertaling.locale, data=titel
    )
    return vertaling


@pytest.fixture
def chef(als: Callable[[str], Client]) -> Client:
    return als("Eindredacteur")


@pytest.fixture
def bron(db: None) -> Artikel:
    return Artikel.objects.get(slug="bang-om-te-vallen")


@pytest.fixture
def vertaling(chef: Client, bron: Artikel, django_capture_on_commit_callbacks: Any) -> Page:
    """Put ready for English, under a list that readers of English see."""
    with django_capture_on_commit_callbacks(execute=True):
        uit = vertaal(chef, bron, "en")
        PreventiePagina.objects.filter(locale__language_code="en").update(live=True)
    return uit


@pytest.fixture
def klaar(bron: Artikel, vertaling: Page) -> Page:
    return met_titel(bron, vertaling, "I am afraid of falling")


def meldingen(antwoord: Any) -> str:
    return str(pagina(antwoord).een(".messages"))
