"""Building blocks of pages. Each has its template in templates/blokken/.

Optional texts default to "": a missing value would be None, and the translation editor stops on that.
"""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock

from kennisplatform.basis.bronadres import eis_diep
from kennisplatform.basis.collectieblok import CollectieBlok
from kennisplatform.basis.datumblok import DatumBlok
from kennisplatform.basis.keuzes import Nodig

RIJK = ["bold", "italic", "link", "document-link", "ul", "ol"]


class TekstBlok(blocks.StructBlock):
    kop = blocks.CharBlock(label=_("Kop"), max_length=120, required=False, default="")
    tekst = blocks.RichTextBlock(label=_("Tekst"), features=RIJK)

    class Meta:
        label = _("Tekst")
        icon = "pilcrow"
        template = "blokken/tekst.html"


class StapBlok(blocks.StructBlock):
    titel = blocks.CharBlock(
        label=_("Wat"), max_length=120, help_text=_("Begin met een werkwoord: ‘Loop elke dag een stukje’.")
    )
    tekst = blocks.TextBlock(label=_("Hoe"), required=False, default="", rows=3)

    class Meta:
        label = _("Stap")
        icon = "list-ol"


class StappenBlok(blocks.StructBlock):
    kop = blocks.CharBlock(label=_("Kop"), max_length=120)
    stappen = blocks.ListBlock(StapBlok(), label=_("Stappen"), min_num=1)

    class Meta:
        label = _("Stappen")
        icon = "list-ol"
        template = "blokken/stappen.html"


class WelNietBlok(blocks.StructBlock):
    kop = blocks.CharBlock(label=_("Kop"), max_length=120)
    wel = blocks.ListBlock(blocks.CharBlock(label=_("Wel")), label=_("Wel doen"))
    niet = blocks.ListBlock(blocks.CharBlock(label=_("Niet")), label=_("Niet doen"))

    class Meta:
        label = _("Wel en niet doen")
        icon = "tasks"
        template = "blokken/wel_niet.html"


class WaarschuwingBlok(blocks.StructBlock):
    kop = blocks.CharBlock(label=_("Kop"), max_length=120)
    tekst = blocks.TextBlock(label=_("Tekst"), rows=3)

    class Meta:
        label = _("Waarschuwing")
        icon = "warning"
        template = "blokken/waarschuwing.html"


class Beeldkeuze(ImageBlock):
    """Wagtail's own, whose first field is called 'Image' in every language."""

    def __init__(self, required: bool = True, **kwargs: Any) -> None:
        super().__init__(required=required, **kwargs)
        self.child_blocks["image"].label = _("Afbeelding")

    def deconstruct(self) -> tuple[str, Any, Any]:
        _naam, args, kwargs = super().deconstruct()
        return "wagtail.images.blocks.ImageBlock", args, kwargs


class AfbeeldingBlok(blocks.StructBlock):
    beeld = Beeldkeuze(label=_("Afbeelding"))
    bijschrift = blocks.CharBlock(label=_("Bijschrift"), max_length=200, required=False, default="")

    class Meta:
        label = _("Afbeelding")
        icon = "image"
        template = "blokken/afbeelding.html"


class TabelBlok(blocks.StructBlock):
    """Not Wagtail's TableBlock: wagtail-localize can't translate that one; lists of text it can."""

    kop = blocks.CharBlock(label=_("Titel van de tabel"), max_length=120)
    rijkop = blocks.BooleanBlock(
        label=_("De eerste kolom is de titel van de rij"),
        required=False,
        default=False,
        help_text=_(
            "Niet aanvinken als de kolommen naast elkaar staan om te vergelijken, zoals ‘te laag’ en ‘te hoog’."
        ),
    )
    kolommen = blocks.ListBlock(blocks.CharBlock(label=_("Kolom")), label=_("Kolommen"), min_num=2, max_num=5)
    rijen = blocks.ListBlock(
        blocks.StructBlock(
            [
                (
                    "cellen",
                    blocks.ListBlock(blocks.CharBlock(label=_("Cel"), required=False, default=""), label=_("Cellen")),
                )
            ]
        ),
        label=_("Rijen"),
    )

    class Meta:
        label = _("Tabel")
        icon = "table"
        template = "blokken/tabel.html"


class UitklapBlok(blocks.StructBlock):
    kop = blocks.CharBlock(label=_("Vraag of kop"), max_length=120)
    tekst = blocks.RichTextBlock(label=_("Tekst"), features=RIJK)

    class Meta:
        label = _("Uitklaptekst")
        icon = "collapse-down"
        template = "blokken/uitklap.html"


