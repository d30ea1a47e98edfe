"""One of several who hear the same news can get no mail: the others do, what it told about is done, the team reads which."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kennisplatform.agenda import bijeenkomsten, brieven, deelnemen, deskundigen
from kennisplatform.agenda.keuzes import Staat
from kennisplatform.deelnemers.keuzes import Netwerkrol, Zichtbaarheid
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.netwerken import aanvragen, bewoners, ledenpost
from kennisplatform.netwerken.views import uitnodigingen
from kennisplatform.post.models import Bericht
from kennisplatform.redactie import regels
from kennisplatform.redactie.models import Inhoudsregel, Regelgang
from kennisplatform.register import rondschrijven
from kennisplatform.register.vastleggen import Nieuw, deel_in
from kennisplatform.toegang.verwijderen import verwijder_account
from kennisplatform.volgen import meteen
from kennisplatform.volgen.models import Gebeurtenis, Melding, Voorkeur
from leernetwerk.contact import onderhoud as contact_onderhoud
from leernetwerk.contact import vragen
from leernetwerk.contact.models import Contactverzoek, Regel
from leernetwerk.delen import onderhoud as delen_onderhoud
from leernetwerk.delen.keuzes import Stand
from leernetwerk.delen.models import Inzending
from menukaart.models import Interventie
from menukaart.plan.kwartalen import kwartaal_van
from menukaart.plan.models import Buurtplan, Planactiviteit
from menukaart.uitvoeren import herinneren
from tests import mensen, voorbeelden
from tests.agenda import hulp as agenda
from tests.menukaart.plan.hulp import vol
from tests.pagina import pagina
from tests.vergif import aan, gemeld, vergiftig

pytestmark = pytest.mark.django_db
LANG_GELEDEN = timezone.now() - dt.timedelta(days=60)
TREKKER = Netwerkrol.KARTREKKER


@pytest.fixture(autouse=True)
def leeg(db: None) -> None:
    Bericht.objects.all().delete()
    mail.outbox.clear()


@pytest.fixture
def buurt(db: None) -> Buurt:
    return mensen.buurt("gifbuurt")


@pytest.fixture
def trekkers(buurt: Buurt) -> list[Gebruiker]:
    """The first can't be reached."""
    return [vergiftig(mensen.lid(buurt, TREKKER)), mensen.lid(buurt, TREKKER)]


def test_guests_of_a_meeting(buurt: Buurt) -> None:
    ding = agenda.bijeenkomst(buurt)
    vergiftig(agenda.gast(ding, email="gif@x.example"))
    goed = agenda.gast(ding)
    brieven.gewijzigd(ding)
    bijeenkomsten.gelast_af(bijeenkomst=ding, reden="Ziek.", door=mensen.lid(buurt, TREKKER))
    assert Bericht.objects.filter(aan=goed.email).count() == 2
    assert gemeld("brief over een afgelasting") and gemeld("brief over een andere tijd")


def test_a_place_that_comes_free(buurt: Buurt) -> None:
    ding = agenda.bijeenkomst(buurt, plaatsen=1)
    weg, wacht = agenda.gast(ding), vergiftig(agenda.gast(ding, email="gif@x.example", staat=Staat.WACHT))
    deelnemen.meld_af(deelname=weg)
    wacht.refresh_from_db()
    assert wacht.staat == Staat.PLEK and gemeld("brief over een plek")


def test_two_kartrekkers_of_one_network(buurt: Buurt, trekkers: list[Gebruiker]) -> None:
    een = agenda.deskundige(buurt)
    type(een).objects.filter(pk=een.pk).update(geldig_tot=timezone.localdate() + dt.timedelta(days=5))
    deskundigen.loop_na()
    assert trekkers[1].email in aan() and gemeld("brief over toestemming")


def test_the_circle_of_a_member(buurt: Buurt, trekkers: list[Gebruiker]) -> None:
    lid = mensen.lid(buurt).lidmaatschappen.get()
    ledenpost.beeindig(lidmaatschap=lid, door=lid.persoon)
    assert trekkers[1].email in aan() and gemeld("brief over wie komt of gaat")


def test_who_may_let_somebody_in(buurt: Buurt, trekkers: list[Gebruiker]) -> None:
    aanvragen.vraag_aan(
        buurt=buurt, persoon=mensen.persoon(), rol=Netwerkrol.GEMEENTE, functie="ambtenaar", bericht="Ik wil mee."
    )
    assert aan() == {trekkers[1].email} and gemeld("brief over een aanvraag")


