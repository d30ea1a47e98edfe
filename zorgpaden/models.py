"""The library of care pathways: who does what, when, with what; and the same in the patient's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList, TabbedInterface
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from kennisplatform.basis import blocks
from kennisplatform.basis.formulieren import KennisFormulier, titelveld
from kennisplatform.basis.invoerpanelen import bewijspaneel, groep, indelingpanelen, inzetpaneel
from kennisplatform.basis.keuzes import Buurtkeuze, Nodig, Zorgpadstaat
from kennisplatform.basis.models import Begripsoort, KennisPagina, MetBewijs, MetInzet, MetPraktijk, RijenPagina
from kennisplatform.basis.paneel import AanbouwPaneel
from kennisplatform.basis.velden import Opmaaktekst, RegelsField, regels
from kennisplatform.feiten.pagina import MetAlarm, OudeRegelsPaneel
from kennisplatform.feiten.spoed import Spoedregel, Spoedvak, Wiebellen, alarmveld, vakken, vakken_beroep

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class ZorgpadenPagina(RijenPagina):
    soort = "zorgpad"
    gebied = "zorgpaden"
    facetten = ("staat", "onderwerp", "doelgroep", "setting", "bewijs", "inzet", "thema", "zorgdomein", "leeftijd")
    max_count_per_parent = 1
    parent_page_types = ["preventie.StartPagina"]
    subpage_types = ["zorgpaden.Zorgpad"]

    class Meta:
        verbose_name = _("overzicht zorgpaden")


class Zorgpad(MetAlarm, MetPraktijk, MetBewijs, MetInzet, KennisPagina):
    zoeksoort = "zorgpad"
    alarmvelden = ("alarmzinnen", "patient_alarmzinnen")
    oude_alarmvelden = ("alarm", "patient_bellen")
    base_form_class = KennisFormulier
    bronnen_volledig = True
    vereist = ("hoofdthema", "begrippen_onderwerp", "bronnen", "stappen", "volgende_controle")
    begripsoorten = (
        Begripsoort.ONDERWERP,
        Begripsoort.DOELGROEP,
        Begripsoort.LEEFTIJD,
        Begripsoort.SETTING,
        Begripsoort.ZORGDOMEIN,
        Begripsoort.IZA_DOEL,
    )

    staat = models.CharField(_("staat"), max_length=20, choices=Zorgpadstaat.choices, default=Zorgpadstaat.ONTWIKKELING)
    op_menukaart = models.BooleanField(
        _("keuze van een buurt"),
        default=False,
        help_text=_(
            "Staat dan ook op de menukaart. Niet aanvinken als de menukaart deze aanpak al onder een andere naam heeft."
        ),
    )
    voor_wie = models.TextField(_("voor wie"))
    wanneer = RegelsField(_("wanneer wel"), blank=True, help_text=_("Eén voorwaarde per regel."))
    wanneer_niet = RegelsField(_("wanneer niet"), blank=True, help_text=_("Eén voorwaarde per regel."))
    stappen = StreamField([("stap", blocks.PadstapBlok())], blank=True, verbose_name=_("stappen"))
    rollen = StreamField([("rol", blocks.RolBlok())], blank=True, verbose_name=_("rollen"))
    nodig = StreamField([("nodig", blocks.NodigBlok())], blank=True, verbose_name=_("wat moet er zijn"))
    monitoring = models.TextField(_("in de gaten houden"), blank=True)
    alarmzinnen = alarmveld(_("wanneer overleg"))
    alarm = RegelsField(_("alarm (oude regels)"), blank=True)  # from before the table of sentences
    patient_tekst = Opmaaktekst(_("uitleg voor de patiënt"), blank=True, help_text=_("In gewone taal, met ‘u’."))
    patient_stappen = RegelsField(_("dit gebeurt er"), blank=True)
    patient_alarmzinnen = alarmveld(_("wanneer belt u"))
    patient_bellen = RegelsField(_("wanneer belt u (oude regels)"), blank=True)
    gecontroleerd_op = models.DateField(_("laatst gecontroleerd"), null=True, blank=True)

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    titelveld(),
                    FieldPanel("samenvatting"),
                    FieldPanel("staat"),
                    FieldPanel("op_menukaart"),
                    groep(_("Voor wie en wanneer"), "voor_wie", "wanneer", "wanneer_niet"),
                    FieldPanel("stappen"),
                    FieldPanel("rollen"),
                    FieldPanel("nodig"),
                    AanbouwPaneel(),
                    groep(_("Veiligheid"), "monitoring", "alarmzinnen"),
                    OudeRegelsPaneel("alarm"),
                    FieldPanel("documenten"),
                    FieldPanel("bronnen"),
                    FieldPanel("gerelateerd"),
                ],
                heading=_("Zorgpad"),
            ),
            ObjectList(
                [
                    FieldPanel("patient_tekst"),
                    FieldPanel("patient_stappen"),
                    FieldPanel("patient_alarmzinnen"),
                    OudeRegelsPaneel("patient_bellen"),
                ],
                heading=_("Voor de patiënt"),
            ),
            ObjectList(
                [
                    bewijspaneel(),
                    inzetpaneel(_("Kosten en wie betaalt")),
                ],
                heading=_("Bewijs en inzet"),
            ),
            ObjectList(
                indelingpanelen(begripsoorten),
                heading=_("Indeling en controle"),
            ),
            ObjectList(Page.promote_panels, heading=_("Adres en menu")),
        ]
    )
    search_fields = [
        *KennisPagina.search_fields,
        *(
            index.SearchField(v)
            for v in (
                "voor_wie",
                "wanneer",
                "wanneer_niet",
                "stappen",
                "rollen",
                "nodig",
                "monitoring",
                "spoedtekst",
                "alarm",
                "patient_tekst",
                "patient_stappen",
                "patient_bellen",
                "bekostiging",
            )
        ),
        index.FilterField("staat"),
    ]
    parent_page_types = ["zorgpaden.ZorgpadenPagina"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("zorgpad")
        verbose_name_plural = _("zorgpaden")

    def get_template(self, request: HttpRequest, *args: object, **kwargs: object) -> str:
        """'?blad=folder': the patient's side alone, to print and hand over."""
        folder = self.patient_tekst and request.GET.get("blad") == "folder"
        return "zorgpaden/folder.html" if folder else "zorgpaden/zorgpad.html"

    @property
    def spoed_beroep(self) -> list[Spoedvak]:
        oud = _oude_regels("meteen", _("Alarm: direct overleg"), self.alarm)
        return [*vakken_beroep(self.gekozen_zinnen()), *oud]

    @property
    def spoed_patient(self) -> list[Spoedvak]:
        oud = _oude_regels("vandaag", _("Wanneer belt u?"), self.patient_bellen)
        return [*vakken(self.gekozen_zinnen("patient_alarmzinnen")), *oud]

    @property
    def nodig_per_soort(self) -> list[tuple[object, list[str]]]:
        """What must be in place, in a fixed order: knowledge, capacity, money, technology."""
        per_soort = {
            soort: [b.value["tekst"] for b in self.nodig if b.value["soort"] == soort.value] for soort in Nodig
        }
        return [(soort.label, teksten) for soort, teksten in per_soort.items()]

    def zoekgetallen(self) -> tuple[dict[str, tuple[str, ...]], list[str], int]:
        facetten: dict[str, tuple[str, ...]] = {"staat": (self.staat,), "bewijs": (self.bewijs_stand.value,)}
        facetten |= self.inzetfacetten()
        if self.op_menukaart:
            facetten["keuze"] = (Buurtkeuze.ZORGPAD.value,)
        return facetten, [str(self.get_staat_display()), str(self.bewijs_stand.label), str(_("zorgpad"))], self.ladder


def _oude_regels(code: str, kop: StrOrPromise, tekst: str) -> list[Spoedvak]:
    punten = [Spoedregel(punt, "nl") for punt in regels(tekst)]
    return [Spoedvak(code, kop, [Wiebellen("", punten)])] if punten else []
