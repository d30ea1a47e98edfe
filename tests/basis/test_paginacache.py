"""Cached pages: quick for readers without a cookie, never for others, and gone at once when something changes."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from kennisplatform.basis import aanbouw, paginacache
from kennisplatform.basis.models import Begrip
from kennisplatform.preventie.models import Artikel
from tests import brengen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index")]
PAD = "/preventie/bang-om-te-vallen/"


@pytest.fixture(autouse=True)
def _aan(settings: Any) -> None:
    settings.PAGINACACHE_S = 60


def raak(antwoord: Any) -> bool:
    return antwoord.get("X-Cache") == "raak"


def test_tweede_keer_uit_de_cache_met_dezelfde_koppen(client: Client) -> None:
    eerst, daarna = client.get(PAD), client.get(PAD)
    assert not raak(eerst) and raak(daarna)
    assert eerst.content == daarna.content
    assert eerst["Content-Security-Policy"] == daarna["Content-Security-Policy"]


def test_wie_een_koekje_heeft_krijgt_zijn_eigen_pagina(client: Client) -> None:
    client.get(PAD)
    client.cookies["sessionid"] = "x"
    assert not raak(client.get(PAD))


def test_publiceren_maakt_leeg(client: Client, django_capture_on_commit_callbacks: Any) -> None:
    client.get(PAD)
    artikel = Artikel.objects.get(slug="bang-om-te-vallen")
    artikel.title = "Nieuwe titel van dit artikel"
    with django_capture_on_commit_callbacks(execute=True):
        artikel.save_revision().publish()
    assert "Nieuwe titel van dit artikel" in client.get(PAD).content.decode()


def test_intrekken_maakt_leeg(client: Client, django_capture_on_commit_callbacks: Any) -> None:
    client.get(PAD)
    with django_capture_on_commit_callbacks(execute=True):
        Artikel.objects.get(slug="bang-om-te-vallen").unpublish()
    assert client.get(PAD).status_code == 404


def test_een_begrip_hernoemen_maakt_leeg_en_werkt_door_in_het_zoeken(
    client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    client.get(PAD)
    begrip = Begrip.objects.get(soort="onderwerp", code="vallen")
    begrip.label = "Kukelen"
    with django_capture_on_commit_callbacks(execute=True):
        begrip.save()
    assert "Kukelen" in client.get(PAD).content.decode()
    gevonden = [v.adres for v in client.get("/zoeken/?q=kukelen").context["blad"].getoond]
    assert PAD in gevonden


def test_fouten_en_zoekvragen_worden_niet_bewaard(client: Client) -> None:
    for pad in ("/zoeken/?q=vallen", "/bestaat-niet/", "/healthz"):
        client.get(pad)
        assert not raak(client.get(pad))


def test_een_andere_host_is_een_andere_pagina(client: Client) -> None:
    client.get(PAD)
    assert not raak(client.get(PAD, HTTP_HOST="127.0.0.1"))


def test_een_deel_voor_iedereen_wordt_bewaard_tot_er_iets_verandert(settings: Any, rf: Any, monkeypatch: Any) -> None:
    """The same for every reader; another page, another question and another version are drawn anew."""
    settings.KAARTCACHE_S, gebouwd = 60, []

    def bouw(request: Any, ding: Any) -> aanbouw.Deel:
        gebouwd.append((ding.pk, bool(request.GET)))
        return aanbouw.Deel("x", {"n": len(gebouwd)})

    def teken(adres: str, pk: int, plek: str = "leernetwerk") -> str:
        ding = SimpleNamespace(pk=pk)
        return "".join(aanbouw.teken(plek, rf.get(adres), ding, lambda deel: str(deel.context["n"])))

    voor_ieder = aanbouw.Aanbouw("leernetwerk", "proef", bouw, voor_ieder=True)
    brengen.alleen(monkeypatch, aanbouw.Aanbouw, voor_ieder, aanbouw.Aanbouw("onder", "proef", bouw))
    assert [teken("/", 1), teken("/", 1), teken("/?thema=x", 1), teken("/?thema=y", 1), teken("/", 2)] == list("11223")
    paginacache._verhoog()
    assert teken("/", 1) == "4"
    assert [teken("/", 1, "onder"), teken("/", 1, "onder")] == ["5", "6"]  # somebody's own is never kept
