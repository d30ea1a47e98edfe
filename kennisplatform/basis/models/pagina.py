"""The abstract page under everything that is published: summary, terms, sources, next check, and being found."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from kennisplatform.basis import bijtekst, blocks, invullen, praktijk
from kennisplatform.basis.begrippenveld import Begrippenveld
from kennisplatform.basis.kaarten import van_paginas
from kennisplatform.basis.kopieren import Kopieerformulier
from kennisplatform.basis.models.begrippen import Begrip, Begripsoort, woordenboek
from kennisplatform.basis.models.lezen import AlleenLezen
from kennisplatform.basis.models.media import Bestand
from kennisplatform.basis.openbaar import openbaar
from kennisplatform.basis.paginakeuze import Paginakeuze
from kennisplatform.basis.verwijzing import VELDEN, Verwijzing
from kennisplatform.tekening.notitie import eens, toont
from kennisplatform.tekening.stukken import onthoud
from kennisplatform.zoeken.document import Document

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True)
class Buren:
    verwant: list[Verwijzing]  # in the editor's order
    vertaald: dict[str, Verwijzing]  # language → the same page in it, this page included


def buren_van(pagina: Page) -> Buren:
    # Raw values: asking the blocks would fetch every page whole.
    gekozen = [deel["value"] for deel in pagina.gerelateerd.raw_data] if isinstance(pagina, KennisPagina) else []
    sleutel = pagina.translation_key
    return onthoud(f"buren:{sleutel}:{','.join(map(str, gekozen))}", lambda: _lees_buren(sleutel, gekozen), 1_000)


def _lees_buren(sleutel: UUID, gekozen: list[int]) -> Buren:
    toont(f"vertaling:{sleutel}", *(f"pagina:{pk}" for pk in gekozen))
    vraag = openbaar(Page.objects.filter(Q(pk__in=gekozen) | Q(translation_key=sleutel)))
    rijen = vraag.order_by().values_list("pk", "translation_key", *VELDEN)
    gevonden = {pk: (Verwijzing(*rest), van) for pk, van, *rest in rijen}
    return Buren(
        verwant=[gevonden[pk][0] for pk in gekozen if pk in gevonden],
        vertaald={v.taal: v for v, van in gevonden.values() if van == sleutel},
    )


class MetWoord(models.Manager):
    def get_queryset(self) -> models.QuerySet[Any]:
        return super().get_queryset().select_related("tag")


class Trefwoord(TaggedItemBase):
    objects: ClassVar[MetWoord] = MetWoord()  # nobody wants it without its word
    content_object = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="trefwoorditems")


class KennisPagina(AlleenLezen, Page):
    """A thing with a summary, terms and sources. Subclasses set `zoeksoort` and may extend `zoekgetallen()`."""

    copy_form_class = Kopieerformulier
    zoeksoort = ""
    volgbaar = False  # can it be followed and talked about?
    vereist: tuple[str, ...] = ()  # form fields that a draft may leave empty, but not what is handed in or published
    minste_tekens: Mapping[str, int] = {}
    bronnen_volledig = False  # does each source need an owner and a day?
    begripsoorten: tuple[str, ...] = (Begripsoort.ONDERWERP, Begripsoort.DOELGROEP, Begripsoort.LEEFTIJD)

    samenvatting = models.CharField(
        _("samenvatting"),
        max_length=160,
        help_text=_("Eén zin in gewone taal. Hij staat op de kaart, bovenaan de pagina en in zoekresultaten."),
    )
    hoofdthema = models.ForeignKey(
        Begrip,
        verbose_name=_("hoofdthema"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"soort": Begripsoort.THEMA},
        help_text=_("Kleurt de pagina. Andere thema's kiest u hieronder."),
    )
    begrippen: Any = Begrippenveld(Begrip, verbose_name=_("begrippen"), blank=True, related_name="+")
    trefwoorden = ClusterTaggableManager(
        through=Trefwoord, blank=True, verbose_name=_("trefwoorden"), help_text=_("Vrije woorden waarop mensen zoeken.")
    )
    bronnen = StreamField(
        [("bron", blocks.BronBlok())],
        blank=True,
        verbose_name=_("bronnen"),
        help_text=_("Elke bewering over effect, aantal of bedrag heeft een bron."),
    )
    documenten = StreamField(
        [("document", blocks.DocumentBlok())],
        blank=True,
        verbose_name=_("documenten om te downloaden"),
        help_text=_("PDF, Word of OpenDocument. De tekst erin is te vinden met de zoekbalk."),
    )
    gerelateerd = StreamField([("pagina", Paginakeuze())], blank=True, verbose_name=_("hoort hierbij"))
    volgende_controle = models.DateField(
        _("volgende controle"), null=True, blank=True, help_text=_("Wanneer kijkt de redactie dit weer na?")
    )
    voorbeeld = models.BooleanField(
        _("voorbeeldinhoud"), default=False, help_text=_("Verzonnen voor de demo. De pagina zegt dat er zelf bij.")
    )

    search_fields = [*Page.search_fields, index.SearchField("samenvatting"), index.FilterField("volgende_controle")]

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        invullen.vul_pagina(self)  # only this copy, which is drawn and thrown away
        return super().get_context(request, *args, **kwargs) | {"thema": self.thema}

    @property
    def dingnaam(self) -> str:
        """What kept drawings note when they show this page."""
        return f"pagina:{self.pk}"

    @cached_property
    def thema(self) -> Begrip | None:
        if not self.hoofdthema_id:
            return None
        return woordenboek().op_pk(self.hoofdthema_id) or self.hoofdthema

    @cached_property
    def begrippen_per_soort(self) -> dict[str, list[Begrip]]:
        """kind → terms, in the order of the scale; the main theme first. One query."""
        per_soort: dict[str, list[Begrip]] = defaultdict(list)
        if self.thema:
            per_soort[Begripsoort.THEMA].append(self.thema)
        for begrip in self._eigen_begrippen():
            if begrip.pk != self.hoofdthema_id:
                per_soort[begrip.soort].append(begrip)
        return dict(per_soort)

    def _eigen_begrippen(self) -> list[Begrip]:
        """In the reader's language. Of a page as it is saved only the keys are asked for; a draft holds its own."""
        boek = woordenboek()
        if self.pk is None or "begrippen" in getattr(self, "_cluster_related_objects", ()):
            return [boek.op_pk(begrip.pk) or begrip for begrip in self.begrippen.all()]
        tussen = self.begrippen.through.objects.filter(**{f"{type(self)._meta.model_name}_id": self.pk})
        gevonden = [b for pk in tussen.values_list("begrip_id", flat=True) if (b := boek.op_pk(pk))]
        return sorted(gevonden, key=lambda begrip: (begrip.soort, begrip.volgorde, begrip.label))

    @property
    def buren(self) -> Buren:
        """Related pages and translations: titles and addresses only, in one query."""
        return self._buren()

    @cached_property
    def _buren(self) -> Callable[[], Buren]:
        return eens(lambda: buren_van(self))

    @property
    def controle_verlopen(self) -> bool:
        return bool(self.volgende_controle and self.volgende_controle < dt.date.today())

    def tekorten(self) -> list[str]:
        """Which of `vereist` is still empty; the form says the same at the field."""
        soorten = {f"begrippen_{begrip.soort}" for begrip in self.begrippen.all()}
        leeg = [naam for naam in self.vereist if naam not in soorten and not getattr(self, naam, None)]
        return leeg + [naam for naam, n in self.minste_tekens.items() if len(getattr(self, naam).strip()) < n]

    def veldfouten(self) -> dict[str, StrOrPromise]:
        """Rules that cross fields: field → what to do. All of them at once, so that an editor mends them at once."""
        if self.bronnen_volledig and (
            onaf := [deel.value["titel"] for deel in self.bronnen if not _volledig(deel.value)]
        ):
            melding = _("Zeg bij elke bron van wie hij is, en van wanneer of wanneer u hem zag. Nog niet: %(bronnen)s.")
            return {"bronnen": melding % {"bronnen": ", ".join(onaf)}}
        return {}

    def clean(self) -> None:
        super().clean()
        if fouten := self.veldfouten():
            raise ValidationError(fouten)

    @property
    def losse_documenten(self) -> list[Any]:
        return [deel for deel in self.documenten if (d := deel.value["document"]) and not d.is_geluid]

    @property
    def opnames(self) -> list[Bestand]:
        """Somebody reads this page aloud: played on it, not downloaded."""
        return [d for deel in self.documenten if (d := deel.value["document"]) and d.is_geluid]

    def zoekgetallen(self) -> tuple[dict[str, tuple[str, ...]], list[str], int]:
        """Facets beyond the terms, their labels in words, and the ladder step (0–5)."""
        return {}, [], 0

    def zoekdocument(self) -> Document:
        per_soort = self.begrippen_per_soort
        eigen, labels, sterkte = self.zoekgetallen()
        facetten = {soort: tuple(b.code for b in lijst) for soort, lijst in per_soort.items()} | eigen
        labels += [b.label for lijst in per_soort.values() for b in lijst]
        trefwoorden = tuple(str(naam) for naam in self.trefwoorden.names())
        labels += trefwoorden
        facetten["trefwoord"] = trefwoorden
        gepubliceerd = self.last_published_at or self.first_published_at
        return Document(
            sleutel=f"pagina:{self.pk}",
            soort=self.zoeksoort,
            titel=self.title,
            samenvatting=self.samenvatting,
            tekst="\n".join(filter(None, (invullen.vul(zoektekst(self)), bijtekst.van(self)))),
            taal=self.locale.language_code,
            labels=tuple(labels),
            facetten=facetten,
            nieuw=int(gepubliceerd.timestamp()) if gepubliceerd else 0,
            sterkte=sterkte,
            groep=str(self.translation_key),
            rubriek=self.thema.code if self.thema else "",
            verloopt=int(self.expire_at.timestamp()) if self.expire_at else 0,
        )


