"""A page that lists what the search engine finds: filters, counts, order, cards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index

from kennisplatform.basis.bladeren import Bladeren
from kennisplatform.basis.facetten import voor_sjabloon
from kennisplatform.basis.kaarten import Kaarten, bij
from kennisplatform.basis.models.lezen import AlleenLezen
from kennisplatform.basis.verruimen import verruimingen
from kennisplatform.basis.vinden import vind
from kennisplatform.zoeken.antwoord.vraag import Antwoord, Vraag

PER_PAGINA = 24


class LijstPagina(AlleenLezen, Page):
    soort = ""  # kind that is listed
    erbij: tuple[str, ...] = ()  # other kinds that may stand in this list too
    vast: Mapping[str, tuple[str, ...]] = {}  # what all that stands here has: facet → values
    gebied = ""  # first part of its address
    facetten: tuple[str, ...] = ()
    volgordes = {"": _("Naam"), "nieuw": _("Nieuwste eerst")}
    zoekbaar = False  # the list itself is not a search result; what is on it is

    inleiding = models.TextField(
        _("inleiding"), blank=True, help_text=_("Eén of twee zinnen: wat vindt de lezer hier?")
    )

    content_panels = [*Page.content_panels, FieldPanel("inleiding")]
    search_fields = [*Page.search_fields, index.SearchField("inleiding")]

    class Meta:
        abstract = True

    def vraag(self, request: HttpRequest) -> Vraag:
        vraag = Vraag.uit_get(
            request.GET,
            facetten=self.facetten,
            soorten=(self.soort, *self.erbij),
            taal=self.locale.language_code,
            per_pagina=PER_PAGINA,
            volgordes=[v for v in self.volgordes if v],
        )
        return replace(vraag, vast=self.vast)

    def antwoord(self, vraag: Vraag) -> Antwoord:
        return vind(vraag)

    def kaarten(self, antwoord: Antwoord) -> Kaarten:
        return bij(antwoord.treffers)

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        vraag = self.vraag(request)
        antwoord = self.antwoord(vraag)
        return super().get_context(request, *args, **kwargs) | {
            "antwoord": antwoord,
            "vraag": vraag,
            "facetten": voor_sjabloon(antwoord, request.GET),
            "kaarten": self.kaarten(antwoord),
            "bladeren": Bladeren(vraag.pagina, antwoord.totaal, vraag.per_pagina),
            "volgordes": self.volgordes,
            "verruimingen": verruimingen(antwoord, request.GET),
        }
