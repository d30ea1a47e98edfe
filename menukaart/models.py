"""The menu: interventions a neighbourhood can choose from, with what is known and what is not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, ObjectList, TabbedInterface
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from kennisplatform.basis import blocks
from kennisplatform.basis.formulieren import KennisFormulier, titelveld
from kennisplatform.basis.invoerpanelen import bewijspaneel, groep, indelingpanelen, inzetpaneel
from kennisplatform.basis.keuzes import Buurtkeuze, Gezondheidsverschillen, Sesgeschiktheid
from kennisplatform.basis.models import Begripsoort, KennisPagina, MetBewijs, MetInzet, MetPraktijk, RijenPagina
from kennisplatform.basis.models.rijen import START
from kennisplatform.basis.velden import Opmaaktekst, RegelsField
from menukaart.controle import gronden_die_ontbreken
from menukaart.herkomst import Bevinding, Herkomst, HerkomstBlok, gevuld, herkomst_per_veld, herkomstfouten, samen
from menukaart.programma.models import Activiteit, Planregel

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

__all__ = ["Activiteit", "Interventie", "MenukaartPagina", "Planregel"]
NODIG_VELDEN = ("deskundigheid", "materialen", "randvoorwaarden", "kwaliteitsbewaking", "implementatietijd")
AFWEEGVELDEN = ("voordelen", "nadelen", "succesfactoren", "faalfactoren")


class MenukaartPagina(RijenPagina):
    soort = "interventie"
    gebied = "menukaart"
    erbij = ("zorgpad",)  # a pathway that is a choice of a neighbourhood
    vast = {"keuze": tuple(Buurtkeuze.values)}
    facetten = (
        "uitdaging", "thema", "bewijs", "doelgroep", "ses", "onderwerp", "inzet", "uren_per", "kosten", "kosten_per",
        "keuze", "leeftijd", "setting", "preventievorm", "zorgdomein", "verschillen", "dimensie", "iza_doel",
        "trefwoord",
    )  # fmt: skip  # a list of words
    volgordes = RijenPagina.volgordes | {START: _("Snelste start eerst")}
    max_count_per_parent = 1
    parent_page_types = ["preventie.StartPagina"]
    subpage_types = ["menukaart.Interventie"]

    class Meta:
        verbose_name = _("menukaart")

    def rang(self, volgorde: str, ids: Iterable[int]) -> Mapping[int, tuple[int, int]]:
        if volgorde != START:
            return super().rang(volgorde, ids)
        weken = Interventie.objects.filter(pk__in=list(ids), start_weken__isnull=False)
        return {pk: (0, n or 0) for pk, n in weken.values_list("pk", "start_weken")}


class Interventie(MetPraktijk, MetBewijs, MetInzet, KennisPagina):
    zoeksoort = "interventie"
    base_form_class = KennisFormulier
    bronnen_volledig = True
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
    herkomst = StreamField(
        [("herkomst", HerkomstBlok())],
        blank=True,
        verbose_name=_("waar komt het vandaan?"),
        help_text=_(
            "Voor elk veld dat iets beweert: in welke bron staat het, of is het een inschatting van de redactie?"
        ),
    )
    implementatietijd = models.CharField(_("tijd tot de start"), max_length=200, blank=True)
    start_weken = models.PositiveSmallIntegerField(
        _("weken tot de start"),
        null=True,
        blank=True,
        help_text=_("De langste tijd die de bron noemt, in hele weken. Hierop wordt de menukaart geordend."),
    )
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
    gezocht = models.TextField(
        _("waar is gezocht?"),
        blank=True,
        help_text=_(
            "Waar en wanneer is gezocht naar wat hier nog onbekend is? Ook ‘gezocht en niet gevonden’ is een antwoord."
        ),
    )
    gecontroleerd_op = models.DateField(_("laatst gecontroleerd"), null=True, blank=True)

    inhoud_panels = [
        titelveld(),
        FieldPanel("samenvatting"),
        FieldPanel("omschrijving"),
        groep(_("Van wie is het?"), "eigenaar", "alias", "contact", "website"),
        groep(_("Voor wie en waarom"), "doelgroep_toelichting", "intermediairen", "doel", "subdoelen"),
        groep(_("Hoe gaat het?"), "stappen", "duur", "werkzame_elementen"),
        groep(
            _("Wat is nodig?"),
            "deskundigheid",
            "materialen",
            "randvoorwaarden",
            "kwaliteitsbewaking",
            "implementatietijd",
            "start_weken",
        ),
        groep(_("Afwegen"), "voordelen", "nadelen", "succesfactoren", "faalfactoren", "indicatoren"),
        FieldPanel("documenten"),
        FieldPanel("bronnen"),
        FieldPanel("herkomst"),
        FieldPanel("gerelateerd"),
    ]
    bewijs_panels = [
        HelpPanel(
            _(
                "Bewijs, inzet en praktijk staan los van elkaar. Weet u iets niet? Laat het leeg: dan staat er ‘onbekend’."
            )
        ),
        bewijspaneel("onderzoek"),
        inzetpaneel(_("Inzet")),
        groep(_("SES en gezondheidsverschillen"), "ses_geschiktheid", "ses_grond", "verschillen", "verschillen_grond"),
        FieldPanel("gezocht"),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(inhoud_panels, heading=_("Inhoud")),
            ObjectList(bewijs_panels, heading=_("Bewijs, inzet en SES")),
            ObjectList(indelingpanelen(begripsoorten), heading=_("Indeling en controle")),
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

    @cached_property
    def herkomst_van(self) -> dict[str, list[Herkomst]]:
        return herkomst_per_veld(self)

    def _herkomst(self, *velden: str) -> list[tuple[str, Herkomst]]:
        return samen(self.herkomst_van, [naam for naam in velden if gevuld(self, naam)])

    @property
    def herkomst_nodig(self) -> list[tuple[str, Herkomst]]:
        return self._herkomst(*NODIG_VELDEN)

    @property
    def herkomst_afwegen(self) -> list[tuple[str, Herkomst]]:
        return self._herkomst(*AFWEEGVELDEN)

    @property
    def herkomst_werkzaam(self) -> list[tuple[str, Herkomst]]:
        return self._herkomst(Bevinding.WERKZAAM)

    @property
    def herkomst_onderzoek(self) -> list[tuple[str, Herkomst]]:
        return self._herkomst(Bevinding.ONDERZOEK)

    @property
    def herkomst_ses(self) -> list[tuple[str, Herkomst]]:
        return self._herkomst(Bevinding.SES, Bevinding.VERSCHILLEN)

    @property
    def herkomst_indicatoren(self) -> list[tuple[str, Herkomst]]:
        return self._herkomst(Bevinding.INDICATOREN)

    @property
    def wat_nodig_is(self) -> list[tuple[str, str]]:
        """What whoever does this must have, as heading and text; what nobody filled in is left out."""
        paren = (
            (_("Wie voert uit"), self.intermediairen),
            (_("Deskundig­heid"), self.deskundigheid),
            (_("Materialen"), self.materialen),
            (_("Rand­voor­waarden"), self.randvoorwaarden),
            (_("Kwaliteit"), self.kwaliteitsbewaking),
            (_("Tijd tot de start"), self.implementatietijd),
        )
        return [(str(naam), tekst) for naam, tekst in paren if tekst]

    def veldfouten(self) -> dict[str, StrOrPromise]:
        return super().veldfouten() | gronden_die_ontbreken(self) | herkomstfouten(self)

    def zoekgetallen(self) -> tuple[dict[str, tuple[str, ...]], list[str], int]:
        facetten: dict[str, tuple[str, ...]] = {
            "bewijs": (self.bewijs_stand.value,),
            "ses": (self.ses_geschiktheid,),
            "verschillen": (self.verschillen,),
            "keuze": (Buurtkeuze.INTERVENTIE.value,),
        } | self.inzetfacetten()
        labels = [str(self.bewijs_stand.label), str(_("interventie"))]
        labels += (
            [str(self.get_ses_geschiktheid_display())] if self.ses_geschiktheid != Sesgeschiktheid.ONBEKEND else []
        )
        return facetten, labels, self.ladder