def _volledig(bron: Mapping[str, Any]) -> bool:
    return bool(bron["uitgever"] and (bron["datum"] or bron["gezien"]))


class MetPraktijk:
    """For pages that neighbourhoods work with: the third figure and the examples behind it."""

    telt_praktijk = True
    volgbaar = True
    pk: int

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        verhalen = eens(lambda: praktijk.voorbeelden(self.pk))
        return super().get_context(request, *args, **kwargs) | {  # type: ignore[misc]  # of the page beside it
            "praktijk": eens(lambda: praktijk.tel([self.pk])[self.pk]),
            "voorbeelden": eens(lambda: van_paginas(v.pagina for v in verhalen())),
            "inzetreeksen": eens(
                lambda: praktijk.inzetreeksen(verhalen(), praktijk.inzet_uit_plannen(self.pk)),
            ),
        }


def zoektekst(pagina: Page) -> str:
    """Everything a reader can read on the page, as its own `search_fields` say it, without markup."""
    delen: list[str] = []
    for veld in pagina.get_search_fields():
        if isinstance(veld, index.SearchField) and veld.field_name not in {"title", "samenvatting"}:
            waarde = veld.get_value(pagina)
            delen += waarde if isinstance(waarde, list) else [waarde]
    return "\n".join(strip_tags(str(deel).replace("</p>", "\n").replace("</li>", "\n")) for deel in delen if deel)
