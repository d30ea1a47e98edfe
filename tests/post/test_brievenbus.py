"""What others send with Django's own functions goes through the outbox as well: it waits, rolls back and is tried again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings as instellingen
from django.contrib.auth.models import Group
from django.core import mail
from django.core.exceptions import ImproperlyConfigured
from django.core.mail import EmailMessage, EmailMultiAlternatives, send_mail
from django.db import transaction
from wagtail.models import Page

from kennisplatform.post import brievenbus, wachtrij
from kennisplatform.post.models import Bericht
from menukaart.models import Interventie

pytestmark = pytest.mark.django_db
Vang = Callable[..., Any]


@pytest.fixture
def chef(django_user_model: Any) -> Any:
    chef = django_user_model.objects.create_user("chef@voorbeeld.example", None)
    chef.groups.add(Group.objects.get(name="Eindredacteur"))
    return chef


def dien_in(django_user_model: Any) -> Page:
    """Hands a page in, as the button does: Wagtail then mails who may approve it."""
    redacteur = django_user_model.objects.create_user("redacteur@voorbeeld.example", None)
    pagina = Interventie.objects.live().first()
    assert pagina is not None
    pagina.save_revision(user=redacteur)
    pagina.get_workflow().start(pagina, redacteur)
    return pagina


@pytest.mark.usefixtures("eigen_index")
def test_a_notice_of_a_workflow_waits_in_the_outbox(
    chef: Any, django_user_model: Any, django_capture_on_commit_callbacks: Vang
) -> None:
    with django_capture_on_commit_callbacks() as straks:
        pagina = dien_in(django_user_model)
    bericht = Bericht.objects.open().get(aan=chef.email)
    assert pagina.title[:40] in bericht.onderwerp and "/admin/" in bericht.tekst
    assert mail.outbox == [], "nothing left before the commit"
    for doe in straks:
        doe()
    assert [chef.email] in [brief.to for brief in mail.outbox]
    bericht.refresh_from_db()
    assert bericht.verstuurd and bericht.tekst == ""


def test_and_rolls_back_with_its_transaction(chef: Any, django_user_model: Any) -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        dien_in(django_user_model)
        assert Bericht.objects.filter(aan=chef.email).exists()
        raise RuntimeError
    assert not Bericht.objects.filter(aan=chef.email).exists() and mail.outbox == []


def test_a_row_for_each_reader_with_what_the_sender_asked(django_capture_on_commit_callbacks: Vang) -> None:
    brief = EmailMultiAlternatives(
        "Een titel\n" + "x" * 300,
        "Lees dit.",
        "ander@elders.example",
        ["Ans <ans@voorbeeld.example>"],
        bcc=["bob@voorbeeld.example"],
        cc=["ans@voorbeeld.example"],
        reply_to=["vraag@voorbeeld.example"],
        headers={"Message-ID": "<nagemaakt@elders.example>", "List-Id": "lijst"},
    )
    brief.attach_alternative("<p>Lees dit.</p>", "text/html")
    with django_capture_on_commit_callbacks(execute=True):
        assert brief.send() == 1
    assert sorted(b.to[0] for b in mail.outbox) == ["ans@voorbeeld.example", "bob@voorbeeld.example"]
    for uit in mail.outbox:
        assert uit.cc == [] and uit.bcc == [], "who else reads it is nobody's business"
        assert len(uit.subject) == 200 and "\n" not in uit.subject
        gedrukt = uit.message()
        assert gedrukt["Reply-To"] == "vraag@voorbeeld.example" and gedrukt["List-Id"] == "lijst"
        assert "nagemaakt" not in gedrukt["Message-ID"] and gedrukt["From"] == instellingen.DEFAULT_FROM_EMAIL
        assert uit.alternatives[0][0] == "<p>Lees dit.</p>"


def test_html_alone_gets_a_text(django_capture_on_commit_callbacks: Vang) -> None:
    brief = EmailMessage("Titel", "<p>Lees <b>dit</b>.</p>", to=["ans@voorbeeld.example"])
    brief.content_subtype = "html"
    with django_capture_on_commit_callbacks(execute=True):
        brief.send()
    assert mail.outbox[0].body == "Lees dit."


def test_what_no_mail_may_hold_is_told(django_capture_on_commit_callbacks: Vang) -> None:
    with pytest.raises(ValueError, match="e-mail address"):
        send_mail("Titel", "Lees dit.", None, ["geen adres@@"])
    assert send_mail("Titel", "Lees dit.", None, ["geen@@adres"], fail_silently=True) == 0
    met = EmailMessage("Titel", "Lees dit.", to=["ans@voorbeeld.example"])
    met.attach("geheim.txt", "inhoud")
    with pytest.raises(ValueError, match="attachments"):
        met.send()
    assert not Bericht.objects.filter(onderwerp="Titel").exists()


def test_the_outbox_never_carries_its_own_mail(settings: Any) -> None:
    assert f"{brievenbus.__name__}.Brievenbus" == settings.EMAIL_BACKEND
    settings.POST = settings.POST | {"VERVOER": settings.EMAIL_BACKEND}
    with pytest.raises(ImproperlyConfigured):
        wachtrij.vervoer()
