"""Undoing a split or merge: seen first, nothing lost, and refused with a reason where nobody can choose for somebody else."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kennisplatform.deelnemers.herindelen import BijHerindeling, Buurtwissel, Gevolg
from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.lidmaatschappen import Bezwaar, beeindig, voeg_toe, wijzig
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Herindeling, Lidmaatschap, Logregel
from kennisplatform.netwerken.models import Aanvraag, Uitnodiging, Werkwijze
from kennisplatform.register import ongedaan
from kennisplatform.register.vastleggen import Nieuw, deel_in
from tests import brengen, mensen
from tests.pagina import pagina as bladzijde

pytestmark = pytest.mark.django_db


@pytest.fixture
def team(client: Client) -> Gebruiker:
    wie = mensen.medewerker("transitieteam")
    client.force_login(wie)
    return wie


def splits(team: Gebruiker, buurt: Buurt) -> tuple[Herindeling, Buurt, Buurt]:
    gedaan = deel_in(van=[buurt], naar=[Nieuw("Noord"), Nieuw("Zuid")], reden="groot", door=team)
    return gedaan, Buurt.objects.get(naam="Noord"), Buurt.objects.get(naam="Zuid")


def maak_ongedaan(client: Client, herindeling: Herindeling) -> Any:
    """Through the preview, as the screen does."""
    adres = reverse("register_ongedaan", args=[herindeling.pk])
    eerst = client.get(adres)
    gezien = eerst.context["formulier"]["gezien"].value()
    return client.post(adres, {"reden": "vergissing", "gezien": gezien})


def lopend(buurt: Buurt) -> list[tuple[int, str]]:
    return sorted(Lidmaatschap.objects.lopend().filter(buurt=buurt).values_list("persoon", "rol"))


def uitnodiging(buurt: Buurt, email: str) -> Uitnodiging:
    return Uitnodiging.objects.create(
        buurt=buurt, email=email, rol="anders", sleutelhash=email, verloopt=timezone.now() + dt.timedelta(days=3)
    )


def test_a_split_undone(client: Client, team: Gebruiker) -> None:
    a = mensen.buurt("a-wijk", cbs_code="BU09990001")
    trekker = mensen.lid(a, Netwerkrol.KARTREKKER, van=dt.date(2024, 5, 1))
    blijft = mensen.lid(a, Netwerkrol.GEMEENTE)
    stopt = mensen.lid(a, Netwerkrol.BURGER)
    herindeling, noord, zuid = splits(team, a)
    for lid in Lidmaatschap.objects.lopend().filter(persoon=stopt):
        beeindig(lidmaatschap=lid, door=team)
    wijzig(
        lidmaatschap=Lidmaatschap.objects.lopend().get(persoon=blijft, buurt=noord),
        rol=Netwerkrol.KARTREKKER,
        wijkverpleegkundige=True,
        functie="wijk",
        door=team,
    )
    erbij = mensen.persoon("nieuwkomer")
    voeg_toe(buurt=zuid, persoon=erbij, rol=Netwerkrol.ANDERS, door=team)

    pagina = client.get(reverse("register_ongedaan", args=[herindeling.pk])).content.decode()
    assert "Nieuwkomer" in pagina and "gaan mee naar A Wijk" in pagina and lopend(noord)  # looking changes nothing
    assert maak_ongedaan(client, herindeling).status_code == 302

    for buurt in (a, noord, zuid):
        buurt.refresh_from_db()
    assert a.opgeheven is None and noord.opgeheven and zuid.opgeheven and not lopend(noord) and not lopend(zuid)
    assert lopend(a) == sorted(
        [(trekker.pk, "kartrekker"), (blijft.pk, "gemeente"), (blijft.pk, "kartrekker"), (erbij.pk, "anders")]
    )
    assert Lidmaatschap.objects.get(buurt=a, persoon=trekker).van == dt.date(2024, 5, 1)  # as if never away
    herindeling.refresh_from_db()
    assert (herindeling.ongedaan_door, herindeling.ongedaan_reden) == (team, "vergissing")
    for buurt in (a, noord, zuid):
        assert Logregel.objects.filter(buurt=buurt, tekst__contains="ongedaan gemaakt: vergissing", door=team).exists()
    assert ">ongedaan gemaakt<" in client.get(reverse("register_buurt", args=["a-wijk"])).content.decode()
    assert a.get_absolute_url() in Client().get(noord.get_absolute_url()).content.decode()  # an old link leads back
    assert not a.verder_als().exists() and "A Wijk" in bladzijde(Client().get(reverse("buurten") + "?q=a wijk")).tekst()
    deel_in(van=[a], naar=[Nieuw("Oost"), Nieuw("West")], reden="nu goed", door=team)
    assert sorted(b.naam for b in a.verder_als()) == ["Oost", "West"]


def test_a_merge_undone_takes_each_back_to_where_they_came_from(client: Client, team: Gebruiker) -> None:
    a, b = mensen.buurt("a-wijk"), mensen.buurt("b-wijk")
    van_a, van_b = mensen.lid(a, Netwerkrol.KARTREKKER), mensen.lid(b, Netwerkrol.BURGER)
    beide = mensen.lid(a, Netwerkrol.COACH)
    mensen.lid(b, Netwerkrol.COACH, beide)
    uit_b, vrager = uitnodiging(b, "b@x.example"), mensen.persoon("vrager")
    Aanvraag.objects.create(buurt=b, persoon=vrager, functie="x", bericht="x")
    herindeling = deel_in(van=[a, b], naar=[Nieuw("AB")], reden="CBS", door=team)
    ab = herindeling.naar.get()
    voeg_toe(buurt=ab, persoon=van_b, rol=Netwerkrol.KARTREKKER, door=team)
    sinds = uitnodiging(ab, "sinds@x.example")
    assert "vervalt" in bladzijde(client.get(reverse("register_ongedaan", args=[herindeling.pk]))).tekst()
    assert maak_ongedaan(client, herindeling).status_code == 302
    assert lopend(a) == sorted([(van_a.pk, "kartrekker"), (beide.pk, "transitiecoach")])
    assert lopend(b) == sorted(
        [(van_b.pk, "burgervertegenwoordiging"), (van_b.pk, "kartrekker"), (beide.pk, "transitiecoach")]
    )
    uit_b.refresh_from_db()
    sinds.refresh_from_db()
    assert uit_b.buurt == b and uit_b.staat == "open"  # the link in the mail leads on
    assert sinds.staat == "ingetrokken"  # nobody knows whose door it would open
    assert Aanvraag.objects.get(persoon=vrager).buurt == b


def test_who_joined_since_a_merge_holds_it_back(client: Client, team: Gebruiker) -> None:
    a, b = mensen.buurt("a-wijk"), mensen.buurt("b-wijk")
    mensen.lid(a)
    herindeling = deel_in(van=[a, b], naar=[Nieuw("AB")], reden="CBS", door=team)
    lid = voeg_toe(buurt=herindeling.naar.get(), persoon=mensen.persoon("jasmijn"), rol="anders", door=team)
    pagina = client.get(reverse("register_ongedaan", args=[herindeling.pk])).content.decode()
    assert "Dit kan nu niet" in pagina and "Jasmijn" in pagina and "Ja, maak het ongedaan" not in pagina
    assert maak_ongedaan(client, herindeling).status_code == 200
    a.refresh_from_db()
    assert a.opgeheven and herindeling.naar.get().opgeheven is None
    beeindig(lidmaatschap=lid, door=team)
    assert maak_ongedaan(client, herindeling).status_code == 302


def test_what_was_divided_again_itself_goes_back_first(client: Client, team: Gebruiker) -> None:
    a = mensen.buurt("a-wijk")
    lid = mensen.lid(a)
    eerste, noord, _zuid = splits(team, a)
    tweede = deel_in(van=[noord], naar=[Nieuw("Noord Een"), Nieuw("Noord Twee")], reden="x", door=team)
    assert maak_ongedaan(client, eerste).status_code == 200
    assert "zelf weer anders ingedeeld" in bladzijde(client.get(reverse("register_ongedaan", args=[eerste.pk]))).tekst()
    assert maak_ongedaan(client, tweede).status_code == 302
    assert maak_ongedaan(client, eerste).status_code == 302
    assert lopend(a) == [(lid.pk, "anders")]
    assert "al ongedaan" in bladzijde(client.get(reverse("register_ongedaan", args=[eerste.pk]))).tekst()


def test_a_code_that_became_anothers_meanwhile(client: Client, team: Gebruiker) -> None:
    a = mensen.buurt("a-wijk", cbs_code="BU09990001")
    herindeling, _noord, _zuid = splits(team, a)
    mensen.buurt("ander", cbs_code="BU09990001")
    assert "BU09990001" in " ".join(ongedaan.bekijk(herindeling).bezwaren)
    assert maak_ongedaan(client, herindeling).status_code == 200


def test_what_changed_since_looking_is_shown_first(client: Client, team: Gebruiker) -> None:
    a = mensen.buurt("a-wijk")
    herindeling, noord, _zuid = splits(team, a)
    adres = reverse("register_ongedaan", args=[herindeling.pk])
    gezien = client.get(adres).context["formulier"]["gezien"].value()
    voeg_toe(buurt=noord, persoon=mensen.persoon("jasmijn"), rol="anders", door=team)
    antwoord = client.post(adres, {"reden": "vergissing", "gezien": gezien})
    inhoud = antwoord.content.decode()
    assert (
        antwoord.status_code == 200
        and "veranderde intussen iets" in inhoud
        and "Jasmijn" in inhoud
        and "vergissing" in inhoud
    )
    gezien = antwoord.context["formulier"]["gezien"].value()
    assert client.post(adres, {"reden": "vergissing", "gezien": gezien}).status_code == 302
    assert client.post(adres, {"reden": "nog eens", "gezien": gezien}).status_code == 200
    herindeling.refresh_from_db()
    assert herindeling.ongedaan_reden == "vergissing"


def test_how_we_work_here_stays_as_a_version_after_the_split(client: Client, team: Gebruiker) -> None:
    a = mensen.buurt("a-wijk")
    trekker = mensen.lid(a, Netwerkrol.KARTREKKER)
    Werkwijze.objects.create(buurt=a, nummer=2, begin="zo was het", door=trekker)
    herindeling, noord, zuid = splits(team, a)
    Werkwijze.objects.create(buurt=noord, nummer=2, begin="nieuw in noord", door=trekker)
    pagina = client.get(reverse("register_ongedaan", args=[herindeling.pk])).content.decode()
    assert "blijft als versie te lezen" in pagina and "(Noord)" in pagina  # not Zuid: nobody changed what came along
    maak_ongedaan(client, herindeling)
    nieuw, terug, eerst = Werkwijze.objects.filter(buurt=a)
    assert (nieuw.nummer, nieuw.begin, nieuw.door) == (4, "zo was het", trekker)
    assert terug.begin == "Geschreven in Noord.\n\nnieuw in noord" and eerst.nummer == 2
    assert Werkwijze.objects.filter(buurt=zuid).count() == 1


def test_one_invitation_or_request_exists_once(client: Client, team: Gebruiker) -> None:
    a = mensen.buurt("a-wijk")
    herindeling, noord, zuid = splits(team, a)
    uitnodiging(noord, "x@x.example")
    Uitnodiging.objects.create(
        buurt=zuid, email="x@x.example", rol="anders", sleutelhash="tweede", verloopt=timezone.now()
    )
    vrager = mensen.persoon("vrager")
    for buurt in (noord, zuid):
        Aanvraag.objects.create(buurt=buurt, persoon=vrager, functie="x", bericht="x")
    assert maak_ongedaan(client, herindeling).status_code == 302
    assert Uitnodiging.objects.open().filter(buurt=a).count() == 1
    assert Aanvraag.objects.filter(buurt=a, besluit="open").count() == 1 and not Aanvraag.objects.filter(
        buurt=zuid, besluit="open"
    )


def test_a_room_takes_part_and_can_hold_back(team: Gebruiker, monkeypatch: pytest.MonkeyPatch) -> None:
    a = mensen.buurt("a-wijk")
    herindeling, _noord, _zuid = splits(team, a)
    gedaan: list[Any] = []
    tegen = [True]

    def voorzie(wissel: Buurtwissel) -> list[Gevolg]:
        return [Gevolg("er staat een begroting open", houdt_tegen=tegen[0])]

    def neem(wissel: Buurtwissel) -> None:
        gedaan.append((list(wissel.van), len(wissel.naar)))

    brengen.alleen(monkeypatch, BijHerindeling, BijHerindeling("begroting", neem, neem, voorzie))
    with pytest.raises(Bezwaar, match="begroting"):
        ongedaan.maak_ongedaan(herindeling=herindeling, gezien="", reden="x", door=team)
    tegen[0] = False
    beeld = ongedaan.bekijk(herindeling)
    assert beeld.gevolgen == ["er staat een begroting open"]
    ongedaan.maak_ongedaan(herindeling=herindeling, gezien=beeld.merk(), reden="x", door=team)
    assert gedaan == [([a], 2)]


def test_only_the_team(client: Client) -> None:
    a = mensen.buurt("a-wijk")
    herindeling, _noord, _zuid = splits(mensen.medewerker("transitieteam"), a)
    for wie in ("beheerder", "redacteur"):
        client.force_login(mensen.medewerker(wie))
        assert client.get(reverse("register_ongedaan", args=[herindeling.pk])).status_code == 403
