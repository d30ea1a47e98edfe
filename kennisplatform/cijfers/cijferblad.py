"""What the page of figures shows: a block for each heading, with charts, a table, and what these figures don't say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from kennisplatform.cijfers.buurtcijfers import Buurtboek, Cijferregel
from kennisplatform.cijfers.getallen import ONBEKEND, Getal, nl
from kennisplatform.cijfers.grafiek import Lijn, Staaf, lijnen, staven
from kennisplatform.cijfers.keuzes import Cijferdeel, Cijferstand
from kennisplatform.cijfers.models import Cijferbron, Indicator
from kennisplatform.cijfers.models.gebied import LAND

REEKS: Final = "goede-gezondheid-18plus"
VERSCHIL: Final = 3  # points within which an estimate is not called another one
_OUD: Final = ("langdurige-aandoening", "beperkt", "beperking-bewegen", "angst-depressie", "regie", "eenzaam")
PANELEN: Final = {  # heading → charts of bars: their name, and the indicators in it
    Cijferdeel.MENSEN: ((_("Jong en oud"), ("aandeel-0-tot-15", "aandeel-65-plus")),),
    Cijferdeel.WONEN: ((_("Wonen en rondkomen"), ("koopwoningen", "eengezinswoningen", "moeite-rondkomen-18plus")),),
    Cijferdeel.GEZONDHEID: (
        (_("Volwassenen"), tuple(f"{code}-18plus" for code in ("beweegrichtlijn", "roker", "overgewicht", *_OUD))),
        (_("Mensen van 65 en ouder"), tuple(f"{code}-65plus" for code in ("beweegrichtlijn", *_OUD))),
    ),
    Cijferdeel.ZORG: (
        (_("Zorgen voor elkaar"), ("mantelzorger-18plus", "mantelzorger-65plus", "vrijwilligerswerk-18plus")),
    ),
}
KERN: Final = {
    Cijferdeel.MENSEN: ("inwoners", "huishoudens", "huishoudensgrootte", "eenpersoonshuishoudens"),
    Cijferdeel.WONEN: ("woz-waarde", "inkomen-per-inwoner", "laag-inkomen", "corporatiewoningen", "stedelijkheid"),
    Cijferdeel.ZORG: ("afstand-huisarts", "afstand-supermarkt", "afstand-school", "wmo-clienten"),
}


@dataclass(frozen=True)
class Cel:
    """A figure as it stands in a table."""

    tekst: str
    jaar: str = ""  # where it is another one than that of the row
    let_op: str = ""


@dataclass(frozen=True)
class Tabelrij:
    indicator: Indicator
    ons: Cel
    gemeente: Cel
    land: Cel
    getal: Getal
    marge: str
    alleen_gemeente: bool


@dataclass(frozen=True)
class Paneel:
    kop: str
    ziet: str
    grafiek: SafeString
    schaal: str
    zegt_niet: str
    bronnen: Sequence[Cijferbron]
    breed: bool = False


@dataclass(frozen=True)
class Cijferblok:
    code: str
    naam: str
    panelen: Sequence[Paneel]
    rijen: Sequence[Tabelrij]
    kern: Sequence[Tabelrij] = ()  # what is no share of a hundred: numbers beside the chart

    @property
    def uitleg(self) -> list[tuple[str, list[Indicator]]]:
        """What each does not say; what is the same for many is said once."""
        uit: dict[str, list[Indicator]] = {}
        for rij in self.rijen:
            uit.setdefault(rij.indicator.zegt_niet, []).append(rij.indicator)
        return list(uit.items())


def blokken(boek: Buurtboek) -> list[Cijferblok]:
    uit = []
    for deel in Cijferdeel:
        regels = list(boek.regels(deel))
        if regels:
            rijen = [tabelrij(regel) for regel in regels]
            kern = [rij for code in KERN.get(deel, ()) for rij in rijen if rij.indicator.code == code]
            uit.append(Cijferblok(deel.value, str(deel.label), panelen(boek, deel), rijen, kern))
    return uit


def tabelrij(regel: Cijferregel) -> Tabelrij:
    beste = regel.beste
    return Tabelrij(
        regel.indicator,
        cel(regel.indicator, regel.ons, beste.periode),
        cel(regel.indicator, regel.gemeente, beste.periode),
        cel(regel.indicator, regel.land, beste.periode),
        beste,
        marge(regel.indicator, beste),
        regel.ons is None,
    )


def cel(indicator: Indicator, getal: Getal | None, jaar: str) -> Cel:
    if getal is None:
        return Cel(ONBEKEND)
    let_op = "" if getal.stand == Cijferstand.VAST else str(Cijferstand(getal.stand).label)
    return Cel(nl(getal.waarde, indicator.decimalen), "" if getal.periode == jaar else getal.periode, let_op)


def marge(indicator: Indicator, getal: Getal) -> str:
    """Of a count there is none to know; of an estimate without one that is said."""
    if getal.laag is not None and getal.hoog is not None:
        grenzen = {"van": nl(getal.laag, indicator.decimalen), "tot": nl(getal.hoog, indicator.decimalen)}
        return _("%(van)s tot %(tot)s") % grenzen
    return _("geen marge bekend") if getal.bron.model else _("uit registers")


def panelen(boek: Buurtboek, deel: Cijferdeel) -> list[Paneel]:
    uit = [reekspaneel(boek)] if deel == Cijferdeel.GEZONDHEID else []
    for naam, codes in PANELEN[deel]:
        gevonden = [regel for code in codes if (regel := boek.regel(code)) and regel.ons]
        uit.append(stavenpaneel(naam, gevonden) if gevonden else None)
    return [paneel for paneel in uit if paneel]


def stavenpaneel(naam: str, regels: Sequence[Cijferregel]) -> Paneel:
    top = next((t for t in (25, 50, 75, 100) if t >= _hoogste(regels)), 100)
    staafjes = [
        Staaf(
            _met_jaar(regel.indicator.kort or regel.indicator.naam, regel.ons.periode, regels[0].beste.periode),
            regel.ons.waarde,
            _getaltekst(regel.indicator, regel.ons),
            regel.ons.laag,
            regel.ons.hoog,
            regel.land.waarde if regel.land else None,
        )
        for regel in regels
        if regel.ons
    ]
    ziet, beste = wat_valt_op(regels), regels[0].beste
    return Paneel(
        naam,
        ziet,
        staven(f"{naam}. {ziet}", staafjes, top),
        _("Van elke 100, in %(jaar)s; de balk loopt tot %(top)s.") % {"top": top, "jaar": beste.periode},
        regels[0].indicator.zegt_niet,
        list({regel.beste.bron.pk: regel.beste.bron for regel in regels}.values()),
    )


def _met_jaar(naam: str, jaar: str, gewoon: str) -> str:
    """The year of most bars stands below the chart; another one with its own."""
    return naam if jaar == gewoon else f"{naam} ({jaar})"


def _hoogste(regels: Iterable[Cijferregel]) -> float:
    return max(g.hoog or g.waarde for regel in regels for g in (regel.ons, regel.land) if g)


def _getaltekst(indicator: Indicator, getal: Getal) -> str:
    eigen = nl(getal.waarde, indicator.decimalen)
    return f"{eigen} ({marge(indicator, getal)})" if getal.heeft_marge else eigen


def wat_valt_op(regels: Sequence[Cijferregel]) -> str:
    """The largest difference with the country in a sentence; small ones are not called different."""
    paren = [(r, r.ons.waarde - r.land.waarde) for r in regels if r.ons and r.land]
    if not paren:
        return _("Er is geen cijfer van Nederland om naast te leggen.")
    regel, verschil = max(paren, key=lambda paar: abs(paar[1]))
    if abs(verschil) < VERSCHIL:
        return _("Nergens meer dan 3 van de 100 verschil met Nederland.")
    assert regel.ons and regel.land
    return _("Het meest verschilt ‘%(wat)s’: hier %(ons)s, in Nederland %(land)s van de 100.") % {
        "wat": _klein(regel.indicator.kort or regel.indicator.naam),
        "ons": nl(regel.ons.waarde),
        "land": nl(regel.land.waarde),
    }


def _klein(naam: str) -> str:
    return naam[:1].lower() + naam[1:]


def reekspaneel(boek: Buurtboek) -> Paneel | None:
    """Perceived health through the years; only years that the neighbourhood has too."""
    ons = boek.reeks(REEKS, boek.ligging.codes) if REEKS in boek.boek.indicatoren and boek.ligging.codes else []
    if len(ons) < 2:
        return None
    land = {getal.periode: getal.waarde for getal in boek.reeks(REEKS, (LAND,))}
    jaren, indicator = [getal.periode for getal in ons], boek.boek.indicatoren[REEKS]
    reeksen = [Lijn(f"{boek.buurt.naam} {nl(ons[-1].waarde)}", [getal.waarde for getal in ons], "ons")]
    if jaren[-1] in land:
        reeksen.append(Lijn(f"Nederland {nl(land[jaren[-1]])}", [land.get(jaar) for jaar in jaren]))
    ziet = _("Van %(was)s in %(van)s naar %(is)s van de 100 in %(tot)s.") % {
        "was": nl(ons[0].waarde),
        "van": jaren[0],
        "is": nl(ons[-1].waarde),
        "tot": jaren[-1],
    }
    if jaren[0] in land and jaren[-1] in land:
        ziet += " " + _("In Nederland van %(was)s naar %(is)s.") % {
            "was": nl(land[jaren[0]]),
            "is": nl(land[jaren[-1]]),
        }
    naam = _("Wie voelt zich gezond?")
    return Paneel(
        naam,
        ziet,
        lijnen(f"{naam} {ziet}", jaren, [float(jaar) for jaar in jaren], reeksen),
        _("Volwassenen, van elke 100. De as begint niet bij 0."),
        indicator.zegt_niet,
        [ons[-1].bron],
        breed=True,
    )
