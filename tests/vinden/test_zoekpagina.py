"""What the search page makes of an answer: dozens that are not about the question are no answer, and nothing is no end."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page

from kennisplatform.vinden.models import Vastgezet
from tests.pagina import pagina, plat

pytestmark = pytest.mark.django_db
ZWAK = "wifi werkt niet"


def treffers(pagina: str) -> int:
    return sum(lijst.count("<h2>") for lijst in re.findall(r'<ol class="treffers".*?</ol>', pagina, re.DOTALL))


def zoek(client: Client, **get: str) -> str:
    return plat(client.get("/zoeken/", get).content.decode())


def test_of_what_is_not_about_the_question_five_are_shown_and_the_rest_on_request(client: Client) -> None:
    pagina = zoek(client, q=ZWAK)
    assert "Wij vonden niets dat precies over uw vraag gaat" in pagina
    assert treffers(pagina) == 5
    meer = re.search(r'href="(\?[^"]*)#telling">Toon alle (\d+) resultaten', pagina)
    assert meer and int(meer[2]) > 5
    alles = client.get("/zoeken/" + meer[1].replace("&amp;", "&")).content.decode()
    assert treffers(alles) == min(20, int(meer[2]))
    assert "Toon alle" not in alles.partition('<ol class="treffers"')[2]


def test_an_answer_is_not_cut_short(client: Client) -> None:
    pagina = zoek(client, q="ik ben bang om te vallen")
    assert "niets dat precies" not in pagina
    assert treffers(pagina) > 5


def test_who_filters_looks_through_all_of_them(client: Client) -> None:
    assert treffers(zoek(client, q=ZWAK, soort="artikel")) > 5


def test_a_kind_without_results_leads_back_to_those_of_other_kinds(client: Client) -> None:
    alles = int(client.get("/zoeken/", {"q": "depressief"}).context["antwoord"].totaal)
    leeg = next(
        soort
        for soort in ("buurt", "thema", "document")
        if not client.get("/zoeken/", {"q": "depressief", "soort": soort}).context["antwoord"].totaal
    )
    antwoord = client.get("/zoeken/", {"q": "depressief", "soort": leeg})
    (ruimer,) = antwoord.context["verruimingen"]
    assert ruimer.aantal == alles
    assert "Met deze keuzes samen is er niets." in antwoord.content.decode()
    assert client.get(f"/zoeken/?{ruimer.adres}").context["antwoord"].totaal == alles
    gekozen = [tab for tab in antwoord.context["blad"].tabs if tab.gekozen]
    assert [tab.aantal for tab in gekozen] == [0], "the kind that was chosen stays in sight"


def test_letters_in_common_with_a_real_word_are_no_result(client: Client) -> None:
    pagina = zoek(client, q="huwelijk")
    assert treffers(pagina) == 0
    assert "Hier vonden wij niets over" in pagina
    assert 'id="soorten"' not in pagina and "Filters" not in pagina
    assert re.search(r"Toon alle \d+ resultaten", pagina), "who wants to see them can"
    assert treffers(zoek(client, q="fisioterapuit")) == 5, "a word that nobody spells so may be meant as something"


def test_what_an_editor_put_on_top_is_an_answer(
    client: Client, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    pagina = Page.objects.get(slug="contact")
    with django_capture_on_commit_callbacks(execute=True):
        Vastgezet.objects.create(zoekvraag="huwelijk", pagina=pagina)
    tekst = zoek(client, q="huwelijk")
    assert treffers(tekst) == 1
    assert "Uitgekozen door de redactie" in tekst and "niets dat precies" not in tekst
    assert re.search(r"Toon alle \d+ resultaten", tekst)


def test_nobody_is_helped_to_finish_a_cry_for_help(client: Client) -> None:
    assert client.get("/api/v1/suggesties", {"q": "ik wil dood"}).json()["suggesties"] == []
    assert client.get("/api/v1/suggesties", {"q": "ik wil bew"}).json()["suggesties"]


def test_half_a_word_is_told_as_half_a_word(client: Client) -> None:
    pagina = zoek(client, q="eenz")
    assert "niets dat precies" not in pagina
    assert "Hier staat ‘eenzaam’. Dat begint met ‘eenz’." in pagina


def test_what_else_there_is_for_residents_stands_above_what_is_not_for_them(client: Client) -> None:
    """'Mijn buurvrouw is zo alleen' stood below thirteen interventions, for who had typed 'eenzaam'."""
    blad = zoek(client, q="eenzaam").partition("<main")[2]
    assert blad.index("Ik voel me") < blad.index("Ook gevonden") < blad.index("Mijn buurvrouw is zo alleen")
    assert blad.index("Mijn buurvrouw is zo alleen") < blad.index("Voor professionals") < blad.index("GLANS")


def test_professionals_material_stands_in_a_group_of_its_own_below(client: Client) -> None:
    pagina = zoek(client, q="stoppen met roken")
    voor, kop, na = pagina.partition("<main")[2].partition("Voor professionals")
    assert kop and "Ik wil" in voor and "groepstraining" in na and "groepstraining" not in voor
    assert (
        "Voor professionals" not in zoek(client, q="interventies roken").partition("<main")[2].partition("</main>")[0]
    )


def test_where_nothing_is_precise_it_says_what_to_do(client: Client) -> None:
    for vraag in (ZWAK,):
        pagina = zoek(client, q=vraag)
        assert "Bel uw huisarts" in pagina and "Stel uw vraag aan de redactie" in pagina
        assert "Alle onderwerpen" in pagina


@pytest.mark.parametrize("taal", ["", "/ar", "/pl"])
def test_help_stands_before_the_results_on_every_page_for_every_language(client: Client, taal: str) -> None:
    for vraag in ("je veux mourir", "муж бьет меня", "şiddet", "geweld"):
        pagina = client.get(f"{taal}/zoeken/", {"q": vraag}).content.decode()
        assert 'role="alert"' in pagina.partition('id="lijst"')[0], vraag


@pytest.mark.parametrize("vraag", ["mijn man slaat me", "ik wil niet meer leven"])
def test_what_others_must_not_read_is_kept_nowhere_and_can_be_left_at_once(client: Client, vraag: str) -> None:
    antwoord = client.get("/zoeken/", {"q": vraag})
    assert 'id="snel-weg"' in antwoord.content.decode() and "no-store" in antwoord["Cache-Control"]
    assert pagina(antwoord).tekst("title") == "Zoeken · De buurt als ecosysteem"
    gewoon = client.get("/zoeken/", {"q": "mijn man heeft pijn op de borst"})
    assert "112" in gewoon.content.decode() and 'id="snel-weg"' not in gewoon.content.decode()