def test_a_resident_speaks(buurt: Buurt, trekkers: list[Gebruiker]) -> None:
    assert bewoners.stuur(buurt=buurt, tekst="Mag de bank terug?", mail="") == 1
    assert aan() == {trekkers[1].email} and gemeld("brief van een bewoner")


def test_a_division(buurt: Buurt, trekkers: list[Gebruiker]) -> None:
    team = mensen.medewerker("transitieteam")
    deel_in(van=[buurt], naar=[Nieuw("Noord"), Nieuw("Zuid")], reden="Nieuwe grens", door=team)
    assert trekkers[1].email in aan() and gemeld("brief over een herindeling")


def test_a_letter_of_the_team(buurt: Buurt, trekkers: list[Gebruiker]) -> None:
    team = mensen.medewerker("transitieteam")
    bericht = rondschrijven.schrijf(buurten=[buurt.pk], aan="allen", onderwerp="Dag", tekst="Hoe gaat het?", door=team)
    assert (bericht.mensen, aan()) == (1, {trekkers[1].email}) and gemeld("brief van het team")


def test_a_list_of_guests(buurt: Buurt, trekkers: list[Gebruiker], monkeypatch: pytest.MonkeyPatch) -> None:
    client = Client()
    client.force_login(trekkers[1])
    echt = uitnodigingen.uitnodigen.nodig_uit

    def doe(**wat: Any) -> Any:
        if wat["gast"].email == "b@x.example":
            raise ValueError("no mail goes there")
        return echt(**wat)

    monkeypatch.setattr(uitnodigingen.uitnodigen, "nodig_uit", doe)
    adres = reverse("uitnodiglijst", args=[buurt.slug])
    lijst = "\n".join(f"{naam}@x.example;gemeente" for naam in "abc")
    velden = pagina(client.post(adres, {"lijst": lijst, "bericht": "", "kijk": "1"})).velden("main form.formulier")
    antwoord = client.post(adres, velden | {"verstuur": "1"})
    assert {"a@x.example", "c@x.example"} <= aan() and gemeld("uitnodiging uit een lijst")
    assert "Niet gelukt: b@x.example" in pagina(antwoord).tekst("main")


def test_a_list_with_an_address_that_no_mail_can_go_to(buurt: Buurt, trekkers: list[Gebruiker]) -> None:
    """Allowed by the standard, so it passed each form and was an error 500 where the letter was written."""
    for kwaad in ("jan@[127.0.0.1]", f"{'j' * 255}@x.example"):
        for adres, veld in (("account_reset_password", "email"), ("nieuwsbrief_aanmelden", "email")):
            antwoord = Client().post(reverse(adres), {veld: kwaad})
            assert antwoord.status_code in {200, 302, 400, 403, 429} and not Bericht.objects.filter(aan=kwaad).exists()


def test_who_a_rule_names(buurt: Buurt) -> None:
    Inhoudsregel.objects.all().delete()
    gif, goed = vergiftig(mensen.medewerker("eindredacteur")), mensen.medewerker("eindredacteur")
    stuk = Interventie.objects.filter(locale__language_code="nl", live=True).first()
    type(stuk).objects.filter(pk=stuk.pk).update(first_published_at=timezone.now())
    regel = Inhoudsregel.objects.create(
        naam="x", soort=Inhoudsregel.Soort.PUBLICATIE, actief=True, aan_rol=gif.groups.get()
    )
    Inhoudsregel.objects.filter(pk=regel.pk).update(vanaf=timezone.now() - dt.timedelta(days=1))
    regels.nacht()
    assert goed.email in aan() and gemeld("brief aan wie een regel noemt")
    assert Regelgang.objects.filter(regel=regel).exists(), "told once, not every night to those who were reached"
    Regelgang.objects.all().delete()
    alleen = Inhoudsregel.objects.create(naam="y", soort=Inhoudsregel.Soort.PUBLICATIE, actief=True, aan=gif)
    Inhoudsregel.objects.filter(pk=alleen.pk).update(vanaf=timezone.now() - dt.timedelta(days=1))
    regels.nacht()
    assert not Regelgang.objects.filter(regel=alleen).exists() and gemeld("brief van een regel")


def test_notices_at_once(buurt: Buurt) -> None:
    wat = Gebeurtenis.objects.create(
        soort="x", kenmerk="x", titel="Nieuws", adres="/", zichtbaarheid=Zichtbaarheid.OPENBAAR, buurt=buurt
    )
    gif, goed = vergiftig(mensen.lid(buurt)), mensen.lid(buurt)
    for wie in (gif, goed):
        Voorkeur.objects.update_or_create(persoon=wie, defaults={"hoe": "meteen"})
        Melding.objects.create(persoon=wie, gebeurtenis=wat)
    meteen._doe([gif.pk, goed.pk])
    assert aan() == {goed.email} and gemeld("bericht dat meteen gaat")


