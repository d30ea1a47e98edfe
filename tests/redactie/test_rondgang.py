"""Somebody in each role presses everything that they are shown: nothing refuses, everything is Dutch with 'u'."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup, Comment
from django.test import Client
from wagtail.models import Page

pytestmark = [pytest.mark.django_db, pytest.mark.lang(60)]

ROLLEN = ("Redacteur", "Eindredacteur", "Transitieteam", "Beheerder")
EERST = (
    "/admin/",
    "/admin/interventies/",
    "/admin/artikelen/",
    "/admin/praktijkvoorbeelden/",
    "/admin/zorgpaden/",
)
# Of one kind of address one is opened: a list of 200 pages has 200 times the same buttons. Two by who may do least, and
# is refused most.
PER_SOORT, HOOGSTENS = {"Redacteur": 2}, 160
# What changes something, leads out, or answers to a script.
NIET = re.compile(
    r"/(bulk|logout|sprite|jsi18n|preview|preview_on_\w+|view_draft|autosave|ping|serve)|/documents/\d+/|\.xlsx|export="
)
NEDERLANDS_NIET = re.compile(
    r"\b(the|and|your|you|this|that|with|from|are|has|have|edit|delete|save|choose|add|new|all|view|copy|move|more|"
    r"actions?|search|select|change|settings|locked|yes|back|locales?|language|usage|history|checks?|live|none|true|"
    r"false|draft|pages?|images?|created|updated|published|by|show|hide|loading|comments?|preview|revisions?|compare|"
    r"unpublish|schedule|expand|collapse|toggle|groups?|user|name|date|remove|close|sort)\b",
    re.IGNORECASE,
)
JE = re.compile(r"\b(je|jij|jou|jouw|jullie)\b", re.IGNORECASE)


@dataclass
class Rondgang:
    geweigerd: list[str] = field(default_factory=list)
    stuk: list[str] = field(default_factory=list)
    zinnen: dict[str, str] = field(default_factory=dict)  # what is said → where
    gezien: int = 0


def soort_van(pad: str) -> str:
    return re.sub(r"\d+", "N", pad)


def loop(client: Client, per_soort_hoogstens: int) -> Rondgang:
    uit, per_soort = Rondgang(), defaultdict(int)
    wachtrij = list(EERST)
    bekend = set(wachtrij)
    while wachtrij and uit.gezien < HOOGSTENS:
        adres = wachtrij.pop(0)
        antwoord = client.get(adres)
        uit.gezien += 1
        if antwoord.status_code >= 400:
            uit.stuk.append(f"{antwoord.status_code} {adres}")
            continue
        if antwoord.status_code == 302:
            volgende = client.get(antwoord["Location"])
            if "geen toegang" in volgende.content.decode().lower():
                uit.geweigerd.append(adres)
            continue
        if "html" not in antwoord.get("Content-Type", ""):
            continue
        boom = BeautifulSoup(antwoord.content.decode(), "lxml")
        doelen = list(adressen(boom, adres))  # first: what is said is read by cutting the rest away
        for zin in zinnen(boom):
            uit.zinnen.setdefault(zin, adres)
        for doel in doelen:
            if doel not in bekend and per_soort[soort_van(urlsplit(doel).path)] < per_soort_hoogstens:
                bekend.add(doel)
                per_soort[soort_van(urlsplit(doel).path)] += 1
                wachtrij.append(doel)
    return uit


def adressen(boom: BeautifulSoup, hier: str) -> Iterator[str]:
    for knoop in boom.select("a[href]"):
        doel = urldefrag(urljoin(hier, str(knoop["href"]))).url
        if doel.startswith("/admin/") and not NIET.search(doel):
            yield doel


def zinnen(boom: BeautifulSoup) -> Iterator[str]:
    """What the admin itself says: not what editors wrote, which stands in tables, fields and headings of pages."""
    for weg in boom.select(
        "script, style, template, textarea, option, .chooser__title, [lang]:not(html), td.title, h1, .w-breadcrumbs, svg, main li a, "
        "[data-side-panel-toggle-counter][hidden]"
    ):
        weg.decompose()
    for tekst in boom.find_all(string=True):
        if not isinstance(tekst, Comment) and (kaal := " ".join(str(tekst).split())):
            yield kaal
    for knoop in boom.select("[title], [aria-label], [placeholder]"):
        for naam in ("title", "aria-label", "placeholder"):
            if kaal := " ".join(str(knoop.get(naam) or "").split()):
                yield kaal


@pytest.fixture(params=ROLLEN)
def gang(request: pytest.FixtureRequest, als: Callable[[str], Client]) -> Rondgang:
    return loop(als(request.param), PER_SOORT.get(request.param, 1))


def test_everything_shown_opens_and_speaks_dutch(gang: Rondgang) -> None:
    assert gang.gezien > 20
    assert not gang.stuk
    assert not gang.geweigerd
    titels = set(Page.objects.exclude(locale__language_code="nl").values_list("title", flat=True))
    eigen = {zin: waar for zin, waar in gang.zinnen.items() if not any(titel in zin for titel in titels)}
    vreemd = {zin: waar for zin, waar in eigen.items() if JE.search(zin) or NEDERLANDS_NIET.search(zin)}
    assert not vreemd
