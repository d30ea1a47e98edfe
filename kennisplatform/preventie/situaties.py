"""The six doors of residents: what is the matter, in their own words. Behind each stand articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from wagtail.models import Page

from kennisplatform.basis import kaarten
from kennisplatform.basis.models.begrippen import Begrip, woordenboek
from kennisplatform.basis.vinden import vind
from kennisplatform.zoeken.antwoord.vraag import Vraag

OP_DEUR: Final = 5  # questions on a door; the rest stands behind it
ALLE: Final = 200
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
class Deur:
    begrip: Begrip
    nummer: int  # which front the house has
    vragen: list[Page]

    @property
    def eerste(self) -> list[Page]:
        return self.vragen[:OP_DEUR]

    @property
    def aantal(self) -> int:
        return len(self.vragen)


def deuren() -> list[Deur]:
    """In the order of the terms. Articles are Dutch: a page in another language says so with each of them."""
    soort = [begrip for (soort, _code), begrip in woordenboek().op_code.items() if soort == "situatie"]
    gevonden = {begrip.code: _sleutels(begrip.code) for begrip in soort}
    paginas = kaarten.haal_paginas(sorted({pk for pks in gevonden.values() for pk in pks}))
    uit = []
    for nummer, begrip in enumerate(soort, start=1):
        vragen = [paginas[pk] for pk in gevonden[begrip.code] if pk in paginas]
        uit.append(Deur(begrip, nummer, sorted(vragen, key=lambda pagina: _plek(begrip.code, pagina))))
    return [deur for deur in uit if deur.vragen]


def _sleutels(code: str) -> list[int]:
    vraag = Vraag(facetten={"situatie": (code,)}, soorten=("artikel",), taal="nl", per_pagina=ALLE)
    return [int(treffer.sleutel.split(":")[1]) for treffer in vind(vraag).treffers]


def _plek(code: str, pagina: Page) -> tuple[int, str]:
    voorop = VOOROP.get(code, ())
    return (voorop.index(pagina.slug) if pagina.slug in voorop else len(voorop), pagina.title)
