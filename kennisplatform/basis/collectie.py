"""A saved search on a page: asked anew each time, of what every reader may see, and never of what an editor sees."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode

from kennisplatform.basis import kaarten
from kennisplatform.basis.collectieblok import HOOGSTENS
from kennisplatform.basis.facetten import SOORTEN
from kennisplatform.basis.models.begrippen import Begripsoort, woordenboek
from kennisplatform.basis.vinden import vind
from kennisplatform.zoeken.antwoord.vraag import Vraag, schone_tekst

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

OP_ZOEKPAGINA: Final = ("thema", "onderwerp", "doelgroep", "ses", "bewijs")  # its filters (vinden/views.py)


def soortkeuzes() -> list[tuple[str, StrOrPromise]]:
    return [(soort, namen[0]) for soort, namen in SOORTEN.items()]


def begripkeuzes() -> list[tuple[StrOrPromise, list[tuple[str, str]]]]:
    """Terms that can be chosen, by kind. By their code: it outlives a merger of two terms, which a key does not."""
    per_soort: dict[str, list[tuple[str, str]]] = defaultdict(list)
    boek = woordenboek("nl")
    for (soort, code), begrip in boek.op_code.items():
        if (soort, code) not in boek.vervallen:
            per_soort[soort].append((f"{soort}:{code}", begrip.label))
    return [(soort.label, sorted(per_soort[soort], key=lambda k: k[1])) for soort in Begripsoort if per_soort[soort]]


@dataclass(frozen=True)
class Collectievondst:
    kaarten: kaarten.Kaarten
    totaal: int
    alles: str  # address of the same search on the search page; '' when there is none, or all of it stands here
    niveau: int  # of the cards' headings


def vraag_van(waarde: Mapping[str, Any], taal: str) -> Vraag:
    """`waarde`: of the block, or of anything that has its names. Unknown codes stay: they find nothing, as they should."""
    facetten: dict[str, list[str]] = defaultdict(list)
    oud = woordenboek(taal).oud
    for keuze in waarde.get("begrippen") or ():
        soort, _punt, code = str(keuze).partition(":")
        facetten[soort].append(oud.get((soort, code), code))
    if plaats := (waarde.get("plaats") or "").strip():
        facetten["plaats"] = [plaats]
    return Vraag(
        tekst=schone_tekst(waarde.get("woorden") or ""),
        facetten={naam: tuple(codes) for naam, codes in facetten.items()},
        soorten=tuple(waarde.get("soorten") or ()),
        taal=taal,
        volgorde=waarde.get("volgorde") or "",
        per_pagina=min(int(waarde.get("aantal") or 6), HOOGSTENS),
    )


def adres_van(vraag: Vraag) -> str:
    """The search page with the same question; '' for what it has no filters for."""
    if len(vraag.soorten) > 1 or not set(vraag.facetten) <= set(OP_ZOEKPAGINA):
        return ""
    delen = [("q", vraag.tekst)] if vraag.tekst else []
    delen += [("soort", soort) for soort in vraag.soorten]
    delen += [(naam, code) for naam, codes in vraag.facetten.items() for code in codes]
    return f"/zoeken/?{urlencode(delen)}"


def vindt(waarde: Mapping[str, Any], taal: str, zonder: str = "") -> Collectievondst:
    """`zonder`: the page on which it stands is no news there."""
    vraag = vraag_van(waarde, taal)
    antwoord = vind(vraag)
    treffers = [t for t in antwoord.treffers if t.sleutel != zonder]
    over = antwoord.totaal > len(antwoord.treffers)
    niveau = 3 if waarde.get("kop") else 2
    return Collectievondst(kaarten.bij(treffers), antwoord.totaal, adres_van(vraag) if over else "", niveau)
