"""Pages under one page in the order that editors want: dragged within a page of the list, never all of them at once.

Wagtail draws every child to drag one, and moving it writes a new path for each that comes after it: with 5,000 children
half a minute, twice. Here only what lies between the old and the new place moves up by one.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any, Final

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Value
from django.db.models.functions import Concat, Substr
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST
from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.log_actions import log
from wagtail.models import Page

from kennisplatform.basis.openbaar import TAKKEN
from kennisplatform.basis.paginanieuws import onder
from kennisplatform.tekening.journaal import veranderd

TUSSEN: Final = "~" * Page.steplen  # a place that no page has
STAND_IN: Final = 999999  # what the list's script puts the number of a page for


def per_blad() -> None:
    """The list to drag in has pages, like any other list."""
    ExplorableIndexView.get_paginate_by = lambda self, queryset: self.paginate_by
    ExplorableIndexView.get_reorder_url = _adres


def _adres(self: Any) -> str:
    blad = self.request.GET.get("p", "")
    nummer = int(blad) if blad.isascii() and blad.isdecimal() and len(blad) < 7 else 1
    return reverse("redactie:volgorde", args=[STAND_IN, max(0, nummer - 1) * self.paginate_by])


@require_POST
def verplaats(request: HttpRequest, pk: int, vanaf: int) -> HttpResponse:
    """`vanaf`: how many come before this page of the list; `position`: the place in it."""
    pagina = get_object_or_404(Page, pk=pk, depth__gt=1)
    ouder = pagina.get_parent()
    if not ouder.permissions_for_user(request.user).can_reorder_children():
        raise PermissionDenied
    plek = request.GET.get("position", "")
    if plek.isascii() and plek.isdecimal() and len(plek) < 7:
        zet_op(pagina=pagina, plek=vanaf + int(plek), door=request.user)
    return HttpResponse("")


@transaction.atomic
def zet_op(*, pagina: Page, plek: int, door: Any) -> None:
    """Counted from 0, among all pages under the same one; beyond the last is the last."""
    pagina = Page.objects.select_for_update().get(pk=pagina.pk)
    ouder = pagina.get_parent()
    kinderen = ouder.get_children().order_by("path")
    stond, plek = kinderen.filter(path__lt=pagina.path).count(), min(plek, ouder.numchild - 1)
    if stond == plek:
        return
    plekken = list(kinderen[min(stond, plek) : max(stond, plek) + 1].values_list("path", flat=True))
    if stond > plek:
        plekken.reverse()  # the page's own place first, then the way to the new one
    tussen = ouder.path + TUSSEN
    _hernoem(plekken[0], tussen)
    for naar, van in pairwise(plekken):
        _hernoem(van, naar)
    _hernoem(tussen, plekken[-1])
    log(instance=pagina, action="wagtail.reorder", user=door)
    veranderd(onder(ouder), TAKKEN, hard=True)


def _hernoem(van: str, naar: str) -> None:
    """A page with all below it, in one question."""
    Page.objects.filter(path__startswith=van).update(path=Concat(Value(naar), Substr("path", len(van) + 1)))
