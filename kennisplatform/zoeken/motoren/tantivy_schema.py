"""Fields of the embedded index and the way from a Document to them."""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from pathlib import Path
from typing import Final

import tantivy

from ..analyse import Stromen, analyse
from ..document import Document
from ..samenstelling import Splitser
from ..telling import SOORT, Kenmerk
from ..woorden import GEGEVENS, vouw

STROMEN: Final = ("x", "s", "p", "n")
TITELSTROMEN: Final = ("x", "s", "p")
WOORDVELDEN: Final = tuple([f"all_{s}" for s in STROMEN] + [f"title_{s}" for s in TITELSTROMEN])
SLEUTELVELDEN: Final = ("sleutel", "soort", "taal")  # exact, stored
BEWAARD: Final = ("titel", "samenvatting", "tekst", "rubriek", "kenmerk_json")
TITELGETALLEN: Final = ("titel_1", "titel_2", "titel_3")  # the title in order, 7 bytes each: see _titelgetallen
GETALLEN: Final = ("kenmerk", "groep", "nieuw", "sterkte", "verloopt", *TITELGETALLEN)
MAX_GETAL: Final = 2**63 - 1


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


@lru_cache(maxsize=1)
def schemahash() -> str:
    """Changes with the fields and with the analysis: an index of another make must not be searched."""
    hier = Path(__file__)
    delen = [hier, *(hier.parents[1] / f"{naam}.py" for naam in ("analyse", "woorden", "samenstelling"))]
    delen += [GEGEVENS / naam for naam in ("stopwoorden.txt", "stammen.txt", "delen.txt")]
    som = hashlib.blake2b(tantivy.__version__.encode(), digest_size=5)
    for deel in delen:
        som.update(deel.read_bytes())
    return som.hexdigest()


def getal(tekst: str) -> int:
    """63 bits that stand for a text; 0 for the empty one."""
    som = hashlib.blake2b(tekst.encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(som, "big") >> 1 if tekst else 0


def _heel(waarde: int) -> int:
    return min(max(int(waarde), 0), MAX_GETAL)


def kenmerk_json(document: Document) -> str:
    facetten = {naam: sorted(map(str, codes)) for naam, codes in document.facetten.items() if codes}
    return json.dumps([document.soort, facetten], sort_keys=True)


def lees_kenmerk(tekst: str) -> Kenmerk:
    soort, facetten = json.loads(tekst)
    return {naam: tuple(codes) for naam, codes in facetten.items()} | {SOORT: (soort,)}


def rij_titel(titel: str) -> str:
    """A title as it is put in order: folded, without opening quotes."""
    return vouw(titel).lstrip("'\"‘“ ")[:200]


def _titelgetallen(titel: str) -> list[int]:
    """21 bytes as three numbers: ordering thousands of hits by a text column takes 40 ms, by these one."""
    ruw = rij_titel(titel).encode("utf-8")[:21].ljust(21, b"\0")
    return [int.from_bytes(ruw[i : i + 7], "big") for i in (0, 7, 14)]


def _op_sterkte(document: Document) -> int:
    """Strongest first and then by title, in one number: a listing is ordered by one field only."""
    begin = _titelgetallen(document.titel)[0] >> 8
    return (_heel(document.sterkte) & 0xFF) << 48 | (2**48 - 1 - begin)


def _stromen(document: Document, splitser: Splitser) -> dict[str, str]:
    """The catch-all streams: title three times, summary twice, text once, facet labels as words."""

    def ontleed(tekst: str) -> Stromen:
        return analyse(tekst, document.taal, splitser)

    titel, kort, lang = map(ontleed, (document.titel, document.samenvatting, document.tekst))
    labels = analyse(" . ".join(map(str, document.labels)), "nl", splitser)
    uit = {}
    for stroom in STROMEN:
        t, k, r, w = (getattr(deel, stroom) for deel in (titel, kort, lang, labels))
        uit[f"all_{stroom}"] = " ".join((*t, *t, *t, *k, *k, *r, *w))
        if stroom in TITELSTROMEN:
            uit[f"title_{stroom}"] = " ".join(t)
    return uit


def naar_tantivy(document: Document, splitser: Splitser) -> tantivy.Document:
    """Typed adders only: what has the wrong type must fail here, not at commit for the whole batch."""
    kenmerk = kenmerk_json(document)
    uit = tantivy.Document()
    for veld in SLEUTELVELDEN:
        uit.add_text(veld, str(getattr(document, veld)))
    for veld, termen in _stromen(document, splitser).items():
        uit.add_text(veld, termen)
    for veld in ("titel", "samenvatting", "tekst", "rubriek"):
        uit.add_bytes(veld, str(getattr(document, veld)).encode("utf-8", "replace"))
    uit.add_bytes("kenmerk_json", kenmerk.encode())
    getallen = [getal(kenmerk), getal(document.groep), document.nieuw, _op_sterkte(document), document.verloopt]
    getallen += _titelgetallen(document.titel)
    for veld, waarde in zip(GETALLEN, getallen, strict=True):
        uit.add_unsigned(veld, _heel(waarde))
    uit.add_text("titel_op_rij", rij_titel(document.titel))
    uit.add_json("facet", json.loads(kenmerk)[1])
    return uit
