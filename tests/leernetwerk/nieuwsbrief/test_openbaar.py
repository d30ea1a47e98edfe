"""Never what is not public: not in the mail, the outbox, the archive or a preview, and not what nobody looked at."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.post.models import Bericht
from leernetwerk.models import Praktijkvoorbeeld
from leernetwerk.podium import uitlichten, verzenden
from leernetwerk.podium.models import Nieuwsbrief, Uitlichting
from tests import mensen, voorbeelden
from tests.leernetwerk.hulp import client
from tests.leernetwerk.nieuwsbrief.hulp import REDEN, lezers, verstuur

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index")]


@pytest.mark.parametrize("hoe", ["netwerken", "offline"])
def test_what_is_not_public_does_not_go_along(
    brief: Nieuwsbrief, voorbeeld: Praktijkvoorbeeld, redacteur: Gebruiker, monkeypatch: pytest.MonkeyPatch, hoe: str
) -> None:
    """Also when it stops being public halfway; and not in the archive, the preview or the test mail."""
    monkeypatch.setattr(verzenden, "PORTIE", 1)
    ander = voorbeelden.geplaatst(mensen.buurt("daar"), "blijft", titel="Blijft openbaar")
    vandaag = timezone.localdate()
    brief.uitlichtingen.add(uitlichten.licht_uit(voorbeeld=ander, reden="Blijft.", van=vandaag, tot=vandaag, door=None))
    lezers(2)
    verstuur(brief)
    verzenden.verzend_portie(brief.pk)
    if hoe == "offline":
        voorbeeld.unpublish()
    else:
        voorbeeld.zichtbaarheid = hoe
        voorbeeld.save_revision().publish()
    verzenden.hervat()
    client(redacteur).post(reverse("brief_proef", args=[brief.pk]))
    eerste, *later = Bericht.objects.order_by("pk")
    assert REDEN in eerste.tekst and len(later) == 2
    for post in later:
        assert REDEN not in post.tekst + post.html and voorbeeld.title not in post.tekst + post.html
        assert "Blijft openbaar" in post.tekst
    for adres in (brief.get_absolute_url(), reverse("nieuwsbrieven")):
        assert REDEN not in Client().get(adres).content.decode()
    scherm = client(redacteur).get(reverse("brief_zien", args=[brief.pk])).content.decode()
    assert voorbeeld.title not in scherm


def test_what_waits_in_the_mailbox_tells_no_more_of_what_was_closed(
    brief: Nieuwsbrief, voorbeeld: Praktijkvoorbeeld, django_capture_on_commit_callbacks: Any
) -> None:
    """A mail server that is away for a morning."""
    lezers(3)
    verstuur(brief)
    verzenden.hervat()
    weg, wacht, bezig = Bericht.objects.order_by("pk")
    Bericht.objects.filter(pk=weg.pk).update(verstuurd=timezone.now())
    Bericht.objects.filter(pk=bezig.pk).update(vast_tot=timezone.now() + dt.timedelta(minutes=1), vast_door="x")
    link = wacht.koppen["List-Unsubscribe"].strip("<>")
    with django_capture_on_commit_callbacks(execute=True):
        voorbeeld.zichtbaarheid = "eigen"
        voorbeeld.save_revision().publish()
    weg, wacht, bezig = Bericht.objects.order_by("pk")
    assert voorbeeld.title not in wacht.tekst + wacht.html and link in wacht.tekst and "Goedemorgen." in wacht.html
    assert voorbeeld.title in weg.tekst and voorbeeld.title in bezig.tekst  # gone is gone


def test_without_a_public_example_or_without_readers_nothing_goes(
    brief: Nieuwsbrief, voorbeeld: Praktijkvoorbeeld
) -> None:
    with pytest.raises(verzenden.Leeg):
        verstuur(brief)
    lezers(1)
    voorbeeld.unpublish()
    with pytest.raises(verzenden.Leeg):
        verstuur(brief)
    assert Nieuwsbrief.objects.get().stand == "concept"


def test_a_draft_is_the_editors(brief: Nieuwsbrief) -> None:
    assert Client().get(brief.get_absolute_url()).status_code == 404
    assert brief.onderwerp not in Client().get(reverse("nieuwsbrieven")).content.decode()


def test_what_a_colleague_changed_does_not_go_unseen(brief: Nieuwsbrief, redacteur: Gebruiker) -> None:
    lezers(1)
    c, adres = client(redacteur), reverse("brief_versturen", args=[brief.pk])
    for gezien in ("", "gisteren", "2020-01-01T00:00:00+00:00", "9999-99-99T99:99"):
        antwoord = c.post(adres, {"gezien": gezien}, follow=True)
        assert "intussen gewijzigd" in antwoord.content.decode()
    assert Nieuwsbrief.objects.get().stand == "concept" and not Bericht.objects.exists()


def test_after_sending_nothing_changes(brief: Nieuwsbrief, redacteur: Gebruiker, licht: Uitlichting) -> None:
    lezers(1)
    verstuur(brief)
    with pytest.raises(verzenden.NietMeer):
        verzenden.begin(nieuwsbrief=brief, gezien=brief.gewijzigd)
    gegeven = {"onderwerp": "Anders", "opening": "x", "uitlichtingen": [licht.pk]}
    assert client(redacteur).post(reverse("brief_wijzigen", args=[brief.pk]), gegeven).status_code == 302
    assert Nieuwsbrief.objects.get().onderwerp == "Wat misging"
