"""What neighbourhoods learned: practice examples, failures included."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable
from wagtail.search import index

from kennisplatform.basis import blocks
from kennisplatform.basis.adressen import pad_op_site
from kennisplatform.basis.formulieren import KennisFormulier
from kennisplatform.basis.inzet import Inzet, uit_regel
from kennisplatform.basis.inzetblokken import PraktijkinzetBlok
from kennisplatform.basis.keuzes import Kostenklasse, Praktijkstaat, Praktijkuitkomst, Uitkomstgrond, Urenklasse
from kennisplatform.basis.models import Begripsoort, KennisPagina, LijstPagina
from kennisplatform.basis.openbaar import openbaar
from kennisplatform.basis.velden import Opmaaktekst
from kennisplatform.deelnemers.kaartbeeld import provincies
from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.tekening.notitie import eens, toont
from leernetwerk.invoerpanelen import voorbeeldpanelen
from leernetwerk.voorbeeldkaart import BEELD, KAART, voorbeeldkaart

# The team keeps no examples for itself: those would help nobody.
VOOR_VOORBEELDEN = [keuze for keuze in Zichtbaarheid.choices if keuze[0] != Zichtbaarheid.TEAM]


class LeernetwerkPagina(LijstPagina):
    soort = "praktijkvoorbeeld"
    gebied = "leernetwerk"
    facetten = (
        "thema",
        "uitkomst",
        "praktijkstaat",
        "gebruikt",
        "onderwerp",
        "doelgroep",
        "kosten",
        "uren",
        "sesklasse",
        "regio",
        "buurt",
        "plaats",
        "leeftijd",
        "jaar",
    )
    max_count_per_parent = 1
    parent_page_types = ["preventie.StartPagina"]
    subpage_types = ["leernetwerk.Praktijkvoorbeeld"]

    class Meta:
        verbose_name = _("overzicht leernetwerk")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        context = super().get_context(request, *args, **kwargs)
        if request.GET.get(BEELD) == KAART:
            kaart = voorbeeldkaart(context["antwoord"], request.GET)
            context |= {"kaart": kaart, "beeld": KAART, "provincies": provincies(), "bladeren": kaart.bladeren}
        return context


class Praktijkvoorbeeld(KennisPagina):
    zoeksoort = "praktijkvoorbeeld"
    volgbaar = True
    rechtsoort = "praktijkvoorbeeld"
    persoonveld = ""
    base_form_class = KennisFormulier
    bronnen_volledig = True
    vereist = ("hoofdthema", "begrippen_onderwerp")
    begripsoorten = (Begripsoort.ONDERWERP, Begripsoort.DOELGROEP, Begripsoort.LEEFTIJD, Begripsoort.UITDAGING)

    buurt = models.ForeignKey(
        "deelnemers.Buurt",
        verbose_name=_("transitiebuurt"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="praktijkvoorbeelden",
        help_text=_("Leeg als het voorbeeld van buiten onze buurten komt."),
    )
    # What is not for everybody also carries a view restriction (besloten.py): who asks for public pages passes it by.
    zichtbaarheid = models.CharField(
        _("wie mag dit lezen?"),
        max_length=20,
        choices=VOOR_VOORBEELDEN,
        default=Zichtbaarheid.OPENBAAR,
        help_text=_("Een buurt kan een voorbeeld voor de netwerken houden. Zoeken en lijsten laten het dan weg."),
    )
    plaats = models.CharField(_("plaats"), max_length=120, help_text=_("Zoals ‘Overvecht, Utrecht’."))
    provincie = models.CharField(
        _("provincie"),
        max_length=30,
        blank=True,
        help_text=_("Alleen als het voorbeeld niet van een van onze buurten is."),
    )
    periode = models.CharField(_("periode"), max_length=60, blank=True)
    datum = models.DateField(_("datum van het verhaal"), null=True, blank=True)
    staat = models.CharField(
        _("hoe staat het ervoor?"), max_length=20, choices=Praktijkstaat.choices, default=Praktijkstaat.ONBEKEND
    )
    uitkomst = models.CharField(
        _("werkte het?"), max_length=20, choices=Praktijkuitkomst.choices, default=Praktijkuitkomst.ONBEKEND
    )
    aanleiding = Opmaaktekst(_("wat was er aan de hand?"))
    aanpak = Opmaaktekst(_("wat deden zij?"))
    wat_werkte = Opmaaktekst(_("wat werkte"))
    wat_niet_werkte = Opmaaktekst(
        _("wat niet werkte, en waarom"), help_text=_("Verplicht. Juist hiervan leert de volgende buurt.")
    )
    resultaten = StreamField(
        [("resultaat", blocks.ResultaatBlok())],
        blank=True,
        verbose_name=_("resultaten"),
        help_text=_("Leeg betekent: niet gemeten."),
    )
    uitkomst_grond = models.CharField(
        _("wie zegt dat?"),
        max_length=20,
        choices=Uitkomstgrond.choices,
        default=Uitkomstgrond.ONBEKEND,
        help_text=_("Rust ‘het werkte’ op het woord van wie het bedacht? Dan zegt de pagina dat erbij."),
    )
    inzetregels = StreamField(
        [("inzet", PraktijkinzetBlok())],
        blank=True,
        verbose_name=_("wat kostte het, in getallen?"),
        help_text=_("Deze getallen komen als reeks op de pagina van de interventie, naast wat onderzoek zegt."),
    )
    uren = models.CharField(_("uren"), max_length=250, blank=True)
    kosten = models.CharField(_("kosten"), max_length=250, blank=True)
    kostenklasse = models.CharField(
        _("kosten per jaar"), max_length=20, choices=Kostenklasse.choices, default=Kostenklasse.ONBEKEND
    )
    urenklasse = models.CharField(
        _("uren per week"), max_length=20, choices=Urenklasse.choices, default=Urenklasse.ONBEKEND
    )
    mensen = models.CharField(_("mensen"), max_length=250, blank=True, help_text=_("Wie deden mee en waren nodig?"))
    advies = models.TextField(_("advies aan de volgende buurt"), blank=True)
    contact_rol = models.CharField(
        _("wie weet meer?"), max_length=200, blank=True, help_text=_("Een rol, nooit een persoon.")
    )

    edit_handler = voorbeeldpanelen(begripsoorten)
    search_fields = [
        *KennisPagina.search_fields,
        *(
            index.SearchField(v)
            for v in (
                "plaats",
                "aanleiding",
                "aanpak",
                "wat_werkte",
                "wat_niet_werkte",
                "resultaten",
                "kosten",
                "advies",
            )
        ),
        index.FilterField("staat"),
    ]
    parent_page_types = ["leernetwerk.LeernetwerkPagina"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("praktijkvoorbeeld")
        verbose_name_plural = _("praktijkvoorbeelden")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        return super().get_context(request, *args, **kwargs) | {"gebruikt": eens(lambda: gebruikt_door(self.pk))}

    @property
    def inzet(self) -> list[Inzet]:
        return [uit_regel(deel.value) for deel in self.inzetregels]

    @property
    def uitkomst_tekst(self) -> str:
        """With on whose word it rests: 'het werkte' of whoever made it is no finding of somebody else."""
        uitkomst = str(self.get_uitkomst_display())
        if self.uitkomst == Praktijkuitkomst.ONBEKEND or self.uitkomst_grond == Uitkomstgrond.ONBEKEND:
            return uitkomst
        return f"{uitkomst}, {self.get_uitkomst_grond_display()}"

    @property
    def jaar(self) -> int | None:
        """Of the story; else of its publication."""
        dag = self.datum or self.first_published_at
        return dag.year if dag else None

    def zoekgetallen(self) -> tuple[dict[str, tuple[str, ...]], list[str], int]:
        gebruikt = tuple(self.toepassingen.values_list("pagina__title", flat=True)) if self.pk else ()
        facetten = {
            "praktijkstaat": (self.staat,),
            "uitkomst": (self.uitkomst,),
            "plaats": (self.plaats,),
            "gebruikt": gebruikt,
            "jaar": (str(self.jaar),) if self.jaar else (),
            "kosten": (self.kostenklasse,),
            "uren": (self.urenklasse,),
        }
        if self.provincie:
            facetten["regio"] = (self.provincie,)
        if self.buurt:
            regio = self.buurt.provincie or self.buurt.regio
            facetten |= {
                "buurt": (self.buurt.plaats,),  # there is more than one 'Centrum'
                "regio": (regio,) if regio else (),
                "sesklasse": (self.buurt.ses_klasse,),
            }
        return facetten, [self.plaats, str(_("praktijkvoorbeeld")), str(self.get_uitkomst_display())], 0


@dataclass(frozen=True)
class Gebruikt:
    titel: str
    adres: str
    soort: str


def gebruikt_door(praktijk_id: int) -> list[Gebruikt]:
    """What an example works with, in its own order: titles, addresses and kinds in one query."""
    toont(f"gebruikt:{praktijk_id}")
    velden = ("pagina__title", "pagina__url_path", "pagina__locale__language_code", "pagina__content_type__model")
    rijen = openbaar(Toepassing.objects.filter(praktijk_id=praktijk_id), via="pagina__")
    return [Gebruikt(titel, pad_op_site(pad, taal), soort) for titel, pad, taal, soort in rijen.values_list(*velden)]


class Toepassing(Orderable):
    """An example works with an intervention or a pathway. A link, so it points at a page, not into another room."""

    praktijk = ParentalKey(Praktijkvoorbeeld, on_delete=models.CASCADE, related_name="toepassingen")
    pagina = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("interventie of zorgpad"), on_delete=models.CASCADE, related_name="+"
    )

    panels = [PageChooserPanel("pagina", ["menukaart.Interventie", "zorgpaden.Zorgpad"])]

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["praktijk", "pagina"], name="toepassing_een_keer")]
