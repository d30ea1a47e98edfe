"""Translating makes drafts; what goes public half translated was chosen twice, and says which parts are Dutch."""

# ruff: noqa: F401, F811  # fixtures that two files share are imported, and named again where a test asks for them

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from kennisplatform.preventie.models import Artikel
from kennisplatform.redactie import achter
from kennisplatform.redactie.taaldelen import onvertaald
from menukaart.models import Interventie, MenukaartPagina
from tests import mensen
from tests.pagina import Pagina, pagina
from tests.redactie.getekend import zoals_getekend
from tests.redactie.vertaalhulp import bron, chef, klaar, meldingen, vertaal, vertaling

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index")]


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


def test_publishing_the_dutch_list_leaves_its_copy_in_another_language_a_draft(
    chef: Client, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        vertaal(chef, Interventie.objects.get(slug="coach2move"), "ar")
    lijst = MenukaartPagina.objects.get(locale__language_code="nl")
    with django_capture_on_commit_callbacks(execute=True):
        lijst.save_revision().publish()
    assert not MenukaartPagina.objects.get(locale__language_code="ar").live
    assert Client().get("/ar/menukaart/").status_code == 404


def test_half_translated_asks_for_a_second_yes_and_marks_what_is_dutch(
    chef: Client, bron: Artikel, klaar: Page, django_capture_on_commit_callbacks: Any
) -> None:
    vertaling, adres = klaar, f"/admin/pages/{klaar.pk}/edit/"
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


def dutch_unmarked(scherm: Pagina, delen: str) -> list[str]:
    """Texts of these elements that a screen reader would read in the page's own language."""
    return [
        tekst.strip()
        for deel in scherm.alle(delen)
        for tekst in deel.find_all(string=True)
        if tekst.strip() and not tekst.find_parent(lang="nl")
    ]


def test_what_is_dutch_on_a_half_translated_page_is_marked_whole_and_the_page_says_so(
    klaar: Page, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        Translation.objects.get(source__object_id=klaar.translation_key).save_target(publish=True)
    scherm = pagina(Client().get(klaar.get_url()))
    assert scherm.een("h1").find_next_sibling().get_text() == "Part of this page is still in Dutch."
    assert scherm.alle("article .woord"), "a sentence with a note in it is the same sentence"
    assert not dutch_unmarked(scherm, "article :is(.kort, .stappen, .uitklap, .noot)")


def test_a_page_that_was_only_copied_says_which_parts_are_dutch_too(bron: Artikel, vertaling: Page) -> None:
    Translation.objects.all().delete()
    vertaling.refresh_from_db()
    vertaling.title = "I am afraid of falling"
    vertaling.save_revision().publish()
    scherm = pagina(Client().get(vertaling.get_url()))
    assert scherm.een("h1").get("lang") is None
    assert scherm.een("h1").find_next_sibling().get_text() == "Part of this page is still in Dutch."
    assert not dutch_unmarked(scherm, "article :is(.kort, .stappen, .uitklap)")


def test_a_page_that_is_translated_as_a_whole_says_nothing_of_dutch(
    bron: Artikel, vertaling: Page, django_capture_on_commit_callbacks: Any
) -> None:
    vertaal_alles(bron, vertaling)
    with django_capture_on_commit_callbacks(execute=True):
        Translation.objects.get(source__object_id=vertaling.translation_key).save_target(publish=True)
    vertaling.refresh_from_db()
    vertaling.inhoud = []  # steps in it can't be translated on the library's screen, and are Dutch
    vertaling.geschreven_door = bron.geschreven_door  # a name is the same in every language
    vertaling.save_revision().publish()
    assert "still in Dutch" not in Client().get(vertaling.get_url()).content.decode()


def vertaal_alles(bron: Page, vertaling: Page) -> None:
    for deel in TranslationSource.objects.get_for_instance(bron).stringsegment_set.exclude(context__path="slug"):
        StringTranslation.objects.get_or_create(
            translation_of=deel.string, context=deel.context, locale=vertaling.locale, defaults={"data": "Done."}
        )


def test_many_published_at_once_are_whole_translations_as_they_are_now(
    chef: Client, bron: Artikel, klaar: Page, django_capture_on_commit_callbacks: Any
) -> None:
    """Half translated is for its own screen, where the second yes is asked."""
    adres = f"/admin/bulk/wagtailcore/page/veel/?next=/admin/&id={klaar.pk}"
    with django_capture_on_commit_callbacks(execute=True):
        half = chef.post(adres, {"wat": "publiceren"}).headers["Location"]
    assert "Nog niet alles is vertaald" in chef.get(half).content.decode()
    klaar.refresh_from_db()
    assert not klaar.live
    vertaal_alles(bron, klaar)
    with django_capture_on_commit_callbacks(execute=True):
        chef.post(adres, {"wat": "publiceren"})
    klaar.refresh_from_db()
    assert klaar.live and klaar.title == "I am afraid of falling"
    assert klaar.specific.samenvatting == "Done.", "the sentences, not the version that was made when it was put ready"


def test_a_whole_translation_is_published_at_once(
    chef: Client, bron: Artikel, vertaling: Page, django_capture_on_commit_callbacks: Any
) -> None:
    vertaal_alles(bron, vertaling)
    with django_capture_on_commit_callbacks(execute=True):
        assert chef.post(f"/admin/pages/{vertaling.pk}/edit/", {"action": "publish"}).status_code == 302
    vertaling.refresh_from_db()
    assert vertaling.live


def test_a_dutch_page_that_changed_leaves_its_translations_behind_and_everybody_hears(
    chef: Client, bron: Artikel, vertaling: Page, django_capture_on_commit_callbacks: Any
) -> None:
    """Finding 12: who publishes, who translates, the start page, and the report above all that was never translated."""
    with django_capture_on_commit_callbacks(execute=True):
        chef.post(f"/admin/pages/{vertaling.pk}/edit/", {"action": "publish", "toch": "1"})
    kop, adres = "Vertalingen die achterlopen", f"/admin/pages/{vertaling.pk}/edit/"
    assert kop not in chef.get("/admin/").content.decode() and "is op" not in meldingen(chef.get(adres))
    with django_capture_on_commit_callbacks(execute=True):
        nieuw = bron.get_latest_revision_as_object()
        nieuw.samenvatting = "Bang om te vallen? Dit helpt."
        nieuw.save_revision().publish()
        achter.na_publiceren(verzoek := chef.get("/admin/").wsgi_request, nieuw)
    assert "Achter lopen nu: English." in "".join(str(een) for een in verzoek._messages)
    assert kop in chef.get("/admin/").content.decode()
    assert "De Nederlandse pagina is op" in meldingen(chef.get(adres)) and "update/" in meldingen(chef.get(adres))
    eerste = pagina(chef.get("/admin/redactie/rapporten/vertalen/?taal=en")).teksten("tbody td.title")[0]
    assert bron.title in eerste
    alleen = pagina(chef.get("/admin/redactie/rapporten/vertalen/?taal=en&vertaling=achter"))
    assert len(alleen.teksten("tbody td.title")) == 1
    redacteur = Client()
    redacteur.force_login(mensen.medewerker("redacteur"))
    assert "De Nederlandse pagina is op" in meldingen(redacteur.get(adres))
    assert "update/" not in meldingen(redacteur.get(adres)), "no button that refuses"


def test_who_may_not_publish_a_translation_is_offered_nothing_that_takes_it_away(chef: Client, vertaling: Page) -> None:
    redacteur = Client()
    redacteur.force_login(mensen.medewerker("redacteur"))
    for client, mag in ((chef, True), (redacteur, False)):
        knoppen = " ".join(pagina(client.get(f"/admin/pages/{vertaling.pk}/edit/")).teksten(".vertaalknoppen button"))
        assert ("Maak los van het Nederlands" in knoppen, "Publiceren" in knoppen) == (mag, mag)
        assert "Stuur door naar Eindredactie" in knoppen and "Bewaar concept" not in knoppen


def test_taking_over_changes_publishes_nothing(
    chef: Client, bron: Artikel, vertaling: Page, django_capture_on_commit_callbacks: Any
) -> None:
    pk = Translation.objects.get(target_locale=vertaling.locale, source__object_id=bron.translation_key).source_id
    blad = pagina(chef.get(f"/admin/localize/update/{pk}/"))
    assert "Neem de wijzigingen over als concept" in blad.teksten("main form button")
    with django_capture_on_commit_callbacks(execute=True):
        chef.post(f"/admin/localize/update/{pk}/", {"publish_translations": "on"})
    vertaling.refresh_from_db()
    assert not vertaling.live


def test_what_stands_in_a_list_within_the_text_is_asked_too_and_stays_translated(chef: Client) -> None:
    """As content files write it, its items have no keys: they were skipped, and a page with them in Dutch counted as whole."""
    bron = Artikel.objects.get(slug="ik-slaap-slecht", locale__language_code="nl")
    engels = Locale.objects.get(language_code="en")
    versies = bron.revisions.count()
    vertaal(chef, bron, "en")
    vertaling = Translation.objects.get(source__object_id=bron.translation_key, target_locale=engels)
    zin = StringSegment.objects.get(source=vertaling.source, string__data="Kies een piekerkwartier")
    assert "Kies een piekerkwartier" in onvertaald(vertaling) and bron.revisions.count() == versies
    StringTranslation.objects.create(
        locale=engels, translation_of=zin.string, context=zin.context, data="Pick a quarter to worry"
    )
    adres = f"/admin/pages/{bron.pk}/edit/"
    antwoord = chef.get(adres)
    gegevens = zoals_getekend(antwoord.content.decode(), antwoord.context["form"])
    gegevens["samenvatting"], gegevens["action-publish"] = "Wat u zelf kunt doen om beter te slapen.", "1"
    chef.post(adres, gegevens)
    assert Artikel.objects.get(pk=bron.pk).samenvatting.startswith("Wat u zelf")
    vertaling.source.update_from_db()
    over = onvertaald(vertaling)
    assert "Kies een piekerkwartier" not in over and "Wat u zelf kunt doen om beter te slapen." in over


def bij(antwoord: Any) -> str:
    return " ".join(pagina(antwoord).teksten("main [role=note]"))


def test_a_reader_of_another_language_hears_that_the_dutch_page_says_something_newer(
    chef: Client, bron: Artikel, vertaling: Page, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        chef.post(f"/admin/pages/{vertaling.pk}/edit/", {"action": "publish", "toch": "1"})
    vertaling.refresh_from_db()
    adres, zin = vertaling.get_url(), "The Dutch page has changed"
    with django_capture_on_commit_callbacks(execute=True):
        bron.save_revision().publish()
    assert zin not in bij(Client().get(adres)), "published again as it was"
    with django_capture_on_commit_callbacks(execute=True):
        nieuw = bron.get_latest_revision_as_object()
        nieuw.samenvatting = "Bang om te vallen? Dit helpt."
        nieuw.save_revision().publish()
    antwoord = Client().get(adres)
    assert zin in bij(antwoord) and bron.get_url() in pagina(antwoord).waarden("main [role=note] a", "href")
    assert zin not in bij(Client().get(bron.get_url()))
    pk = TranslationSource.objects.get_for_instance(bron).pk
    with django_capture_on_commit_callbacks(execute=True):
        chef.post(f"/admin/localize/update/{pk}/")
    assert zin in bij(Client().get(adres)), "taken over, and not yet published in English"
    with django_capture_on_commit_callbacks(execute=True):
        chef.post(f"/admin/pages/{vertaling.pk}/edit/", {"action": "publish", "toch": "1"})
    assert zin not in bij(Client().get(adres))
    with django_capture_on_commit_callbacks(execute=True):
        chef.post(f"/admin/localize/update/{pk}/")
    assert zin not in bij(Client().get(adres)), "nothing was taken over: it was the same"
