"""The six doors of residents: what is the matter, in their own words. Behind each stand articles."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, Final

from django.db.models import QuerySet

from kennisplatform.basis.gevels import BREED, gevel
from kennisplatform.basis.models.begrippen import Begrip, Begripsoort, woordenboek
from kennisplatform.basis.openbaar import openbaar
from kennisplatform.basis.verwijzing import VELDEN, Verwijzing
from kennisplatform.tekening.notitie import toont

OP_DEUR: Final = 5  # questions on a door; the rest stands behind it
MEESTE: Final = 200
# What is asked most, or is most dangerous not to find. The rest follows by title.
VOOROP: Final = {
    "lichaam": (
        "bang-om-te-vallen",
        "beroerte-of-hartaanval",
        "hoge-bloeddruk",
        "wat-is-suikerziekte",
        "pijn-die-blijft",
    ),
    "hoofd-en-gevoel": ("ik-voel-me-somber", "rouw-na-verlies", "veel-stress", "ik-slaap-slecht", "ik-voel-me-eenzaam"),
    "thuis": ("geweld-thuis", "huis-veilig-maken", "schimmel-en-kou", "zelf-beginnen-in-de-buurt", "eenzame-buur"),
    "geld-en-regelen": (
        "geldzorgen",
        "goed-naar-de-huisarts",
        "wijkverpleegkundige",
        "welke-hulp-bij-wie",
        "lezen-en-schrijven-is-lastig",
    ),
    "zorgen-voor-een-ander": (
        "zorgen-niet-meer-volhouden",
        "moeder-vergeet-steeds-meer",
        "buur-met-dementie",
        "opeens-in-de-war",
        "praten-over-levenseinde",
    ),
    "kind-en-gezin": (
        "kind-met-koorts",
        "ik-ben-zwanger",
        "zorgen-om-puber",
        "opvoeden-lukt-niet-altijd",
        "rot-voelen-jong",
    ),
}


@dataclass(frozen=True)
class Situatiedeur:
    begrip: Begrip
    nummer: int  # which front the house has, and which colours
    vragen: list[Verwijzing]  # at most MEESTE
    aantal: int

    @property
    def gevel(self) -> str:
        return gevel(BREED, self.nummer)

    @property
    def eerste(self) -> list[Verwijzing]:
        return self.vragen[:OP_DEUR]


def deuren(artikelen: QuerySet[Any]) -> list[Situatiedeur]:
    """In the order of the terms. Articles are Dutch: a page in another language says so with each of them.

    One query for the links of all doors: six questions to the engine and the articles whole took 110 ms of home's 127.
    """
    per_code: dict[str, list[tuple[tuple[int, str], Verwijzing]]] = defaultdict(list)
    gevonden = openbaar(artikelen.filter(locale__language_code="nl", begrippen__soort=Begripsoort.SITUATIE))
    toont("index:artikel")  # whichever is published next stands here too
    for pk, slug, code, *rest in gevonden.order_by().values_list("pk", "slug", "begrippen__code", *VELDEN):
        toont(f"pagina:{pk}")
        vraag = Verwijzing(*rest)
        per_code[code].append((_plek(code, slug, vraag.title), vraag))
    soort = woordenboek().kiesbaar(Begripsoort.SITUATIE)
    return [
        Situatiedeur(begrip, nummer, _eerste(per_code[begrip.code]), len(per_code[begrip.code]))
        for nummer, begrip in enumerate(soort, start=1)
        if begrip.code in per_code
    ]


def _eerste(rij: list[tuple[tuple[int, str], Verwijzing]]) -> list[Verwijzing]:
    return [vraag for _plek, vraag in sorted(rij, key=itemgetter(0))[:MEESTE]]


def _plek(code: str, slug: str, titel: str) -> tuple[int, str]:
    voorop = VOOROP.get(code, ())
    return (voorop.index(slug) if slug in voorop else len(voorop), titel)
