"""A short lesson from professionals to a neighbourhood: steps with pictures, a card, a sheet for a group, questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.blocks import BooleanBlock, CharBlock, ChoiceBlock, ListBlock, StructBlock, TextBlock
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from kennisplatform.basis import blocks
from kennisplatform.basis.formulieren import KennisFormulier, begrippenvelden, titelveld
from kennisplatform.basis.models import AlleenLezen, Begripsoort, KennisPagina
from kennisplatform.basis.openbaar import openbaar
from kennisplatform.basis.paginanieuws import onder
from kennisplatform.basis.velden import RegelsField
from kennisplatform.feiten.pagina import MetAlarm
from kennisplatform.feiten.spoed import Spoedvak, alarmveld, vakken
from kennisplatform.preventie import prenten
from kennisplatform.tekening.notitie import toont

BLADEN = {"kaart": "preventie/module_kaart.html", "groep": "preventie/module_groep.html"}


class Modulereeks(models.TextChoices):
    BUURT = "buurt", _("Kennis naar de buurt")
    MINDSET = "mindset", _("Preventie als mindset")


class Lesstap(StructBlock):
    titel = CharBlock(label=_("Stap"), max_length=120, help_text=_("Begin met een werkwoord."))
    tekst = TextBlock(label=_("Hoe"), rows=3)
    prent = ChoiceBlock(label=_("Tekening"), choices=prenten.keuzes, required=False, default="")

    class Meta:
        label = _("Stap")
        icon = "list-ol"


class Lesantwoord(StructBlock):
    tekst = CharBlock(label=_("Antwoord"), max_length=160)
    goed = BooleanBlock(label=_("Dit klopt"), required=False, default=False)
    uitleg = TextBlock(label=_("Waarom wel of niet"), rows=2)

    class Meta:
        label = _("Antwoord")


class Lesvraag(StructBlock):
    vraag = CharBlock(label=_("Vraag"), max_length=200)
    antwoorden = ListBlock(Lesantwoord(), label=_("Antwoorden"), min_num=2, max_num=4)

    class Meta:
        label = _("Vraag")
        icon = "help"


@dataclass(frozen=True)
class Reeks:
    naam: str
    waarvoor: str
    modules: Sequence[Page]


class ModulesPagina(AlleenLezen, Page):
    """All lessons, by series, in the order of the series."""

    zoekbaar = False
    inleiding = models.CharField(_("inleiding"), max_length=200, blank=True)
    content_panels = [titelveld(), FieldPanel("inleiding")]
    max_count_per_parent = 1
    parent_page_types = ["preventie.StartPagina"]
    subpage_types = ["preventie.Module"]
    WAARVOOR = {
        Modulereeks.BUURT: _("Voor bewoners, mantelzorgers en vrijwilligers. Alleen of met een groep."),
        Modulereeks.MINDSET: _("Een leergang voor wie in een buurt werkt: van ‘zorgen voor’ naar ‘zorgen dat’."),
    }

    class Meta:
        verbose_name = _("overzicht modules")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        toont(onder(self))
        rij = list(openbaar(Module.objects.child_of(self)).order_by("volgorde", "title"))
        reeksen = [
            Reeks(str(soort.label), str(self.WAARVOOR[soort]), [m for m in rij if m.reeks == soort])
            for soort in Modulereeks
        ]
        return super().get_context(request, *args, **kwargs) | {"reeksen": [r for r in reeksen if r.modules]}


class Module(MetAlarm, KennisPagina):
    zoeksoort = "module"
    base_form_class = KennisFormulier
    begripsoorten = (Begripsoort.SITUATIE, Begripsoort.ONDERWERP, Begripsoort.DOELGROEP)
    vereist = ("hoofdthema", "stappen", "bronnen", "volgende_controle")
    op_ander_blad = ("groep",)  # on the sheet for who leads a group

    reeks = models.CharField(_("reeks"), max_length=10, choices=Modulereeks.choices, default=Modulereeks.BUURT)
    volgorde = models.PositiveSmallIntegerField(_("plaats in de reeks"), default=0)
    voor_wie = models.CharField(_("voor wie"), max_length=120, help_text=_("Bijvoorbeeld: buren en vrijwilligers."))
    na_deze_les = RegelsField(_("na deze les"), help_text=_("Wat iemand dan kan. Eén ding per regel."))
    alarmzinnen = alarmveld(_("alarmzinnen"))
    stappen = StreamField([("stap", Lesstap())], blank=True, verbose_name=_("stappen"))
    inhoud = StreamField(blocks.Inhoudsblokken(), blank=True, verbose_name=_("tekst"))
    kaart = RegelsField(_("op de kaart"), blank=True, help_text=_("Hoogstens zes korte regels, om op te hangen."))
    vragen = StreamField([("vraag", Lesvraag())], blank=True, verbose_name=_("kijk of u het weet"))
    nodig = RegelsField(_("nodig voor een groep"), blank=True)
    groep = StreamField([("stap", blocks.StapBlok())], blank=True, verbose_name=_("zo doet u het met een groep"))

    content_panels = [
        titelveld(_("Wat iemand leert: ‘Overeind komen na een val’.")),
        FieldPanel("samenvatting"),
        FieldRowPanel([FieldPanel("reeks"), FieldPanel("volgorde")]),
        FieldPanel("voor_wie"),
        FieldPanel("na_deze_les"),
        FieldPanel("alarmzinnen"),
        FieldPanel("stappen"),
        FieldPanel("inhoud"),
        FieldPanel("kaart"),
        FieldPanel("vragen"),
        MultiFieldPanel([FieldPanel("nodig"), FieldPanel("groep")], heading=_("Met een groep")),
        MultiFieldPanel(begrippenvelden(begripsoorten), heading=_("Waar hoort het bij?")),
        FieldPanel("volgende_controle"),
        FieldPanel("voorbeeld"),
        FieldPanel("documenten"),
        FieldPanel("bronnen"),
        FieldPanel("gerelateerd"),
    ]
    search_fields = [
        *KennisPagina.search_fields,
        *(index.SearchField(veld) for veld in ("voor_wie", "na_deze_les", "spoedtekst", "stappen", "inhoud", "kaart")),
    ]
    parent_page_types = ["preventie.ModulesPagina"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("module")
        verbose_name_plural = _("modules")

    @property
    def spoed(self) -> list[Spoedvak]:
        return vakken(self.gekozen_zinnen(), self.locale.language_code if self.locale_id else "nl")

    def get_template(self, request: HttpRequest, *args: object, **kwargs: object) -> str:
        """The lesson, or one of its sheets to print: '?blad=kaart', '?blad=groep'."""
        return BLADEN.get(request.GET.get("blad", ""), "preventie/module.html")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        toont(onder(self.get_parent()))
        rij = list(
            openbaar(Module.objects.sibling_of(self).filter(reeks=self.reeks))
            .order_by("volgorde", "title")
            .values_list("pk", "title", "slug")
        )
        hier = next((n for n, (pk, *_rest) in enumerate(rij) if pk == self.pk), None)
        volgende = rij[hier + 1] if hier is not None and hier + 1 < len(rij) else None
        return super().get_context(request, *args, **kwargs) | {
            "nummer": None if hier is None else hier + 1,
            "aantal": len(rij),
            "volgende": volgende,
        }
