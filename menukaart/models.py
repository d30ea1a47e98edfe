"""The menu: interventions a neighbourhood can choose from, with what is known and what is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from kennisplatform.basis import blocks
from kennisplatform.basis.formulieren import KennisFormulier, begrippenvelden, titelveld
from kennisplatform.basis.keuzes import Gezondheidsverschillen, Sesgeschiktheid
from kennisplatform.basis.models import Begripsoort, KennisPagina, LijstPagina, MetBewijs, MetInzet, MetPraktijk
from kennisplatform.basis.velden import Opmaaktekst, RegelsField
from menukaart.controle import gronden_die_ontbreken

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class MenukaartPagina(LijstPagina):
    soort = "interventie"
    facetten = (
        "thema", "ses", "bewijs", "onderwerp", "doelgroep", "leeftijd", "uitdaging", "setting",
        "preventievorm", "kosten", "zorgdomein", "verschillen", "dimensie", "iza_doel", "trefwoord",
    )  # fmt: skip  # a list of words
    volgordes = {"": _("Naam"), "sterkte": _("Sterkste bewijs eerst"), "nieuw": _("Nieuwste eerst")}
    max_count_per_parent = 1
    parent_page_types = ["preventie.StartPagina"]
    subpage_types = ["menukaart.Interventie"]

    class Meta:
        verbose_name = _("menukaart")


class Interventie(MetPraktijk, MetBewijs, MetInzet, KennisPagina):
    zoeksoort = "interventie"
    base_form_class = KennisFormulier
    vereist = ("hoofdthema", "begrippen_onderwerp", "bronnen")
    begripsoorten = (
        Begripsoort.ONDERWERP,
        Begripsoort.DOELGROEP,
        Begripsoort.LEEFTIJD,
        Begripsoort.SETTING,
        Begripsoort.PREVENTIEVORM,
        Begripsoort.ZORGDOMEIN,
        Begripsoort.IZA_DOEL,
        Begripsoort.DIMENSIE,
        Begripsoort.UITDAGING,
    )

    alias = RegelsField(_("andere namen"), blank=True, help_text=_("Eén per regel. Ook hierop wordt gezocht."))
    eigenaar = models.CharField(_("eigenaar"), max_length=200, help_text=_("De organisatie die de aanpak beheert."))
    contact = models.CharField(
        _("contact"), max_length=250, blank=True, help_text=_("Een rol of organisatie, nooit een persoon.")
    )
    website = models.URLField(_("website"), blank=True)
    omschrijving = Opmaaktekst(_("wat is het?"), help_text=_("Twee tot vijf zinnen in gewone taal."))
    doelgroep_toelichting = models.TextField(_("voor wie precies?"), blank=True)
    intermediairen = models.TextField(_("wie voert het uit of verwijst?"), blank=True)
    doel = models.TextField(_("doel"), blank=True)
    subdoelen = RegelsField(_("subdoelen"), blank=True)
    stappen = StreamField([("stap", blocks.StapBlok())], blank=True, verbose_name=_("aanpak in stappen"))
    duur = models.TextField(_("duur en frequentie"), blank=True)
    werkzame_elementen = RegelsField(
        _("wat mag niet weg?"), blank=True, help_text=_("De werkzame elementen, één per regel.")
    )
    deskundigheid = models.TextField(_("benodigde deskundigheid"), blank=True)
    materialen = models.TextField(_("materialen"), blank=True)
    randvoorwaarden = models.TextField(_("randvoorwaarden"), blank=True)
    kwaliteitsbewaking = models.TextField(_("kwaliteitsbewaking of licentie"), blank=True)
    implementatietijd = models.CharField(_("tijd tot de start"), max_length=200, blank=True)
    onderzoek = Opmaaktekst(_("wat is onderzocht?"), blank=True, help_text=_("Elke uitkomst met zijn bron."))
    ses_geschiktheid = models.CharField(
        _("past bij SES"), max_length=30, choices=Sesgeschiktheid.choices, default=Sesgeschiktheid.ONBEKEND
    )
    ses_grond = models.TextField(_("waaruit blijkt dat?"), blank=True)
    verschillen = models.CharField(
        _("gezondheidsverschillen"),
        max_length=20,
        choices=Gezondheidsverschillen.choices,
        default=Gezondheidsverschillen.ONBEKEND,
    )
    verschillen_grond = models.TextField(_("waaruit blijkt dat?"), blank=True)
    voordelen = RegelsField(_("voordelen"), blank=True)
    nadelen = RegelsField(_("nadelen"), blank=True)
    succesfactoren = RegelsField(_("wat helpt"), blank=True)
    faalfactoren = RegelsField(_("waar het op stukloopt"), blank=True)
    indicatoren = RegelsField(_("waaraan merkt u het?"), blank=True, help_text=_("Indicatoren, één per regel."))
    gecontroleerd_op = models.DateField(_("laatst gecontroleerd"), null=True, blank=True)

    inhoud_panels = [
        titelveld(),
        FieldPanel("samenvatting"),
        FieldPanel("omschrijving"),
        MultiFieldPanel(
            [FieldPanel("eigenaar"), FieldPanel("alias"), FieldPanel("contact"), FieldPanel("website")],
            heading=_("Van wie is het?"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("doelgroep_toelichting"),
                FieldPanel("intermediairen"),
                FieldPanel("doel"),
                FieldPanel("subdoelen"),
            ],
            heading=_("Voor wie en waarom"),
        ),
        MultiFieldPanel(
            [FieldPanel("stappen"), FieldPanel("duur"), FieldPanel("werkzame_elementen")], heading=_("Hoe gaat het?")
        ),
        MultiFieldPanel(
            [
                FieldPanel(v)
                for v in ("deskundigheid", "materialen", "randvoorwaarden", "kwaliteitsbewaking", "implementatietijd")
            ],
            heading=_("Wat is nodig?"),
        ),
        MultiFieldPanel(
            [FieldPanel(v) for v in ("voordelen", "nadelen", "succesfactoren", "faalfactoren", "indicatoren")],
            heading=_("Afwegen"),
        ),
        FieldPanel("documenten"),
        FieldPanel("bronnen"),
        FieldPanel("gerelateerd"),
    ]
    bewijs_panels = [
        HelpPanel(
            _(
                "Bewijs, inzet en praktijk staan los van elkaar. Weet u iets niet? Laat het leeg: dan staat er ‘onbekend’."
            )
        ),
        MultiFieldPanel(
            [
                FieldPanel(v)
                for v in (
                    "bewijs_niveau",
                    "bewijs_datum",
                    "bewijs_commissie",
                    "bewijs_oordeel",
                    "bewijs_bron_url",
                    "onderzoek",
                )
            ],
            heading=_("Bewijs"),
        ),
        MultiFieldPanel(
            [
                FieldPanel(v)
                for v in ("kostenklasse", "uren", "uren_toelichting", "verletkosten", "inzet_bron", "bekostiging")
            ],
            heading=_("Inzet"),
        ),
        MultiFieldPanel(
            [FieldPanel(v) for v in ("ses_geschiktheid", "ses_grond", "verschillen", "verschillen_grond")],
            heading=_("SES en gezondheidsverschillen"),
        ),
    ]
    indeling_panels = [
        MultiFieldPanel(begrippenvelden(begripsoorten), heading=_("Waar hoort het bij?")),
        FieldRowPanel([FieldPanel("gecontroleerd_op"), FieldPanel("volgende_controle")]),
        FieldPanel("voorbeeld"),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(inhoud_panels, heading=_("Inhoud")),
            ObjectList(bewijs_panels, heading=_("Bewijs, inzet en SES")),
            ObjectList(indeling_panels, heading=_("Indeling en controle")),
            ObjectList(Page.promote_panels, heading=_("Adres en menu")),
        ]
    )
    search_fields = [
        *KennisPagina.search_fields,
        *(
            index.SearchField(v)
            for v in (
                "alias",
                "eigenaar",
                "omschrijving",
                "doelgroep_toelichting",
                "intermediairen",
                "doel",
                "subdoelen",
                "stappen",
                "duur",
                "werkzame_elementen",
                "deskundigheid",
                "materialen",
                "randvoorwaarden",
                "onderzoek",
                "voordelen",
                "nadelen",
                "succesfactoren",
                "faalfactoren",
                "bekostiging",
            )
        ),
        index.FilterField("bewijs_niveau"),
    ]
    parent_page_types = ["menukaart.MenukaartPagina"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("interventie")
        verbose_name_plural = _("interventies")

    def veldfouten(self) -> dict[str, StrOrPromise]:
        return super().veldfouten() | gronden_die_ontbreken(self)

    def zoekgetallen(self) -> tuple[dict[str, tuple[str, ...]], list[str], int]:
        facetten: dict[str, tuple[str, ...]] = {
            "bewijs": (self.bewijs_stand.value,),
            "ses": (self.ses_geschiktheid,),
            "verschillen": (self.verschillen,),
            "kosten": (self.kostenklasse,),
        }
        labels = [str(self.bewijs_stand.label), str(_("interventie"))]
        labels += (
            [str(self.get_ses_geschiktheid_display())] if self.ses_geschiktheid != Sesgeschiktheid.ONBEKEND else []
        )
        return facetten, labels, self.ladder
