"""Kinds of pages by what their type says of itself, so that no room keeps a list of another room's kinds."""

from __future__ import annotations

from functools import cache
from typing import Literal

from wagtail.models import Page, get_page_models

# `telt_praktijk`: neighbourhoods work with it; `volgbaar`: it can be followed and talked about.
Kenmerk = Literal["telt_praktijk", "volgbaar"]


@cache
def paginasoorten(kenmerk: Kenmerk) -> frozenset[str]:
    """Names that `content_type__model__in` takes."""
    return frozenset(model._meta.model_name or "" for model in get_page_models() if heeft(model, kenmerk))


def heeft(ding: object, kenmerk: Kenmerk) -> bool:
    """Does this page, or this type of page, say so?"""
    return bool(getattr(ding, kenmerk, False))


@cache
def secties() -> dict[str, str]:
    """First part of an address → the area that the menu shows it in; the neighbourhoods' pages are one of their own."""
    return {"buurten": "buurten"} | {gebied: gebied for gebied in _lijsten()}


@cache
def gebieden() -> dict[str, str]:
    """Kind of page → address of the area that lists it, such as '/menukaart/'."""
    return {model.soort: f"/{gebied}/" for gebied, model in _lijsten().items()}


@cache
def _lijsten() -> dict[str, type[Page]]:
    """First part of an address → the kind of page that is that area's list."""
    return {model.gebied: model for model in get_page_models() if getattr(model, "gebied", "")}


@cache
def _onder_gebied() -> dict[str, type[Page]]:
    """First part of an address → the only kind of page that stands right under that area's list."""
    onder = {gebied: model.allowed_subpage_models() for gebied, model in _lijsten().items()}
    return {gebied: modellen[0] for gebied, modellen in onder.items() if len(modellen) == 1}


def soort_van_pad(pad: str) -> type[Page] | None:
    """'menukaart/in-balans/' → what stands there if there is a page; 'menukaart/' → the list itself."""
    gebied, _streep, rest = pad.partition("/")
    return _onder_gebied().get(gebied) if rest else _lijsten().get(gebied)
