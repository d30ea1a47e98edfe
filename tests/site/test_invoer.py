"""Whatever is typed or pasted into an address: a normal page or a plain 400 or 404, never an error."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db

RAAR = [
    "x" * 10_000,
    "de het een",
    "!!!???",
    "' OR 1=1 --",
    "<script>alert(1)</script>",
    "thema:(vallen AND -x) ~2 ^9",
    "السقوط",
    "падіння",
    "\u202e",
    "a\tb\nc",
    "%",
    "\\",
    "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"),
    '[]{}^"~*?:\\/',
]
LIJSTEN = ["/zoeken/", "/menukaart/", "/preventie/", "/zorgpaden/", "/leernetwerk/"]


@pytest.mark.parametrize("pad", LIJSTEN)
@pytest.mark.parametrize("q", RAAR, ids=range(len(RAAR)))
def test_search_text(client: Client, pad: str, q: str) -> None:
    antwoord = client.get(pad, {"q": q})
    assert antwoord.status_code == 200
    assert "<script>alert" not in antwoord.content.decode()


@pytest.mark.parametrize("pad", LIJSTEN)
@pytest.mark.parametrize(
    "query",
    [
        "pagina=0",
        "pagina=-3",
        "pagina=abc",
        "pagina=9999999999999999999999",
        "pagina=1.5",
        "pagina=²",
        "pagina=",
        "thema=bestaatniet",
        "thema=",
        "thema=" + "y" * 5000,
        "&".join(f"thema=t{n}" for n in range(200)),
        "bewijs=erkenning-verlopen&bewijs=<b>",
        "volgorde=wachtwoord",
        "volgorde[]=1",
        "onbekend=1",
        "soort=../../etc",
        "letterlijk=ja",
        "q=vallen&thema=zorgzame-buurt&thema=zorgzame-buurt",
        "q=%ff%fe",
        "thema=%ff",
    ],
)
def test_filters_and_pages(client: Client, pad: str, query: str) -> None:
    assert client.get(f"{pad}?{query}").status_code == 200


@pytest.mark.parametrize("pad", ["/menukaart/%00/", "/buurten/%00/"])
def test_null_bytes_in_a_path(client: Client, pad: str) -> None:
    antwoord = client.get(pad)
    assert antwoord.status_code == 400
    assert "Dit adres klopt niet" in antwoord.content.decode()


@pytest.mark.parametrize(
    "pad", ["/zoeken/?q=%00", "/zoeken/?q=val%00len", "/menukaart/?thema=%00&q=%00", "/api/v1/zoeken?q=%00"]
)
def test_null_bytes_in_a_question_say_nothing(client: Client, pad: str) -> None:
    assert client.get(pad).status_code == 200


@pytest.mark.parametrize(
    "pad",
    [
        "/menukaart/bestaat-niet/",
        "/buurten/bestaat-niet/",
        "/buurten/1%27/",
        "/straat/geen-palet/320/x.svg",
        "/straat/zorgzame-buurt/999999/x.svg",
        "/straat/zorgzame-buurt/320/../x.svg",
        "/xx/",
        "/de/",
        "/" + "a/" * 200,
        "/media/documents/geheim.pdf",
        "/media/images/../../settings.py",
        "/documenten/999/x.pdf",
        "/" + quote("ü/"),
        "/menukaart/in-balans/dieper/",
    ],
)
def test_wrong_addresses(client: Client, pad: str) -> None:
    assert client.get(pad).status_code in {400, 404}


def test_writing_on_a_page_for_reading_may_not(client: Client) -> None:
    assert client.post("/zoeken/", {"q": "x"}).status_code == 405
    assert client.post("/menukaart/", {}).status_code == 405
    assert client.delete("/buurten/").status_code == 405


def test_no_result_points_a_way(client: Client) -> None:
    inhoud = client.get("/menukaart/?thema=bestaatniet").content.decode()
    assert "Met deze keuzes samen is er niets" in inhoud and "Wis alle filters" in inhoud
    inhoud = client.get("/zoeken/?q=qqqzzzxxx").content.decode()
    assert "/onderwerpen/" in inhoud and "/contact/" in inhoud
