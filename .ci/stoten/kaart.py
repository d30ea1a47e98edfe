"""What there is to be asked: every route, the addresses that pages lead to, and the forms on them."""

from __future__ import annotations

import html
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

from django.urls import Resolver404, URLResolver, get_resolver, resolve
from django.urls.resolvers import LocalePrefixPattern

ADRES = re.compile(r"""["'](/[^"'\s<>\\{}]{0,600})["']""")
GAT = re.compile(r"<(?:(\w+):)?(\w+)>|\(\?P<(\w+)>[^()]*(?:\([^()]*\)[^()]*)*\)")
# Pages that exist to fail, and what ends the run itself.
NIET = {"wagtailadmin_error_test": "toont met opzet de foutpagina van Wagtail"}


def routes(resolver: URLResolver | None = None, voor: str = "", ruimte: str = "") -> Iterator[tuple[str, str]]:
    """(pattern, name) of every route of the site."""
    for deel in (resolver or get_resolver()).url_patterns:
        eigen = "" if isinstance(deel.pattern, LocalePrefixPattern) else str(deel.pattern)
        if isinstance(deel, URLResolver):
            yield from routes(deel, voor + eigen, f"{ruimte}{deel.namespace}:" if deel.namespace else ruimte)
        else:
            yield voor + eigen, ruimte + (deel.name or "") or voor + eigen


@lru_cache(maxsize=50_000)
def route_van(adres: str) -> str:
    """The route that answers this address, or ''."""
    try:
        gevonden = resolve(urlsplit(adres).path)
    except (Resolver404, ValueError):
        return ""
    return ":".join([*gevonden.namespaces, gevonden.url_name]) if gevonden.url_name else gevonden.route


@dataclass(frozen=True)
class Veld:
    naam: str
    soort: str
    waarde: str
    keuzes: tuple[str, ...] = ()


@dataclass
class Formulier:
    rol: str
    adres: str
    wijze: str
    velden: list[Veld] = field(default_factory=list)
    pakket: bool = False  # may hold files

    @property
    def merk(self) -> tuple[Any, ...]:
        soort = re.sub(r"\d+", "#", " ".join(sorted({veld.naam for veld in self.velden})))
        return self.wijze, route_van(self.adres) or self.adres, soort

    @property
    def bestanden(self) -> list[str]:
        return [veld.naam for veld in self.velden if veld.soort == "file"]


class Lezer(HTMLParser):
    """The forms of a page, with what stands in them."""

    def __init__(self, rol: str, adres: str) -> None:
        super().__init__(convert_charrefs=True)
        self.rol, self.adres = rol, adres
        self.formulieren: list[Formulier] = []
        self.bij_id: dict[str, Formulier] = {}
        self.open: Formulier | None = None
        self.keuze: tuple[str, list[str], list[str]] | None = None
        self.tekst: tuple[str, list[str]] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        wat = {naam: waarde or "" for naam, waarde in attrs}
        if tag == "form":
            doel = urlsplit(urljoin(f"http://localhost{self.adres}", wat.get("action", "")))
            if doel.hostname == "localhost":
                adres = doel.path + (f"?{doel.query}" if doel.query else "")
                self.open = Formulier(self.rol, adres, wat.get("method", "get").upper())
                self.open.pakket = "multipart" in wat.get("enctype", "")
                self.formulieren.append(self.open)
                self.bij_id[wat.get("id", "")] = self.open
        formulier = self.bij_id.get(wat["form"]) if wat.get("form") else self.open
        naam = wat.get("name", "")
        if tag == "option" and self.keuze:
            self.keuze[1].append(wat.get("value", ""))
            if "selected" in wat:
                self.keuze[2].append(wat.get("value", ""))
        if formulier is None or not naam or "disabled" in wat:
            return
        if tag in {"input", "button"}:
            soort = wat.get("type", "text" if tag == "input" else "submit").lower()
            formulier.velden.append(Veld(naam, soort, wat.get("value", "on" if soort in {"checkbox", "radio"} else "")))
        elif tag == "select":
            self.keuze = (naam, [], [])
        elif tag == "textarea":
            self.tekst = (naam, [])

    def handle_data(self, data: str) -> None:
        if self.tekst:
            self.tekst[1].append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.open = None
        elif tag == "select" and self.keuze:
            naam, keuzes, gekozen = self.keuze
            if self.open:
                self.open.velden.append(Veld(naam, "select", (gekozen or keuzes or [""])[0], tuple(keuzes)))
            self.keuze = None
        elif tag == "textarea" and self.tekst:
            if self.open:
                self.open.velden.append(Veld(self.tekst[0], "textarea", "".join(self.tekst[1])))
            self.tekst = None


class Kaart:
    def __init__(self) -> None:
        self.routes = dict((naam, patroon) for patroon, naam in routes() if naam not in NIET)
        self.adressen: dict[str, list[tuple[str, str]]] = defaultdict(list)  # route → (role, address) that answered
        self.formulieren: dict[tuple[Any, ...], list[Formulier]] = defaultdict(list)
        self.waarden: dict[str, set[str]] = defaultdict(set)  # name of a part of an address → what it was
        self.velden: set[str] = set()
        self.ontleed: set[str] = set()
        self.vragen: set[str] = set()  # names in questions of addresses

    def lees(self, rol: str, adres: str, tekst: str) -> list[str]:
        """Forms of this page are noted; returns the addresses that it leads to."""
        lezer = Lezer(rol, adres)
        lezer.feed(tekst)
        for formulier in lezer.formulieren:
            rij = self.formulieren[formulier.merk]
            if len(rij) < 3:
                rij.append(formulier)
            self.velden |= {veld.naam for veld in formulier.velden}
        gevonden = [*ADRES.findall(html.unescape(tekst)), *(f.adres for f in lezer.formulieren)]
        return list(dict.fromkeys(adres for adres in gevonden if not adres.startswith("//")))

    def noteer(self, rol: str, adres: str) -> None:
        """It answered: its parts may be tried elsewhere."""
        naam = route_van(adres)
        if len(self.adressen[naam]) < 30:
            self.adressen[naam].append((rol, adres))
        self.noem_delen(adres)

    def noem_delen(self, adres: str) -> None:
        if adres in self.ontleed:
            return
        self.ontleed.add(adres)
        try:
            gevonden = resolve(urlsplit(adres).path)
        except (Resolver404, ValueError):
            return
        for deel, waarde in gevonden.kwargs.items():
            if len(self.waarden[deel]) < 40:
                self.waarden[deel].add(str(waarde))
        self.vragen |= {stuk.partition("=")[0] for stuk in urlsplit(adres).query.split("&") if stuk}

    def adres(self, naam: str, toeval: random.Random, gif: tuple[str, ...], kans: float) -> str:
        """An address of this route with parts that exist, or, by chance, with made-up ones."""

        def vul(gat: re.Match[str]) -> str:
            soort, deel = gat[1], gat[2] or gat[3]
            bekend = sorted(self.waarden.get(deel, ()))
            if bekend and toeval.random() > kans:
                return quote(toeval.choice(bekend), safe="/")
            if soort == "int" or deel in {"pk", "page_id", "id"}:
                return toeval.choice(["0", "1", "2", "999999", "9223372036854775808", "9" * 40, "00001"])
            return quote(toeval.choice(gif)[:300].encode("utf-8", "surrogatepass"), safe="/") or "x"

        patroon = GAT.sub(vul, self.routes[naam])
        return "/" + re.sub(r"\\Z|\\|[\^$?*+]|\(\?:|[()]", "", patroon)
