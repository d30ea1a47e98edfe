"""What residents get of a neighbourhood: whom to call, having a say, and their neighbourhood in the address only."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Logregel
from kennisplatform.netwerken import opruimen
from kennisplatform.netwerken.bewoners import plaatsen
from kennisplatform.netwerken.models import Belkaart, Meedoewens, Uitnodiging
from kennisplatform.post.models import Bericht
from tests import mensen
from tests.pagina import pagina

pytestmark = pytest.mark.django_db
REGEL = "Geld en papieren | sociaal team | 024-000 00 01 | di en do 9 tot 12 uur"


@pytest.fixture
def buurt() -> Buurt:
    cache.clear()
    return mensen.buurt("proefbuurt")


@pytest.fixture
def kartrekker(buurt: Buurt) -> Gebruiker:
    return mensen.lid(buurt, Netwerkrol.KARTREKKER)


def bel(client: Client, buurt: Buurt, **velden: str) -> Any:
    """As the page shows it: what it began with goes along."""
    adres = reverse("bellen_wijzigen", args=[buurt.slug])
    gezien = client.get(adres).context["formulier"]["gezien"].value()
    return client.post(adres, {"regels": REGEL, "postcodes": "9911 9912", "gezien": gezien} | velden)


def test_whom_you_can_call_stands_on_the_page_and_at_articles(
    client: Client, buurt: Buurt, kartrekker: Gebruiker
) -> None:
    adres = reverse("buurt", args=[buurt.slug])
    assert "vulde dit nog niet in" in client.get(adres).content.decode()
    client.force_login(kartrekker)
    antwoord = bel(client, buurt)
    assert antwoord.status_code == 302, antwoord.context["formulier"].errors
    client.logout()
    inhoud = client.get(adres).content.decode()
    assert 'href="tel:0240000001"' in inhoud and "di en do 9 tot 12 uur" in inhoud
    artikel = "/preventie/hoge-bloeddruk/"
    assert "tel:0240000001" in client.get(f"{artikel}?buurt={buurt.slug}").content.decode()
    assert "tel:0240000001" in client.get(f"/?buurt={buurt.slug}").content.decode()
    for zonder in ("", "?buurt=", "?buurt=bestaat-niet", "?buurt=%00"):
        geen = client.get(artikel + zonder).content.decode()
        assert "tel:0240000001" not in geen
        assert 'id="kies-buurt"' in geen and 'href="/buurten/"' in geen.split('id="kies-buurt"')[1]
    assert 'id="kies-buurt"' not in client.get(f"{artikel}?buurt={buurt.slug}").content.decode()
    naar = client.get("/buurten/?waar=9911+ab")
    assert naar.status_code == 302 and naar["Location"] == adres
    client.force_login(kartrekker)
    bel(client, buurt, regels="Zorg | wijkverpleging | 024-000 00 09 |")
    client.logout()
    assert 'href="tel:0240000009"' in client.get(adres).content.decode()  # the kept page is drawn anew


@pytest.mark.parametrize(
    "velden",
    [
        {"regels": "Zomaar iets"},
        {"regels": "Geld | team | javascript:alert(1) | altijd"},
        {"regels": "Geld | team | 0800 | altijd | nog iets"},
        {"regels": "\n".join([REGEL] * 13)},
        {"postcodes": "6541AB"},
    ],
)
def test_a_rule_that_is_not_right_is_not_saved(
    client: Client, buurt: Buurt, kartrekker: Gebruiker, velden: dict[str, str]
) -> None:
    client.force_login(kartrekker)
    assert bel(client, buurt, **velden).status_code == 200
    assert not Belkaart.objects.filter(buurt=buurt).exists()


def test_two_at_once_lose_nothing(client: Client, buurt: Buurt, kartrekker: Gebruiker) -> None:
    client.force_login(kartrekker)
    bel(client, buurt)
    oud = client.get(reverse("bellen_wijzigen", args=[buurt.slug])).context["formulier"]["gezien"].value()
    bel(client, buurt, regels="Zorg | wijkverpleging | 024-000 00 09 |")
    antwoord = bel(client, buurt, gezien=oud, regels="Eten | buurthuis | 024-000 00 08 |")
    assert antwoord.status_code == 200
    assert "wijkverpleging" in Belkaart.objects.get(buurt=buurt).regels


def test_having_a_say_goes_to_who_leads_and_is_kept_nowhere(
    client: Client, buurt: Buurt, kartrekker: Gebruiker
) -> None:
    adres = reverse("meepraten", args=[buurt.slug])
    assert "no-store" in client.get(adres)["Cache-Control"]
    for _keer in range(2):  # pressed twice is sent once
        gezegd = client.post(adres, {"tekst": "Na vijf uur spreek ik niemand meer."}, follow=True)
        assert "onderweg" in gezegd.content.decode() and gezegd.redirect_chain == [(f"{adres}?klaar=1", 302)]
    brieven = Bericht.objects.filter(kenmerk__startswith="meepraten:")
    assert [brief.aan for brief in brieven] == [kartrekker.email]
    assert "Na vijf uur spreek ik niemand meer." in brieven[0].tekst and "geen adres achter" in brieven[0].tekst
    client.post(adres, {"tekst": "Er is geen bankje.", "mail": "ans@voorbeeld.example"})
    assert "ans@voorbeeld.example" in brieven.order_by("-pk")[0].tekst


def test_who_wants_to_take_part_needs_no_account_but_an_address(
    client: Client, buurt: Buurt, kartrekker: Gebruiker
) -> None:
    (adres,) = {a for a in pagina(client.get(buurt.get_absolute_url())).links().values() if "over=meedoen" in a}
    zonder = client.post(adres, {"tekst": "Ik woon hier en kook graag."})
    assert (
        set(pagina(zonder).fouten()) == {"id_mail"}
        and pagina(zonder).velden()["tekst"] == "Ik woon hier en kook graag."
    )
    client.post(adres, {"tekst": "Ik woon hier en kook graag.", "mail": "ans@voorbeeld.example"})
    (brief,) = Bericht.objects.filter(kenmerk__startswith="meepraten:")
    wens = Meedoewens.objects.get(buurt=buurt)
    wacht = reverse("meedoewens", args=[buurt.slug, wens.pk])
    assert "wil meedoen" in brief.onderwerp and wacht in brief.tekst
    client.force_login(kartrekker)
    assert client.get(adres).url == reverse("meedoen", args=[buurt.slug])


@pytest.mark.parametrize("hoe", ["nodig uit", "beantwoord", "voorbij"])
def test_a_strangers_wish_waits_in_the_workspace_and_is_forgotten_once_answered(
    client: Client, buurt: Buurt, kartrekker: Gebruiker, hoe: str
) -> None:
    adres = f"{reverse('meepraten', args=[buurt.slug])}?over=meedoen"
    for _keer in range(2):
        Client().post(adres, {"tekst": "Ik kook graag.", "mail": "ans@voorbeeld.example"})
    wens = Meedoewens.objects.get()
    client.force_login(kartrekker)
    assert "Eén aanvraag wacht op u" in pagina(client.get(reverse("werkplek"))).tekst("main")
    netwerk = pagina(client.get(reverse("netwerk", args=[buurt.slug])))
    assert "ans@voorbeeld.example" in netwerk.tekst("#wil-meedoen")
    blad = pagina(client.get(reverse("meedoewens", args=[buurt.slug, wens.pk])))
    if hoe == "nodig uit":
        heen = blad.links()["Nodig uit"]
        velden = pagina(client.get(heen)).velden("main form.formulier")
        assert velden["email"] == "ans@voorbeeld.example"
        client.post(heen, velden | {"rol": "anders"})
        assert Uitnodiging.objects.get(buurt=buurt).email == "ans@voorbeeld.example"
    elif hoe == "beantwoord":
        for _keer in range(2):
            assert client.post(reverse("meedoewens", args=[buurt.slug, wens.pk])).status_code == 302
        assert Logregel.objects.filter(tekst__contains="beantwoordde iemand").count() == 1
    else:
        Meedoewens.objects.update(gemaakt=timezone.now() - dt.timedelta(days=61))
        opruimen.ruim_op()
    assert not Meedoewens.objects.exists()
    assert not Logregel.objects.filter(tekst__contains="voorbeeld.example").exists()


@pytest.mark.parametrize(
    "velden",
    [
        {"tekst": ""},
        {"tekst": "Mijn bsn is 111222333"},
        {"tekst": "Bel 0612345678, mevrouw Jansen"},
        {"tekst": "x" * 2001},
        {"tekst": "Hoi", "website": "http://x"},
    ],
)
def test_what_is_not_sent(client: Client, buurt: Buurt, kartrekker: Gebruiker, velden: dict[str, str]) -> None:
    assert client.post(reverse("meepraten", args=[buurt.slug]), velden, follow=True).status_code == 200
    assert not Bericht.objects.filter(kenmerk__startswith="meepraten:").exists()


def test_what_may_never_be_sent_has_no_tick_that_lets_it_through(
    client: Client, buurt: Buurt, kartrekker: Gebruiker
) -> None:
    """It said 'take it out, or tick that it may stay' of the very number that another line said must go."""
    blad = pagina(client.post(reverse("meepraten", args=[buurt.slug]), {"tekst": "Mevrouw Jansen, bsn 111222333"}))
    assert set(blad.fouten()) == {"id_tekst"} and "bevestig" not in blad.velden("main form.formulier")
    assert "vink aan" not in blad.tekst("main")


def test_often_in_a_row_may_not(client: Client, buurt: Buurt, kartrekker: Gebruiker) -> None:
    adres = reverse("meepraten", args=[buurt.slug])
    antwoorden = [client.post(adres, {"tekst": f"Zin {n}"}) for n in range(7)]
    assert [antwoord.status_code for antwoord in antwoorden] == [302] * 5 + [429] * 2
    assert pagina(antwoorden[-1]).velden("main form.formulier")["tekst"] == "Zin 6"  # nothing typed is lost


def test_without_a_network_nothing_is_promised(client: Client, buurt: Buurt) -> None:
    inhoud = client.get(reverse("meepraten", args=[buurt.slug])).content.decode()
    assert "niemand die uw zin leest" in inhoud and "<textarea" not in inhoud


def test_finding_your_neighbourhood(client: Client, buurt: Buurt) -> None:
    assert client.get("/buurten/?waar=Emmen").status_code == 302
    for hele in ("7811 AB", "7811ab", "klazienaveen"):
        assert client.get("/buurten/", {"waar": hele})["Location"] == "/buurten/emmen/", hele
    delen = {"Nijmegen": "waterkwartier", "6525 AB": "waterkwartier", "Lent": "waterkwartier", "zwolle": "zwolle-zuid"}
    for deel, welke in delen.items():
        lijst = client.get("/buurten/", {"waar": deel}).content.decode()
        assert "doet mee in uw gemeente" in lijst and f'href="/buurten/{welke}/"' in lijst, deel
    assert "Welke buurt bedoelt u?" in client.get("/buurten/?waar=2011+AB").content.decode()  # Haarlem has two
    assert client.get("/buurten/?waar=waterkwartier")["Location"] == "/buurten/waterkwartier/"


def test_every_municipality_of_the_postcodes_has_its_neighbourhood() -> None:
    codes, namen = plaatsen()
    deelnemers = set(Buurt.objects.actief().values_list("gemeente", flat=True))
    assert set(codes.values()) == set(namen.values()) == deelnemers
    assert all(len(code) == 4 for code in codes)


def test_strange_places_are_no_error(client: Client) -> None:
    for vreemd in ("Nergenshuizen", "9999 ZZ", "%00", "'\"<script>"):
        antwoord = client.get("/buurten/", {"waar": vreemd})
        assert antwoord.status_code == 200 and "<script>'" not in antwoord.content.decode()


def test_the_layer_for_professionals_is_folded(client: Client) -> None:
    inhoud = client.get("/buurten/waterkwartier/").content.decode()
    voor, laag = inhoud.split('<details class="laag2">')
    assert "SES-klasse" in laag and "SES-klasse" not in voor
    assert "Wij zagen" in voor and 'class="kaarten' not in voor


def test_my_neighbourhood_goes_along_in_the_address_and_nowhere_else(client: Client, buurt: Buurt) -> None:
    slug = buurt.slug
    for adres in ("/", "/preventie/", "/preventie/bang-om-te-vallen/", "/stap-voor-stap/na-een-val/?stap=2"):
        met = f"{adres}{'&' if '?' in adres else '?'}buurt={slug}"
        antwoord = client.get(met)
        inhoud = antwoord.content.decode()
        assert not antwoord.cookies and f"?buurt={slug}" in inhoud.split("<main")[1]
        links = re.findall(
            r'<a (?!class="zonder)[^>]*href="(/(?:preventie|stap-voor-stap)/[^"]*)"', inhoud.split("<main")[1]
        )
        assert links and all(f"buurt={slug}" in link for link in links), adres
        assert f'href="http://testserver{adres.split("?")[0]}"' in inhoud  # the one address of the page has none
    assert f'href="?stap=1&amp;buurt={slug}"' in inhoud and f'href="/menukaart/?buurt={slug}' not in inhoud
    assert 'class="register"' in client.get(f"/preventie/?buurt={slug}").content.decode()  # it filters nothing
    weg = client.get(f"/preventie/hoge-bloeddruk/?buurt={slug}").content.decode()
    assert 'class="zonder-buurt" href="/preventie/hoge-bloeddruk/"' in weg
    for vreemd in ('x"><script>', "%00", "A B", "x" * 81):
        assert "buurt=x" not in client.get("/preventie/", {"buurt": vreemd}).content.decode().split("<main")[1]
    assert (
        f'href="/leernetwerk/?buurt={slug}&amp;buurt' not in client.get(f"/leernetwerk/?buurt={slug}").content.decode()
    )


def test_what_to_do_when_the_gp_is_closed_stands_there_until_the_network_says_it_better(
    client: Client, buurt: Buurt
) -> None:
    adres, dicht = reverse("buurt", args=[buurt.slug]), "De huisarts is dicht, en het kan niet wachten"
    assert dicht in client.get(adres).content.decode()  # nothing filled in
    kaart = Belkaart.objects.create(buurt=buurt, regels=REGEL)
    assert dicht in client.get(adres).content.decode()
    kaart.regels = f"{REGEL}\nHuisarts dicht | Huisartsenpost Noord | 050-000 00 00 | dag en nacht"
    kaart.save()
    assert dicht not in client.get(adres).content.decode()
