"""A translation that waits for a decision: what is decided about it, and that it stays what it is meanwhile."""

# ruff: noqa: F401, F811  # fixtures that two files share are imported, and named again where a test asks for them

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource

from tests import mensen
from tests.pagina import pagina
from tests.redactie.vertaalhulp import bron, chef, klaar, meldingen, vertaling

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index")]

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
