"""Following on the site: the buttons, the list, and what is read."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from kennisplatform.deelnemers.models import Buurt
from kennisplatform.volgen.models import Melding, Volg
from leernetwerk.models import Praktijkvoorbeeld
from tests import mensen
from tests.pagina import pagina as bladzijde
from tests.volgen.hulp import client_van, gebeurt, volgt

pytestmark = pytest.mark.django_db


def test_following_and_stopping_with_the_buttons_on_the_page(pagina: Praktijkvoorbeeld, hier: Buurt) -> None:
    lid = mensen.persoon()
    client = client_van(lid)
    assert "Volg deze pagina" in bladzijde(client.get(pagina.url)).tekst()
    assert "Volg deze buurt" in bladzijde(client.get(hier.get_absolute_url())).tekst()
    assert "Volg deze" not in Client().get(pagina.url).content.decode()
    antwoord = client.post(
        reverse("volgen_zet"), {"soort": "pagina", "sleutel": pagina.pk, "doe": "volg", "terug": pagina.url}
    )
    assert antwoord["Location"] == pagina.url
    assert "U volgt deze pagina" in bladzijde(client.get(pagina.url)).tekst()
    assert pagina.title in client.get(reverse("volgen")).content.decode()
    client.post(reverse("volgen_zet"), {"soort": "pagina", "sleutel": pagina.pk, "doe": "stop"})
    assert not Volg.objects.exists()


def test_the_newest_notice_comes_first(pagina: Praktijkvoorbeeld) -> None:
    """On the workspace there is room for three: it showed the three oldest, so a new one was never seen there."""
    lid = volgt(mensen.persoon(), pagina)
    for n in range(1, 6):
        gebeurt(pagina, n, titel=f"Nummer {n}")
    client = client_van(lid)
    for adres, namen in ((reverse("werkplek"), "543"), (reverse("volgen"), "54321")):
        tekst = bladzijde(client.get(adres)).tekst("main")
        gezien = list(dict.fromkeys(re.findall(r"Nummer (\d)", tekst)))  # a button says its title again
        assert gezien == list(namen), adres


@pytest.mark.parametrize(
    "gegeven",
    [
        {"soort": "pagina", "sleutel": "999999999999999999999999"},
        {"soort": "pagina", "sleutel": "²"},
        {"soort": "buurt", "sleutel": "x'; --"},
        {"soort": "niets", "sleutel": "1"},
        {"soort": "thema", "sleutel": "geen-thema"},
        {"sleutel": "1"},
        {"soort": "pagina", "sleutel": ""},
    ],
)
def test_what_is_not_there_can_not_be_followed(gegeven: dict[str, str]) -> None:
    assert client_van(mensen.persoon()).post(reverse("volgen_zet"), gegeven | {"doe": "volg"}).status_code == 404
    assert not Volg.objects.exists()


def test_a_closed_page_can_not_be_followed(pagina: Praktijkvoorbeeld) -> None:
    pagina.unpublish()
    antwoord = client_van(mensen.persoon()).post(
        reverse("volgen_zet"), {"soort": "pagina", "sleutel": pagina.pk, "doe": "volg"}
    )
    assert antwoord.status_code == 404


@pytest.mark.parametrize(
    "terug", ["https://elders.example/", "//elders.example/x", "javascript:alert(1)", "\\\\elders.example"]
)
def test_back_stays_on_this_site(pagina: Praktijkvoorbeeld, terug: str) -> None:
    data = {"soort": "pagina", "sleutel": pagina.pk, "doe": "volg", "terug": terug}
    assert client_van(mensen.persoon()).post(reverse("volgen_zet"), data)["Location"] == reverse("volgen")


def test_reading_marks_as_read_and_anothers_message_does_not_exist(pagina: Praktijkvoorbeeld) -> None:
    lid, ander = volgt(mensen.persoon(), pagina), volgt(mensen.persoon(), pagina)
    gebeurt(pagina, 1)
    gebeurt(pagina, 2)
    client = client_van(lid)
    assert "2 nieuwe berichten" in bladzijde(client.get("/werkplek/")).tekst()
    eerste = Melding.objects.filter(persoon=lid).last()
    assert client.get(reverse("volgen_lees", args=[eerste.pk]))["Location"] == "/leernetwerk/"
    assert "Eén nieuw bericht" in bladzijde(client.get("/werkplek/")).tekst()
    van_ander = Melding.objects.filter(persoon=ander).first()
    assert client.get(reverse("volgen_lees", args=[van_ander.pk])).status_code == 404
    client.post(reverse("volgen_gelezen"), {"melding": van_ander.pk})
    assert Melding.objects.filter(persoon=ander, gelezen=None).count() == 2
    client.post(reverse("volgen_gelezen"))
    assert "Geen nieuwe berichten" in bladzijde(client.get("/werkplek/")).tekst()
    assert Melding.objects.filter(persoon=ander, gelezen=None).count() == 2


def test_script_in_a_title_is_text(pagina: Praktijkvoorbeeld) -> None:
    lid = volgt(mensen.persoon(), pagina)
    gebeurt(pagina, titel="<script>alert(1)</script>", uitleg="<img src=x onerror=alert(1)>")
    for adres in (reverse("volgen"), "/werkplek/"):
        tekst = client_van(lid).get(adres).content.decode()
        assert "<script>alert" not in tekst and "<img src=x" not in tekst and "&lt;script&gt;" in tekst


def test_a_theme_can_be_followed_on_its_own_page(hier: Buurt) -> None:
    client, adres = Client(), "/themas/preventie-als-mindset/"
    assert "Volg het thema" not in client.get(adres).content.decode()
    client.force_login(mensen.lid(hier, "gemeente", mensen.persoon("volger")))
    html = client.get(adres).content.decode()
    assert "Volg het thema" in html
    formulier = dict(re.findall(r'<input type="hidden" name="(soort|sleutel|terug)" value="([^"]*)"', html))
    assert client.post(reverse("volgen_zet"), formulier | {"doe": "volg"}).headers["Location"] == adres
    assert "U volgt het thema" in bladzijde(client.get(adres)).tekst()
    assert "Volg het thema" not in client.get("/onderwerpen/bewegen/").content.decode()
