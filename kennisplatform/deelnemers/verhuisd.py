"""An old address of a neighbourhood that was split or merged leads on to where it went, and after an undo back again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from kennisplatform.deelnemers.models import Buurt

DIEP: Final = 6  # divisions of divisions; more is a circle


def verder(
    request: HttpRequest, buurt: Buurt, *, mag_daar: Callable[[Buurt], bool], veld: str = "buurt"
) -> HttpResponse | None:
    """The same page of what came in its place; a choice where that is more than one. None when there is nothing to lead to.

    `mag_daar`: may this reader be there; `veld`: the name under which the slug stands in the address.
    """
    if not buurt.opgeheven or request.method not in {"GET", "HEAD"} or request.resolver_match is None:
        return None
    plekken = [(ander, _zelfde(request, ander, veld)) for ander in opvolgers(buurt) if mag_daar(ander)]
    if not plekken:
        return None
    if len(plekken) > 1:
        return render(request, "verhuisd.html", {"buurt": buurt, "plekken": plekken})
    ((ander, adres),) = plekken
    messages.info(request, _("%(oud)s heet nu %(nieuw)s.") % {"oud": buurt, "nieuw": ander})
    return redirect(adres)


def opvolgers(buurt: Buurt, diep: int = DIEP) -> list[Buurt]:
    """What is there now, also after several divisions; each once."""
    return list({ander.pk: ander for ander in _opvolgers(buurt, diep)}.values())


def _opvolgers(buurt: Buurt, diep: int) -> Iterator[Buurt]:
    for ander in buurt.verder_als().order_by("naam") if diep else ():
        if ander.opgeheven:
            yield from _opvolgers(ander, diep - 1)
        else:
            yield ander


def _zelfde(request: HttpRequest, buurt: Buurt, veld: str) -> str:
    assert request.resolver_match is not None
    naam, waarden = request.resolver_match.view_name, request.resolver_match.kwargs | {veld: buurt.slug}
    vraag = request.META.get("QUERY_STRING", "")
    return reverse(naam, kwargs=waarden) + (f"?{vraag}" if vraag else "")
