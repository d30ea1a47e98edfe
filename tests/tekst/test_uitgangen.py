"""Each way out of the house, with a row from before the rule: the others come out, and what comes out can be read."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from xml.etree import ElementTree

import icalendar
import openpyxl
import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from kennisplatform.agenda.models import Bijeenkomst
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.preventie.models import Artikel
from kennisplatform.tekst.uitgang import cel
from leernetwerk.models import Praktijkvoorbeeld
from tests import mensen, voorbeelden
from tests.agenda import hulp as agenda

pytestmark = pytest.mark.django_db
# One of every kind that a database keeps and some program can't read.
GIF = "Zo\x92n \x08\x0b\x1f\x7f\u2028\u2029\ufffe\u202e\u200b\ufeff kop"
GOED = "Zo’n"
BUURT = "=Wijk \x0b\x08\x92"


@pytest.fixture
def vergiftigd() -> dict[str, object]:
    """Written past the rule, as rows from before it are."""
    buurt = mensen.buurt("gif")
    een = agenda.bijeenkomst(buurt)
    Bijeenkomst.objects.filter(pk=een.pk).update(titel=GIF, omschrijving=GIF, plaats=GIF)
    Artikel.objects.filter(slug="bang-om-te-vallen").update(title=GIF, samenvatting=GIF)
    verhaal = voorbeelden.geplaatst(buurt)
    Praktijkvoorbeeld.objects.filter(pk=verhaal.pk).update(title=GIF, samenvatting=GIF, plaats=GIF)
    Buurt.objects.filter(pk=buurt.pk).update(naam=BUURT, gemeente=GIF[:60])
    een.refresh_from_db()
    return {"buurt": buurt, "bijeenkomst": een, "verhaal": verhaal}


def xml(inhoud: bytes) -> str:
    return "".join(ElementTree.fromstring(inhoud).itertext())


def kalender(inhoud: bytes) -> str:
    return str([str(deel.get("summary", "")) for deel in icalendar.Calendar.from_ical(inhoud).walk()])


def jsonfeed(inhoud: bytes) -> str:
    return str([item["title"] for item in json.loads(inhoud)["items"]])


@pytest.mark.parametrize(
    ("naam", "lees"),
    [
        ("agenda_feed", xml),
        ("agenda_json", jsonfeed),
        ("agenda_ics", kalender),
        ("leernetwerk_feed", xml),
        ("leernetwerk_json", jsonfeed),
        ("onderwerp_feed", xml),
    ],
)
def test_feeds(vergiftigd: dict[str, object], naam: str, lees: Callable[[bytes], str]) -> None:
    antwoord = Client().get(reverse(naam, args=["vallen"] if naam == "onderwerp_feed" else []))
    assert antwoord.status_code == 200
    tekst = lees(antwoord.content)
    assert GOED in tekst and not set(tekst) & set("\x92\x08\x0b\x1f\x7f\u2028\ufffe\u202e")


@pytest.mark.parametrize("soort", ["csv", "xlsx"])
def test_the_register_goes_out_whole(vergiftigd: dict[str, object], soort: str) -> None:
    client = Client()
    client.force_login(mensen.medewerker("transitieteam"))
    antwoord = client.get(f"/register/export/?soort={soort}")
    assert antwoord.status_code == 200
    if soort == "csv":
        rijen = list(csv.reader(io.StringIO(antwoord.content.decode("utf-8-sig"), newline=""), delimiter=";"))
    else:
        blad = openpyxl.load_workbook(io.BytesIO(antwoord.content)).active
        rijen = [[str(waarde or "") for waarde in rij] for rij in blad.iter_rows(values_only=True)]
    assert len(rijen) == Buurt.objects.count() + 1
    namen = [rij[rijen[0].index("naam")] for rij in rijen]
    assert any(naam.startswith("'=Wijk") for naam in namen)


@pytest.mark.parametrize("naam", [BUURT, "\x08\x0b", "'[:]'", "=Wijk/\x92?"])
def test_a_neighbourhood_may_be_called_anything_on_a_sheet(vergiftigd: dict[str, object], naam: str) -> None:
    """Its name is that of the sheet: what a file can't hold there made it an error."""
    een = Buurt.objects.get(slug="westwijk")
    Buurt.objects.filter(pk=een.pk).update(naam=naam)
    antwoord = Client().get(reverse("buurtcijfers_csv", args=[een.slug]), {"soort": "xlsx"})
    assert openpyxl.load_workbook(io.BytesIO(antwoord.content)).active.max_row > 2


def test_signing_up_sends_its_mail(vergiftigd: dict[str, object], django_capture_on_commit_callbacks: Callable) -> None:
    """The title stands in the subject: one letter that nobody sees made every sign-up fail."""
    een = vergiftigd["bijeenkomst"]
    with django_capture_on_commit_callbacks(execute=True):
        antwoord = Client().post(
            f"{een.get_absolute_url()}aanmelden/", {"naam": "Ria", "email": "ria@voorbeeld.example"}, follow=True
        )
    assert antwoord.status_code == 200
    assert een.deelnames.count() == 1
    assert mail.outbox and GOED in mail.outbox[-1].subject and "\u202e" not in mail.outbox[-1].body


@pytest.mark.parametrize(
    ("waarde", "uit"),
    [("=1+1", "'=1+1"), ("-3", "'-3"), (None, ""), (3, "3"), ("\x08=1", "'=1"), ("gewoon\x0b", "gewoon\n")],
)
def test_a_cell_is_shown_and_never_computed(waarde: object, uit: str) -> None:
    assert cel(waarde) == uit
