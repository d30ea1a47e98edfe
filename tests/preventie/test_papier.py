"""What residents and nurses take along on paper: few sheets, with the way back to the screen on them."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from pypdf import PdfReader
from qrcode import QRCode
from qrcode.constants import ERROR_CORRECT_M

from kennisplatform.basis.templatetags.druk import RAND, qr
from tests.pagina import plat

RANDEN = dict.fromkeys(("top", "right", "bottom", "left"), "10mm")  # as browsers print


def test_the_squares_are_those_of_the_address() -> None:
    adres = "https://platform.example/preventie/bang-om-te-vallen/"
    code = QRCode(error_correction=ERROR_CORRECT_M, border=RAND)
    code.add_data(adres)
    getekend: set[tuple[int, int]] = set()
    for x, y, b in re.findall(r"M(\d+) (\d+)h(\d+)v1", str(qr(adres)).split("<path d=")[1]):
        getekend |= {(int(x) + n, int(y)) for n in range(int(b))}
    assert getekend == {(x, y) for y, rij in enumerate(code.get_matrix()) for x, zwart in enumerate(rij) if zwart}
    assert qr("") == ""


@pytest.mark.django_db
def test_paper_says_where_it_can_be_read(client: Client) -> None:
    for adres in (
        "/preventie/hoge-bloeddruk/",
        "/kennis-naar-de-buurt/hitte-let-op-uw-buren/",
        "/stap-voor-stap/na-een-val/",
    ):
        inhoud = plat(client.get(f"{adres}?buurt=emmen").content.decode())
        assert f"http://testserver{adres}" in inhoud.split("Lees dit op uw telefoon:")[1][:120]


@pytest.mark.django_db
def test_the_leaflet_of_a_pathway_is_the_patients(client: Client) -> None:
    adres = "/zorgpaden/wondzorg-in-de-buurt/"
    assert 'href="?blad=folder"' in client.get(adres).content.decode()
    folder = plat(client.get(f"{adres}?blad=folder").content.decode())
    midden = folder.split("<main")[1].split("</main>")[0]
    assert "Wanneer belt u?" in midden and "Bel 112" in midden
    assert "De stappen" not in midden and "Bekostiging" not in midden and "Was dit nuttig" not in midden


@pytest.mark.browser
def test_a_sheet_to_fill_in_prints_empty_for_a_pen(adres: str, nieuw: Callable[..., Any]) -> None:
    scherm = nieuw(1280)
    scherm.goto(f"{adres}/invullen/web-van-positieve-gezondheid/")
    assert scherm.locator("figure.web").is_hidden()
    scherm.emulate_media(media="print")
    assert scherm.locator("figure.web").is_visible() and scherm.locator("p.met-pen").first.is_visible()
    assert scherm.get_by_text("Wat gaat goed, en wilt u zo houden?").is_visible()
    assert scherm.get_by_role("button", name="Maak mijn blad").is_hidden()


@pytest.mark.browser
def test_how_many_sheets(adres: str, nieuw: Callable[..., Any]) -> None:
    scherm = nieuw(1280)
    for pad, meest in {
        "/preventie/wat-is-suikerziekte/": 2,
        "/preventie/thuis-sterven/": 2,
        "/stap-voor-stap/zwanger-en-dan/": 1,
        "/kennis-naar-de-buurt/veilig-helpen-met-eten/?blad=kaart": 1,
        "/kennis-naar-de-buurt/overeind-na-een-val/?blad=groep": 1,  # the longest
        "/zorgpaden/thuismonitoring-hartfalen/?blad=folder": 1,
        "/zorgpaden/stevig-ouderschap/?blad=folder": 1,  # the longest
        "/invullen/web-van-positieve-gezondheid/": 2,
    }.items():
        assert scherm.goto(adres + pad).ok, pad
        assert len(PdfReader(io.BytesIO(scherm.pdf(format="A4", margin=RANDEN))).pages) <= meest, pad


@pytest.mark.browser
def test_paper_for_colleagues_holds_no_talk_and_no_buttons(adres: str, nieuw: Callable[..., Any]) -> None:
    scherm = nieuw(718)  # as wide as a sheet between its margins: a phone's rules are not paper's
    scherm.emulate_media(media="print")
    scherm.goto(f"{adres}/menukaart/welzijn-op-recept/")
    for weg in ("Vragen en ervaringen", "Iets voor uw buurt?"):
        assert scherm.get_by_role("heading", name=weg, include_hidden=True).is_hidden(), weg
    scherm.goto(f"{adres}/zorgpaden/diabeteszorg-in-de-buurt/")
    for stap in scherm.locator(".pad > li").all():
        wie, wat = (stap.locator(deel).bounding_box() for deel in (".wie", ".wat"))
        assert wie["x"] + wie["width"] <= wat["x"]
