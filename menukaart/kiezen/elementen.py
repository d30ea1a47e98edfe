"""Active elements beside the interventions that have them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from menukaart.kiezen import dingen
from menukaart.kiezen.models import Element, Elementregel


def van(slug: str) -> list[Elementregel]:
    """The elements of one intervention, with the words in which it says them."""
    return list(Elementregel.objects.filter(interventie=slug).select_related("element").order_by("element__naam"))


def met_paginas(element: Element) -> list[tuple[Any, str]]:
    """Public interventions that say this element, by name, with their line."""
    regels = {r.interventie: r.regel for r in element.regels.all()}
    paginas = dingen.op_slug(regels)
    return sorted(((p, regels[p.slug]) for p in paginas), key=lambda paar: paar[0].title.casefold())


def per_regel(slug: str, regels: Iterable[str]) -> dict[str, Element]:
    """Which element a line of this intervention is."""
    bekend = {r.regel: r.element for r in van(slug)}
    return {regel: bekend[regel] for regel in regels if regel in bekend}
