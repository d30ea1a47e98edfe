"""What residents read."""

from __future__ import annotations

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from kennisplatform.basis import blocks
from kennisplatform.basis.formulieren import KennisFormulier, begrippenvelden, titelveld
from kennisplatform.basis.models import Begripsoort, KennisPagina
from kennisplatform.basis.paneel import AanbouwPaneel
from kennisplatform.basis.velden import RegelsField, regels
from kennisplatform.feiten.pagina import MetAlarm, OudeRegelsPaneel
from kennisplatform.feiten.spoed import Spoedregel, Spoedvak, Wiebellen, alarmveld, vakken

OPNAME = _("Leest iemand de tekst voor? Kies dan ook de opname (MP3 of M4A): die staat bovenaan, om te beluisteren.")


class Artikel(MetAlarm, KennisPagina):
    zoeksoort = "artikel"
    oude_alarmvelden = ("bel_112", "bel_huisarts")
    zonder_spoed = ("zelf_doen",)
    begripsoorten = (Begripsoort.SITUATIE, *KennisPagina.begripsoorten)
    base_form_class = KennisFormulier
    vereist = ("hoofdthema", "begrippen_situatie", "begrippen_onderwerp", "bronnen", "volgende_controle")
    minste_tekens = {"kort_antwoord": 60}
    # The headings that the template gives: a reader can say that something there is not right.
    veldkoppen = {"stappen": _("Wat kunt u zelf doen?"), "meer_hulp": _("Meer hulp")}

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
        FieldPanel("documenten", help_text=OPNAME),
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
