"""What the pages of buurtbeeld and buurtplan show, each gathered in a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from kennisplatform.basis.models import Begrip
from kennisplatform.tekening.afdruk import afdruk
from menukaart.plan.kwartalen import Tijdbalk, tijdbalk
from menukaart.plan.models import Beelduitdaging, Buurtbeeld, Buurtplan, Planactiviteit, Planthema
from menukaart.plan.ontbreken import HOOGSTENS, VERPLICHT, Ontbreekt, wat_ontbreekt
from menukaart.plan.sommen import Begroot, Totalen, somregels, totalen


@dataclass(frozen=True)
class Planrij:
    activiteit: Planactiviteit
    jaren: tuple[int, int]  # first and last of the plan
    begroot: Begroot

    @property
    def toont(self) -> tuple[object, ...]:
        a = self.activiteit
        keuze = a.keuze.url_path if a.keuze else ""
        return (a, keuze, a.uitdaging and a.uitdaging.titel, a.na and a.na.titel, self.jaren, self.begroot)

    @property
    def balk(self) -> Tijdbalk:
        return tijdbalk(self.activiteit, *self.jaren)


@dataclass(frozen=True)
class Planblok:
    """A theme of the plan."""

    rij: Planthema
    thema: Begrip
    rijen: list[Planrij]
    begroot: Begroot

    @property
    def verplicht(self) -> bool:
        return self.thema.code in VERPLICHT

    @property
    def merk(self) -> str:
        """Of all that is shown of it: other words are another drawing."""
        return afdruk(self.rij, self.thema.label, self.begroot, *(deel for rij in self.rijen for deel in rij.toont))

    @property
    def stand(self) -> str:
        """'gevuld', 'niet-nu' (with its reason) or 'leeg'."""
        if self.rijen:
            return "gevuld"
        return "niet-nu" if self.rij.niet_nu and self.rij.reden.strip() else "leeg"


@dataclass(frozen=True)
class Planblad:
    plan: Buurtplan
    blokken: list[Planblok]
    totalen: Totalen
    ontbreekt: list[Ontbreekt] = field(default_factory=list)
    meer_ontbreekt: int = 0

    @property
    def aantal(self) -> int:
        return sum(len(blok.rijen) for blok in self.blokken)

    @property
    def jaren(self) -> list[int]:
        return list(range(self.plan.van, self.plan.tot + 1))


def planblad(plan: Buurtplan) -> Planblad:
    """Three queries, whatever the plan holds."""
    som = totalen(plan, somregels(plan))
    per_thema: dict[int, list[Planrij]] = defaultdict(list)
    for a in plan.activiteiten.select_related("uitdaging", "keuze", "na"):
        begroot = som.per_activiteit.get(a.pk, Begroot())
        per_thema[a.thema_id].append(Planrij(a, (plan.van, plan.tot), begroot))
    blokken = [
        Planblok(rij, rij.thema, per_thema[rij.thema_id], som.per_thema.get(rij.thema_id, Begroot()))
        for rij in plan.themas.select_related("thema").order_by("thema__volgorde", "thema__code")
    ]
    activiteiten = [rij.activiteit for blok in blokken for rij in blok.rijen]
    ontbreekt = wat_ontbreekt(plan, [blok.rij for blok in blokken], sorted(activiteiten, key=lambda a: (a.begin, a.pk)))
    return Planblad(plan, blokken, som, ontbreekt[:HOOGSTENS], max(0, len(ontbreekt) - HOOGSTENS))


def uitdagingen(beeld: Buurtbeeld) -> list[Beelduitdaging]:
    """Most important first, each with what people said."""
    return list(beeld.uitdagingen.select_related("thema", "door").prefetch_related("inzichten"))
