"""A list of pages out as Excel, and in again: what differs by row and field, what is wrong by cell, what two changed.

Each row carries its key and a mark of every value as it stood. So a cell that was left alone takes nothing back that an
editor changed meanwhile, and a cell that both changed is asked.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from openpyxl.utils import get_column_letter
from wagtail.models import Page

from kennisplatform.basis.models import KennisPagina
from kennisplatform.basis.redactie import kennismodellen
from kennisplatform.redactie.lijstvelden import Lijstveld, koppen, velden_van
from kennisplatform.redactie.taaldelen import IS_VERTALING, volgt_het_nederlands
from kennisplatform.tekst import celtekst, tabelbestand, uitgang
from kennisplatform.tekst.werkboek import Rekenblad, werkboek

SLEUTEL: Final = "Sleutel"
STOND: Final = "Stond (niet wijzigen)"
LANG: Final = 5000  # rows
MEESTE_FOUTEN: Final = 200  # kept to show
_SLEUTEL: Final = re.compile(r"^([a-z]{2})/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$")
_MIS: Final = re.compile(r"^#(N/A|REF!|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|N/B|VERW!|WAARDE!|NAAM\?|DEEL/0!|GETAL!|LEEG!)$")


def merk(tekst: str) -> str:
    return hashlib.sha256(tekst.encode()).hexdigest()[:10]


def sleutel_van(pagina: Page) -> str:
    return f"{pagina.locale.language_code}/{pagina.translation_key}"


# ---- Out


def als_excel(paginas: Sequence[KennisPagina]) -> bytes:
    """As each stands in its latest version: that is what a change is made to."""
    modellen = list(dict.fromkeys(type(pagina) for pagina in paginas))
    kolommen = koppen(modellen)
    breedtes = [44, 40, *(24 for _naam in list(kolommen)[1:]), 12]
    koppen_ = [SLEUTEL, *kolommen.values(), STOND]
    return werkboek(Rekenblad(_("Pagina’s"), koppen_, map(partial(_uit, kolommen), paginas), breedtes, "C2"))


def _uit(kolommen: Iterable[str], pagina: KennisPagina) -> list[Any]:
    velden = velden_van(type(pagina))
    waarden = {naam: velden[naam].lees(pagina) for naam in kolommen}
    stond = " ".join(f"{naam}:{merk(waarde)}" for naam, waarde in waarden.items())
    cellen = [velden[naam].in_cel(waarde) if waarde else "" for naam, waarde in waarden.items()]
    return [sleutel_van(pagina), *cellen, stond]


def laatste_versies(pks: Iterable[int]) -> list[KennisPagina]:
    """In the order that was asked, in two queries; what is no page with these fields is left out."""
    volgorde = {pk: nummer for nummer, pk in enumerate(pks)}
    rijen = Page.objects.filter(pk__in=volgorde).select_related("latest_revision", "content_type", "locale")
    paginas = [rij.get_latest_revision_as_object() for rij in rijen if _is_kennis(rij)]
    return sorted(paginas, key=lambda pagina: volgorde[pagina.pk])


def _is_kennis(rij: Page) -> bool:
    model = rij.content_type.model_class()
    return model is not None and issubclass(model, KennisPagina)


# ---- In


@dataclass(frozen=True)
class Celfout:
    cel: str
    melding: str


@dataclass(frozen=True)
class Veldverschil:
    naam: str
    kop: str
    nu: str
    wordt: str
    botst: bool = False  # both changed it


@dataclass
class Paginaverschil:
    pagina: KennisPagina
    rij: int
    stond: dict[str, str] = field(default_factory=dict)  # field → mark of what stood there when the list was taken
    velden: list[Veldverschil] = field(default_factory=list)


@dataclass
class Lijstlezing:
    verschillen: list[Paginaverschil] = field(default_factory=list)
    fouten: list[Celfout] = field(default_factory=list)
    rijen: int = 0
    gelijk: int = 0
    verborgen: str = ""  # what to know of rows that nobody saw in the file
    gezien: dict[str, int] = field(default_factory=dict)  # key → the row that has it

    def fout(self, rij: int, kolom: int, melding: str) -> None:
        if len(self.fouten) < MEESTE_FOUTEN:
            self.fouten.append(Celfout(f"{get_column_letter(kolom + 1)}{rij}", melding))


def lees(rauw: bytes, *, door: Any) -> Lijstlezing:
    """Nothing is written. Raises ValidationError where the file as a whole can't be read."""
    try:
        stroom = tabelbestand.stroom(rauw, is_kop=lambda rij: SLEUTEL in rij)
        if stroom is None:
            raise ValidationError(_("Dit is geen lijst van hier: er is geen kolom ‘Sleutel’."))
        tabelbestand.eenmaal(stroom.kop, {naam for naam in stroom.kop if naam})
        rijen = [(n, [_getypt(waarde) for waarde in rij]) for n, rij in stroom.rijen]
    except tabelbestand.Tabelfout as fout:
        raise ValidationError(str(fout)) from fout
    if len(rijen) > LANG:
        raise ValidationError(_("Hooguit %(n)s rijen tegelijk. Deel de lijst op.") % {"n": LANG})
    lezing = Lijstlezing(rijen=len(rijen), verborgen=tabelbestand.zegt_verborgen(stroom.verborgen))
    bekend = _paginas(stroom.kop, rijen)
    _kop(lezing, stroom, bekend.values())
    for nummer, rij in rijen:
        if (pagina := _pagina(lezing, stroom.kop, nummer, rij, bekend)) is not None:
            mag = pagina.permissions_for_user(door)
            if mag.can_edit() and not mag.page_locked():
                _rij(lezing, stroom.kop, nummer, rij, pagina)
            else:
                wat = _("U mag deze pagina nu niet wijzigen: zij is op slot of ligt bij iemand anders.")
                lezing.fout(nummer, stroom.kop.index(SLEUTEL), wat)
    return lezing


