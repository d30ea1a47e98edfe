"""One row that can't be handled in each work beside the readers: the next ones are done, and the team reads which."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page, Revision

from kennisplatform.agenda import brieven as agendabrieven
from kennisplatform.agenda import deelnemen
from kennisplatform.agenda import nachtwerk as agenda_nacht
from kennisplatform.agenda.models import Deelname
from kennisplatform.basis import losse_rijen
from kennisplatform.basis.documenten import verwerking
from kennisplatform.basis.models import Bestand
from kennisplatform.basis.models.bestandstekst import Bestandstekst, Leesstand
from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.kamers import gebracht
from kennisplatform.post.models import Bericht
from kennisplatform.redactie import linkproef, meten, prullenbak, regels, werken
from kennisplatform.redactie.models import Buitenlink, Inhoudsregel, Linkplek, Paginastand, Werkgang, Werkregel
from kennisplatform.toegang import bewaren
from kennisplatform.zoeken import bron
from kennisplatform.zoeken.document import Document
from kennisplatform.zoeken.motoren.tantivy import TantivyMotor
from leernetwerk.delen import onderhoud as delen_onderhoud
from leernetwerk.podium import brief as brieven
from leernetwerk.podium import verzenden
from leernetwerk.podium.models import Abonnee, Nieuwsbrief
from menukaart.models import Interventie
from menukaart.stukken import pdf
from tests import mensen
from tests.agenda import hulp as agenda
from tests.basis import bestanden
from tests.vergif import aan, gemeld, vergiftig

pytestmark = pytest.mark.django_db
NU = timezone.now()
Val = Callable[[Any, str, Callable[..., bool]], None]


@pytest.fixture
def valt(monkeypatch: pytest.MonkeyPatch) -> Val:
    """This function of a module raises for the calls that `wanneer` names, and does its work for all others."""

    def maak(waar: Any, naam: str, wanneer: Callable[..., bool]) -> None:
        echt = getattr(waar, naam)

        def doe(*args: Any, **kwargs: Any) -> Any:
            if wanneer(*args, **kwargs):
                raise RuntimeError("a row from before any rule")
            return echt(*args, **kwargs)

        monkeypatch.setattr(waar, naam, doe)

    return maak


@pytest.fixture
def buurt(db: None) -> Buurt:
    return mensen.buurt("gifbuurt")


def stukken(aantal: int) -> list[Interventie]:
    return list(Interventie.objects.filter(locale__language_code="nl", live=True).order_by("pk")[:aantal])


def test_accounts_that_nobody_uses() -> None:
    gif, goed = vergiftig(mensen.persoon("een")), mensen.persoon("twee")
    Gebruiker.objects.filter(pk__in=[gif.pk, goed.pk]).update(date_joined=NU - dt.timedelta(days=700), last_login=None)
    bewaren.ongebruikt()
    assert goed.email in aan() and gemeld("account dat niemand gebruikt")


@pytest.mark.usefixtures("eigen_index")
def test_what_was_planned(valt: Val) -> None:
    """Wagtail's command stops at the first, every night at the same one."""
    weg, gif, later = stukken(3)
    Page.objects.filter(pk__in=[weg.pk, gif.pk]).update(expire_at=NU - dt.timedelta(hours=2))
    Page.objects.filter(pk=gif.pk).update(expire_at=NU - dt.timedelta(hours=3))
    valt(Page, "unpublish", lambda self, **_rest: self.pk == gif.pk)
    versies = [pagina.save_revision() for pagina in (gif, later)]
    Revision.objects.filter(pk=versies[0].pk).update(
        approved_go_live_at=NU - dt.timedelta(hours=3), content={"title": ["?"]}
    )
    Revision.objects.filter(pk=versies[1].pk).update(approved_go_live_at=NU - dt.timedelta(hours=2))
    call_command("publish_scheduled")
    weg.refresh_from_db()
    later.refresh_from_db()
    assert not weg.live and weg.expired and later.live_revision_id == versies[1].pk
    assert gemeld("gepland van de site halen") and gemeld("gepland op de site zetten")


def test_a_meeting_of_which_nobody_can_be_asked(buurt: Buurt, valt: Val) -> None:
    gif, goed = agenda.bijeenkomst(buurt, 0.5), agenda.bijeenkomst(buurt, 1)
    gasten = [agenda.gast(ding) for ding in (gif, goed)]
    valt(agendabrieven, "te_herinneren", lambda ding: ding.pk == gif.pk)
    agenda_nacht.herinner()
    assert gasten[1].email in aan() and gemeld("herinneringen van een bijeenkomst")


