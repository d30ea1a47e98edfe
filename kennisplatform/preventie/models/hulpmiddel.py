"""What people who work in a neighbourhood take off the shelf: norms, instruments, work instructions, courses, studies."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from kennisplatform.basis import blocks
from kennisplatform.basis.formulieren import KennisFormulier, begrippenvelden, titelveld
from kennisplatform.basis.keuzes import Hulpmiddelsoort
from kennisplatform.basis.models import Begripsoort, KennisPagina, LijstPagina


class HulpmiddelenPagina(LijstPagina):
    soort = "hulpmiddel"
    gebied = "hulpmiddelen"
    facetten = ("hulpmiddelsoort", "thema", "setting", "onderwerp")
    max_count_per_parent = 1
    parent_page_types = ["preventie.StartPagina"]
    subpage_types = ["preventie.Hulpmiddel"]

    class Meta:
        verbose_name = _("overzicht hulpmiddelen")


class Hulpmiddel(KennisPagina):
    zoeksoort = "hulpmiddel"
    base_form_class = KennisFormulier
    begripsoorten = (Begripsoort.ONDERWERP, Begripsoort.SETTING)
    vereist = ("hoofdthema",)

    hulpmiddelsoort = models.CharField(_("wat is het?"), max_length=20, choices=Hulpmiddelsoort.choices)
    waarvoor = models.TextField(
        _("waarvoor gebruikt u het?"), max_length=500, help_text=_("Twee of drie zinnen: wanneer pakt iemand dit?")
    )
    inhoud = StreamField(blocks.Inhoudsblokken(), blank=True, verbose_name=_("tekst"))
    link = models.URLField(
        _("waar het staat"),
        blank=True,
        max_length=500,
        help_text=_("De pagina zelf, niet de voordeur van een website."),
    )
    eigenaar = models.CharField(_("van wie"), max_length=120, blank=True)

    content_panels = [
        titelveld(_("De naam waaronder mensen het zoeken.")),
        FieldPanel("samenvatting"),
        FieldPanel("hulpmiddelsoort"),
        FieldPanel("waarvoor"),
        FieldPanel("link"),
        FieldPanel("eigenaar"),
        FieldPanel("documenten"),
        FieldPanel("inhoud"),
        MultiFieldPanel(begrippenvelden(begripsoorten), heading=_("Waar hoort het bij?")),
        FieldPanel("volgende_controle"),
        FieldPanel("voorbeeld"),
        FieldPanel("bronnen"),
        FieldPanel("gerelateerd"),
    ]
    search_fields = [*KennisPagina.search_fields, index.SearchField("waarvoor"), index.SearchField("inhoud")]
    parent_page_types = ["preventie.HulpmiddelenPagina"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("hulpmiddel")
        verbose_name_plural = _("hulpmiddelen")

    def zoekgetallen(self) -> tuple[dict[str, tuple[str, ...]], list[str], int]:
        return {"hulpmiddelsoort": (self.hulpmiddelsoort,)}, [str(self.get_hulpmiddelsoort_display())], 0
