"""Handing a role over: the other is asked, says yes or no, and those who lead hear of it."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Lidmaatschap
from kennisplatform.netwerken.models import Overdracht
from tests import mensen
from tests.netwerken.hulp import lid_van, naar, rollen
from tests.pagina import pagina

pytestmark = pytest.mark.django_db


@pytest.fixture
def buurt() -> Buurt:
    return mensen.buurt("proefbuurt")


def zeg_ja(wie: Gebruiker) -> None:
    """Who was asked reads it in the workspace, and says yes there."""
    zelf = Client()
    zelf.force_login(wie)
    (vraag,) = zelf.get(reverse("werkplek")).context["gevraagd"]
    zelf.post(naar("overdracht", vraag.buurt, vraag.pk), {"antwoord": "ja"})


def test_the_last_lead_hands_over_first(client: Client, buurt: Buurt) -> None:
    kartrekker, ander = mensen.lid(buurt, Netwerkrol.KARTREKKER), mensen.lid(buurt, Netwerkrol.GEMEENTE)
    client.force_login(kartrekker)
    pk = lid_van(kartrekker).pk
    assert "enige kartrekker" in pagina(client.get(naar("lid_beeindigen", buurt, pk))).tekst()
    assert client.post(naar("lid_beeindigen", buurt, pk)).url == naar("lid_overdragen", buurt, pk)
    assert rollen(kartrekker) == ["kartrekker"]
    antwoord = client.post(naar("lid_overdragen", buurt, pk), {"naar": lid_van(ander).pk}, follow=True)
    assert "krijgt de vraag per mail" in pagina(antwoord).tekst() and rollen(ander) == ["gemeente"]
    zeg_ja(ander)
    assert rollen(ander) == ["gemeente", "kartrekker"] and rollen(kartrekker) == ["anders"]
    client.post(naar("lid_beeindigen", buurt, lid_van(kartrekker).pk))
    assert rollen(kartrekker) == []
    assert client.get(naar("netwerk", buurt)).status_code == 403  # and from that moment sees nothing inside
    assert Lidmaatschap.objects.filter(persoon=kartrekker).count() == 2  # history stays


def test_handing_over_to_somebody_from_outside_can_not_be(client: Client, buurt: Buurt) -> None:
    kartrekker, vreemde = mensen.lid(buurt, Netwerkrol.KARTREKKER), mensen.lid(mensen.buurt("daar"))
    client.force_login(kartrekker)
    for keuze in (lid_van(vreemde).pk, lid_van(kartrekker).pk, "x", "", 10**9):
        antwoord = client.post(naar("lid_overdragen", buurt, lid_van(kartrekker).pk), {"naar": keuze})
        assert (
            antwoord.context["formulier"].errors["naar"] == ["Kies iemand uit het netwerk."]
            or antwoord.status_code == 200
        )
    assert rollen(kartrekker) == ["kartrekker"] and rollen(vreemde) == ["anders"]


def test_who_it_is_about_and_who_leads_hear_of_it(
    client: Client, buurt: Buurt, django_capture_on_commit_callbacks: Any
) -> None:
    kartrekker, tweede, lid, ander, coach = (
        mensen.lid(buurt, r)
        for r in (
            Netwerkrol.KARTREKKER,
            Netwerkrol.KARTREKKER,
            Netwerkrol.GEMEENTE,
            Netwerkrol.BURGER,
            Netwerkrol.COACH,
        )
    )
    team = mensen.medewerker("transitieteam")
    client.force_login(kartrekker)

    def gemaild() -> dict[str, set[str]]:
        uit: dict[str, set[str]] = {}
        for m in mail.outbox:
            uit.setdefault(m.subject.split(" in ")[0], set()).add(m.to[0])
        mail.outbox.clear()
        return uit

    with django_capture_on_commit_callbacks(execute=True):
        client.post(naar("lid_beeindigen", buurt, lid_van(lid).pk))
    assert gemaild() == {
        "U doet niet meer mee als lid voor de gemeente": {lid.email},
        f"{lid} is geen lid voor de gemeente meer": {tweede.email, coach.email},
    }
    with django_capture_on_commit_callbacks(execute=True):
        client.post(naar("lid_overdragen", buurt, lid_van(kartrekker).pk), {"naar": lid_van(ander).pk})
    assert gemaild() == {"Wilt u kartrekker worden": {ander.email}}
    with django_capture_on_commit_callbacks(execute=True):
        zeg_ja(ander)
    verteld = gemaild()
    assert set(verteld) == {f"{ander} is nu kartrekker"}
    assert {kartrekker.email, tweede.email, coach.email, team.email} <= verteld[f"{ander} is nu kartrekker"]
    assert ander.email not in verteld[f"{ander} is nu kartrekker"]


def test_a_role_is_taken_over_only_by_who_was_asked(
    client: Client, buurt: Buurt, django_capture_on_commit_callbacks: Any
) -> None:
    kartrekker, ander, derde = (
        mensen.lid(buurt, r) for r in (Netwerkrol.KARTREKKER, Netwerkrol.BURGER, Netwerkrol.GEMEENTE)
    )
    client.force_login(kartrekker)
    vraag = naar("lid_overdragen", buurt, lid_van(kartrekker).pk)
    client.post(vraag, {"naar": lid_van(ander).pk})
    tweede = client.post(vraag, {"naar": lid_van(derde).pk})
    assert "al gevraagd" in str(tweede.context["formulier"].errors["naar"])
    overdracht = Overdracht.objects.get()
    adres = naar("overdracht", buurt, overdracht.pk)
    assert "Bekijk de vraag" in pagina(client.get(vraag)).tekst()
    assert client.post(adres, {"antwoord": "ja"}).status_code == 403  # not for who asks
    client.force_login(derde)
    assert client.get(adres).status_code == client.post(adres, {"antwoord": "ja"}).status_code == 404
    client.force_login(ander)
    assert "Ja, ik neem de rol over" in pagina(client.get(adres)).tekst()
    assert client.post(adres, {"antwoord": "terug"}).status_code == 403
    with django_capture_on_commit_callbacks(execute=True):
        client.post(adres, {"antwoord": "nee"})
    assert mail.outbox[-1].to == [kartrekker.email] and rollen(kartrekker) == ["kartrekker"]
    assert "al beantwoord" in pagina(client.post(adres, {"antwoord": "ja"}, follow=True)).tekst()
    client.force_login(kartrekker)
    client.post(vraag, {"naar": lid_van(derde).pk})
    (laatste,) = Overdracht.objects.filter(stand="open")
    client.post(naar("overdracht", buurt, laatste.pk), {"antwoord": "terug"})
    laatste.refresh_from_db()
    assert laatste.stand == "ingetrokken" and rollen(kartrekker) == ["kartrekker"]


def test_a_question_of_who_left_is_too_late(client: Client, buurt: Buurt) -> None:
    kartrekker, _tweede, ander = (
        mensen.lid(buurt, r) for r in (Netwerkrol.KARTREKKER, Netwerkrol.KARTREKKER, Netwerkrol.BURGER)
    )
    client.force_login(kartrekker)
    client.post(naar("lid_overdragen", buurt, lid_van(kartrekker).pk), {"naar": lid_van(ander).pk})
    client.post(naar("lid_beeindigen", buurt, lid_van(kartrekker).pk))
    client.force_login(ander)
    assert not client.get(reverse("werkplek")).context["gevraagd"]
    adres = naar("overdracht", buurt, Overdracht.objects.get().pk)
    assert "intussen al beëindigd" in pagina(client.post(adres, {"antwoord": "ja"}, follow=True)).tekst()
    assert rollen(ander) == ["burgervertegenwoordiging"]


def test_handing_over_can_go_to_who_lacks_the_role_and_not_to_a_coach(client: Client, buurt: Buurt) -> None:
    mijn = Lidmaatschap.objects.get(persoon=mensen.lid(buurt, Netwerkrol.KARTREKKER))
    client.force_login(mijn.persoon)
    mensen.lid(buurt, Netwerkrol.KARTREKKER)
    coach, coordinator = mensen.lid(buurt, Netwerkrol.COACH), mensen.lid(buurt, Netwerkrol.COORDINATOR)
    gewoon = mensen.lid(buurt, Netwerkrol.GEMEENTE)
    rij = client.get(naar("lid_overdragen", buurt, mijn.pk)).context["formulier"].fields["naar"].queryset
    assert [lid.persoon for lid in rij] == [gewoon]
    for wie in (coach, coordinator):
        vals = {"naar": Lidmaatschap.objects.get(persoon=wie).pk}
        assert client.post(naar("lid_overdragen", buurt, mijn.pk), vals).context["formulier"].errors
