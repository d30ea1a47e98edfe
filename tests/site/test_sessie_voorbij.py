"""A session that ended while somebody typed in the admin, or in a page of ours with another window beside it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kennisplatform.basis.models import Begrip
from kennisplatform.deelnemers.models import Gebruiker
from leernetwerk.models import Praktijkvoorbeeld
from tests.pagina import Pagina, pagina

pytestmark = pytest.mark.django_db
HTML = {"HTTP_ACCEPT": "text/html,*/*;q=0.8"}


def geheim(client: Client) -> str:
    """That of whoever is there now, as any page with a form gives it."""
    return pagina(client.get(reverse("account_login"), follow=True)).velden("form")["csrfmiddlewaretoken"]


def ligt_klaar(client: Client) -> tuple[Pagina, dict[str, Any]]:
    blad = pagina(client.get(reverse("verder")))
    return blad, blad.velden("form[data-alsnog]")


def test_what_an_editor_typed_lies_ready_after_signing_in(als: Callable[[str], Client]) -> None:
    """Wagtail led to the door, and a text of an hour was gone."""
    redacteur = Gebruiker.objects.get(pk=als("Eindredacteur").session["_auth_user_id"])
    buiten = Client(enforce_csrf_checks=True)
    adres = reverse(Begrip.snippet_viewset.get_url_name("add"))
    stukken = {"blocks": [{"text": "Een alinea die een uur kostte.", "key": "abcde"}], "entityMap": {}}
    velden = {
        "code": "nieuw-begrip",
        "naam": "Een begrip",
        "uitleg": json.dumps(stukken),
        "op": "2026-12-01T05:37:49.97",
    }
    weg = buiten.post(adres, velden | {"csrfmiddlewaretoken": geheim(buiten)}, **HTML)
    assert weg.status_code == 403 and "/account/verder/" in pagina(weg).links("main a")["Aanmelden"].replace("%2F", "/")
    gelezen = pagina(weg).teksten("main blockquote")
    assert "Een alinea die een uur kostte." in gelezen and not [t for t in gelezen if "blocks" in t or "2026" in t]
    buiten.force_login(redacteur)
    blad, klaar = ligt_klaar(buiten)
    assert {naam: klaar[naam] for naam in velden} == velden  # 'code' is a term's name here, no secret
    assert blad.een("form[data-alsnog]")["action"] == adres
    buiten.post(adres, klaar, **HTML)
    assert buiten.get(reverse("verder")).status_code == 302  # pressed, so not kept any longer


def test_a_script_of_the_admin_gets_the_answer_that_it_knows() -> None:
    buiten = Client()
    assert buiten.post("/admin/pages/2/edit/", {"title": "x"}, HTTP_ACCEPT="application/json").status_code == 302


def test_signed_in_again_in_another_window(als: Callable[[str], Client]) -> None:
    """The secret of the first window is an old one then; the words were only shown, to copy."""
    wie = Gebruiker.objects.get(pk=als("Redacteur").session["_auth_user_id"])
    client, voorbeeld = Client(enforce_csrf_checks=True), Praktijkvoorbeeld.objects.live()[0]
    client.force_login(wie)
    naar = reverse("gesprek_schrijf", args=[voorbeeld.pk])
    velden = {"tekst": "Hoe vonden jullie de eerste vrijwilligers?", "csrfmiddlewaretoken": "a" * 64}
    geheim(client)
    vreemd = client.post(naar, velden, HTTP_ORIGIN="https://elders.example")
    assert vreemd.status_code == 403 and client.get(reverse("verder")).status_code == 302  # somebody else wrote that
    weg = client.post(naar, velden, HTTP_ORIGIN="http://testserver")
    assert weg.status_code == 403 and reverse("verder") in pagina(weg).links("main a").values()
    assert "ligt klaar" in pagina(weg).tekst("main") and "niet bewaard" not in pagina(weg).tekst("main")
    _blad, klaar = ligt_klaar(client)
    assert klaar["tekst"] == velden["tekst"]
    assert client.post(naar, klaar, HTTP_ORIGIN="http://testserver").status_code == 200  # at its other boxes
