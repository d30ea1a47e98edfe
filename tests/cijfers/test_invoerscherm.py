"""Taking in a file by the screen and by the command: looked at, taken in, taken back."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from kennisplatform.cijfers.models import Cijfer, Cijferinvoer
from tests import mensen
from tests.cijfers.hulp import KWB, nu
from tests.pagina import pagina

pytestmark = pytest.mark.django_db


def test_one_file_pressed_three_times_is_one_file() -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(mensen.medewerker("transitieteam"))
    adres, bron = (
        reverse("cijferinvoeren"),
        Cijfer.objects.filter(bron__code="85984NED").values_list("bron", flat=True)[0],
    )
    velden = {**pagina(client.get(adres)).velden("main form.formulier"), "bron": bron}
    for _keer in range(3):
        bestand = SimpleUploadedFile("kwb_2026.csv", KWB.encode())
        assert client.post(adres, {**velden, "bestand": bestand}).status_code == 302
    assert Cijferinvoer.objects.count() == 1


def test_the_team_takes_in_a_file_on_the_screen_and_takes_it_back(
    client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    client.force_login(mensen.medewerker("transitieteam"))
    assert pagina(client.get(reverse("werkplek"))).heeft(f'a[href="{reverse("cijferinvoeren")}"]')
    bron = Cijfer.objects.filter(bron__code="85984NED").values_list("bron", flat=True)[0]

    def druk(adres: str, **velden: object) -> Any:
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(adres, velden)

    def stuur(inhoud: str) -> str:
        antwoord = druk(
            reverse("cijferinvoeren"), bestand=SimpleUploadedFile("kwb_2026.csv", inhoud.encode()), bron=bron
        )
        assert antwoord.status_code == 302
        return str(antwoord["Location"])

    adres = stuur(KWB.replace("3 550", "veel"))
    blad = pagina(client.get(adres))
    assert "Eén cel klopt niet" in blad.tekst("main") and not blad.heeft("button[name=bewaar]")
    druk(adres, bewaar="1")
    assert nu("BU03920105", "inwoners", "2026") is None, "a fault can't be pushed through"
    adres = stuur(KWB)
    assert "4 nieuwe cijfers, 0 anders, 0 gelijk. Eén nieuw gebied." in pagina(client.get(adres)).tekst("main")
    assert nu("BU03920105", "inwoners", "2026") is None
    druk(adres, bewaar="1")
    assert nu("BU03920105", "inwoners", "2026") is not None
    invoer = Cijferinvoer.objects.get(stand="opgenomen")
    assert invoer.rauw is None and invoer.verslag is None and invoer.nieuw == 4
    assert "4 nieuwe cijfers" in pagina(client.get(adres)).tekst("main")
    assert "Dit moet nog worden ingevuld." in pagina(druk(adres, terug="1")).tekst("main")
    druk(adres, terug="1", reden="verkeerd jaar")
    assert "verkeerd jaar" in pagina(client.get(adres)).tekst("main")
    assert nu("BU03920105", "inwoners", "2026") is None
    assert "gebied;indicator" in client.get(reverse("cijfersjabloon")).content.decode("utf-8-sig")


def test_the_command_looks_takes_in_and_refuses(tmp_path: Path) -> None:
    bestand = tmp_path / "kwb_2026.csv"
    bestand.write_text(KWB)
    uit = io.StringIO()
    call_command("haalcijfers", str(bestand), bron="85984NED", proef=True, stdout=uit)
    assert "4 nieuw" in uit.getvalue() and "Alleen gekeken." in uit.getvalue()
    call_command("haalcijfers", str(bestand), bron="85984NED", stdout=uit)
    call_command("haalcijfers", terug=Cijferinvoer.objects.get().pk, stdout=uit)
    assert "4 cijfers teruggenomen." in uit.getvalue()
    bestand.write_text(KWB.replace("3 550", "veel"))
    with pytest.raises(CommandError, match="1 fouten: niets opgenomen"):
        call_command("haalcijfers", str(bestand), bron="85984NED", stdout=uit)
    assert "rij 3, AantalInwoners_5: ‘3 veel’" not in uit.getvalue() and "‘veel’ is geen getal" in uit.getvalue()


@pytest.mark.parametrize(
    ("naam", "code"),
    [
        ("85984NED_gemeente_wijk_2024.csv", "85984NED"),
        ("Vektis_2015_gemeente.csv", "vektis-zvw"),
        ("pdok_gemeente_2022.csv", "pdok-gebieden"),
        ("85231ned_nabijheid.csv", "85231NED"),
        ("83502NED_pc4.csv", "83502NED"),
        ("82949NED_gebieden_2015.csv", "82949NED"),
    ],
)
def test_a_file_that_names_its_table_needs_no_choice(client: Client, naam: str, code: str) -> None:
    client.force_login(mensen.medewerker("transitieteam"))
    bestand = SimpleUploadedFile(naam, KWB.encode())
    assert client.post(reverse("cijferinvoeren"), {"bestand": bestand}).status_code == 302
    assert Cijferinvoer.objects.get().bron.code == code


@pytest.mark.parametrize("naam", ["cijfers.csv", "85984NED en 85039NED.csv"])
def test_a_name_that_says_nothing_is_asked_about(client: Client, naam: str) -> None:
    client.force_login(mensen.medewerker("transitieteam"))
    antwoord = client.post(reverse("cijferinvoeren"), {"bestand": SimpleUploadedFile(naam, KWB.encode())})
    assert "aan de naam zien wij het niet" in pagina(antwoord).tekst("main") and not Cijferinvoer.objects.exists()