class VideoBlok(blocks.StructBlock):
    """A link and a transcript, no frame: a player of another site would tell it who reads here."""

    titel = blocks.CharBlock(label=_("Titel"), max_length=120)
    url = blocks.URLBlock(label=_("Adres van de video"))
    duur = blocks.CharBlock(label=_("Duur"), max_length=30, required=False, default="")
    transcript = blocks.TextBlock(
        label=_("Uitgeschreven tekst"), help_text=_("Verplicht: voor wie de video niet kan zien of horen.")
    )

    class Meta:
        label = _("Video")
        icon = "media"
        template = "blokken/video.html"


class Inhoudsblokken(blocks.StreamBlock):
    tekst = TekstBlok()
    stappen = StappenBlok()
    wel_niet = WelNietBlok()
    waarschuwing = WaarschuwingBlok()
    afbeelding = AfbeeldingBlok()
    tabel = TabelBlok()
    uitklap = UitklapBlok()
    video = VideoBlok()
    collectie = CollectieBlok()

    class Meta:
        required = False


class HulpBlok(blocks.StructBlock):
    titel = blocks.CharBlock(label=_("Wie"), max_length=120)
    tekst = blocks.TextBlock(label=_("Waarvoor"), required=False, default="", rows=2)
    telefoon = blocks.CharBlock(label=_("Telefoon"), max_length=30, required=False, default="")
    url = blocks.URLBlock(label=_("Website"), required=False, default="")

    class Meta:
        label = _("Hulp")
        icon = "help"


class BronBlok(blocks.StructBlock):
    titel = blocks.CharBlock(label=_("Titel"), max_length=250)
    uitgever = blocks.CharBlock(label=_("Uitgever"), max_length=120, required=False, default="")
    url = blocks.URLBlock(
        label=_("Adres"),
        required=False,
        default="",
        validators=[eis_diep],
        help_text=_("Van de pagina waar het staat, niet van de voordeur. Leeg als het nergens openbaar staat."),
    )
    datum = DatumBlok(label=_("Datum van de bron"), required=False)
    gezien = DatumBlok(
        label=_("Gezien op"),
        required=False,
        help_text=_("Wanneer opende u hem? Nodig als de bron zelf geen datum heeft."),
    )

    class Meta:
        label = _("Bron")
        icon = "doc-full"


class DocumentBlok(blocks.StructBlock):
    document = DocumentChooserBlock(label=_("Document"))
    naam = blocks.CharBlock(
        label=_("Naam op de pagina"),
        max_length=120,
        required=False,
        default="",
        help_text=_("Leeg betekent: de titel van het document."),
    )

    class Meta:
        label = _("Document")
        icon = "doc-full"


class ResultaatBlok(blocks.StructBlock):
    tekst = blocks.TextBlock(label=_("Resultaat"), rows=2)
    bron = blocks.CharBlock(label=_("Bron"), max_length=250)
    bron_url = blocks.URLBlock(label=_("Adres van de bron"), required=False, default="", validators=[eis_diep])

    class Meta:
        label = _("Resultaat")
        icon = "success"


class PadstapBlok(blocks.StructBlock):
    titel = blocks.CharBlock(label=_("Wat"), max_length=120)
    wie = blocks.CharBlock(label=_("Wie"), max_length=120)
    waar = blocks.CharBlock(label=_("Waar"), max_length=120, required=False, default="")
    duur = blocks.CharBlock(label=_("Wanneer of hoe lang"), max_length=120, required=False, default="")
    tekst = blocks.TextBlock(label=_("Uitleg"), rows=3, required=False, default="")
    nodig = blocks.TextBlock(label=_("Wat is daarvoor nodig"), rows=2, required=False, default="")

    class Meta:
        label = _("Stap in het zorgpad")
        icon = "list-ol"


class RolBlok(blocks.StructBlock):
    rol = blocks.CharBlock(label=_("Rol"), max_length=120)
    taak = blocks.TextBlock(label=_("Taak"), rows=2)

    class Meta:
        label = _("Rol")
        icon = "user"


class NodigBlok(blocks.StructBlock):
    soort = blocks.ChoiceBlock(choices=Nodig.choices, label=_("Soort"))
    tekst = blocks.TextBlock(label=_("Wat moet er zijn"), rows=2)

    class Meta:
        label = _("Voorwaarde")
        icon = "tasks"
