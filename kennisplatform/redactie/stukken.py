"""A page taken apart as its form shows it: texts, addresses, pictures and choices, each with its place."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from django.db import models
from django.utils.html import strip_tags
from wagtail import blocks
from wagtail.blocks import StreamValue
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageBlock, ImageChooserBlock
from wagtail.images.models import AbstractImage
from wagtail.models import Page

from kennisplatform.basis import invullen
from kennisplatform.basis.aandacht import Stuk

VAN_PAGE: Final = frozenset({"title", "search_description"})  # of Wagtail's own fields, what readers see
GEEN_LOPENDE_TEKST: Final = frozenset({"bronnen", "documenten", "bron", "uitgever", "betaler", "telefoon", "title"})
_EINDE: Final = re.compile(r"</(?:p|li|h[1-6]|blockquote)>|<br\s*/?>", re.IGNORECASE)


@dataclass(frozen=True)
class Vindplek:
    """Something at a place of the form that is no text: an address, or the key of a page, a document or a picture."""

    pad: str
    waar: str
    wat: Any


@dataclass
class Onderdelen:
    stukken: list[Stuk] = field(default_factory=list)
    adressen: list[Vindplek] = field(default_factory=list)
    paginas: list[Vindplek] = field(default_factory=list)
    documenten: list[Vindplek] = field(default_factory=list)
    beelden: list[Vindplek] = field(
        default_factory=list
    )  # (key, own text for who can't see it, or None: the picture's own)


def kaal(opmaak: str) -> str:
    """Rich text as a reader sees it, one block a line."""
    return html.unescape(strip_tags(_EINDE.sub("\n", opmaak))).strip()


def onderdelen(pagina: Page) -> Onderdelen:
    uit = Onderdelen()
    for veld in pagina._meta.concrete_fields:
        if (veld.model is Page and veld.name not in VAN_PAGE) or not veld.editable:
            continue
        label = str(veld.verbose_name)
        _veld(uit, pagina, veld, label[:1].upper() + label[1:])
    return uit


def _veld(uit: Onderdelen, pagina: Page, veld: models.Field, label: str) -> None:
    waarde = getattr(pagina, veld.attname)
    if isinstance(veld, StreamField):
        if isinstance(waarde, StreamValue):
            for kind in _stroom(veld.stream_block, list(waarde.raw_data), (veld.name,), (label,)):
                _leg_weg(uit, *kind)
    elif isinstance(veld, models.ForeignKey) and issubclass(veld.related_model, AbstractImage):
        if waarde:
            uit.beelden.append(Vindplek(veld.name, label, (waarde, None)))
    elif isinstance(veld, models.URLField):
        if waarde:
            uit.adressen.append(Vindplek(veld.name, label, waarde))
    elif isinstance(veld, models.CharField | models.TextField) and not veld.choices and isinstance(waarde, str):
        opmaak = waarde if isinstance(veld, RichTextField) else ""
        _tekst(uit, veld.name, label, waarde, opmaak, lopend=veld.name not in GEEN_LOPENDE_TEKST)


def _tekst(uit: Onderdelen, pad: str, waar: str, tekst: str, opmaak: str, *, lopend: bool) -> None:
    tekst = invullen.vul(kaal(opmaak) if opmaak else tekst.strip())
    if tekst:
        uit.stukken.append(Stuk(pad, waar, tekst, lopend, opmaak))


Blad = tuple[blocks.Block, Any, tuple[str, ...], tuple[str, ...]]  # block, raw value, path, labels


def _stroom(blok: blocks.Block, ruw: Any, pad: tuple[str, ...], labels: tuple[str, ...]) -> Iterator[Blad]:
    """The parts of a block that hold something themselves."""
    if isinstance(blok, blocks.BaseStreamBlock):
        for nummer, deel in enumerate(ruw or (), 1):
            soort = blok.child_blocks.get(deel["type"])
            if soort is not None:
                naam = f"{soort.label} {nummer}"
                yield from _stroom(soort, deel["value"], (*pad, deel.get("id") or str(nummer)), (*labels, naam))
    elif isinstance(blok, blocks.ListBlock):
        for nummer, deel in enumerate(ruw or (), 1):
            waarde, sleutel = (deel["value"], deel.get("id")) if _genummerd(deel) else (deel, None)
            yield from _stroom(blok.child_block, waarde, (*pad, sleutel or str(nummer)), (*labels, str(nummer)))
    elif isinstance(blok, blocks.BaseStructBlock) and not isinstance(blok, ImageBlock):
        for naam, soort in blok.child_blocks.items():
            waarde = (ruw or {}).get(naam)
            yield from _stroom(soort, waarde, (*pad, naam), (*labels, str(soort.label or naam)))
    elif ruw not in (None, "", []):
        yield blok, ruw, pad, labels


def _genummerd(deel: Any) -> bool:
    """How lists are kept since Wagtail gave their items a number."""
    return isinstance(deel, dict) and deel.get("type") == "item" and "value" in deel


def _leg_weg(uit: Onderdelen, blok: blocks.Block, ruw: Any, pad: tuple[str, ...], labels: tuple[str, ...]) -> None:
    plek, waar = ".".join(pad), " › ".join(labels)
    if isinstance(blok, ImageBlock):
        if isinstance(ruw, dict) and ruw.get("image") and not ruw.get("decorative"):
            uit.beelden.append(Vindplek(plek, waar, (ruw["image"], ruw.get("alt_text") or "")))
    elif isinstance(blok, ImageChooserBlock):
        uit.beelden.append(Vindplek(plek, waar, (ruw, None)))
    elif isinstance(blok, blocks.PageChooserBlock):
        uit.paginas.append(Vindplek(plek, waar, ruw))
    elif isinstance(blok, DocumentChooserBlock):
        uit.documenten.append(Vindplek(plek, waar, ruw))
    elif isinstance(blok, blocks.URLBlock):
        uit.adressen.append(Vindplek(plek, waar, str(ruw)))
    elif isinstance(blok, blocks.RichTextBlock):
        _tekst(uit, plek, waar, str(ruw), str(ruw), lopend=_is_lopend(pad))
    elif isinstance(blok, blocks.CharBlock | blocks.TextBlock) and isinstance(ruw, str):
        _tekst(uit, plek, waar, ruw, "", lopend=_is_lopend(pad))


def _is_lopend(pad: tuple[str, ...]) -> bool:
    return pad[0] not in GEEN_LOPENDE_TEKST and pad[-1] not in GEEN_LOPENDE_TEKST
