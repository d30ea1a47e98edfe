"""Neighbourhoods from a list: pasted, or out of a CSV or Excel file. Everything is looked at before anything is written.

What was read from a file comes back as text in the form, so that a fault is mended on the spot and nothing is sent twice.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.text import slugify
from django.utils.translation import gettext as _

from kennisplatform.deelnemers.keuzes import Cohort, Fase
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.register.noemen import lijkt_op
from kennisplatform.tekst import schoon, tabelbestand
from kennisplatform.tekst.uitgang import cel

KOLOMMEN: Final = ("cbs_code", "naam", "gemeente", "partner", "regio", "coach", "fase", "cohort")
VERPLICHT: Final = ("naam", "gemeente", "partner")
ANDERS: Final = {  # what people write above a column
    "code": "cbs_code",
    "cbs": "cbs_code",
    "cbs-code": "cbs_code",
    "buurtcode": "cbs_code",
    "buurt": "naam",
    "wijk": "naam",
    "plaats": "gemeente",
    "alliantiepartner": "partner",
    "organisatie": "partner",
    "zorgorganisatie": "partner",
    "transitiecoach": "coach",
    "startgroep": "cohort",
}
OOK_WEL: Final = {"den haag": "'s-gravenhage", "den bosch": "'s-hertogenbosch"}
MAX_RIJEN: Final = 2000
MAX_BYTES: Final = 2 * 1024 * 1024
_DAG: Final = re.compile(r"\d{4}-\d\d-\d\d(?: [\d:.]+)?")
_EIGEN: Final = "wat_is_er_mis"  # of our own file with what waits


@dataclass
class Invoerrij:
    nummer: int  # as the reader counts: the line with the column names is 1
    waarden: dict[str, str]
    fouten: dict[str, str] = field(default_factory=dict)
    let_op: dict[str, str] = field(default_factory=dict)  # comes in all the same, but is pointed out
    bestaat: Buurt | None = None  # will be changed instead of made
    coach: Gebruiker | None = None


def tekst_uit(bestand: UploadedFile) -> str:
    """The file as lines with `;`. Raises ValidationError with what to do."""
    rijen = _of_bezwaar(lambda: tabelbestand.lees(bestand.read(), is_kop=is_kop, meeste=MAX_RIJEN))
    uit = io.StringIO()
    csv.writer(uit, delimiter=";", lineterminator="\n").writerows(rijen)
    return uit.getvalue()


def is_kop(rij: Sequence[str]) -> bool:
    return set(VERPLICHT) <= set(_namen(rij))


def _of_bezwaar(lees_: Callable[[], tabelbestand.Rijen]) -> tabelbestand.Rijen:
    try:
        return lees_()
    except tabelbestand.Tabelfout as fout:
        raise ValidationError(str(fout)) from fout


def lees(tekst: str) -> list[Invoerrij]:
    """Every row with its faults by column. Raises ValidationError when the list as a whole can't be read."""
    regels = [regel for regel in _of_bezwaar(lambda: tabelbestand.uit_regels(tekst, is_kop)) if any(regel)]
    if not regels:
        raise ValidationError(_("De lijst is leeg."))
    kolommen = _kolommen(regels[0])
    if len(regels) == 1:
        raise ValidationError(_("Onder de namen van de kolommen staat geen buurt."))
    if len(regels) - 1 > MAX_RIJEN:
        raise ValidationError(
            _("Hooguit %(max)s buurten tegelijk; dit zijn er %(n)s.") % {"max": MAX_RIJEN, "n": len(regels) - 1}
        )
    rijen = [
        Invoerrij(nummer, {kolom: cel for kolom, cel in zip(kolommen, regel, strict=False) if kolom})
        for nummer, regel in enumerate(regels[1:], 2)
    ]
    keur(rijen)
    for rij, regel in zip(rijen, regels[1:], strict=True):
        if any(regel[len(kolommen) :]):  # all after it stands one to the right
            rij.let_op.clear()
            rij.fouten["naam"] = _("Deze regel heeft meer vakken dan er kolommen zijn. Staat er een ‘;’ in een naam?")
    return rijen


def _kolommen(kop: Sequence[str]) -> list[str]:
    namen = _namen(kop)
    missend = [naam for naam in VERPLICHT if naam not in namen]
    if missend:
        raise ValidationError(
            _("Op de eerste regel horen de namen van de kolommen. Ik mis: %(mist)s. Bekend zijn: %(bekend)s.")
            % {"mist": ", ".join(missend), "bekend": ", ".join(KOLOMMEN)}
        )
    try:
        tabelbestand.eenmaal(namen, KOLOMMEN)
    except tabelbestand.Tabelfout as fout:
        raise ValidationError(str(fout)) from fout
    return [naam if naam in KOLOMMEN else "" for naam in namen]


