"""All lines of a budget in one form. Only what somebody changed becomes a form of its own: a budget may have 240 lines.

Nothing is kept until every line is right, and nothing that was typed is lost: not when a line is wrong, when somebody else
changed it meanwhile, or took it away.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

from django.db import transaction
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from kennisplatform.basis.geld import euro
from kennisplatform.basis.models import Begrip
from kennisplatform.basis.samenloop import Ander, merken_van
from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.tekening.opstand import rijen_van
from menukaart.begroting.formulieren import RoosterFormulier
from menukaart.begroting.roosterkeuzes import Roosterkeuzes
from menukaart.plan.beelden import haal_weg
from menukaart.plan.begrotingsregels import leg_rijen_vast
from menukaart.plan.keuzes import Financier, Kostensoort
from menukaart.plan.models import Begrotingsregel, Buurtplan, Planactiviteit, Tarief
from menukaart.plan.stand import planstand

VELDEN: Final = ("omschrijving", "soort", "jaar", "tarief", "aantal", "prijs", "financier")
GETYPT: Final = ("omschrijving", "aantal", "prijs")  # a new line is one as soon as something stands here
RIJ: Final = re.compile(r"a([0-9]{1,9})([rn])([0-9]{1,9})-omschrijving")
MEESTE: Final = 400  # lines of one activity


@dataclass(frozen=True)
class Roostercel:
    naam: str
    id: str
    label: str
    waarde: str
    opties: SafeString | None  # None: typed
    fouten: list[str]
    ander: Ander | None

    @property
    def getal(self) -> bool:
        return self.naam in ("aantal", "prijs")


@dataclass
class Roosterrij:
    """A line as it is shown: what stands there, or what somebody typed with what is wrong with it."""

    prefix: str
    activiteit: Planactiviteit
    keuzes: Roosterkeuzes
    regel: Begrotingsregel | None
    waarden: dict[str, str]
    gezien: str = "0"  # a new one; else its version and a mark of every value (basis/samenloop.py)
    bedrag: str = ""  # what stands there comes to
    weg: bool = False
    melding: str = ""  # what happened to the line as a whole
    formulier: RoosterFormulier | None = None
    getekend: SafeString | str = ""  # as it stands (roosterpatroon.py)

    @property
    def cellen(self) -> list[Roostercel]:
        return [self._cel(naam) for naam in VELDEN if naam != "tarief" or "tarief" in self.keuzes.opties]

    def _cel(self, naam: str) -> Roostercel:
        f = self.formulier
        fouten = [str(fout) for fout in f.errors.get(naam, ())] if f else []
        ander = getattr(f.fields.get(naam), "ander", None) if f else None
        opties = self.keuzes.met(naam, self.waarden) if naam in self.keuzes.opties else None
        waarde = self.waarden[naam]
        return Roostercel(naam, f"id_{self.prefix}-{naam}", _label(naam), waarde, opties, fouten, ander)

    @property
    def kaal(self) -> bool:
        """As it stands, with nothing of anybody's own."""
        return self.gezien != "0" and not (self.formulier or self.weg or self.melding)

    @property
    def fout(self) -> bool:
        return bool(self.melding or (self.formulier and self.formulier.errors))


@dataclass
class Roosterblok:
    activiteit: Planactiviteit
    rijen: list[Roosterrij] = field(default_factory=list)

    @property
    def vrij(self) -> str:
        """A name for one line more."""
        nummers = [int(rij.prefix.partition("n")[2]) for rij in self.rijen if rij.regel is None]
        return f"a{self.activiteit.pk}n{max(nummers, default=-1) + 1}"


