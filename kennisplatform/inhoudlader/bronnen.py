"""What a source must have, in a file and on the site: an address that can be followed, an owner and a day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from wagtail.models import get_page_models

from kennisplatform.basis.bronadres import is_kaal
from kennisplatform.basis.models import KennisPagina, MetInzet
from kennisplatform.inhoudlader.controle import Controleuitslag, Inhoudscontrole
from kennisplatform.inhoudlader.schema import Pad
from kennisplatform.inhoudlader.soorten import Keuring

VOOR: Final = {"interventie", "zorgpad", "praktijkvoorbeeld"}
ADRESSEN: Final = {"url", "bron_url"}  # keys of an address in a stream


def keur(soort: str, data: Mapping[str, Any], rijen: object) -> Iterator[tuple[Pad, str]]:
    """A bare address is refused by the schema; this is the owner and the day."""
    for nummer, bron in enumerate(data.get("bron", []) if soort in VOOR else []):
        if not bron.get("uitgever"):
            yield ("bron", nummer, "uitgever"), "zeg van wie deze bron is"
        if not bron.get("datum") and not bron.get("gezien"):
            yield ("bron", nummer, "datum"), "geef de datum van de bron, of de dag waarop u hem zag (gezien)"


def adressen(pagina: KennisPagina) -> Iterator[str]:
    """Every address that a page gives as a source."""
    for naam in ("bronnen", "resultaten", "inzetregels", "geldregels"):
        for deel in getattr(getattr(pagina, naam, None), "raw_data", ()):
            yield from (waarde for sleutel, waarde in deel["value"].items() if sleutel in ADRESSEN and waarde)
    if adres := getattr(pagina, "bewijs_bron_url", ""):
        yield adres


def _paginas(soort: type = KennisPagina) -> Iterator[Any]:
    for model in get_page_models():
        if issubclass(model, KennisPagina) and issubclass(model, soort):
            yield from model._default_manager.filter(live=True, voorbeeld=False).order_by("url_path")


def kale_bronnen() -> Controleuitslag:
    regels = [f"{p.url_path}: {adres}" for p in _paginas() for adres in adressen(p) if is_kaal(adres)]
    return Controleuitslag(len(regels), tuple(regels))


def geld_zonder_einde() -> Controleuitslag:
    regels = [
        f"{p.url_path}: {deel['value']['tekst'][:60]}"
        for p in _paginas(MetInzet)
        for deel in p.geldregels.raw_data
        if not deel["value"].get("geldt_tot")
    ]
    return Controleuitslag(len(regels), tuple(regels))


def geld_voorbij() -> Controleuitslag:
    """Readers see 'vraag uw gemeente' there already; an editor looks for what came after."""
    regels = [f"{p.url_path}: gold tot {d.value['geldt_tot']}" for p in _paginas(MetInzet) for d in _voorbij(p)]
    return Controleuitslag(len(regels), tuple(regels))


def _voorbij(pagina: MetInzet) -> list[Any]:
    return [deel for deel in pagina.geldregels if not deel.value.geldt]


def cellen() -> Controleuitslag:
    """Filled and unknown, per type of page: what the menu can be filtered on."""
    per: dict[str, list[MetInzet]] = {}
    for pagina in _paginas(MetInzet):
        per.setdefault(str(pagina._meta.verbose_name), []).append(pagina)
    regels = []
    for soort, paginas in per.items():
        tel = {
            "uren": sum(p.eerste_uren is not None for p in paginas),
            "kosten": sum(p.eerste_kosten is not None for p in paginas),
            "uren of kosten": sum(p.inzet_bekend for p in paginas),
            "wie betaalt": sum(bool(p.geldregels) for p in paginas),
        }
        regels += [f"{soort}, {naam}: {n} gevuld, {len(paginas) - n} onbekend" for naam, n in tel.items()]
    return Controleuitslag(sum(p.inzet_bekend for lijst in per.values() for p in lijst), tuple(regels))


BRENGT: Final = [
    Keuring("bronnen", keur),
    Inhoudscontrole("Kale bronnen (alleen een voordeur)", kale_bronnen),
    Inhoudscontrole("Geldregels zonder einddatum", geld_zonder_einde),
    Inhoudscontrole("Geldregels die voorbij zijn", geld_voorbij, faalt=False),
    Inhoudscontrole("Uren en kosten gevuld", cellen, faalt=False),
]
