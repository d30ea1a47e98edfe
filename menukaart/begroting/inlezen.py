"""The spreadsheet comes back: what would change is shown by row and cell first, and nothing is overwritten unseen."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from django.core.signing import BadSignature, dumps, loads
from django.db import transaction
from django.db.models import Field
from django.template.defaultfilters import floatformat
from django.utils.translation import gettext as _

from kennisplatform.basis.formuliertaal import twee_manieren
from kennisplatform.basis.geld import euro
from kennisplatform.deelnemers.buurten import vergrendel
from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.tekst import tabelbestand
from kennisplatform.tekst.getal import kaal, twee_lezingen
from menukaart.begroting.werkblad import KOLOMMEN, sleutel
from menukaart.plan.beelden import leg_rij_vast
from menukaart.plan.keuzes import Financier, Kostensoort
from menukaart.plan.models import Begrotingsregel, Buurtplan
from menukaart.plan.sommen import regels_van

MEESTE: Final = 1000
ZOUT: Final = "begroting.inlezen"
# column → field; what is not here (theme, amount) is shown in the file, and read from our own records
VELDEN: Final = {
    "omschrijving": "omschrijving",
    "soort": "soort",
    "jaar": "jaar",
    "aantal": "aantal",
    "prijs": "prijs",
    "wie betaalt": "financier",
    "uitgegeven": "uitgegeven",
}
Waarden = dict[str, Any]


@dataclass
class Bladrij:
    """One row of the file. `fouten`: column → what to do; `wijzigt`: field → (was, becomes)."""

    nummer: int
    titel: str
    sleutel: str = ""
    activiteit: int = 0
    waarden: Waarden = field(default_factory=dict)
    fouten: dict[str, str] = field(default_factory=dict)
    wijzigt: dict[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def nieuw(self) -> bool:
        return not self.sleutel


@dataclass
class Inleesvoorstel:
    rijen: list[Bladrij]  # those that change something or are wrong
    gelijk: int
    verborgen: str = ""  # what to know of rows that nobody saw in the file

    @property
    def fout(self) -> bool:
        return any(rij.fouten for rij in self.rijen)


def lees(plan: Buurtplan, rauw: bytes) -> tuple[Inleesvoorstel | None, str]:
    """What the file would change; or None and why it can't be read, in Dutch."""
    try:
        tabel = tabelbestand.lees(rauw, is_kop=lambda rij: {"sleutel", "aantal", "prijs"} <= set(rij), meeste=MEESTE)
        kop = [naam.lower() for naam in tabel[0]] if tabel else []
        tabelbestand.eenmaal(kop, ("sleutel", "activiteit", *VELDEN))
    except tabelbestand.Tabelfout as fout:
        return None, str(fout)
    if mist := [naam for naam in ("sleutel", "activiteit", *VELDEN) if naam not in kop]:
        return None, _("Deze kolommen ontbreken: %(namen)s. Haal het bestand opnieuw op.") % {"namen": ", ".join(mist)}
    al = {regel.pk: regel for regel in regels_van(plan)}
    activiteiten = {a.titel.casefold(): a.pk for a in plan.activiteiten.all()}
    van_ons = [plek for plek, naam in enumerate(kop) if naam in ("sleutel", "activiteit")]
    regels = [cellen for cellen in tabel[1:] if any(cellen[plek] for plek in van_ons if plek < len(cellen))]
    rijen = [_rij(cellen.nummer, dict(zip(kop, cellen, strict=False)), al, activiteiten, plan) for cellen in regels]
    anders = [rij for rij in rijen if rij.fouten or rij.wijzigt]
    weg = tabelbestand.zegt_verborgen([cellen.nummer for cellen in regels if cellen.verborgen])
    return Inleesvoorstel(anders, len(rijen) - len(anders), weg), ""


def _rij(
    nummer: int,
    cellen: Mapping[str, str],
    al: Mapping[int, Begrotingsregel],
    activiteiten: Mapping[str, int],
    plan: Buurtplan,
) -> Bladrij:
    uit = Bladrij(nummer, cellen.get("omschrijving", "").lstrip("'"), cellen.get("sleutel", ""))
    uit.waarden, uit.fouten = _waarden(cellen, plan)
    pk = uit.sleutel.partition(".")[0]
    regel = al.get(int(pk)) if pk.isdecimal() and len(pk) < 10 else None
    if uit.sleutel and regel is None:
        uit.fouten["sleutel"] = _(
            "Deze regel staat niet (meer) in de begroting. Maak de sleutel leeg om hem opnieuw te zetten."
        )
    elif regel is not None:
        uit.activiteit = regel.activiteit_id
        uit.wijzigt = {
            naam: (_woord(regel, naam), _woord(Begrotingsregel(**{naam: waarde}), naam))
            for naam, waarde in uit.waarden.items()
            if getattr(regel, naam) != waarde
        }
        if uit.wijzigt and sleutel(regel) != uit.sleutel:
            uit.fouten["sleutel"] = _("Iemand wijzigde deze regel nadat u het bestand ophaalde. Wijzig hem op de site.")
    else:
        titel = cellen.get("activiteit", "").lstrip("'")
        uit.activiteit = activiteiten.get(titel.casefold(), 0)
        if not uit.activiteit:
            uit.fouten["activiteit"] = _("‘%(titel)s’ staat niet in het plan. Kies een activiteit van het plan.") % {
                "titel": titel[:60]
            }
        uit.wijzigt = {naam: ("", _woord(Begrotingsregel(**{naam: w}), naam)) for naam, w in uit.waarden.items()}
    return uit