@dataclass
class Rooster:
    plan: Buurtplan
    keuzes: Roosterkeuzes
    blokken: list[Roosterblok]
    meldingen: list[str] = field(default_factory=list)  # about lines that stand nowhere any more

    @property
    def rijen(self) -> list[Roosterrij]:
        return [rij for blok in self.blokken for rij in blok.rijen]

    @property
    def fouten(self) -> list[Roosterrij]:
        return [rij for rij in self.rijen if rij.fout]

    @property
    def themas(self) -> list[tuple[Begrip, list[Roosterblok]]]:
        per: dict[Begrip, list[Roosterblok]] = defaultdict(list)
        for blok in self.blokken:
            per[blok.activiteit.thema].append(blok)
        return list(per.items())

    def blok_van(self, activiteit: int) -> Roosterblok | None:
        return next((blok for blok in self.blokken if blok.activiteit.pk == activiteit), None)


def _label(naam: str) -> str:
    woorden = {
        "omschrijving": _("Waarvoor"),
        "soort": _("Soort kosten"),
        "jaar": _("Jaar"),
        "aantal": _("Aantal of uren"),
        "tarief": _("Tarief"),
        "prijs": _("Per stuk (€)"),
        "financier": _("Wie betaalt"),
    }
    return woorden[naam]


def _als_getypt(waarde: Any) -> str:
    if isinstance(waarde, Decimal):
        return format(waarde.normalize(), "f").replace(".", ",")
    return "" if waarde is None else str(waarde)


def _staat_er(regel: Begrotingsregel) -> dict[str, Any]:
    return {naam: getattr(regel, f"{naam}_id" if naam == "tarief" else naam) for naam in VELDEN}


def _waarden(regel: Begrotingsregel) -> dict[str, str]:
    return {naam: _als_getypt(waarde) for naam, waarde in _staat_er(regel).items()}


def _getypt(data: Mapping[str, Any], prefix: str) -> dict[str, str]:
    return {naam: str(data.get(f"{prefix}-{naam}", "")).strip() for naam in VELDEN}


def roosterstand(plan: Buurtplan) -> str:
    """A mark of all that the grid shows: the plan with its lines, and the rates."""
    return planstand(plan, rijen_van(Tarief, "", 0))


def rooster(plan: Buurtplan) -> Rooster:
    """As it stands. Three queries and those of the rates, however many lines."""
    activiteiten = list(plan.activiteiten.select_related("thema"))  # their plan is this one
    activiteiten.sort(key=lambda a: (a.thema.volgorde, a.thema.code, a.begin, a.pk))
    regels = list(Begrotingsregel.objects.filter(activiteit__plan=plan).select_related("tarief", "door"))
    keuzes = Roosterkeuzes.van(plan, regels)
    blokken = {a.pk: Roosterblok(a) for a in activiteiten}
    for regel in regels:
        blok = blokken[regel.activiteit_id]
        regel.activiteit = blok.activiteit
        prefix = f"a{regel.activiteit_id}r{regel.pk}"
        staat_er = _staat_er(regel)
        if "tarief" not in keuzes.opties:
            del staat_er["tarief"]
        gezien = f"{regel.versie} {merken_van(staat_er)}"
        bedrag = euro(regel.bedrag)
        blok.rijen.append(Roosterrij(prefix, blok.activiteit, keuzes, regel, _waarden(regel), gezien, bedrag))
    return Rooster(plan, keuzes, list(blokken.values()))


