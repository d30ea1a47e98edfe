"""What the page of a budget shows: lines by theme and activity, sums, ranges of others, questions beside their line."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from kennisplatform.basis.models import Begrip
from kennisplatform.tekening.afdruk import afdruk
from kennisplatform.tekening.opstand import rijen_van
from menukaart.begroting.models import Bandbreedte, Bandstand, Commissievraag, Indiening
from menukaart.begroting.tarieven import Tariefstand, standen
from menukaart.begroting.vergelijken import bandbreedtes
from menukaart.begroting.voorstel import van_de_menukaart
from menukaart.plan.bevriezen import lees
from menukaart.plan.keuzes import Financier
from menukaart.plan.models import Begrotingsregel, Buurtplan, Planactiviteit, Tarief
from menukaart.plan.redenen import Planreden, redenen
from menukaart.plan.sommen import Begroot, Totalen, regels_van, totalen
from menukaart.plan.stand import planstand


@dataclass(frozen=True)
class Begrotingsrij:
    regel: Begrotingsregel
    tarief: Tariefstand | None = None
    vragen: list[Commissievraag] = field(default_factory=list)


@dataclass(frozen=True)
class Activiteitblok:
    activiteit: Planactiviteit
    rijen: list[Begrotingsrij]
    begroot: Begroot
    band: Bandbreedte | None = None
    jaren: int = 1
    menu: tuple[str, ...] = ()  # what the menu says that it takes, where no line stands yet
    reden: Planreden | None = None  # why the network does it; None: it did not say

    @property
    def oordeel(self) -> str:
        """Beside others, by year; '' when there is no range."""
        return self.band.past(self.begroot.euro / self.jaren) if self.band else ""


@dataclass(frozen=True)
class Themablok:
    thema: Begrip
    blokken: list[Activiteitblok]
    begroot: Begroot

    @property
    def merk(self) -> str:
        """Of all that is shown of it: other words are another drawing."""
        delen: list[object] = [self.thema.label, self.begroot]
        for blok in self.blokken:
            delen += [blok.activiteit.pk, blok.activiteit.titel, blok.band, blok.oordeel, blok.menu, blok.reden]
            for rij in blok.rijen:
                delen += [rij.regel, *rij.vragen]
                if rij.tarief:
                    delen += [rij.tarief.tarief, rij.tarief.nieuwer, rij.tarief.over]
        return afdruk(*delen)


@dataclass(frozen=True)
class Begrotingsblad:
    plan: Buurtplan
    themas: list[Themablok]
    totalen: Totalen
    vragen: list[Commissievraag]
    ingediend: Indiening | None = None
    andere_regels: bool = False

    @property
    def na_indienen(self) -> Indiening | None:
        """What the committee has, where the lines say something else by now: it decides about a version, not about them."""
        anders = self.ingediend and (self.andere_regels or self.ingediend.totaal != self.totalen.alles.euro)
        return self.ingediend if anders else None

    @property
    def financiers(self) -> list[tuple[str, Begroot]]:
        return [(str(f.label), self.totalen.per_financier[f]) for f in Financier if f in self.totalen.per_financier]

    @property
    def algemeen(self) -> list[Commissievraag]:
        """Questions about the whole, or about a line that is gone."""
        return [v for v in self.vragen if v.regel_id is None]

    @property
    def leeg(self) -> bool:
        """Not one line: there is nothing to hand in."""
        return not any(blok.rijen for thema in self.themas for blok in thema.blokken)

    @property
    def regels(self) -> int:
        return sum(len(blok.rijen) for thema in self.themas for blok in thema.blokken)

    @property
    def eerste_vraag(self) -> Commissievraag | None:
        """The first that waits for an answer."""
        return next((v for v in self.vragen if not v.antwoord), None)

    @property
    def open(self) -> int:
        return sum(not v.antwoord for v in self.vragen)


def bladstand(plan: Buurtplan, indiening: Indiening | None) -> str:
    """A mark of all that the page of a budget shows: the plan, what was handed in and asked, rates, ranges of last night."""
    vragen = rijen_van(Commissievraag, "indiening", indiening.pk) if indiening else []
    nacht = list(Bandstand.objects.order_by("-pk").values_list("pk")[:1])  # made anew every night, with new keys
    gezegd = (indiening, indiening.dagen, indiening.versie.nummer) if indiening else ()
    return planstand(plan, *gezegd, vragen, nacht, rijen_van(Tarief, "", 0))


def begrotingsblad(plan: Buurtplan, indiening: Indiening | None, *, waarom: bool = False) -> Begrotingsblad:
    """Six queries, whatever the budget holds; some more where an activity from the menu has no line yet. `waarom`: with the
    reasons of the network, for who decides about it.
    """
    activiteiten = list(plan.activiteiten.select_related("thema", "uitdaging"))
    zeggen = redenen(plan, activiteiten) if waarom else {}
    regels = regels_van(plan, activiteiten)
    som = totalen(plan, regels)
    vragen = list(indiening.vragen.select_related("door", "antwoord_door")) if indiening else []
    per_regel: dict[int, list[Commissievraag]] = defaultdict(list)
    for vraag in vragen:
        per_regel[vraag.regel_id or 0].append(vraag)
    tarieven = standen(regels, Tarief.objects.all()) if any(r.tarief_id for r in regels) else {}
    per_activiteit: dict[int, list[Begrotingsrij]] = defaultdict(list)
    for regel in regels:
        per_activiteit[regel.activiteit_id].append(Begrotingsrij(regel, tarieven.get(regel.pk), per_regel[regel.pk]))
    menu = van_de_menukaart(a for a in activiteiten if a.pk not in per_activiteit)
    banden = bandbreedtes(plan, activiteiten, som.per_activiteit)
    per_thema: dict[Begrip, list[Activiteitblok]] = defaultdict(list)
    for a in sorted(activiteiten, key=lambda a: (a.thema.volgorde, a.thema.code, a.begin, a.pk)):
        rijen = per_activiteit[a.pk]
        jaren = len({rij.regel.jaar for rij in rijen}) or 1
        begroot = som.per_activiteit.get(a.pk, Begroot())
        zegt = tuple(str(inzet) for inzet in menu.get(a.pk, ()))
        per_thema[a.thema].append(Activiteitblok(a, rijen, begroot, banden.get(a.pk), jaren, zegt, zeggen.get(a.pk)))
    themas = [Themablok(t, rij, som.per_thema.get(t.pk, Begroot())) for t, rij in per_thema.items()]
    anders = waarom and indiening is not None and _andere_regels(indiening, regels)
    return Begrotingsblad(plan, themas, som, vragen, indiening, anders)


def _andere_regels(indiening: Indiening, regels: Iterable[Begrotingsregel]) -> bool:
    """The same sum may be paid by somebody else."""
    ingediend = Counter(
        (a["titel"], r["omschrijving"], r["soort"], r["jaar"], r["financier"], r["bedrag"])
        for a in lees(indiening.versie)["activiteiten"]
        for r in a["begroting"]
    )
    nu = Counter((r.activiteit.titel, r.omschrijving, r.soort, r.jaar, r.financier, f"{r.bedrag:.2f}") for r in regels)
    return ingediend != nu
