"""Home and the overview: where residents come in."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from kennisplatform.basis.formulieren import titelveld
from kennisplatform.basis.models import AlleenLezen, LijstPagina
from kennisplatform.preventie import register, seizoen, situaties
from kennisplatform.preventie.models.artikel import Artikel


class StartPagina(AlleenLezen, Page):
    """Home, one per language, for residents: their question, whom to call, and six doors. One link to professionals."""

    zoekbaar = False
    inleiding = models.CharField(_("inleiding"), max_length=200, blank=True)
    zoekvoorbeeld = models.CharField(_("voorbeeld in het zoekveld"), max_length=80, blank=True)

    content_panels = [titelveld(), FieldPanel("inleiding"), FieldPanel("zoekvoorbeeld")]
    parent_page_types = ["wagtailcore.Page"]

    class Meta:
        verbose_name = _("startpagina")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        return super().get_context(request, *args, **kwargs) | {
            "verberg_zoek": True,
            "deuren": lambda: situaties.deuren(Artikel.objects.all()),  # asked when the doors are drawn, which are kept
            "nederlands": self.locale.language_code == settings.LANGUAGE_CODE,
        }


class PreventiePagina(LijstPagina):
    """/preventie/: all articles, by topic, target group and age."""

    soort = "artikel"
    gebied = "preventie"
    facetten = ("situatie", "onderwerp", "doelgroep", "leeftijd", "thema")
    max_count_per_parent = 1
    parent_page_types = ["preventie.StartPagina"]
    subpage_types = ["preventie.Artikel"]

    class Meta:
        verbose_name = _("overzicht gezondheid")

    def get_template(self, request: HttpRequest, *args: object, **kwargs: object) -> str:
        return "preventie/preventie_lijst.html" if _filtert(request) else "preventie/preventie_pagina.html"

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        """The register; whoever filters or searches gets the list."""
        if _filtert(request):
            return super().get_context(request, *args, **kwargs)
        return Page.get_context(self, request, *args, **kwargs) | {
            "deuren": situaties.deuren(Artikel.objects.all()),
            "seizoen": seizoen.nu(Artikel.objects.all()),
            "letters": register.letters(),
            "routes": register.routes(),
        }


def _filtert(request: HttpRequest) -> bool:
    """A neighbourhood in the address only goes along and a door only opens; they filter nothing here."""
    return bool(set(request.GET) - {"buurt", "open"})
