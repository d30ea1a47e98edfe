"""Leaving, correcting, and asking to take part; what who is new sees first."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.models import Buurt, Lidmaatschap
from kennisplatform.netwerken.models import Aanvraag, Werkwijze
from tests import mensen
from tests.netwerken.hulp import lid_van, naar, rollen
from tests.pagina import pagina

pytestmark = pytest.mark.django_db


@pytest.fixture
def buurt() -> Buurt:
    return mensen.buurt("proefbuurt")


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


def test_without_a_lead_the_team_answers(client: Client, buurt: Buurt, django_capture_on_commit_callbacks: Any) -> None:
    team = mensen.medewerker("transitieteam")
    client.force_login(mensen.persoon("vrager"))
    with django_capture_on_commit_callbacks(execute=True):
        client.post(naar("meedoen", buurt), {"functie": "fysio", "rol": "anders", "bericht": "Ik doe graag mee."})
    assert [team.email] in [m.to for m in mail.outbox]
    client.force_login(team)
    assert "Wacht op het team" in pagina(client.get(reverse("werkplek"))).tekst()


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
