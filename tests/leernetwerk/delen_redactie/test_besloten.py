"""Examples for networks only: nowhere to be seen, and nothing told, for people who may not read them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import PageViewRestriction

from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.volgen.lijst import volg
from kennisplatform.volgen.melden import te_lezen
from kennisplatform.volgen.soorten import PAGINA
from kennisplatform.zoeken.antwoord.vraag import Vraag
from kennisplatform.zoeken.motor import motor
from leernetwerk.delen import bestanden
from leernetwerk.delen.indienen import dien_in
from leernetwerk.delen.models import Inzending
from leernetwerk.models import Praktijkvoorbeeld
from tests import mensen, voorbeelden
from tests.leernetwerk.delen_redactie.hulp import beslis
from tests.leernetwerk.hulp import client, foto

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index")]


@pytest.fixture
def besloten(eind: Gebruiker, schrijver: Gebruiker, concept: Inzending, na: Callable[..., Any]) -> Praktijkvoorbeeld:
    concept.lezers = Zichtbaarheid.NETWERKEN
    concept.titel = "Kwikzilverwaaier"
    concept.save()
    bestanden.voeg_beeld_toe(inzending=concept, bestand=SimpleUploadedFile("a.jpg", foto()), alt="x")
    na(dien_in, inzending=concept, door=schrijver, toestemming=True)
    concept.refresh_from_db()
    na(beslis, eind, concept, "approve")
    return Praktijkvoorbeeld.objects.get(pk=concept.pagina_id)


OPENBAAR = (
    "/leernetwerk/",
    "/leernetwerk/?volgorde=nieuw",
    "/buurten/hier/",
    "/zoeken/?q=kwikzilverwaaier",
    "/menukaart/in-balans/",
    "/sitemap.xml",
    "/api/v1/zoeken?q=kwikzilverwaaier",
)


def test_closed_is_seen_nowhere_by_who_may_not(besloten: Praktijkvoorbeeld, hier: Buurt) -> None:
    assert besloten.live and PageViewRestriction.objects.filter(page=besloten).exists()
    wie = mensen.iedereen(hier, mensen.buurt("daar"))
    for naam in ("anoniem", "vreemde", "lid-elders", "gemeente", "onderzoeker"):
        lezer = Client() if naam == "anoniem" else client(wie[naam])
        for adres in OPENBAAR:
            kaal = lezer.get(adres).content.decode().lower()
            for eigen in ('value="kwikzilverwaaier"', "<bdi>kwikzilverwaaier</bdi>"):  # what this reader typed
                kaal = kaal.replace(eigen, "")
            assert "/kwikzilverwaaier" not in kaal and ">kwikzilverwaaier<" not in kaal, (naam, adres)


@pytest.mark.parametrize(
    "geval",
    [
        (
            Zichtbaarheid.NETWERKEN,
            {"gemeente", "lid-elders", "onderzoeker", "transitieteam"},
            {"anoniem", "vreemde", "oud-lid"},
        ),
        (
            Zichtbaarheid.EIGEN,
            {"gemeente", "kartrekker", "transitieteam"},
            {"anoniem", "vreemde", "oud-lid", "lid-elders", "onderzoeker"},
        ),
    ],
)
def test_who_reads_a_closed_example(
    besloten: Praktijkvoorbeeld, hier: Buurt, na: Callable[..., Any], geval: tuple[str, set[str], set[str]]
) -> None:
    zicht, wel, niet = geval
    besloten.zichtbaarheid = zicht
    na(lambda: besloten.save_revision().publish())
    wie = mensen.iedereen(hier, mensen.buurt("daar"))
    beeld = reverse("inzending_foto", args=[Inzending.objects.get(pagina=besloten).beelden.get().pk])
    for naam in wel | niet:
        lezer = Client() if naam == "anoniem" else client(wie[naam])
        antwoord, plaat = lezer.get(besloten.url), lezer.get(beeld)
        if naam in wel:
            assert antwoord.status_code == 200 and "Niet openbaar." in antwoord.content.decode(), naam
            assert plaat.status_code == 200 and "private" in plaat["Cache-Control"], naam
        else:
            assert antwoord.status_code in {302, 403} and b"Posters" not in antwoord.content, naam
            assert plaat.status_code in {403, 404}, naam
        assert not plaat.streaming or plaat.getvalue()
        lijst = lezer.get(reverse("besloten")).content.decode()
        assert ("Kwikzilverwaaier" in lijst) == (naam in wel), naam


def test_made_public_it_is_for_everybody_again(besloten: Praktijkvoorbeeld, na: Callable[..., Any]) -> None:
    besloten.zichtbaarheid = Zichtbaarheid.OPENBAAR
    na(lambda: besloten.save_revision().publish())
    assert Client().get(besloten.url).status_code == 200
    assert motor().zoek(Vraag(tekst="kwikzilverwaaier")).totaal >= 1


def test_of_a_closed_example_only_who_may_read_it_hears(
    eind: Gebruiker, schrijver: Gebruiker, concept: Inzending, na: Callable[..., Any]
) -> None:
    vreemde, elders = mensen.persoon("vreemde"), mensen.lid(mensen.buurt("daar"))
    interventie = voorbeelden.Interventie.objects.get(slug="in-balans")
    for wie in (vreemde, elders):
        volg(persoon=wie, soort=PAGINA, sleutel=str(interventie.pk))
    concept.lezers = Zichtbaarheid.NETWERKEN
    concept.save()
    na(beslis, eind, na(dien_in, inzending=concept, door=schrijver, toestemming=True), "approve")
    assert te_lezen(elders).count() == 1 and not te_lezen(vreemde).exists()
