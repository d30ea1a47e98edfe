"""One row that can't be handled, in each loop that goes over many: the others are done, and the team reads which failed."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from kennisplatform.agenda import deskundigen
from kennisplatform.agenda import nachtwerk as agenda_nacht
from kennisplatform.basis import losse_rijen
from kennisplatform.basis.models import Mislukking
from kennisplatform.deelnemers.keuzes import Netwerkrol, Zichtbaarheid
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.post.models import Bericht
from kennisplatform.volgen.models import Gebeurtenis, Melding
from kennisplatform.volgen.overzichten import stuur_alles
from leernetwerk.contact import onderhoud as contact_onderhoud
from leernetwerk.contact.models import Contactverzoek
from leernetwerk.delen import onderhoud as delen_onderhoud
from leernetwerk.delen.models import Inzending
from leernetwerk.podium.models import Abonnee, Nieuwsbrief
from leernetwerk.podium.verzenden import hervat
from menukaart.commitment.herinneren import herinner_wachtenden
from menukaart.commitment.models import Handtekening
from menukaart.plan.kwartalen import kwartaal_van
from menukaart.plan.models import Buurtplan, Planactiviteit
from menukaart.uitvoeren import herinneren
from tests import mensen
from tests.agenda import hulp as agenda
from tests.menukaart.plan.hulp import vol
from tests.vergif import GIF, aan, vergiftig

pytestmark = pytest.mark.django_db
LANG_GELEDEN = timezone.now() - dt.timedelta(days=60)


@pytest.fixture
def buurt(db: None) -> Buurt:
    return mensen.buurt("gifbuurt")


@pytest.fixture(autouse=True)
def leeg(db: None) -> None:
    Bericht.objects.all().delete()
    mail.outbox.clear()


def test_each_by_itself_and_the_team_reads_which(buurt: Buurt) -> None:
    een, gif, twee = (mensen.persoon(naam) for naam in ("een", "gif", "twee"))

    def doe(wie: Any) -> None:
        type(wie).objects.filter(pk=wie.pk).update(functie="gedaan")
        if wie == gif:
            raise RuntimeError("met een naam erin")

    for _nacht in range(2):
        assert losse_rijen.voor_elk("proefwerk", [een, gif, twee], doe) == 2
    for wie in (een, gif, twee):
        wie.refresh_from_db()
    assert (een.functie, gif.functie, twee.functie) == ("gedaan", "", "gedaan")  # half of it is undone
    (rij,) = Mislukking.objects.filter(wat="proefwerk")
    assert (rij.keren, rij.fout, rij.sleutel) == (2, "RuntimeError", f"deelnemers.gebruiker:{gif.pk}")
    assert "proefwerk: 1" in Client().get("/readyz").json()["losse rijen"]
    Mislukking.objects.update(op=timezone.now() - losse_rijen.BEWAAR * 2)
    losse_rijen.ruim_op()
    assert not Mislukking.objects.exists() and losse_rijen.stand() == "ok"


def test_reminders_of_a_meeting(buurt: Buurt) -> None:
    ding = agenda.bijeenkomst(buurt, 1)
    goed = [agenda.gast(ding, naam=f"Gast {n}", email=f"gast{n}@x.example") for n in range(2)]
    vergiftig(agenda.gast(ding, naam="Gif", email="gif@x.example"))
    Bericht.objects.all().delete()
    agenda_nacht.herinner()
    assert {g.email for g in goed} <= aan() and Mislukking.objects.filter(wat__contains="herinnering").exists()


def test_consent_that_ends(buurt: Buurt) -> None:
    mensen.lid(buurt, "kartrekker")
    elders = mensen.buurt("gifbuurt-elders")
    vergiftig(mensen.lid(elders, "kartrekker"))
    goed = mensen.lid(mensen.buurt("goede-buurt"), "kartrekker")
    for waar in (elders, goed.lidmaatschappen.get().buurt):
        een = agenda.deskundige(waar)
        type(een).objects.filter(pk=een.pk).update(geldig_tot=timezone.localdate() + dt.timedelta(days=5))
    deskundigen.loop_na()
    assert goed.email in aan()


def test_notices_by_mail(buurt: Buurt) -> None:
    wat = Gebeurtenis.objects.create(
        soort="x", kenmerk="x", titel="Nieuws", adres="/", zichtbaarheid=Zichtbaarheid.OPENBAAR, buurt=buurt
    )
    mensen_ = [mensen.lid(buurt) for _nummer in range(3)]
    for wie in mensen_:
        Melding.objects.create(persoon=wie, gebeurtenis=wat)
    vergiftig(mensen_[1])
    stuur_alles()
    assert {mensen_[0].email, mensen_[2].email} <= aan()


def test_reminders_of_drafts_and_questions(buurt: Buurt) -> None:
    gif, goed = vergiftig(mensen.lid(buurt)), mensen.lid(buurt)
    for wie in (gif, goed):
        stil = Inzending.objects.create(buurt=buurt, schrijver=wie, titel="Half af", aanpak="Iets")
        Inzending.objects.filter(pk=stil.pk).update(gewijzigd=LANG_GELEDEN)
        vraag = Contactverzoek.objects.create(buurt=buurt, van=mensen.persoon("vrager"), aan=wie)
        Contactverzoek.objects.filter(pk=vraag.pk).update(gemaakt=timezone.now() - dt.timedelta(days=9))
    assert delen_onderhoud.herinner() >= 1
    contact_onderhoud.herinner()
    voor_goed = Bericht.objects.filter(aan=goed.email)
    assert voor_goed.filter(kenmerk__startswith="inzending-stil").exists() and voor_goed.count() == 2


def test_a_newsletter(buurt: Buurt) -> None:
    Abonnee.objects.all().delete()
    toen = timezone.now() - dt.timedelta(days=1)
    for email in ("a@x.example", GIF, "c@x.example"):
        Abonnee.objects.create(email=email, bevestigd_op=toen)
    Nieuwsbrief.objects.create(
        onderwerp="Nieuws", opening="Dag", stand=Nieuwsbrief.Stand.BEZIG, gestart_op=timezone.now()
    )
    hervat()
    assert {"a@x.example", "c@x.example"} <= aan()


def test_reminders_of_a_plan(buurt: Buurt) -> None:
    """Who leads one network can get no mail: the others hear what is past its date, and who has to sign too."""
    Buurtplan.objects.update(herinneren=False)
    Handtekening.objects.update(geen_herinnering=True)
    ander = mensen.buurt("goede-buurt")
    gif, goed = mensen.lid(buurt, Netwerkrol.KARTREKKER), mensen.lid(ander, Netwerkrol.KARTREKKER)
    for waar, door in ((buurt, gif), (ander, goed)):
        vol(waar, door=door)
    vorig = kwartaal_van(timezone.localdate()) - 1
    Planactiviteit.objects.filter(plan__buurt__in=[buurt, ander]).update(stand="loopt", begin=vorig, eind=vorig)
    gevraagd = timezone.now() - dt.timedelta(days=8)
    Handtekening.objects.filter(buurt__in=[buurt, ander]).update(gevraagd_op=gevraagd)
    Handtekening.objects.filter(buurt=buurt).update(email=GIF)
    Handtekening.objects.filter(buurt=ander).update(email="goed@x.example")
    vergiftig(gif)
    Bericht.objects.all().delete()
    herinneren.herinner()
    herinner_wachtenden()
    assert aan() == {goed.email, "goed@x.example"}
    assert Mislukking.objects.count() == 2
