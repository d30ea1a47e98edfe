"""The team sees who has gone quiet and what waits, writes to a selection, and sees the phases of a year."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kennisplatform.deelnemers.buurten import zet_fase
from kennisplatform.deelnemers.keuzes import Fase, Netwerkrol
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Logregel
from kennisplatform.netwerken.models import Aanvraag, Afspraak
from kennisplatform.register import nachtstand
from kennisplatform.register.models import Buurtstand, Faseverloop, Teambericht
from tests import mensen
from tests.agenda.hulp import bijeenkomst
from tests.pagina import pagina

pytestmark = pytest.mark.django_db
LIJST, BERICHT = "/register/", "/register/bericht/"


@pytest.fixture
def team(client: Client) -> Gebruiker:
    wie = mensen.medewerker("transitieteam")
    client.force_login(wie)
    return wie


def namen(client: Client, **vraag: str) -> list[str]:
    rijen = client.get(LIJST, {"partner": "Proefzorg"} | vraag).context["lijst"].rijen
    return [rij["naam"] for rij in rijen]


@pytest.mark.usefixtures("eigen_index")
def test_who_has_gone_quiet_and_what_waits(client: Client, team: Gebruiker, django_assert_max_num_queries: Any) -> None:
    stil, druk, nieuw = (mensen.buurt(naam) for naam in ("stil", "druk", "nieuw"))
    oud = Afspraak.objects.create(buurt=stil, wat="Zaal regelen")
    Afspraak.objects.filter(pk=oud.pk).update(gemaakt=timezone.now() - dt.timedelta(days=100))
    Logregel.objects.create(
        buurt=stil, soort=Logregel.Soort.INZAGE, tekst="bekeek", door=team
    )  # staff are no sign of life
    bijeenkomst(druk)
    for wie in ("een", "twee"):
        Aanvraag.objects.create(buurt=druk, persoon=mensen.persoon(wie), functie="x", bericht="x")
    with django_assert_max_num_queries(24):
        nachtstand.meet()
    assert namen(client, stil="3") == ["Nieuw", "Stil"] and namen(client, stil="6") == ["Nieuw"]
    assert namen(client, volgorde="stil") == ["Nieuw", "Stil", "Druk"] and namen(client, wacht="1") == ["Druk"]
    assert namen(client, stil="99; --") == ["Druk", "Nieuw", "Stil"]  # nonsense narrows nothing down
    tekst = pagina(client.get(LIJST, {"partner": "Proefzorg"})).tekst()
    assert "2 aanvragen om mee te doen" in tekst and "nog niets" in tekst
    nachtstand.meet()  # once more makes nothing twice
    assert Buurtstand.objects.filter(buurt__in=[stil, druk, nieuw]).count() == 3


def test_a_letter_goes_to_the_selection_after_it_was_looked_at(
    client: Client, team: Gebruiker, django_capture_on_commit_callbacks: Any
) -> None:
    hier, daar, elders = (mensen.buurt(naam) for naam in ("hier", "daar", "elders"))
    Buurt.objects.filter(pk=elders.pk).update(partner="Anderzorg")
    beide = mensen.lid(hier, Netwerkrol.KARTREKKER)
    mensen.lid(daar, Netwerkrol.KARTREKKER, beide)
    gewoon, buiten = mensen.lid(hier, Netwerkrol.BURGER), mensen.lid(elders, Netwerkrol.KARTREKKER)
    adres = f"{BERICHT}?partner=Proefzorg"
    leeg = client.post(adres, {"aan": "kartrekkers", "onderwerp": "", "tekst": "Hallo allemaal"})
    assert "onderwerp" in leeg.context["formulier"].errors and "Hallo allemaal" in leeg.content.decode()
    brief = {"aan": "kartrekkers", "onderwerp": "Bijeenkomst in mei", "tekst": "Komt u ook?\nTot dan."}
    eerst = client.post(adres, brief)
    assert "Dit gaat naar één persoon" in pagina(eerst).tekst() and not Teambericht.objects.exists()
    anders = client.post(adres, brief | {"aan": "allen", "gezien": eerst.context["merk"]})
    assert "Dit gaat naar 2 mensen" in pagina(anders).tekst() and not Teambericht.objects.exists()  # looked at again
    with django_capture_on_commit_callbacks(execute=True):
        client.post(adres, brief | {"gezien": eerst.context["merk"]})
    (gemaild,) = mail.outbox
    assert gemaild.to == [beide.email] and gemaild.message()["Reply-To"] == team.email and "Komt u ook?" in gemaild.body
    assert not {gewoon.email, buiten.email} & {m.to[0] for m in mail.outbox}
    niemand = client.post(f"{BERICHT}?q=elders&partner=Anderzorg", brief | {"aan": "leiding", "gezien": "x"})
    assert "Dit gaat naar één persoon" in pagina(niemand).tekst()
    assert "nu niemand die dit zou krijgen" in pagina(client.post(f"{BERICHT}?q=bestaat+niet", brief)).tekst()
    client.force_login(mensen.medewerker("beheerder"))
    assert client.get(BERICHT).status_code == client.post(adres, brief).status_code == 403


def test_the_phases_of_a_year(client: Client, team: Gebruiker) -> None:
    Faseverloop.objects.all().delete()
    Buurt.objects.update(opgeheven="2020-01-01")  # only the two of this test count
    een, twee = mensen.buurt("een"), mensen.buurt("twee")
    nachtstand.meet()
    Faseverloop.objects.update(vanaf=timezone.localdate() - dt.timedelta(days=200))
    zet_fase(buurt=een, fase=Fase.UITVOEREN, door=team)
    nachtstand.meet()
    nachtstand.meet()
    assert [(f.buurt, f.fase) for f in Faseverloop.objects.all()] == [
        (een, "buurtbeeld"),
        (twee, "buurtbeeld"),
        (een, "uitvoeren"),
    ]
    namen_, rijen = nachtstand.fasen_door_de_tijd()
    per_dag = [dict(zip(namen_, aantallen, strict=True)) for _dag, aantallen in rijen]
    begin, nu = str(Fase.BUURTBEELD.label), str(Fase.UITVOEREN.label)
    assert (per_dag[0][begin], per_dag[0][nu]) == (2, 0) and (per_dag[-1][begin], per_dag[-1][nu]) == (1, 1)
    assert rijen[-1][0] == timezone.localdate() and 2 <= len(rijen) <= 4
    blad = pagina(client.get(reverse("register_fasen")))
    assert "Fasen door de tijd" in blad.tekst() and blad.heeft(f'td[data-kop="{begin}"]')  # on a phone there is no head
    assert namen(client, volgorde="fase") == [twee.naam, een.naam], "as phases follow each other"
