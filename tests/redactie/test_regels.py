"""Rules: built from a form, tried, done once for each thing that happened, and written down."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page

from kennisplatform.basis.redactie import kennismodellen
from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.post.models import Bericht
from kennisplatform.redactie import prullenbak, regels
from kennisplatform.redactie.models import Inhoudsregel, Regelgang
from menukaart.models import Interventie
from tests.pagina import pagina

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index")]
LIJST = "/admin/snippets/redactie/inhoudsregel/"
Soort = Inhoudsregel.Soort
Maak = Callable[..., Inhoudsregel]


@pytest.fixture(autouse=True)
def geen_demo(db: None) -> None:
    Inhoudsregel.objects.all().delete()
    Bericht.objects.all().delete()
    Page.objects.update(
        first_published_at=timezone.now() - dt.timedelta(days=400)
    )  # nothing is new but what a test makes
    for model in kennismodellen():
        model.objects.filter(volgende_controle__lte=timezone.localdate()).update(volgende_controle=None)


@pytest.fixture
def ans() -> Gebruiker:
    return mens("ans", "Eindredacteur")


def mens(naam: str, rol: str = "") -> Gebruiker:
    wie = Gebruiker.objects.create_user(f"{naam}@voorbeeld.example", "x" * 20)
    if rol:
        wie.groups.add(Group.objects.get(name=rol))
    return wie


@pytest.fixture
def maak(ans: Gebruiker) -> Maak:
    def doe(soort: str, **velden: Any) -> Inhoudsregel:
        regel = Inhoudsregel.objects.create(naam="Proefregel", soort=soort, actief=True, **({"aan": ans} | velden))
        Inhoudsregel.objects.filter(pk=regel.pk).update(vanaf=timezone.now() - dt.timedelta(days=90))
        return Inhoudsregel.objects.get(pk=regel.pk)

    return doe


def stuk(nr: int = 0) -> Interventie:
    return Interventie.objects.filter(locale__language_code="nl", live=True).order_by("pk")[nr]


def kopie(titel: str) -> Interventie:
    bron = stuk()
    return bron.copy(update_attrs={"title": titel, "slug": titel.lower(), "first_published_at": None}, keep_live=False)


def publiceer(wat: Page, commits: Any) -> None:
    with commits(execute=True):
        wat.get_latest_revision().publish()


def verloop(wat: Interventie, dagen: int, eigenaar: Gebruiker | None = None) -> None:
    dag = timezone.localdate() - dt.timedelta(days=dagen)
    Interventie.objects.filter(pk=wat.pk).update(volgende_controle=dag)
    Page.objects.filter(pk=wat.pk).update(owner=eigenaar)


def niets_verder() -> None:
    """No other page has its day now."""
    for model in regels.kennismodellen():
        model.objects.update(volgende_controle=None)


def aan() -> list[str]:
    return sorted(Bericht.objects.values_list("aan", flat=True))


def test_publishing_in_a_theme_mails_once(maak: Maak, django_capture_on_commit_callbacks: Any) -> None:
    nieuw = kopie("Kwikplan")
    regel = maak(Soort.PUBLICATIE, paginasoort="interventie", thema=nieuw.hoofdthema)
    elders = maak(Soort.PUBLICATIE, paginasoort="artikel")
    publiceer(nieuw, django_capture_on_commit_callbacks)
    assert [b.aan for b in Bericht.objects.all()] == ["ans@voorbeeld.example"]
    brief = Bericht.objects.get()
    assert brief.onderwerp == "Gepubliceerd: ‘Kwikplan’" and f"/admin/pages/{nieuw.pk}/edit/" in brief.tekst
    assert "door de regel ‘Proefregel’" in brief.tekst and "&" not in brief.tekst
    assert regel.gangen.get().mails == 1 and not elders.gangen.exists()
    for _keer in range(2):
        publiceer(Interventie.objects.get(pk=nieuw.pk), django_capture_on_commit_callbacks)
        regels.nacht()
    assert Bericht.objects.count() == 1 and regel.gangen.count() == 1
    assert len(mail.outbox) <= 1


def test_another_theme_an_older_page_or_a_rule_that_is_off_mails_nobody(
    maak: Maak, django_capture_on_commit_callbacks: Any
) -> None:
    nieuw = kopie("Kwikplan")
    ander = type(nieuw.hoofdthema).objects.filter(soort="thema", locale=nieuw.locale_id)
    ander = ander.exclude(pk__in=[nieuw.hoofdthema_id, *nieuw.begrippen.values_list("pk", flat=True)]).first()
    maak(Soort.PUBLICATIE, thema=ander)
    Inhoudsregel.objects.filter(pk=maak(Soort.PUBLICATIE).pk).update(actief=False)
    maak(Soort.PUBLICATIE, aan=None)  # whoever it named is gone: that is nobody, not everybody
    publiceer(nieuw, django_capture_on_commit_callbacks)
    publiceer(stuk(), django_capture_on_commit_callbacks)
    regels.nacht()
    assert not Bericht.objects.exists()


def test_what_was_missed_is_done_at_night(maak: Maak) -> None:
    nieuw = kopie("Kwikplan")
    nieuw.get_latest_revision().publish()  # the work after the commit never ran
    regel = maak(Soort.PUBLICATIE, paginasoort="interventie")
    regels.nacht()
    assert regel.gangen.get().pagina_id == nieuw.pk and aan() == ["ans@voorbeeld.example"]


def test_a_check_asks_the_owner_in_one_mail_and_the_desk_when_there_is_none(maak: Maak) -> None:
    niets_verder()
    bo = mens("bo")
    weg = mens("weg")
    Gebruiker.objects.filter(pk=weg.pk).update(is_active=False)
    verloop(stuk(0), 0, bo)
    verloop(stuk(1), 3, bo)
    verloop(stuk(2), 1, weg)
    verloop(stuk(3), -1, bo)  # tomorrow
    regel = maak(Soort.CONTROLE)
    regels.nacht()
    regels.nacht()
    assert aan() == ["ans@voorbeeld.example", "bo@voorbeeld.example"]
    brief = Bericht.objects.get(aan="bo@voorbeeld.example")
    assert (
        brief.onderwerp == "2 pagina’s om na te kijken"
        and stuk(0).title in brief.tekst
        and stuk(1).title in brief.tekst
    )
    assert regel.gangen.count() == 3
    verloop(stuk(0), -30, bo)  # looked at: another day
    verloop(stuk(0), 0, bo)
    regels.nacht()
    assert regel.gangen.count() == 3  # the same day is the same event


def test_after_two_weeks_the_desk(maak: Maak) -> None:
    niets_verder()
    verloop(stuk(0), 14, mens("bo"))
    verloop(stuk(1), 13, mens("cas"))
    bij = mens("dina", "Eindredacteur")
    regel = maak(Soort.NIET_NAGEKEKEN, na_dagen=14, aan=None, aan_rol=Group.objects.get(name="Eindredacteur"))
    regels.nacht()
    assert {"ans@voorbeeld.example", bij.email} <= set(aan()) and "bo@voorbeeld.example" not in aan()
    gang = regel.gangen.get()
    assert gang.pagina_id == stuk(0).pk and gang.mails == len(aan())
    assert "14 dagen voorbij" in Bericht.objects.first().tekst


def test_what_lies_in_the_bin_asks_nobody(maak: Maak) -> None:
    niets_verder()
    verloop(stuk(0), 0, mens("bo"))
    maak(Soort.CONTROLE)
    prullenbak.gooi_weg(pagina=stuk(0), door=None)
    regels.nacht()
    assert not Bericht.objects.exists()


def test_one_that_fails_stops_no_other(maak: Maak, monkeypatch: Any) -> None:
    niets_verder()
    bo, cas = mens("bo"), mens("cas")
    verloop(stuk(0), 0, bo)
    verloop(stuk(1), 0, cas)
    maak(Soort.CONTROLE)
    echt = regels.verstuur

    def valt(**hoe: Any) -> Any:
        if hoe["aan"] == bo.email:
            raise RuntimeError
        return echt(**hoe)

    monkeypatch.setattr(regels, "verstuur", valt)
    regels.nacht()
    assert aan() == [cas.email]
    assert Regelgang.objects.get().pagina_id == stuk(1).pk  # the other one is tried again
    monkeypatch.setattr(regels, "verstuur", echt)
    regels.nacht()
    assert aan() == [bo.email, cas.email]


def velden(**anders: Any) -> dict[str, Any]:
    leeg = {"naam": "Nieuw in de buurt", "soort": Soort.PUBLICATIE, "na_dagen": "14", "paginasoort": "", "thema": "",
            "aan": "", "aan_rol": ""}  # fmt: skip
    return leeg | anders


def test_it_is_built_from_a_form_and_tried_before_it_is_turned_on(client: Client, ans: Gebruiker) -> None:
    client.force_login(ans)
    blad = pagina(client.post(f"{LIJST}add/", velden()))
    assert (
        "Kies wie de mail krijgt" in blad.tekst("main")
        and blad.velden("form[data-edit-form]")["naam"] == "Nieuw in de buurt"
    )
    assert "ten minste één dag" in pagina(
        client.post(f"{LIJST}add/", velden(soort=Soort.NIET_NAGEKEKEN, na_dagen="0", aan=ans.pk))
    ).tekst("main")
    client.post(f"{LIJST}add/", velden(aan=ans.pk, paginasoort="interventie"))
    regel = Inhoudsregel.objects.get()
    assert not regel.actief
    Page.objects.filter(pk=stuk().pk).update(first_published_at=timezone.now() - dt.timedelta(days=10))
    proef = pagina(client.get(f"/admin/redactie/regels/{regel.pk}/"))
    assert "Deze regel staat uit" in proef.tekst("main") and stuk().title in proef.tekst("table")
    assert str(ans) in proef.tekst("table") and "Nog niets" in proef.tekst("main")
    assert not Bericht.objects.exists() and not Regelgang.objects.exists()
    assert f"/admin/redactie/regels/{regel.pk}/" in client.get(LIJST).content.decode()


def test_the_list_leads_to_trying_and_trying_to_turning_on(client: Client, maak: Maak, ans: Gebruiker) -> None:
    regel = maak(Soort.PUBLICATIE)
    Inhoudsregel.objects.filter(pk=regel.pk).update(actief=False)
    client.force_login(ans)
    adres = f"/admin/redactie/regels/{regel.pk}/"
    lijst = pagina(client.get(LIJST))
    assert lijst.heeft(f"tbody td a[href='{adres}']") and "uit" in lijst.teksten("tbody td")
    assert "De regel staat aan" in client.post(adres, {"actief": "1"}, follow=True).content.decode()
    assert Inhoudsregel.objects.get(pk=regel.pk).actief
    client.post(adres, {"actief": "0"})
    Inhoudsregel.objects.filter(pk=regel.pk).update(aan=None)
    assert "Kies wie de mail krijgt" in client.post(adres, {"actief": "1"}, follow=True).content.decode()
    assert not Inhoudsregel.objects.get(pk=regel.pk).actief


def test_trying_costs_no_question_per_page(client: Client, maak: Maak, ans: Gebruiker) -> None:
    client.force_login(ans)
    niets_verder()
    regel = maak(Soort.CONTROLE)

    def vragen() -> int:
        with CaptureQueriesContext(connection) as gevraagd:
            client.get(f"/admin/redactie/regels/{regel.pk}/")
        return len(gevraagd)

    verloop(stuk(0), 2, ans)
    vragen()
    weinig = vragen()
    for nr in range(1, 20):
        verloop(stuk(nr), 2, ans)
    assert vragen() == weinig


def test_the_team_builds_rules_too(client: Client, maak: Maak) -> None:
    client.force_login(mens("team", "Transitieteam"))
    for adres in (LIJST, f"{LIJST}add/", f"/admin/redactie/regels/{maak(Soort.PUBLICATIE).pk}/"):
        assert client.get(adres).status_code == 200
    assert LIJST in client.get("/admin/").content.decode()


def test_who_does_not_steer_may_not_build(client: Client, maak: Maak) -> None:
    regel = maak(Soort.PUBLICATIE)
    client.force_login(mens("red", "Redacteur"))
    for adres in (LIJST, f"{LIJST}add/", f"{LIJST}edit/{regel.pk}/", f"/admin/redactie/regels/{regel.pk}/"):
        assert client.get(adres).status_code in {302, 403}
