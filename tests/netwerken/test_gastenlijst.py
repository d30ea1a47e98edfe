"""Inviting by a list: looked over first, what is wrong stays and waits, nothing is sent that was not looked at."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.netwerken.models import Uitnodiging
from tests import mensen
from tests.netwerken.hulp import lijst
from tests.pagina import pagina

pytestmark = pytest.mark.django_db


@pytest.fixture
def buurt() -> Buurt:
    return mensen.buurt("proefbuurt")


@pytest.fixture
def kartrekker(buurt: Buurt, client: Client) -> Gebruiker:
    wie = mensen.lid(buurt, Netwerkrol.KARTREKKER)
    client.force_login(wie)
    return wie


def test_a_list_is_looked_over_first(
    client: Client, buurt: Buurt, kartrekker: Gebruiker, django_capture_on_commit_callbacks: Any
) -> None:
    tekst = (
        "ans@praktijk.example; huisarts; POH\n\nbob@welzijn.example\twelzijn\n"
        "geen adres; gemeente\nkees@gemeente.example; burgemeester\nans@praktijk.example;huisarts\n"
        "zus@zorg.example, wijkverpleegkundige, Thuiszorg, locatie Noord\ncoach@team.example; coach\n"
        "bob@welzijn.example; gemeente"
    )
    antwoord = lijst(client, buurt, tekst)
    fouten = {r.nummer: r.fout for r in antwoord.context["regels"] if r.fout}
    assert set(fouten) == {4, 5, 6, 8, 9}
    assert "geen e-mailadres" in fouten[4] and "burgemeester" in fouten[5] and "regel 1" in fouten[6]
    assert "regel 3 met een andere rol" in fouten[9]
    assert pagina(antwoord).velden()["lijst"] == tekst  # what was typed stands in the field still
    assert not mail.outbox and not Uitnodiging.objects.filter(buurt=buurt).exists()
    with django_capture_on_commit_callbacks(execute=True):
        # Sent is only what was looked at: a list that changed since is looked at first.
        merk = antwoord.context["formulier"].merk()
        anders = lijst(client, buurt, tekst + "\nlater@x.example; gemeente", verstuur="1", nagekeken=merk)
        assert "nog niets verstuurd" in pagina(anders).tekst() and not mail.outbox
        assert lijst(client, buurt, tekst, verstuur="1", nagekeken=merk).status_code == 302
    assert sorted(m.to[0] for m in mail.outbox) == ["ans@praktijk.example", "bob@welzijn.example", "zus@zorg.example"]
    wacht = pagina(client.get(reverse("uitnodiglijst", args=[buurt.slug])))  # what was wrong is not lost
    assert wacht.velden()["lijst"].splitlines() == [
        "geen adres; gemeente", "kees@gemeente.example; burgemeester", "coach@team.example; coach",
        "bob@welzijn.example; gemeente",
    ]  # fmt: skip
    assert (
        "burgemeester" in wacht.tekst()
        and not pagina(client.get(reverse("uitnodiglijst", args=[buurt.slug]))).velden()["lijst"]
    )
    zus = Uitnodiging.objects.get(email="zus@zorg.example")
    assert (zus.rol, zus.wijkverpleegkundige, zus.functie) == ("kartrekker", True, "Thuiszorg, locatie Noord")


def test_who_is_in_the_network_already_is_marked(client: Client, buurt: Buurt, kartrekker: Gebruiker) -> None:
    lid = mensen.lid(buurt, Netwerkrol.GEMEENTE)
    antwoord = lijst(client, buurt, f"{lid.email.upper()}; welzijn\nnieuw@x.example; welzijn")
    assert [bool(r.heeft) for r in antwoord.context["regels"]] == [True, False]
    tekst = pagina(antwoord).tekst()
    assert f"Hoort er al bij als {Netwerkrol.GEMEENTE.label}. Deze rol komt erbij" in tekst


def test_five_thousand_rows_are_too_many(client: Client, buurt: Buurt, kartrekker: Gebruiker) -> None:
    tekst = "\n".join(f"p{i}@x.example;gemeente" for i in range(5000))
    antwoord = lijst(client, buurt, tekst, verstuur="1")
    assert "hooguit 200 regels" in antwoord.context["formulier"].errors["lijst"][0]
    assert pagina(antwoord).velden()["lijst"] == tekst
    assert not Uitnodiging.objects.filter(buurt=buurt).exists()


def test_a_list_with_script_becomes_text(client: Client, buurt: Buurt, kartrekker: Gebruiker) -> None:
    inhoud = lijst(client, buurt, "<script>alert(1)</script>@x; <b>rol</b>").content.decode()
    assert "<script>alert" not in inhoud and "<b>rol" not in inhoud and "&lt;script&gt;" in inhoud


def test_a_list_out_of_excel_may_begin_with_names_and_with_its_head(
    client: Client, buurt: Buurt, kartrekker: Gebruiker
) -> None:
    """'Naam', 'Ans Jansen' were taken for addresses that are wrong: forty lines to mend by hand."""
    tekst = "Naam\tE-mail\tRol\tFunctie\nAns Jansen\tans@praktijk.example\thuisarts\tPOH\nJansen, B.; b@welzijn.example; welzijn"
    regels = lijst(client, buurt, tekst).context["regels"]
    assert [(r.nummer, r.gast and (r.gast.email, r.gast.rol, r.gast.functie)) for r in regels] == [
        (2, ("ans@praktijk.example", "huisartsenpraktijk", "POH")),
        (3, ("b@welzijn.example", "sociaal-domein", "")),
    ]
