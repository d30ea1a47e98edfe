"""A question to people who did it: addresses hidden, reminded, passed on to the coach, ended, and asked whether it helped."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kennisplatform.deelnemers.models import Buurt, Gebruiker, Lidmaatschap
from kennisplatform.deelnemers.positie import zichtbaar_voor
from kennisplatform.post.models import Bericht
from leernetwerk.contact import onderhoud, vragen, wie
from leernetwerk.contact.models import Contactverzoek
from leernetwerk.delen.models import Inzending
from leernetwerk.models import Praktijkvoorbeeld
from tests import mensen, voorbeelden
from tests.leernetwerk.test_delen import client
from tests.pagina import pagina

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index")]


@pytest.fixture
def hier() -> Buurt:
    return mensen.buurt("hier")


@pytest.fixture
def trekker(hier: Buurt) -> Gebruiker:
    return mensen.lid(hier, "kartrekker")


@pytest.fixture
def vrager() -> Gebruiker:
    return mensen.lid(mensen.buurt("daar"), "gemeente")


@pytest.fixture
def voorbeeld(hier: Buurt) -> Praktijkvoorbeeld:
    return voorbeelden.geplaatst(hier, titel="Koffie in de hal")


@pytest.fixture
def verzoek(hier: Buurt, trekker: Gebruiker, vrager: Gebruiker) -> Contactverzoek:
    return vragen.vraag(buurt=hier, pagina=None, van=vrager, van_buurt=None, tekst="Hoe vroeg u het?")


def post_aan(persoon: Gebruiker) -> list[str]:
    return [bericht.onderwerp for bericht in Bericht.objects.filter(aan=persoon.email).order_by("pk")]


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


def test_reminded_after_five_and_ten_working_days_and_then_the_coach(
    verzoek: Contactverzoek, hier: Buurt, trekker: Gebruiker
) -> None:
    coach = mensen.lid(hier, "transitiecoach")
    Bericht.objects.all().delete()
    for dagen, brieven, mag in ((3, 0, 403), (7, 1, 403), (10, 1, 403), (14, 2, 403), (22, 2, 200)):
        Contactverzoek.objects.filter(pk=verzoek.pk).update(gemaakt=timezone.now() - dt.timedelta(days=dagen))
        onderhoud.herinner()
        onderhoud.herinner()
        assert (len(post_aan(trekker)), client(coach).get(verzoek.get_absolute_url()).status_code) == (brieven, mag), (
            dagen
        )
    assert post_aan(coach) == ["Onbeantwoord: een vraag aan Hier"]
    client(coach).post(verzoek.get_absolute_url(), {"tekst": "Ik zoek het uit."})
    verzoek.refresh_from_db()
    assert verzoek.beantwoord_op is not None


def test_answered_or_closed_reminds_nobody_again(verzoek: Contactverzoek, trekker: Gebruiker) -> None:
    vragen.zeg(verzoek=verzoek, door=trekker, tekst="Zo.")
    Contactverzoek.objects.exclude(pk=verzoek.pk).delete()  # the demo's
    Bericht.objects.all().delete()
    Contactverzoek.objects.update(gemaakt=timezone.now() - dt.timedelta(days=30))
    onderhoud.herinner()
    assert not Bericht.objects.exists()


def test_both_close_and_who_asked_says_whether_it_helped(
    verzoek: Contactverzoek, trekker: Gebruiker, vrager: Gebruiker
) -> None:
    ervoor = post_aan(trekker)
    client(trekker).post(reverse("contact_sluiten", args=[verzoek.sleutel]))
    assert post_aan(trekker) == ervoor  # who ends it knows
    assert post_aan(vrager) == ["Heeft het geholpen? Over ‘Hier’"]
    hulp = reverse("contact_geholpen", args=[verzoek.sleutel])
    client(trekker).post(hulp, {"hulp": "ja"})
    verzoek.refresh_from_db()
    assert verzoek.geholpen == ""
    for keuze, zegt in (("deels", "Dank u. Zo weten wij of vragen helpt."), ("nee", "Dat had u al gezegd.")):  # once
        assert zegt in pagina(client(vrager).post(hulp, {"hulp": keuze}, follow=True)).teksten(".melding")
    verzoek.refresh_from_db()
    assert verzoek.geholpen == "deels"
    assert not any("hielp" in onderwerp for onderwerp in post_aan(trekker))  # only a yes is told


def test_who_was_asked_hears_that_it_was_ended(verzoek: Contactverzoek, trekker: Gebruiker, vrager: Gebruiker) -> None:
    client(vrager).post(reverse("contact_sluiten", args=[verzoek.sleutel]))
    assert post_aan(trekker)[-1] == "Afgesloten: ‘Hier’"
    assert post_aan(vrager) == ["Heeft het geholpen? Over ‘Hier’"]


def test_who_answered_hears_that_it_helped_and_who_was_silent_does_not(
    verzoek: Contactverzoek, trekker: Gebruiker, vrager: Gebruiker
) -> None:
    vragen.zeg(verzoek=verzoek, door=trekker, tekst="Begin klein.")
    vragen.sluit(verzoek=verzoek, door=vrager)
    hulp = reverse("contact_geholpen", args=[verzoek.sleutel])
    assert "krijgt wie antwoordde een bedankje" in pagina(client(vrager).get(verzoek.get_absolute_url())).tekst()
    for _keer in range(2):
        client(vrager).post(hulp, {"hulp": "ja"})
    assert post_aan(trekker).count("Uw antwoord hielp: ‘Hier’") == 1
    assert not any("hielp" in onderwerp for onderwerp in post_aan(vrager))


def test_after_closing_nothing_is_sent_and_nothing_lost(
    verzoek: Contactverzoek, trekker: Gebruiker, vrager: Gebruiker
) -> None:
    vragen.sluit(verzoek=verzoek, door=trekker)
    antwoord = client(vrager).post(verzoek.get_absolute_url(), {"tekst": "Dit had ik nog willen vragen."})
    tekst = antwoord.content.decode()
    assert "net afgesloten" in tekst and "Dit had ik nog willen vragen." in tekst and verzoek.regels.count() == 1


def test_script_stays_text(verzoek: Contactverzoek, trekker: Gebruiker) -> None:
    vragen.zeg(verzoek=verzoek, door=trekker, tekst="<script>alert(1)</script> javascript:alert(2)")
    tekst = client(trekker).get(verzoek.get_absolute_url()).content.decode()
    assert "<script>alert" not in tekst and "&lt;script&gt;" in tekst and 'href="javascript:' not in tekst


def test_the_usual_time_to_answer_stands_there_once_it_says_something(
    hier: Buurt, trekker: Gebruiker, voorbeeld: Praktijkvoorbeeld
) -> None:
    assert wie.antwoordtijd(hier) is None
    vandaag = timezone.localtime().replace(hour=9)
    maandag = vandaag - dt.timedelta(days=14 + vandaag.weekday())
    for dagen in (1, 2, 9):
        een = Contactverzoek.objects.create(buurt=hier, aan=trekker)
        Contactverzoek.objects.filter(pk=een.pk).update(
            gemaakt=maandag, beantwoord_op=maandag + dt.timedelta(days=dagen)
        )
    assert wie.antwoordtijd(hier) == 2
    Contactverzoek.objects.filter(buurt=hier).update(beantwoord_op=maandag + dt.timedelta(hours=1))
    assert wie.antwoordtijd(hier) == 1  # the same day is within one
    Contactverzoek.objects.filter(buurt=hier).update(beantwoord_op=maandag + dt.timedelta(days=2))
    assert "binnen 2 werkdagen" in pagina(client(trekker).get(voorbeeld.url)).tekst()


def test_working_days_skip_the_weekend() -> None:
    vrijdag = timezone.make_aware(dt.datetime(2026, 11, 6, 12))
    for dagen, werk in ((0, 0), (1, 0), (2, 0), (3, 1), (7, 5), (10, 6), (14, 10)):
        assert wie.werkdagen(vrijdag, vrijdag + dt.timedelta(days=dagen)) == werk, dagen


def test_who_leaves_takes_their_own_messages_along(
    verzoek: Contactverzoek, vrager: Gebruiker, trekker: Gebruiker
) -> None:
    from kennisplatform.deelnemers.gegevens import bronnen

    vragen.zeg(verzoek=verzoek, door=trekker, tekst="Zo deden wij het.")
    for bron in bronnen():
        bron.vergeet(vrager)
    vrager.delete()
    assert list(verzoek.regels.values_list("tekst", flat=True)) == ["Zo deden wij het."]
    assert "iemand die het platform verliet" in pagina(client(trekker).get(verzoek.get_absolute_url())).tekst()


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


def test_old_conversations_go(verzoek: Contactverzoek, trekker: Gebruiker) -> None:
    onderhoud.ruim_op()
    assert Contactverzoek.objects.filter(pk=verzoek.pk).exists()
    vragen.sluit(verzoek=verzoek, door=trekker)
    Contactverzoek.objects.update(gesloten_op=timezone.now() - dt.timedelta(days=366))
    onderhoud.ruim_op()
    assert not Contactverzoek.objects.filter(pk=verzoek.pk).exists()


def test_who_has_no_name_gives_away_no_address(hier: Buurt, trekker: Gebruiker) -> None:
    naamloos = mensen.lid(mensen.buurt("daar"), wie=mensen.persoon("naamloos"))
    Gebruiker.objects.filter(pk=naamloos.pk).update(first_name="", last_name="")
    naamloos.refresh_from_db()
    verzoek = vragen.vraag(buurt=hier, pagina=None, van=naamloos, van_buurt=None, tekst="Hoe?")
    schermen = [
        client(trekker).get(adres).content.decode()
        for adres in (verzoek.get_absolute_url(), reverse("contact"), reverse("werkplek"))
    ]
    brieven = [bericht.tekst for bericht in Bericht.objects.filter(aan=trekker.email)]
    assert all(naamloos.email not in tekst for tekst in schermen + brieven) and "Een lid" in schermen[0]