def test_a_question_that_goes_to_the_coaches(buurt: Buurt) -> None:
    vergiftig(mensen.lid(buurt, Netwerkrol.COACH))
    goed = mensen.lid(buurt, Netwerkrol.COACH)
    vraag = Contactverzoek.objects.create(buurt=buurt, van=mensen.persoon("vrager"), aan=mensen.lid(buurt))
    Contactverzoek.objects.filter(pk=vraag.pk).update(gemaakt=LANG_GELEDEN)
    contact_onderhoud.herinner()
    assert goed.email in aan() and gemeld("brief aan een coach")


def test_an_answer_of_the_coach(buurt: Buurt) -> None:
    gif, goed, coach = vergiftig(mensen.persoon("vrager")), mensen.lid(buurt), mensen.lid(buurt, Netwerkrol.COACH)
    vraag = Contactverzoek.objects.create(buurt=buurt, van=gif, aan=goed)
    vragen.zeg(verzoek=vraag, door=coach, tekst="Bel ons.")
    assert aan() == {goed.email} and gemeld("brief over een antwoord")


def test_thanks_for_an_answer(buurt: Buurt) -> None:
    gif, goed = vergiftig(mensen.lid(buurt)), mensen.lid(buurt)
    vraag = Contactverzoek.objects.create(buurt=buurt, van=mensen.persoon("vrager"), aan=goed)
    for wie in (gif, goed):
        Regel.objects.create(verzoek=vraag, door=wie, tekst="Zo.")
    assert vragen.zeg_of_het_hielp(verzoek=vraag, hulp=Contactverzoek.Hulp.JA)
    assert aan() == {goed.email} and gemeld("brief dat een antwoord hielp")


def test_editors_who_wait(buurt: Buurt) -> None:
    vergiftig(mensen.medewerker("eindredacteur"))
    goed, blad = mensen.medewerker("eindredacteur"), voorbeelden.geplaatst(buurt)
    for nummer, schrijver in enumerate((mensen.lid(buurt), mensen.lid(buurt))):
        een = voorbeelden.concept(buurt, schrijver, titel=f"Voorbeeld {nummer}")
        velden = {"stand": Stand.INGEDIEND, "ingediend_op": LANG_GELEDEN, "pagina": blad if not nummer else None}
        Inzending.objects.filter(pk=een.pk).update(**velden)  # the second has no page, so no address to send
    delen_onderhoud.herinner()
    assert goed.email in aan() and gemeld("brief over een voorbeeld") and gemeld("voorbeeld bij de redactie")


def test_writers_who_are_waited_for(buurt: Buurt) -> None:
    gif, goed = vergiftig(mensen.lid(buurt)), mensen.lid(buurt)
    for schrijver in (gif, goed):
        een = voorbeelden.concept(buurt, schrijver)
        Inzending.objects.filter(pk=een.pk).update(stand=Stand.AANVULLEN, gewijzigd=LANG_GELEDEN)
    delen_onderhoud.herinner()
    assert goed.email in aan() and gemeld("vraag van de redactie")


def test_two_kartrekkers_of_one_plan(buurt: Buurt, trekkers: list[Gebruiker]) -> None:
    Buurtplan.objects.update(herinneren=False)
    vol(buurt, door=trekkers[1])
    vorig = kwartaal_van(timezone.localdate()) - 1
    Planactiviteit.objects.filter(plan__buurt=buurt).update(stand="loopt", begin=vorig, eind=vorig)
    Bericht.objects.all().delete()
    herinneren.herinner()
    assert aan() == {trekkers[1].email} and gemeld("brief over wat over tijd is")


def test_an_account_goes_though_no_letter_can(buurt: Buurt) -> None:
    weg = vergiftig(mensen.lid(buurt))
    verwijder_account(gebruiker=weg, ondanks=True)
    assert not Gebruiker.objects.filter(pk=weg.pk).exists() and gemeld("brief dat een account weg is")


def test_a_mail_of_the_framework_to_several() -> None:
    mail.EmailMessage("Nieuws", "Dag", to=["jan@[127.0.0.1]", "goed@x.example"]).send()
    assert aan() == {"goed@x.example"}
    with pytest.raises(ValueError, match="bare"):
        mail.EmailMessage("Nieuws", "Dag", to=["jan@[127.0.0.1]"]).send()
