"""The agenda: what is to come, a month at a time, or what was; filtered and counted in a constant number of queries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypedDict

from django.db.models import Case, CharField, Count, Min, Q, QuerySet, Value, When
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kennisplatform.agenda.keuzes import Soort, Staat, Voor
from kennisplatform.agenda.models import Bijeenkomst, Deelname
from kennisplatform.agenda.models.bijeenkomst import Bijeenkomsten
from kennisplatform.basis.bladeren import Bladeren, Filterkeuze
from kennisplatform.basis.models.begrippen import woordenboek
from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.deelnemers.positie import positie, zichtbaar_voor
from kennisplatform.tekening.notitie import geldig_tot, tekent
from kennisplatform.tekening.stukken import onthoud

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

PER_PAGINA: Final = 30
MAAT: Final = 50_000  # bytes of the groups of a large agenda
ONLINE: Final = "online"
FILTERS: Final = {"soort": _("Soort"), "thema": _("Thema"), "waar": _("Waar")}
VOOR_BEWONERS: Final = (Voor.BEWONERS.value, Voor.IEDEREEN.value)
KOLOMMEN: Final = ("soort", "thema", "waar_code", "voor")
DOOR: Final = len(KOLOMMEN)  # place of the number that will be held; the number of all stands last


class _Waar(TypedDict):
    waar_code: str


class _Staat(TypedDict):
    mijn_staat: str


@dataclass(frozen=True)
class Maand:
    eerste: dt.date
    bijeenkomsten: list[Bijeenkomst]


@dataclass(frozen=True)
class Agendalijst:
    maanden: list[Maand]
    totaal: int  # that will be held: one that was called off stands in the list and counts for nothing
    keuzes: list[tuple[str, Any, list[Filterkeuze]]]  # name, heading, choices
    gekozen: Mapping[str, str]
    eerder: bool
    bladeren: Bladeren


def zichtbaar(wie: Any) -> Bijeenkomsten:
    return zichtbaar_voor(Bijeenkomst.objects.all(), wie)


def in_agenda(wie: Any) -> Bijeenkomsten:
    """What stands in somebody's agenda. Staff may look into a network's own; that does not make it their appointment."""
    eigen = Q(zichtbaarheid=Zichtbaarheid.EIGEN) & ~Q(buurt__in=list(positie(wie).rollen))
    return zichtbaar(wie).exclude(eigen)


def noteer_klok(rij: Bijeenkomsten) -> None:
    """A kept list of these ends when the next one of them begins, ends or closes."""
    if not tekent():
        return
    nu = timezone.now()
    velden = ("begin", "einde", "aanmelden_tot")
    eerste = (
        rij.filter(einde__gt=nu)
        .order_by()
        .aggregate(**{f"eerste_{veld}": Min(veld, filter=Q(**{f"{veld}__gt": nu})) for veld in velden})
    )
    for moment in eerste.values():
        geldig_tot(moment)


def met_tellingen(rij: QuerySet[Bijeenkomst]) -> QuerySet[Bijeenkomst]:
    """Each with `bezet` and `wachten`, and its neighbourhood; in the order asked, else by day."""
    if not rij.query.order_by:
        rij = rij.order_by("begin", "pk")  # said again: counting drops the order of the model
    return rij.select_related("buurt").annotate(
        bezet=Count("deelnames", filter=Q(deelnames__staat=Staat.PLEK)),
        wachten=Count("deelnames", filter=Q(deelnames__staat=Staat.WACHT)),
    )


def vrij(bijeenkomst: Bijeenkomst) -> int | None:
    """Places left, of one that was counted; None: as many as come."""
    if bijeenkomst.plaatsen is None:
        return None
    return max(0, bijeenkomst.plaatsen - bijeenkomst.bezet)  # type: ignore[attr-defined]  # from met_tellingen


def lijst(vraag: QueryDict, wie: Any) -> Agendalijst:
    """What the address asks for. A value that nothing has is left out: an old link still shows a list."""
    eerder = vraag.get("eerder") == "1"
    alle = _met_waar(_deel(in_agenda(wie), eerder))
    groepen = _groepen(wie, eerder)
    gekozen = _gekozen(vraag, groepen)
    passend = [groep for groep in groepen if _past(groep, gekozen)]
    totaal = sum(groep[DOOR] for groep in passend)
    bladeren = Bladeren.naar(vraag.get("pagina", ""), sum(groep[-1] for groep in passend), PER_PAGINA)
    rij = _snede(alle, gekozen).order_by("-begin" if eerder else "begin", "pk")
    van = bladeren.ervoor
    # First which ones, then everything about those: counting who comes to twenty thousand would be most of the page.
    pks = list(rij.values_list("pk", flat=True)[van : van + PER_PAGINA])
    geteld = {een.pk: een for een in met_tellingen(Bijeenkomst.objects.filter(pk__in=pks))}
    bijeenkomsten = [geteld[pk] for pk in pks if pk in geteld]
    return Agendalijst(per_maand(bijeenkomsten), totaal, _keuzes(groepen, gekozen), gekozen, eerder, bladeren)


def _groepen(wie: Any, eerder: bool) -> list[tuple[Any, ...]]:
    """(kind, theme, where, for whom, how many go on, how many) of what this reader may see; the same for who sees it."""
    mijn = positie(wie)

    def lees() -> list[tuple[Any, ...]]:
        noteer_klok(in_agenda(wie))
        alle, codes = _met_waar(_deel(in_agenda(wie), eerder)), woordenboek().codes
        door = Count("pk", filter=Q(afgelast__isnull=True))
        rijen = alle.order_by().values_list(*KOLOMMEN).annotate(door=door, n=Count("pk"))
        # A theme stands in the address by its code, as elsewhere on the site.
        return [(soort, codes.get(thema or 0, ("", ""))[1], *rest) for soort, thema, *rest in rijen]

    return onthoud(f"agendagroepen:{eerder}:{sorted(mijn.overal())}:{sorted(mijn.rollen)}", lees, MAAT)


def _deel(rij: Bijeenkomsten, eerder: bool) -> QuerySet[Bijeenkomst]:
    """Of past meetings only those that took place: nobody looks back at one that was called off."""
    return rij.filter(einde__lte=timezone.now(), afgelast__isnull=True) if eerder else rij.komend()


def _met_waar(rij: QuerySet[Bijeenkomst]) -> QuerySet[WithAnnotations[Bijeenkomst, _Waar]]:
    """Where, as the filter knows it: the municipality of its place, else online."""
    return rij.annotate(
        waar_code=Case(
            When(plaats="", then=Value(ONLINE)),
            When(buurt__isnull=False, then="buurt__gemeente"),
            default=Value(""),
            output_field=CharField(),
        )
    )


def _gekozen(vraag: QueryDict, groepen: Iterable[tuple[Any, ...]]) -> dict[str, str]:
    bekend = {naam: {groep[plek] for groep in groepen} for plek, naam in enumerate(FILTERS)}
    uit = {naam: waarde for naam in FILTERS if (waarde := vraag.get(naam)) and waarde in bekend[naam]}
    if vraag.get("voor") == "bewoners":
        uit["voor"] = "bewoners"
    return uit


def _past(groep: tuple[Any, ...], gekozen: Mapping[str, str]) -> bool:
    voor = "voor" not in gekozen or groep[3] in VOOR_BEWONERS
    return voor and all(groep[plek] == gekozen[naam] for plek, naam in enumerate(FILTERS) if naam in gekozen)


def _snede(
    rij: QuerySet[WithAnnotations[Bijeenkomst, _Waar]], gekozen: Mapping[str, str]
) -> QuerySet[WithAnnotations[Bijeenkomst, _Waar]]:
    if "soort" in gekozen:
        rij = rij.filter(soort=gekozen["soort"])
    if "thema" in gekozen:
        rij = rij.filter(
            thema__in=[pk for pk, code in woordenboek().codes.items() if code == ("thema", gekozen["thema"])]
        )
    if "waar" in gekozen:
        rij = rij.filter(waar_code=gekozen["waar"])
    return rij.filter(voor__in=VOOR_BEWONERS) if "voor" in gekozen else rij


def per_maand(rij: Iterable[Bijeenkomst]) -> list[Maand]:
    maanden: dict[dt.date, list[Bijeenkomst]] = {}
    for een in rij:
        maanden.setdefault(timezone.localtime(een.begin).date().replace(day=1), []).append(een)
    return [Maand(eerste, die) for eerste, die in maanden.items()]


def _keuzes(groepen: Iterable[tuple[Any, ...]], gekozen: Mapping[str, str]) -> list[tuple[str, Any, list[Filterkeuze]]]:
    """Filters with something to choose, with how many there are without any filter."""
    uit = []
    for plek, (naam, kop) in enumerate(FILTERS.items()):
        teller: dict[str, int] = {}
        for groep in groepen:
            if code := groep[plek]:
                teller[code] = teller.get(code, 0) + groep[DOOR]
        labels = _labels(naam)
        weg = {code for soort, code in woordenboek().vervallen if soort == naam and gekozen.get(naam) != code}
        volgorde = [w for w in labels if w in teller and w not in weg] + sorted(w for w in teller if w not in labels)
        if len(teller) > 1 or naam in gekozen:
            rij = [Filterkeuze(w, labels.get(w, w), teller[w], gekozen.get(naam) == w) for w in volgorde]
            uit.append((naam, kop, rij))
    return uit


def _labels(naam: str) -> dict[str, str]:
    if naam == "soort":
        return {soort.value: str(soort.label) for soort in Soort}
    if naam == "thema":
        return woordenboek().labels.get("thema", {})
    return {ONLINE: str(_("Online"))}


def mijn_komende(wie: Gebruiker, aantal: int) -> list[Bijeenkomst]:
    """What I signed up for and what my networks plan, with `mijn_staat`; one query."""
    mijn = Deelname.objects.telt().filter(persoon=wie)
    rij = zichtbaar(wie).filter(Q(buurt__in=list(positie(wie).rollen)) | Q(pk__in=mijn.values("bijeenkomst")))
    noteer_klok(rij)
    return list(met_mijn_staat(rij.komend(), wie)[:aantal])


def met_mijn_staat(rij: QuerySet[Bijeenkomst], wie: Gebruiker) -> QuerySet[WithAnnotations[Bijeenkomst, _Staat]]:
    mijn = Deelname.objects.telt().filter(persoon=wie)
    return rij.select_related("buurt").annotate(
        mijn_staat=Case(
            When(pk__in=mijn.filter(staat=Staat.PLEK).values("bijeenkomst"), then=Value(Staat.PLEK.value)),
            When(pk__in=mijn.filter(staat=Staat.WACHT).values("bijeenkomst"), then=Value(Staat.WACHT.value)),
            default=Value(""),
            output_field=CharField(),
        )
    )
