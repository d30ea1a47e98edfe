"""What is wrong with the rows of a list of neighbourhoods, which of them stand already, and what only the reader knows."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kennisplatform.deelnemers.keuzes import Cohort, Fase
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.register.noemen import lijkt_op
from kennisplatform.tekst import schoon, tabelbestand

KOLOMMEN: Final = ("cbs_code", "naam", "gemeente", "partner", "regio", "coach", "fase", "cohort")
VERPLICHT: Final = ("naam", "gemeente", "partner")
OOK_WEL: Final = {"den haag": "'s-gravenhage", "den bosch": "'s-hertogenbosch"}
_NIET: Final = {
    "partner": gettext_lazy("Deze partner is er nog niet."),
    "gemeente": gettext_lazy("Deze gemeente staat nog niet in het register."),
}
DICHTST: Final = 3
NIEUW: Final = "nieuw"  # what the reader says of a name that nobody knew
Besluiten = Mapping[tuple[str, str], str]  # (column, name in the list) → NIEUW, or the name that was meant
_DAG: Final = re.compile(r"\d{4}-\d\d-\d\d(?: [\d:.]+)?")


@dataclass
class Invoerrij:
    nummer: int  # as the reader counts: the line with the column names is 1
    waarden: dict[str, str]
    fouten: dict[str, str] = field(default_factory=dict)
    let_op: dict[str, str] = field(default_factory=dict)  # comes in all the same, but is pointed out
    typte: dict[str, str] = field(default_factory=dict)  # column → a name there that nobody knew
    lijkt: dict[str, list[str]] = field(default_factory=dict)  # column → which names that one may be meant to be
    bestaat: Buurt | None = None  # will be changed instead of made
    coach: Gebruiker | None = None


@dataclass
class Gezien:
    """Rows of this file so far, by code and by name with municipality."""

    op_code: dict[str, int] = field(default_factory=dict)
    op_naam: dict[tuple[str, str], tuple[int, str]] = field(default_factory=dict)
    op_buurt: dict[int, int] = field(default_factory=dict)  # what stands already, however a row names it

    def bezwaar(self, rij: Invoerrij) -> str:
        """What is wrong where an earlier row is about the same neighbourhood; '' where none is."""
        code = rij.waarden.get("cbs_code", "")
        naam = naamsleutel(rij.waarden.get("naam", ""), rij.waarden.get("gemeente", ""))
        zelfde_buurt = self.op_buurt.setdefault(rij.bestaat.pk, rij.nummer) if rij.bestaat else rij.nummer
        zelfde_code, (zelfde_naam, diens_code) = self.op_code.get(code), self.op_naam.get(naam, (None, ""))
        if code:
            self.op_code.setdefault(code, rij.nummer)
        if all(naam):
            self.op_naam.setdefault(naam, (rij.nummer, code))
        if zelfde_code is None and zelfde_naam and code and diens_code:
            return _(
                "Regel %(n)s heeft dezelfde naam en gemeente, met een andere code. Is het dezelfde buurt? Haal er dan een weg. Zijn het er twee, geef ze dan elk een eigen naam."
            ) % {"n": zelfde_naam}
        eerder = zelfde_code or zelfde_naam or (zelfde_buurt if zelfde_buurt != rij.nummer else None)
        return _("Deze buurt staat ook op regel %(n)s.") % {"n": eerder} if eerder else ""


def keur(rijen: Iterable[Invoerrij], besluiten: Besluiten) -> None:
    """Fills in faults, the neighbourhood that stands already and the coach. Two queries, however many rows."""
    rijen = list(rijen)
    alle = list(Buurt.objects.actief())
    bekend = {b.cbs_code: b for b in alle if b.cbs_code}
    namen = {naamsleutel(b.naam, b.gemeente): b for b in alle}
    kolommen = [
        _Bekend(kolom, {getattr(b, kolom) for b in alle}, (rij.waarden.get(kolom, "") for rij in rijen))
        for kolom in ("partner", "gemeente")
    ]
    adressen = {rij.waarden.get("coach", "").lower() for rij in rijen} - {""}
    coaches = {g.email.lower(): g for g in Gebruiker.objects.filter(email__in=adressen, is_active=True)}
    gezien = Gezien()
    for rij in rijen:
        w = rij.waarden
        if code := w.get("cbs_code"):
            w["cbs_code"] = nette_code(code)
        for kolom in kolommen:
            kolom.lees(rij, besluiten)
        rij.bestaat = bekend.get(w.get("cbs_code", "")) or namen.get(
            naamsleutel(w.get("naam", ""), w.get("gemeente", ""))
        )
        _velden(rij)
        adres = w.get("coach", "").lower()
        rij.coach = coaches.get(adres)
        if adres and rij.coach is None:
            rij.fouten["coach"] = _("Er is geen account met dit e-mailadres. Laat leeg en nodig de coach later uit.")
        if bezwaar := gezien.bezwaar(rij):
            rij.fouten["naam"] = bezwaar


def naamsleutel(naam: str, gemeente: str) -> tuple[str, str]:
    """One neighbourhood has one, however its name and that of its municipality were typed."""
    return schoon.sleutel(naam), gemeentesleutel(gemeente)


def gemeentesleutel(gemeente: str) -> str:
    waar = schoon.sleutel(gemeente).removeprefix("gemeente ")
    return OOK_WEL.get(waar, waar)


def nette_code(code: str) -> str:
    """'bu 0392 0105' is BU03920105; so is 3920105, what Excel leaves of it where CBS writes no letters."""
    kaal = "".join(unicodedata.normalize("NFKC", schoon.naam(code)).split()).upper()
    return f"BU{kaal:0>8}" if re.fullmatch(r"\d{7,8}", kaal) else kaal


class _Bekend:
    """Names that stand in one column: of the register, and then of the list, those that come most first. One that is in
    neither may be new, or a typing mistake: only the reader knows.
    """

    def __init__(self, kolom: str, namen: set[str], lijst: Iterable[str]) -> None:
        self.kolom, self.namen = kolom, namen
        self.geschreven = {self._sleutel(naam): naam for naam in sorted(namen)}
        self.lijkt: dict[str, list[str]] = {}  # new name → those that it may be meant to be
        for naam, _keer in Counter(filter(None, lijst)).most_common():
            if self.geschreven.setdefault(self._sleutel(naam), naam) == naam and naam not in namen:
                self.lijkt[naam] = lijkt_op(naam, {*namen, *self.lijkt}, DICHTST)

    def _sleutel(self, naam: str) -> str:
        return gemeentesleutel(naam) if self.kolom == "gemeente" else schoon.sleutel(naam)

    def lees(self, rij: Invoerrij, besluiten: Besluiten) -> None:
        naam = rij.waarden.get(self.kolom, "")
        if not naam or naam in self.namen:
            return
        rij.waarden[self.kolom] = naam = self.geschreven[self._sleutel(naam)]  # only its case or a space is other
        if naam in self.namen:
            return
        rij.typte[self.kolom] = naam
        rij.lijkt[self.kolom] = dichtbij = self.lijkt[naam]
        besluit = besluiten.get((self.kolom, naam))
        if besluit is not None:
            rij.waarden[self.kolom] = naam if besluit == NIEUW else besluit
        elif dichtbij:
            rij.let_op[self.kolom] = f"{_NIET[self.kolom]} " + _("Bedoelt u ‘%(naam)s’?") % {"naam": dichtbij[0]}
        elif self.kolom == "partner":
            rij.let_op[self.kolom] = str(_NIET[self.kolom])


def _velden(rij: Invoerrij) -> None:
    w = rij.waarden
    for naam in VERPLICHT:
        if not w.get(naam):
            rij.fouten[naam] = _("Vul dit in.")
    for naam in w:
        if tabelbestand.REKENFOUT.fullmatch(w[naam]):
            rij.fouten[naam] = _("Hier staat een fout uit Excel: %(wat)s. Vul in wat er hoort.") % {"wat": w[naam]}
        elif naam in VERPLICHT and _DAG.fullmatch(w[naam]):
            rij.fouten[naam] = _("Hier maakte Excel een datum van. Vul in wat er hoort.")
    for naam, keuzes in (("fase", Fase), ("cohort", Cohort)):
        if w.get(naam) and naam not in rij.fouten:
            gevonden = next((k.value for k in keuzes if w[naam].lower() in {k.value, str(k.label).lower()}), None)
            if gevonden is None:
                rij.fouten[naam] = _("Kies uit: %(keuzes)s.") % {"keuzes": ", ".join(keuzes.values)}
            else:
                w[naam] = gevonden
    try:
        als_buurt(rij).clean_fields(exclude=["slug", *rij.fouten])
    except ValidationError as fout:
        rij.fouten |= {veld: " ".join(teksten) for veld, teksten in fout.message_dict.items()}


def als_buurt(rij: Invoerrij) -> Buurt:
    """The record as it would be written, not yet saved."""
    buurt = rij.bestaat or Buurt(slug="")
    for naam in KOLOMMEN:
        if naam != "coach" and rij.waarden.get(naam):
            setattr(buurt, naam, rij.waarden[naam])
    return buurt
