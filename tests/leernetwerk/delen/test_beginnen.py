"""Sharing an example: where it begins, from an intervention, an earlier example or a report."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import QuerySet
from django.urls import reverse

from kennisplatform.deelnemers.models import Buurt, Gebruiker
from leernetwerk.delen import uitgangspunt
from leernetwerk.delen.models import Inzending
from tests import mensen, voorbeelden
from tests.basis import bestanden as maak_bestand
from tests.leernetwerk.hulp import client, stap
from tests.pagina import pagina

pytestmark = pytest.mark.django_db


def van(buurt: Buurt) -> QuerySet[Inzending]:
    """Without the demo's own."""
    return Inzending.objects.filter(buurt=buurt)


def test_who_is_in_a_neighbourhood_begins_there(hier: Buurt, schrijver: Gebruiker) -> None:
    antwoord = client(schrijver).post(reverse("delen_nieuw"), {"buurt": hier.pk})
    nieuw = van(hier).get()
    assert antwoord["Location"] == stap(nieuw, "verhaal")
    assert (nieuw.buurt, nieuw.schrijver, nieuw.contact) == (hier, schrijver, schrijver)


def test_for_a_neighbourhood_one_does_not_belong_to_can_not_be(schrijver: Gebruiker) -> None:
    daar = mensen.buurt("daar")
    antwoord = client(schrijver).post(reverse("delen_nieuw"), {"buurt": daar.pk})
    assert antwoord.status_code == 200 and not van(daar).exists()


def test_without_a_network_the_page_shows_the_way() -> None:
    tekst = client(mensen.persoon()).get(reverse("delen_nieuw")).content.decode()
    assert "U hoort nog niet bij een buurtnetwerk" in tekst and "Zoek uw buurt" in tekst


def test_from_an_intervention_link_and_theme_are_there(hier: Buurt, schrijver: Gebruiker) -> None:
    interventie = voorbeelden.Interventie.objects.get(slug="in-balans")
    adres = f"{reverse('delen_nieuw')}?interventie={interventie.pk}"
    assert f"Wij doen dit ook: {interventie.title}" in client(schrijver).get(adres).content.decode()
    client(schrijver).post(adres, {"buurt": hier.pk, "interventie": interventie.pk})
    nieuw = van(hier).get()
    assert [p.pk for p in nieuw.gebruikt.all()] == [interventie.pk] and nieuw.thema == interventie.hoofdthema


def test_of_an_earlier_example_what_it_cost_goes_along_not_what_was_learned(
    hier: Buurt, schrijver: Gebruiker, concept: Inzending
) -> None:
    concept.uren = "3 uur per week"
    concept.save()
    client(schrijver).post(reverse("delen_nieuw"), {"buurt": hier.pk, "eerder": concept.pk})
    nieuw = van(hier).exclude(pk=concept.pk).get()
    assert nieuw.uren == "3 uur per week" and not nieuw.wat_werkte


@pytest.mark.usefixtures("concept")  # there is one of one's own to choose as well
def test_an_example_of_another_network_is_no_starting_point(hier: Buurt, schrijver: Gebruiker) -> None:
    daar = mensen.buurt("daar")
    vreemd = voorbeelden.concept(daar, mensen.lid(daar))
    antwoord = client(schrijver).post(reverse("delen_nieuw"), {"buurt": hier.pk, "eerder": vreemd.pk})
    assert antwoord.context["formulier"].errors["eerder"] and van(hier).count() == 1


def test_the_text_of_a_report_lands_at_the_questions() -> None:
    tekst = '\n'.join([
        "Koffie in de hal", "Veel mensen waren alleen.", "Aanpak", "Elke dinsdag koffie.", "Daarna aanbellen.",
        "Wat ging goed", "Aanbellen werkte.", "Knelpunten:", "Posters lazen weinig mensen.", "3. Kosten",
        "40 euro per maand.",
    ])  # fmt: skip  # a list of words
    uit = uitgangspunt.verdeel(tekst)
    assert uit["titel"] == "Koffie in de hal" and uit["aanleiding"] == "Veel mensen waren alleen."
    assert uit["aanpak"] == "Elke dinsdag koffie.\n\nDaarna aanbellen." and uit["wat_werkte"] == "Aanbellen werkte."
    assert uit["wat_niet_werkte"] == "Posters lazen weinig mensen." and uit["kosten"] == "40 euro per maand."


@pytest.mark.parametrize(
    ("naam", "woord"),
    [("spel.exe", "Kies een PDF, een Word-bestand"), ("verslag.docx", "Dit is een programma, geen PDF")],
)
def test_a_document_that_can_not_be_read_says_so_at_the_field(
    hier: Buurt, schrijver: Gebruiker, naam: str, woord: str
) -> None:
    bestand = SimpleUploadedFile(naam, b"MZ\x90 dit is een programma")
    antwoord = client(schrijver).post(reverse("delen_nieuw"), {"buurt": hier.pk, "document": bestand})
    assert woord in str(antwoord.context["formulier"].errors["document"])
    assert not van(hier).exists()


@pytest.mark.parametrize(
    ("maak", "woord"),
    [
        (maak_bestand.pdf_op_slot, "zit een wachtwoord"),
        (maak_bestand.pdf_xfa, "alleen Acrobat toont"),
        (maak_bestand.docx_altchunk, "alleen Word erbij haalt"),
        (lambda: maak_bestand.pdf_losse_letters("kwartelvlinder in de buurtkamer"), "staat elke letter los"),
        (lambda: maak_bestand.pdf("", ""), "Is het een scan?"),
    ],
)
def test_why_no_text_comes_out_is_told_with_what_to_do(
    hier: Buurt, schrijver: Gebruiker, maak: Callable[[], bytes], woord: str
) -> None:
    """A PDF behind a password was asked whether it was a scan."""
    bestand = SimpleUploadedFile("verslag.pdf", maak())
    antwoord = client(schrijver).post(reverse("delen_nieuw"), {"buurt": hier.pk, "document": bestand})
    melding = str(antwoord.context["formulier"].errors["document"])
    assert woord in melding and "plak de tekst" in melding.lower() and not van(hier).exists()


def test_a_document_with_more_text_than_a_question_has_room_for_says_so(hier: Buurt, schrijver: Gebruiker) -> None:
    lang = maak_bestand.docx(
        "".join(maak_bestand.docx_alinea(f"Zin {n} van een lang verslag over de buurt.") for n in range(300))
    )
    bestand = SimpleUploadedFile("verslag.docx", lang)
    antwoord = client(schrijver).post(reverse("delen_nieuw"), {"buurt": hier.pk, "document": bestand}, follow=True)
    assert "langer dan in een vraag past" in pagina(antwoord).tekst("body")
