"""The parts of a page by their headings, whatever its kind: so that a reader can say where it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue, StructValue
from wagtail.fields import StreamField
from wagtail.models import Page

KOPPEN: Final = ("titel", "kop", "vraag")
NIET: Final = frozenset({"bronnen", "documenten"})
MEESTE: Final = 40
LANGST: Final = 200


def stukken(pagina: Page) -> list[str]:
    """In the order of the page. What has no heading of its own in the text is named as its template names it."""
    gevonden: dict[str, None] = {_("Wanneer belt u?"): None} if getattr(pagina, "spoed", None) else {}
    elders = NIET | set(getattr(pagina, "op_ander_blad", ()))
    for veld in pagina._meta.concrete_fields:
        if isinstance(veld, StreamField) and veld.name not in elders and (waarde := getattr(pagina, veld.attname)):
            kop = getattr(pagina, "veldkoppen", {}).get(veld.name)
            gevonden |= dict.fromkeys([str(kop), *_koppen(waarde)] if kop else _koppen(waarde))
    return list(gevonden)[:MEESTE]


def _koppen(waarde: Any) -> Iterator[str]:
    if isinstance(waarde, StreamValue):
        for blok in waarde:
            yield from _koppen(blok.value)
    elif isinstance(waarde, StructValue | Mapping):
        for naam in KOPPEN:
            tekst = waarde.get(naam)
            if isinstance(tekst, str) and tekst.strip():
                yield " ".join(tekst.split())[:LANGST]
                break
