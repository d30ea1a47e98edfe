"""A collection: a page that is one saved search, with a feed of what comes in."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from kennisplatform.basis.bladeren import Bladeren
from kennisplatform.basis.collectie import vraag_van
from kennisplatform.basis.collectieblok import LEEG, CollectieBlok
from kennisplatform.basis.formulieren import KennisFormulier, titelveld
from kennisplatform.basis.kaarten import bij
from kennisplatform.basis.models import KennisPagina
from kennisplatform.basis.vinden import vind
from kennisplatform.zoeken.antwoord.vraag import Vraag, paginanummer


class Collectie(KennisPagina):
    zoeksoort = "collectie"
    base_form_class = KennisFormulier
    zoek = StreamField(
        [("zoek", CollectieBlok())],
        min_num=1,
        max_num=1,
        default=[("zoek", LEEG)],  # there is nothing else to choose; a callable would be asked of the form once more
        verbose_name=_("wat staat erin"),
        help_text=_("‘Hoeveel’ is hier het aantal per blad. Een lezer bladert door alles."),
    )

    content_panels = [titelveld(), FieldPanel("samenvatting"), FieldPanel("zoek"), FieldPanel("volgende_controle")]
    parent_page_types = ["preventie.StartPagina"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("collectie")
        verbose_name_plural = _("collecties")

    @cached_property
    def vraag(self) -> Vraag:
        waarde: Any = self.zoek[0].value if self.zoek else {"soorten": ("geen",)}
        return vraag_van(waarde, self.locale.language_code)

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        vraag = replace(self.vraag, pagina=paginanummer(request.GET.get("pagina", "")))
        antwoord = vind(vraag)
        treffers = [t for t in antwoord.treffers if t.sleutel != self.dingnaam]
        return super().get_context(request, *args, **kwargs) | {
            "kaarten": bij(treffers),
            "totaal": antwoord.totaal,
            "bladeren": Bladeren(vraag.pagina, antwoord.totaal, vraag.per_pagina),
        }
