"""What is read where: threads of a page, the list of questions, one question. A constant number of queries each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.core.paginator import Page as Bladzij
from django.core.paginator import Paginator
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Window
from django.db.models.functions import RowNumber
from wagtail.models import Page, get_page_models

from kennisplatform.basis.bladeren import Bladeren
from kennisplatform.basis.models.begrippen import woordenboek
from kennisplatform.basis.paginanieuws import ZICHTBAAR
from kennisplatform.basis.paginasoorten import heeft
from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.positie import Wie, mag, positie
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.gesprek.models import Bijdrage, Bijdragesoort
from kennisplatform.tekening.notitie import toont
from kennisplatform.tekening.stukken import onthoud

PER_PAGINA: Final = 10  # threads under a page
PER_LIJST: Final = 25
ANTWOORDEN: Final = 3  # under a page; all of them stand with the question
PER_VRAAG: Final = 50
IN_LIJST: Final = (
    "kop", "gemaakt", "gewijzigd", "aangevuld", "soort", "helpt", "op_slot", "verborgen", "zichtbaarheid", "door",
    "namens_programma", "buurt__naam", "buurt__gemeente", "buurt__slug", "pagina__title", "pagina__url_path",
    "pagina__locale__language_code",
)  # fmt: skip  # what a line of the list shows
HELE: Final = ("door", "buurt")  # what a contribution shows beside its text


@dataclass
class Draad:
    """A question with its answers, or a remark."""

    eerste: Bijdrage
    antwoorden: list[Bijdrage] = field(default_factory=list)
    aantal: int = 0

    @property
    def meer(self) -> int:
        return self.aantal - len(self.antwoorden)

    @property
    def wacht(self) -> bool:
        return self.eerste.soort == Bijdragesoort.VRAAG and not self.aantal and not self.eerste.op_slot


def kan(wie: Wie, bijdrage: Bijdrage, vraag: Bijdrage | None = None) -> dict[str, bool]:
    """Buttons that this person gets; the verbs ask again. No queries."""
    eigen = mag(wie, Doe.WIJZIGEN, bijdrage) and not bijdrage.verborgen
    dicht = bijdrage.op_slot or bool(vraag and vraag.op_slot)
    beheert = mag(wie, Doe.BESLISSEN, bijdrage)
    return {
        "wijzigen": eigen and bijdrage.vers,
        "aanvullen": eigen and not bijdrage.vers and not dicht,
        "weghalen": eigen,
        "hielp": vraag is not None and not bijdrage.verborgen and (beheert or mag(wie, Doe.WIJZIGEN, vraag)),
        "antwoorden": bijdrage.soort == Bijdragesoort.VRAAG
        and not dicht
        and not bijdrage.verborgen
        and mag(wie, Doe.MAKEN, "bijdrage"),
        "beheren": beheert,
        "zelf": positie(wie).persoon is not None and positie(wie).persoon == bijdrage.door_id,
    }


def met_kan(wie: Wie, draden: Iterable[Draad]) -> list[Draad]:
    uit = list(draden)
    for draad in uit:
        draad.eerste.kan = kan(wie, draad.eerste)
        for antwoord in draad.antwoorden:
            antwoord.kan = kan(wie, antwoord, draad.eerste)
    return uit


def antwoorden_bij(vragen: Iterable[int], wie: Wie, meest: int) -> dict[int, list[Bijdrage]]:
    """The one that helped first, then in order; at most so many a question, in one query. `alle`: how many there are."""
    per: dict[int, list[Bijdrage]] = defaultdict(list)
    plek = Window(RowNumber(), partition_by=F("vraag"), order_by=[F("helpt").desc(), F("gemaakt").asc(), F("pk").asc()])
    rij = Bijdrage.objects.filter(vraag__in=list(vragen)).zichtbaar(wie).select_related(*HELE)
    rij = rij.annotate(nr=plek, samen=Window(Count("pk"), partition_by=F("vraag"))).filter(nr__lte=meest)
    for antwoord in rij.order_by("vraag", "nr"):
        antwoord.alle = antwoord.samen
        if (vraag := antwoord.vraag_id) is not None:
            per[vraag].append(antwoord)
    return per


@dataclass(frozen=True)
class WieHier:
    """Who wrote below a page, and of which networks something is theirs alone."""

    iets: bool
    schrijvers: frozenset[int]
    besloten: frozenset[int]


def wie_hier(pagina: int) -> WieHier:
    def lees() -> WieHier:
        toont(f"gesprek:{pagina}")
        rij = list(Bijdrage.objects.filter(pagina=pagina).order_by().values_list("door", "buurt", "zichtbaarheid"))
        besloten = frozenset(buurt for _door, buurt, zicht in rij if buurt and zicht == Zichtbaarheid.EIGEN)
        return WieHier(bool(rij), frozenset(door for door, *_rest in rij if door), besloten)

    return onthoud(f"gesprek-wie:{pagina}", lees)


def onder_pagina(pagina: Page, wie: Wie, nummer: str | None) -> tuple[Bladzij, list[Draad]]:
    toont(f"gesprek:{pagina.pk}")
    rij = Bijdrage.objects.filter(pagina=pagina.pk, vraag__isnull=True).zichtbaar(wie).select_related(*HELE)
    bladzij, rijen = _blader(rij, nummer)
    per = antwoorden_bij([b.pk for b in rijen if b.soort == Bijdragesoort.VRAAG], wie, ANTWOORDEN) if rijen else {}
    draden = [Draad(b, per.get(b.pk, []), per[b.pk][0].alle if per.get(b.pk) else 0) for b in rijen]
    return bladzij, met_kan(wie, draden)


def _blader(rij: QuerySet[Bijdrage], nummer: str | None) -> tuple[Bladzij[Any], Sequence[Bijdrage]]:
    """Rows with their number in the same query: every page of the site has a conversation below it."""
    plek = int(str(nummer)) if str(nummer).isascii() and str(nummer).isdecimal() and len(str(nummer)) < 6 else 1
    begin = (max(plek, 1) - 1) * PER_PAGINA
    rijen = list(rij.annotate(totaal=Window(Count("pk")))[begin : begin + PER_PAGINA])
    if not rijen and begin:  # past the end: the last one there is
        bladzij = Paginator(rij, PER_PAGINA).get_page(nummer)
        return bladzij, list(bladzij)
    return Paginator(range(rijen[0].totaal if rijen else 0), PER_PAGINA).get_page(plek), rijen


def met_antwoorden(vraag: Bijdrage, wie: Wie, nummer: str | None) -> tuple[Bladzij, Draad]:
    toont(f"gesprek:{vraag.pagina_id}")
    rij = Bijdrage.objects.filter(vraag=vraag).zichtbaar(wie).select_related(*HELE).order_by("-helpt", "gemaakt", "pk")
    bladzij = Paginator(rij, PER_VRAAG).get_page(nummer)
    (draad,) = met_kan(wie, [Draad(vraag, list(bladzij), bladzij.paginator.count)])
    return bladzij, draad


# ---- The list of questions

STANDEN: Final = ("onbeantwoord", "opgelost")


def themas() -> list[tuple[str, str]]:
    return [(begrip.code, begrip.label) for begrip in woordenboek().kiesbaar("thema")]


def keuzes(get: Mapping[str, str], wie: Wie) -> dict[str, str]:
    """What the list is narrowed to; what means nothing is left out."""
    uit = {
        "q": " ".join(get.get("q", "")[:100].replace("\x00", "").split()),
        "stand": get.get("stand", ""),
        "thema": get.get("thema", ""),
        "mijn": get.get("mijn", "") if positie(wie).persoon else "",
    }
    mogelijk = {"stand": STANDEN, "thema": [code for code, _label in themas()], "mijn": ("1",)}
    return {n: w for n, w in uit.items() if w and (n == "q" or w in mogelijk[n])}


def vragen(gekozen: Mapping[str, str], wie: Wie) -> QuerySet[Bijdrage]:
    rij = Bijdrage.objects.filter(soort=Bijdragesoort.VRAAG).te_lezen(wie)
    antwoorden = Bijdrage.objects.filter(vraag=OuterRef("pk"), verborgen__isnull=True)
    if gekozen.get("stand") == "onbeantwoord":
        rij = rij.filter(~Exists(antwoorden), op_slot=False)
    elif gekozen.get("stand") == "opgelost":
        rij = rij.filter(Exists(antwoorden.filter(helpt=True)))
    if thema := gekozen.get("thema"):
        rij = rij.filter(_over_thema(thema))
    if gekozen.get("mijn"):
        zelf = positie(wie).persoon
        rij = rij.filter(Q(door=zelf) | Exists(antwoorden.filter(door=zelf)))
    for woord in gekozen.get("q", "").split()[:6]:
        rij = rij.filter(Q(kop__icontains=woord) | Q(tekst__icontains=woord) | Q(pagina__title__icontains=woord))
    return rij.select_related("buurt", "pagina__locale")


def _over_thema(code: str) -> Q:
    """Pages of every type that can be asked about; a type by its kind, since two live in rooms beside this one."""
    waar = Q(pk__in=[])
    for model in get_page_models():
        if heeft(model, "volgbaar"):
            waar |= Q(pagina__in=model.objects.filter(hoofdthema__code=code).values("pk"))
    return waar


def tellingen(vragen_: Iterable[Bijdrage]) -> dict[int, tuple[int, bool]]:
    """Question → answers, and whether one helped."""
    rij = Bijdrage.objects.filter(vraag__in=[v.pk for v in vragen_], verborgen__isnull=True).order_by()
    tellen = rij.values_list("vraag").annotate(n=Count("pk"), goed=Count("pk", filter=Q(helpt=True)))
    return {pk: (n, bool(goed)) for pk, n, goed in tellen}


def _hoeveel(rij: QuerySet[Bijdrage], gekozen: Mapping[str, str], wie: Wie) -> int:
    """How many there are; without words of somebody's own it is kept for all who may read the same."""

    def tel() -> int:
        toont("gesprekken", ZICHTBAAR)
        return rij.order_by().count()

    if gekozen.get("q") or gekozen.get("mijn") or positie(wie).persoon is not None:
        return tel()
    return onthoud(f"gesprekken:{sorted(gekozen.items())}", tel)


def context_van_lijst(get: Mapping[str, str], wie: Wie) -> dict[str, Any]:
    toont("gesprekken", ZICHTBAAR)
    gekozen = keuzes(get, wie)
    rij = vragen(gekozen, wie)
    bladeren = Bladeren.naar(get.get("pagina", ""), _hoeveel(rij, gekozen, wie), PER_LIJST)
    rijen = list(rij.only(*IN_LIJST)[bladeren.ervoor : bladeren.ervoor + PER_LIJST])
    # The paginator of the template, which need not count or fetch anything any more.
    bladzij = Paginator(range(bladeren.totaal), PER_LIJST).page(bladeren.pagina)
    per = tellingen(rijen)
    for vraag in rijen:
        vraag.aantal, vraag.opgelost = per.get(vraag.pk, (0, False))
    return {"gekozen": gekozen, "bladzij": bladzij, "rijen": rijen, "themas": themas()}
