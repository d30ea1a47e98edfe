"""Kept pages: the same bytes for every stranger, a place of their own for who is signed in, and gone when they change."""

from __future__ import annotations

import gzip
import threading
from typing import Any

import brotli
import pytest
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from kennisplatform.basis.models import Begrip
from kennisplatform.preventie.models import Artikel
from kennisplatform.tekening import bewaren, getekend
from kennisplatform.tekening import journaal as journaal_module
from kennisplatform.tekening.journaal import journaal
from tests import mensen
from tests.pagina import pagina
from tests.vastleggen import leg_vast, vastgelegd, voor_de_commit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index", "bewaar")]
PAD = "/preventie/bang-om-te-vallen/"


def raak(antwoord: Any) -> bool:
    return antwoord.get("X-Cache") == "raak"


def artikel() -> Artikel:
    return Artikel.objects.get(slug="bang-om-te-vallen")


def test_the_second_visit_asks_nothing_and_gets_the_same(client: Client) -> None:
    eerst = client.get(PAD)
    with CaptureQueriesContext(connection) as vragen:
        daarna = client.get(PAD)
    assert not raak(eerst) and raak(daarna) and not vragen
    assert eerst.content == daarna.content
    assert eerst["Content-Security-Policy"] == daarna["Content-Security-Policy"]


@pytest.mark.parametrize(("aanvaardt", "soort"), [("gzip, br", "br"), ("gzip", "gzip"), ("", "")])
def test_packed_as_the_browser_asks_and_304_for_who_has_it(client: Client, aanvaardt: str, soort: str) -> None:
    kaal = client.get(PAD).content
    antwoord = client.get(PAD, HTTP_ACCEPT_ENCODING=aanvaardt)
    uitpakken = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}[soort]
    assert antwoord.get("Content-Encoding", "") == soort and uitpakken(antwoord.content) == kaal
    assert antwoord["Content-Length"] == str(len(antwoord.content)) and "Accept-Encoding" in antwoord["Vary"]
    weer = client.get(PAD, HTTP_IF_NONE_MATCH=antwoord["ETag"])
    assert (weer.status_code, weer.content) == (304, b"") and weer["ETag"] == antwoord["ETag"]


def test_only_asked_for_the_headers(client: Client) -> None:
    maat = len(client.get(PAD).content)
    antwoord = client.head(PAD)
    assert raak(antwoord) and antwoord.content == b"" and antwoord["Content-Length"] == str(maat)


def test_another_mark_after_a_change(client: Client) -> None:
    oud = client.get(PAD)["ETag"]
    een = artikel()
    een.title = "Een andere titel"
    with vastgelegd():
        een.save_revision().publish()
    antwoord = client.get(PAD, HTTP_IF_NONE_MATCH=oud)
    assert antwoord.status_code == 200 and pagina(antwoord).tekst("h1") == "Een andere titel"


def test_who_is_signed_in_gets_the_kept_page_with_their_own_pieces(client: Client) -> None:
    ander = Client()
    ander.force_login(mensen.persoon())
    leg_vast()
    vreemd = client.get(PAD)
    with CaptureQueriesContext(connection) as vragen:
        eigen = ander.get(PAD)
    assert "Mijn werkplek" in eigen.content.decode() and "Mijn werkplek" not in vreemd.content.decode()
    assert not any("preventie_artikel" in vraag["sql"] for vraag in vragen), "drawn anew for a reader"
    assert eigen.get("ETag") is None and "Mijn werkplek" not in Client().get(PAD).content.decode()


def test_withdrawing_is_at_once(client: Client) -> None:
    client.get(PAD)
    with vastgelegd():
        artikel().unpublish()
    assert client.get(PAD).status_code == 404


