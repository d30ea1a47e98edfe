"""A question to people who did it: who may ask whom, about what, and addresses that stay hidden."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from kennisplatform.deelnemers.models import Buurt, Gebruiker, Lidmaatschap
from kennisplatform.deelnemers.positie import zichtbaar_voor
from kennisplatform.post.models import Bericht
from leernetwerk.contact import vragen, wie
from leernetwerk.contact.models import Contactverzoek
from leernetwerk.delen.models import Inzending
from leernetwerk.models import Praktijkvoorbeeld
from tests import mensen, voorbeelden
from tests.leernetwerk.hulp import client
from tests.pagina import pagina

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index")]


def test_a_question_arrives_without_address_and_the_answer_comes_back(
    voorbeeld: Praktijkvoorbeeld, trekker: Gebruiker, vrager: Gebruiker, hier: Buurt
) -> None:
    adres = reverse("contact_vraag_over", args=[hier.slug, voorbeeld.pk])
    assert adres in client(vrager).get(voorbeeld.url).content.decode()
    namens = vrager.lidmaatschappen.get().buurt
    antwoord = client(vrager).post(adres, {"tekst": "Hoe vroeg u het?", "namens": namens.pk})
    brief = Bericht.objects.get(aan=trekker.email)
    assert (
        brief.onderwerp == "Een vraag over ‘Koffie in de hal’"
        and "Hoe vroeg u het?" in brief.tekst
        and "uit Daar" in brief.tekst
    )
    assert vrager.email not in brief.tekst
    client(trekker).post(antwoord["Location"], {"tekst": "Aan de balie, altijd."})
    terug = Bericht.objects.get(aan=vrager.email)
    assert "Aan de balie, altijd." in terug.tekst and trekker.email not in terug.tekst
    scherm = client(vrager).get(antwoord["Location"]).content.decode()
    assert "Aan de balie, altijd." in scherm and trekker.email not in scherm


def test_it_goes_to_who_the_example_names_and_else_to_a_lead(
    voorbeeld: Praktijkvoorbeeld, trekker: Gebruiker, hier: Buurt
) -> None:
    bewoner = mensen.lid(hier, "burgervertegenwoordiging")
    Inzending.objects.create(buurt=hier, schrijver=bewoner, contact=bewoner, pagina=voorbeeld)
    assert wie.contactpersoon(hier, voorbeeld) == bewoner
    Lidmaatschap.objects.filter(persoon=bewoner).delete()
    assert wie.contactpersoon(hier, voorbeeld) == trekker
    assert wie.contactpersoon(mensen.buurt("leeg")) is None


def test_without_a_kartrekker_the_coordinator_is_asked_and_then_the_coach() -> None:
    buurt = mensen.buurt("elders")
    mensen.lid(buurt, "gemeente")
    for rol in ("transitiecoach", "projectcoordinator", "kartrekker"):
        erbij = mensen.lid(buurt, rol)
        assert wie.contactpersoon(buurt) == erbij, rol
    assert wie.contactpersoon(mensen.buurt("daarginds")) is None


def test_one_more_word_of_the_asker_is_no_answer(
    verzoek: Contactverzoek, trekker: Gebruiker, vrager: Gebruiker
) -> None:
    assert vragen.zeg(verzoek=verzoek, door=vrager, tekst="En wanneer?").stand == "wacht"
    beantwoord = vragen.zeg(verzoek=verzoek, door=trekker, tekst="Op dinsdag.")
    toen = beantwoord.beantwoord_op
    assert beantwoord.stand == "beantwoord"
    assert vragen.zeg(verzoek=verzoek, door=trekker, tekst="En op vrijdag.").beantwoord_op == toen
    assert vragen.sluit(verzoek=verzoek, door=vrager).stand == "afgesloten"


def test_nobody_to_ask_says_so(vrager: Gebruiker) -> None:
    leeg = mensen.buurt("leeg")
    adres = reverse("contact_vraag", args=[leeg.slug])
    assert "nu niemand die antwoordt" in pagina(client(vrager).get(adres)).tekst()
    client(vrager).post(adres, {"tekst": "Is daar iemand?", "namens": vrager.lidmaatschappen.get().buurt_id})
    assert not Contactverzoek.objects.filter(buurt=leeg).exists()


def test_another_question_about_the_same_is_the_same_conversation(
    verzoek: Contactverzoek, hier: Buurt, vrager: Gebruiker
) -> None:
    vragen.vraag(buurt=hier, pagina=None, van=vrager, van_buurt=None, tekst="En wanneer?")
    assert Contactverzoek.objects.filter(van=vrager).count() == 1 and verzoek.regels.count() == 2


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("", "Schrijf wat u wilt weten."),
        ("x" * 3001, "Houd het bij 3.000 tekens."),
        ("Haar bsn is 111222333", "burgerservicenummer"),
    ],
)
def test_a_question_that_can_not_be_stays_with_an_explanation(
    hier: Buurt, trekker: Gebruiker, vrager: Gebruiker, tekst: str, melding: str
) -> None:
    namens = vrager.lidmaatschappen.get().buurt_id
    antwoord = client(vrager).post(reverse("contact_vraag", args=[hier.slug]), {"tekst": tekst, "namens": namens})
    assert (
        melding in antwoord.content.decode()
        and tekst in antwoord.content.decode()
        and not Contactverzoek.objects.filter(van=vrager).exists()
    )


def test_asking_for_another_neighbourhood_can_not_be(hier: Buurt, trekker: Gebruiker, vrager: Gebruiker) -> None:
    client(vrager).post(reverse("contact_vraag", args=[hier.slug]), {"tekst": "Hoe dan?", "namens": hier.pk})
    assert not Contactverzoek.objects.filter(van=vrager).exists()


def test_ten_questions_a_day_are_enough(vrager: Gebruiker) -> None:
    namens = vrager.lidmaatschappen.get().buurt_id
    for nummer in range(11):
        buurt = mensen.buurt(f"buurt-{nummer}")
        mensen.lid(buurt, "kartrekker")
        antwoord = client(vrager).post(
            reverse("contact_vraag", args=[buurt.slug]), {"tekst": "Hoe dan?", "namens": namens}
        )
    assert (
        "vandaag al tien vragen" in pagina(antwoord).tekst() and Contactverzoek.objects.filter(van=vrager).count() == 10
    )


def test_about_an_example_one_may_not_read_nothing_can_be_asked(
    hier: Buurt, trekker: Gebruiker, vrager: Gebruiker
) -> None:
    geheim = voorbeelden.geplaatst(hier, "geheim", zichtbaarheid="eigen")
    adres = reverse("contact_vraag_over", args=[hier.slug, geheim.pk])
    assert client(vrager).get(adres).status_code == 404 and client(trekker).get(adres).status_code == 200


@pytest.mark.parametrize(
    "naam", ["vreemde", "kartrekker", "transitiecoach", "transitieteam", "beheerder", "eindredacteur"]
)
def test_a_conversation_is_between_two_people(verzoek: Contactverzoek, hier: Buurt, naam: str) -> None:
    ander = mensen.iedereen(hier, mensen.buurt("elders"))[naam]
    assert client(ander).get(verzoek.get_absolute_url()).status_code == 403
    assert not zichtbaar_voor(Contactverzoek.objects.filter(pk=verzoek.pk), ander).exists()


def test_script_stays_text(verzoek: Contactverzoek, trekker: Gebruiker) -> None:
    vragen.zeg(verzoek=verzoek, door=trekker, tekst="<script>alert(1)</script> javascript:alert(2)")
    tekst = client(trekker).get(verzoek.get_absolute_url()).content.decode()
    assert "<script>alert" not in tekst and "&lt;script&gt;" in tekst and 'href="javascript:' not in tekst


def test_who_does_this_stands_on_the_intervention(voorbeeld: Praktijkvoorbeeld, hier: Buurt, vrager: Gebruiker) -> None:
    anoniem = Client().get("/menukaart/in-balans/").content.decode()
    assert (
        "Wie doet dit?" in anoniem
        and hier.get_absolute_url() in anoniem
        and reverse("contact_vraag", args=[hier.slug]) not in anoniem
    )
    assert reverse("contact_vraag", args=[hier.slug]) in client(vrager).get("/menukaart/in-balans/").content.decode()


def test_who_stopped_stands_no_longer_with_who_does_it(voorbeeld: Praktijkvoorbeeld, hier: Buurt) -> None:
    Praktijkvoorbeeld.objects.filter(pk=voorbeeld.pk).update(staat="gestopt")
    html = Client().get("/menukaart/in-balans/").content.decode()
    assert hier.get_absolute_url() not in html.partition("Wie doet dit?</h2>")[2].partition("</section>")[0]
