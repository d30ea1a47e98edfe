"""Translating makes drafts; what goes public half translated was chosen twice, and says which parts are Dutch."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from kennisplatform.preventie.models import Artikel, PreventiePagina
from kennisplatform.redactie import achter
from kennisplatform.redactie.taaldelen import onvertaald
from menukaart.models import Interventie, MenukaartPagina
from tests import giftig, mensen
from tests.pagina import Pagina, pagina
from tests.redactie.getekend import zoals_getekend

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index")]


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


def meldingen(antwoord: Any) -> str:
    return str(pagina(antwoord).een(".messages"))


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


@pytest.mark.parametrize(
    ("naam", "inhoud", "zin"),
    [
        ("leeg.po", b"", "Dit bestand is leeg."),
        ("x.po", giftig.HTML, "Dit is een webpagina (HTML), geen vertaalbestand (.po)."),
        ("x.po", b'msgid ""\nmsgstr ""\n', "Dit is geen vertaalbestand (.po) van hier."),
        ("x.po", b"geen vertaling", "Dit is geen vertaalbestand (.po) van hier."),
        ("x.po", b'msgid ""\nmsgstr "Content-Type: text/plain; charset=niets\\n"\n\xff', "Dit is geen vertaalbestand"),
        ("", b"", "Kies een bestand."),
    ],
)
def test_what_is_no_file_of_translations_is_told(
    chef: Client, vertaling: Page, naam: str, inhoud: bytes, zin: str
) -> None:
    pk = Translation.objects.order_by("pk").last().pk
    velden = {"file": SimpleUploadedFile(naam, inhoud)} if naam else {}
    antwoord = chef.post(f"/admin/localize/translate/{pk}/pofile/upload/", velden, follow=True)
    assert antwoord.status_code == 200 and zin in antwoord.content.decode()


def test_a_file_of_translations_comes_back(chef: Client, vertaling: Page) -> None:
    pk = Translation.objects.get(target_locale=vertaling.locale, source__object_id=vertaling.translation_key).pk
    bestand = chef.get(f"/admin/localize/translate/{pk}/pofile/download/").content
    regels = bestand.decode().replace('msgstr ""\n\n', 'msgstr "Afraid of falling"\n\n', 2)
    antwoord = chef.post(
        f"/admin/localize/translate/{pk}/pofile/upload/",
        {"file": SimpleUploadedFile("x.po", regels.encode())},
        follow=True,
    )
    assert antwoord.status_code == 200
    assert StringTranslation.objects.filter(data="Afraid of falling").exists()


@pytest.mark.parametrize("adres", ["/admin/documents/multiple/add/", "/admin/images/multiple/add/"])
def test_a_form_of_the_library_without_its_field_is_no_fault_of_the_site(chef: Client, adres: str) -> None:
    antwoord = chef.post(adres, {"anders": SimpleUploadedFile("x.txt", b"x")})
    assert antwoord.status_code == 400 and "Dit adres klopt niet" in antwoord.content.decode()


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


REDACTEUR, CHEF = "redacteur", "eindredacteur"


def als_medewerker(naam: str) -> Client:
    client = Client()
    client.force_login(mensen.medewerker(naam))
    return client


def zinnen(vertaling: Page) -> str:
    """Where the screen keeps a sentence."""
    deel = TranslationSource.objects.get(object_id=vertaling.translation_key).stringsegment_set.get(
        context__path="samenvatting"
    )
    pk = Translation.objects.get(source=deel.source, target_locale=vertaling.locale).pk
    return f"/admin/localize/translate/{pk}/strings/{deel.pk}/edit/"


GOEDKEUREN = {"action-workflow-action": "true", "workflow-action-name": "approve"}


def test_a_translation_that_waits_for_a_decision_is_what_the_decision_is_about(
    klaar: Page, django_capture_on_commit_callbacks: Any
) -> None:
    """Who handed it in changes nothing meanwhile, neither there nor by its address; who decides may, and approves that."""
    schrijver, baas, adres = als_medewerker(REDACTEUR), als_medewerker(CHEF), f"/admin/pages/{klaar.pk}/edit/"
    plek = zinnen(klaar)
    assert schrijver.put(plek, "value=One", content_type="application/x-www-form-urlencoded").status_code == 201
    with django_capture_on_commit_callbacks(execute=True):
        assert schrijver.post(adres, {"action-submit": "1"}).status_code == 302
    klaar.refresh_from_db()
    assert not klaar.live and klaar.draft_title == "I am afraid of falling" and klaar.title != klaar.draft_title
    assert schrijver.put(plek, "value=Two", content_type="application/x-www-form-urlencoded").status_code == 403
    assert schrijver.post(adres, GOEDKEUREN | {"toch": "1"}).status_code == 302
    klaar.refresh_from_db()
    assert not klaar.live, "not theirs to decide"
    assert baas.put(plek, "value=Three", content_type="application/x-www-form-urlencoded").status_code == 200
    with django_capture_on_commit_callbacks(execute=True):
        vraag = baas.post(adres, GOEDKEUREN)
        assert "Keur toch goed" in vraag.content.decode()
        baas.post(adres, pagina(vraag).velden("form:has([name=toch])"))
    klaar.refresh_from_db()
    assert klaar.live and klaar.title == "I am afraid of falling" and klaar.specific.samenvatting == "Three"
    assert not klaar.workflow_in_progress


def test_approving_from_the_start_page_looks_first_at_what_is_still_dutch(
    klaar: Page, django_capture_on_commit_callbacks: Any
) -> None:
    baas = als_medewerker(CHEF)
    with django_capture_on_commit_callbacks(execute=True):
        als_medewerker(REDACTEUR).post(f"/admin/pages/{klaar.pk}/edit/", {"action-submit": "1"})
    klaar = Page.objects.get(pk=klaar.pk)
    stand = klaar.current_workflow_task_state.pk
    with django_capture_on_commit_callbacks(execute=True):
        antwoord = baas.post(
            reverse("wagtailadmin_pages:workflow_action", args=[klaar.pk, "approve", stand]), follow=True
        )
    assert "Nog niet alles is vertaald" in meldingen(antwoord)
    assert "delen hebben nog geen vertaling" in pagina(antwoord).tekst(".vertaalstand")
    assert not Page.objects.get(pk=klaar.pk).live


def test_a_published_translation_keeps_its_text_while_the_next_one_waits(
    klaar: Page, django_capture_on_commit_callbacks: Any
) -> None:
    schrijver, baas, adres = als_medewerker(REDACTEUR), als_medewerker(CHEF), f"/admin/pages/{klaar.pk}/edit/"
    with django_capture_on_commit_callbacks(execute=True):
        baas.post(adres, {"action-publish": "action-publish", "toch": "1"})
    klaar.refresh_from_db()
    assert klaar.live
    eerst = klaar.specific.samenvatting
    schrijver.put(zinnen(klaar), "value=Next", content_type="application/x-www-form-urlencoded")
    with django_capture_on_commit_callbacks(execute=True):
        schrijver.post(adres, {"action-submit": "1"})
    klaar.refresh_from_db()
    assert klaar.specific.samenvatting == eerst and klaar.has_unpublished_changes
    with django_capture_on_commit_callbacks(execute=True):
        schrijver.post(adres, {"action-cancel-workflow": "1"})
    assert not Page.objects.get(pk=klaar.pk).workflow_in_progress
    assert (
        schrijver.put(zinnen(klaar), "value=Later", content_type="application/x-www-form-urlencoded").status_code == 200
    )
