"""The public list of neighbourhoods: search, filter, count, pages and dots, in a constant number of queries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from django.db.models import Count, Q
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.bladeren import Bladeren, Filterkeuze
from kennisplatform.deelnemers import verhalen
from kennisplatform.deelnemers.kaartbeeld import MAX_NUMMERS, Kaartpunt, Stippen, punten, stippen
from kennisplatform.deelnemers.keuzes import Fase
from kennisplatform.deelnemers.models import Buurt

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

PER_PAGINA: Final = 50
FILTERS: Final = {"provincie": _("Provincie"), "fase": _("Fase"), "partner": _("Alliantie\u00adpartner")}
MAX_TEKST: Final = 100
MAX_WOORDEN: Final = 6


@dataclass(frozen=True)
class Buurtlijst:
    buurten: list[Buurt]
    totaal: int  # in this cut
    alle: int
    keuzes: list[tuple[str, StrOrPromise, list[Filterkeuze]]]  # filter, what stands above it, of which one can choose
    gekozen: Mapping[str, str]
    bladeren: Bladeren
    punten: list[Kaartpunt]  # numbered as the list is; none when there are too many for numbers
    stippen: list[Stippen]  # then these


def lijst(vraag: QueryDict) -> Buurtlijst:
    """What the address asks for. A value that nobody has is left out: an old link still shows a list."""
    groepen = list(Buurt.objects.actief().order_by().values_list(*FILTERS).annotate(n=Count("pk")))
    gekozen = _gekozen(vraag, groepen)
    # Of the whole cut only where they lie: a thousand small rows, and no second query to count them.
    plekken = list(_snede(gekozen).values_list("pk", "breedtegraad", "lengtegraad"))
    per = PER_PAGINA if len(plekken) > MAX_NUMMERS else MAX_NUMMERS
    bladeren = Bladeren.naar(vraag.get("pagina", ""), len(plekken), per)
    buurten = _met_verhalen([pk for pk, *_plek in plekken[bladeren.ervoor : bladeren.ervoor + per]])
    genummerd = len(plekken) <= MAX_NUMMERS
    return Buurtlijst(
        buurten,
        len(plekken),
        sum(n for *_waarden, n in groepen),
        _keuzes(groepen, gekozen),
        gekozen,
        bladeren,
        punten(buurten) if genummerd else [],
        [] if genummerd else stippen((breedte, lengte) for _pk, breedte, lengte in plekken),
    )


def _gekozen(vraag: QueryDict, groepen: Iterable[tuple[Any, ...]]) -> dict[str, str]:
    bekend = {naam: {groep[plek] for groep in groepen} for plek, naam in enumerate(FILTERS)}
    uit = {naam: waarde for naam in FILTERS if (waarde := vraag.get(naam)) and waarde in bekend[naam]}
    if tekst := " ".join(vraag.get("q", "")[:MAX_TEKST].split()):
        uit["q"] = tekst
    return uit


def _snede(gekozen: Mapping[str, str]) -> Any:
    rij = Buurt.objects.actief().filter(**{naam: gekozen[naam] for naam in FILTERS if naam in gekozen})
    for woord in gekozen.get("q", "").split()[:MAX_WOORDEN]:
        rij = rij.filter(Q(naam__icontains=woord) | Q(gemeente__icontains=woord) | Q(partner__icontains=woord))
    return rij.order_by("naam", "pk")


def _met_verhalen(pks: list[int]) -> list[Buurt]:
    """In the order of `pks`, each with `voorbeelden`: how many public stories it told."""
    gevonden = Buurt.objects.in_bulk(pks)
    aantal = verhalen.tel(pks)
    buurten = [gevonden[pk] for pk in pks if pk in gevonden]
    for buurt in buurten:
        buurt.voorbeelden = aantal[buurt.pk]
    return buurten


def _keuzes(
    groepen: Iterable[tuple[Any, ...]], gekozen: Mapping[str, str]
) -> list[tuple[str, StrOrPromise, list[Filterkeuze]]]:
    labels: dict[str, dict[str, Any]] = {"fase": dict(Fase.choices)}
    uit: list[tuple[str, StrOrPromise, list[Filterkeuze]]] = []
    for plek, (naam, kop) in enumerate(FILTERS.items()):
        teller: dict[str, int] = {}
        for groep in groepen:
            if groep[plek]:
                teller[groep[plek]] = teller.get(groep[plek], 0) + groep[-1]
        volgorde = [w for w in Fase.values if w in teller] if naam == "fase" else sorted(teller)
        keuzes = [
            Filterkeuze(w, str(labels.get(naam, {}).get(w, w)), teller[w], gekozen.get(naam) == w) for w in volgorde
        ]
        uit.append((naam, kop, keuzes))
    return uit
