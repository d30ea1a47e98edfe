"""What a request costs, as a multiple of a view that does nothing: a ratio means the same on a slow machine."""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from importlib import import_module
from itertools import cycle
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import path

from kennisplatform import geladen
from kennisplatform.basis.openbaar import openbaar
from kennisplatform.proefdata import brengen
from kennisplatform.proefdata.management.commands.proefdata import modellen
from kennisplatform.tekening import bewaren
from kennisplatform.tekening.voordeur import Voordeur

MATEN = (1_000, 10_000)
BUURTEN = 1_000  # with their people, so that what only the team and members see is measured full
OPWARMEN, KEER = 8, 40
KOPPEN = {"HTTP_HOST": "localhost", "HTTP_ACCEPT_ENCODING": "gzip, deflate, br"}  # as browsers send
HALLO_PER_KEER = 50  # one bare request is too short to time alone
BEWAARD = ("artikel", "interventie", "zorgpad", "praktijkvoorbeeld", "menukaart, alle facetten")  # measured kept too
VEEL_QUERIES, VEEL_AANGEMELD = 6, 12  # a page that asks more than this is looked at; four say who is signed in
UITLEG = (
    "×hallo: CPU-tijd gedeeld door die van een view die alleen 'hello' antwoordt, zonder middleware, in dezelfde run.\n"
    f"Mediaan van {KEER} verzoeken door de WSGI-handler na {OPWARMEN} om op te warmen; SQLite, ingebouwde zoekmachine, DEBUG uit.\n"
    "Zonder meer: de pagina is vergeten en wordt opnieuw getekend; kaarten, het menu en andere delen zijn bewaard."
)


def hallo(request: HttpRequest) -> HttpResponse:
    return HttpResponse("hello")


# This module is the bare view's ROOT_URLCONF; middleware asks for the site's own addresses.
urlpatterns = [path("hallo", hallo), *import_module(settings.ROOT_URLCONF).urlpatterns]

Antwoorder = Callable[[str], int]


@dataclass
class Meetuitslag:
    naam: str
    ms: float  # CPU, median
    queries: int  # the most that one request of this row needed
    grens: int = VEEL_QUERIES
    keer: float = 0.0  # × the bare view, known at the end


class Command(BaseCommand):
    help = "Meet pagina's tegen een kale Django-view, bij 1.000 en 10.000 items, in een eigen tijdelijke database."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--maten", type=int, nargs="+", default=list(MATEN), help="aantallen items")
        parser.add_argument("--hier", type=Path, help=argparse.SUPPRESS)  # the second process: measure, write JSON

    def handle(self, *args: Any, **options: Any) -> None:
        if options["hier"]:
            vul_en_meet(options["maten"][0], options["hier"])
            return
        self.stdout.write(UITLEG)
        eerder: dict[str, int] = {}
        with tempfile.TemporaryDirectory(prefix="meet-") as map_:
            for maat in options["maten"]:
                begin = time.monotonic()
                rijen = in_eigen_proces(maat, Path(map_))
                self.stdout.write(
                    f"\n{maat:,} items (vullen en meten: {time.monotonic() - begin:.0f} s)".replace(",", ".")
                )
                self.stdout.write(tabel(rijen))
                self.waarschuw(rijen, eerder)
                eerder = {rij.naam: rij.queries for rij in rijen}

    def waarschuw(self, rijen: list[Meetuitslag], eerder: dict[str, int]) -> None:
        for rij in rijen:
            if rij.naam in eerder and rij.queries > eerder[rij.naam]:
                self.stdout.write(
                    f"  LET OP: {rij.naam} vraagt meer bij meer items: {eerder[rij.naam]} → {rij.queries} queries"
                )
            elif rij.queries > rij.grens:
                self.stdout.write(f"  LET OP: {rij.naam} vraagt {rij.queries} queries")