def test_a_renamed_term_is_everywhere(client: Client) -> None:
    client.get(PAD)
    begrip = Begrip.objects.get(soort="onderwerp", code="vallen")
    begrip.label = "Kukelen"
    with vastgelegd():
        begrip.save()
    assert "Kukelen" in client.get(PAD).content.decode()
    gevonden = [v.adres for v in client.get("/zoeken/?q=kukelen").context["blad"].getoond]
    assert PAD in gevonden


def test_what_an_open_transaction_changed_is_neither_kept_nor_hidden(client: Client) -> None:
    """The test itself is the open transaction: nothing of it is committed."""
    client.get(PAD)
    een = artikel()
    een.title = "Nog niet besloten"
    een.save_revision().publish()
    with voor_de_commit():
        assert pagina(client.get(PAD)).tekst("h1") == "Nog niet besloten"
    assert not any("Nog niet besloten" in str(b.inhoud) for b in bewaren.kast()._alle.values())


@pytest.mark.parametrize("pad", ["/zoeken/?q=vallen", "/bestaat-niet/", "/healthz", "/account/aanmelden/"])
def test_never_kept(client: Client, pad: str) -> None:
    client.get(pad)
    assert not raak(client.get(pad))


def test_another_host_is_another_page(client: Client) -> None:
    client.get(PAD)
    assert not raak(client.get(PAD, HTTP_HOST="127.0.0.1"))


def test_where_a_link_was_found_makes_no_other_page(client: Client) -> None:
    client.get(PAD)
    assert raak(client.get(f"{PAD}?utm_source=brief&fbclid=x"))
    gefilterd = client.get("/menukaart/?thema=zorgzame-buurt&utm_source=brief")
    assert "utm_source" not in gefilterd.content.decode()


def verzoek() -> HttpRequest:
    verzoek = RequestFactory().get("/iets/")
    verzoek.COOKIES = {}
    return verzoek


def test_one_draws_while_the_others_wait() -> None:
    """Ten at once, nothing kept: one drawing."""
    leg_vast()  # the first line of an emptied journal makes all forget: not while these ten look
    getekend_door, begonnen = [], threading.Event()

    def teken(_request: HttpRequest) -> HttpResponse:
        getekend_door.append(threading.get_ident())
        begonnen.wait(5)
        return HttpResponse("een bladzij")

    uit: list[bytes] = []
    draden = [threading.Thread(target=lambda: uit.append(getekend.geef(verzoek(), teken).content)) for _ in range(10)]
    for draad in draden:
        draad.start()
    while not getekend_door:
        pass
    begonnen.set()
    for draad in draden:
        draad.join(10)
    assert uit == [b"een bladzij"] * 10 and len(getekend_door) == 1


def test_the_last_drawing_serves_while_a_new_one_is_made_but_never_after_hard_news(monkeypatch: Any) -> None:
    from kennisplatform.tekening.notitie import toont

    monkeypatch.setattr(journaal_module, "ZACHT_S", 3600)  # however slow the machine is
    journaal().meld(["anders"], hard=False)  # a stream that was emptied before this test tells all to forget all

    def teken(tekst: str, binnen: Any = None) -> Any:
        def doe(_request: HttpRequest) -> HttpResponse:
            toont("iets:1")
            if binnen:
                binnen()
            return HttpResponse(tekst)

        return doe

    def geef(*args: Any) -> str:
        return getekend.geef(verzoek(), teken(*args)).content.decode()

    assert geef("oud") == "oud" == geef("nieuw")
    journaal().meld(["iets:1"], hard=False)
    tijdens: list[Any] = []

    def een_ander() -> None:
        draad = threading.Thread(target=lambda: tijdens.append(getekend.geef(verzoek(), teken("nog nieuwer"))))
        draad.start()
        draad.join(10)

    assert geef("nieuw", een_ander) == "nieuw"
    (oud,) = tijdens
    assert oud.content == b"oud" and not hasattr(oud, "notitie"), "the whole answer would be kept as if it were new"
    journaal().meld(["iets:1"], hard=True)
    assert geef("na een intrekking") == "na een intrekking"
