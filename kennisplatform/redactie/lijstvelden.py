"""What of a page fits in one cell: how it is read, what may stand there, and how it is put on the page.

A value is the text that stands in the cell; two of the same text are the same value. Running text stays on its form.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from wagtail.models import Page

from kennisplatform.basis.datums import GEEN_DAG, lees_dag
from kennisplatform.basis.models import Begrip, Begripsoort, KennisPagina
from kennisplatform.basis.models.begrippen import nederlandse_op_code
from kennisplatform.tekst.celtekst import cel
from kennisplatform.tekst.getal import kaal

NEDERLANDS: Final = "nl"
TUSSEN: Final = ", "
NIET: Final = frozenset({"samenvatting", "volgende_controle", "hoofdthema", "voorbeeld"})  # have a line of their own


_GETAL: Final = re.compile(r"^-?\d{1,9}$")
_gemaakt: dict[str, dict[str, Lijstveld]] = {}


@dataclass(frozen=True)
class Lijstveld:
    naam: str
    kop: str
    lees: Callable[[Any], str]
    schoon: Callable[[str], str]  # raises ValidationError with what may stand there
    zet: Callable[[Any, str], None]
    in_cel: Callable[[str], Any] = str  # as a spreadsheet holds it: a day, a number; read again it is the same text


def velden_van(model: type[KennisPagina]) -> dict[str, Lijstveld]:
    """Name → what fits in a cell, in the order of a list; made once for each kind."""
    if model._meta.label not in _gemaakt:
        _gemaakt[model._meta.label] = _maak(model)
    return _gemaakt[model._meta.label]


def _maak(model: type[KennisPagina]) -> dict[str, Lijstveld]:
    soorten = dict.fromkeys((Begripsoort.THEMA, *(Begripsoort(soort) for soort in model.begripsoorten)))
    eerst = [_model_veld(model._meta.get_field(naam)) for naam in ("title", "samenvatting")]
    begrippen = [_begripveld(soort) for soort in soorten]
    eigen = [
        _model_veld(veld)
        for veld in model._meta.concrete_fields
        if veld.model is not Page and veld.name not in NIET and _past_in_cel(veld)
    ]
    lijst = [*eerst, _themaveld(), *begrippen, _trefwoorden(), _controle(), *eigen]
    uit: dict[str, Lijstveld] = {}
    for veld in lijst:
        bezet = {ander.kop.casefold() for ander in uit.values()}
        uit[veld.naam] = replace(veld, kop=f"{veld.kop} ({veld.naam})") if veld.kop.casefold() in bezet else veld
    return uit


def _past_in_cel(veld: models.Field) -> bool:
    soorten = (models.CharField, models.DateField, models.BooleanField, models.IntegerField)
    return bool(veld.editable) and isinstance(veld, soorten) and not veld.is_relation and not veld.primary_key


def _kop(veld: models.Field) -> str:
    naam = str(veld.verbose_name)
    return naam[:1].upper() + naam[1:]


def een_regel(waarde: Any) -> str:
    """As it comes back out of a spreadsheet."""
    return cel(waarde.isoformat() if isinstance(waarde, dt.date) else waarde)


def _model_veld(veld: models.Field) -> Lijstveld:
    def schoon(tekst: str) -> str:
        return een_regel(veld.clean(_uit_tekst(veld, tekst), None))

    def zet(pagina: Any, tekst: str) -> None:
        setattr(pagina, veld.attname, veld.clean(_uit_tekst(veld, tekst), None))
        if veld.name == "title":
            pagina.draft_title = pagina.title

    def lees(pagina: Any) -> str:
        return een_regel(getattr(pagina, veld.attname))

    return Lijstveld(veld.name, _kop(veld), lees, schoon, zet, _celsoort(veld))


def _celsoort(veld: models.Field) -> Callable[[str], Any]:
    if isinstance(veld, models.DateField):
        return dt.date.fromisoformat
    return int if isinstance(veld, models.IntegerField) and not veld.choices else str


def _uit_tekst(veld: models.Field, tekst: str) -> Any:
    if veld.choices:
        op_naam = {str(naam).casefold(): code for code, naam in veld.flatchoices} | {
            str(code).casefold(): code for code, _naam in veld.flatchoices
        }
        if tekst and tekst.casefold() not in op_naam:
            keuzes = TUSSEN.join(str(code) for code, _naam in veld.flatchoices)
            raise ValidationError(
                _("‘%(tekst)s’ kan hier niet. Kies uit: %(keuzes)s.") % {"tekst": tekst, "keuzes": keuzes}
            )
        return op_naam.get(tekst.casefold(), "")
    if not tekst and not (veld.blank or veld.null):
        raise ValidationError(_("Hier moet iets staan. Stond er een formule? Zet dan de uitkomst zelf in de cel."))
    if isinstance(veld, models.DateField):
        return _dag(tekst) or None
    if isinstance(veld, models.IntegerField) and tekst and not _GETAL.match(tekst):
        raise ValidationError(_("‘%(tekst)s’ is geen heel getal. Schrijf bijvoorbeeld 6.") % {"tekst": tekst})
    if isinstance(veld, models.BooleanField):
        if tekst.casefold() not in {"ja", "nee", ""}:
            raise ValidationError(_("Schrijf ‘ja’ of ‘nee’."))
        return tekst.casefold() == "ja"
    if isinstance(veld, models.IntegerField):
        tekst = kaal(tekst)
    return None if not tekst and veld.null else tekst


def _dag(tekst: str) -> dt.date | None:
    try:
        return lees_dag(tekst) if tekst else None
    except ValueError as fout:
        raise ValidationError(GEEN_DAG) from fout


def _controle() -> Lijstveld:
    veld = KennisPagina._meta.get_field("volgende_controle")
    return _model_veld(veld)


def begrippen(soort: str) -> dict[str, Begrip]:
    """code → term, also the code of what went into it: lists lie about. A name leads there too."""
    op_code = {code: begrip for (van, code), begrip in nederlandse_op_code().items() if van == soort}
    return {begrip.label.casefold(): begrip for begrip in op_code.values()} | op_code


def _zoek_begrip(boek: dict[str, Begrip], tekst: str) -> Begrip:
    gevonden = boek.get(tekst) or boek.get(tekst.casefold())
    if gevonden is None:
        codes = TUSSEN.join(sorted({begrip.code for begrip in boek.values()})[:12])
        raise ValidationError(_("‘%(tekst)s’ is geen begrip van deze soort. Bijvoorbeeld: %(codes)s.") % {
            "tekst": tekst, "codes": codes})  # fmt: skip
    return gevonden


def _themaveld() -> Lijstveld:
    def schoon(tekst: str) -> str:
        return _zoek_begrip(begrippen(Begripsoort.THEMA), tekst).code if tekst else ""

    def zet(pagina: Any, tekst: str) -> None:
        pagina.hoofdthema = _zoek_begrip(begrippen(Begripsoort.THEMA), tekst) if tekst else None

    def lees(pagina: Any) -> str:
        return pagina.hoofdthema.code if pagina.hoofdthema_id else ""

    return Lijstveld("hoofdthema", _("Hoofdthema"), lees, schoon, zet)


def delen(tekst: str) -> list[str]:
    """With a comma as the list has it, or the sign that people put between things in a cell of Excel."""
    return list(dict.fromkeys(deel for stuk in re.split("[,;|]", tekst) if (deel := stuk.strip())))


def _begripveld(soort: Begripsoort) -> Lijstveld:
    def schoon(tekst: str) -> str:
        boek = begrippen(soort)
        return TUSSEN.join(sorted({_zoek_begrip(boek, deel).code for deel in delen(tekst)}))

    def zet(pagina: Any, tekst: str) -> None:
        boek = begrippen(soort)
        andere = [begrip for begrip in pagina.begrippen.all() if begrip.soort != soort]
        pagina.begrippen = [*andere, *(_zoek_begrip(boek, deel) for deel in delen(tekst))]

    def lees(pagina: Any) -> str:
        return TUSSEN.join(sorted(begrip.code for begrip in pagina.begrippen.all() if begrip.soort == soort))

    return Lijstveld(f"begrippen_{soort.value}", str(soort.label), lees, schoon, zet)


def _trefwoorden() -> Lijstveld:
    def schoon(tekst: str) -> str:
        if te_lang := [deel for deel in delen(tekst) if len(deel) > 100]:
            raise ValidationError(_("‘%(woord)s…’ is te lang voor een trefwoord.") % {"woord": te_lang[0][:30]})
        return _trefwoordregel(delen(tekst))

    def zet(pagina: Any, tekst: str) -> None:
        pagina.trefwoorden.set(delen(tekst))

    def lees(pagina: Any) -> str:
        return _trefwoordregel(str(naam) for naam in pagina.trefwoorden.names())

    return Lijstveld("trefwoorden", _("Trefwoorden"), lees, schoon, zet)


def _trefwoordregel(namen: Iterable[str]) -> str:
    return TUSSEN.join(sorted(namen, key=str.casefold))


def koppen(modellen: Sequence[type[KennisPagina]]) -> dict[str, str]:
    """Columns of a list of these kinds: what each of them has."""
    samen = [velden_van(model) for model in modellen]
    return {naam: veld.kop for naam, veld in samen[0].items() if all(naam in ander for ander in samen)} if samen else {}
