"""Documents as a search source: found by their text when a public page holds them, and shown with that page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, CharField, Exists, ExpressionWrapper, F, OuterRef, QuerySet
from django.db.models.functions import Cast
from django.utils.translation import get_language
from wagtail.models import CollectionViewRestriction, Page, ReferenceIndex

from kennisplatform.basis.adressen import pad_op_site
from kennisplatform.basis.documenten.verwerking import verwerk_wachtende
from kennisplatform.basis.kaarten import Kaartsoort
from kennisplatform.basis.models.bestandstekst import Bestandstekst
from kennisplatform.basis.models.media import Bestand
from kennisplatform.basis.openbaar import openbaar
from kennisplatform.tekening.notitie import in_plaats_van, toont
from kennisplatform.zoeken.bron import Zoekbron
from kennisplatform.zoeken.document import Document
from kennisplatform.zoeken.wachtrij import Voorwerk

PREFIX: Final = "bestand"
BIJ: Final = "Staat bij: "
HAP: Final = 500


@dataclass(frozen=True)
class Plaats:
    """A public page that holds a document."""

    pk: int
    titel: str
    adres: str
    taal: str
    verloopt: int


@dataclass(frozen=True)
class Documentkaart:
    pk: int
    titel: str
    adres: str
    type_en_maat: str
    bij: Plaats
    zoeksoort: str = "document"

    def get_absolute_url(self) -> str:
        return self.adres


def verwijzingen() -> QuerySet[ReferenceIndex]:
    """From pages, as they are published, to documents: Wagtail reads them from the saved page, never from a draft."""
    soort = ContentType.objects.get_for_model
    return ReferenceIndex.objects.filter(base_content_type=soort(Page), to_content_type=soort(Bestand)).order_by()


def openbare_bestanden() -> QuerySet[Bestand]:
    """Held by a public page, and in a collection that everybody may see."""
    pagina = Cast("object_id", BigIntegerField())
    hier = verwijzingen().filter(to_object_id=Cast(OuterRef(OuterRef("pk")), CharField())).annotate(pagina=pagina)
    gehouden = Exists(openbaar(Page.objects.order_by().filter(depth__gt=1, pk__in=hier.values("pagina"))))
    return _in_open_map(Bestand.objects.filter(gehouden))


def _in_open_map(bestanden: QuerySet[Bestand]) -> QuerySet[Bestand]:
    """In a collection that everybody may see: neither it nor one above it is restricted."""
    hier = ExpressionWrapper(OuterRef("collection__path"), output_field=CharField())
    dicht = CollectionViewRestriction.objects.order_by().alias(hier=hier).filter(hier__startswith=F("collection__path"))
    return bestanden.exclude(Exists(dicht))


def plaatsen(ids: Iterable[int], taal: str) -> dict[int, list[Plaats]]:
    """Document → the public pages that hold it, the best to show first: this language, Dutch, the one that stays."""
    sleutels = [str(pk) for pk in ids]
    with in_plaats_van(f"index:{PREFIX}", "index:weg"):  # a page that takes or drops one has it indexed again
        verwijzing = verwijzingen().filter(to_object_id__in=sleutels).values_list("to_object_id", "object_id")
        paren = {(int(d), int(p)) for d, p in verwijzing}
    houders = {pagina for _document, pagina in paren}
    toont(*(f"pagina:{pk}" for pk in houders))
    rijen = openbaar(Page.objects.filter(depth__gt=1, pk__in=houders)).order_by("path")
    velden = rijen.values_list("pk", "title", "url_path", "locale__language_code", "expire_at")
    paginas = {
        pk: Plaats(pk, titel, pad_op_site(pad, code), code, int(eind.timestamp()) if eind else 0)
        for pk, titel, pad, code, eind in velden
    }
    uit: dict[int, list[Plaats]] = defaultdict(list)
    for pagina, plaats in paginas.items():  # in the order of the tree
        for document in (d for d, p in paren if p == pagina):
            uit[document].append(plaats)
    for lijst in uit.values():
        lijst.sort(key=lambda p: (p.taal != taal, p.taal != settings.LANGUAGE_CODE, bool(p.verloopt)))
    return uit


def zoekdocument(bestand: Bestand) -> Document | None:
    waar = plaatsen([bestand.pk], settings.LANGUAGE_CODE).get(bestand.pk)
    if not waar:
        return None
    plaats = waar[0]
    thema = getattr(Page.objects.get(pk=plaats.pk).specific, "thema", None)
    tekst = Bestandstekst.objects.filter(pk=bestand.pk).values_list("tekst", flat=True).first()
    return Document(
        sleutel=f"{PREFIX}:{bestand.pk}",
        soort="document",
        titel=bestand.title,
        samenvatting=f"{BIJ}{plaats.titel}",
        tekst=tekst or "",
        taal=plaats.taal,
        facetten={"thema": (thema.code,)} if thema else {},
        nieuw=int(bestand.created_at.timestamp()),
        verloopt=plaats.verloopt,
        rubriek=thema.code if thema else "",
    )


def haal_documenten(ids: list[int]) -> dict[int, Documentkaart]:
    """What a result shows; what is not public at this moment is left out, whatever the index says."""
    waar = plaatsen(ids, get_language() or settings.LANGUAGE_CODE)  # public pages only
    return {
        b.pk: Documentkaart(b.pk, b.title, b.url, b.type_en_maat, waar[b.pk][0])
        for b in _in_open_map(Bestand.objects.filter(pk__in=list(waar)))
    }


def van_paginas(sleutels: list[str]) -> list[str]:
    """Keys of the documents on these pages: whatever happens to a page, happens to what it holds."""
    ids = [sleutel.partition(":")[2] for sleutel in sleutels if sleutel.startswith("pagina:")]
    uit: set[str] = set()
    for i in range(0, len(ids), HAP):
        op = verwijzingen().filter(object_id__in=ids[i : i + HAP])
        uit |= {f"{PREFIX}:{pk}" for pk in op.values_list("to_object_id", flat=True)}
    return sorted(uit)


BRENGT: Final = [
    Zoekbron(PREFIX, model=Bestand, openbaar=openbare_bestanden, document=zoekdocument, volgers=van_paginas),
    Kaartsoort(PREFIX, haal_documenten),
    Voorwerk("documenten lezen", verwerk_wachtende),
]
