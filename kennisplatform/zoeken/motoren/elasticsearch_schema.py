"""Fields of the index on a cluster. They hold terms that Python made: the server splits at spaces and counts."""

from __future__ import annotations

import json
from typing import Any, Final

from elasticsearch_dsl import Document as DslDocument
from elasticsearch_dsl import Keyword, Long, MetaField, Text

from ..antwoord.telling import SOORT
from ..document import Document
from ..taal.samenstelling import Splitser
from ..velden import SLEUTELVELDEN, TEKSTVELDEN, WOORDVELDEN, getallen, kenmerk_json, makelij, rij_titel, stromen

VERSIE: Final = "es-1"  # raise by hand when the same fields must be filled anew
MAX_VENSTER: Final = 100_000  # the last hit of a query that a page may hold
EIGEN: Final = (
    "~eigen"  # id of the document with the words of the index, for compounds; it has no language, so is never found
)


def _termen() -> Text:
    return Text(analyzer="whitespace", index_options="freqs")


class ZoekDocument(DslDocument):
    sleutel = Keyword()
    soort = Keyword()
    taal = Keyword()
    all_x, all_s, all_p, all_n = _termen(), _termen(), _termen(), _termen()
    title_x, title_s, title_p = _termen(), _termen(), _termen()
    # The same words once each, for what an analysed field can not give cheaply: the list of them.
    woorden = Keyword()
    titelwoorden = Keyword()
    facet = Keyword()  # 'thema:slapen'; the kind as ':artikel'
    titel_op_rij = Keyword()
    kenmerk, groep, nieuw, sterkte, verloopt = Long(), Long(), Long(), Long(), Long()

    class Meta:
        # What is not named above is kept to show, not searched; what is only searched is not kept.
        dynamic = MetaField(False)
        source = MetaField(excludes=[*WOORDVELDEN, "woorden", "titelwoorden", "facet", "titel_op_rij"])


def schemahash() -> str:
    return makelij(VERSIE, __file__)


def facetwaarde(naam: str, code: str) -> str:
    """One value of one facet as one term. A facet name holds no colon; the kind is the facet without a name."""
    return f"{naam}:{code}".encode("utf-8", "replace").decode()


def naar_bron(document: Document, splitser: Splitser) -> dict[str, Any]:
    """The source of a document. Its id is the key."""
    kenmerk = kenmerk_json(document)
    termen = stromen(document, splitser)
    facetten = {SOORT: [document.soort], **json.loads(kenmerk)[1]}
    exact = {veld: str(getattr(document, veld)) for veld in (*SLEUTELVELDEN, *TEKSTVELDEN)}
    return {
        **{veld: waarde.encode("utf-8", "replace").decode() for veld, waarde in exact.items()},
        **{veld: waarde for veld, waarde in getallen(document).items() if veld in ZoekDocument._doc_type.mapping},
        **termen,
        "woorden": sorted(set(termen["all_x"].split())),
        "titelwoorden": sorted(set(termen["title_x"].split())),
        "facet": [facetwaarde(naam, code) for naam, codes in facetten.items() for code in codes],
        "titel_op_rij": rij_titel(document.titel),
        "kenmerk_json": kenmerk,
    }
