"""Is the Dutch page newer than what its translation was made of? Asked of the text, not of dates: who publishes a page again
as it was, or moves its next check, changed nothing for a reader.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any, Final

from wagtail.models import Page
from wagtail_localize.models import RelatedObjectSegment, StringSegment, Translation, TranslationSource
from wagtail_localize.segments import RelatedObjectSegmentValue, StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from kennisplatform.redactie import lijstsleutels
from kennisplatform.tekening.journaal import veranderd

ADRES: Final = "slug"  # is no text
Tekst = Counter[str]


def van_bron(bron: TranslationSource) -> Tekst:
    """What the translation was made of: its sentences, and what it takes from tables (an alarm sentence)."""
    zinnen = StringSegment.objects.filter(source=bron).exclude(context__path=ADRES).order_by()
    dingen = RelatedObjectSegment.objects.filter(source=bron).order_by().select_related("object__content_type")
    uit = Tekst(zinnen.values_list("string__data", flat=True))
    uit.update(str(deel.object_id) for deel in dingen if _is_tekst(deel.object.content_type.model_class()))
    return uit


def van_pagina(pagina: Page) -> Tekst:
    uit = Tekst()
    lijstsleutels.op_pagina(pagina)
    for deel in extract_segments(pagina):
        if isinstance(deel, StringSegmentValue) and deel.path != ADRES:
            uit[deel.string.data] += 1
        elif isinstance(deel, RelatedObjectSegmentValue) and _is_tekst(deel.content_type.model_class()):
            uit[str(deel.translation_key)] += 1
    return uit


def _is_tekst(model: Any) -> bool:
    """A page that is named is a link; a record from a table is read where it stands."""
    return model is not None and not issubclass(model, Page)


def gewijzigd(bron: TranslationSource) -> Any:
    """The Dutch page, when readers of it see another text than was translated; None else."""
    rijen = Page.objects.filter(
        translation_key=bron.object_id, locale=bron.locale_id, live=True, last_published_at__gt=bron.last_updated_at
    )
    pagina = rijen.specific().first()
    return pagina if pagina is not None and van_pagina(pagina) != van_bron(bron) else None


def loopt_achter(pagina: Page, vertaling: Translation) -> bool:
    """Also when what changed was taken over, but not yet published in this language."""
    bron = vertaling.source
    over = pagina.last_published_at is not None and bron.last_updated_at > pagina.last_published_at
    return over or gewijzigd(bron) is not None


def alleen_als_anders(gewoon: Callable[[TranslationSource], None]) -> Callable[[TranslationSource], None]:
    """Taking over what did not change leaves the day on which it did."""

    def update_from_db(self: TranslationSource) -> None:
        voor, op = van_bron(self), self.last_updated_at
        gewoon(self)
        if voor and voor == van_bron(self):
            self.last_updated_at = op
            self.save(update_fields=["last_updated_at"])

    return update_from_db


def los_of_vast(instance: Translation, **_: Any) -> None:
    """A page that was let go of says no more which of its parts are Dutch."""
    veranderd(f"vertaling:{instance.source.object_id}")


def en_zeg_het(gewoon: Callable[[TranslationSource], None]) -> Callable[[TranslationSource], None]:
    """The kept drawings of its translations hear of it (taaldelen.py)."""

    def refresh_segments(self: TranslationSource) -> None:
        gewoon(self)
        veranderd(f"vertaling:{self.object_id}")

    return refresh_segments
