"""Fields of the embedded index and the way from a Document to them."""

from __future__ import annotations

import json
from typing import Final

import tantivy

from ..document import Document
from ..taal.samenstelling import Splitser
from ..velden import (
    GETALLEN,
    SLEUTELVELDEN,
    TEKSTVELDEN,
    WOORDVELDEN,
    getallen,
    kenmerk_json,
    makelij,
    rij_titel,
    stromen,
)

BEWAARD: Final = (*TEKSTVELDEN, "kenmerk_json")


def schema() -> tantivy.Schema:
    bouwer = tantivy.SchemaBuilder()
    for veld in SLEUTELVELDEN:
        bouwer.add_text_field(veld, stored=True, fast=True, tokenizer_name="raw", index_option="basic")
    for veld in WOORDVELDEN:
        bouwer.add_text_field(veld, tokenizer_name="whitespace", index_option="freq")
    for veld in BEWAARD:
        bouwer.add_bytes_field(veld, stored=True)
    for veld in GETALLEN:
        bouwer.add_unsigned_field(veld, fast=True, indexed=True)
    bouwer.add_text_field("titel_op_rij", fast=True, tokenizer_name="raw", index_option="basic")
    # One JSON field for all facets: a room adds a facet without the index knowing its name beforehand.
    bouwer.add_json_field("facet", fast=True, tokenizer_name="raw", index_option="basic")
    return bouwer.build()


def schemahash() -> str:
    return makelij(tantivy.__version__, __file__)  # type: ignore[attr-defined]  # not in its stub


def naar_tantivy(document: Document, splitser: Splitser) -> tantivy.Document:
    """Typed adders only: what has the wrong type must fail here, not at commit for the whole batch."""
    kenmerk = kenmerk_json(document)
    uit = tantivy.Document()
    for veld in SLEUTELVELDEN:
        uit.add_text(veld, str(getattr(document, veld)))
    for veld, termen in stromen(document, splitser).items():
        uit.add_text(veld, termen)
    for veld in TEKSTVELDEN:
        uit.add_bytes(veld, str(getattr(document, veld)).encode("utf-8", "replace"))
    uit.add_bytes("kenmerk_json", kenmerk.encode())
    for veld, waarde in getallen(document).items():
        uit.add_unsigned(veld, waarde)
    uit.add_text("titel_op_rij", rij_titel(document.titel))
    uit.add_json("facet", json.loads(kenmerk)[1])
    return uit
