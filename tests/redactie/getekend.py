"""A form of the admin as a browser would send it back untouched: what the server drew, and what its scripts draw."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup, Tag
from django.forms import Form
from django.http import QueryDict
from wagtail import blocks
from wagtail.blocks.base import BlockField

FORMULIER = "form[data-edit-form]"
Paren = list[tuple[str, str]]


def zoals_getekend(html: str, formulier: Any, kiezer: str = FORMULIER) -> QueryDict:
    """Every field of the form with what stands in it."""
    boom = BeautifulSoup(html, "html.parser")
    for sjabloon in boom.select("template"):  # of children that are not there yet
        sjabloon.decompose()
    # The preview and the side panels have forms too; those of the settings have no mark of their own.
    form = max(boom.select(kiezer) or boom.select("form"), key=lambda form: len(form.select("input, textarea, select")))
    uit = QueryDict(mutable=True)
    for naam, waarde in [*_velden(form), *_stromen(formulier)]:
        uit.appendlist(naam, waarde)
    return uit


def _velden(form: Tag) -> Iterator[tuple[str, str]]:
    for veld in form.select("input[name], textarea[name], select[name]"):
        naam = str(veld["name"])
        if veld.has_attr("disabled"):
            continue
        if veld.name == "select":
            keuzes = veld.select("option[selected]") or ([] if veld.has_attr("multiple") else veld.select("option")[:1])
            yield from ((naam, str(keuze.get("value", keuze.get_text()))) for keuze in keuzes)
        elif veld.name == "textarea":
            yield naam, veld.get_text().removeprefix("\n").replace("\r\n", "\n").replace("\n", "\r\n")
        elif veld.get("type") in {"checkbox", "radio"} and not veld.has_attr("checked"):
            continue
        elif veld.get("type") not in {"file", "submit"}:
            yield naam, str(veld.get("value", "on" if veld.get("type") == "checkbox" else ""))


def _stromen(formulier: Any) -> Iterator[tuple[str, str]]:
    """Stream fields are drawn by scripts, from a state that the server hands them."""
    for naam, veld in formulier.fields.items():
        if isinstance(veld, BlockField):
            waarde = formulier.get_initial_for_field(veld, naam)
            yield from _blok(veld.block, veld.block.get_form_state(waarde), formulier.add_prefix(naam))
    for deel in getattr(formulier, "formsets", {}).values():
        for kind in deel.forms:
            yield from _stromen(kind)


def _blok(blok: blocks.Block, stand: Any, naam: str) -> Iterator[tuple[str, str]]:
    if isinstance(blok, blocks.BaseStreamBlock | blocks.ListBlock):
        yield f"{naam}-count", str(len(stand))
        for n, deel in enumerate(stand):
            yield f"{naam}-{n}-deleted", ""
            yield f"{naam}-{n}-order", str(n)
            yield f"{naam}-{n}-type", deel.get("type", "item")
            yield f"{naam}-{n}-id", deel["id"] or ""
            soort = blok.child_block if isinstance(blok, blocks.ListBlock) else blok.child_blocks[deel["type"]]
            yield from _blok(soort, deel["value"], f"{naam}-{n}-value")
    elif isinstance(blok, blocks.BaseStructBlock):
        for kind, soort in blok.child_blocks.items():
            yield from _blok(soort, stand[kind], f"{naam}-{kind}")
    elif isinstance(blok, blocks.BooleanBlock):
        if stand:
            yield naam, "on"
    elif isinstance(stand, dict) and "id" in stand:  # a chooser
        yield naam, str(stand["id"])
    elif isinstance(stand, list):  # a choice
        yield from ((naam, str(waarde)) for waarde in stand)
    else:
        yield naam, _regeleinden("" if stand is None else stand if isinstance(stand, str) else json.dumps(stand))


def _regeleinden(tekst: str) -> str:
    """As browsers send them."""
    return tekst.replace("\r\n", "\n").replace("\n", "\r\n")


def opnieuw(formulier: Any, gegevens: QueryDict) -> Form:
    """The same form, with what came back."""
    erbij: dict[str, Any] = {"instance": formulier.instance, "initial": dict(formulier.initial)}
    for naam in ("for_user", "parent_page", "subscription", "user"):
        if getattr(formulier, naam, None) is not None:
            erbij[naam] = getattr(formulier, naam)
    terug = type(formulier)(gegevens, {}, **erbij)
    for naam in set(terug.fields) - set(formulier.fields):  # the view took these off
        del terug.fields[naam]
    return terug
