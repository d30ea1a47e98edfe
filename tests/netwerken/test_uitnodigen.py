"""Inviting and coming in: one address, once, fourteen days, and nothing lost when something is wrong."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Lidmaatschap, Logregel
from kennisplatform.netwerken.models import Uitnodiging
from kennisplatform.netwerken.opruimen import ruim_op
from kennisplatform.post.models import Bericht
from kennisplatform.toegang.verwijderen import verwijder_account
from tests import mensen
from tests.netwerken.hulp import lijst
from tests.pagina import pagina

pytestmark = pytest.mark.django_db
ADRES = "ans@praktijk.example"


@pytest.fixture
def buurt() -> Buurt:
    return mensen.buurt("proefbuurt")


@pytest.fixture
def kartrekker(buurt: Buurt, client: Client) -> Gebruiker:
    wie = mensen.lid(buurt, Netwerkrol.KARTREKKER)
    client.force_login(wie)
    return wie


def nodig(client: Client, buurt: Buurt, vang: Any, **velden: str) -> Any:
    gegevens = {"email": ADRES, "rol": "huisartsenpraktijk", "functie": "POH", "bericht": ""} | velden
    with vang(execute=True):
        return client.post(reverse("uitnodigen", args=[buurt.slug]), gegevens)


def link(nummer: int = -1) -> str:
    return re.search(r"/uitnodiging/[\w-]+/", mail.outbox[nummer].body)[0]


def met_account(email: str = ADRES) -> Gebruiker:
    wie = Gebruiker.objects.create_user(email, None, first_name="Ans")
    EmailAddress.objects.create(user=wie, email=email, verified=True, primary=True)
    return wie


ACCOUNT = {"voornaam": "Ans", "achternaam": "de Vries", "wachtwoord": "rode tulpen in mei"}


def test_who_is_new_makes_an_account_and_stands_in_the_network(
    client: Client, buurt: Buurt, kartrekker: Gebruiker, django_capture_on_commit_callbacks: Any
) -> None:
    assert nodig(client, buurt, django_capture_on_commit_callbacks, bericht="Kom je & je collega?").status_code == 302
    assert mail.outbox[-1].to == [ADRES]
    assert "Kom je & je collega?" in mail.outbox[-1].body  # plain text: nothing is written as HTML
    gast = Client()
    tekst = pagina(gast.get(link())).tekst()
    assert "Proefbuurt" in tekst and ADRES in tekst
    antwoord = gast.post(link(), ACCOUNT, follow=True)
    assert antwoord.redirect_chain == [(reverse("netwerk", args=[buurt.slug]), 302)]
    assert "Welkom in het netwerk" in pagina(antwoord).tekst()
    lid = Lidmaatschap.objects.get(persoon__email=ADRES)
    assert (lid.rol, lid.functie, str(lid.persoon)) == ("huisartsenpraktijk", "POH", "Ans de Vries")
    assert Logregel.objects.filter(buurt=buurt, over=lid.persoon, door=kartrekker, soort="lid-erbij").exists()
    assert EmailAddress.objects.get(user=lid.persoon).verified


def test_who_has_an_account_signs_in_and_accepts(
    client: Client, buurt: Buurt, kartrekker: Gebruiker, django_capture_on_commit_callbacks: Any
) -> None:
    ans = met_account()
    nodig(client, buurt, django_capture_on_commit_callbacks)
    gast = Client()
    assert pagina(gast.get(link())).heeft(f"a[href$='?next={link()}']")
    assert gast.post(link(), ACCOUNT).status_code == 200  # nobody makes a second account for this address
    assert not Lidmaatschap.objects.filter(persoon=ans).exists()
    gast.force_login(ans)
    assert gast.post(link()).status_code == 302
    assert Lidmaatschap.objects.lopend().filter(persoon=ans, buurt=buurt).count() == 1


def test_a_link_works_once(
    client: Client, buurt: Buurt, kartrekker: Gebruiker, django_capture_on_commit_callbacks: Any
) -> None:
    nodig(client, buurt, django_capture_on_commit_callbacks)
    Client().post(link(), ACCOUNT)
    weer = Client().post(link(), ACCOUNT | {"voornaam": "Iemand anders"})
    assert weer.status_code == 410 and "al gebruikt" in pagina(weer).tekst()
    assert Gebruiker.objects.filter(email=ADRES).count() == 1


def test_a_lapsed_link_says_what_to_do(
    client: Client, buurt: Buurt, kartrekker: Gebruiker, django_capture_on_commit_callbacks: Any
) -> None:
    nodig(client, buurt, django_capture_on_commit_callbacks)
    Uitnodiging.objects.filter(buurt=buurt).update(verloopt=timezone.now() - dt.timedelta(minutes=1))
    for antwoord in (Client().get(link()), Client().post(link(), ACCOUNT)):
        assert antwoord.status_code == 410 and "verlopen" in pagina(antwoord).tekst()
    assert not Gebruiker.objects.filter(email=ADRES).exists()


@pytest.mark.parametrize("sleutel", ["x", "a" * 43, "<script>", "..%2f..", "é" * 20, "0" * 3000])
def test_an_invented_link_is_nothing(sleutel: str) -> None:
    antwoord = Client().get(f"/uitnodiging/{sleutel}/")
    assert antwoord.status_code == 404
    assert "<script>" not in antwoord.content.decode().replace('<script src="', "").replace("<script>alert", "")


def test_who_is_another_does_not_accept(
    client: Client, buurt: Buurt, kartrekker: Gebruiker, django_capture_on_commit_callbacks: Any
) -> None:
    """A forwarded link: told why, and not in."""
    nodig(client, buurt, django_capture_on_commit_callbacks)
    ander = met_account("ander@elders.example")
    EmailAddress.objects.create(user=ander, email=ADRES, verified=False)  # claimed, never proved
    gast = Client()
    gast.force_login(ander)
    assert "is voor een ander adres" in pagina(gast.get(link())).tekst()
    assert gast.post(link()).status_code == 403
    assert not Lidmaatschap.objects.filter(persoon=ander).exists()


def test_sending_again_kills_the_old_link(
    client: Client, buurt: Buurt, kartrekker: Gebruiker, django_capture_on_commit_callbacks: Any
) -> None:
    nodig(client, buurt, django_capture_on_commit_callbacks)
    oud, pk = link(), Uitnodiging.objects.get(buurt=buurt).pk
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("uitnodiging_opnieuw", args=[buurt.slug, pk]))
    assert len(mail.outbox) == 2 and link() != oud
    assert Client().get(oud).status_code == 404
    assert Client().get(link()).status_code == 200
    client.post(reverse("uitnodiging_intrekken", args=[buurt.slug, pk]))
    assert Client().get(link()).status_code == 404
    weer = client.post(reverse("uitnodiging_opnieuw", args=[buurt.slug, pk]), follow=True)
    assert "ingetrokken" in pagina(weer).tekst()


def test_inviting_twice_is_told(
    client: Client, buurt: Buurt, kartrekker: Gebruiker, django_capture_on_commit_callbacks: Any
) -> None:
    nodig(client, buurt, django_capture_on_commit_callbacks)
    weer = nodig(client, buurt, django_capture_on_commit_callbacks, email=ADRES.upper(), functie="blijft staan")
    assert "staat al een uitnodiging open" in weer.context["formulier"].errors["email"][0]
    assert pagina(weer).velden()["functie"] == "blijft staan"
    Uitnodiging.objects.filter(buurt=buurt).update(verloopt=timezone.now() - dt.timedelta(days=1))
    assert nodig(client, buurt, django_capture_on_commit_callbacks).status_code == 302
    assert len(mail.outbox) == 2


def test_a_lead_appoints_no_coach(
    client: Client, buurt: Buurt, kartrekker: Gebruiker, django_capture_on_commit_callbacks: Any
) -> None:
    antwoord = nodig(client, buurt, django_capture_on_commit_callbacks, rol="transitiecoach")
    assert "rol" in antwoord.context["formulier"].errors
    client.force_login(mensen.medewerker("transitieteam"))
    assert nodig(client, buurt, django_capture_on_commit_callbacks, rol="transitiecoach").status_code == 302


def test_who_has_the_role_already_is_not_invited_for_it(
    client: Client, buurt: Buurt, kartrekker: Gebruiker, django_capture_on_commit_callbacks: Any
) -> None:
    mensen.lid(buurt, Netwerkrol.HUISARTSENPRAKTIJK, met_account())
    antwoord = nodig(client, buurt, django_capture_on_commit_callbacks, email=ADRES.upper())
    assert "heeft deze rol hier al" in pagina(antwoord).tekst() and not mail.outbox
    assert nodig(client, buurt, django_capture_on_commit_callbacks, rol="gemeente").status_code == 302


def test_no_more_than_three_hundred_on_a_day(
    client: Client,
    buurt: Buurt,
    kartrekker: Gebruiker,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: Any,
) -> None:
    monkeypatch.setattr("kennisplatform.netwerken.views.uitnodigingen.PER_DAG", 2)
    tekst = "a@x.example;gemeente\nb@x.example;gemeente\nc@x.example;gemeente"
    merk = lijst(client, buurt, tekst).context["formulier"].merk()
    with django_capture_on_commit_callbacks(execute=True):
        antwoord = lijst(client, buurt, tekst, verstuur="1", nagekeken=merk)
    assert "vandaag al 2" in antwoord.context["formulier"].errors["lijst"][0]
    assert not mail.outbox


def test_guessing_links_comes_to_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kennisplatform.netwerken.views.uitnodigingen.POGINGEN", 3)
    gast = Client(REMOTE_ADDR="10.9.8.7")
    assert [gast.get(f"/uitnodiging/x{i}/").status_code for i in range(5)] == [404, 404, 404, 429, 429]
    assert gast.get("/uitnodiging/x/", HTTP_X_FORWARDED_FOR="1.2.3.4").status_code == 429


def test_the_database_holds_no_link(
    client: Client, buurt: Buurt, kartrekker: Gebruiker, django_capture_on_commit_callbacks: Any
) -> None:
    nodig(client, buurt, django_capture_on_commit_callbacks)
    sleutel = link().split("/")[2]
    assert sleutel not in str(list(Uitnodiging.objects.values()))
    bericht = Bericht.objects.get(aan=ADRES)  # and the outbox forgets it once it left
    assert bericht.verstuurd and bericht.tekst == ""


def test_old_invitations_go(buurt: Buurt) -> None:
    nu = timezone.now()
    for dagen in (29, 31):
        Uitnodiging.objects.create(
            buurt=buurt,
            email=f"{dagen}@x.example",
            rol="gemeente",
            sleutelhash=str(dagen),
            verloopt=nu - dt.timedelta(days=dagen),
        )
    ruim_op()
    assert [u.email for u in Uitnodiging.objects.filter(buurt=buurt)] == ["29@x.example"]


# ---- Who is a member already


def test_who_is_a_member_already_confirms_that_a_role_is_added(
    client: Client, buurt: Buurt, kartrekker: Gebruiker, django_capture_on_commit_callbacks: Any
) -> None:
    ans = met_account()
    mensen.lid(buurt, Netwerkrol.GEMEENTE, ans)
    nodig(client, buurt, django_capture_on_commit_callbacks)
    gast = Client()
    gast.force_login(ans)
    inhoud = pagina(gast.get(link())).tekst()
    assert "U bent hier al lid voor de gemeente" in inhoud and "deze rol bij: lid voor de huisartsenpraktijk" in inhoud
    zonder = gast.post(link())  # a page from before they were a member
    assert zonder.status_code == 200 and "U bent hier al lid voor de gemeente" in pagina(zonder).tekst()
    assert Lidmaatschap.objects.lopend().filter(persoon=ans).count() == 1
    assert gast.post(link(), {"erbij": "1"}).status_code == 302
    assert Lidmaatschap.objects.lopend().filter(persoon=ans, buurt=buurt).count() == 2


def test_who_has_this_role_already_need_do_nothing(
    client: Client, buurt: Buurt, kartrekker: Gebruiker, django_capture_on_commit_callbacks: Any
) -> None:
    ans = met_account()
    nodig(client, buurt, django_capture_on_commit_callbacks)
    mensen.lid(buurt, Netwerkrol.HUISARTSENPRAKTIJK, ans)
    gast = Client()
    gast.force_login(ans)
    scherm = pagina(gast.get(link()))
    assert "hebt u niet nodig" in scherm.tekst() and not scherm.heeft("main button")


# ---- What stands open


def test_an_invitation_that_is_open_can_be_sent_again_there(
    client: Client, buurt: Buurt, kartrekker: Gebruiker, django_capture_on_commit_callbacks: Any
) -> None:
    nodig(client, buurt, django_capture_on_commit_callbacks)
    pk = Uitnodiging.objects.get(buurt=buurt).pk
    inhoud, naar = pagina(nodig(client, buurt, django_capture_on_commit_callbacks)), f"a[href$='#uitnodiging-{pk}']"
    assert inhoud.heeft(f"form[action='{reverse('uitnodiging_opnieuw', args=[buurt.slug, pk])}']")
    assert inhoud.heeft(naar) and "is al uitgenodigd" in inhoud.tekst()
    assert pagina(lijst(client, buurt, f"{ADRES}; huisarts")).heeft(naar)
    assert pagina(client.get(reverse("uitnodigingen", args=[buurt.slug]))).heeft(f"#uitnodiging-{pk}")


def test_the_log_says_who_was_invited_until_the_invitation_is_gone(
    client: Client, buurt: Buurt, kartrekker: Gebruiker, django_capture_on_commit_callbacks: Any
) -> None:
    nodig(client, buurt, django_capture_on_commit_callbacks)
    uitnodiging = Uitnodiging.objects.get(buurt=buurt)
    adres = reverse("logboek", args=[buurt.slug])
    client.get(reverse("werkplek"))  # takes the message about the one just sent
    inhoud = pagina(client.get(adres)).tekst()
    assert "nodigde iemand uit als lid voor de huisartsenpraktijk" in inhoud
    assert "a…@praktijk.example" in inhoud and ADRES not in inhoud
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("uitnodiging_opnieuw", args=[buurt.slug, uitnodiging.pk]))
    assert pagina(client.get(adres)).tekst().count("a…@praktijk.example") == 2
    assert not Logregel.objects.filter(tekst__contains="praktijk.example").exists()  # the log itself keeps no address
    Uitnodiging.objects.filter(pk=uitnodiging.pk).update(verloopt=timezone.now() - dt.timedelta(days=31))
    ruim_op()
    inhoud = client.get(adres).content.decode()
    assert "nodigde iemand uit" in inhoud and "praktijk.example" not in inhoud


def test_with_the_account_the_address_leaves_the_log_too(
    client: Client, buurt: Buurt, kartrekker: Gebruiker, django_capture_on_commit_callbacks: Any
) -> None:
    nodig(client, buurt, django_capture_on_commit_callbacks)
    verwijder_account(gebruiker=met_account())
    client.get(reverse("werkplek"))
    assert "praktijk.example" not in client.get(reverse("logboek", args=[buurt.slug])).content.decode()
