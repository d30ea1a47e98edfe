"""Neighbourhoods from a list: pasted, or out of a CSV or Excel file. Everything is looked at before anything is written.

What was read from a file comes back as text in the form, so that a fault is mended on the spot and nothing is sent twice.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Sequence
from typing import Final

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.text import slugify
from django.utils.translation import gettext as _

from kennisplatform.register.keuren import KOLOMMEN, VERPLICHT, Besluiten, Invoerrij, keur
from kennisplatform.tekst import tabelbestand
from kennisplatform.tekst.uitgang import cel

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
MAX_RIJEN: Final = 2000
MAX_BYTES: Final = 2 * 1024 * 1024
_EIGEN: Final = "wat_is_er_mis"  # of our own file with what waits


def tekst_uit(bestand: UploadedFile) -> tuple[str, str]:
    """The file as lines with `;`, and what to know of rows that nobody saw in it. Raises ValidationError with what to do."""
    rijen = _of_bezwaar(lambda: tabelbestand.lees(bestand.read(), is_kop=is_kop, meeste=MAX_RIJEN))
    uit = io.StringIO()
    csv.writer(uit, delimiter=";", lineterminator="\n").writerows(rijen)
    return uit.getvalue(), tabelbestand.zegt_verborgen([rij.nummer for rij in rijen[1:] if rij.verborgen])


def is_kop(rij: Sequence[str]) -> bool:
    return set(VERPLICHT) <= set(_namen(rij))


def _of_bezwaar(lees_: Callable[[], tabelbestand.Rijen]) -> tabelbestand.Rijen:
    try:
        return lees_()
    except tabelbestand.Tabelfout as fout:
        raise ValidationError(str(fout)) from fout


def lees(tekst: str, besluiten: Besluiten | None = None) -> list[Invoerrij]:
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
    keur(rijen, besluiten or {})
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
