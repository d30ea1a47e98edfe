"""Handing over, leaving, correcting; asking to take part; two people at the same time."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Lidmaatschap
from kennisplatform.netwerken.models import Aanvraag, Overdracht, Werkwijze
from tests import mensen
from tests.pagina import pagina

pytestmark = pytest.mark.django_db


@pytest.fixture
def buurt() -> Buurt:
    return mensen.buurt("proefbuurt")


def lid_van(wie: Gebruiker) -> Lidmaatschap:
    return Lidmaatschap.objects.lopend().get(persoon=wie)


def rollen(wie: Gebruiker) -> list[str]:
    return sorted(lid.rol for lid in Lidmaatschap.objects.lopend().filter(persoon=wie))


def naar(naam: str, buurt: Buurt, *rest: int) -> str:
    return reverse(naam, args=[buurt.slug, *rest])


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


def test_only_inside_the_network_does_it_invite_to_follow_up(client: Client, buurt: Buurt) -> None:
    kartrekker = mensen.lid(buurt, Netwerkrol.KARTREKKER)
    client.force_login(kartrekker)
    assert "Nodig een opvolger uit" in pagina(client.get(naar("lid_overdragen", buurt, lid_van(kartrekker).pk))).tekst()


def test_a_plain_member_changes_themselves_and_nobody_else(client: Client, buurt: Buurt) -> None:
    mensen.lid(buurt, Netwerkrol.KARTREKKER)
    een, ander = mensen.lid(buurt), mensen.lid(buurt, Netwerkrol.GEMEENTE)
    client.force_login(een)
    for naam in ("lid_wijzigen", "lid_beeindigen", "lid_overdragen"):
        assert client.post(naar(naam, buurt, lid_van(ander).pk), {"rol": "kartrekker"}).status_code == 403
    assert client.post(naar("lid_wijzigen", buurt, lid_van(een).pk), {"rol": "kartrekker"}).status_code == 403
    assert client.post(naar("lid_beeindigen", buurt, lid_van(een).pk)).status_code == 302
    assert rollen(een) == [] and rollen(ander) == ["gemeente"]


def test_a_member_of_another_network_does_not_exist_here(client: Client, buurt: Buurt) -> None:
    kartrekker, elders = mensen.lid(buurt, Netwerkrol.KARTREKKER), mensen.lid(mensen.buurt("daar"))
    client.force_login(kartrekker)
    assert client.get(naar("lid_wijzigen", buurt, lid_van(elders).pk)).status_code == 404


def wijzig(client: Client, buurt: Buurt, pk: int, **velden: str) -> Any:
    return client.post(naar("lid_wijzigen", buurt, pk), velden)


def test_two_leads_change_the_same(client: Client, buurt: Buurt) -> None:
    een, twee, lid = (
        mensen.lid(buurt, rol) for rol in (Netwerkrol.KARTREKKER, Netwerkrol.KARTREKKER, Netwerkrol.GEMEENTE)
    )
    pk = lid_van(lid).pk
    client.force_login(een)
    gezien = client.get(naar("lid_wijzigen", buurt, pk)).context["formulier"]["gezien"].value()
    ander = Client()
    ander.force_login(twee)
    assert wijzig(ander, buurt, pk, rol="gemeente", functie="beleidsadviseur", gezien=gezien).status_code == 302
    antwoord = wijzig(client, buurt, pk, rol="gemeente", functie="wethouder", gezien=gezien)
    inhoud = antwoord.content.decode()
    assert "Iemand anders wijzigde dit intussen" in inhoud and "beleidsadviseur" in inhoud and "wethouder" in inhoud
    weer = antwoord.context["formulier"]["gezien"].value()
    assert wijzig(client, buurt, pk, rol="gemeente", functie="wethouder", gezien=weer).status_code == 302
    assert lid_van(lid).functie == "wethouder"


def test_another_role_is_a_new_line_in_the_history(client: Client, buurt: Buurt) -> None:
    kartrekker, lid = mensen.lid(buurt, Netwerkrol.KARTREKKER), mensen.lid(buurt, Netwerkrol.GEMEENTE)
    client.force_login(kartrekker)
    pk = lid_van(lid).pk
    gezien = client.get(naar("lid_wijzigen", buurt, pk)).context["formulier"]["gezien"].value()
    assert wijzig(client, buurt, pk, rol="sociaal-domein", gezien=gezien).status_code == 302
    assert [rij.rol for rij in Lidmaatschap.objects.filter(persoon=lid).order_by("pk")] == [
        "gemeente",
        "sociaal-domein",
    ]
    inhoud = client.get(naar("geschiedenis", buurt)).content.decode()
    assert "Lid voor de gemeente" in inhoud and "Lid voor het sociaal domein" in inhoud
    # The form that stood open is about a row that ended: told, and what was typed is not lost.
    antwoord = client.post(
        naar("lid_wijzigen", buurt, pk), {"rol": "gemeente", "gezien": gezien, "functie": "wijkregisseur"}, follow=True
    )
    assert antwoord.redirect_chain == [(naar("netwerk", buurt), 302)]
    assert "intussen" in pagina(antwoord).tekst() and "wijkregisseur" in pagina(antwoord).tekst()


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


def test_without_a_lead_the_team_answers(client: Client, buurt: Buurt, django_capture_on_commit_callbacks: Any) -> None:
    team = mensen.medewerker("transitieteam")
    client.force_login(mensen.persoon("vrager"))
    with django_capture_on_commit_callbacks(execute=True):
        client.post(naar("meedoen", buurt), {"functie": "fysio", "rol": "anders", "bericht": "Ik doe graag mee."})
    assert [team.email] in [m.to for m in mail.outbox]
    client.force_login(team)
    assert "Wacht op het team" in pagina(client.get(reverse("werkplek"))).tekst()


def test_who_got_signed_out_gets_their_text_back(client: Client, buurt: Buurt) -> None:
    antwoord = client.post(naar("werkwijze_wijzigen", buurt), {"begin": "een tekst van een hele middag", "gezien": "0"})
    inhoud = antwoord.content.decode()
    assert antwoord.status_code == 403 and "een tekst van een hele middag" in inhoud and "U was afgemeld" in inhoud
    streng = Client(enforce_csrf_checks=True)
    streng.force_login(mensen.lid(buurt))
    oud = streng.post(naar("werkwijze_wijzigen", buurt), {"begin": "een tekst van een hele middag", "gezien": "0"})
    assert oud.status_code == 403 and "een tekst van een hele middag" in pagina(oud).tekst()
    assert "CSRF" not in oud.content.decode()


def test_who_left_while_a_form_was_open(client: Client, buurt: Buurt) -> None:
    kartrekker, lid = mensen.lid(buurt, Netwerkrol.KARTREKKER), mensen.lid(buurt)
    client.force_login(lid)
    assert client.get(naar("werkwijze_wijzigen", buurt)).status_code == 200
    Lidmaatschap.objects.filter(persoon=lid).update(tot="2020-01-02", van="2020-01-01")
    antwoord = client.post(
        naar("werkwijze_wijzigen", buurt), {"begin": "een tekst van een middag werk <b>", "gezien": "0"}
    )
    inhoud = antwoord.content.decode()
    assert "een tekst van een middag werk &lt;b&gt;" in inhoud and "niet bewaard" in inhoud
    assert antwoord.status_code == 403 and not Werkwijze.objects.filter(buurt=buurt).exists()
    assert rollen(kartrekker) == ["kartrekker"]


# ---- Asking to take part


@pytest.fixture
def aanvraag(buurt: Buurt, client: Client, django_capture_on_commit_callbacks: Any) -> Aanvraag:
    mensen.lid(buurt, Netwerkrol.KARTREKKER)
    client.force_login(mensen.persoon("vrager"))
    with django_capture_on_commit_callbacks(execute=True):
        antwoord = client.post(
            naar("meedoen", buurt),
            {"functie": "fysio <b>", "rol": "anders", "bericht": "Ik werk hier <script>alert(1)</script>"},
        )
    assert antwoord.status_code == 302
    return Aanvraag.objects.get(buurt=buurt)


def test_a_request_is_let_in(
    client: Client, buurt: Buurt, aanvraag: Aanvraag, django_capture_on_commit_callbacks: Any
) -> None:
    kartrekker = Lidmaatschap.objects.get(buurt=buurt, rol="kartrekker").persoon
    assert kartrekker is not None
    assert [m.to for m in mail.outbox] == [[kartrekker.email]] and "Ik werk hier" not in mail.outbox[0].body
    assert client.get(naar("aanvraag", buurt, aanvraag.pk)).status_code == 403  # the asker doesn't decide
    client.force_login(kartrekker)
    inhoud = client.get(naar("aanvraag", buurt, aanvraag.pk)).content.decode()
    assert "Ik werk hier" in inhoud and "<script>alert" not in inhoud
    with django_capture_on_commit_callbacks(execute=True):
        client.post(naar("aanvraag", buurt, aanvraag.pk), {"besluit": "toelaten", "rol": "burgervertegenwoordiging"})
    assert rollen(aanvraag.persoon) == ["burgervertegenwoordiging"]
    assert mail.outbox[-1].to == [aanvraag.persoon.email] and "Welkom" in mail.outbox[-1].body
    assert naar("netwerk", buurt) in mail.outbox[-1].body
    weer = client.post(naar("aanvraag", buurt, aanvraag.pk), {"besluit": "afwijzen"}, follow=True)
    assert "al besloten" in pagina(weer).tekst() and rollen(aanvraag.persoon) == ["burgervertegenwoordiging"]


def test_a_lead_of_elsewhere_does_not_see_the_request(client: Client, buurt: Buurt, aanvraag: Aanvraag) -> None:
    daar = mensen.buurt("daar")
    client.force_login(mensen.lid(daar, Netwerkrol.KARTREKKER))
    assert client.get(naar("aanvraag", buurt, aanvraag.pk)).status_code == 403
    assert client.get(naar("aanvraag", daar, aanvraag.pk)).status_code == 404  # the same number under an own address


def test_not_let_in_with_a_reason(
    client: Client, buurt: Buurt, aanvraag: Aanvraag, django_capture_on_commit_callbacks: Any
) -> None:
    client.force_login(mensen.medewerker("transitieteam"))
    with django_capture_on_commit_callbacks(execute=True):
        client.post(
            naar("aanvraag", buurt, aanvraag.pk), {"besluit": "afwijzen", "rol": "anders", "reden": "Nu even vol"}
        )
    assert rollen(aanvraag.persoon) == [] and "Nu even vol" in mail.outbox[-1].body
    assert naar("buurt", buurt) in mail.outbox[-1].body and naar("netwerk", buurt) not in mail.outbox[-1].body
    client.force_login(aanvraag.persoon)
    assert "Nu even vol" in pagina(client.get(reverse("werkplek"))).tekst()


def test_a_network_shows_its_own_requests_while_they_are_open(client: Client, buurt: Buurt, aanvraag: Aanvraag) -> None:
    daar = mensen.buurt("daar")
    ander = Aanvraag.objects.create(buurt=daar, persoon=mensen.persoon(), functie="x", bericht="x")
    kartrekker = mensen.lid(buurt, Netwerkrol.KARTREKKER, mensen.lid(daar, Netwerkrol.KARTREKKER))
    client.force_login(kartrekker)
    assert list(client.get(naar("netwerk", buurt)).context["aanvragen"]) == [aanvraag]
    assert list(client.get(naar("netwerk", daar)).context["aanvragen"]) == [ander]
    Aanvraag.objects.filter(pk=ander.pk).update(besluit=Aanvraag.Besluit.AFGEWEZEN)
    assert list(client.get(naar("netwerk", daar)).context["aanvragen"]) == []


def test_what_waits_elsewhere_stands_at_no_neighbourhood_of_mine(client: Client, aanvraag: Aanvraag) -> None:
    """The team may answer everywhere; its workspace counts at its own neighbourhoods only."""
    team = mensen.medewerker("transitieteam")
    mijn = mensen.lid(mensen.buurt("mijn"), wie=team)
    client.force_login(mijn)
    (kaart,) = client.get(reverse("werkplek")).context["mijn"]
    assert kaart.buurt.slug == "mijn" and kaart.aanvragen == 0


def test_withdrawing_is_for_who_asked_only(client: Client, aanvraag: Aanvraag) -> None:
    ander = Client()
    ander.force_login(mensen.persoon())
    assert ander.post(reverse("aanvraag_intrekken", args=[aanvraag.pk])).status_code == 404
    client.post(reverse("aanvraag_intrekken", args=[aanvraag.pk]))
    aanvraag.refresh_from_db()
    assert aanvraag.besluit == Aanvraag.Besluit.INGETROKKEN


def test_an_empty_form_says_at_each_field_what_is_missing(client: Client, buurt: Buurt) -> None:
    client.force_login(mensen.persoon())
    antwoord = client.post(naar("meedoen", buurt), {"functie": "fysio", "rol": "kartrekker-in-chief", "bericht": ""})
    assert set(antwoord.context["formulier"].errors) == {"bericht", "rol"}
    assert pagina(antwoord).velden()["functie"] == "fysio"


# ---- Zo werken wij hier


def test_two_people_write_at_once_and_nothing_is_lost(client: Client, buurt: Buurt) -> None:
    een, twee = mensen.lid(buurt), mensen.lid(buurt)
    ander = Client()
    client.force_login(een)
    ander.force_login(twee)
    assert ander.post(naar("werkwijze_wijzigen", buurt), {"begin": "tekst van twee", "gezien": "0"}).status_code == 302
    antwoord = client.post(naar("werkwijze_wijzigen", buurt), {"begin": "tekst van een", "gezien": "0"})
    inhoud = antwoord.content.decode()
    assert "tekst van twee" in inhoud and "tekst van een" in inhoud
    assert [w.begin for w in Werkwijze.objects.filter(buurt=buurt)] == ["tekst van twee"]
    gezien = antwoord.context["formulier"]["gezien"].value()
    assert client.post(naar("werkwijze_wijzigen", buurt), {"begin": "samen", "gezien": gezien}).status_code == 302
    assert [w.begin for w in Werkwijze.objects.filter(buurt=buurt)] == ["samen", "tekst van twee"]
    assert "tekst van twee" in pagina(client.get(reverse("werkwijze_versie", args=[buurt.slug, 1]))).tekst()


def test_confirming_holds_for_what_was_read(client: Client, buurt: Buurt) -> None:
    lid = mensen.lid(buurt)
    client.force_login(lid)
    for nummer in (1, 2):
        Werkwijze.objects.create(buurt=buurt, nummer=nummer, begin="x")
    antwoord = client.post(naar("werkwijze_bevestigen", buurt), {"nummer": "1"}, follow=True)
    assert "nieuwere versie" in pagina(antwoord).tekst()
    client.post(naar("werkwijze_bevestigen", buurt), {"nummer": "2"})
    assert Werkwijze.objects.get(buurt=buurt, nummer=2).bevestigd_door == lid


def test_saving_empty_can_not_be(client: Client, buurt: Buurt) -> None:
    client.force_login(mensen.lid(buurt))
    antwoord = client.post(naar("werkwijze_wijzigen", buurt), {"begin": "  ", "gezien": "0"})
    assert "ten minste één onderdeel" in str(antwoord.context["formulier"].errors)


@pytest.mark.parametrize("gezien", ["", "9" * 40, "-1", "<b>"])
def test_a_forged_version_number_overwrites_nothing(client: Client, buurt: Buurt, gezien: str) -> None:
    client.force_login(mensen.lid(buurt))
    Werkwijze.objects.create(buurt=buurt, nummer=1, begin="blijft")
    assert client.post(naar("werkwijze_wijzigen", buurt), {"begin": "weg", "gezien": gezien}).status_code == 200
    assert client.post(naar("werkwijze_bevestigen", buurt), {"nummer": gezien}).status_code == 302
    assert [w.begin for w in Werkwijze.objects.filter(buurt=buurt)] == ["blijft"]


def test_what_the_other_wrote_stands_at_the_field_and_can_be_taken(client: Client, buurt: Buurt) -> None:
    een, twee = mensen.lid(buurt), mensen.lid(buurt, wie=mensen.persoon("jasmijn"))
    ander = Client()
    client.force_login(een)
    ander.force_login(twee)
    van_twee = {"begin": "begin van twee", "afspraken": "afspraken van twee", "adressen": "zelfde", "gezien": "0"}
    van_een = {"begin": "begin van een", "afspraken": "afspraken van een", "adressen": "zelfde", "gezien": "0"}
    assert ander.post(naar("werkwijze_wijzigen", buurt), van_twee).status_code == 302
    antwoord = client.post(naar("werkwijze_wijzigen", buurt), van_een)
    inhoud = antwoord.content.decode()
    assert inhoud.count("Jasmijn vulde hier intussen in") == 2  # not where both wrote the same
    veld = inhoud[inhoud.index('id="id_begin_helptext"') : inhoud.index('id="id_werkwijze_helptext"')]
    assert "begin van twee" in veld and "begin van een" in veld and 'name="neem_begin"' in veld
    van_een |= {"gezien": antwoord.context["formulier"]["gezien"].value(), "neem_begin": "1"}
    assert client.post(naar("werkwijze_wijzigen", buurt), van_een).status_code == 302
    nu = Werkwijze.objects.filter(buurt=buurt)[0]
    assert (nu.begin, nu.afspraken, nu.adressen) == ("begin van twee", "afspraken van een", "zelfde")


def test_what_only_one_changed_merges_and_nobody_is_named_for_it(client: Client, buurt: Buurt) -> None:
    een, twee = mensen.lid(buurt), mensen.lid(buurt, wie=mensen.persoon("jasmijn"))
    Werkwijze.objects.create(buurt=buurt, nummer=1, begin="oud begin", afspraken="oude afspraak", door=een)
    ander = Client()
    client.force_login(een)
    ander.force_login(twee)
    gezien = client.get(naar("werkwijze_wijzigen", buurt)).context["formulier"]["gezien"].value()
    samen = {"werkwijze": "", "wie_weet_wat": "", "adressen": "", "gezien": gezien}
    assert (
        ander.post(
            naar("werkwijze_wijzigen", buurt), {"begin": "oud begin", "afspraken": "van jasmijn", **samen}
        ).status_code
        == 302
    )
    mijn = {"begin": "begin van mij", "afspraken": "oude afspraak", **samen}
    assert client.post(naar("werkwijze_wijzigen", buurt), mijn).status_code == 302
    nu = Werkwijze.objects.filter(buurt=buurt)[0]
    assert (nu.begin, nu.afspraken) == ("begin van mij", "van jasmijn")
    # And where both changed one part, only that part is asked, with who wrote it.
    botsing = {"begin": "nog een begin", "afspraken": "ook van mij", **samen}
    antwoord = ander.post(naar("werkwijze_wijzigen", buurt), botsing)
    assert antwoord.status_code == 200
    assert pagina(antwoord).tekst("main").count("vulde hier intussen in") == 2
    velden = antwoord.context["formulier"].fields
    assert velden["begin"].ander.van == str(een) and velden["afspraken"].ander.van == str(twee)


def test_what_the_other_wrote_at_choices_and_ticks(client: Client, buurt: Buurt) -> None:
    client.force_login(mensen.lid(buurt, Netwerkrol.KARTREKKER))
    lid = Lidmaatschap.objects.get(buurt=buurt, persoon=mensen.lid(buurt, Netwerkrol.GEMEENTE))
    gezien = client.get(naar("lid_wijzigen", buurt, lid.pk)).context["formulier"]["gezien"].value()
    Lidmaatschap.objects.filter(pk=lid.pk).update(functie="beleid", wijkverpleegkundige=True)
    velden = {"rol": "gemeente", "functie": "welzijn", "gezien": gezien}
    antwoord = client.post(naar("lid_wijzigen", buurt, lid.pk), velden)
    getoond = pagina(antwoord)
    assert getoond.teksten("blockquote") == ["beleid"]  # what I left as it was needs no question
    velden |= {
        "gezien": antwoord.context["formulier"]["gezien"].value(),
        "wijkverpleegkundige": "True",  # as the form now shows it
        "neem_functie": "1",
    }
    assert client.post(naar("lid_wijzigen", buurt, lid.pk), velden).status_code == 302
    lid.refresh_from_db()
    assert (lid.functie, lid.wijkverpleegkundige) == ("beleid", True)


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


def test_a_member_asks_for_one_more_role_and_confirms_it(client: Client, buurt: Buurt) -> None:
    lid = mensen.lid(buurt, Netwerkrol.GEMEENTE)
    client.force_login(lid)
    scherm = client.get(naar("meedoen", buurt))
    assert "U bent hier al lid voor de gemeente" in pagina(scherm).tekst()
    assert "gemeente" not in dict(scherm.context["formulier"].fields["rol"].choices)
    velden = {"functie": "buurtbewoner", "rol": "burgervertegenwoordiging", "bericht": "Ik woon hier ook."}
    zonder = client.post(naar("meedoen", buurt), velden)  # from a page of before: told first
    assert "krijgt er deze rol bij" in str(zonder.context["formulier"].errors) and not Aanvraag.objects.filter(
        persoon=lid
    )
    assert client.post(naar("meedoen", buurt), velden | {"erbij": "1"}).status_code == 302
    aanvraag = Aanvraag.objects.get(persoon=lid)
    client.force_login(mensen.lid(buurt, Netwerkrol.KARTREKKER))
    assert "is hier al lid voor de gemeente" in pagina(client.get(naar("aanvraag", buurt, aanvraag.pk))).tekst()
    besluit = {"besluit": "toelaten", "rol": "burgervertegenwoordiging"}
    gevraagd = client.post(naar("aanvraag", buurt, aanvraag.pk), besluit)
    assert gevraagd.status_code == 200 and rollen(lid) == ["gemeente"]
    assert client.post(naar("aanvraag", buurt, aanvraag.pk), besluit | {"erbij": "1"}).status_code == 302
    assert sorted(rollen(lid)) == ["burgervertegenwoordiging", "gemeente"]


def test_the_phase_follows_from_the_work_and_the_team_corrects_it_with_a_reason(client: Client, buurt: Buurt) -> None:
    Buurt.objects.filter(pk=buurt.pk).update(fase="buurtplan")
    trekker = mensen.lid(buurt, Netwerkrol.KARTREKKER)
    client.force_login(trekker)
    blad = pagina(client.get(naar("netwerk", buurt)))
    assert blad.tekst(".buurtweg [aria-current=step] h3") == "Buurtbeeld"  # no work yet, whatever was told
    assert "Opgegeven fase: Buurtplan" in blad.tekst("main")
    assert client.get(naar("fase", buurt)).status_code == 403
    client.force_login(mensen.medewerker("transitieteam"))
    velden = pagina(client.get(naar("fase", buurt))).velden("main form.formulier") | {"fase": "uitvoeren"}
    assert "id_reden" in pagina(client.post(naar("fase", buurt), velden)).fouten()
    client.post(naar("fase", buurt), velden | {"reden": "Zij zijn al een jaar bezig"})
    buurt.refresh_from_db()
    assert buurt.fase == "uitvoeren"
    client.force_login(trekker)
    assert "Zij zijn al een jaar bezig" in pagina(client.get(naar("logboek", buurt))).tekst("main")


def test_who_is_new_gets_three_things_to_do(client: Client, buurt: Buurt) -> None:
    nieuw, oud = mensen.lid(buurt, Netwerkrol.GEMEENTE), mensen.lid(buurt, Netwerkrol.BURGER, van="2020-01-01")
    client.force_login(nieuw)
    links = pagina(client.get(naar("netwerk", buurt))).links()
    assert links["Schrijf op hoe u hier samen werkt"] == naar("werkwijze_wijzigen", buurt)
    assert (
        any(tekst.startswith("Kijk waar het netwerk nu aan werkt") for tekst in links)
        and "Kies waarover u bericht krijgt, en hoe vaak" in links
    )
    Werkwijze.objects.create(buurt=buurt, nummer=1, begin="x")
    assert "Lees hoe wij hier werken" in pagina(client.get(naar("netwerk", buurt))).links()
    Lidmaatschap.objects.create(buurt=buurt, persoon=nieuw, rol="anders", van="2020-01-01", tot="2021-01-01")
    assert "Nieuw hier?" not in pagina(client.get(naar("netwerk", buurt))).tekst()  # back, and no stranger
    client.force_login(oud)
    assert "Nieuw hier?" not in pagina(client.get(naar("netwerk", buurt))).tekst()
