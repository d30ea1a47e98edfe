"""The residents' hub: home, articles, themes, topics and the pages about this site."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from kennisplatform.basis import blocks
from kennisplatform.basis.formulieren import KennisFormulier, begrippenvelden, titelveld
from kennisplatform.basis.kaarten import van_paginas
from kennisplatform.basis.models import AlleenLezen, Begripsoort, KennisPagina, LijstPagina
from kennisplatform.basis.openbaar import openbaar
from kennisplatform.basis.paginanieuws import onder
from kennisplatform.basis.paneel import AanbouwPaneel
from kennisplatform.basis.velden import RegelsField, regels
from kennisplatform.feiten.pagina import MetAlarm, OudeRegelsPaneel
from kennisplatform.feiten.spoed import Spoedregel, Spoedvak, Wiebellen, alarmveld, vakken
from kennisplatform.preventie import register, situaties, verzamelen
from kennisplatform.tekening.notitie import toont


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
            "deuren": situaties.deuren(),
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
        return "preventie/preventie_lijst.html" if request.GET else "preventie/preventie_pagina.html"

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        """The register; whoever filters or searches gets the list."""
        if request.GET:
            return super().get_context(request, *args, **kwargs)
        return Page.get_context(self, request, *args, **kwargs) | {
            "deuren": situaties.deuren(),
            "letters": register.letters(),
        }


class Artikel(MetAlarm, KennisPagina):
    zoeksoort = "artikel"
    oude_alarmvelden = ("bel_112", "bel_huisarts")
    zonder_spoed = ("zelf_doen",)
    begripsoorten = (Begripsoort.SITUATIE, *KennisPagina.begripsoorten)
    base_form_class = KennisFormulier
    vereist = ("hoofdthema", "begrippen_situatie", "begrippen_onderwerp", "bronnen", "volgende_controle")
    minste_tekens = {"kort_antwoord": 60}

    kort_antwoord = models.TextField(
        _("het korte antwoord"),
        max_length=400,
        help_text=_("Het antwoord eerst, in twee tot vier korte zinnen. Wie hier stopt, weet genoeg."),
    )
    alarmzinnen = alarmveld(_("alarmzinnen"))
    bel_112 = RegelsField(_("bel 112 (oude regels)"), blank=True)  # from before the table of sentences
    bel_huisarts = RegelsField(_("bel de huisarts (oude regels)"), blank=True)
    zelf_doen = RegelsField(_("u kunt zelf beginnen"), blank=True, help_text=_("Eén situatie per regel."))
    stappen = StreamField([("stap", blocks.StapBlok())], blank=True, verbose_name=_("wat kunt u zelf doen"))
    inhoud = StreamField(blocks.Inhoudsblokken(), blank=True, verbose_name=_("tekst"))
    meer_hulp = StreamField([("hulp", blocks.HulpBlok())], blank=True, verbose_name=_("meer hulp"))
    geschreven_door = models.CharField(_("geschreven door"), max_length=120)
    nagekeken_door = models.CharField(_("nagekeken door"), max_length=120, blank=True)
    nagekeken_rol = models.CharField(
        _("rol van wie nakeek"), max_length=120, blank=True, help_text=_("Bijvoorbeeld: huisarts.")
    )
    nagekeken_op = models.DateField(_("nagekeken op"), null=True, blank=True)
    snel_weg = models.BooleanField(
        _("knop ‘Snel weg’"),
        default=False,
        help_text=_("Voor wie het gevaarlijk is om dit te lezen. De pagina wordt dan nergens bewaard."),
    )
    bijgewerkt_op = models.DateField(
        _("tekst gewijzigd op"),
        null=True,
        blank=True,
        help_text=_("Wanneer veranderde de tekst echt? Leeg: de pagina noemt geen dag."),
    )

    content_panels = [
        titelveld(_("Een situatie of vraag in woorden van de lezer: ‘Ik ben bang om te vallen’.")),
        FieldPanel("samenvatting"),
        FieldPanel("kort_antwoord"),
        AanbouwPaneel(),
        MultiFieldPanel(
            [
                FieldPanel("alarmzinnen"),
                OudeRegelsPaneel("bel_112"),
                OudeRegelsPaneel("bel_huisarts"),
                FieldPanel("zelf_doen"),
            ],
            heading=_("Hoe dringend is het?"),
            help_text=_(
                "De volgorde op de pagina ligt vast: 112, meteen, vandaag, afspraak, en dan wat iemand zelf kan doen."
            ),
        ),
        FieldPanel("stappen"),
        FieldPanel("inhoud"),
        FieldPanel("meer_hulp"),
        MultiFieldPanel(begrippenvelden(begripsoorten), heading=_("Waar hoort het bij?")),
        MultiFieldPanel(
            [
                FieldPanel("geschreven_door"),
                FieldRowPanel([FieldPanel("nagekeken_door"), FieldPanel("nagekeken_rol"), FieldPanel("nagekeken_op")]),
                FieldRowPanel([FieldPanel("bijgewerkt_op"), FieldPanel("volgende_controle")]),
                FieldPanel("voorbeeld"),
                FieldPanel("snel_weg"),
            ],
            heading=_("Gemaakt en nagekeken"),
        ),
        FieldPanel("documenten"),
        FieldPanel("bronnen"),
        FieldPanel("gerelateerd"),
    ]
    search_fields = [
        *KennisPagina.search_fields,
        *(
            index.SearchField(v)
            for v in (
                "kort_antwoord",
                "spoedtekst",
                "bel_112",
                "bel_huisarts",
                "zelf_doen",
                "stappen",
                "inhoud",
                "meer_hulp",
            )
        ),
    ]
    parent_page_types = ["preventie.PreventiePagina"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("artikel")
        verbose_name_plural = _("artikelen")

    def serve(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """Where being seen is dangerous, neither we nor the browser keep the page: 'back' shows nothing."""
        antwoord = super().serve(request, *args, **kwargs)
        if self.snel_weg:
            antwoord["Cache-Control"] = "no-store"
        return antwoord

    @property
    def spoed(self) -> list[Spoedvak]:
        """Boxes from most to least urgent, whatever the editor filled in first; last what one can do oneself."""
        los = [
            ("bel112", _("Bel 112"), regels(self.bel_112)),
            ("vandaag", _("Bel uw huisarts"), regels(self.bel_huisarts)),
            ("zelf", _("Hier kunt u zelf mee beginnen"), regels(self.zelf_doen)),
        ]
        taal = self.locale.language_code if self.locale_id else "nl"
        losse = [
            Spoedvak(code, kop, [Wiebellen("", [Spoedregel(punt, taal) for punt in punten])])
            for code, kop, punten in los
            if punten
        ]
        return [*vakken(self.gekozen_zinnen(), taal), *losse]


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


class AlgemenePagina(KennisPagina):
    """About, privacy, accessibility, contact; also the parent that lists themes or topics."""

    zoeksoort = "algemeen"
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
