"""A road in steps through something that happens to people: where am I, what now, what can wait."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.blocks import CharBlock, ChoiceBlock, ListBlock, StructBlock, TextBlock
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from kennisplatform.basis.formulieren import KennisFormulier, begrippenvelden, titelveld
from kennisplatform.basis.kaarten import haal_paginas
from kennisplatform.basis.models import Begripsoort, KennisPagina
from kennisplatform.basis.paginakeuze import Paginakeuze
from kennisplatform.preventie import prenten

MAX_STAP = 99


class Routestap(StructBlock):
    titel = CharBlock(label=_("Stap"), max_length=120)
    wanneer = CharBlock(label=_("Wanneer"), max_length=60, help_text=_("Bijvoorbeeld: de eerste week."))
    tekst = TextBlock(label=_("Wat is er nu"), rows=3)
    prent = ChoiceBlock(label=_("Tekening"), choices=prenten.keuzes, required=False, default="")
    doen = ListBlock(CharBlock(label=_("Doe dit"), max_length=200), label=_("Wat u doet"), default=[])
    lezen = ListBlock(Paginakeuze(page_type="preventie.Artikel"), label=_("Lees erbij"), default=[])

    class Meta:
        label = _("Stap")
        icon = "list-ol"


@dataclass(frozen=True)
class Routeplek:
    """A step as the page shows it: numbered, with the articles that belong to it."""

    nummer: int
    waarde: Any
    lezen: Sequence[Page]
    hier: bool


class Routepagina(KennisPagina):
    zoeksoort = "route"
    base_form_class = KennisFormulier
    begripsoorten = (Begripsoort.SITUATIE, Begripsoort.ONDERWERP, Begripsoort.DOELGROEP)
    vereist = ("situatie", "stappen")
    stappen = StreamField([("stap", Routestap())], blank=True, verbose_name=_("stappen"))

    content_panels = [
        titelveld(_("Wat er met iemand gebeurt: ‘Weer thuis uit het ziekenhuis’.")),
        FieldPanel("samenvatting"),
        FieldPanel("stappen"),
        MultiFieldPanel(begrippenvelden(begripsoorten), heading=_("Waar hoort het bij?")),
        FieldPanel("volgende_controle"),
        FieldPanel("voorbeeld"),
        FieldPanel("documenten"),
        FieldPanel("bronnen"),
        FieldPanel("gerelateerd"),
    ]
    search_fields = [*KennisPagina.search_fields, index.SearchField("stappen")]
    parent_page_types = ["preventie.AlgemenePagina"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("route")
        verbose_name_plural = _("routes")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        plekken = self.plekken(_nummer(request.GET.get("stap", "")))
        hier = next((plek for plek in plekken if plek.hier), None)
        return super().get_context(request, *args, **kwargs) | {
            "plekken": plekken,
            "hier": hier,
            "vorige": plekken[hier.nummer - 2] if hier and hier.nummer > 1 else None,
            "volgende": plekken[hier.nummer] if hier and hier.nummer < len(plekken) else None,
        }

    def plekken(self, hier: int) -> list[Routeplek]:
        """Articles that are not public (any more) are left out."""
        waarden = [stap.value for stap in self.stappen]
        sleutels = [[pagina.pk for pagina in waarde["lezen"] if pagina is not None] for waarde in waarden]
        paginas = haal_paginas(sorted({pk for pks in sleutels for pk in pks}))
        return [
            Routeplek(nummer, waarde, [paginas[pk] for pk in pks if pk in paginas], nummer == hier)
            for nummer, (waarde, pks) in enumerate(zip(waarden, sleutels, strict=True), start=1)
        ]


def _nummer(tekst: str) -> int:
    return min(int(tekst), MAX_STAP) if tekst.isascii() and tekst.isdecimal() and len(tekst) < 3 else 0
