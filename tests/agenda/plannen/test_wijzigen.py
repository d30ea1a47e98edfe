"""Changing a meeting or calling it off: by two people at once, mailed to people who come, and no text lost."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kennisplatform.agenda.models import Bijeenkomst
from kennisplatform.deelnemers.models import Buurt, Lidmaatschap, Logregel
from tests import mensen
from tests.agenda import hulp as agenda
from tests.agenda.plannen.hulp import fouten, invoer, maak

pytestmark = pytest.mark.django_db


def wijzig(client: Client, ding: Bijeenkomst, gezien: int = 0, **anders: Any) -> Any:
    begin, einde = timezone.localtime(ding.begin), timezone.localtime(ding.einde)
    nu = invoer(
        titel=ding.titel,
        omschrijving=ding.omschrijving,
        voor=ding.voor,
        dag=f"{begin:%Y-%m-%d}",
        van=f"{begin:%H:%M}",
        tot=f"{einde:%H:%M}",
        zichtbaarheid=ding.zichtbaarheid,
        gezien=gezien,
        online=ding.online,
    )
    return client.post(reverse("bijeenkomst_wijzigen", args=[ding.slug]), nu | anders)


def om_tien(**velden: Any) -> dict[str, Any]:
    begin = timezone.make_aware(dt.datetime.combine(timezone.localdate() + dt.timedelta(days=9), dt.time(10)))
    return {"begin": begin} | velden


def test_two_people_change_at_once_and_nobody_loses_anything(client: Client, buurt: Buurt, lid: Any) -> None:
    ding = agenda.bijeenkomst(buurt, **om_tien())
    assert wijzig(client, ding, titel="Van de eerste").status_code == 302
    tweede = wijzig(client, ding, titel="Van de tweede", gezien=0)
    html = tweede.content.decode()
    assert "Iemand anders wijzigde" in html and "Van de eerste" in html and "Van de tweede" in html
    assert [label for label, _nu in tweede.context["formulier"].verschillen()] == ["Titel"]
    ding.refresh_from_db()
    assert ding.titel == "Van de eerste"
    assert wijzig(client, ding, titel="Van de tweede", gezien=1).status_code == 302  # once more is a choice
    ding.refresh_from_db()
    assert ding.titel == "Van de tweede" and ding.versie == 2


def test_fewer_places_than_people_can_not_be(client: Client, buurt: Buurt, lid: Any) -> None:
    ding = agenda.bijeenkomst(buurt, **om_tien())
    for _een in range(5):
        agenda.gast(ding)
    per = fouten(wijzig(client, ding, plaatsen="4"))
    assert list(per) == ["plaatsen"] and "al 5 mensen" in per["plaatsen"][0]
    assert wijzig(client, ding, plaatsen="5").status_code == 302


def test_with_residents_on_the_list_a_meeting_stays_public(client: Client, buurt: Buurt, lid: Any) -> None:
    ding = agenda.bijeenkomst(buurt, **om_tien())
    agenda.gast(ding)
    per = fouten(wijzig(client, ding, zichtbaarheid="eigen"))
    assert list(per) == ["zichtbaarheid"] and "zonder account" in per["zichtbaarheid"][0]


@pytest.mark.usefixtures("lid", "eigen_index")
@pytest.mark.parametrize(
    ("anders", "mails"),
    [({"van": "10:30"}, 2), ({"plaats": "Bibliotheek"}, 2), ({"titel": "Anders"}, 0), ({}, 0), ({"tolk": "Turks"}, 0)],
)
def test_another_time_or_place_is_mailed(
    client: Client, buurt: Buurt, anders: dict[str, str], mails: int, django_capture_on_commit_callbacks: Any
) -> None:
    ding = agenda.bijeenkomst(buurt, **om_tien(), plaatsen=1)
    agenda.gast(ding)
    agenda.gast(ding, staat="wacht")
    agenda.gast(ding, staat="onbevestigd")
    with django_capture_on_commit_callbacks(execute=True):
        assert wijzig(client, ding, plaatsen="1", **anders).status_code == 302
    assert len(mail.outbox) == mails
    if mails:
        assert "Andere tijd of plek" in mail.outbox[0].subject


@pytest.mark.usefixtures("eigen_index")
def test_calling_off_mails_everybody_and_leaves_the_page(
    client: Client, buurt: Buurt, django_capture_on_commit_callbacks: Any
) -> None:
    client.force_login(mensen.lid(buurt, "kartrekker"))
    ding = agenda.bijeenkomst(buurt)
    agenda.gast(ding, email="ria@voorbeeld.example")
    adres = reverse("bijeenkomst_afgelasten", args=[ding.slug])
    assert fouten(client.post(adres, {"reden": " "})).keys() == {"reden"}
    for _keer in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            client.post(adres, {"reden": "Begeleider ziek"})
    (brief,) = mail.outbox
    assert brief.to == ["ria@voorbeeld.example"] and "Begeleider ziek" in brief.body
    html = Client().get(ding.get_absolute_url()).content.decode()
    assert "Gaat niet door" in html and "Begeleider ziek" in html and "Uw e-mailadres" not in html
    assert "Gaat niet door" in Client().get("/leernetwerk/agenda/").content.decode()
    assert "afgelast" in str(fouten(wijzig(client, ding, gezien=1, titel="Toch")))
    assert Logregel.objects.filter(buurt=buurt, tekst__contains="gelastte").count() == 1


def test_who_is_a_member_no_more_gets_their_text_back(client: Client, buurt: Buurt, lid: Any) -> None:
    Lidmaatschap.objects.filter(persoon=lid).update(van="2020-01-01", tot=timezone.localdate())
    antwoord = maak(client, buurt, omschrijving="Een lange tekst die niet weg mag zijn.")
    assert antwoord.status_code == 403 and "Een lange tekst die niet weg mag zijn." in antwoord.content.decode()


def test_who_is_signed_in_no_more_gets_their_text_back(buurt: Buurt) -> None:
    ding = agenda.bijeenkomst(buurt)
    antwoord = wijzig(Client(), ding, omschrijving="Een lange tekst die niet weg mag zijn.")
    assert antwoord.status_code == 403 and "Een lange tekst die niet weg mag zijn." in antwoord.content.decode()
