"""A neighbourhood is split: what hangs on it is named first and goes where the team says; old addresses lead on."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.netwerken.models import Afspraak, Uitnodiging
from kennisplatform.register.vastleggen import Nieuw, deel_in
from leernetwerk.delen.models import Inzending
from tests import mensen
from tests.agenda.hulp import bijeenkomst
from tests.pagina import pagina

pytestmark = pytest.mark.django_db
VELDEN = {"van": "A Wijk", "naar": "Noord\nZuid", "reden": "groot"}


@pytest.fixture
def team() -> Gebruiker:
    return mensen.medewerker("transitieteam")


@pytest.fixture
def buurt() -> Buurt:
    return mensen.buurt("a-wijk")


@pytest.mark.usefixtures("eigen_index")
def test_the_team_says_where_each_thing_goes(client: Client, team: Gebruiker, buurt: Buurt) -> None:
    lid = mensen.lid(buurt, Netwerkrol.KARTREKKER)
    blijft, gaat = (Afspraak.objects.create(buurt=buurt, wat=wat, wie=lid) for wat in ("Zaal regelen", "Folder maken"))
    koffie = bijeenkomst(buurt, titel="Koffie in het zuiden")
    oud = bijeenkomst(buurt, dagen=-9, titel="Vorige week")
    verhaal = Inzending.objects.create(buurt=buurt, schrijver=lid, titel="Wandelen")
    Uitnodiging.objects.create(
        buurt=buurt,
        email="ans@x.example",
        rol="anders",
        sleutelhash="h",
        verloopt=timezone.now() + dt.timedelta(days=3),
    )
    client.force_login(team)
    eerst = client.post(reverse("register_indelen"), VELDEN)
    tekst = pagina(eerst).tekst()
    for woord in ("Waar gaat dit heen?", "Zaal regelen", "Koffie in het zuiden", "Wandelen", "a…@x.example"):
        assert woord in tekst, woord
    assert "Vorige week" not in tekst and "ans@" not in tekst
    naar_zuid = {
        f"plek-netwerken.afspraak:{gaat.pk}": "1",
        f"plek-agenda.bijeenkomst:{koffie.pk}": "1",
        f"plek-delen.inzending:{verhaal.pk}": "1",
        "plek-netwerken.afspraak:9999": "1",
        f"plek-netwerken.afspraak:{blijft.pk}": "7",  # there is no seventh: it goes to the first
    }
    gezien = {"gezien": eerst.context["formulier"].merk()}
    assert client.post(reverse("register_indelen"), VELDEN | gezien | naar_zuid).status_code == 302
    for ding in (blijft, gaat, koffie, oud, verhaal):
        ding.refresh_from_db()
    assert [d.buurt.naam for d in (blijft, gaat, koffie, oud, verhaal)] == ["Noord", "Zuid", "Zuid", "A Wijk", "Zuid"]
    assert Uitnodiging.objects.get(email="ans@x.example").buurt.naam == "Noord"


def test_of_a_merge_there_is_nothing_to_choose(client: Client, team: Gebruiker, buurt: Buurt) -> None:
    Afspraak.objects.create(buurt=buurt, wat="Zaal regelen")
    mensen.buurt("b-wijk")
    client.force_login(team)
    samen = {"van": "A Wijk\nB Wijk", "naar": "Samen", "reden": "klein"}
    assert "Waar gaat dit heen?" not in pagina(client.post(reverse("register_indelen"), samen)).tekst()


def indeling(team: Gebruiker, buurt: Buurt, *namen: str) -> None:
    deel_in(van=[buurt], naar=[Nieuw(naam) for naam in namen], reden="groot", door=team)


def test_an_old_address_leads_on_for_who_may_be_there(client: Client, team: Gebruiker, buurt: Buurt) -> None:
    lid, vreemde = mensen.lid(buurt, Netwerkrol.GEMEENTE), mensen.lid(mensen.buurt("elders"))
    indeling(team, buurt, "Noord", "Zuid")
    oud = reverse("afspraken", args=["a-wijk"])
    client.force_login(lid)
    keuze = pagina(client.get(oud))
    assert {"Noord, Proefstad", "Zuid, Proefstad"} <= set(keuze.links())
    assert keuze.links()["Noord, Proefstad"] == reverse("afspraken", args=["noord"])
    client.force_login(vreemde)
    assert client.get(oud).status_code == 403
    client.force_login(team)
    assert client.get(oud).status_code == 200  # the team reads what was
    indeling(team, Buurt.objects.get(slug="noord"), "Noordoost", "Noordwest")
    client.force_login(lid)
    verder = set(pagina(client.get(oud)).links())
    assert {"Noordoost, Proefstad", "Noordwest, Proefstad", "Zuid, Proefstad"} <= verder
    assert client.post(oud).status_code in {403, 405}


def test_after_a_merge_there_is_one_way(client: Client, team: Gebruiker, buurt: Buurt) -> None:
    lid = mensen.lid(buurt, Netwerkrol.GEMEENTE)
    deel_in(van=[buurt, mensen.buurt("b-wijk")], naar=[Nieuw("Samen")], reden="klein", door=team)
    client.force_login(lid)
    antwoord: Any = client.get(reverse("netwerk", args=["a-wijk"]), follow=True)
    assert antwoord.redirect_chain == [(reverse("netwerk", args=["samen"]), 302)]
    assert "A Wijk heet nu Samen" in pagina(antwoord).tekst()
    naar = client.get(reverse("contact_vraag", args=["a-wijk"]))
    assert naar.status_code == 302 and naar["Location"] == reverse("contact_vraag", args=["samen"])
