"""Writing and sending the newsletter: once to each reader, whatever stops the run."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.post.models import Bericht
from leernetwerk.podium import verzenden
from leernetwerk.podium.models import Abonnee, Nieuwsbrief, Uitlichting
from tests import mensen
from tests.leernetwerk.hulp import client
from tests.leernetwerk.nieuwsbrief.hulp import KLIK, REDEN, lezers, pad, verstuur

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index")]


def adressen() -> list[str]:
    return list(Bericht.objects.order_by("pk").values_list("aan", flat=True))


def test_from_stage_to_mailbox(
    licht: Uitlichting, redacteur: Gebruiker, django_capture_on_commit_callbacks: Any
) -> None:
    lezers(2)
    c = client(redacteur)
    formulier = c.get(reverse("brief_nieuw")).content.decode()
    assert re.search(rf'value="{licht.pk}"[^>]*checked', formulier)  # what is current is chosen already
    gegeven = {
        "onderwerp": "Wat\n misging",
        "opening": "Dag <b>buren</b>.\n\nLees mee.",
        "slot": "",
        "uitlichtingen": [licht.pk],
    }
    zien = c.post(reverse("brief_nieuw"), gegeven)["Location"]
    voor = c.get(zien).content.decode()
    assert "Verstuur aan 2 lezers" in voor and "Wat misging" in voor and "Dag &lt;b&gt;buren&lt;/b&gt;." in voor
    brief = Nieuwsbrief.objects.get()
    c.post(reverse("brief_proef", args=[brief.pk]))
    proef = Bericht.objects.get()
    assert proef.aan == redacteur.email and proef.onderwerp == "Proef: Wat misging"
    sturen = reverse("brief_versturen", args=[brief.pk])
    gezien = re.search(r'name="gezien" value="([^"]+)"', c.get(sturen).content.decode())
    assert gezien
    with django_capture_on_commit_callbacks(execute=True):
        c.post(sturen, {"gezien": gezien[1]})
    post = Bericht.objects.get(aan="lezer0@bewoner.example")
    assert (post.onderwerp, Bericht.objects.count()) == ("Wat misging", 3)
    # The same as the preview and the test mail, but for the way out.
    assert weg_uit(post.tekst) == weg_uit(proef.tekst) and weg_uit(post.html) == weg_uit(proef.html)
    assert REDEN in post.tekst and licht.voorbeeld.url in post.tekst and REDEN in post.html
    assert "<b>" not in post.html and "<img" not in post.html and "utm_" not in post.html
    brief.refresh_from_db()
    assert (brief.stand, brief.aantal) == ("verstuurd", 2)
    assert brief.onderwerp in Client().get(reverse("nieuwsbrieven")).content.decode()
    assert REDEN in Client().get(brief.get_absolute_url()).content.decode()


def weg_uit(tekst: str) -> str:
    return re.sub(r"/nieuwsbrief/(afmelden/[^/]+|aanmelden)/", "/X/", tekst)


def test_every_letter_carries_its_own_way_out(brief: Nieuwsbrief) -> None:
    lezers(2)
    verstuur(brief)
    verzenden.hervat()
    een, twee = Bericht.objects.order_by("pk")
    assert een.koppen["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    link = een.koppen["List-Unsubscribe"].strip("<>")
    assert link in een.tekst and link in een.html and link not in twee.tekst
    # A mail program posts it without cookie, page or account.
    antwoord = Client(enforce_csrf_checks=True).post(pad(link), KLIK)
    assert antwoord.status_code == 200 and not antwoord.cookies
    assert list(Abonnee.objects.values_list("email", flat=True)) == ["lezer1@bewoner.example"]
    assert Client().post(pad(link), KLIK).status_code == 200  # twice is once


@pytest.mark.parametrize("na", [0, 1, 99, 100, 137, 249])
def test_who_is_stopped_half_way_goes_on_and_sends_nothing_twice(
    brief: Nieuwsbrief, monkeypatch: pytest.MonkeyPatch, na: int
) -> None:
    lezers(250)
    verstuur(brief)
    echt, geteld = verzenden.verstuur, 0

    def stuk(**velden: Any) -> Bericht:
        nonlocal geteld
        if geteld == na:
            raise SystemExit("killed")
        geteld += 1
        return echt(**velden)

    monkeypatch.setattr(verzenden, "verstuur", stuk)
    with pytest.raises(SystemExit):
        verzenden.hervat()
    brief.refresh_from_db()
    assert len(adressen()) == brief.aantal == na // 100 * 100  # whole portions, with how far they got
    monkeypatch.setattr(verzenden, "verstuur", echt)
    call_command("verstuurnieuwsbrief", verbosity=0)
    brief.refresh_from_db()
    assert len(adressen()) == len(set(adressen())) == 250
    assert (brief.stand, brief.aantal) == ("verstuurd", 250)
    call_command("verstuurnieuwsbrief", verbosity=0)
    assert len(adressen()) == 250


def test_a_lost_pointer_sends_nothing_twice(brief: Nieuwsbrief) -> None:
    """The second lock: what lies in the outbox is not written again, whatever the row says."""
    lezers(3)
    verstuur(brief)
    verzenden.hervat()
    Nieuwsbrief.objects.update(stand="bezig", tot_abonnee=0, aantal=0)
    verzenden.hervat()
    assert len(adressen()) == 3


def test_who_joins_or_leaves_during_the_sending(brief: Nieuwsbrief, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verzenden, "PORTIE", 2)
    lezers(4)
    verstuur(brief)
    verzenden.verzend_portie(brief.pk)
    Abonnee.objects.filter(email="lezer3@bewoner.example").delete()
    Abonnee.objects.create(email="nieuw@bewoner.example", bevestigd_op=timezone.now())
    verzenden.hervat()
    assert adressen() == [f"lezer{n}@bewoner.example" for n in range(3)]


def test_a_broken_address_does_not_hold_up_the_others(brief: Nieuwsbrief) -> None:
    lezers(1)
    Abonnee.objects.create(email="kapot", bevestigd_op=timezone.now() - dt.timedelta(days=1))
    lezers(1, begin=5)
    verstuur(brief)
    assert verzenden.hervat() == 2 and len(adressen()) == 2


def test_member_and_address_of_one_person_is_one_mail(brief: Nieuwsbrief) -> None:
    lid, weg = mensen.persoon("lid"), mensen.persoon("weg", is_active=False)
    toen = timezone.now() - dt.timedelta(days=1)
    Abonnee.objects.create(persoon=lid, bevestigd_op=toen)
    Abonnee.objects.create(persoon=weg, bevestigd_op=toen)
    Abonnee.objects.create(email=lid.email, bevestigd_op=toen)
    Abonnee.objects.create(email="onbevestigd@bewoner.example")
    verstuur(brief)
    verzenden.hervat()
    assert adressen() == [lid.email]
