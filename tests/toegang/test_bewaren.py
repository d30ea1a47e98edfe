"""What the night takes away, and what it leaves alone. Time is set in the rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import Group
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from kennisplatform.basis import nachtwerk
from kennisplatform.deelnemers.logboek import noteer
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Lidmaatschap, Logregel
from kennisplatform.toegang import bewaren
from kennisplatform.toegang.models import Waarschuwing
from kennisplatform.toegang.persoonsgegevens import vertrokken
from tests.toegang.conftest import brievenbus, meld_aan

pytestmark = pytest.mark.django_db


def stil(wie: Gebruiker, dagen: int) -> None:
    toen = timezone.now() - dt.timedelta(days=dagen)
    Gebruiker.objects.filter(pk=wie.pk).update(last_login=toen, date_joined=toen)


def later(dagen: int) -> None:
    """So many days pass for people who were warned."""
    for w in Waarschuwing.objects.all():
        Waarschuwing.objects.filter(pk=w.pk).update(op=w.op - dt.timedelta(days=dagen))


def onderwerpen() -> list[str]:
    return [brief.subject for brief in brievenbus() if "ans@" in brief.to[0]]


@pytest.mark.parametrize("medewerker", [False, True])
def test_two_warnings_and_then_gone(ans: Gebruiker, medewerker: bool) -> None:
    if medewerker:
        ans.groups.add(Group.objects.get(name="Redacteur"))
    gaat, weg = "Uw account gaat weg als u zich niet meer aanmeldt", "Uw account is verwijderd"
    stil(ans, 669)
    bewaren.ongebruikt()
    assert onderwerpen() == []
    for dagen, dag_later, verwacht in (
        (671, 0, [gaat]),
        (672, 1, [gaat]),
        (717, 45, [gaat, gaat]),
        (729, 12, [gaat, gaat]),
        (731, 3, [gaat, gaat, weg]),
    ):
        stil(ans, dagen)
        later(dag_later)
        bewaren.ongebruikt()
        bewaren.ongebruikt()  # a second run the same night changes nothing
        assert onderwerpen() == verwacht, dagen
    assert not Gebruiker.objects.filter(pk=ans.pk).exists()


def test_an_old_site_does_not_begin_by_throwing_away(ans: Gebruiker) -> None:
    """Five years silent when this starts to run: still two warnings and sixty days."""
    stil(ans, 1800)
    bewaren.ongebruikt()
    later(30)
    bewaren.ongebruikt()
    assert len(onderwerpen()) == 1
    later(17)
    bewaren.ongebruikt()
    later(13)
    bewaren.ongebruikt()
    assert len(onderwerpen()) == 2 and Gebruiker.objects.filter(pk=ans.pk).exists()
    later(2)
    bewaren.ongebruikt()
    assert not Gebruiker.objects.filter(pk=ans.pk).exists()


def test_who_comes_back_begins_again(client: Client, ans: Gebruiker) -> None:
    stil(ans, 700)
    bewaren.ongebruikt()
    assert Waarschuwing.objects.count() == 1
    meld_aan(client)
    bewaren.ongebruikt()
    assert not Waarschuwing.objects.exists() and Gebruiker.objects.filter(pk=ans.pk).exists()
    stil(ans, 700)
    bewaren.ongebruikt()
    assert onderwerpen().count("Uw account gaat weg als u zich niet meer aanmeldt") == 2


def test_also_the_last_lead_and_the_network_can_read_it(ans: Gebruiker) -> None:
    lid = Lidmaatschap.objects.create(buurt=Buurt.objects.get(slug="lochem"), persoon=ans, rol="kartrekker")
    stil(ans, 800)
    for dagen in (0, 46, 15):
        later(dagen)
        bewaren.ongebruikt()
    lid.refresh_from_db()
    assert lid.persoon is None and Logregel.objects.filter(buurt=lid.buurt, soort=Logregel.Soort.LID_WEG).exists()


def test_one_that_fails_does_not_hold_up_the_others(
    ans: Gebruiker, maak: Callable[..., Gebruiker], monkeypatch: pytest.MonkeyPatch
) -> None:
    bo = maak("bo@voorbeeld.example")
    stil(ans, 700)
    stil(bo, 700)
    echt = bewaren.waarschuw

    def hapert(*, gebruiker: Gebruiker, dagen: int) -> None:
        if gebruiker.pk == ans.pk:
            raise OSError
        echt(gebruiker=gebruiker, dagen=dagen)

    monkeypatch.setattr(bewaren, "waarschuw", hapert)
    bewaren.ongebruikt()
    assert "account dat niemand gebruikt: 1" in Client().get("/readyz").json()["losse rijen"]
    assert list(Waarschuwing.objects.values_list("gebruiker", flat=True)) == [bo.pk]


def test_the_place_of_who_left_stays() -> None:
    plek = vertrokken()
    stil(plek, 3000)
    bewaren.ongebruikt()
    bewaren.onbevestigd()
    assert Gebruiker.objects.filter(pk=plek.pk).exists() and not brievenbus()


@pytest.mark.parametrize(
    ("dagen", "bevestigd", "rij", "blijft"),
    [(8, False, True, False), (6, False, True, True), (8, True, True, True), (8, False, False, True)],
)  # unconfirmed; still has time; confirmed but never signed in; made by staff
def test_unconfirmed_sign_ups(
    maak: Callable[..., Gebruiker], dagen: int, bevestigd: bool, rij: bool, blijft: bool
) -> None:
    wie = maak("nieuw@voorbeeld.example", bevestigd=bevestigd)
    if not rij:
        EmailAddress.objects.filter(user=wie).delete()
    Gebruiker.objects.filter(pk=wie.pk).update(date_joined=timezone.now() - dt.timedelta(days=dagen))
    bewaren.onbevestigd()
    assert Gebruiker.objects.filter(pk=wie.pk).exists() == blijft
    assert not brievenbus()


def test_old_sessions_and_log_lines(client: Client, ans: Gebruiker) -> None:
    meld_aan(client)
    meld_aan(Client())
    Session.objects.filter(pk=client.session.session_key).update(expire_date=timezone.now() - dt.timedelta(hours=1))
    oud, nieuw = noteer(Logregel.Soort.ROL, "oud"), noteer(Logregel.Soort.ROL, "nieuw")
    Logregel.objects.filter(pk=oud.pk).update(op=timezone.now() - dt.timedelta(days=731))
    Logregel.objects.filter(pk=nieuw.pk).update(op=timezone.now() - dt.timedelta(days=729))
    bewaren.sessies()
    bewaren.logboek()
    assert UserSession.objects.filter(user=ans).count() == 1
    assert [r.tekst for r in Logregel.objects.filter(pk__in=[oud.pk, nieuw.pk])] == ["nieuw"]


def test_the_night_does_it(ans: Gebruiker) -> None:
    stil(ans, 700)
    assert nachtwerk.doe_alles() == []
    assert Waarschuwing.objects.filter(gebruiker=ans).exists()
