"""A marker text in every record that is not public, looked for at every address by everybody who may not read it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.apps import apps
from django.core import mail
from django.db import models, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kennisplatform.agenda.models import Bijeenkomst
from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.models import Buurt, Herindeling, Lidmaatschap, Logregel
from kennisplatform.eigenkamer.models import Netwerkbestand, Netwerkverslag
from kennisplatform.gesprek.models import Bijdrage
from kennisplatform.gesprek.schrijven import schrijf
from kennisplatform.netwerken.models import Aanvraag, Afspraak, Meedoewens, Uitnodiging, Werkwijze
from kennisplatform.post.models import Bericht
from kennisplatform.register.models import Buurtinvoer, Buurtscan, Criterium, Instroom, Notities, Teambericht
from kennisplatform.volgen.models import Melding, Volg
from kennisplatform.volgen.overzichten import stuur_alles
from kennisplatform.vragenlijsten.models import Vragenronde
from kennisplatform.zoeken.motor import motoren
from kennisplatform.zoeken.wachtrij import herbouw
from leernetwerk.contact.models import Contactverzoek
from leernetwerk.delen.models import Inzending
from leernetwerk.models import Praktijkvoorbeeld
from leernetwerk.podium.models import Nieuwsbrief, Uitlichting
from menukaart.begroting.models import Commissievraag, Indiening
from menukaart.commitment.models import Handtekening
from menukaart.kiezen.models import Keuze
from menukaart.plan.models import Beelduitdaging, Begrotingsregel, Planactiviteit
from tests import mensen
from tests.site.planten import (
    MERK,
    merk,
    plant_agenda,
    plant_bewoners,
    plant_delen,
    plant_gesprek,
    plant_kamer,
    plant_keuzes,
    plant_plan,
    plant_podium,
)
from tests.site.test_rechten import ALLE, client_van
from tests.test_bouw import kamer_van
from zorgpaden.lokaal.models import Buurtpad

pytestmark = pytest.mark.django_db
# Who may read which of the planted records, as far as the addresses below show it.
NETWERKEN = {"samenkomst"}  # a meeting for all networks; the programme's people read those too
ELDERS = NETWERKEN | {"deskundige"}
# A network's list, profile, pathways, questions to residents, its own answers to the six grounds, sessions.
KEUZES = {"keuze", "profiel", "buurtpad", "vragenronde", "scan", "cijfersessie"}
WENS = {"meedoewens"}  # what a stranger wrote to who leads
KAMER = {"netwerkverslag", "netwerkbestand"}  # of members only: the team neither
PLAN = {"afspraak", "buurtbeeld", "buurtplan", "handtekening"} | KEUZES
AGENDA = ELDERS | {"bijeenkomst", "meedoelink", "bezoeker"}  # whoever may change a meeting sees its link and who comes
MAG = {
    "kartrekker": {"concept", "lid", "aanvraag", "uitnodiging", "werkwijze", "logboek"} | WENS | AGENDA | PLAN | KAMER,
    "projectcoordinator": {"concept", "lid", "aanvraag", "uitnodiging", "werkwijze", "logboek"}
    | WENS
    | AGENDA
    | PLAN
    | KAMER,
    "transitiecoach": {"concept", "lid", "aanvraag", "uitnodiging", "werkwijze", "logboek"} | AGENDA | PLAN | KAMER,
    "gemeente": {"concept", "lid", "werkwijze", "logboek"} | AGENDA | PLAN | KAMER,
    "transitieteam": {
        "concept",
        "lid",
        "aanvraag",
        "uitnodiging",
        "werkwijze",
        "logboek",
        "notities",
        "criterium",
        "herindeling",
        "ingevoerd",
        "instroom",
    }
    | WENS
    | AGENDA
    | PLAN,
    "beheerder": {"lid", "notities", "criterium", "herindeling", "scan", "instroom"} | NETWERKEN,
    "lid-elders": ELDERS,
    "kartrekker-elders": ELDERS,
    "begrotingscommissie": NETWERKEN | {"buurtplan", "handtekening"},
    **dict.fromkeys(("redacteur", "eindredacteur", "onderzoeker"), NETWERKEN),
}
# One of each kind of cut; on every database. The others differ by a rule in Python only.
OOK_OP_DIENSTEN = {"anoniem", "oud-lid", "lid-elders", "gemeente", "transitieteam"}
# The learning network: words for one network, for all networks, hidden words, a report about one, and a notice.
GESPREK = {"gesprekeigen", "gespreknet", "gesprekweg", "signaal", "melding"}
_TOEZICHT = {"gespreknet", "gesprekweg", "signaal"}
_BINNEN = {"gesprekeigen", "gespreknet"}
GESPREK_MAG = {
    "kartrekker": _BINNEN,
    "projectcoordinator": _BINNEN,
    "transitiecoach": _BINNEN,
    "gemeente": _BINNEN | {"melding"},  # the notice is that of 'gemeente', and of people who are no longer in
    "lid-elders": {"gespreknet"},
    "kartrekker-elders": {"gespreknet"},
    "begrotingscommissie": {"gespreknet"},
    "onderzoeker": {"gespreknet"},
    "beheerder": {"gespreknet"},
    "redacteur": _TOEZICHT,
    "eindredacteur": _TOEZICHT,
    "transitieteam": _TOEZICHT | {"gesprekeigen"},
}
PODIUM = {"brief", "uitlichting"}  # what is not sent or shown yet
TERUGMELDING_MAG = {naam: {"terugmelding"} for naam in ("redacteur", "beheerder")}  # the others see no admin here
PODIUM_MAG = dict.fromkeys(("redacteur", "eindredacteur", "transitieteam"), PODIUM)
SOORTEN = (
    GESPREK
    | AGENDA
    | {"concept", "contact"}
    | {
        "lid",
        "aanvraag",
        "uitnodiging",
        "werkwijze",
        "logboek",
        "notities",
        "criterium",
        "herindeling",
        "ingevoerd",
        "instroom",
        "bezoekadres",
        "abonnee",  # where a visitor or a reader gets mail: nobody reads that
        "terugmeldadres",
        "terugmelding",  # what a reader says back: only at the desk
        "les",  # one's own list
        *WENS,
        *PODIUM,
        *PLAN,
        *KAMER,
    }
)
REDACTIE = {"redacteur", "beheerder"}  # the least and the most that staff see of the admin; its pages are slow
BUITEN = ["anoniem", "vreemde", "oud-lid", "oud-kartrekker", "straks-lid"]


@pytest.fixture
def hier() -> Buurt:
    return mensen.buurt("hier")


@pytest.fixture
def wie(hier: Buurt) -> dict[str, Any]:
    wie = mensen.iedereen(hier, mensen.buurt("daar"))
    geheim = mensen.lid(hier, "huisartsenpraktijk", mensen.persoon(merk("lid")), functie=merk("lid"))
    vrager = mensen.persoon("vrager")
    Aanvraag.objects.create(buurt=hier, persoon=vrager, functie=merk("aanvraag"), bericht=merk("aanvraag"))
    Meedoewens.objects.create(buurt=hier, tekst=merk("meedoewens"), mail=f"{merk('meedoewens')}@x.example")
    Uitnodiging.objects.create(
        buurt=hier,
        email=f"{merk('uitnodiging')}@x.example",
        rol="anders",
        functie=merk("uitnodiging"),
        sleutelhash="h",
        bericht=merk("uitnodiging"),
        verloopt=timezone.now() + dt.timedelta(days=3),
    )
    Werkwijze.objects.create(buurt=hier, nummer=1, **{v: merk("werkwijze") for v in ("begin", "afspraken", "adressen")})
    Logregel.objects.create(buurt=hier, soort=Logregel.Soort.ROL, tekst=merk("logboek"), over=geheim)
    Notities.objects.create(buurt=hier, tekst=merk("notities"))
    lijst = Buurtinvoer.objects.create(rest=f"naam;gemeente;partner\n{merk('ingevoerd')};x;x")
    Teambericht.objects.create(onderwerp=merk("ingevoerd"), tekst=merk("ingevoerd"), aan="allen", buurten=1, mensen=1)
    lijst.regels.create(buurt=hier, naam=merk("ingevoerd"), nieuw=True)
    Criterium.objects.create(buurt=hier, naam="burgers", oordeel="ja", grond=merk("criterium"))
    Instroom.objects.create(buurt=hier, volgende=merk("instroom"), reden=merk("instroom"))
    vraag = {"burgers": {"oordeel": "ja", "grond": merk("scan")}}
    Buurtscan.objects.create(buurt=hier, antwoorden=vraag, marktaandeel=40, marktaandeel_bron=merk("scan"))
    herindeling = Herindeling.objects.create(soort="splitsing", reden=merk("herindeling"), op=timezone.localdate())
    herindeling.naar.add(hier)
    plant_gesprek(wie, hier)
    plant_agenda(hier)
    plant_delen(wie, hier)
    plant_podium()
    plant_bewoners(wie)
    plant_plan(wie, hier)
    plant_keuzes(hier)
    plant_kamer(wie, hier)
    return wie


def adressen(hier: Buurt, redactie: bool, zoeken: bool) -> list[str]:
    """Every route that can be asked without knowing more than a name and a number.

    The admin is shut for others (test_rechten.py), and search knows no reader: one reader's answers are everybody's, so
    the others ask each search page once.
    """
    uit = []
    for patroon, naam, _view in ALLE:
        if naam in {"wagtailadmin_logout", "account_logout", "wagtailadmin_error_test"} or "(" in patroon:
            continue
        if patroon.startswith("admin/") and not redactie:
            continue
        adres = "/" + patroon.replace("<slug:buurt>", hier.slug).replace("<slug:slug>", hier.slug).replace(
            "<int:nummer>", "1"
        )
        if "<int:pk>" in adres:
            uit += [adres.replace("<int:pk>", str(pk)) for pk in nummers(adres, hier)]
        elif "<uuid:sleutel>" in adres:
            model = Contactverzoek if "/contact/" in adres else Inzending
            for sleutel in model.objects.filter(buurt=hier).values_list("sleutel", flat=True):
                met = adres.replace("<uuid:sleutel>", str(sleutel))
                uit += [
                    met.replace("<slug:stap>", stap) for stap in ("verhaal", "geleerd", "inzet", "beeld", "nakijken")
                ]
        elif patroon.startswith("leernetwerk/agenda/<slug:slug>"):
            slugs = Bijeenkomst.objects.filter(buurt=hier).values_list("slug", flat=True)
            uit += ["/" + patroon.replace("<slug:slug>", slug) for slug in slugs]
        elif "<" not in adres and "^" not in adres:
            uit.append(adres)
    uit += [pagina.url for pagina in Praktijkvoorbeeld.objects.filter(pk__in=Bijdrage.objects.values("pagina"))]
    paden = Buurtpad.objects.filter(buurt=hier).values_list("pagina__slug", flat=True)
    uit += [f"/zorgpaden/in/{hier.slug}/{pad}/{deel}" for pad in paden for deel in ("", "folder/")]
    uit += [f"/leernetwerk/gesprek/beheer/?lijst={lijst}" for lijst in ("nieuwste", "gemeld", "verborgen")]
    uit += [f"/leernetwerk/volgen/bericht/{pk}/" for pk in Melding.objects.values_list("pk", flat=True)]
    zoek = [
        f"{pad}{MERK}{rest}"
        for pad in ("/zoeken/?q=", "/ar/zoeken/?q=", "/api/v1/zoeken?q=", "/api/v1/suggesties?q=", "/leernetwerk/?q=")
        for rest in (
            "",
            "lid",
            "werkwijze",
            "notities",
            "gesprekeigen",
            "gespreknet",
            "gesprekweg",
            "bijeenkomst",
            "samenkomst",
            "meedoelink",
        )
        if zoeken or not rest
    ]
    return [
        *uit,
        *zoek,
        hier.get_absolute_url(),
        "/",
        "/leernetwerk/",
        "/preventie/",
        "/sitemap.xml",
        "/leernetwerk/agenda/?eerder=1",
        "/register/export/?soort=xlsx",
        *(f"/register/invoeren/?rest={lijst.pk}" for lijst in Buurtinvoer.objects.all()),
    ]


def nummers(adres: str, hier: Buurt) -> list[int]:
    """Of the records that this route could show."""
    if "/vragenlijsten/" in adres:
        return list(Vragenronde.objects.filter(buurt=hier).values_list("pk", flat=True))
    if "/kamer/" in adres:
        model = Netwerkverslag if "/verslag/" in adres else Netwerkbestand
        return list(model.objects.filter(buurt=hier).values_list("pk", flat=True))
    if "/afspraken/" in adres:
        return list(Afspraak.objects.filter(buurt=hier).values_list("pk", flat=True))
    if "/keuzes/" in adres or "/zorgpaden/" in adres:
        model = Keuze if "/keuzes/" in adres else Buurtpad
        return list(model.objects.filter(buurt=hier).values_list("pk", flat=True))
    if any(deel in adres for deel in ("/plan/", "/begroting/", "/begrotingen/", "/commitment/", "/buurtbeeld/")):
        return plannummers(adres, hier)
    van = {
        "/werkplek/": [m.objects.filter(buurt=hier) for m in (Lidmaatschap, Aanvraag, Meedoewens, Uitnodiging)],
        "/register/": [Herindeling.objects.all(), Buurtinvoer.objects.all()],
        "/podium/": [Nieuwsbrief.objects.all() if "brief" in adres else Uitlichting.objects.all()],
        # What was planted, and two of the demo: its others are drawn by the same templates and hold nothing planted.
        "/gesprek/": [Bijdrage.objects.filter(buurt=hier), Bijdrage.objects.exclude(buurt=hier).order_by("pk")[:2]],
        "/ervaringsdeskundigen/": [hier.ervaringsdeskundigen.all()],
    }
    return [een.pk for deel, rijen in van.items() if deel in adres for rij in rijen for een in rij]


def plannummers(adres: str, hier: Buurt) -> list[int]:
    """One row of the kind that the address is about: all of them hold the same marker."""
    van = {
        "/begrotingen/": Indiening.objects.filter(buurt=hier),
        "/commitment/": Handtekening.objects.filter(buurt=hier),
        "/regel/": Begrotingsregel.objects.filter(activiteit__plan__buurt=hier),
        "/vraag/": Commissievraag.objects.filter(indiening__buurt=hier),
        "/plan/activiteit/": Planactiviteit.objects.filter(plan__buurt=hier),
        "/uitdaging/": Beelduitdaging.objects.filter(beeld__buurt=hier),
    }
    return [pk for deel, rij in van.items() if deel in adres for pk in rij.values_list("pk", flat=True)[:1]]


def gezien(client: Client, hier: Buurt, redactie: bool, zoeken: bool) -> dict[str, str]:
    """Kind of record → an address that showed it. The reader's own question, played back, does not count."""
    uit: dict[str, str] = {}
    for adres in adressen(hier, redactie, zoeken):
        with transaction.atomic():
            antwoord = client.get(adres)
            transaction.set_rollback(True)
        assert antwoord.status_code < 500, adres
        inhoud = b"".join(antwoord) if antwoord.streaming else antwoord.content
        tekst = inhoud.decode("utf-8", "replace")
        vraag = adres.partition("q=")[2]
        for soort in SOORTEN - {vraag.removeprefix(MERK)}:
            if merk(soort) in tekst.lower():
                uit.setdefault(soort, adres)
    return uit


