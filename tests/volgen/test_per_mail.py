"""Being told by mail: as often as was asked for, never twice, and stopped with one click."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kennisplatform.basis.nachtwerk import Nachtwerk
from kennisplatform.post.models import Bericht
from kennisplatform.volgen import lijst, overzichten
from kennisplatform.volgen.models import Hoe, Voorkeur
from leernetwerk.models import Praktijkvoorbeeld
from tests import brengen, mensen
from tests.pagina import pagina as bladzijde
from tests.volgen.hulp import client_van, gebeurt, volgt

pytestmark = pytest.mark.django_db


def test_one_mail_a_day_with_everything_and_nothing_twice(
    pagina: Praktijkvoorbeeld, django_capture_on_commit_callbacks: Any
) -> None:
    lid = volgt(mensen.persoon(), pagina)
    with django_capture_on_commit_callbacks(execute=True):
        gebeurt(pagina, 1)
        gebeurt(pagina, 2)
    assert not mail.outbox  # not at once
    for _keer in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            brengen.een(Nachtwerk, "berichten over wat mensen volgen").doe()
    (brief,) = mail.outbox
    assert brief.to == [lid.email] and "Nieuwe vraag 1" in brief.body and "Nieuwe vraag 2" in brief.body
    assert brief.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert brief.extra_headers["List-Unsubscribe"].strip("<>") in brief.body


def test_who_read_it_already_gets_no_mail(pagina: Praktijkvoorbeeld) -> None:
    lid = volgt(mensen.persoon(), pagina)
    gebeurt(pagina)
    lijst.lees(persoon=lid)
    assert overzichten.stuur_alles() == 0


def test_at_once_goes_after_the_commit_and_never_never(
    pagina: Praktijkvoorbeeld, django_capture_on_commit_callbacks: Any
) -> None:
    meteen, nooit = volgt(mensen.persoon(), pagina, Hoe.METEEN), volgt(mensen.persoon(), pagina, Hoe.NOOIT)
    with django_capture_on_commit_callbacks(execute=True):
        gebeurt(pagina, titel="Nieuwe vraag bij Otago")
        assert not mail.outbox
    assert [(b.to, b.subject) for b in mail.outbox] == [([meteen.email], "Nieuwe vraag bij Otago")]
    assert overzichten.stuur_alles() == 0
    assert lijst.ongelezen(nooit) == 1
    # Mail on again: not a pile of what is old.
    lijst.kies_mail(persoon=nooit.pk, hoe=Hoe.DAGELIJKS)
    assert overzichten.stuur_alles() == 0


def test_who_chose_every_day_gets_a_mail_every_day(pagina: Praktijkvoorbeeld) -> None:
    volgt(mensen.persoon(), pagina, Hoe.DAGELIJKS)
    uit = []
    for dag in range(2):
        gebeurt(pagina, dag)
        uit.append(overzichten.stuur_alles(timezone.now() + dt.timedelta(days=dag)))
    assert uit == [1, 1]


def test_how_often_is_chosen_on_the_page_and_nonsense_changes_nothing(pagina: Praktijkvoorbeeld) -> None:
    lid = volgt(mensen.persoon(), pagina)
    client = client_van(lid)
    for keuze, zegt in (("wekelijks", "Bewaard. U krijgt mail"), ("elk-uur", "Kies hoe vaak u mail wilt")):
        antwoord = client.post(reverse("volgen_mail"), {"hoe": keuze}, follow=True)
        assert any(zegt in tekst for tekst in bladzijde(antwoord).teksten(".melding"))
        assert Voorkeur.objects.get(persoon=lid).hoe == Hoe.WEKELIJKS


def test_a_site_that_sends_nothing_by_itself_keeps_it_for_the_run(
    pagina: Praktijkvoorbeeld, settings: Any, django_capture_on_commit_callbacks: Any
) -> None:
    settings.POST = settings.POST | {"DIRECT": "nee"}
    volgt(mensen.persoon(), pagina, Hoe.METEEN)
    with django_capture_on_commit_callbacks(execute=True):
        gebeurt(pagina)
    assert not Bericht.objects.filter(onderwerp="Nieuwe vraag 1").exists()
    assert overzichten.stuur_alles(met_dag=False) == 1


def test_weekly_is_once_a_week(pagina: Praktijkvoorbeeld) -> None:
    volgt(mensen.persoon(), pagina, Hoe.WEKELIJKS)
    maandag = timezone.make_aware(dt.datetime(2026, 11, 16, 3))
    uit = []
    for dag in range(9):
        gebeurt(pagina, dag)
        uit.append(overzichten.stuur_alles(maandag + dt.timedelta(days=dag)))
    assert uit == [1, 0, 0, 0, 0, 0, 0, 1, 0]


def test_stopping_by_a_button_without_signing_in(pagina: Praktijkvoorbeeld) -> None:
    lid = volgt(mensen.persoon(), pagina)
    link = overzichten.stoplink(lid.pk)
    pad = "/" + link.split("/", 3)[3]
    client = Client(enforce_csrf_checks=True)  # a mail programme has no token of ours
    assert "Stuur mij geen mail meer" in client.get(pad).content.decode()
    assert lijst.hoe_van(lid) == Hoe.DAGELIJKS  # opening the link is not enough: scanners open links
    assert client.post(pad, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert lijst.hoe_van(lid) == Hoe.NOOIT
    gebeurt(pagina)
    assert overzichten.stuur_alles() == 0


def test_the_stop_link_of_another_cannot_be_guessed(pagina: Praktijkvoorbeeld) -> None:
    lid = volgt(mensen.persoon(), pagina)
    echt = overzichten.stoplink(lid.pk).rstrip("/").rsplit("/", 1)[1]
    _pk, handtekening = echt.split(":")
    client = Client()
    for vals in (f"{lid.pk + 1}:{handtekening}", f"{lid.pk}:x", str(lid.pk), "x", "%00", echt + "x"):
        for methode in (client.get, client.post):
            assert methode(f"/leernetwerk/volgen/stop/{vals}/").status_code in {400, 404}
    assert not Voorkeur.objects.exists()
    weg = overzichten.stoplink(mensen.persoon().pk + 10_000)  # ours, of an account that is gone: the same answer
    assert client.post("/" + weg.split("/", 3)[3]).status_code == 200


def test_a_name_does_not_stand_in_what_is_kept(pagina: Praktijkvoorbeeld) -> None:
    dader = mensen.lid(mensen.buurt("ergens"))
    volger = volgt(mensen.persoon(), pagina)
    gebeurt(pagina, door=dader)
    assert str(dader) in client_van(volger).get(reverse("volgen")).content.decode()
    naam = str(dader)
    dader.delete()
    assert naam not in client_van(volger).get(reverse("volgen")).content.decode()


def test_a_line_in_the_mail_leads_to_the_site(pagina: Praktijkvoorbeeld) -> None:
    volgt(mensen.persoon(), pagina)
    gebeurt(pagina)
    overzichten.stuur_alles()
    assert re.search(r"https?://[^\s]+/leernetwerk/\n", Bericht.objects.get().tekst)
