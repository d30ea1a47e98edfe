"""'Mijn gegevens': see it, take it, and leave without taking anything of others along."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.core import signing
from django.db import models
from django.test import Client
from django.utils import timezone
from wagtail.models import Comment, CommentReply, ModelLogEntry, Page, PageLogEntry

from kennisplatform.deelnemers import gegevens
from kennisplatform.deelnemers.logboek import noteer
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Lidmaatschap, Logregel
from kennisplatform.preventie.models import Artikel
from kennisplatform.toegang.verwijderen import ZOUT, bewijs, verwijder_account
from tests.toegang.conftest import WACHTWOORD, aangemeld, brievenbus, link_uit, meld_aan

pytestmark = pytest.mark.django_db
WEG = "/account/mijn-gegevens/verwijderen/"


@pytest.fixture
def lid(ans: Gebruiker, maak: Callable[..., Gebruiker]) -> Lidmaatschap:
    """Ans pulls the cart in Lochem together with Bo."""
    buurt = Buurt.objects.get(slug="lochem")
    Lidmaatschap.objects.create(buurt=buurt, persoon=maak("bo@voorbeeld.example"), rol="kartrekker")
    return Lidmaatschap.objects.create(buurt=buurt, persoon=ans, rol="kartrekker", functie="POH, Praktijk De Linde")


def verwijder(client: Client, wachtwoord: str = WACHTWOORD) -> Any:
    return client.post(WEG, {"password": wachtwoord})


def test_reading_ones_data_names_why_and_how_long(client: Client, lid: Lidmaatschap) -> None:
    meld_aan(client)
    pagina = client.get("/account/mijn-gegevens/").content.decode()
    for bron in gegevens.bronnen():
        assert str(bron.naam) in pagina and str(bron.doel) in pagina and str(bron.bewaartermijn) in pagina
    assert "Praktijk De Linde" in pagina and "ans@voorbeeld.example" in pagina
    assert "bo@voorbeeld.example" not in pagina


def test_taking_along_as_json_and_to_read(client: Client, lid: Lidmaatschap) -> None:
    meld_aan(client)
    antwoord = client.get("/account/mijn-gegevens/mijn-gegevens.json")
    inhoud = json.loads(antwoord.content)
    assert "attachment" in antwoord["Content-Disposition"] and antwoord["Cache-Control"].count("no-store")
    delen = {deel["code"]: deel["gegevens"] for deel in inhoud["onderdelen"]}
    assert (
        delen["lidmaatschappen"][0]["buurt"] == "Lochem"
        and delen["account"][0]["e-mailadres"] == "ans@voorbeeld.example"
    )
    leesbaar = client.get("/account/mijn-gegevens/mijn-gegevens.html").content.decode()
    assert "Praktijk De Linde" in leesbaar
    assert not any(woord in leesbaar for woord in ("src=", "href=", "url(", "<script"))  # opens without a network
    ruw = antwoord.content.decode()
    assert "pbkdf2" not in ruw and client.session.session_key not in ruw


def test_script_in_a_name_stays_text(client: Client, ans: Gebruiker) -> None:
    Gebruiker.objects.filter(pk=ans.pk).update(first_name="<script>alert(1)</script>")
    meld_aan(client)
    for pad in ("/account/mijn-gegevens/", "/account/mijn-gegevens/mijn-gegevens.html"):
        assert "<script>alert(1)" not in client.get(pad).content.decode()


def test_leaving_takes_the_password(client: Client, lid: Lidmaatschap) -> None:
    meld_aan(client)
    fout = verwijder(client, "niet-mijn-wachtwoord")
    assert "klopt niet" in fout.content.decode() and Gebruiker.objects.filter(email="ans@voorbeeld.example").exists()
    regel = noteer(Logregel.Soort.ROL, "gaf een rol", buurt=lid.buurt, door=lid.persoon, over=lid.persoon)
    antwoord = verwijder(client)
    assert antwoord["Location"] == "/account/verwijderd/" and client.get(antwoord["Location"]).status_code == 200
    assert not Gebruiker.objects.filter(email="ans@voorbeeld.example").exists() and not aangemeld(client)
    assert brievenbus()[-1].to == ["ans@voorbeeld.example"] and brievenbus()[-1].subject == "Uw account is verwijderd"
    lid.refresh_from_db()
    assert (lid.persoon, lid.functie, lid.tot, lid.rol) == (None, "", timezone.localdate(), "kartrekker")
    regel.refresh_from_db()
    assert regel.door is None and regel.over is None and regel.tekst == "gaf een rol"
    assert Logregel.objects.filter(buurt=lid.buurt, soort=Logregel.Soort.LID_WEG).exists()


def test_old_memberships_keep_their_end(ans: Gebruiker) -> None:
    buurt, dag = Buurt.objects.get(slug="lochem"), dt.date(2025, 3, 1)
    oud = Lidmaatschap.objects.create(buurt=buurt, persoon=ans, rol="anders", van=dt.date(2024, 1, 1), tot=dag)
    straks = Lidmaatschap.objects.create(
        buurt=buurt, persoon=ans, rol="gemeente", van=timezone.localdate() + dt.timedelta(days=9)
    )
    verwijder_account(gebruiker=ans)
    oud.refresh_from_db()
    straks.refresh_from_db()
    assert (oud.tot, oud.persoon) == (dag, None)
    assert straks.tot == straks.van and straks.persoon is None  # never begun, and the row still holds


def test_the_last_lead_must_hand_over_first(client: Client, lid: Lidmaatschap) -> None:
    Lidmaatschap.objects.filter(persoon__email="bo@voorbeeld.example").update(tot=timezone.localdate())
    meld_aan(client)
    for antwoord in (client.get(WEG), verwijder(client)):
        tekst = antwoord.content.decode()
        assert (
            "laatste kartrekker van Lochem" in tekst and "Draag die rol eerst over" in tekst and "/werkplek/" in tekst
        )
    assert Gebruiker.objects.filter(email="ans@voorbeeld.example").exists()
    lid.refresh_from_db()
    assert lid.loopt


def test_without_a_password_by_mail(client: Client, ans: Gebruiker, maak: Callable[..., Gebruiker]) -> None:
    ans.set_unusable_password()
    ans.save()
    client.force_login(ans)
    client.post(WEG)
    assert Gebruiker.objects.filter(pk=ans.pk).exists()
    link = link_uit(brievenbus()[-1])
    ander = Client()
    ander.force_login(maak("bo@voorbeeld.example"))
    assert "werkt niet meer" in ander.post(link).content.decode()  # somebody else's link
    assert "Weet u het zeker" in client.get(link).content.decode() and Gebruiker.objects.filter(pk=ans.pk).exists()
    client.post(link)
    assert not Gebruiker.objects.filter(pk=ans.pk).exists()
    assert Gebruiker.objects.filter(email="bo@voorbeeld.example").exists()


def test_an_old_or_invented_link(client: Client, ans: Gebruiker, monkeypatch: pytest.MonkeyPatch) -> None:
    client.force_login(ans)
    echt = bewijs(ans)
    import time

    nu = time.time()
    monkeypatch.setattr(time, "time", lambda: nu + 3601)
    for poging in (echt, echt + "x", signing.dumps([ans.pk, "x"], salt=ZOUT), "niets"):
        assert "werkt niet meer" in client.post(f"{WEG}{poging}/").content.decode()
    assert Gebruiker.objects.filter(pk=ans.pk).exists()


def test_what_is_published_stays(eigen_index: Any, ans: Gebruiker, maak: Callable[..., Gebruiker]) -> None:
    bo = maak("bo@voorbeeld.example")
    artikel = Artikel.objects.get(slug="bang-om-te-vallen")
    Page.objects.filter(pk=artikel.pk).update(owner=ans, locked_by=ans)
    artikel.save_revision(user=ans, log_action=True).publish(user=ans, skip_permission_checks=True)
    versie = artikel.get_latest_revision()
    eigen = Comment.objects.create(page=artikel, user=ans, text="los", contentpath="x")
    gesprek = Comment.objects.create(page=artikel, user=ans, text="begin", contentpath="x")
    antwoord = CommentReply.objects.create(comment=gesprek, user=bo, text="van Bo")
    ModelLogEntry.objects.log_action(ans, "wagtail.edit", user=bo)
    verwijder_account(gebruiker=ans)
    artikel.refresh_from_db()
    versie.refresh_from_db()
    assert artikel.live and artikel.owner is None and versie.user is None
    assert not Comment.objects.filter(pk=eigen.pk).exists()
    antwoord.refresh_from_db()
    assert antwoord.text == "van Bo" and "begin" not in antwoord.comment.text and not antwoord.comment.user.is_active
    assert not PageLogEntry.objects.filter(user_id=ans.pk).exists()
    assert not ModelLogEntry.objects.filter(label__contains="Ans").exists()


# What goes along with the account's own row: about the person, nobody else's work.
MEE_WEG = {
    "account.EmailAddress", "mfa.Authenticator", "socialaccount.SocialAccount", "usersessions.UserSession",
    "toegang.Waarschuwing", "netwerken.Aanvraag",
    "netwerken.Overdracht",  # a question that only this person can answer
    "deelnemers.Gebruiker_groups", "deelnemers.Gebruiker_user_permissions",
    "wagtailusers.UserProfile", "wagtailadmin.EditingSession", "wagtailadmin.FormState", "wagtailcore.APIToken",
    "wagtailcore.PageSubscription",
    "wagtailcore.Comment", "wagtailcore.CommentReply",  # own words; see toegang/persoonsgegevens.py
    "volgen.Volg", "volgen.Voorkeur", "volgen.Melding",  # nobody else reads these
    "agenda.Deelname", "agenda.Kalender",  # a place kept for this person (it goes to who waits), and an own calendar
    "redactie.Rapportkeuze",  # a list that only this person opens
    "leren.GevolgdeLes",  # lessons somebody keeps for themself
    "podium.Abonnee",  # that this person reads the newsletter
}  # fmt: skip  # a table: names by what they are
LOS = {"wagtailcore.PageLogEntry", "wagtailcore.ModelLogEntry"}  # DO_NOTHING, let go in toegang/persoonsgegevens.py


def test_nothing_of_others_goes_along() -> None:
    """Every field that points at a person: content lets go, and a new field that takes content along fails here."""
    alle = [m for app in apps.get_app_configs() for m in app.get_models(include_auto_created=True)]
    for model in alle:
        for veld in model._meta.local_fields:
            if not isinstance(veld, models.ForeignKey) or veld.related_model is not get_user_model():
                continue
            naam, bij = model._meta.label, veld.remote_field.on_delete
            if bij is models.CASCADE:
                assert naam in MEE_WEG, (
                    f"{naam}.{veld.name} would go with somebody's account: SET_NULL, or argue it here"
                )
            elif bij is models.DO_NOTHING:
                assert naam in LOS, f"{naam}.{veld.name} would keep pointing at who left"
            else:
                assert bij is models.SET_NULL, f"{naam}.{veld.name} would keep somebody from leaving"


def test_in_the_admin_it_goes_the_same_way(als: Callable[[str], Client], lid: Lidmaatschap) -> None:
    beheer = als("Beheerder")
    bo = Gebruiker.objects.get(email="bo@voorbeeld.example")
    beheer.post(f"/admin/users/delete/{bo.pk}/")
    assert not Gebruiker.objects.filter(pk=bo.pk).exists()
    assert Lidmaatschap.objects.get(buurt=lid.buurt, persoon=None).tot == timezone.localdate()
    ans = lid.persoon.pk  # now the last
    antwoord = beheer.post(f"/admin/users/delete/{ans}/", follow=True)
    assert Gebruiker.objects.filter(pk=ans).exists() and "laatste kartrekker" in antwoord.content.decode()
    beheer.post(f"/admin/bulk/deelnemers/gebruiker/delete/?id={ans}")
    assert Gebruiker.objects.filter(pk=ans).exists()
