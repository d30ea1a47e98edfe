"""Which format is this? By what stands in the file, not by its name."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, Final

from django.utils.translation import gettext as _

from kennisplatform.cijfers.invoer import breed, sjabloon, vektis
from kennisplatform.cijfers.invoer.lezing import Cijferlezing, Onleesbaar, Opdracht, Stap, geteld, niemand_kijkt
from kennisplatform.cijfers.invoer.waarden import gebiedscode
from kennisplatform.cijfers.models import Cijferbron
from kennisplatform.tekst.tabelbestand import Tabelfout, Tabelstroom, stroom

SOORTEN: Final = (sjabloon, vektis, breed)  # the most particular first


def open_bestand(rauw: bytes, opdracht: Opdracht, stap: Stap = niemand_kijkt) -> Cijferlezing:
    """Raises Onleesbaar with what to do. Figures, areas and faults come while the outcome is read."""
    if not Cijferbron.objects.filter(code=opdracht.bron).exists():
        raise Onleesbaar(_("De bron ‘%(b)s’ kennen wij niet. Zet haar er eerst bij.") % {"b": opdracht.bron})
    if rauw[:3].strip(b"\xef\xbb\xbf \t\r\n")[:1] in {b"{", b"["}:
        return _json(rauw, opdracht, stap)
    try:
        tabel = stroom(rauw, is_kop=lambda rij: any(soort.is_kop(rij) for soort in SOORTEN))
    except Tabelfout as fout:
        raise Onleesbaar(str(fout)) from fout
    if tabel:
        soort = next(soort for soort in SOORTEN if soort.is_kop(tabel.kop))
        regels = 0 if rauw.startswith(b"PK") else rauw.count(b"\n")  # a workbook says it only at its end
        lezing = soort.lees(tabel.kop, geteld(_zolang_leesbaar(tabel), regels, stap), opdracht)
        lezing.verborgen = tabel.verborgen
        return lezing
    raise Onleesbaar(
        _(
            "Geen formaat dat wij kennen: er is geen kolom met codes van gebieden, zoals WijkenEnBuurten of RegioS. Staan er alleen "
            "namen, haal het bestand dan opnieuw op met de codes erbij: één naam komt in meer gemeenten voor."
        )
    )


def _zolang_leesbaar(tabel: Tabelstroom) -> Iterator[tuple[int, list[Any]]]:
    try:
        yield from tabel.rijen
    except Tabelfout as fout:
        raise Onleesbaar(str(fout)) from fout


def _json(rauw: bytes, opdracht: Opdracht, stap: Stap) -> Cijferlezing:
    try:
        inhoud = json.loads(rauw.decode("utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as fout:
        raise Onleesbaar(_("Dit JSON-bestand is niet heel: is het helemaal binnengehaald?")) from fout
    if isinstance(inhoud, dict) and inhoud.get("type") == "FeatureCollection":
        return _grenzen(inhoud, opdracht)
    rijen = inhoud.get("value") if isinstance(inhoud, dict) and isinstance(inhoud.get("value"), list) else inhoud
    if isinstance(rijen, dict) and 2 * sum(map(bool, map(gebiedscode, rijen))) > len(rijen):  # the others are told
        rijen = [{"code": code, **velden} for code, velden in rijen.items() if isinstance(velden, dict)]
    if not isinstance(rijen, list) or not rijen or not all(isinstance(rij, dict) for rij in rijen):
        raise Onleesbaar(_("In dit JSON-bestand staan geen rijen met cijfers."))
    kop = list(dict.fromkeys(sleutel for rij in rijen for sleutel in rij))
    if {"odata.type", "Key"} <= set(kop) or "Identifier" in kop:
        raise Onleesbaar(_("Dit beschrijft een tabel (metadata); de cijfers staan in TypedDataSet."))
    if not breed.is_kop(kop):
        raise Onleesbaar(_("In dit JSON-bestand staat geen veld met codes van gebieden."))
    cellen = ((n, [rij.get(sleutel) for sleutel in kop]) for n, rij in enumerate(rijen, 1))
    return breed.lees(kop, geteld(cellen, len(rijen), stap), opdracht)


def _grenzen(inhoud: dict[str, Any], opdracht: Opdracht) -> Cijferlezing:
    """Borders: names of areas. Their shapes are not kept, no page draws them."""
    lezing = Cijferlezing(_("grenzen (PDOK)"), opdracht.bron)
    for nummer, vorm in enumerate(_lijst(inhoud.get("features")), 1):
        velden = vorm.get("properties") or {} if isinstance(vorm, dict) else {}
        ruw = next((velden[s] for s in ("statcode", "buurtcode", "wijkcode", "gemeentecode") if velden.get(s)), "")
        naam = next((velden[s] for s in ("statnaam", "buurtnaam", "wijknaam", "gemeentenaam") if velden.get(s)), "")
        if code := gebiedscode(ruw):
            lezing.gebieden[code] = str(naam).strip()
        else:
            lezing.fout(nummer, "statcode", _("‘%(c)s’ is geen code van een gebied") % {"c": str(ruw)[:40]})
    lezing.let_op.append(_("%(n)s namen van gebieden; grenzen zelf bewaren wij niet.") % {"n": len(lezing.gebieden)})
    return lezing


def _lijst(waarde: object) -> Iterable[Any]:
    return waarde if isinstance(waarde, list) else ()
