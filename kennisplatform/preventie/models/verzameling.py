"""Themes and topics: pages that gather what was written about one subject."""

from __future__ import annotations

from django import forms
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from kennisplatform.basis import blocks
from kennisplatform.basis.formulieren import KennisFormulier, begrippenvelden, titelveld
from kennisplatform.basis.models import Begripsoort, KennisPagina
from kennisplatform.basis.velden import RegelsField
from kennisplatform.preventie import verzamelen


class Verzameling(KennisPagina):
    """Everything about one term, grouped by kind: a few of each, and the way to all of them."""

    begripsoort = ""
    beste_eerst = False
    begrip = models.ForeignKey("basis.Begrip", verbose_name=_("begrip"), on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        woorden = self.begrip.label if self.beste_eerst else ""
        groepen = verzamelen.per_soort(self.begripsoort, self.begrip.code, self.locale.language_code, woorden)
        return super().get_context(request, *args, **kwargs) | {
            "groepen": groepen,
            "voor_professionals": any(not groep.voor_bewoners for groep in groepen),
        }


class ThemaPagina(Verzameling):
    zoeksoort = "thema"
    begripsoort = Begripsoort.THEMA
    base_form_class = KennisFormulier

    vraag = models.TextField(_("de vraag van dit thema"), blank=True)
    doelstelling = models.TextField(_("doelstelling"), blank=True)
    voor_wie = models.TextField(_("voor wie"), blank=True)
    stappen = StreamField([("stap", blocks.StapBlok())], blank=True, verbose_name=_("zo gaat een buurt te werk"))
    randvoorwaarden = RegelsField(_("wat is nodig"), blank=True)
    monitoring = RegelsField(_("wat meten wij"), blank=True)

    content_panels = [
        titelveld(),
        FieldPanel("begrip", widget=forms.Select),
        *(
            FieldPanel(v)
            for v in (
                "samenvatting",
                "vraag",
                "doelstelling",
                "voor_wie",
                "stappen",
                "randvoorwaarden",
                "monitoring",
            )
        ),
        MultiFieldPanel(begrippenvelden((Begripsoort.IZA_DOEL,)), heading=_("Waar hoort het bij?")),
        FieldPanel("documenten"),
        FieldPanel("bronnen"),
        FieldPanel("volgende_controle"),
    ]
    search_fields = [
        *KennisPagina.search_fields,
        *(
            index.SearchField(v)
            for v in ("vraag", "doelstelling", "voor_wie", "stappen", "randvoorwaarden", "monitoring")
        ),
    ]
    parent_page_types = ["preventie.AlgemenePagina"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("themapagina")
        verbose_name_plural = _("themapagina's")


class OnderwerpPagina(Verzameling):
    zoeksoort = "onderwerp"
    begripsoort = Begripsoort.ONDERWERP
    beste_eerst = True  # a resident reads the first one
    base_form_class = KennisFormulier

    content_panels = [
        titelveld(),
        FieldPanel("begrip", widget=forms.Select),
        FieldPanel("samenvatting"),
        FieldPanel("hoofdthema", widget=forms.Select),
    ]
    parent_page_types = ["preventie.AlgemenePagina"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("onderwerppagina")
        verbose_name_plural = _("onderwerppagina's")
