"""Finishing a lesson: counted without anybody, kept by who wants to, and a sheet that says what is true."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.leren import volgen
from kennisplatform.leren.models import GevolgdeLes, Lesdag
from kennisplatform.preventie.models import Module
from tests.pagina import plat

pytestmark = pytest.mark.django_db
LES = "/kennis-naar-de-buurt/van-zorgen-voor-naar-zorgen-dat/"
MIJN = "/kennis-naar-de-buurt/mijn/"


@pytest.fixture
def les() -> Module:
    cache.clear()
    return Module.objects.get(slug="van-zorgen-voor-naar-zorgen-dat")


@pytest.fixture
def wie() -> Gebruiker:
    return Gebruiker.objects.create_user(email="ans@voorbeeld.example", first_name="Ans", last_name="de Wit")


def test_a_stranger_is_counted_and_not_known(les: Module) -> None:
    streng = Client(enforce_csrf_checks=True)
    assert "Ja, ik heb deze les af" in streng.get(LES).content.decode()
    for _keer in range(2):  # pressed twice is one
        antwoord = streng.post(f"/kennis-naar-de-buurt/af/{les.pk}/")
        assert antwoord["Location"] == f"{LES}?af=1#klaar" and not antwoord.cookies
    dag = Lesdag.objects.get()
    assert (dag.module, dag.dag, dag.aantal) == (les, timezone.localdate(), 1)
    assert {veld.name for veld in Lesdag._meta.fields} == {"id", "module", "dag", "aantal"}
    assert "nooit wie" in streng.get(f"{LES}?af=1").content.decode()
    Module.objects.filter(pk=les.pk).update(live=False)
    assert streng.post(f"/kennis-naar-de-buurt/af/{les.pk}/").status_code == 404


def test_who_is_signed_in_keeps_an_own_list(client: Client, les: Module, wie: Gebruiker) -> None:
    client.force_login(wie)
    inhoud = client.get(LES).content.decode()
    assert "zet hem bij mijn lessen" in inhoud and "csrfmiddlewaretoken" in inhoud
    for _keer in range(2):
        assert client.post(f"/kennis-naar-de-buurt/bewaren/{les.pk}/")["Location"] == MIJN
    assert GevolgdeLes.objects.get(persoon=wie).titel == les.title and Lesdag.objects.get().aantal == 1
    assert "Deze les staat bij uw lessen" in client.get(LES).content.decode()
    lijst = plat(client.get(MIJN).content.decode())
    assert les.title in lijst and "Samen leren van een casus" in lijst.split("Nog te doen")[2]
    bewijs = plat(client.get(f"{MIJN}bewijs/mindset/").content.decode())
    assert "Ans de Wit" in bewijs and les.title in bewijs and "geen toets" in bewijs
    assert client.get(f"{MIJN}bewijs/buurt/").status_code == 404  # nothing to prove yet
    les.title = "Heet nu anders"
    les.save_revision().publish()
    assert "Van zorgen voor" in client.get(f"{MIJN}bewijs/mindset/").content.decode()  # what was done stays


def test_nobody_else_reads_or_removes_it(client: Client, les: Module, wie: Gebruiker) -> None:
    volgen.bewaar(module=les, persoon=wie)
    rij = GevolgdeLes.objects.get()
    assert client.get(MIJN).status_code == 302 and client.get(f"{MIJN}bewijs/mindset/").status_code == 302
    ander = Gebruiker.objects.create_user(email="bo@voorbeeld.example")
    client.force_login(ander)
    assert client.post(f"{MIJN}{rij.pk}/weg/").status_code == 404
    assert client.get(f"{MIJN}bewijs/mindset/").status_code == 404
    assert "Van zorgen voor" not in client.get(MIJN).content.decode().split("<h3")[0]
    client.force_login(wie)
    assert client.post(f"{MIJN}{rij.pk}/weg/")["Location"] == MIJN
    assert not GevolgdeLes.objects.exists() and Lesdag.objects.get().aantal == 1
