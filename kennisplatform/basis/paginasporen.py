"""Where a page leaves traces in other rooms: who chose it, what hangs below it, its name in an address.

A room that keeps such a trace brings a `Paginaspoor`; whoever makes one page of two asks them all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from kennisplatform.basis.paginasoorten import gebieden


@dataclass(frozen=True)
class Paginawissel:
    """One Dutch page goes into another. `per_pk`: of each page that goes, translations too, the page that comes for it."""

    oud: Page
    nieuw: Page
    per_pk: Mapping[int, int]
    door: Any = None


def _geen_bezwaar(wissel: Paginawissel) -> str:
    return ""


@dataclass(frozen=True)
class Paginaspoor:
    """`kijk(wissel)`: what will happen, a sentence for each thing. `doe(wissel)`: it, in the caller's transaction.
    `velden`: the fields that it cares for, as 'app.Model.field', so that a test can tell which nobody does.
    """

    naam: str
    kijk: Callable[[Paginawissel], Iterable[str]]
    doe: Callable[[Paginawissel], None]
    velden: tuple[str, ...] = ()
    bezwaar: Callable[[Paginawissel], str] = field(default=_geen_bezwaar)


def spoor_van(
    model: type[models.Model], veld: str, zin: Callable[[int], str], botst: Callable[[Any, Any], None] | None = None
) -> Paginaspoor:
    """Records that point at a page go over. Where there may be one for each page, `botst(gaat, staat)` says what becomes
    of the two; without it the one that stands is left. `zin(n)`: in words.
    """

    def kijk(wissel: Paginawissel) -> list[str]:
        n = model._default_manager.filter(**{f"{veld}__in": wissel.per_pk}).count()
        return [zin(n)] if n else []

    def doe(wissel: Paginawissel) -> None:
        for rij in model._default_manager.filter(**{f"{veld}__in": wissel.per_pk}).order_by("pk"):
            naar = wissel.per_pk[getattr(rij, f"{veld}_id")]
            if staat := _dubbel(rij, veld, naar):
                if botst:
                    botst(rij, staat)
                rij.delete()
                continue
            setattr(rij, f"{veld}_id", naar)
            rij.save(update_fields=[veld])  # one by one: whoever keeps drawings hears of it

    return Paginaspoor(model._meta.label, kijk, doe, (f"{model._meta.label}.{veld}",))


def _dubbel(rij: models.Model, veld: str, naar: int) -> models.Model | None:
    """What stands there already, by a rule that lets one stand."""
    for regel in rij._meta.constraints:
        if isinstance(regel, models.UniqueConstraint) and veld in regel.fields:
            waar = {naam: getattr(rij, naam) for naam in regel.fields if naam != veld}
            if er := type(rij)._default_manager.filter(**waar, **{f"{veld}_id": naar}).first():
                return er
    return None


def opgegaan(slugs: Iterable[str]) -> dict[str, str]:
    """Of names in an address that are no page any more: the name of the page into which it went. One query, or none."""
    namen = list(dict.fromkeys(slugs))
    paden = {f"{gebied}{naam}": naam for gebied in gebieden().values() for naam in namen}
    if not paden:
        return {}
    rij = Redirect.objects.filter(old_path__in=paden, redirect_page__live=True)
    return {paden[pad]: slug for pad, slug in rij.values_list("old_path", "redirect_page__slug")}
