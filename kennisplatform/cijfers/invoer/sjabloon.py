"""Our own template, for what insurers and partners hand in: a row a figure, with how many people it is about."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kennisplatform.cijfers.invoer.lezing import Cijferlezing, Opdracht
from kennisplatform.cijfers.invoer.waarden import GEEN, aantal, gebiedscode, getal, periode
from kennisplatform.cijfers.keuzes import Cijferstand
from kennisplatform.cijfers.models import Cijferbron, Gebied, Indicator
from kennisplatform.cijfers.vastleggen import EIGEN, Nieuwcijfer
from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.tekst.celtekst import cel as leesbaar
from kennisplatform.tekst.getal import is_dubbelzinnig

KOLOMMEN: Final = (
    "gebied",
    "indicator",
    "periode",
    "groep",
    "waarde",
    "ondergrens",
    "bovengrens",
    "aantal_mensen",
    "zichtbaarheid",
    "stand",
)
PROCENT: Final = ("%", "procent")  # how the unit of a percentage begins
GETALLEN: Final = ("waarde", "ondergrens", "bovengrens", "aantal_mensen")
VERPLICHT: Final = frozenset({"gebied", "indicator", "periode", "waarde", "aantal_mensen"})


def is_kop(rij: Sequence[str]) -> bool:
    return {_naam(cel) for cel in rij} >= VERPLICHT


def _naam(cel: str) -> str:
    return cel.strip().casefold().replace(" ", "_")


def lees(kop: Sequence[str], rijen: Iterable[tuple[int, Sequence[Any]]], opdracht: Opdracht) -> Cijferlezing:
    lezing = Cijferlezing(_("ons sjabloon"), opdracht.bron, maakt_gebieden=False)
    lezing.cijfers = _cijfers([_naam(cel) for cel in kop], rijen, lezing)
    return lezing


def _cijfers(kop: list[str], rijen: Iterable[tuple[int, Sequence[Any]]], lezing: Cijferlezing) -> Iterator[Nieuwcijfer]:
    eenheden = dict(Indicator.objects.filter(niet_van_toepassing=False).values_list("code", "eenheid"))
    eigen = {f"{EIGEN}{slug}": naam for slug, naam in Buurt.objects.actief().values_list("slug", "naam")}
    gebieden = set(Gebied.objects.values_list("code", flat=True)) | set(eigen)
    lezing.gebieden |= eigen
    besloten = not Cijferbron.objects.get(code=lezing.bron).open
    gezien: dict[tuple[str, ...], int] = {}
    leeg = 0
    for nummer, cellen in rijen:
        rij = {naam: leesbaar(cel) for naam, cel in zip(kop, cellen, strict=False)}
        if not any(rij.get(naam) for naam in GETALLEN):
            leeg += 1
            continue
        voor = lezing.aantal_fouten
        cijfer = _cijfer(rij, nummer, lezing, eenheden, gebieden)
        if cijfer is None or lezing.aantal_fouten > voor:
            continue
        if besloten and cijfer.n is None:
            lezing.fout(nummer, "aantal_mensen", _("is leeg; zonder dit weten wij niet of het getal te klein is"))
            continue
        sleutel = (cijfer.gebied, cijfer.indicator, cijfer.periode, cijfer.groep)
        if sleutel in gezien:
            lezing.fout(nummer, "", _("staat er al, op rij %(n)s") % {"n": gezien[sleutel]})
            continue
        gezien[sleutel] = nummer
        yield cijfer
    if leeg:
        lezing.let_op.append(_leeg_gelaten(leeg))


def _leeg_gelaten(n: int) -> str:
    """The template has a row for each indicator: who knows three fills in three."""
    return ngettext("%(n)s rij zonder getal slaan wij over.", "%(n)s rijen zonder getal slaan wij over.", n) % {"n": n}


def _cijfer(
    rij: dict[str, str], nummer: int, lezing: Cijferlezing, eenheden: Mapping[str, str], gebieden: set[str]
) -> Nieuwcijfer | None:
    """None without a value; what is wrong is told, also where a figure comes out."""
    gebied = _bekend(rij, "gebied", gebieden, nummer, lezing)
    indicator = _bekend(rij, "indicator", eenheden, nummer, lezing)
    tijd = periode(rij.get("periode", ""))
    if not tijd:
        lezing.fout(nummer, "periode", _("schrijf 2024, 2024-K1, 2024-H1 of 2024-03"))
    zicht, stand = (rij.get(naam, "").casefold() for naam in ("zichtbaarheid", "stand"))  # '': as it was
    for naam, waarde, mogelijk in (
        ("zichtbaarheid", zicht, Zichtbaarheid.values),
        ("stand", stand, Cijferstand.values[:2]),
    ):
        if waarde and waarde not in mogelijk:
            lezing.fout(nummer, naam, _("kies uit: %(k)s") % {"k": ", ".join(mogelijk)})
    if zicht == Zichtbaarheid.EIGEN and not gebied.startswith(EIGEN):
        lezing.fout(nummer, "zichtbaarheid", _("‘eigen’ kan alleen bij het eigen gebied van een buurt (eigen-…)"))
    mensen = _lees(rij, "aantal_mensen", nummer, lezing, aantal)
    getallen = _getallen(rij, nummer, lezing, in_procent=eenheden.get(indicator, "").startswith(PROCENT))
    if getallen is None:
        return None
    return Nieuwcijfer(
        gebied,
        indicator,
        tijd,
        *getallen,
        None if mensen is None else int(mensen),
        groep=rij.get("groep", "")[:40],
        bron=lezing.bron,
        bronrij=_("rij %(n)s") % {"n": nummer},
        zichtbaarheid=zicht,
        stand=stand,
    )


def _bekend(rij: dict[str, str], naam: str, mogelijk: Collection[str], nummer: int, lezing: Cijferlezing) -> str:
    ruw = rij.get(naam, "")
    code = gebiedscode(ruw) if naam == "gebied" and not ruw.casefold().startswith(EIGEN) else ruw.casefold()
    if not ruw:
        lezing.fout(nummer, naam, _("is leeg"))
    elif code not in mogelijk:
        lezing.fout(nummer, naam, _("‘%(g)s’ kennen wij niet") % {"g": ruw[:40]})
    return code


def _getallen(
    rij: dict[str, str], nummer: int, lezing: Cijferlezing, *, in_procent: bool
) -> tuple[float, float | None, float | None] | None:
    hoe = partial(getal, in_procent=in_procent)
    waarde, laag, hoog = (_lees(rij, naam, nummer, lezing, hoe) for naam in ("waarde", "ondergrens", "bovengrens"))
    if laag is not None and hoog is not None and laag > hoog:
        lezing.fout(nummer, "ondergrens", _("is groter dan de bovengrens"))
    if waarde is None:
        if rij.get("waarde", "").casefold() in GEEN:  # what is no number was told already
            lezing.fout(nummer, "waarde", _("is leeg"))
        return None
    return waarde, laag, hoog


def _lees(rij: dict[str, str], naam: str, nummer: int, lezing: Cijferlezing, hoe: Any) -> float | None:
    tekst = rij.get(naam, "")
    try:
        if hoe is not aantal and is_dubbelzinnig(tekst):
            raise ValueError(
                _("‘%(t)s’ kan op twee manieren gelezen worden. Schrijf %(heel)s, of zet er een komma in.")
                % {"t": tekst.strip(), "heel": tekst.strip().replace(".", "")}
            )
        return hoe(tekst)
    except ValueError as fout:
        lezing.fout(nummer, naam, str(fout))
        return None
