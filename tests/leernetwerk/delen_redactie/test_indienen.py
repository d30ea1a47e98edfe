"""Handing in: what is missing or looks like a person is said first, and everybody whose turn it is knows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.urls import reverse

from kennisplatform.deelnemers.models import Buurt, Gebruiker
from leernetwerk.delen import schrijven
from leernetwerk.delen.indienen import Onvolledig, dien_in
from leernetwerk.delen.keuzes import Stand
from leernetwerk.delen.models import Inzending
from tests.leernetwerk.delen_redactie.hulp import post_aan
from tests.leernetwerk.hulp import client, stap

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index")]


def test_what_is_missing_stands_on_top_with_a_link_to_the_question(hier: Buurt, schrijver: Gebruiker) -> None:
    leeg = schrijven.begin(buurt=hier, door=schrijver)
    antwoord = client(schrijver).post(stap(leeg, "nakijken"))
    tekst = antwoord.content.decode()
    assert (
        antwoord.status_code == 422
        and "Nog 5 dingen" in tekst
        and f"{stap(leeg, 'geleerd')}#id_wat_niet_werkte" in tekst
    )
    leeg.refresh_from_db()
    assert leeg.stand == Stand.CONCEPT and leeg.pagina is None


def test_what_looks_like_a_person_must_go_or_be_explained(schrijver: Gebruiker, concept: Inzending) -> None:
    concept.aanpak = "Bel mevrouw Jansen op 06-12345678, zij weet het."
    concept.save()
    antwoord = client(schrijver).post(stap(concept, "nakijken"), {"toestemming": "on"})
    assert antwoord.status_code == 422 and "<mark>06-12345678</mark>" in antwoord.content.decode()
    redenen = {f"reden-{v.code}": "Openbaar nummer van de balie" for v, _reden in antwoord.context["vondsten"]}
    assert len(redenen) == 2
    een = dict([redenen.popitem()])
    assert client(schrijver).post(stap(concept, "nakijken"), een).status_code == 422  # one of the two
    assert client(schrijver).post(stap(concept, "nakijken"), een | redenen).status_code == 302
    concept.refresh_from_db()
    assert {v["reden"] for v in concept.verklaringen} == {"Openbaar nummer van de balie"}


def test_a_declaration_holds_for_that_text_only(schrijver: Gebruiker, concept: Inzending) -> None:
    concept.verklaringen = [{"veld": "aanpak", "soort": "naam", "tekst": "mevrouw Jansen", "reden": "mag"}]
    concept.aanpak = "Wij spraken mevrouw Pietersen elke week even."
    concept.save()
    with pytest.raises(Onvolledig):
        dien_in(inzending=concept, door=schrijver, toestemming=True)


def test_a_result_without_source_does_not_pass(schrijver: Gebruiker, concept: Inzending) -> None:
    concept.resultaat = "De helft minder telefoontjes."
    concept.save()
    with pytest.raises(Onvolledig) as fout:
        dien_in(inzending=concept, door=schrijver, toestemming=True)
    assert list(fout.value.velden) == ["resultaat_bron"]


def test_a_result_beside_nothing_was_measured_is_a_contradiction(schrijver: Gebruiker, concept: Inzending) -> None:
    concept.resultaat, concept.niet_gemeten = "14 van de 40", True
    concept.save()
    antwoord = client(schrijver).post(stap(concept, "nakijken"), {"toestemming": "on"})
    assert antwoord.status_code == 422 and "een van de twee" in antwoord.content.decode()


@pytest.mark.parametrize(
    ("veld", "blad"), [("urenklasse", "inzet"), ("kostenklasse", "inzet"), ("uitkomst", "geleerd"), ("lezers", "beeld")]
)
def test_a_required_choice_that_was_left_out_is_an_error_at_its_step(
    schrijver: Gebruiker, concept: Inzending, veld: str, blad: str
) -> None:
    """Crafted: no browser sends it so. A row from before the rule says so too, instead of breaking."""
    if veld in client(schrijver).get(stap(concept, blad)).context["formulier"].fields:
        antwoord = client(schrijver).post(stap(concept, blad), {veld: ""})
        assert "Kies er een." in str(antwoord.context["formulier"].errors[veld])
    setattr(concept, veld, "")
    concept.save()
    antwoord = client(schrijver).post(stap(concept, "nakijken"), {"toestemming": "on"})
    assert antwoord.status_code == 422 and "Kies wat hier past" in antwoord.content.decode()


def test_handed_in_it_lies_with_the_editors_and_all_know(
    eind: Gebruiker, schrijver: Gebruiker, concept: Inzending, na: Callable[..., Any]
) -> None:
    ingediend = na(dien_in, inzending=concept, door=schrijver, toestemming=True)
    assert ingediend.pagina is not None and not ingediend.pagina.live
    assert post_aan(schrijver) == ["Ontvangen: ‘Koffie in de hal’"]
    assert len(post_aan(eind)) == 1 and "Koffie in de hal" in post_aan(eind)[0]
    assert "Nu aan zet:" in client(schrijver).get(ingediend.get_absolute_url()).content.decode()
    assert "Koffie in de hal" in client(eind).get(reverse("delen_redactie")).content.decode()
    # Nobody else is mailed by Wagtail about screens that they can't open.
    assert {b.to[0] for b in mail.outbox} == {schrijver.email, eind.email, "eindredacteur@demo.example"}


def test_the_editors_form_shows_who_wrote_it_and_what_looks_like_a_person(
    eind: Gebruiker, schrijver: Gebruiker, concept: Inzending, na: Callable[..., Any]
) -> None:
    concept.aanpak += " Bel mevrouw Jansen maar."
    concept.save()
    code = "aanpak:naam:mevrouw Jansen"
    nu = na(dien_in, inzending=concept, door=schrijver, toestemming=False, redenen={code: "Zij wil dit zelf"})
    tekst = client(eind).get(reverse("wagtailadmin_pages:edit", args=[nu.pagina_id])).content.decode()
    assert f"Ingezonden door {schrijver}" in tekst and "Zij wil dit zelf" in tekst and "zonder overleg" in tekst
    assert "Vraag de schrijver om aanvulling" in tekst and "Plaats niet, met reden" in tekst
