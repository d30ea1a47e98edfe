"""Where a page is used, by name: who throws it away, or looks for it in the bin, wants to go there and mend it.

Pages by their title, records by their name for who may change them, all others (what networks keep) as a number of a kind.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Any, Final

from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page, ReferenceIndex

from kennisplatform.basis.models.prullenbak import buiten_prullenbak

TOON: Final = 20


@dataclass(frozen=True)
class Gebruiksplek:
    titel: str
    soort: str
    adres: str


@dataclass(frozen=True)
class Gebruik:
    plekken: list[Gebruiksplek]  # the first of them, pages first
    meer: int  # plekken that are not among these
    anders: list[tuple[str, int]]  # a kind of record that this editor can't open, and how many

    @property
    def aantal(self) -> int:
        return len(self.plekken) + self.meer + sum(aantal for _soort, aantal in self.anders)


def waar(pagina: Page, wie: Any) -> Gebruik:
    """Of the page and all below it, from outside that branch and outside the bin; a constant number of queries a kind."""
    tak = list(Page.objects.filter(path__startswith=pagina.path).order_by().values_list("pk", flat=True))
    soort_pagina = ReferenceIndex._get_base_content_type(Page)
    van: dict[int, set[str]] = defaultdict(set)
    rijen = ReferenceIndex.objects.filter(to_content_type=soort_pagina, to_object_id__in=[str(pk) for pk in tak])
    for soort, sleutel in rijen.order_by().values_list("base_content_type", "object_id").distinct():
        van[soort].add(sleutel)
    eigen = {str(pk) for pk in tak}
    plekken = _paginas(van.pop(soort_pagina.pk, set()) - eigen)
    anders: Counter[str] = Counter()
    for soort, sleutels in van.items():
        open_, dicht, naam = _records(soort, sleutels, wie)
        plekken += open_
        if dicht:
            anders[naam] += dicht
    return Gebruik(plekken[:TOON], max(0, len(plekken) - TOON), sorted(anders.items()))


def _paginas(sleutels: set[str]) -> list[Gebruiksplek]:
    rijen = buiten_prullenbak(Page.objects.filter(pk__in=sleutels)).select_related("content_type").order_by("title")
    return [
        Gebruiksplek(
            rij.get_admin_display_title(), rij.page_type_display_name, reverse("wagtailadmin_pages:edit", args=[rij.pk])
        )
        for rij in rijen
    ]


def _records(soort: int, sleutels: set[str], wie: Any) -> tuple[list[Gebruiksplek], int, str]:
    model: Any = ContentType.objects.get_for_id(soort).model_class()
    if model is None:
        return [], 0, ""
    zoeker = AdminURLFinder(wie)
    open_, dicht = [], 0
    for ding in model._default_manager.filter(pk__in=sleutels):
        if adres := zoeker.get_edit_url(ding):
            open_.append(Gebruiksplek(str(ding), str(model._meta.verbose_name), adres))
        else:
            dicht += 1
    return sorted(open_, key=lambda plek: plek.titel), dicht, str(model._meta.verbose_name_plural)