def overgeslagen(tekst: str) -> list[str]:
    """Names of columns that we don't know, so that nobody thinks that they went in. Of a list that can be read."""
    koppen: list[list[str]] = [list(regel) for regel in tabelbestand.uit_regels(tekst, is_kop) if any(regel)][:1]
    return [
        naam
        for kop in koppen
        for naam, van_ons in zip(kop, _namen(kop), strict=True)
        if van_ons not in {*KOLOMMEN, "", _EIGEN}
    ]


def _namen(kop: Sequence[str]) -> list[str]:
    return [ANDERS.get(naam, naam) for naam in map(_kolomnaam, kop)]


def _kolomnaam(tekst: str) -> str:
    """'Naam * (verplicht)' is naam."""
    return "_".join(re.sub(r"\(.*?\)", " ", tekst.lower()).strip(" :*.").split())


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


def keur(rijen: Iterable[Invoerrij]) -> None:
    """Fills in faults, the neighbourhood that stands already and the coach. Two queries, however many rows."""
    rijen = list(rijen)
    alle = list(Buurt.objects.actief())
    bekend = {b.cbs_code: b for b in alle if b.cbs_code}
    namen = {naamsleutel(b.naam, b.gemeente): b for b in alle}
    partners = {b.partner for b in alle}
    geschreven = {schoon.sleutel(partner): partner for partner in sorted(partners)}
    adressen = {rij.waarden.get("coach", "").lower() for rij in rijen} - {""}
    coaches = {g.email.lower(): g for g in Gebruiker.objects.filter(email__in=adressen, is_active=True)}
    gezien = Gezien()
    for rij in rijen:
        w = rij.waarden
        if code := w.get("cbs_code"):
            w["cbs_code"] = nette_code(code)
        if (partner := w.get("partner", "")) and partner not in partners:  # only its case or a space is other
            w["partner"] = geschreven.get(schoon.sleutel(partner), partner)
        rij.bestaat = bekend.get(w.get("cbs_code", "")) or namen.get(
            naamsleutel(w.get("naam", ""), w.get("gemeente", ""))
        )
        _velden(rij)
        _partner(rij, partners)
        adres = w.get("coach", "").lower()
        rij.coach = coaches.get(adres)
        if adres and rij.coach is None:
            rij.fouten["coach"] = _("Er is geen account met dit e-mailadres. Laat leeg en nodig de coach later uit.")
        if bezwaar := gezien.bezwaar(rij):
            rij.fouten["naam"] = bezwaar


def naamsleutel(naam: str, gemeente: str) -> tuple[str, str]:
    """One neighbourhood has one, however its name and that of its municipality were typed."""
    waar = schoon.sleutel(gemeente).removeprefix("gemeente ")
    return schoon.sleutel(naam), OOK_WEL.get(waar, waar)


def nette_code(code: str) -> str:
    """'bu 0392 0105' is BU03920105; so is 3920105, what Excel leaves of it where CBS writes no letters."""
    kaal = "".join(unicodedata.normalize("NFKC", schoon.naam(code)).split()).upper()
    return f"BU{kaal:0>8}" if re.fullmatch(r"\d{7,8}", kaal) else kaal


def _partner(rij: Invoerrij, bekend: set[str]) -> None:
    """A new partner may be new, or a typing mistake that splits the filters: only the reader knows."""
    naam = rij.waarden.get("partner", "")
    if not naam or naam in bekend or "partner" in rij.fouten:
        return
    dichtbij = lijkt_op(naam, bekend)
    rij.let_op["partner"] = (
        _("Deze partner is er nog niet. Bedoelt u ‘%(naam)s’?") % {"naam": dichtbij[0]}
        if dichtbij
        else _("Deze partner is er nog niet.")
    )


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


def als_lijst(rijen: Sequence[Invoerrij], *, met_fouten: bool = False) -> str:
    """The rows as lines again; with a column that says what is wrong, which `lees` passes over."""
    kolommen = [naam for naam in KOLOMMEN if any(naam in rij.waarden for rij in rijen)]
    uit = io.StringIO()
    schrijf = csv.writer(uit, delimiter=";", lineterminator="\n").writerow
    schrijf([*kolommen, _EIGEN] if met_fouten else kolommen)
    for rij in rijen:
        mis = " ".join(f"{kolom}: {fout}" for kolom, fout in rij.fouten.items())
        schrijf([cel(rij.waarden.get(naam, "")) for naam in kolommen] + ([cel(mis)] if met_fouten else []))
    return uit.getvalue()


def vrije_slug(naam: str, gemeente: str, bezet: set[str]) -> str:
    """An address that nobody has; names of neighbourhoods come twice in the country."""
    basis = slugify(naam)[:60] or "buurt"
    kandidaten = [basis, f"{basis}-{slugify(gemeente)}"[:75], *(f"{basis}-{n}" for n in range(2, len(bezet) + 3))]
    slug = next(k for k in kandidaten if k not in bezet)
    bezet.add(slug)
    return slug