def _kop(lezing: Lijstlezing, stroom: tabelbestand.Tabelstroom, paginas: Iterable[KennisPagina]) -> None:
    """Said once, and not for each row."""
    modellen = {type(pagina) for pagina in paginas}
    bekend = {veld.kop.casefold() for model in modellen for veld in velden_van(model).values()}
    for kolom, naam in enumerate(stroom.kop):
        if naam and naam not in {SLEUTEL, STOND} and naam.casefold() not in bekend:
            lezing.fout(
                stroom.kopnummer,
                kolom,
                _("Een kolom ‘%(naam)s’ kennen wij niet; wij slaan haar over.") % {"naam": naam},
            )


def _getypt(waarde: object) -> str:
    """The apostrophe that kept a text from being computed is ours."""
    tekst = celtekst.cel(waarde)
    return tekst[1:] if tekst.startswith("'") and tekst[1:].startswith(uitgang.GEVAARLIJK) else tekst


def _paginas(kop: Sequence[str], rijen: Iterable[tuple[int, list[str]]]) -> dict[str, KennisPagina]:
    plek = kop.index(SLEUTEL)
    paren = [gevonden.groups() for _n, rij in rijen if (gevonden := _SLEUTEL.match(_op(rij, plek)))]
    gevraagd = Page.objects.filter(translation_key__in={sleutel for _taal, sleutel in paren})
    return {sleutel_van(p): p for p in laatste_versies(gevraagd.values_list("pk", flat=True))}


def _op(rij: Sequence[str], plek: int) -> str:
    return rij[plek] if plek < len(rij) else ""


def _pagina(
    lezing: Lijstlezing,
    kop: Sequence[str],
    nummer: int,
    rij: Sequence[str],
    bekend: Mapping[str, KennisPagina],
) -> KennisPagina | None:
    """Which page a row is about, where it is about one and is the first that is."""
    plek, sleutel = kop.index(SLEUTEL), _op(rij, kop.index(SLEUTEL))
    pagina = bekend.get(sleutel)
    if not sleutel:
        lezing.fout(nummer, plek, _("Deze rij heeft geen sleutel. Nieuwe pagina’s maakt u met het formulier."))
    elif pagina is None:
        lezing.fout(
            nummer,
            plek,
            _("Deze sleutel is van geen pagina: zij is weg, of ligt in de prullenbak. Haal de rij uit de lijst."),
        )
    elif sleutel in lezing.gezien:
        lezing.fout(nummer, plek, _("Deze pagina staat ook op rij %(rij)s.") % {"rij": lezing.gezien[sleutel]})
        return None
    lezing.gezien.setdefault(sleutel, nummer)
    return pagina


def _rij(lezing: Lijstlezing, kop: Sequence[str], nummer: int, rij: Sequence[str], pagina: KennisPagina) -> None:
    op_kop = {veld.kop.casefold(): veld for veld in velden_van(type(pagina)).values()}
    stond = dict(deel.partition(":")[::2] for deel in _stond(kop, rij).split())
    verschil, fouten = Paginaverschil(pagina, nummer, stond), len(lezing.fouten)
    for kolom, naam in enumerate(kop):
        if (veld := op_kop.get(naam.casefold())) is not None:
            _cel(lezing, verschil, veld, kolom, _op(rij, kolom))
        elif naam not in {SLEUTEL, STOND} and _op(rij, kolom) and _bestaat_elders(naam):
            lezing.fout(nummer, kolom, _("Dit soort pagina heeft geen ‘%(naam)s’.") % {"naam": naam})
    if verschil.velden and volgt_het_nederlands(pagina):
        lezing.fout(nummer, kop.index(SLEUTEL), str(IS_VERTALING))
    elif verschil.velden:
        lezing.verschillen.append(verschil)
    elif len(lezing.fouten) == fouten:
        lezing.gelijk += 1


def _bestaat_elders(naam: str) -> bool:
    return any(
        naam.casefold() == veld.kop.casefold() for model in kennismodellen() for veld in velden_van(model).values()
    )


def _stond(kop: Sequence[str], rij: Sequence[str]) -> str:
    return _op(rij, kop.index(STOND)) if STOND in kop else ""


def _cel(lezing: Lijstlezing, verschil: Paginaverschil, veld: Lijstveld, kolom: int, tekst: str) -> None:
    nu, stond = veld.lees(verschil.pagina), verschil.stond.get(veld.naam, "")
    if tekst == nu or (stond and merk(tekst) == stond):
        return  # the same as it stands, or left alone while an editor went on
    if _MIS.match(tekst):
        lezing.fout(verschil.rij, kolom, _("Hier staat een fout van Excel (%(fout)s).") % {"fout": tekst})
        return
    try:
        wordt = veld.schoon(tekst)
    except ValidationError as fout:
        lezing.fout(verschil.rij, kolom, " ".join(fout.messages))
        return
    if wordt != nu:
        botst = not stond or merk(nu) != stond
        verschil.velden.append(Veldverschil(veld.naam, veld.kop, nu, wordt, botst))