def test_who_left_frees_a_place(buurt: Buurt, valt: Val) -> None:
    ding = agenda.bijeenkomst(buurt, zichtbaarheid=Zichtbaarheid.EIGEN)
    gif, _goed = (agenda.gast(ding, persoon=mensen.persoon()) for _keer in range(2))
    valt(deelnemen, "meld_af", lambda *, deelname: deelname.pk == gif.pk)
    agenda_nacht.ruim_op()
    assert [d.pk for d in Deelname.objects.filter(bijeenkomst=ding)] == [gif.pk] and gemeld("plek vrijgeven")


def test_links_to_other_sites(settings: Any) -> None:
    """An address with half a bracket was always the longest unseen: no link after it was ever tried again."""
    settings.LINKS_PER_NACHT = 300
    Buitenlink.objects.all().delete()
    for adres in ("http://[half", "https://val.example/", "https://goed.example/"):
        link = Buitenlink.objects.create(adres=adres, afdruk=adres)
        Linkplek.objects.create(link=link, pagina=stukken(1)[0], waar="Bronnen")

    def klop(adres: str) -> linkproef.Klopuitkomst:
        if "val" in adres:
            raise RuntimeError
        return linkproef.klop_aan(adres) if "[" in adres else linkproef.beoordeel(200)

    linkproef.proef(klop=klop, slaap=lambda _s: None)
    standen = dict(Buitenlink.objects.values_list("adres", "uitkomst"))
    assert standen["https://goed.example/"] == "200" and standen["http://[half"] == "geen geldig adres"
    assert gemeld("link naar buiten")


def test_pages_are_measured(valt: Val) -> None:
    een, gif, twee = stukken(3)
    Paginastand.objects.all().delete()
    valt(meten, "_maten", lambda pagina, _themas: pagina.pk == gif.pk)
    meten.meet_alles()
    woorden = dict(Paginastand.objects.values_list("pagina", "woorden"))
    assert woorden[een.pk] and woorden[twee.pk] and not woorden[gif.pk] and gemeld("meten van een pagina")
    assert not meten.verouderd().exists(), "it is not measured again at each look at a report"


def test_does_it_still_run(buurt: Buurt, valt: Val, monkeypatch: pytest.MonkeyPatch) -> None:
    gif, goed = (mensen.buurt(f"voorbeeld-{n}") for n in range(2))
    gedaan: list[int] = []
    monkeypatch.setattr(delen_onderhoud.vervolgen, "te_vragen", lambda: [(gif, 6), (goed, 6)])
    monkeypatch.setattr(delen_onderhoud, "_loopt_het_nog", lambda wat, _maand: gedaan.append(wat.pk) or 1)
    valt(delen_onderhoud, "_loopt_het_nog", lambda wat, _maand: wat is gif)
    delen_onderhoud.herinner()
    assert gedaan == [goed.pk] and gemeld("loopt het nog")


def test_newsletters(valt: Val) -> None:
    Abonnee.objects.all().delete()
    Nieuwsbrief.objects.all().delete()
    Abonnee.objects.create(email="a@x.example", bevestigd_op=NU - dt.timedelta(days=1))
    gif, _goed = (
        Nieuwsbrief.objects.create(onderwerp=o, opening="Dag", stand=Nieuwsbrief.Stand.BEZIG, gestart_op=timezone.now())
        for o in ("Gif", "Goed")
    )
    valt(brieven, "maak_op", lambda brief, *_rest: brief.pk == gif.pk)
    verzenden.hervat()
    assert Bericht.objects.filter(aan="a@x.example", onderwerp="Goed").exists() and gemeld("nieuwsbrief")
    Bericht.objects.filter(aan="a@x.example").update(tekst="wat niet meer openbaar is")
    verzenden.herschrijf_wachtende()
    assert Bericht.objects.get(aan="a@x.example").tekst != "wat niet meer openbaar is"
    assert gemeld("wachtende nieuwsbrief herschrijven")


