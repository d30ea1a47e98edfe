"""What is still missing before a plan can be laid down: each thing with the place where it is mended."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from menukaart.plan.models import Buurtplan, Planactiviteit, Planthema

VERPLICHT = frozenset({"zorgzame-buurt", "lerende-buurt"})  # in every plan: footnote 1 of the programme's plan
HOOGSTENS = 6  # lines shown; who mends these sees the next


@dataclass(frozen=True)
class Ontbreekt:
    tekst: str
    adres: str


def wat_aan_plan_ontbreekt(plan: Buurtplan) -> list[Ontbreekt]:
    """In the order of the page. Empty: it can be laid down."""
    themas = plan.themas.select_related("thema").order_by("thema__volgorde", "thema__code")
    return wat_ontbreekt(plan, themas, list(plan.activiteiten.all()))


def wat_ontbreekt(
    plan: Buurtplan, themas: Iterable[Planthema], activiteiten: Sequence[Planactiviteit]
) -> list[Ontbreekt]:
    """For who has the rows of the plan already."""
    gevuld = {a.thema_id for a in activiteiten}
    uit = [gemis for rij in themas if (gemis := _van_thema(plan, rij, rij.thema_id in gevuld))]
    return uit + [_naamloos(plan, a) for a in activiteiten if a.wacht_op_naam]


def _van_thema(plan: Buurtplan, rij: Planthema, gevuld: bool) -> Ontbreekt | None:
    adres = reverse("plan_thema", args=[plan.buurt.slug, rij.thema.code])
    naam = {"thema": rij.thema.label}
    if gevuld:
        return None
    if rij.thema.code in VERPLICHT:
        return Ontbreekt(_("%(thema)s hoort in elk plan en heeft nog geen activiteit.") % naam, adres)
    if rij.niet_nu and rij.reden.strip():
        return None
    return Ontbreekt(_("%(thema)s heeft nog geen activiteit. Kies er een, of schrijf waarom nu niet.") % naam, adres)


def _naamloos(plan: Buurtplan, activiteit: Planactiviteit) -> Ontbreekt:
    return Ontbreekt(
        _("Bij ‘%(wat)s’ staat nog niet wie het trekt.") % {"wat": activiteit.titel},
        reverse("planactiviteit", args=[plan.buurt.slug, activiteit.pk]),
    )
