"""The whole plan looked at once: whom it reaches, and whether what it asks is there. The rules are those of choosing."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

from kennisplatform.basis.keuzes import Sesklasse
from kennisplatform.netwerken.models import Afspraak
from menukaart.kiezen import overzicht, profielen
from menukaart.kiezen.keuzes import Beschikbaar
from menukaart.kiezen.models import Keuze
from menukaart.kiezen.opmaat.kandidaat import Menukandidaat
from menukaart.kiezen.opmaat.kandidaten import kandidaten, woorden
from menukaart.kiezen.opmaat.profiel import Antwoorden
from menukaart.kiezen.opmaat.regels import VRAGEN, WEKEN
from menukaart.kiezen.opmaat.volgorde import Sesblik, sesblik
from menukaart.plan.keuzes import Financier, Uitvoerstand
from menukaart.plan.models import Buurtplan, Planactiviteit
from menukaart.plan.overzicht import Planblad
from menukaart.plan.regelen import te_regelen, titel_te_regelen
from menukaart.plan.sommen import Totalen, somregels, totalen

GAAT_DOOR = (Uitvoerstand.GEPLAND, Uitvoerstand.LOOPT)


@dataclass(frozen=True)
class Planlens:
    """Whom the plan reaches. What the menu does not describe can't be judged, and that is said too."""

    blik: Sesblik
    activiteiten: int
    beschreven: int
    ses: str  # class of the neighbourhood in words; empty: not known

    @property
    def onbeschreven(self) -> int:
        return self.activiteiten - self.beschreven


@dataclass(frozen=True)
class Vraagpunt:
    """One thing that is asked, and what the network said of it."""

    sleutel: str  # key of the choice, and its place in what that asks
    wat: str
    er: str
    geregeld: bool  # it is on the list of agreements, or in the plan

    @property
    def mist(self) -> bool:
        return self.er == Beschikbaar.NEE and not self.geregeld


@dataclass(frozen=True)
class Klaarrij:
    """One activity from the menu, with what it asks by kind."""

    activiteit: Planactiviteit
    keuze: Keuze | None
    groepen: list[tuple[str, list[Vraagpunt]]]
    mensen_er: tuple[str, ...] = ()
    mensen_niet: tuple[str, ...] = ()

    @property
    def punten(self) -> list[Vraagpunt]:
        return [punt for _naam, groep in self.groepen for punt in groep]


@dataclass(frozen=True)
class Middelen:
    """What the budget asks, beside what the network said it has."""

    zonder_naam: int
    zonder_begroting: int
    zonder_betaler: Decimal
    uren: list[tuple[object, Decimal]]  # by year
    uren_er: int | None  # a year; None: the network did not say


@dataclass(frozen=True)
class Klaarblad:
    lens: Planlens | None
    rijen: list[Klaarrij]
    middelen: Middelen

    @property
    def met_vragen(self) -> list[Klaarrij]:
        return [rij for rij in self.rijen if rij.groepen]

    @property
    def zonder_vragen(self) -> list[Planactiviteit]:
        return [rij.activiteit for rij in self.rijen if rij.keuze and not rij.groepen]

    @property
    def zonder_keuze(self) -> list[Planactiviteit]:
        return [rij.activiteit for rij in self.rijen if rij.keuze is None]

    @property
    def mist(self) -> list[Vraagpunt]:
        return [punt for rij in self.rijen for punt in rij.punten if punt.mist]

    @property
    def ontbreekt(self) -> list[tuple[Planactiviteit, str, Vraagpunt]]:
        """Each with the activity that asks it, and the kind of thing it is."""
        return [
            (rij.activiteit, naam, punt)
            for rij in self.rijen
            for naam, groep in rij.groepen
            for punt in groep
            if punt.mist
        ]

    @property
    def onbekend(self) -> int:
        return sum(punt.er == Beschikbaar.ONBEKEND for rij in self.rijen for punt in rij.punten)