@pytest.mark.filterwarnings("ignore::django.core.paginator.UnorderedObjectListWarning")
@pytest.mark.lang(7)
@pytest.mark.parametrize(
    "naam", [n if n in OOK_OP_DIENSTEN else pytest.param(n, marks=pytest.mark.eenmaal) for n in (*BUITEN, *MAG)]
)
def test_who_sees_what(naam: str, wie: dict[str, Any], hier: Buurt, eigen_index: Any) -> None:
    zoeken = naam == "anoniem"
    if zoeken:
        for een in motoren():  # as if every index had been made anew with all of it in the database
            herbouw(een)
    vuil = gezien(client_van(wie[naam]), hier, naam in REDACTIE, zoeken)
    assert set(vuil) == MAG.get(naam, set()) | GESPREK_MAG.get(naam, set()) | PODIUM_MAG.get(
        naam, set()
    ) | TERUGMELDING_MAG.get(naam, set()), vuil


def test_the_mail_tells_nothing_of_inside(
    wie: dict[str, Any], hier: Buurt, django_capture_on_commit_callbacks: Any
) -> None:
    """Asking, inviting and deciding send mail; none holds what the network or the team wrote for itself."""
    with django_capture_on_commit_callbacks(execute=True):
        client_van(wie["lid-elders"]).post(
            reverse("meedoen", args=[hier.slug]),
            {"functie": merk("aanvraag"), "rol": "anders", "bericht": merk("aanvraag")},
        )
        kartrekker = client_van(wie["kartrekker"])
        kartrekker.post(reverse("uitnodigen", args=[hier.slug]), {"email": "nieuw@x.example", "rol": "gemeente"})
        vraag = Aanvraag.objects.get(buurt=hier, persoon=wie["lid-elders"])
        kartrekker.post(reverse("aanvraag", args=[hier.slug, vraag.pk]), {"besluit": "afwijzen", "rol": "anders"})
    assert len(mail.outbox) == 3
    for brief in mail.outbox:
        geheim = [s for s in SOORTEN if merk(s) in f"{brief.subject} {brief.body}".lower()]
        # The asker's own function goes to the kartrekker, who decides about it.
        assert geheim == (["aanvraag"] if brief.to == [wie["kartrekker"].email] else [])


