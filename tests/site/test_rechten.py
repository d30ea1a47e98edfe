"""Role × object × verb over every route of the site, found from the URL configuration; and what staff leave in the log."""

from __future__ import annotations

import copy
import datetime as dt
import re
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.files.base import ContentFile
from django.db import transaction
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse
from django.utils import timezone

from kennisplatform.basis.rechten import ROLLEN
from kennisplatform.cijfers.models import Cijfer, Cijferbron, Cijferinvoer, Gebied, Indicator
from kennisplatform.cijfersessies.models import Cijfersessie
from kennisplatform.deelnemers.keuzes import Netwerkrol, Zichtbaarheid
from kennisplatform.deelnemers.models import Buurt, Herindeling, Lidmaatschap, Logregel
from kennisplatform.eigenkamer.models import Netwerkbestand, Netwerkverslag
from kennisplatform.gesprek.models import Bijdrage
from kennisplatform.leren.models import GevolgdeLes
from kennisplatform.netwerken.models import Aanvraag, Afspraak, Overdracht, Uitnodiging, Werkwijze
from kennisplatform.preventie.models import Module
from kennisplatform.register.models import Buurtinvoer
from kennisplatform.toegang.besluiten import BESLUITEN
from kennisplatform.volgen.models import Gebeurtenis, Melding
from kennisplatform.vragenlijsten.models import Vragenronde
from leernetwerk.contact.models import Contactverzoek
from leernetwerk.delen.models import Beeld, Inzending
from leernetwerk.models import Praktijkvoorbeeld
from leernetwerk.podium.models import Nieuwsbrief, Uitlichting
from menukaart.kiezen.models import Keuze
from menukaart.models import Interventie
from menukaart.plan.models import Planthema
from tests import mensen, voorbeelden
from tests.agenda import hulp as agenda
from tests.menukaart.plan.hulp import vol
from zorgpaden.lokaal.models import Buurtpad
from zorgpaden.models import Zorgpad

pytestmark = pytest.mark.django_db
TABEL = tomllib.loads(Path(__file__).with_name("rechten.toml").read_text(encoding="utf-8"))
STAF = {rol.code for rol in ROLLEN}
Route = tuple[str, str, Callable[..., Any]]


def routes(resolver: URLResolver | None = None, voor: str = "", ruimte: str = "") -> Iterator[Route]:
    """(pattern, name, view) of every route; the pattern stands in for a name that is missing."""
    for deel in (resolver or get_resolver()).url_patterns:
        if isinstance(deel, URLResolver):
            onder = f"{ruimte}{deel.namespace}:" if deel.namespace else ruimte
            yield from routes(deel, voor + str(deel.pattern), onder)
        else:
            patroon = voor + str(deel.pattern)
            yield patroon, ruimte + (deel.name or "") or patroon, deel.callback


ALLE = list(routes())
ADMIN = [route for route in ALLE if route[0].startswith("admin/")]
ONZE = [route for route in ALLE if route[1] in TABEL["route"]]


def adminvak(naam: str) -> str:
    return naam.partition(":")[0]


# ---- Every route has a decision


def test_every_route_has_a_decision() -> None:
    zonder = [
        patroon
        for patroon, naam, view in ALLE
        if not (
            naam in TABEL["openbaar"]["namen"]
            or naam in TABEL["route"]
            or naam in BESLUITEN
            or (patroon.startswith("account/") and hasattr(view, "besluit"))
            or (patroon.startswith("admin/") and adminvak(naam) in TABEL["admin"])
        )
    ]
    assert zonder == [], "write them in tests/site/rechten.toml, with who gets through"


def test_the_table_names_nothing_that_is_not_there() -> None:
    namen = {naam for _patroon, naam, _view in ALLE}
    assert set(TABEL["route"]) | set(TABEL["openbaar"]["namen"]) <= namen
    assert set(TABEL["admin"]) <= {adminvak(naam) for _patroon, naam, _view in ADMIN}


def test_every_view_of_ours_carries_its_decision() -> None:
    """The decision on the view is the one in the table: a circle of people is never wider than its verb allows."""
    assert [naam for _patroon, naam, view in ONZE if not hasattr(view, "besluit")] == []


# ---- Who gets through


