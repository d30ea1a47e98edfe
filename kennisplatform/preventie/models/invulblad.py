"""A sheet that somebody fills in and prints. What is typed comes back on the page; nothing is stored or sent on."""

from __future__ import annotations

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.blocks import CharBlock, ChoiceBlock, ListBlock, StructBlock, TextBlock
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from kennisplatform.basis import blocks
from kennisplatform.basis.formulieren import KennisFormulier, begrippenvelden, titelveld
from kennisplatform.basis.models import AlleenLezen, Begripsoort, KennisPagina
from kennisplatform.basis.openbaar import openbaar
from kennisplatform.basis.paginanieuws import onder
from kennisplatform.preventie.invullen import Bladformulier, web
from kennisplatform.tekening.notitie import toont


class Invulsoort(models.TextChoices):
    REGEL = "regel", _("Eén regel")
    TEKST = "tekst", _("Een paar regels")
    CIJFER = "cijfer", _("Een cijfer van 0 tot 10")
    KEUZE = "keuze", _("Een van de antwoorden")


class Voorwie(models.TextChoices):
    BEWONER = "bewoner", _("Voor uzelf")
    SAMEN = "samen", _("Voor een gesprek")


class Invulvraag(StructBlock):
    vraag = CharBlock(label=_("Vraag"), max_length=200)
    uitleg = CharBlock(label=_("Uitleg"), max_length=300, required=False, default="")
    soort = ChoiceBlock(label=_("Soort antwoord"), choices=Invulsoort.choices, default=Invulsoort.TEKST)
    keuzes = ListBlock(
        CharBlock(label=_("Antwoord"), max_length=80), label=_("Antwoorden om uit te kiezen"), default=[]
    )

    class Meta:
        label = _("Vraag")
        icon = "help"


class Invuldeel(StructBlock):
    kop = CharBlock(label=_("Kop"), max_length=80)
    uitleg = TextBlock(label=_("Uitleg"), required=False, default="", rows=2)
    vragen = ListBlock(Invulvraag(), label=_("Vragen"), min_num=1)

    class Meta:
        label = _("Deel")
        icon = "form"


class InvulbladenPagina(AlleenLezen, Page):
    zoekbaar = False
    inleiding = models.CharField(_("inleiding"), max_length=200, blank=True)
    content_panels = [titelveld(), FieldPanel("inleiding")]
    max_count_per_parent = 1
    parent_page_types = ["preventie.StartPagina"]
    subpage_types = ["preventie.Invulblad"]

    class Meta:
        verbose_name = _("overzicht invulbladen")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        toont(onder(self))
        bladen = list(openbaar(Invulblad.objects.child_of(self)).order_by("title"))
        groepen = [(soort.label, [blad for blad in bladen if blad.voor_wie == soort]) for soort in Voorwie]
        return super().get_context(request, *args, **kwargs) | {"groepen": [g for g in groepen if g[1]]}


class Invulblad(KennisPagina):
    zoeksoort = "invulblad"
    base_form_class = KennisFormulier
    begripsoorten = (Begripsoort.SITUATIE, Begripsoort.ONDERWERP, Begripsoort.DOELGROEP)
    vereist = ("hoofdthema", "delen", "bronnen", "volgende_controle")

    voor_wie = models.CharField(_("voor wie"), max_length=10, choices=Voorwie.choices, default=Voorwie.BEWONER)
    waarvoor = models.TextField(_("waarvoor gebruikt u het?"), max_length=500)
    web = models.BooleanField(
        _("teken een web"),
        default=False,
        help_text=_("Van de cijfers: elk deel is een draad. Heeft een deel meer cijfers, dan telt het gemiddelde."),
    )
    delen = StreamField([("deel", Invuldeel())], blank=True, verbose_name=_("delen"))
    daarna = StreamField(blocks.Inhoudsblokken(), blank=True, verbose_name=_("en daarna"))

    content_panels = [
        titelveld(_("Wat iemand ermee doet: ‘Mijn gesprek met de huisarts voorbereiden’.")),
        FieldPanel("samenvatting"),
        FieldPanel("voor_wie"),
        FieldPanel("waarvoor"),
        FieldPanel("delen"),
        FieldPanel("web"),
        FieldPanel("daarna"),
        MultiFieldPanel(begrippenvelden(begripsoorten), heading=_("Waar hoort het bij?")),
        FieldPanel("volgende_controle"),
        FieldPanel("voorbeeld"),
        FieldPanel("documenten"),
        FieldPanel("bronnen"),
        FieldPanel("gerelateerd"),
    ]
    search_fields = [
        *KennisPagina.search_fields,
        *(index.SearchField(veld) for veld in ("waarvoor", "delen", "daarna")),
    ]
    parent_page_types = ["preventie.InvulbladenPagina"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("invulblad")
        verbose_name_plural = _("invulbladen")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        formulier = Bladformulier(delen=self.delen)
        leeg_web = web(formulier.leeg()) if self.web else None
        return super().get_context(request, *args, **kwargs) | {"formulier": formulier, "leeg_web": leeg_web}
