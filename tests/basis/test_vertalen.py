"""An article in another language, from the translation editor to the reader; terms come along."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from kennisplatform.basis.models import Begrip
from kennisplatform.preventie.models import Artikel, PreventiePagina

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index")]


@pytest.fixture
def vertaald(django_capture_on_commit_callbacks: Any) -> Artikel:
    arabisch = Locale.objects.get(language_code="ar")
    artikel = Artikel.objects.get(slug="bang-om-te-vallen")
    with django_capture_on_commit_callbacks(execute=True):
        for pagina in (PreventiePagina.objects.get(locale__language_code="nl"), artikel):
            bron, _nieuw = TranslationSource.update_or_create_from_instance(pagina)
            vertaling = Translation.objects.create(source=bron, target_locale=arabisch)
            for deel in bron.stringsegment_set.all():
                StringTranslation.objects.update_or_create(
                    translation_of=deel.string,
                    context=deel.context,
                    locale=arabisch,
                    defaults={
                        "data": f"ترجمة {deel.string.data[:60]}" if deel.context.path != "slug" else deel.string.data
                    },
                )
            vertaling.save_target(publish=True)
    return Artikel.objects.get(locale=arabisch, translation_key=artikel.translation_key)


def test_a_translation_stands_at_its_own_address_from_right_to_left(vertaald: Artikel, client: Client) -> None:
    assert vertaald.live
    adres = vertaald.get_url()
    assert adres.startswith("/ar/")
    inhoud = client.get(adres).content.decode()
    assert 'lang="ar" dir="rtl"' in inhoud and "ترجمة" in inhoud
    nederlands = client.get("/preventie/bang-om-te-vallen/").content.decode()
    for taal, pad in (
        ("ar", adres),
        ("nl", "/preventie/bang-om-te-vallen/"),
        ("x-default", "/preventie/bang-om-te-vallen/"),
    ):
        assert f'hreflang="{taal}" href="http://testserver{pad}"' in nederlands


def test_terms_go_along(vertaald: Artikel) -> None:
    assert {b.code for b in vertaald.begrippen.all()} >= {"vallen"}


def test_a_reader_of_that_language_finds_the_translation_and_not_the_dutch_too(
    vertaald: Artikel, client: Client
) -> None:
    assert vertaald.get_url() in [v.adres for v in client.get("/ar/zoeken/?q=ترجمة").context["blad"].getoond]
    for taal in ("", "/ar"):
        gevonden = [v.adres for v in client.get(f"{taal}/zoeken/?q=bang+om+te+vallen").context["blad"].getoond]
        assert len([adres for adres in gevonden if "bang-om-te-vallen" in adres]) == 1


def test_a_term_with_a_translation_speaks_the_readers_language(vertaald: Artikel, client: Client) -> None:
    nl = Begrip.objects.get(soort="onderwerp", code="vallen", locale__language_code="nl")
    ar = nl.copy_for_translation(Locale.objects.get(language_code="ar"))
    ar.label = "السقوط"
    ar.save()
    assert "السقوط" in client.get(vertaald.get_url()).content.decode()
    assert "Vallen" in client.get("/onderwerpen/vallen/").content.decode()
