"""One of each thing that an address names: routes by who made the thing, for the test of rights and for `make stoten`."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from django.urls import URLResolver, get_resolver
from django.utils import timezone

from kennisplatform.cijfers.models import Cijfer, Cijferbron, Cijferinvoer, Gebied, Indicator
from kennisplatform.cijfersessies.models import Cijfersessie
from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.models import Buurt, Herindeling, Lidmaatschap
from kennisplatform.eigenkamer.models import Netwerkbestand, Netwerkverslag
from kennisplatform.gesprek.models import Bijdrage
from kennisplatform.leren.models import GevolgdeLes
from kennisplatform.netwerken.models import Aanvraag, Afspraak, Meedoewens, Overdracht, Uitnodiging, Werkwijze
from kennisplatform.preventie.models import Module
from kennisplatform.register.models import Buurtinvoer
from kennisplatform.volgen.models import Gebeurtenis, Melding
from kennisplatform.vragenlijsten.models import Vragenronde
from leernetwerk.contact.models import Contactverzoek
from leernetwerk.delen.models import Beeld, Inzending
from leernetwerk.models import Praktijkvoorbeeld
from leernetwerk.podium.models import Nieuwsbrief, Uitlichting
from menukaart.kiezen.models import Keuze
from menukaart.models import Interventie
from menukaart.plan.models import Planthema, Tarief
from tests import voorbeelden
from tests.agenda import hulp as agenda
from tests.menukaart.plan.hulp import vol
from zorgpaden.lokaal.models import Buurtpad
from zorgpaden.models import Zorgpad

TABEL = tomllib.loads(Path(__file__).with_name("rechten.toml").read_text(encoding="utf-8"))
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


def maak_dingen(hier: Buurt, wie: dict[str, Any]) -> dict[str, dict[str, Any]]:
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
    uit["meedoewens"]["pk"] = Meedoewens.objects.create(buurt=hier, tekst="x", mail="c@d.example").pk
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
    return uit | _voorbeeld(hier, wie) | _plan(hier, wie, uit) | _kamer(hier) | _tarief()


def _tarief() -> dict[str, dict[str, Any]]:
    tarief = Tarief.objects.create(naam="x", prijs=1, vanaf=timezone.localdate(), bron="x").pk
    return {naam: {"pk": tarief} for naam in ("tarief_verbeteren", "tarief_beeindigen")}


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