@pytest.fixture(scope="module")
def eenmalig(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """What a hundred routes are asked about is made once, around every test's own transaction."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def hier(eenmalig: None) -> Buurt:
    return mensen.buurt("hier")


@pytest.fixture(scope="module")
def wie(hier: Buurt) -> dict[str, Any]:
    return mensen.iedereen(hier, mensen.buurt("daar"))


@pytest.fixture(scope="module")
def dingen(hier: Buurt, wie: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Arguments of the routes that have some."""
    lid = Lidmaatschap.objects.get(buurt=hier, persoon=wie["gemeente"]).pk
    aanvraag = Aanvraag.objects.create(buurt=hier, persoon=wie["vreemde"], functie="x", bericht="x").pk
    uitnodiging = Uitnodiging.objects.create(
        buurt=hier, email="a@b.example", rol="anders", sleutelhash="h", verloopt=timezone.now() + dt.timedelta(days=3)
    ).pk
    Werkwijze.objects.create(buurt=hier, nummer=1, begin="x")
    uit: dict[str, dict[str, Any]] = {
        naam: {"buurt": hier.slug} for patroon, naam, _v in ONZE if "<slug:buurt>" in patroon
    }
    for naam in ("lid_wijzigen", "lid_beeindigen", "lid_overdragen"):
        uit[naam]["pk"] = lid
    trekker = Lidmaatschap.objects.get(buurt=hier, persoon=wie["kartrekker"])
    uit["overdracht"]["pk"] = Overdracht.objects.create(buurt=hier, lid=trekker, naar=wie["gemeente"]).pk
    for naam in ("uitnodiging_opnieuw", "uitnodiging_intrekken"):
        uit[naam]["pk"] = uitnodiging
    uit["aanvraag"]["pk"] = aanvraag
    uit["aanvraag_intrekken"] = {"pk": aanvraag}
    uit["werkwijze_versie"]["nummer"] = 1
    herindeling = Herindeling.objects.create(soort="splitsing", reden="x", op=timezone.localdate())
    herindeling.naar.add(hier)
    uit["register_ongedaan"] = {"pk": herindeling.pk}
    uit["register_invoer"] = {"pk": Buurtinvoer.objects.create().pk}
    bron = Cijferbron.objects.get(code="aangeleverd")
    plaats = Gebied.objects.create(code="eigen-hier", soort="eigen", naam="Hier")
    consulten = Indicator.objects.get(code="preventie-consulten")
    vast = {"gebied": plaats, "indicator": consulten, "bron": bron, "buurt": hier, "zichtbaarheid": "eigen"}
    Cijfer.objects.create(periode="2025", waarde=1, n=99, **vast)
    uit["uitkomst_csv"]["code"] = "preventie-consulten"
    uit["cijferinvoer"] = {"pk": Cijferinvoer.objects.create(bestand="x", bron=bron, stand="terug").pk}
    uit["volgen_lees"] = {"pk": melding_aan(wie["gemeente"], hier).pk}
    vraag, antwoord = gesprek_van(wie["gemeente"], wie["lid-elders"], hier)
    uit["gesprek_schrijf"] = {"pagina": vraag.pagina_id}
    for deel in ("antwoord", "wijzig", "weg", "verberg", "toon", "afgehandeld", "slot"):
        uit[f"gesprek_{deel}"] = {"pk": vraag.pk}
    uit["gesprek_hielp"] = {"pk": antwoord.pk}
    ding = agenda.bijeenkomst(hier, zichtbaarheid="eigen", door=wie["gemeente"])
    uit |= {
        naam: {"slug": ding.slug} for patroon, naam, _v in ONZE if patroon.startswith("leernetwerk/agenda/<slug:slug>")
    }
    kent = agenda.deskundige(hier).pk
    uit |= {naam: {"pk": kent} for naam in ("ervaringsdeskundige_wijzigen", "ervaringsdeskundige_weg")}
    les = Module.objects.filter(reeks="mindset").first()
    gevolgd = GevolgdeLes.objects.create(
        persoon=wie["gemeente"], module=les, titel="x", reeks="mindset", op=timezone.localdate()
    )
    uit |= {"les_bewaren": {"pk": les.pk}, "les_vergeten": {"pk": gevolgd.pk}, "lesbewijs": {"reeks": "mindset"}}
    plan, pad = Interventie.objects.live().first(), Zorgpad.objects.live().first()
    keuze = Keuze.objects.create(buurt=hier, pagina=plan, naam=plan.title)
    buurtpad = Buurtpad.objects.create(buurt=hier, pagina=pad, naam=pad.title)
    ronde = Vragenronde.objects.create(buurt=hier, lijst="aanraden", moment="nul")
    for _patroon, naam, _v in ONZE:
        if naam in {"vragenronde", "vragenronde_poster", "vragenronde_sluiten"}:
            uit[naam]["pk"] = ronde.pk
        if naam == "keuze" or (naam.startswith("keuze_") and naam != "keuze_erbij"):
            uit[naam]["pk"] = keuze.pk
        if naam == "buurtpad" or (naam.startswith("buurtpad_") and naam != "buurtpad_nieuw"):
            uit[naam]["pk"] = buurtpad.pk
    uit["cijfersessie_stap"]["nummer"] = 1
    Cijfersessie.objects.create(buurt=hier)
    return uit | _voorbeeld(hier, wie) | _plan(hier, wie, uit) | _kamer(hier)


def _kamer(hier: Buurt) -> dict[str, dict[str, Any]]:
    """Notes and a file of the network's own room."""
    vast = {"buurt": hier.slug, "pk": Netwerkverslag.objects.create(buurt=hier, titel="x", tekst="x").pk}
    bestand = Netwerkbestand(buurt=hier, naam="x", soort="pdf", grootte=1)
    bestand.bestand.save("x.pdf", ContentFile(b"x"), save=True)
    return {
        "netwerkverslag": vast,
        "netwerkverslag_wijzigen": vast,
        "netwerkkamer_weg": vast | {"soort": "verslag"},
        "netwerkbestand": vast | {"pk": bestand.pk},
    }


def _plan(hier: Buurt, wie: dict[str, Any], uit: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The neighbourhood on its road, up to a signature that is asked for."""
    pks = vol(hier, door=wie["gemeente"])
    afspraak = {"pk": Afspraak.objects.create(buurt=hier, wat="x").pk}
    thema = Planthema.objects.filter(plan__buurt=hier).order_by("pk")[0].thema.code
    erbij: dict[str, dict[str, Any]] = {
        "buurtbeeld_versie": {"nummer": 1},
        "planversie": {"nummer": 1},
        **{key: {"nummer": 1, "soort": "monitoring"} for key in ("stuk", "stuk_pdf", "stuk_word")},
        "buurtbeeld_verplaats": {"pk": pks["uitdaging"]},
        "buurtbeeld_nieuw": {"soort": "kracht"},
        **{key: {"soort": "uitdaging", "pk": pks["uitdaging"]} for key in ("buurtbeeld_wijzigen", "buurtbeeld_weg")},
        **{key: {"code": thema} for key in ("plan_thema", "plan_antwoord", "planactiviteit_nieuw")},
        **{key: {"pk": pks["activiteit"]} for key in ("planactiviteit", "planactiviteit_stand", "planactiviteit_weg")},
        "afspraak_wijzigen": afspraak,
        "afspraak_gedaan": afspraak,
        "begrotingsregel_nieuw": {"activiteit": pks["activiteit"]},
        **{key: {"pk": pks["regel"]} for key in ("begrotingsregel", "begrotingsregel_weg")},
        "commissievraag": {"pk": pks["vraag"]},
        "commitment_herinner": {"pk": pks["handtekening"]},
    }
    van_buurt = {naam: {"buurt": hier.slug, **velden} for naam, velden in erbij.items()}
    return van_buurt | {"begroting_beoordelen": {"pk": pks["indiening"]}}


def _voorbeeld(hier: Buurt, wie: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """A draft of 'gemeente' with a picture, and a published example of the same neighbourhood."""
    inzending = Inzending.objects.create(buurt=hier, schrijver=wie["gemeente"], titel="x")
    beeld = Beeld.objects.create(inzending=inzending, bestand="inzendingen/beeld/x.webp", breed=1, hoog=1, alt="x")
    sleutel = {"sleutel": inzending.sleutel}
    namen = ("inzending", "inzending_versies", "inzending_intrekken", "inzending_nieuwe_versie")
    uit: dict[str, dict[str, Any]] = dict.fromkeys(namen, sleutel)
    uit["inzending_stap"] = sleutel | {"stap": "verhaal"}
    uit["inzending_weg"] = sleutel | {"soort": "foto", "pk": beeld.pk}
    pagina = voorbeelden.geplaatst(hier)
    uit["vervolg"] = {"pk": pagina.pk}
    vraag = Contactverzoek.objects.create(buurt=hier, van=wie["lid-elders"], aan=wie["gemeente"])
    uit |= {naam: {"sleutel": vraag.sleutel} for naam in ("contactverzoek", "contact_sluiten", "contact_geholpen")}
    uit |= {"contact_vraag": {"slug": hier.slug}, "contact_vraag_over": {"slug": hier.slug, "pk": pagina.pk}}
    vandaag = timezone.localdate()
    licht = Uitlichting.objects.create(voorbeeld=pagina, reden="x", van=vandaag, tot=vandaag)
    uit |= {"podium_nieuw": {"pk": pagina.pk}}
    uit |= {naam: {"pk": licht.pk} for naam in ("podium_wijzigen", "podium_beeindigen")}
    brief = Nieuwsbrief.objects.create(onderwerp="x", opening="x")
    uit |= {f"brief_{naam}": {"pk": brief.pk} for naam in ("zien", "wijzigen", "proef", "versturen")}
    return uit


def gesprek_van(vrager: Any, antwoorder: Any, buurt: Buurt) -> tuple[Bijdrage, Bijdrage]:
    """A public question, and an answer by somebody else."""
    pagina = Praktijkvoorbeeld.objects.live().filter(locale__language_code="nl").first()
    vraag = Bijdrage.objects.create(pagina_id=pagina.pk, soort="vraag", kop="x", door=vrager, buurt=buurt)
    antwoord = Bijdrage.objects.create(
        pagina_id=pagina.pk, soort="antwoord", vraag=vraag, tekst="x", door=antwoorder, buurt=buurt
    )
    return vraag, antwoord


def melding_aan(persoon: Any, buurt: Buurt) -> Melding:
    """A notice that only this person has, of something inside the neighbourhood."""
    wat = Gebeurtenis.objects.create(
        soort="x", kenmerk="x", titel="x", adres="/", zichtbaarheid=Zichtbaarheid.EIGEN, buurt=buurt
    )
    return Melding.objects.create(persoon=persoon, gebeurtenis=wat)


def komt_erdoor(client: Client, methode: str, adres: str) -> bool | None:
    """True: the view answered. None: it does not know this method. Nothing that it did stays."""
    koekjes = copy.deepcopy(client.cookies)
    with transaction.atomic():
        antwoord = getattr(client, methode)(adres)
        transaction.set_rollback(True)
    client.cookies = koekjes
    if antwoord.streaming:
        b"".join(antwoord)  # a file that was handed out is read to its end, and closed
    assert antwoord.status_code < 500, (adres, antwoord.status_code)
    if antwoord.status_code == 405:
        return None
    naar_aanmelden = antwoord.status_code == 302 and "/account/aanmelden/" in antwoord["Location"]
    return antwoord.status_code not in {403, 404} and not naar_aanmelden


def client_van(persoon: Any) -> Client:
    client = Client()
    if not isinstance(persoon, AnonymousUser):
        client.force_login(persoon)
    return client


def verwacht(route: str, wie: dict[str, Any]) -> set[str]:
    kring = TABEL["route"][route]
    return set(wie) - {"anoniem"} if kring == "aangemeld" else set(TABEL["kring"][kring])


@pytest.fixture(scope="module")
def deuren(wie: dict[str, Any]) -> dict[str, Client]:
    return {naam: client_van(persoon) for naam, persoon in wie.items()}


@pytest.mark.parametrize("naam", sorted(TABEL["route"]))
def test_who_comes_through_the_door(
    naam: str, deuren: dict[str, Client], wie: dict[str, Any], dingen: dict[str, Any]
) -> None:
    adres = reverse(naam, kwargs=dingen.get(naam, {}))
    mag = verwacht(naam, wie)
    uitkomst = {m: {p: komt_erdoor(client, m, adres) for p, client in deuren.items()} for m in ("get", "post")}
    gezien = False
    for methode, per in uitkomst.items():
        if all(per[p] is None for p in mag):
            assert not any(per.values())  # a method that nobody has
            continue
        gezien = True
        assert {p for p, erdoor in per.items() if erdoor} == mag, methode
    assert gezien


@pytest.mark.parametrize("naam", sorted(naam for naam, besluit in BESLUITEN.items() if besluit.soort == "eigen"))
def test_account_pages_are_for_who_signs_in(naam: str) -> None:
    patroon = next(p for p, n, _view in ALLE if n == naam)
    adres = reverse(naam, args=[1] * patroon.count("<int:"))
    for methode in ("get", "post"):
        assert komt_erdoor(Client(), methode, adres) in {False, None}


@pytest.mark.parametrize("naam", sorted(TABEL["openbaar"]["namen"]))
def test_public_asks_no_account(naam: str) -> None:
    patroon = next(p for p, n, _view in ALLE if n == naam)
    if "<" in patroon or patroon.startswith("^"):
        return  # what such an address shows depends on the thing: asked in test_lek.py and test_invoer.py
    with transaction.atomic():
        antwoord = Client().get("/" + patroon)
        transaction.set_rollback(True)
    leidt_naar = {reverse("account_login"), reverse("buurten")}  # the door; and what once had another address
    assert antwoord.status_code in {200, 400, 404, 405} or antwoord.headers.get("Location") in leidt_naar, antwoord


# ---- The admin


def zonder_keuze(patroon: str) -> str | None:
    """An address for routes without arguments, and for those with a number one that may exist."""
    adres = re.sub(r"<int:[^>]+>", "1", patroon).replace("^", "").replace("$", "")
    return None if re.search(r"[<(\[*]", adres) else "/" + adres


@pytest.mark.eenmaal
@pytest.mark.parametrize(
    "persoon", ["anoniem", "vreemde", "kartrekker", "transitiecoach", "begrotingscommissie", "onderzoeker"]
)
def test_the_admin_is_shut_for_who_does_not_work_there(persoon: str, deuren: dict[str, Client]) -> None:
    vrij = {
        "wagtailadmin_javascript_catalog",
        "wagtailadmin_sprite",
        "admin_aanmelden",
        "admin_wachtwoord",
        "wagtailadmin_login",
    }
    vrij |= {
        "wagtailadmin_logout",
        "admin_wachtwoord_rest",
        *(n for _p, n, _v in ADMIN if n.startswith("wagtailadmin_password")),
    }
    binnen = []
    for patroon, naam, _view in ADMIN:
        adres = zonder_keuze(patroon)
        if adres is None or naam in vrij or (adminvak(naam) == "wagtail_localize" and "jsi18n" in patroon):
            continue
        with transaction.atomic():
            antwoord = deuren[persoon].get(adres)
            transaction.set_rollback(True)
        naar = antwoord.headers.get("Location", "")
        if antwoord.status_code == 200 or (
            antwoord.status_code == 302 and "/aanmelden/" not in naar and "/login/" not in naar
        ):
            binnen.append((adres, antwoord.status_code, naar))
    assert binnen == []


@pytest.mark.eenmaal
@pytest.mark.filterwarnings("ignore::django.core.paginator.UnorderedObjectListWarning")  # a report of wagtail-localize
@pytest.mark.parametrize("persoon", ["redacteur", "eindredacteur", "transitieteam", "beheerder"])
def test_what_staff_see_in_the_admin(persoon: str, deuren: dict[str, Client]) -> None:
    per: dict[str, bool] = defaultdict(bool)
    for patroon, naam, _view in ADMIN:
        if (
            "<" in patroon
            or patroon.startswith("admin/^")
            or naam in {"wagtailadmin_logout", "wagtailadmin_error_test"}
        ):
            continue
        with transaction.atomic():
            antwoord = deuren[persoon].get("/" + patroon)
            transaction.set_rollback(True)
        assert antwoord.status_code < 500, patroon
        per[adminvak(naam)] |= antwoord.status_code == 200
    verwacht_ = {vak for vak in per if persoon in TABEL["admin"][vak]}
    assert {vak for vak, gezien in per.items() if gezien} == verwacht_


# ---- What staff leave behind


def test_looking_along_leaves_a_trace_that_the_leads_read(hier: Buurt, wie: dict[str, Any]) -> None:
    team, kartrekker = client_van(wie["transitieteam"]), client_van(wie["kartrekker"])
    for _keer in range(3):
        team.get(reverse("werkwijze", args=[hier.slug]))
    kartrekker.get(reverse("werkwijze", args=[hier.slug]))
    (regel,) = Logregel.objects.filter(buurt=hier, soort=Logregel.Soort.INZAGE)
    assert regel.door == wie["transitieteam"]
    assert "Zo werken wij hier" in kartrekker.get(reverse("logboek", args=[hier.slug])).content.decode()


def test_who_ceased_to_be_a_member_is_out_at_once(hier: Buurt) -> None:
    lid = mensen.lid(hier, Netwerkrol.GEMEENTE)
    client = client_van(lid)
    assert client.get(reverse("netwerk", args=[hier.slug])).status_code == 200
    Lidmaatschap.objects.filter(persoon=lid).update(van="2020-01-01", tot=timezone.localdate())
    assert client.get(reverse("netwerk", args=[hier.slug])).status_code == 403
