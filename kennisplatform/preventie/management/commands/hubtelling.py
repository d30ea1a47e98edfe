"""Counts of the residents' hub, and what a first visit weighs over the line."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

import brotli
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management.base import BaseCommand
from django.test import Client

from kennisplatform.basis import lettertypen
from kennisplatform.basis.openbaar import openbaar
from kennisplatform.preventie import prenten
from kennisplatform.preventie.models import Artikel, Hulpmiddel, Invulblad, Module, Routepagina
from kennisplatform.preventie.woorden import lijst

SOORTEN: Final = {
    "artikelen": Artikel,
    "routes": Routepagina,
    "lessen": Module,
    "invulbladen": Invulblad,
    "hulpmiddelen": Hulpmiddel,
}
ADRESSEN: Final = (
    "/",
    "/preventie/",
    "/preventie/hoge-bloeddruk/",
    "/stap-voor-stap/na-een-val/",
    "/kennis-naar-de-buurt/overeind-na-een-val/",
    "/invullen/web-van-positieve-gezondheid/",
)
# What stands in every language: the rest of an area is a Dutch page, which weighs what it weighs above.
OVERAL: Final = ("/", "/preventie/", "/zoeken/?q=vallen", "/buurten/", "/buurten/emmen/")
BESTAND: Final = re.compile(r'(?:href|src)="/static/([^"]+\.(?:css|js))"')
PLAAT: Final = re.compile(r'<img(?![^>]*loading="lazy")[^>]*src="(/(?:straat|prent)/[^"]+)"')


class Command(BaseCommand):
    help = "Print hoeveel er in de bewonershub staat, en hoe zwaar een eerste bezoek is (over de lijn, kB)."

    def handle(self, *args: Any, **options: Any) -> None:
        for naam, model in SOORTEN.items():
            self.stdout.write(f"{naam:14}{openbaar(model.objects.filter(locale__language_code='nl')).count():5}")
        self.stdout.write(f"{'woorden':14}{len(lijst()):5}\n{'prenten':14}{len(prenten.PRENTEN):5}\n")
        bezoeker = Client(SERVER_NAME="localhost")
        artikelen = _artikelen(bezoeker)
        met = sum('class="woord"' in html.decode() for html in artikelen.values())
        self.stdout.write(f"artikelen waarin een moeilijk woord is uitgelegd: {met}")
        self.stdout.write(f"artikelen zonder moeilijk woord: {len(artikelen) - met}\n")
        zwaarste = max(artikelen, key=lambda adres: _kaal(artikelen[adres]))  # holds for it, then for each of them
        for taal, _naam in settings.LANGUAGES:
            voor = "" if taal == "nl" else f"/{taal}"
            for adres in (*ADRESSEN, *OVERAL[2:], zwaarste) if taal == "nl" else OVERAL:
                self.stdout.write(_regel(bezoeker, voor + adres, taal))


def _regel(bezoeker: Client, adres: str, taal: str) -> str:
    html = bezoeker.get(adres).content
    tekst = html.decode()
    delen = {
        "html": _kaal(html),
        "css en js": sum(_kaal(_bestand(naam), 11) for naam in {*BESTAND.findall(tekst)}),
        "letters": sum(len(_bestand(naam)) for naam in lettertypen.eerste(taal)),
        "platen": sum(_kaal(bezoeker.get(plaat).content) for plaat in {*PLAAT.findall(tekst)}),
    }
    regel = "  ".join(f"{naam} {maat / 1000:.1f}" for naam, maat in delen.items())
    return f"{adres:46}{sum(delen.values()) / 1000:6.1f} kB   {regel}"


def _artikelen(bezoeker: Client) -> dict[str, bytes]:
    """Address → HTML of every article."""
    artikelen = openbaar(Artikel.objects.filter(locale__language_code="nl"))
    return {adres: bezoeker.get(adres).content for adres in (pagina.get_url() for pagina in artikelen)}


def _kaal(inhoud: bytes, moeite: int = 5) -> int:
    """Packed as the site sends it: pages with little effort, files with much."""
    return len(brotli.compress(inhoud, quality=moeite))


def _bestand(naam: str) -> bytes:
    gevonden = finders.find(naam)
    return Path(str(gevonden)).read_bytes() if gevonden else b""
