"""A resident without an account: confirms by mail, leaves, and gives nothing away."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from kennisplatform.agenda import bijeenkomsten
from kennisplatform.agenda.models import Deelname
from kennisplatform.agenda.models.deelname import GELDIG_S
from kennisplatform.deelnemers.models import Buurt
from tests import mensen
from tests.agenda import hulp as agenda
from tests.agenda.deelname.hulp import RIA, binnen, link, van
from tests.pagina import pagina

pytestmark = pytest.mark.django_db


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
    assert "U bent afgemeld" in Client().get(post(Client(), eigen)["Location"]).content.decode()
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
