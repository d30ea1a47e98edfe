"""The vocabulary gap: what readers ask in words that find nothing, and what an editor does about it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Case, F, IntegerField, QuerySet, Sum, Value, When
from django.utils import timezone

from kennisplatform.vinden.models import Synoniem, Wens, Zoekterm
from kennisplatform.vinden.tellen import DREMPEL, maandag

WEKEN = (1, 4, 13)
MEEST = 200


@dataclass(frozen=True)
class Gat:
    tekst: str
    taal: str
    keren: int
    niets: int
    zwak: int
    deze_week: int
    pk: int  # of its newest week: the handle for what is done about it
    klikken: str = ""
    voorbeeld: bool = False
    voorgesteld: bool = False


def telbare() -> QuerySet[Zoekterm]:
    """What may be shown: asked by enough different visitors in its week."""
    return Zoekterm.objects.filter(bezoekers__gte=DREMPEL)


def gaten(weken: int = 4, *, alles: bool = False) -> list[Gat]:
    """Most missed first; `alles` also those that find what they should."""
    nu = maandag(timezone.localdate())
    rijen = telbare().filter(week__gt=nu - dt.timedelta(weeks=weken), afgedaan=False)
    deze = Case(When(week=nu, then=F("keren")), default=Value(0), output_field=IntegerField())
    groepen = (
        rijen.order_by()
        .values("tekst", "taal")
        .annotate(vaak=Sum("keren"), leeg=Sum("niets"), mager=Sum("zwak"), deze=Sum(deze))
    )
    if not alles:
        groepen = groepen.exclude(leeg=0, mager=0)
    nieuwste = {(rij.tekst, rij.taal): rij for rij in rijen.order_by("week")}
    klikken = _klikken(rijen)
    voorgesteld = set(Synoniem.objects.filter(voorstel=True).values_list("bij_vraag", flat=True))
    uit = [
        Gat(
            g["tekst"],
            g["taal"],
            g["vaak"],
            g["leeg"],
            g["mager"],
            g["deze"],
            nieuwste[wat].pk,
            klikken.get(wat, ""),
            nieuwste[wat].voorbeeld,
            g["tekst"] in voorgesteld,
        )
        for g in groepen
        for wat in [(g["tekst"], g["taal"])]
    ]
    return sorted(uit, key=lambda gat: (-gat.niets, -gat.zwak, -gat.keren, gat.tekst))[:MEEST]


def _klikken(rijen: QuerySet[Zoekterm]) -> dict[tuple[str, str], str]:
    """Per text the places that were chosen, '1 (4×), 3 (1×)'."""
    som: dict[tuple[str, str], dict[int, int]] = {}
    for rij in rijen.exclude(klikken={}):
        plek_keren = som.setdefault((rij.tekst, rij.taal), {})
        for plek, keren in rij.klikken.items():
            plek_keren[int(plek)] = plek_keren.get(int(plek), 0) + keren
    return {wat: ", ".join(f"{p} ({n}×)" for p, n in sorted(plekken.items())) for wat, plekken in som.items()}


@transaction.atomic
def maak_synoniem(*, rij: Zoekterm, synoniem: Synoniem) -> None:
    """Save an editor's checked synonym, and take the text off the list."""
    synoniem.save()
    doe_af(rij=rij)


def stel_voor(*, rij: Zoekterm, synoniem: Synoniem) -> None:
    """An editor who may not decide hands a checked synonym on; the text stays on the list until somebody does."""
    synoniem.actief, synoniem.voorstel, synoniem.bij_vraag = False, True, rij.tekst
    if not Synoniem.objects.filter(voorstel=True, termen=synoniem.termen, leidt_tot=synoniem.leidt_tot).exists():
        synoniem.save()


@transaction.atomic
def neem_over(*, synoniem: Synoniem) -> None:
    """Put a proposal to use. Raises ValidationError when another rule contradicts it by now."""
    synoniem.actief = True
    synoniem.full_clean()
    synoniem.save()
    Zoekterm.objects.filter(tekst=synoniem.bij_vraag).update(afgedaan=True)


@transaction.atomic
def maak_wens(*, rij: Zoekterm) -> Wens:
    """A wish for a page about this, with how often it was asked in all."""
    keren = telbare().filter(tekst=rij.tekst).aggregate(som=Sum("keren"))["som"] or 0
    waarden: dict[str, Any] = {"keren": keren}
    wens, _nieuw = Wens.objects.update_or_create(titel=rij.tekst, defaults=waarden)
    doe_af(rij=rij)
    return wens


def doe_af(*, rij: Zoekterm) -> None:
    """Not on the list any more, until it is asked in a next week."""
    Zoekterm.objects.filter(tekst=rij.tekst, taal=rij.taal).update(afgedaan=True)
