"""Writing a mail: in the caller's transaction, once per kenmerk, and nothing bent gets in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.db import transaction
from django.utils import timezone

from kennisplatform.post import wachtrij
from kennisplatform.post.models import Bericht
from kennisplatform.post.versturen import verstuur

pytestmark = pytest.mark.django_db
Vang = Callable[..., Any]
GOED = {"aan": "ans@voorbeeld.example", "onderwerp": "Doe mee", "tekst": "Beste Ans, lees dit."}


def test_after_the_commit_it_lies_in_the_mailbox(django_capture_on_commit_callbacks: Vang) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        bericht = verstuur(**GOED, html="<p>Lees dit.</p>", koppen={"List-Unsubscribe": "<https://buurt.example/af>"})
        assert mail.outbox == []
    (brief,) = mail.outbox
    assert (brief.to, brief.subject, brief.body) == (["ans@voorbeeld.example"], "Doe mee", "Beste Ans, lees dit.")
    assert brief.alternatives[0][1] == "text/html"
    gedrukt = brief.message()
    assert gedrukt["List-Unsubscribe"] == "<https://buurt.example/af>"
    assert gedrukt["Message-ID"] == bericht.berichtid
    bericht.refresh_from_db()
    assert bericht.verstuurd and not bericht.vast_door and bericht.poging == 1
    assert wachtrij.verwerk().verstuurd == 0, "nothing is left to send"


def test_row_and_change_roll_back_together(django_capture_on_commit_callbacks: Vang) -> None:
    with django_capture_on_commit_callbacks(execute=True), pytest.raises(RuntimeError), transaction.atomic():
        verstuur(**GOED)
        assert Bericht.objects.count() == 1
        raise RuntimeError
    assert not Bericht.objects.exists() and mail.outbox == []


def test_the_same_kenmerk_is_one_mail(django_capture_on_commit_callbacks: Vang) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        eerste = verstuur(**GOED, kenmerk="uitnodiging:12")
        assert verstuur(**GOED, kenmerk="uitnodiging:12") == eerste
    assert verstuur(**GOED, kenmerk="uitnodiging:12") == eerste
    assert verstuur(**GOED).kenmerk != verstuur(**GOED).kenmerk
    assert len(mail.outbox) == 1


def test_not_before_its_time(django_capture_on_commit_callbacks: Vang) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        bericht = verstuur(**GOED, niet_voor=timezone.now() + dt.timedelta(hours=1))
    assert mail.outbox == []
    Bericht.objects.filter(pk=bericht.pk).update(volgende=timezone.now())
    assert wachtrij.verwerk().verstuurd == 1


@pytest.mark.parametrize(
    "anders",
    [
        {"aan": ""},
        {"aan": "geen adres"},
        {"aan": "a@b.example, c@d.example"},
        {"aan": "a@b.example;c@d.example"},
        {"aan": "Ans <ans@b.example>"},
        {"aan": "ans@b.example\nBcc: x@y.example"},
        {"aan": '"a@x.example,b"@c.example'},
        {"aan": ["a@b.example"]},
        {"aan": f"{'a' * 250}@b.example"},
        {"aan": "ans@b.example\x00"},
        {"onderwerp": ""},
        {"onderwerp": "   "},
        {"onderwerp": "x" * 201},
        {"tekst": ""},
        {"html": "x" * 500_001},
        {"koppen": {"Bcc": "x@y.example"}},
        {"koppen": {"to": "x@y.example"}},
        {"koppen": {"Message-ID": "<x@y>"}},
        {"koppen": {"Content-Type": "text/html"}},
        {"koppen": {"Resent-To": "x"}},
        {"koppen": {"Reply-To": "a@b.example\r\nBcc: x@y.example"}},
        {"koppen": {"X y": "z"}},
        {"koppen": {"X-A": 3}},
        {"kenmerk": "k" * 121},
    ],
    ids=str,
)
def test_what_no_mail_may_hold_is_refused_at_writing(anders: dict[str, Any]) -> None:
    with pytest.raises(ValueError):
        verstuur(**GOED | anders)
    assert not Bericht.objects.exists()


@pytest.mark.parametrize(
    ("onderwerp", "wordt"),
    [
        ("Hoi\r\nBcc: x@y.example", "Hoi Bcc: x@y.example"),
        ("Hoi\u2028Bcc: x", "Hoi Bcc: x"),
        ("Hoi\x85Bcc: x", "Hoi…Bcc: x"),
        ("half \ud83d", "half "),
        ("\u202eneok\x00", "neok"),
    ],
)
def test_what_nobody_sees_in_a_name_stops_no_mail_and_adds_no_header(
    onderwerp: str, wordt: str, django_capture_on_commit_callbacks: Vang
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        bericht = verstuur(**GOED | {"onderwerp": onderwerp, "tekst": "nul\x00 half \ud83d"})
    assert (bericht.onderwerp, bericht.tekst) == (wordt, "nul half ")
    [uit] = mail.outbox
    assert uit.message()["Subject"] and uit.message()["Bcc"] is None and uit.recipients() == [GOED["aan"]]
