"""What becomes of a question: reminded, passed on to the coach, ended, asked whether it helped, and forgotten."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.post.models import Bericht
from leernetwerk.contact import onderhoud, vragen, wie
from leernetwerk.contact.models import Contactverzoek
from leernetwerk.models import Praktijkvoorbeeld
from tests import mensen
from tests.leernetwerk.contact.hulp import post_aan
from tests.leernetwerk.hulp import client
from tests.pagina import pagina

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index")]


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
