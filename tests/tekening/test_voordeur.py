"""The front door: a stranger's page without Django, the same as Django would give; everything else goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest
from django.conf import settings as instellingen
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import RequestFactory

from kennisplatform.basis.documenten import achtergrond
from kennisplatform.preventie.models import Artikel
from kennisplatform.tekening.voordeur import Voordeur
from kennisplatform.vinden import views
from kennisplatform.vinden.models import Zoekterm
from tests.vastleggen import leg_vast, vastgelegd

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index", "bewaar")]

VALLEN = "/preventie/bang-om-te-vallen/"
# Made anew for each answer by Django, and by the door.
ANDERS = {"x-cache"}


class Huis:
    """Django, and which requests reached it."""

    def __init__(self) -> None:
        self.django = WSGIHandler()
        self.gevraagd: list[str] = []

    def __call__(self, omgeving: dict[str, Any], begin: Callable[..., Any]) -> Iterable[bytes]:
        self.gevraagd.append(omgeving["PATH_INFO"])
        return self.django(omgeving, begin)


@pytest.fixture
def huis() -> Iterator[Huis]:
    """Its requests leave the test's connection open, as those of the test client do."""
    for signaal in (request_started, request_finished):
        signaal.disconnect(close_old_connections)
    leg_vast()
    yield Huis()
    for signaal in (request_started, request_finished):
        signaal.connect(close_old_connections)


def vraag(app: Any, pad: str, methode: str = "GET", **omgeving: str) -> tuple[str, dict[str, str], bytes]:
    """(status, headers, body) through WSGI."""
    vast = {"HTTP_HOST": "testserver", "HTTP_ACCEPT_ENCODING": "gzip, br"}
    environ = dict(RequestFactory().generic(methode, pad).environ) | vast | omgeving
    gezegd: list[Any] = []

    def begin(status: str, koppen: list[tuple[str, str]]) -> Callable[[bytes], int]:
        gezegd.append((status, {naam.lower(): waarde for naam, waarde in koppen}))
        return len

    antwoord = app(environ, begin)
    inhoud = b"".join(antwoord)
    if hasattr(antwoord, "close"):
        antwoord.close()
    return *gezegd[0], inhoud


def test_the_second_stranger_does_not_reach_django_and_gets_the_same(huis: Huis) -> None:
    deur = Voordeur(huis)
    eerste = vraag(deur, VALLEN)
    tweede = vraag(deur, VALLEN)
    door_django = vraag(huis.django, VALLEN)
    assert huis.gevraagd == [VALLEN]
    assert eerste[0] == tweede[0] == "200 OK" and eerste[2] == tweede[2] == door_django[2]
    assert tweede[1]["x-cache"] == "raak" and "content-security-policy" in tweede[1]
    assert {k: w for k, w in tweede[1].items() if k not in ANDERS} == {
        k: w for k, w in door_django[1].items() if k not in ANDERS
    }
    assert vraag(deur, f"{VALLEN}?utm_source=brief")[1]["etag"] == tweede[1]["etag"]


def test_who_has_it_gets_304_and_who_asks_for_the_headers_gets_no_body(huis: Huis) -> None:
    deur = Voordeur(huis)
    merk = vraag(deur, VALLEN)[1]["etag"]
    status, koppen, inhoud = vraag(deur, VALLEN, HTTP_IF_NONE_MATCH=merk)
    assert status == "304 Not Modified" and inhoud == b"" and koppen["etag"] == merk
    status, koppen, inhoud = vraag(deur, VALLEN, "HEAD")
    assert status == "200 OK" and inhoud == b"" and int(koppen["content-length"]) > 1000
    assert huis.gevraagd == [VALLEN]


@pytest.mark.parametrize(
    ("pad", "omgeving"),
    [
        (VALLEN, {"HTTP_COOKIE": f"{instellingen.SESSION_COOKIE_NAME}=abc"}),
        (VALLEN, {"HTTP_COOKIE": "messages=abc"}),
        (VALLEN, {"REQUEST_METHOD": "POST"}),
        (VALLEN, {"HTTP_HOST": "elders.example"}),
        (VALLEN, {"CONTENT_LENGTH": "12"}),
        (f"{VALLEN}?q=1", {}),
        ("/account/aanmelden/", {}),
        ("/preventie/caf%C3%A9/", {}),
    ],
)
def test_what_is_not_plainly_the_kept_page_goes_on(huis: Huis, pad: str, omgeving: dict[str, str]) -> None:
    deur = Voordeur(huis)
    vraag(deur, VALLEN)
    eerder = len(huis.gevraagd)
    vraag(deur, pad, **omgeving)
    assert len(huis.gevraagd) == eerder + 1


def test_a_page_over_another_line_is_another_page(huis: Huis, settings: Any) -> None:
    """Behind a server that does TLS: an address on the page begins otherwise, and what is not safe is sent on."""
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    deur = Voordeur(huis)
    vraag(deur, VALLEN)
    veilig = vraag(deur, VALLEN, HTTP_X_FORWARDED_PROTO="https")
    assert huis.gevraagd == [VALLEN, VALLEN] and "strict-transport-security" not in vraag(deur, VALLEN)[1]
    assert vraag(deur, VALLEN, HTTP_X_FORWARDED_PROTO="https")[2] == veilig[2]
    assert huis.gevraagd == [VALLEN, VALLEN]


def test_a_change_is_seen_at_the_door_too(huis: Huis) -> None:
    deur = Voordeur(huis)
    vraag(deur, VALLEN)
    with vastgelegd():
        artikel = Artikel.objects.get(slug="bang-om-te-vallen")
        artikel.unpublish()
    assert vraag(deur, VALLEN)[0].startswith("404")


def test_during_maintenance_the_door_leads_on(huis: Huis, settings: Any) -> None:
    vraag(Voordeur(huis), VALLEN)
    settings.ONDERHOUD = True
    assert vraag(Voordeur(huis), VALLEN)[0].startswith("503")


def test_a_new_worker_warms_up_on_what_it_draws_itself(huis: Huis, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another worker drew and kept loads nothing: who searched first waited seconds, as often as workers were new."""
    monkeypatch.setattr(achtergrond, "in_webproces", lambda: None)
    from kennisplatform import wsgi

    gezocht: list[str] = []
    echt = views.zoek

    def zoek(vraag: Any, keuze: Any) -> Any:
        gezocht.append(vraag.tekst)
        return echt(vraag, keuze)

    monkeypatch.setattr(views, "zoek", zoek)
    monkeypatch.setattr(wsgi, "huis", huis)
    monkeypatch.setattr(wsgi.connections, "close_all", lambda: None)
    instellingen.ALLOWED_HOSTS.insert(0, "testserver")
    for _werker in range(2):
        wsgi.warm_op()
    instellingen.ALLOWED_HOSTS.remove("testserver")
    assert len(gezocht) == 2 and huis.gevraagd == ["/", "/menukaart/", "/zoeken/"] * 2
    assert not Zoekterm.objects.filter(tekst__contains=gezocht[0]).exists(), "nobody asked that"