def test_a_digest_mails_only_what_somebody_may_read(wie: dict[str, Any], hier: Buurt) -> None:
    """Everybody follows the page; the letters are written by the night's run."""
    Bericht.objects.all().delete()
    pagina = Praktijkvoorbeeld.objects.live().filter(locale__language_code="nl").order_by("pk").first()
    mensen_ = {naam: mens for naam, mens in wie.items() if naam != "anoniem"}
    for mens in mensen_.values():
        Volg.objects.create(persoon=mens, soort="pagina", sleutel=str(pagina.pk))
    for soort, zicht in (("gesprekeigen", Zichtbaarheid.EIGEN), ("gespreknet", Zichtbaarheid.NETWERKEN)):
        schrijf(
            soort="vraag",
            pagina=pagina,
            door=wie["anders"],
            tekst="x",
            kop=merk(soort),
            buurt=hier,
            zichtbaarheid=zicht,
        )
    stuur_alles()
    per = {b.aan: f"{b.onderwerp} {b.tekst}" for b in Bericht.objects.all()}
    for naam, mens in mensen_.items():
        gelezen = {soort for soort in GESPREK if merk(soort) in per.get(mens.email, "").lower()}
        verwacht = GESPREK_MAG.get(naam, set()) & {"gesprekeigen", "gespreknet", "melding"}
        if naam in BUITEN or naam in MAG:
            assert gelezen == verwacht, naam


