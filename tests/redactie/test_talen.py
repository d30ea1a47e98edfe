"""A language's own form: no copy of the whole site in one request; it says how many pages are put ready."""

from __future__ import annotations

import pytest
from django.test import Client
from wagtail.models import Locale, Page
from wagtail_localize.models import LocaleSynchronization, Translation

from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.preventie.models import Artikel
from kennisplatform.redactie.vertaalwerk import zet_klaar
from tests.pagina import pagina
from tests.redactie.vertaalhulp import vertaal

pytestmark = pytest.mark.django_db


def test_a_language_offers_no_copy_of_the_whole_site_and_says_what_to_do(admin_client: Client) -> None:
    engels = Locale.objects.get(language_code="en")
    adres = f"/admin/locales/edit/{engels.pk}/"
    scherm = pagina(admin_client.get(adres))
    assert "Klaarzetten om te vertalen" in scherm.tekst("form .help-info")
    velden = scherm.velden("form:has([name=language_code])")
    assert not [naam for naam in velden if naam.startswith("component-")]
    deel = f"component-{LocaleSynchronization._meta.db_table}"
    hier = Page.objects.count()
    antwoord = admin_client.post(
        adres, velden | {f"{deel}-enabled": "on", f"{deel}-sync_from": Locale.objects.get(language_code="nl").pk}
    )
    assert antwoord.status_code == 302
    assert Page.objects.count() == hier
    assert not LocaleSynchronization.objects.exists()


def test_the_list_of_languages_counts_in_dutch(admin_client: Client) -> None:
    scherm = pagina(admin_client.get("/admin/locales/"))
    assert scherm.teksten("table.listing thead th") == ["Taal", "Pagina’s", "Andere dingen"]
    assert "pages" not in scherm.tekst("table.listing tbody")


@pytest.mark.usefixtures("eigen_index")
def test_a_translation_is_put_ready_from_the_dutch_page_also_when_asked_on_another_translation(
    admin_client: Client, admin_user: Gebruiker
) -> None:
    """Made from the Polish page it never fell behind the Dutch one."""
    bron = Artikel.objects.get(slug="ik-slaap-slecht", locale__language_code="nl")
    pools = vertaal(admin_client, bron, "pl")
    antwoord = admin_client.post(
        f"/admin/localize/submit/page/{pools.pk}/", {"locales": [Locale.objects.get(language_code="uk").pk]}
    )
    assert antwoord.status_code == 302
    zet_klaar(pk=pools.pk, talen=[Locale.objects.get(language_code="ar")], door=admin_user)
    alle = Translation.objects.filter(source__object_id=bron.translation_key)
    assert {(v.target_locale.language_code, v.source.locale.language_code) for v in alle} == {
        ("pl", "nl"),
        ("uk", "nl"),
        ("ar", "nl"),
    }


@pytest.mark.usefixtures("eigen_index")
def test_what_was_put_ready_in_two_languages_is_one_press_away(admin_client: Client) -> None:
    """It led to the list of all Dutch pages, and nothing there said where the two were."""
    bron = Artikel.objects.get(slug="ik-slaap-slecht", locale__language_code="nl")
    bron.title = bron.draft_title = "Ik slaap <b>slecht</b>"
    bron.save()
    talen = Locale.objects.filter(language_code__in=["ar", "en"])
    velden = {"locales": [taal.pk for taal in talen]}
    scherm = pagina(admin_client.post(f"/admin/localize/submit/page/{bron.pk}/", velden, follow=True))
    wegen = [f"/admin/pages/{bron.get_translation(taal).pk}/edit/" for taal in talen.order_by("language_code")]
    assert scherm.waarden(".messages a", "href") == wegen and "<b>" in scherm.tekst(".messages")


@pytest.mark.usefixtures("eigen_index")
def test_a_list_is_put_ready_without_the_hundred_pages_below_it(admin_client: Client) -> None:
    """Those were made before the answer, in one transaction. The form says how it is done page by page."""
    oekraiens = Locale.objects.get(language_code="uk")
    daar = Page.objects.filter(locale=oekraiens).values("translation_key")
    lijst = Page.objects.filter(locale__language_code="nl", depth__gt=2, numchild__gt=0).exclude(
        translation_key__in=daar
    )[0]
    adres = f"/admin/localize/submit/page/{lijst.pk}/"
    scherm = pagina(admin_client.get(adres))
    assert "Wijzig samen" in scherm.tekst(".help-info") and not scherm.heeft("[type=checkbox][name=include_subtree]")
    admin_client.post(adres, {"locales": [oekraiens.pk], "include_subtree": "on"})
    assert lijst.get_translation(oekraiens).get_descendants().count() == 0


@pytest.mark.usefixtures("eigen_index")
def test_what_is_there_in_every_language_leads_to_those_pages(admin_client: Client) -> None:
    """By its address (no button leads there) the form opened with nothing to choose."""
    bron = Artikel.objects.get(slug="ik-slaap-slecht", locale__language_code="nl")
    adres = f"/admin/localize/submit/page/{bron.pk}/"
    alle = Locale.objects.exclude(language_code="nl")
    admin_client.post(adres, {"locales": [taal.pk for taal in alle]})
    for scherm in (pagina(admin_client.get(adres)), pagina(admin_client.post(adres, {"locales": [alle[0].pk]}))):
        assert "al in elke taal" in scherm.tekst("main") and not scherm.heeft("main input[type=submit]")
        wegen = {f"/admin/pages/{vertaling.pk}/edit/" for vertaling in bron.get_translations()}
        assert wegen <= set(scherm.waarden("main a", "href")) and len(wegen) == alle.count()