def _nieuwe(activiteit: Planactiviteit) -> Begrotingsregel:
    plan = activiteit.plan
    return Begrotingsregel(activiteit=activiteit, jaar=max(plan.van, min(plan.tot, activiteit.begin // 4)))


def zet_erbij(blad: Rooster, activiteit: int) -> str:
    """An empty line with an activity; its prefix, '' when there is no such activity."""
    blok = blad.blok_van(activiteit)
    if blok is None:
        return ""
    laatste = blok.rijen[-1].waarden if blok.rijen else {}
    nieuw = {"soort": Kostensoort.UREN.value, "financier": Financier.ONBEKEND.value}
    nieuw |= {"jaar": str(_nieuwe(blok.activiteit).jaar)}
    nieuw |= {naam: laatste[naam] for naam in ("jaar", "financier") if naam in laatste}
    prefix, waarden = blok.vrij, dict.fromkeys(VELDEN, "") | nieuw
    blok.rijen.append(Roosterrij(prefix, blok.activiteit, blad.keuzes, None, waarden))
    return prefix


def vul_in(blad: Rooster, data: Any) -> None:
    """What somebody typed over what stands there now. A line that is untouched is left as it is, also when it is newer."""
    staand = {rij.prefix: rij for rij in blad.rijen}
    for naam in data:
        if (raak := RIJ.fullmatch(naam)) is None:
            continue
        prefix = naam.removesuffix("-omschrijving")
        if (rij := staand.get(prefix)) is not None:
            _over(rij, data)
        else:
            _als_nieuwe(blad, int(raak[1]), prefix, data, verdwenen=raak[2] == "r")


def _over(rij: Roosterrij, data: Any) -> None:
    getypt, gezien = _getypt(data, rij.prefix), str(data.get(f"{rij.prefix}-gezien", ""))
    zelfde = gezien.partition(" ")[0] == rij.gezien.partition(" ")[0]
    if data.get(f"{rij.prefix}-weg"):
        rij.weg = True
        if not zelfde:
            rij.melding = _("Iemand anders wijzigde deze regel intussen. Mag hij toch weg? Bewaar dan nog een keer.")
        return
    if zelfde and getypt == rij.waarden:
        return
    formulier = RoosterFormulier(data, prefix=rij.prefix, instance=rij.regel, tarieven=rij.keuzes.tarieven)
    if formulier.is_valid() and all(formulier.cleaned_data[n] == formulier.staat_er[n] for n in formulier.staat_er):
        return  # theirs, which is taken over without a word
    rij.formulier = formulier
    rij.waarden = _getypt(formulier.data, rij.prefix)
    rij.gezien = str(formulier.data.get(f"{rij.prefix}-gezien", ""))


def _als_nieuwe(blad: Rooster, activiteit: int, prefix: str, data: Any, *, verdwenen: bool) -> None:
    getypt = _getypt(data, prefix)
    leeg = not any(getypt[naam] for naam in GETYPT)
    if data.get(f"{prefix}-weg") or (leeg and "erbij" not in data):
        return
    blok = blad.blok_van(activiteit)
    if blok is None:
        tekst = _("De activiteit bij ‘%(wat)s’ is intussen weggehaald; u vulde in: %(aantal)s keer %(prijs)s euro.")
        blad.meldingen.append(tekst % {"wat": getypt["omschrijving"], **getypt})
        return
    if len(blok.rijen) >= MEESTE:
        return
    rij = Roosterrij(prefix, blok.activiteit, blad.keuzes, None, getypt)
    if not leeg:
        rij.formulier = RoosterFormulier(
            data, prefix=prefix, instance=_nieuwe(blok.activiteit), tarieven=blad.keuzes.tarieven
        )
        if rij.formulier.is_valid() and verdwenen and rij.formulier.ongewijzigd:
            return
    if verdwenen:
        rij.prefix = blok.vrij
        rij.melding = _("Iemand haalde deze regel intussen weg. Bewaar nog een keer om hem opnieuw te maken.")
    blok.rijen.append(rij)


@transaction.atomic
def bewaar(blad: Rooster, door: Gebruiker) -> tuple[int, int]:
    """How many were kept and how many taken away. Only when nothing is wrong."""
    weg = [rij.regel for rij in blad.rijen if rij.weg and rij.regel]
    for regel in weg:
        haal_weg(rij=regel)
    formulieren = [rij.formulier for rij in blad.rijen if rij.formulier and not rij.weg]
    bewaard = [formulier.save(commit=False) for formulier in formulieren]
    anders = {naam for f in formulieren for naam, was in f.staat_er.items() if _waarde(f.instance, naam) != was}
    leg_rijen_vast(rijen=bewaard, velden=anders, door=door)
    return len(bewaard), len(weg)


def _waarde(regel: Begrotingsregel, naam: str) -> Any:
    return _staat_er(regel)[naam]
