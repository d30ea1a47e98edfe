"""Forms before the door, and behind a link in a mail, pressed three times: one thing, one letter, and the last answer says what the
first said. As a double click is: the second press goes out before the first answer (its cookies too) is there.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest
from allauth.account.models import EmailAddress, EmailConfirmationHMAC
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kennisplatform.agenda.keuzes import Staat
from kennisplatform.agenda.models import Deelname
from kennisplatform.deelnemers.models import Buurt, Lidmaatschap
from kennisplatform.netwerken.uitnodigen import Gast, nodig_uit
from kennisplatform.post.models import Bericht
from leernetwerk.podium import links
from leernetwerk.podium.models import Abonnee
from menukaart.commitment import tekenen
from menukaart.commitment.models import Handtekening
from tests import mensen
from tests.agenda import hulp as agenda
from tests.menukaart.plan.hulp import vol
from tests.pagina import pagina
from tests.site.test_driemaal import streng, telling

pytestmark = pytest.mark.django_db
WACHTWOORD = "rode tulpen in mei 2026"


@pytest.fixture
def buurt(db: None) -> Buurt:
    return mensen.buurt("proefbuurt")


def drie(client: Client, adres: str, wat: str = "main form", **erbij: str) -> list[HttpResponse]:
    """Each press with the cookies of before the first; nothing more is there after the second and third."""
    velden = pagina(client.get(adres)).velden(wat) | erbij
    koekjes, uit = copy.deepcopy(client.cookies), []
    for keer in range(3):
        client.cookies = copy.deepcopy(koekjes)
        uit.append(client.post(adres, velden))
        if keer == 0:
            na_een = telling()
    erbij_gekomen = {soort: n - na_een[soort] for soort, n in telling().items() if n != na_een[soort]}
    assert not erbij_gekomen, (adres, erbij_gekomen)
    return uit


def zelfde(antwoorden: list[HttpResponse]) -> str:
    """Where all three lead; each says what the first said."""
    assert {a.status_code for a in antwoorden} in ({302}, {200}), [a.status_code for a in antwoorden]
    assert len({a.headers.get("Location", "") for a in antwoorden}) == 1
    return antwoorden[0].headers.get("Location", "")


def nieuw() -> Client:
    return Client(enforce_csrf_checks=True)


def test_making_an_account_mails_once_and_says_nothing_of_an_account_that_was_there() -> None:
    wie = {"email": "nieuw@x.example", "first_name": "An", "last_name": "Bos", "password1": WACHTWOORD}
    zelfde(drie(nieuw(), reverse("account_signup"), **wie))
    assert Bericht.objects.filter(aan="nieuw@x.example").count() == 1


def test_a_forgotten_password_and_a_new_one() -> None:
    wie = mensen.persoon("ans")
    EmailAddress.objects.create(user=wie, email=wie.email, verified=True, primary=True)
    zelfde(drie(nieuw(), reverse("account_reset_password"), email=wie.email))
    bericht = Bericht.objects.get(aan=wie.email)
    adres = next(woord for woord in bericht.tekst.split() if "/wachtwoord/nieuw/" in woord)
    client = nieuw()
    nieuw_adres = client.get(adres, follow=True).redirect_chain[-1][0]
    naar = zelfde(drie(client, nieuw_adres, password1=WACHTWOORD, password2=WACHTWOORD))
    wie.refresh_from_db()
    assert wie.check_password(WACHTWOORD) and "nieuw/" not in naar


def test_an_address_is_confirmed() -> None:
    wie = mensen.persoon("ans")
    adres = EmailAddress.objects.create(user=wie, email=wie.email, verified=False, primary=True)
    zelfde(drie(nieuw(), reverse("account_confirm_email", args=[EmailConfirmationHMAC(adres).key])))
    assert EmailAddress.objects.get(pk=adres.pk).verified


def uitgenodigd(buurt: Buurt, email: str) -> str:
    """The address of the mail."""
    trekker = mensen.lid(buurt, "kartrekker")
    nodig_uit(buurt=buurt, gast=Gast(email, "gemeente", "ambtenaar", False), door=trekker, bericht="")
    tekst = Bericht.objects.get(aan=email).tekst
    return "/uitnodiging/" + tekst.partition("/uitnodiging/")[2].split()[0]


def test_an_invitation_with_a_new_account(buurt: Buurt) -> None:
    adres = uitgenodigd(buurt, "gast@x.example")
    wie = {"voornaam": "An", "achternaam": "Bos", "wachtwoord": WACHTWOORD}
    assert zelfde(drie(nieuw(), adres, **wie)) == reverse("netwerk", args=[buurt.slug])
    assert Lidmaatschap.objects.filter(persoon__email="gast@x.example").count() == 1


def test_an_invitation_of_somebody_with_an_account(buurt: Buurt) -> None:
    wie = mensen.persoon("gast")
    EmailAddress.objects.create(user=wie, email=wie.email, verified=True, primary=True)
    adres = uitgenodigd(buurt, wie.email)
    assert zelfde(drie(streng(wie), adres)) == reverse("netwerk", args=[buurt.slug])


def test_a_meeting_is_signed_up_for_confirmed_and_left(buurt: Buurt) -> None:
    ding, client = agenda.bijeenkomst(buurt), nieuw()
    formulier = "main form[action*='aanmelden/']"
    velden = pagina(client.get(ding.get_absolute_url())).velden(formulier)
    velden |= {"naam": "Ria", "email": "ria@x.example"}
    antwoorden = [client.post(reverse("bijeenkomst_aanmelden", args=[ding.slug]), velden) for _keer in range(3)]
    zelfde(antwoorden)
    assert Bericht.objects.filter(aan="ria@x.example").count() == 1
    deelname = Deelname.objects.get(bijeenkomst=ding)
    zelfde(drie(nieuw(), reverse("deelname_bevestigen", args=[deelname.token("bevestig")])))
    deelname.refresh_from_db()
    assert deelname.staat == Staat.PLEK and Bericht.objects.filter(aan="ria@x.example").count() == 2
    client = nieuw()
    naar = zelfde(drie(client, reverse("deelname", args=[deelname.token("beheer")])))
    blad = pagina(client.get(naar))
    assert "U bent afgemeld" in blad.tekst("h1") and str(ding) in blad.tekst("main")
    assert not Deelname.objects.filter(bijeenkomst=ding).exists()
    kwaad = naar.partition("?")[0] + "?klaar=" + ding.slug
    assert client.get(kwaad).status_code == 404, "what we did not write says nothing"


def test_the_newsletter_is_confirmed_and_left() -> None:
    een = Abonnee.objects.create(email="a@x.example", gemaakt=timezone.now())
    for link in (links.bevestiglink(een), links.afmeldlink(een)):
        client, adres = nieuw(), "/" + link.partition("//")[2].partition("/")[2]
        teksten = {pagina(client.post(adres)).tekst("h1") for _keer in range(3)}
        assert len(teksten) == 1 and "werkt niet" not in teksten.pop()


@pytest.fixture
def gevraagd(buurt: Buurt) -> Callable[[str], str]:
    def adres(sleutel: str) -> str:
        vol(buurt, door=mensen.lid(buurt, "kartrekker"))
        h = Handtekening.objects.filter(buurt=buurt).first()
        assert h is not None
        Handtekening.objects.filter(pk=h.pk).update(
            email="burgemeester@x.example", sleutelhash=tekenen.hash_van(sleutel)
        )
        return reverse("commitment_teken", args=[sleutel])

    return adres


def test_signing_with_a_mailed_link(gevraagd: Any) -> None:
    adres, client = gevraagd("sleutel-van-de-mail"), nieuw()
    knop = "main form:has([name=stuur_code])"
    zelfde(drie(client, adres, knop, stuur_code="1"))
    bericht = Bericht.objects.get(aan="burgemeester@x.example")
    code = next(w for w in bericht.tekst.replace(".", " ").split() if w.isdigit() and len(w) >= 5)
    zelfde(drie(client, adres, "main form:has([name=teken])", teken="1", code=code, gelezen="on", namens="on"))
    assert Handtekening.objects.filter(email="burgemeester@x.example", stand="getekend").count() == 1
