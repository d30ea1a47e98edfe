"""A language's own form: no copy of the whole site in one request; it says how many pages are put ready."""

from __future__ import annotations

import pytest
from django.test import Client
from wagtail.models import Locale, Page
from wagtail_localize.models import LocaleSynchronization

from tests.pagina import pagina

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