def test_pdfs_of_plans(monkeypatch: pytest.MonkeyPatch, valt: Val, buurt: Buurt) -> None:
    gif, goed = buurt, mensen.buurt("goede-buurt")
    monkeypatch.setattr(pdf, "kan_pdf", lambda: True)
    monkeypatch.setattr(pdf, "wachtend", lambda: [gif, goed])
    monkeypatch.setattr(pdf, "bewaar", lambda versie: versie)
    valt(pdf, "bewaar", lambda versie: versie is gif)
    assert pdf.haal_in() == 1 and gemeld("pdf van een vastgesteld plan")


def test_the_bin(valt: Val, monkeypatch: pytest.MonkeyPatch) -> None:
    een, twee = stukken(2)
    for stuk in (een, twee):
        prullenbak.gooi_weg(pagina=stuk, door=None)
    monkeypatch.setattr(prullenbak, "BLIJFT", dt.timedelta(0))
    valt(prullenbak, "verwijder", lambda *, weg, door: weg.pk == een.pk)
    prullenbak.leeg()
    over = set(Page.objects.filter(pk__in=[een.pk, twee.pk]).values_list("pk", flat=True))
    assert over == {een.pk} and gemeld("prullenbak legen")


def test_rules_for_content(valt: Val) -> None:
    gif, goed = (
        Inhoudsregel.objects.create(naam=n, soort=Inhoudsregel.Soort.PUBLICATIE, actief=True) for n in ("a", "b")
    )
    gedaan: list[int] = []
    valt(regels, "voorvallen", lambda regel, *_rest: regel.pk == gif.pk or bool(gedaan.append(regel.pk)))
    regels.nacht()
    assert goed.pk in gedaan and gemeld("regels voor inhoud")


def test_work_on_many_pages(valt: Val) -> None:
    een, gif, twee = stukken(3)
    door = mensen.medewerker("eindredacteur")
    gang = werken.begin(soort=Werkgang.Soort.EIGENAAR, paginas=[een, gif, twee], door=door, gegevens={"eigenaar": None})
    valt(werken.schrijven, "geef_eigenaar", lambda *, pk, **_rest: pk == gif.pk)
    werken.voer_uit.call(gang.pk)
    standen = dict(Werkregel.objects.filter(werkgang=gang).values_list("pagina", "stand"))
    assert standen[gif.pk] == "mislukt" and "mislukt" not in {standen[een.pk], standen[twee.pk]}
    assert gemeld("werk aan veel pagina's")
    Werkregel.objects.filter(werkgang=gang).exclude(pagina=gif).update(stand=Werkregel.Stand.GEDAAN, melding="")
    valt(werken, "_een_terug", lambda regel, _door: regel.pagina_id == een.pk)
    Werkgang.objects.filter(pk=gang.pk).update(stand=Werkgang.Stand.DRAAIT, gegevens={"terug_door": door.pk})
    werken.voer_uit.call(gang.pk)
    standen = dict(Werkregel.objects.filter(werkgang=gang).values_list("pagina", "stand"))
    assert standen[een.pk] == "gedaan" and gemeld("werk terugdraaien")


def test_documents_are_read(valt: Val) -> None:
    inhoud = bestanden.pdf("Een blad over vallen")
    gif, goed = (Bestand.objects.create(title=n, file=ContentFile(inhoud, f"{n}.pdf")) for n in ("gif", "goed"))
    for een in (gif, goed):
        Bestandstekst.objects.filter(pk=een.pk).update(stand=Leesstand.WACHT, pogingen=0, geprobeerd_op=None, tekst="")
    valt(verwerking, "_lezing", lambda rij: rij.pk == gif.pk)
    verwerking.verwerk_wachtende()
    assert Bestandstekst.objects.get(pk=goed.pk).stand == Leesstand.KLAAR and gemeld("een document lezen")


def test_half_a_letter_in_the_index(tmp_path: Any) -> None:
    """As a block of a page may still hold it: no engine takes it, and nothing of its batch got in, for ever."""
    motor = TantivyMotor(tmp_path)
    motor.leeg()
    motor.zet([Document("a:1", "blad", "Tu\ud800in", tekst="\udfff"), Document("a:2", "blad", "Tuin")])
    assert motor.aantal() == 2


def test_what_can_not_be_made_findable_is_told() -> None:
    (melder,) = gebracht(bron.Uitvalmelder)
    assert melder.meld is losse_rijen.meld
    melder.meld("vindbaar maken", mensen.buurt("gif"), RuntimeError())
    assert gemeld("vindbaar maken")