def planlens(plan: Buurtplan, activiteiten: Collection[Planactiviteit], profiel: Antwoorden | None) -> Planlens | None:
    """Of what goes on; an empty plan says nothing."""
    if not activiteiten:
        return None
    pks = {a.keuze_id for a in activiteiten if a.keuze_id}
    alle = kandidaten()
    gekozen = [k for k in alle if k.pk in pks]
    erbij = frozenset((*profiel.eerst, *profiel.ook)) if profiel else frozenset()
    klasse = (profiel.ses if profiel else "") or plan.buurt.ses_klasse
    return Planlens(
        sesblik(gekozen, alle, uitdagingen=erbij),
        len(activiteiten),
        sum(a.keuze_id in {k.pk for k in gekozen} for a in activiteiten),
        "" if klasse == Sesklasse.ONBEKEND else str(Sesklasse(klasse).label).lower(),
    )


def lens_van(blad: Planblad) -> Planlens | None:
    """From what the page of the plan has gathered already."""
    rijen = [rij.activiteit for blok in blad.blokken for rij in blok.rijen if rij.activiteit.stand in GAAT_DOOR]
    return planlens(blad.plan, rijen, None)


def klaarblad(plan: Buurtplan) -> Klaarblad:
    """In a number of queries that does not grow with the plan."""
    rij = plan.activiteiten.filter(stand__in=GAAT_DOOR).select_related("thema", "keuze")
    activiteiten = list(rij)
    bewaard = profielen.van(plan.buurt)
    profiel = bewaard.antwoorden if bewaard else None
    van_menu = [a for a in activiteiten if a.keuze_id]
    keuzes = Keuze.objects.filter(buurt=plan.buurt, pagina__in=[a.keuze_id for a in van_menu])
    regels = {r.keuze.pagina_id: r for r in overzicht.regels(keuzes.prefetch_related("stemmen"))}
    staat_op = set(Afspraak.objects.filter(buurt=plan.buurt).values_list("wat", flat=True))
    for a in plan.activiteiten.all():
        staat_op |= {a.titel, f"{a.titel}\n{a.uitleg}"}
    op_menu = {k.pk: k for k in kandidaten()}
    rijen = [
        _rij(a, regels.get(a.keuze_id), op_menu.get(a.keuze_id or 0), profiel or Antwoorden(), staat_op)
        for a in van_menu
    ]
    som = totalen(plan, [r for r in somregels(plan) if r.stand in GAAT_DOOR])
    return Klaarblad(planlens(plan, activiteiten, profiel), rijen, _middelen(activiteiten, som, profiel))


def _rij(
    a: Planactiviteit,
    regel: overzicht.Keuzeregel | None,
    kandidaat: Menukandidaat | None,
    profiel: Antwoorden,
    staat_op: Collection[str],
) -> Klaarrij:
    if regel is None:
        return Klaarrij(a, None, [])
    groepen = [
        (
            naam,
            [
                Vraagpunt(
                    f"{regel.keuze.pk}-{plek}", wat, er, _geregeld((a.titel, regel.keuze.naam), naam, wat, staat_op)
                )
                for plek, wat, er in punten
            ],
        )
        for naam, punten in regel.gevraagd_per_rij
    ]
    mensen = VRAGEN["mensen"](profiel, kandidaat, woorden()) if kandidaat else None
    return Klaarrij(a, regel.keuze, groepen, mensen.voor if mensen else (), mensen.tegen if mensen else ())


def _geregeld(namen: Collection[str], soort: str, wat: str, staat_op: Collection[str]) -> bool:
    """An agreement or an activity says it already; those that came with the choice name its page."""
    teksten = {te_regelen(naam, wat) for naam in namen}
    teksten |= {f"{titel_te_regelen(naam, soort)}\n{wat[:2000]}" for naam in namen}
    return any(tekst in staat_op or tekst[:160] in staat_op for tekst in teksten)


def _middelen(activiteiten: Collection[Planactiviteit], som: Totalen, profiel: Antwoorden | None) -> Middelen:
    onbekend = som.per_financier.get(Financier.ONBEKEND.value)
    return Middelen(
        zonder_naam=sum(a.wacht_op_naam for a in activiteiten),
        zonder_begroting=sum(a.pk not in som.per_activiteit for a in activiteiten),
        zonder_betaler=onbekend.euro if onbekend else Decimal(0),
        uren=[(jaar, begroot.uren) for jaar, begroot in som.jaren],
        uren_er=profiel.uren * WEKEN if profiel and profiel.uren is not None else None,
    )