def in_eigen_proces(maat: int, map_: Path) -> list[Meetuitslag]:
    """A process of its own with a database, an index and a cache of its own: never what the user has."""
    eigen = {"DEMO": "1", "DEBUG": "0", "VAR_MAP": str(map_)}
    schoon = {k: w for k, w in os.environ.items() if k not in {"DATABASE_URL", "CACHE_URL", "ZOEK_URL", "ZOEK_MAP"}}
    uit = map_ / "meting.json"
    opdracht = [sys.executable, str(settings.BASE_DIR / "manage.py"), "meet", "--maten", str(maat), "--hier", str(uit)]
    klaar = subprocess.run(
        opdracht, env=schoon | eigen, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    if klaar.returncode:
        raise CommandError(f"meten bij {maat} items mislukte:\n{klaar.stdout[-3000:]}")
    return [Meetuitslag(**rij) for rij in json.loads(uit.read_text())]


def tabel(rijen: list[Meetuitslag]) -> str:
    regels = [f"  {'':<48}{'CPU ms':>9}{'×hallo':>9}{'queries':>9}"]
    for rij in rijen:
        regels.append(f"  {rij.naam:<48}{rij.ms:>9.2f}{rij.keer:>9.1f}{rij.queries:>9}")
    return "\n".join(regels)


# ---- In the second process


def vul_en_meet(maat: int, uit: Path) -> None:
    if Path(settings.VAR).resolve() != uit.parent.resolve() or connection.vendor != "sqlite":
        raise CommandError("meet --hier is alleen voor meet zelf: het zou echte gegevens veranderen.")
    call_command("migrate", verbosity=0, interactive=False)
    call_command("inhoud")
    call_command("proefdata", items=maat, buurten=BUURTEN)
    # A connection that stays, as production has it (CONN_MAX_AGE); the test client does the same.
    request_started.disconnect(close_old_connections)
    request_finished.disconnect(close_old_connections)
    uit.write_text(json.dumps([asdict(rij) for rij in alle_metingen()]))


def alle_metingen() -> list[Meetuitslag]:
    """The bare view is measured before, between and after: it is so small that its own noise moves every ratio."""
    geladen.laat_liggen()  # as a server does
    kaal = [hallo_ms()]
    with override_settings(ROOT_URLCONF=__name__):
        leeg = meet("lege view, alle middleware", ["/hallo"])
    adressen, meetrijen = adressenlijst(), brengen.meetrijen()
    lid = next(rij.wie for rij in meetrijen if rij.wie is not None)  # of a network, as most who read while signed in
    rijen = [leeg]
    for hoe, koek in (("bewaard", ""), ("bewaard", koekje(lid)), ("voor het eerst", "")):
        for naam in BEWAARD:
            rijen.append(meet(f"{naam}, {hoe}{', aangemeld' if koek else ''}", adressen[naam], koek, hoe))
    kaal.append(hallo_ms())
    rijen += [meet(naam, paden) for naam, paden in adressen.items()]
    kaal.append(hallo_ms())
    rijen += [meet(rij.naam, rij.adressen, koekje(rij.wie)) for rij in meetrijen]
    kaal.append(hallo_ms())
    midden = statistics.median(kaal)
    for rij in rijen:
        rij.keer = rij.ms / midden
    return [Meetuitslag("lege view, geen middleware (hallo)", midden, 0, keer=1.0), *rijen]


def adressenlijst() -> dict[str, list[str]]:
    """Row → addresses taken in turn. Several pages of a kind, so that no cache of one page flatters the figure."""
    per_soort = {
        soort: [p.get_url() for p in openbaar(model.objects.filter(locale__language_code="nl")).order_by("-pk")[:KEER]]
        for soort, model in modellen().items()
    }
    return {
        "artikel": per_soort["artikel"],
        "interventie": per_soort["interventie"],
        "zorgpad": per_soort["zorgpad"],
        "praktijkvoorbeeld": per_soort["praktijkvoorbeeld"],
        "menukaart, alle facetten": ["/menukaart/"],
        "menukaart, twee filters": ["/menukaart/?thema=zorgzame-buurt&bewijs=goede-aanwijzingen"],
        "zoeken, vallen voorkomen": ["/zoeken/?q=vallen%20voorkomen"],
        "startpagina": ["/"],
    }


def hallo_ms() -> float:
    with override_settings(MIDDLEWARE=[], ROOT_URLCONF=__name__):
        antwoord = antwoorder()
        return mediaan(lambda: [antwoord("/hallo") for _ in range(HALLO_PER_KEER)]) / HALLO_PER_KEER


def koekje(wie: Any) -> str:
    """The cookie with which somebody is signed in."""
    if wie is None:
        return ""
    client = Client()
    client.force_login(wie)
    return f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"


# What is forgotten before each request: nothing, the page itself (its cards, parts and the menu stay), or everything.
VERGEET: dict[str, Callable[[], None]] = {
    "bewaard": lambda: None,
    "opnieuw": lambda: bewaren.kast().weg("blad:", "vel:"),
    "voor het eerst": bewaren.leeg,
}


def meet(naam: str, adressen: Sequence[str], koek: str = "", hoe: str = "opnieuw") -> Meetuitslag:
    antwoord, beurt = antwoorder(koek), cycle(adressen[:OPWARMEN])

    def doe() -> int:
        VERGEET[hoe]()
        return antwoord(next(beurt))

    ms = mediaan(doe)
    with CaptureQueriesContext(connection) as gevangen:
        per_keer = [len(gevangen) for _ in adressen[:5] if doe()]
    meeste = max(nu - eerder for eerder, nu in zip([0, *per_keer], per_keer, strict=False))
    return Meetuitslag(naam, ms, meeste, VEEL_AANGEMELD if koek else VEEL_QUERIES)


def antwoorder(koek: str = "") -> Antwoorder:
    """From an address to the number of bytes, through the whole handler with the settings of this moment."""
    handler, fabriek = Voordeur(WSGIHandler()), RequestFactory(SERVER_NAME="localhost")

    def antwoord(adres: str) -> int:
        omgeving = dict(fabriek.get(adres).environ) | KOPPEN | {"HTTP_COOKIE": koek}
        gezegd: list[str] = []

        def begin(status: str, _koppen: Any) -> Callable[[bytes], int]:
            gezegd.append(status)
            return len  # WSGI wants a function to write with

        response = handler(omgeving, begin)
        inhoud = b"".join(response)
        if hasattr(response, "close"):
            response.close()
        if gezegd != ["200 OK"]:
            raise CommandError(f"{adres} antwoordt {gezegd}")
        return len(inhoud)

    return antwoord


def mediaan(doe: Callable[[], object]) -> float:
    """CPU milliseconds of this process."""
    for _ in range(OPWARMEN):
        doe()
    tijden = []
    for _ in range(KEER):
        begin = time.process_time_ns()
        doe()
        tijden.append((time.process_time_ns() - begin) / 1e6)
    return statistics.median(tijden)
