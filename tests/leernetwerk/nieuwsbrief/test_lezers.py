"""Readers of the newsletter: coming with a confirmation, leaving with one click, and nobody learns who reads."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kennisplatform.deelnemers.gegevens import bronnen
from kennisplatform.post.models import Bericht
from leernetwerk.podium import abonneren, links, onderhoud
from leernetwerk.podium.models import Abonnee
from tests import mensen
from tests.leernetwerk.hulp import client
from tests.leernetwerk.nieuwsbrief.hulp import KLIK, lezers, pad

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index")]
AANMELDEN = "/leernetwerk/uitgelicht/nieuwsbrief/aanmelden/"


def test_a_resident_signs_up_and_confirms(client: Client) -> None:
    antwoord = client.post(AANMELDEN, {"email": "Jo@Bewoner.example"}, follow=True)
    assert "Kijk in uw mail" in antwoord.content.decode()
    post = Bericht.objects.get()
    link = re.search(r"https?://\S+", post.tekst)
    assert post.aan == "jo@bewoner.example" and link and not Abonnee.objects.lezers().exists()
    assert client.get(pad(link[0])).status_code == 200  # a scanner opens links; only the button counts
    assert not Abonnee.objects.lezers().exists()
    assert "U krijgt de nieuwsbrief" in client.post(pad(link[0])).content.decode()
    assert Abonnee.objects.lezers().get().email == "jo@bewoner.example"
    assert client.post(pad(link[0])).status_code == 200


def test_the_answer_does_not_tell_who_is_a_reader() -> None:
    lezers(1)
    lid = mensen.persoon("lid")
    abonneren.zet_lid(persoon=lid, aan=True)
    bladen = set()
    for email in ("lezer0@bewoner.example", "niemand@bewoner.example", lid.email, mensen.persoon("geen").email):
        antwoord = Client().post(AANMELDEN, {"email": email})
        bladen.add(re.sub(r"csrf\S+", "", antwoord.content.decode()))
    assert len(bladen) == 1 and Bericht.objects.count() == 4  # also in time: each of them writes one mail
    assert "al op dit adres" in Bericht.objects.get(aan="lezer0@bewoner.example").tekst
    assert "al op dit adres" in Bericht.objects.get(aan=lid.email).tekst
    assert Abonnee.objects.lezers().count() == 2


def test_a_mailbox_is_not_flooded() -> None:
    for _keer in range(6):
        assert (
            "Kijk in uw mail" in Client().post(AANMELDEN, {"email": "jo@bewoner.example"}, follow=True).content.decode()
        )
    assert Bericht.objects.count() == 3
    for n in range(6):
        antwoord = Client().post(AANMELDEN, {"email": f"jo{n}@bewoner.example"})
    assert "Er kwamen veel aanmeldingen" in antwoord.content.decode() and Bericht.objects.count() == 7


@pytest.mark.parametrize(
    "email", ["", "jo", "jo@", "a@b.example\nBcc: c@d.example", '"a b"@c.example', "x" * 250 + "@b.example"]
)
def test_an_address_that_can_not_be(email: str) -> None:
    antwoord = Client().post(AANMELDEN, {"email": email})
    assert antwoord.context["formulier"].errors["email"] and not Abonnee.objects.exists()


@pytest.mark.parametrize(
    "bewijs", ["x", "0.0.0", "8f14e45f-ceea-467f-a3a5-9a1c2b3d4e5f.abc", "%F0%9F%8D%80", "a" * 3000]
)
def test_an_invented_link_does_nothing(bewijs: str) -> None:
    lezers(1)
    for naam in ("bevestigen", "afmelden"):
        adres = f"/leernetwerk/uitgelicht/nieuwsbrief/{naam}/{bewijs}/"
        assert Client().get(adres).status_code == 404 and Client().post(adres, KLIK).status_code == 404
    assert Abonnee.objects.count() == 1


def test_one_link_is_not_the_other() -> None:
    wacht = Abonnee.objects.create(email="jo@bewoner.example")
    af, aan = pad(links.afmeldlink(wacht)), pad(links.bevestiglink(wacht))
    Client().post(af.replace("afmelden", "bevestigen"))
    Client().post(aan.replace("bevestigen", "afmelden"))
    assert Abonnee.objects.get().bevestigd_op is None
    assert Client().get(af).status_code == 200 and Abonnee.objects.exists()  # GET only asks


def test_an_old_confirmation_does_not_work_and_the_address_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    abonneren.vraag_aan(email="jo@bewoner.example")
    link = links.bevestiglink(Abonnee.objects.get())
    lezers(1)
    Abonnee.objects.update(gemaakt=timezone.now() - dt.timedelta(days=6))
    onderhoud.ruim_op()
    assert Abonnee.objects.count() == 2
    Abonnee.objects.update(gemaakt=timezone.now() - dt.timedelta(days=8))
    onderhoud.ruim_op()
    assert list(Abonnee.objects.values_list("email", flat=True)) == ["lezer0@bewoner.example"]
    assert "werkt niet meer" in Client().post(pad(link)).content.decode()
    wacht = Abonnee.objects.create(email="jo@bewoner.example")
    monkeypatch.setattr(links, "BEVESTIG_BINNEN", dt.timedelta(seconds=-1))
    assert Client().post(pad(links.bevestiglink(wacht))).status_code == 404


def test_a_member_ticks_and_unticks() -> None:
    lid = mensen.persoon("lid")
    Abonnee.objects.create(email=lid.email)
    c, adres = client(lid), reverse("nieuwsbrief_lid")
    c.post(adres, {"aan": "on"})
    c.post(adres, {"aan": "on"})
    assert Abonnee.objects.get().persoon == lid and Abonnee.objects.lezers().exists()
    assert "checked" in c.get(AANMELDEN).content.decode()
    c.post(adres, {})
    assert not Abonnee.objects.exists()


def test_my_data_shows_and_forgets() -> None:
    lid = mensen.persoon("lid")
    abonneren.zet_lid(persoon=lid, aan=True)
    bron = next(b for b in bronnen() if b.code == "nieuwsbrief")
    assert bron.geef(lid)[0]["adres"] == lid.email and bron.geef(mensen.persoon("ander")) == []
    Abonnee.objects.all().delete()
    Abonnee.objects.create(email=lid.email)
    bron.vergeet(lid)
    assert not Abonnee.objects.exists()