def _waarden(cellen: Mapping[str, str], plan: Buurtplan) -> tuple[Waarden, dict[str, str]]:
    waarden: Waarden = {}
    fouten: dict[str, str] = {}
    for kolom, veld in VELDEN.items():
        try:
            waarden[veld] = _waarde(veld, cellen.get(kolom, "").lstrip("'").strip(), plan)
        except ValueError as fout:
            fouten[kolom] = str(fout)
    return waarden, fouten


def _waarde(veld: str, tekst: str, plan: Buurtplan) -> Any:
    """Raises ValueError with what to do, in Dutch."""
    if veld == "omschrijving":
        if not tekst or len(tekst) > 160:
            raise ValueError(_("Schrijf hier waarvoor het is, in hoogstens 160 tekens."))
        return tekst
    if veld in ("soort", "financier"):
        keuzes = Kostensoort if veld == "soort" else Financier
        for keuze in keuzes:
            if tekst.casefold() in (str(keuze.label).casefold(), keuze.value):
                return keuze.value
        raise ValueError(_("Kies uit: %(keuzes)s.") % {"keuzes": ", ".join(str(k.label) for k in keuzes)})
    if veld == "jaar":
        if tekst.isdecimal() and len(tekst) == 4 and plan.van <= int(tekst) <= plan.tot:
            return int(tekst)
        raise ValueError(
            _("Vul een jaar van het plan in: %(van)s tot en met %(tot)s.") % {"van": plan.van, "tot": plan.tot}
        )
    return None if veld == "uitgegeven" and not tekst else getal(tekst)


def getal(tekst: str) -> Decimal:
    """'1.234,50', '1.250', '1234.5', '€ 12': to the cent. Raises ValueError."""
    if lezingen := twee_lezingen(tekst):
        raise ValueError(twee_manieren(tekst, lezingen))
    try:
        uit = Decimal(kaal(tekst))
        if not uit.is_finite():
            raise InvalidOperation
        netjes = uit.quantize(Decimal("0.01"))
    except InvalidOperation as fout:
        raise ValueError(_("Vul een getal in, bijvoorbeeld 12,5.")) from fout
    if not 0 <= netjes < 10**7 or netjes != uit:
        raise ValueError(_("Vul een bedrag of aantal in van 0 of hoger, met hoogstens twee cijfers achter de komma."))
    return netjes


def _woord(regel: Begrotingsregel, naam: str) -> str:
    toon = getattr(regel, f"get_{naam}_display", None)
    waarde = toon() if toon else getattr(regel, naam)
    if isinstance(waarde, Decimal):
        return floatformat(waarde, "-2g") if naam == "aantal" else euro(waarde)
    return "" if waarde is None else str(waarde)


def _veld(naam: str) -> Field[Any, Any]:
    veld = Begrotingsregel._meta.get_field(naam)
    assert isinstance(veld, Field)
    return veld


def als_tekst(voorstel: Inleesvoorstel) -> str:
    """What the second press carries: signed, so that only what was shown can be done."""
    if voorstel.fout or not voorstel.rijen:
        return ""
    rijen = [
        [r.sleutel, r.activiteit, {k: str(v) if v is not None else None for k, v in r.waarden.items()}]
        for r in voorstel.rijen
    ]
    return dumps(rijen, salt=ZOUT)


@transaction.atomic
def voer_in(*, plan: Buurtplan, tekst: str, door: Gebruiker) -> int | None:
    """How many lines it wrote; None when the text isn't ours, or a line changed since it was shown: then nothing is done."""
    vergrendel(plan.buurt)
    try:
        rijen: list[tuple[str, int, Waarden]] = loads(tekst, salt=ZOUT, max_age=3600)
    except (BadSignature, json.JSONDecodeError):
        return None
    al = {sleutel(regel): regel for regel in regels_van(plan)}
    activiteiten = set(plan.activiteiten.values_list("pk", flat=True))
    if any((merk and merk not in al) or activiteit not in activiteiten for merk, activiteit, _waarden in rijen):
        return None
    for merk, activiteit, waarden in rijen:
        regel = al.get(merk) or Begrotingsregel(activiteit_id=activiteit)
        for naam, waarde in waarden.items():
            setattr(regel, naam, _veld(naam).to_python(waarde))
        leg_rij_vast(rij=regel, door=door)
    return len(rijen)


assert set(VELDEN) < set(KOLOMMEN)
