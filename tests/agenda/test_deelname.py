"""Signing up: with an account, without one, on the waiting list, out again; and what is mailed about it."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kennisplatform.agenda import bijeenkomsten, deelnemen, nachtwerk
from kennisplatform.agenda.models import Bijeenkomst, Deelname
from kennisplatform.agenda.models.deelname import GELDIG_S
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Lidmaatschap
from kennisplatform.toegang.verwijderen import verwijder_account
from tests import mensen
from tests.agenda import hulp as agenda
from tests.pagina import pagina

pytestmark = pytest.mark.django_db
RIA = {"naam": "Ria", "email": "Ria@Voorbeeld.example"}


@pytest.fixture
def buurt() -> Buurt:
    return mensen.buurt("agendabuurt")


@pytest.fixture
def post(django_capture_on_commit_callbacks: Any) -> Any:
    """`post(client, address, data)`: and everything that follows on the commit, mail included."""

    def doe(client: Client, adres: str, data: dict[str, Any] | None = None) -> Any:
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(adres, data or {})

    return doe


def van(ding: Bijeenkomst, naam: str = "aanmelden") -> str:
    return reverse(f"bijeenkomst_{naam}", args=[ding.slug])


def link(brief: Any) -> str:
    return re.search(r"https?://[^/]+(/leernetwerk/agenda/\S+)", brief.body)[1]


def binnen(persoon: Gebruiker) -> Client:
    client = Client()
    client.force_login(persoon)
    return client


# ---- With an account


def test_joining_and_leaving(buurt: Buurt, post: Any) -> None:
    ding, wie = agenda.bijeenkomst(buurt), mensen.persoon()
    client = binnen(wie)
    post(client, van(ding))
    assert "U bent aangemeld" in pagina(client.get(ding.get_absolute_url())).tekst()
    assert "U bent al aangemeld" in pagina(client.post(van(ding), follow=True)).tekst()
    assert ding.deelnames.count() == 1 and [brief.to for brief in mail.outbox] == [[wie.email]]
    post(client, van(ding, "afmelden"))
    assert not ding.deelnames.exists()
    assert "niet aangemeld" in pagina(client.post(van(ding, "afmelden"), follow=True)).tekst()


@pytest.mark.parametrize(
    ("velden", "woord"),
    [
        ({"dagen": -1}, "al begonnen of geweest"),
        ({"afgelast": timezone.now()}, "gaat niet door"),
        ({"aanmelden_tot": timezone.now() - dt.timedelta(hours=1)}, "niet meer aanmelden"),
    ],
)
def test_too_late_is_too_late(buurt: Buurt, post: Any, velden: dict[str, Any], woord: str) -> None:
    ding = agenda.bijeenkomst(buurt, **velden)
    for client, data in ((binnen(mensen.persoon()), {}), (Client(), RIA)):
        antwoord = client.post(van(ding), data, follow=True)
        assert woord in antwoord.content.decode()
    assert not ding.deelnames.exists() and not mail.outbox


# ---- The waiting list


def test_full_is_a_waiting_list_and_who_waited_longest_moves_up(buurt: Buurt, post: Any) -> None:
    ding = agenda.bijeenkomst(buurt, plaatsen=1)
    eerste, tweede, derde = (mensen.persoon(naam) for naam in ("eerste", "tweede", "derde"))
    post(binnen(eerste), van(ding))
    zegt = pagina(binnen(tweede).post(van(ding), follow=True)).teksten(".melding")
    assert zegt[0] == "U staat op de wachtlijst. Komt er een plek vrij, dan krijgt u een mail."
    post(binnen(derde), van(ding))
    staten = dict(ding.deelnames.values_list("persoon", "staat"))
    assert staten == {eerste.pk: "plek", tweede.pk: "wacht", derde.pk: "wacht"}
    html = Client().get(ding.get_absolute_url()).content.decode()
    assert "Er wachten 2 mensen" in html and "Zet mij op de wachtlijst" in html
    mail.outbox.clear()
    post(binnen(derde), van(ding, "afmelden"))  # who only waited makes no room
    assert not mail.outbox and ding.deelnames.get(persoon=tweede).staat == "wacht"
    post(binnen(eerste), van(ding, "afmelden"))
    assert ding.deelnames.get(persoon=tweede).staat == "plek"
    (brief,) = mail.outbox
    assert brief.to == [tweede.email] and "plek voor u" in brief.subject


@pytest.mark.usefixtures("eigen_index")
def test_more_places_move_up_exactly_as_many(buurt: Buurt, django_capture_on_commit_callbacks: Any) -> None:
    ding = agenda.bijeenkomst(buurt, plaatsen=1)
    agenda.gast(ding)
    wachtend = [agenda.gast(ding, staat="wacht", sinds=timezone.now() - dt.timedelta(hours=9 - n)) for n in range(4)]
    with django_capture_on_commit_callbacks(execute=True):
        bijeenkomsten.wijzig(bijeenkomst=ding, velden={"plaatsen": 3}, gezien=0)
    assert [Deelname.objects.get(pk=d.pk).staat for d in wachtend] == ["plek", "plek", "wacht", "wacht"]
    assert len(mail.outbox) == 2
    bijeenkomsten.wijzig(bijeenkomst=ding, velden={"plaatsen": None}, gezien=1)
    assert ding.deelnames.plek().count() == 5


# ---- Without an account


def test_a_resident_without_account_confirms_and_leaves(buurt: Buurt, post: Any) -> None:
    ding = agenda.bijeenkomst(buurt, plaatsen=1, online="https://meedoen.example/geheim")
    vooraf = pagina(Client().get(ding.get_absolute_url())).tekst()
    assert "Dertig dagen na afloop" in vooraf and "niet uw adres" in vooraf
    antwoord = post(Client(), van(ding), RIA)
    assert "Kijk in uw mail" in pagina(antwoord).tekst()
    assert ding.deelnames.get().staat == "onbevestigd" and not ding.deelnames.plek().exists()
    (brief,) = mail.outbox
    assert brief.to == ["ria@voorbeeld.example"] and "geheim" not in brief.body
    weg = link(brief)
    assert "Ja, ik kom" in pagina(Client().get(weg)).tekst()
    assert ding.deelnames.get().staat == "onbevestigd"  # looking is not confirming: scanners look too
    eigen = post(Client(), weg)["Location"]
    post(Client(), weg)  # a second time is the same place
    assert ding.deelnames.plek().count() == 1
    html = Client().get(eigen).content.decode()
    assert "U bent aangemeld" in html and "meedoen.example/geheim" in html
    assert len(mail.outbox) == 2 and link(mail.outbox[1]).split("/")[3] == "deelname"
    assert "U bent afgemeld" in post(Client(), eigen).content.decode()
    assert not ding.deelnames.exists() and Client().get(eigen).status_code == 404


def test_a_full_meeting_takes_a_place_only_on_confirming(buurt: Buurt, post: Any) -> None:
    ding = agenda.bijeenkomst(buurt, plaatsen=1, online="https://meedoen.example/geheim")
    post(Client(), van(ding), RIA)
    post(binnen(mensen.persoon()), van(ding))  # was later, and is sure
    vooraf = Client().get(link(mail.outbox[0])).content.decode()
    assert "Alle plekken zijn nu bezet" in vooraf and "zet mij op de wachtlijst" in vooraf
    eigen = post(Client(), link(mail.outbox[0]))["Location"]
    html = Client().get(eigen).content.decode()
    assert "wachtlijst" in html and "geheim" not in html
    post(Client(), eigen)
    assert ding.deelnames.plek().count() == 1


def test_full_by_then_is_what_the_mail_says_at_once(buurt: Buurt, post: Any) -> None:
    ding = agenda.bijeenkomst(buurt, plaatsen=1)
    agenda.gast(ding, email="eerst@voorbeeld.example")
    post(Client(), van(ding), RIA)
    assert "Wilt u op de wachtlijst?" in mail.outbox[0].body and "Ja, ik kom" not in mail.outbox[0].body


def test_without_a_link_there_is_no_button_to_join_online(buurt: Buurt) -> None:
    ding = agenda.bijeenkomst(buurt, online="", plaats="Buurthuis")
    html = Client().get(reverse("deelname", args=[agenda.gast(ding).token("beheer")])).content.decode()
    assert "Buurthuis" in html and "Doe online mee" not in html


def test_whether_one_is_on_the_list_is_read_by_that_one_only(buurt: Buurt, post: Any) -> None:
    ding, wie = agenda.bijeenkomst(buurt), mensen.persoon()
    agenda.gast(ding, email="ria@voorbeeld.example")
    post(binnen(wie), van(ding))
    mail.outbox.clear()
    nieuw = post(Client(), van(ding), RIA | {"email": "nieuw@voorbeeld.example"}).content.decode()
    for email in ("ria@voorbeeld.example", wie.email):
        bekend = post(Client(), van(ding), RIA | {"email": email}).content.decode()
        assert bekend.replace(email, "X") == nieuw.replace("nieuw@voorbeeld.example", "X")
    assert [("al aangemeld" in brief.subject, brief.to[0]) for brief in mail.outbox] == [
        (False, "nieuw@voorbeeld.example"),
        (True, "ria@voorbeeld.example"),
        (True, wie.email),
    ]
    assert ding.deelnames.count() == 3
    post(Client(), van(ding), RIA)
    assert len(mail.outbox) == 3  # no second of the same day: a stranger can't fill this mail box


def test_who_comes_with_an_account_keeps_the_place_of_the_mail(buurt: Buurt, post: Any) -> None:
    ding, wie = agenda.bijeenkomst(buurt, plaatsen=1), mensen.persoon()
    agenda.gast(ding, email=wie.email)
    post(binnen(wie), van(ding))
    eigen = ding.deelnames.get()
    assert (eigen.persoon, eigen.staat, eigen.email) == (wie, "plek", "")


def test_an_old_invented_or_anothers_link(buurt: Buurt, post: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    ding = agenda.bijeenkomst(buurt)
    deelname = agenda.gast(ding, staat="onbevestigd")
    bevestig, beheer = deelname.token("bevestig"), deelname.token("beheer")
    for naam, token in (
        ("deelname_bevestigen", "x"),
        ("deelname_bevestigen", beheer),
        ("deelname_bevestigen", bevestig[:-1] + "~"),
        ("deelname", bevestig),
        ("deelname", beheer),  # not confirmed yet: nothing to manage
    ):
        for methode in ("get", "post"):
            assert getattr(Client(), methode)(reverse(naam, args=[token])).status_code == 404, (naam, token)
    from django.core import signing

    straks = signing.time.time() + GELDIG_S + 9
    monkeypatch.setattr(signing.time, "time", lambda: straks)
    assert Client().post(reverse("deelname_bevestigen", args=[bevestig])).status_code == 404
    assert ding.deelnames.get().staat == "onbevestigd"


def test_confirming_too_late_says_why(buurt: Buurt, post: Any) -> None:
    ding = agenda.bijeenkomst(buurt)
    deelname = agenda.gast(ding, staat="onbevestigd")
    bijeenkomsten.gelast_af(bijeenkomst=ding, reden="ziek", door=mensen.lid(buurt))
    antwoord = Client().post(reverse("deelname_bevestigen", args=[deelname.token("bevestig")]))
    assert "gaat niet door" in pagina(antwoord).tekst() and ding.deelnames.get().staat == "onbevestigd"


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"naam": "", "email": "x"},
        {"naam": "x" * 300, "email": "a@b.example"},
        {"naam": "x", "email": "a@b.example\nBcc: c@d.example"},
    ],
)
def test_bad_input_comes_back_on_the_page(buurt: Buurt, data: dict[str, str]) -> None:
    antwoord = Client().post(van(agenda.bijeenkomst(buurt)), data)
    assert antwoord.status_code == 200 and pagina(antwoord).heeft(".melding.fout")
    assert not Deelname.objects.filter(bijeenkomst__buurt=buurt).exists()


def test_no_endless_mail_to_one_mailbox(buurt: Buurt, post: Any) -> None:
    uit = [post(Client(), van(agenda.bijeenkomst(buurt)), RIA).status_code for _keer in range(8)]
    assert uit[:6] == [200] * 6 and 429 in uit and len(mail.outbox) == 6


# ---- The night


def test_the_reminder_comes_once_and_only_to_who_has_a_place(
    buurt: Buurt, django_capture_on_commit_callbacks: Any
) -> None:
    ding = agenda.bijeenkomst(buurt, 1, plaatsen=9)
    agenda.gast(ding, email="wel@voorbeeld.example")
    agenda.gast(ding, staat="wacht")
    agenda.gast(ding, staat="onbevestigd")
    agenda.gast(agenda.bijeenkomst(buurt, 3))
    agenda.gast(agenda.bijeenkomst(buurt, 1, afgelast=timezone.now()))
    for _nacht in range(3):
        with django_capture_on_commit_callbacks(execute=True):
            nachtwerk.herinner()
    (brief,) = mail.outbox
    assert brief.to == ["wel@voorbeeld.example"] and "Morgen" in brief.subject


@pytest.mark.usefixtures("eigen_index")
def test_who_left_the_network_hears_nothing_and_makes_room(
    buurt: Buurt, django_capture_on_commit_callbacks: Any
) -> None:
    weg, blijft = mensen.lid(buurt), mensen.lid(buurt)
    ding = agenda.bijeenkomst(buurt, 1, zichtbaarheid="eigen", plaatsen=1, titel="Onder ons")
    for wie in (weg, blijft):
        deelnemen.meld_aan(bijeenkomst=ding, persoon=wie)
    Lidmaatschap.objects.filter(persoon=weg).update(van="2020-01-01", tot=timezone.localdate())
    with django_capture_on_commit_callbacks(execute=True):
        nachtwerk.herinner()
        bijeenkomsten.wijzig(bijeenkomst=ding, velden={"plaats": "Elders"}, gezien=0)
    assert not [brief for brief in mail.outbox if brief.to == [weg.email] and "Elders" in brief.body]
    assert "Onder ons" not in "".join(b.subject for b in mail.outbox if b.to == [weg.email] and "Morgen" in b.subject)
    nachtwerk.ruim_op()
    assert list(ding.deelnames.values_list("persoon", "staat")) == [(blijft.pk, "plek")]


def test_after_thirty_days_name_and_address_are_gone_and_the_number_stays(buurt: Buurt) -> None:
    oud, vers = agenda.bijeenkomst(buurt, -32, kwamen=4), agenda.bijeenkomst(buurt, -20)
    wie = mensen.persoon()
    for ding in (oud, vers):
        agenda.gast(ding)
        Deelname.objects.create(bijeenkomst=ding, persoon=wie, staat="plek")
    heel_oud = agenda.bijeenkomst(buurt, -400)
    Deelname.objects.create(bijeenkomst=heel_oud, persoon=wie, staat="plek")
    komend = agenda.bijeenkomst(buurt)
    agenda.gast(komend, staat="onbevestigd", sinds=timezone.now() - dt.timedelta(days=3))
    agenda.gast(komend, staat="onbevestigd")
    nachtwerk.ruim_op()
    assert [d.persoon for d in oud.deelnames.all()] == [wie] and vers.deelnames.count() == 2
    assert not heel_oud.deelnames.exists() and komend.deelnames.count() == 1
    oud.refresh_from_db()
    assert oud.kwamen == 4


# ---- Own data


def test_my_data_shows_them_and_gone_is_gone(buurt: Buurt, django_capture_on_commit_callbacks: Any) -> None:
    wie, ander = mensen.persoon(), mensen.persoon()
    ding = agenda.bijeenkomst(buurt, plaatsen=1, titel="Kwikbijeenkomst", door=wie)
    for persoon in (wie, ander):
        deelnemen.meld_aan(bijeenkomst=ding, persoon=persoon)
    als_gast = agenda.gast(agenda.bijeenkomst(buurt, -3), email=wie.email)
    html = binnen(wie).get(reverse("mijn_gegevens")).content.decode()
    assert "Kwikbijeenkomst" in html and "Bijeenkomsten waarvoor u bent aangemeld" in html
    with django_capture_on_commit_callbacks(execute=True):
        verwijder_account(gebruiker=wie)
    assert list(ding.deelnames.values_list("persoon", "staat")) == [(ander.pk, "plek")]
    assert not Deelname.objects.filter(pk=als_gast.pk).exists()
    ding.refresh_from_db()
    assert ding.door is None
