"""What plans that are carried out say of a page of the menu: the third figure, how it went, and what it really took.

Only plans that were laid down count. What a network spent is its own: outside it shows only in a range of several, without
names, and only where at least five neighbourhoods kept it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from decimal import Decimal
from typing import Final

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from kennisplatform.basis.inzet import Inzet
from kennisplatform.basis.keuzes import Eenheid, Maat, Opgave
from kennisplatform.basis.praktijk import Planverhaal, Praktijkbron, Praktijkinzet, Praktijkplek
from kennisplatform.tekening.notitie import verteld
from menukaart.plan.keuzes import IN_UREN, Uitvoerstand
from menukaart.plan.models import Begrotingsregel, Planactiviteit, Planversie

MINST: Final = 5


def _begonnen(rij: QuerySet[Planactiviteit]) -> QuerySet[Planactiviteit]:
    return rij.filter(plan__versies__nummer=1, plan__buurt__opgeheven__isnull=True).exclude(stand=Uitvoerstand.GEPLAND)


def plekken(paginas: Collection[int]) -> Iterator[Praktijkplek]:
    rij = _begonnen(Planactiviteit.objects.filter(keuze__in=paginas)).order_by()
    with verteld(*(f"praktijk:{pk}" for pk in paginas)):
        rijen = list(rij.values_list("keuze_id", "plan__buurt_id", "stand", "plan__voorbeeld"))
    for pagina, buurt, stand, verzonnen in rijen:
        gestopt, loopt = stand == Uitvoerstand.GESTOPT, stand == Uitvoerstand.LOOPT
        yield Praktijkplek(pagina or 0, buurt, gestopt, echt=True, loopt=loopt, verzonnen=verzonnen)


def inzet(pagina: int) -> list[Praktijkinzet]:
    """Hours and euros a year of each neighbourhood that kept them; nothing below five."""
    begonnen = _begonnen(Planactiviteit.objects.filter(keuze=pagina)).values("pk")
    plan = "activiteit__plan__"
    velden = (f"{plan}buurt_id", f"{plan}buurt__naam", f"{plan}voorbeeld", "soort", "jaar", "gebruikt", "uitgegeven")
    with verteld(f"praktijk:{pagina}"):
        rij = list(Begrotingsregel.objects.filter(activiteit__in=begonnen).values_list(*velden))
    per: dict[tuple[int, str], dict[int, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    namen: dict[int, tuple[str, bool]] = {}
    for buurt, naam, verzonnen, soort, jaar, gebruikt, uitgegeven in rij:
        namen[buurt] = (naam, verzonnen)
        if gebruikt is not None and soort in IN_UREN:
            per[buurt, Maat.UREN][jaar] += gebruikt
        if uitgegeven is not None:
            per[buurt, Maat.EURO][jaar] += uitgegeven
    uit = [_van(buurt, maat, jaren, *namen[buurt]) for (buurt, maat), jaren in per.items()]
    genoeg = {maat for maat in Maat.values if sum(een.inzet.maat == maat for een in uit) >= MINST}
    return [een for een in uit if een.inzet.maat in genoeg]


def plannen(pagina: int) -> list[Planverhaal]:
    """One query. A draft is nobody's business: what did not begin counts as it was laid down, and only then."""
    vast = Planversie.objects.filter(plan=OuterRef("plan"), op__gte=OuterRef("op"))
    rij = Planactiviteit.objects.filter(keuze=pagina, plan__versies__nummer=1, plan__buurt__opgeheven__isnull=True)
    rij = rij.filter(~Q(stand=Uitvoerstand.GEPLAND) | Exists(vast)).select_related("plan")
    velden = ("stand", "gestart_op", "gestopt_op", "stopreden", "aangepast", "plan__buurt_id", "plan__voorbeeld")
    with verteld(f"praktijk:{pagina}"):
        return [_verhaal(a) for a in rij.only(*velden).order_by("plan", "pk")]


def _verhaal(a: Planactiviteit) -> Planverhaal:
    gestopt, over = a.stand == Uitvoerstand.GESTOPT, a.stand in (Uitvoerstand.GESTOPT, Uitvoerstand.KLAAR)
    return Planverhaal(
        buurt=a.plan.buurt_id,
        staat=a.get_stand_display().lower(),
        gestopt=gestopt,
        sinds=a.gestart_op,
        tot=a.gestopt_op if over else None,
        waarom=a.stopreden if gestopt else "",
        aangepast=a.aangepast,
        verzonnen=a.plan.voorbeeld,
    )


def _van(buurt: int, maat: str, jaren: dict[int, Decimal], naam: str, verzonnen: bool) -> Praktijkinzet:
    """The mean of its years, to whole hours and to ten euros: a range must not give away somebody's bill."""
    gemiddeld = sum(jaren.values(), Decimal(0)) / len(jaren)
    getal = float(round(gemiddeld, -1 if maat == Maat.EURO else 0))
    bron, echt = _("buurtplan"), Opgave.GEREALISEERD
    return Praktijkinzet(
        naam, buurt, Inzet(maat, getal, getal, Eenheid.BUURTJAAR), max(jaren), bron, echt, verzonnen, met_naam=False
    )


PRAKTIJKBRON = Praktijkbron(plekken, inzet=inzet, plannen=plannen)
