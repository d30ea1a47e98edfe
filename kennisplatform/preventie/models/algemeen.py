"""The pages about this site."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from kennisplatform.basis import blocks
from kennisplatform.basis.formulieren import KennisFormulier, titelveld
from kennisplatform.basis.kaarten import van_paginas
from kennisplatform.basis.models import KennisPagina
from kennisplatform.basis.openbaar import openbaar
from kennisplatform.basis.paginanieuws import onder
from kennisplatform.tekening.notitie import toont


class AlgemenePagina(KennisPagina):
    """About, privacy, accessibility, contact; also the parent that lists themes or topics."""

    zoeksoort = "algemeen"
    vaste_slugs = ("themas", "onderwerpen", "stap-voor-stap")  # what vaste_paginas.py makes: never thrown away
    base_form_class = KennisFormulier
    inhoud = StreamField(blocks.Inhoudsblokken(), blank=True, verbose_name=_("tekst"))

    content_panels = [
        titelveld(),
        FieldPanel("samenvatting"),
        FieldPanel("inhoud"),
        FieldPanel("documenten"),
        FieldPanel("bronnen"),
        FieldPanel("volgende_controle"),
    ]
    search_fields = [*KennisPagina.search_fields, index.SearchField("inhoud")]
    parent_page_types = ["preventie.StartPagina"]

    class Meta:
        verbose_name = _("algemene pagina")
        verbose_name_plural = _("algemene pagina's")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        toont(onder(self))
        kinderen = openbaar(self.get_children()).values_list("pk", flat=True) if self.numchild else []
        return super().get_context(request, *args, **kwargs) | {"kaarten": van_paginas(kinderen)}
