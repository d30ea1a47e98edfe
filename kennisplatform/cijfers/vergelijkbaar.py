"""Neighbourhoods like this one, with the figures there are. Seven queries, however many neighbourhoods."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from kennisplatform.cijfers.getallen import Getallenboek, lees, nl, openbaar
from kennisplatform.cijfers.grafiek import Merkteken, strip
from kennisplatform.cijfers.lijken import Gelijkenis, Kenmerk, zoek
from kennisplatform.cijfers.models import Buurtgebied, Indicator
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.tekening.stukken import onthoud

KENMERKEN: Final = (
    Kenmerk("inwoners", orde=True),
    Kenmerk("adressendichtheid", orde=True),
    Kenmerk("aandeel-65-plus"),
    Kenmerk("aandeel-0-tot-15"),
    Kenmerk("huishoudensgrootte"),
    Kenmerk("koopwoningen"),
    Kenmerk("woz-waarde"),
    Kenmerk("moeite-rondkomen-18plus"),
    Kenmerk("eenzaam-65plus"),
    Kenmerk("langdurige-aandoening-65plus"),
    Kenmerk("beperking-bewegen-65plus"),
    Kenmerk("mantelzorger-18plus"),
    Kenmerk("vrijwilligerswerk-18plus"),
)
_OUD: Final = ("aandeel-65-plus", "langdurige-aandoening-65plus", "beperking-bewegen-65plus")
UITDAGINGEN: Final = {  # code → name, and features that count three times
    "": (_("alles even zwaar"), ()),
    "eenzaam": (_("eenzaamheid"), ("eenzaam-65plus", "vrijwilligerswerk-18plus", "huishoudensgrootte")),
    "ouder": (_("ouder worden"), _OUD),
    "rondkomen": (_("rondkomen"), ("moeite-rondkomen-18plus", "woz-waarde", "koopwoningen")),
    "zorgen": (_("zorgen voor elkaar"), ("mantelzorger-18plus", "vrijwilligerswerk-18plus", "aandeel-65-plus")),
}
ZWAAR: Final = 3.0
WAARDENMAAT: Final = 1_500_000  # bytes of thirteen features of a thousand neighbourhoods, about
Namen = Mapping[str, Indicator]


@dataclass(frozen=True)
class Punt:
    """A feature in words: what it is, with us and with them."""

    naam: str
    ons: str
    zij: str


@dataclass(frozen=True)
class Lijkbuurt:
    nummer: int
    buurt: Buurt
    gelijk: Sequence[Punt]
    anders: Sequence[Punt]
    onbekend: Sequence[str]


@dataclass(frozen=True)
class Kenmerkrij:
    naam: str
    eenheid: str
    grafiek: SafeString
    ons: str
    zij: Sequence[str]


@dataclass(frozen=True)
class Buurtvergelijking:
    buurten: Sequence[Lijkbuurt]
    rijen: Sequence[Kenmerkrij]
    uit: int  # how many there were to choose from
    kenmerken: Sequence[str]


def vergelijk(buurt: Buurt, uitdaging: str = "") -> Buurtvergelijking:
    indicatoren = _indicatoren()
    alle = waarden_van_alle(indicatoren)
    _woord, zwaar = UITDAGINGEN.get(uitdaging, UITDAGINGEN[""])
    gevonden = zoek(buurt.pk, alle, KENMERKEN, dict.fromkeys(zwaar, ZWAAR))
    buurten = Buurt.objects.in_bulk([g.wie for g in gevonden])
    lijken = [
        _lijkbuurt(nummer, buurten[g.wie], g, (alle[buurt.pk], alle[g.wie]), indicatoren)
        for nummer, g in enumerate(gevonden, 1)
    ]
    rijen = [_rij(k.code, buurt.pk, gevonden, alle, indicatoren) for k in KENMERKEN if k.code in alle.get(buurt.pk, {})]
    namen = [_naam(indicatoren[k.code]) for k in KENMERKEN if k.code in indicatoren]
    return Buurtvergelijking(lijken, rijen if lijken else [], len(alle) - 1, namen)


def _naam(indicator: Indicator) -> str:
    """Here adults and older people stand in one list."""
    return f"{indicator.kort}, 65+" if indicator.code.endswith("-65plus") else indicator.kort


def _indicatoren() -> dict[str, Indicator]:
    codes = {k.code for k in KENMERKEN} | {"inwoners-0-tot-15", "inwoners-65-plus", "huishoudens", "oppervlakte-land"}
    return {indicator.code: indicator for indicator in Indicator.objects.filter(code__in=codes)}


def waarden_van_alle(indicatoren: Mapping[str, Indicator]) -> dict[int, dict[str, float]]:
    """Neighbourhood → feature → value, of all that have any. Kept until a figure, area or neighbourhood changes: each
    neighbourhood's page, for each challenge, lays itself beside the same.
    """
    return onthoud("vergelijkbaar:waarden", lambda: _lees_alle(indicatoren), WAARDENMAAT)


def _lees_alle(indicatoren: Mapping[str, Indicator]) -> dict[int, dict[str, float]]:
    buurten = {buurt.pk: buurt.cbs_code for buurt in Buurt.objects.actief()}
    per_jaar: dict[int, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for pk, jaar, code in Buurtgebied.objects.values_list("buurt", "jaar", "gebied__code").order_by("gebied__code"):
        per_jaar[pk][jaar].append(code)
    codes = {pk: tuple(jaren[max(jaren)]) for pk, jaren in per_jaar.items() if pk in buurten}
    codes |= {pk: (code,) for pk, code in buurten.items() if pk not in codes and code}
    boek = lees(openbaar(), {code for rij in codes.values() for code in rij}, indicatoren.values())
    alle = {pk: _waarden(boek, rij) for pk, rij in codes.items()}
    return {pk: waarden for pk, waarden in alle.items() if waarden}


def _waarden(boek: Getallenboek, codes: tuple[str, ...]) -> dict[str, float]:
    gevonden = {k.code: boek.laatste(k.code, codes) for k in KENMERKEN if k.code in boek.indicatoren}
    return {code: getal.waarde for code, getal in gevonden.items() if getal}


def _lijkbuurt(
    nummer: int, buurt: Buurt, g: Gelijkenis, paar: tuple[Mapping[str, float], Mapping[str, float]], namen: Namen
) -> Lijkbuurt:
    ons, zij = paar

    def punt(code: str) -> Punt:
        decimalen = namen[code].decimalen
        return Punt(_naam(namen[code]), nl(ons[code], decimalen), nl(zij[code], decimalen))

    return Lijkbuurt(
        nummer,
        buurt,
        [punt(a.code) for a in g.gelijk],
        [punt(a.code) for a in g.anders],
        [_naam(namen[code]) for code in g.onbekend if code in namen],
    )


def _rij(
    code: str,
    wij: int,
    gevonden: Sequence[Gelijkenis],
    alle: Mapping[int, Mapping[str, float]],
    indicatoren: Mapping[str, Indicator],
) -> Kenmerkrij:
    indicator = indicatoren[code]
    waarden = [rij[code] for rij in alle.values() if code in rij]
    merken = [Merkteken(str(nummer), alle[g.wie][code]) for nummer, g in enumerate(gevonden, 1) if code in alle[g.wie]]
    ons = nl(alle[wij][code], indicator.decimalen)
    zij = [nl(alle[g.wie][code], indicator.decimalen) if code in alle[g.wie] else "–" for g in gevonden]
    naam = f"{_naam(indicator)}: {ons}; {', '.join(zij)}"
    return Kenmerkrij(_naam(indicator), indicator.eenheid, strip(naam, waarden, alle[wij][code], merken), ons, zij)