def test_every_text_that_is_not_public_is_planted_here() -> None:
    """A new kind of record in these rooms must be planted above."""
    # Every room, a new one too, but those that hold content, words of the search, or what only the staff's admin shows.
    elders = {"basis", "preventie", "menukaart", "zorgpaden", "leernetwerk", "inhoudlader", "proefdata", "zoeken"}
    elders |= {"vinden", "post", "toegang", "feiten", "cijfers", "redactie", "tekst"}
    kamers = [config for config in apps.get_app_configs() if kamer_van(config.name) and config.label not in elders]
    met_tekst = {
        m.__name__
        for config in kamers
        for m in config.get_models()
        if any(isinstance(v, models.CharField | models.TextField) and not v.choices for v in m._meta.local_fields)
    }
    assert met_tekst == {
        "Terugmelding",
        "Vragenronde",
        "Vraagtelling",  # codes of answers; counted, and shown from ten on: tests/vragenlijsten
        "GevolgdeLes",
        "Buurt",
        "Gebruiker",
        "Lidmaatschap",
        "Logregel",
        "Herindeling",
        "Aanvraag",
        "Meedoewens",
        "Uitnodiging",
        "Werkwijze",
        "Notities",
        "Criterium",
        "Sessieregel",
        "Buurtscan",
        "Instroom",
        "Buurtinvoer",
        "Ingevoerd",
        "Teambericht",
        "Bijdrage",
        "Signaal",
        "Gebeurtenis",
        "Inzending",
        "Terzijde",
        "Regel",
        "Uitlichting",
        "Nieuwsbrief",
        "Abonnee",
        "Beeld",
        "Bijlage",
        "Vervolg",  # who may read these: tests/leernetwerk/delen_redactie/test_besloten.py
        "Volg",
        "Voorkeur",  # keys of public things, and a week
        "Bijeenkomst",
        "Deelname",
        "Ervaringsdeskundige",
        "Kalender",
        "Afspraak",
        "Netwerkverslag",
        "Netwerkbestand",
        "Belkaart",  # public: whom residents can call
        "Keuze",
        "Stem",
        "Keuzeopmerking",
        "Keuzegebeurtenis",
        "Element",
        "Elementregel",  # both public
        "Buurtprofiel",
        "Buurtpad",
        "Stapafspraak",
        "Buurtnummer",
        "Beelduitdaging",
        "Beeldkracht",
        "Beeldinzicht",
        "Regiopunt",
        "Beeldversie",
        "Planthema",
        "Planactiviteit",
        "Begrotingsregel",
        "Tarief",  # of the team, for everybody who makes budgets
        "Planversie",
        "Indiening",
        "Commissievraag",
        "Handtekening",
        "Voortgang",
        "Planpdf",  # its bytes are the frozen plan, its text their sum
    }
