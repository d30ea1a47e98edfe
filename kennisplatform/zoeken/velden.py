"""A Document as the fields that every engine holds: streams of terms, numbers, exact values. No engine is named here."""

from __future__ import annotations

import hashlib
import json
import pickle
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import IO, Final

from .antwoord.telling import SOORT
from .document import Document
from .taal.analyse import Stromen, analyse, etiket
from .taal.samenstelling import MIN_DEEL, Splitser
from .taal.woorden import GEGEVENS, stopwoorden, vouw, woorden

STROMEN: Final = ("x", "s", "p", "n")
TITELSTROMEN: Final = ("x", "s", "p")
WOORDVELDEN: Final = tuple([f"all_{s}" for s in STROMEN] + [f"title_{s}" for s in TITELSTROMEN])
SLEUTELVELDEN: Final = ("sleutel", "soort", "taal")  # exact
TEKSTVELDEN: Final = ("titel", "samenvatting", "tekst", "rubriek")  # kept to show
TITELGETALLEN: Final = ("titel_1", "titel_2", "titel_3")  # the title in order, 7 bytes each: see _titelgetallen
GETALLEN: Final = ("kenmerk", "groep", "nieuw", "sterkte", "verloopt", *TITELGETALLEN)
# An empty stream holds this term, that nobody asks for: Lucene's formula counts the documents that have a field,
# tantivy's all documents, and a title without compounds would be worth more in one than in the other.
LEEG: Final = "_"
MAX_GETAL: Final = 2**63 - 1


@lru_cache(maxsize=8)
def makelij(versie: str, bestand: str) -> str:
    """Changes with the engine, its fields and the analysis: an index of another make must not be searched."""
    taal = GEGEVENS.parent
    delen = [Path(bestand), Path(__file__), *(taal / f"{naam}.py" for naam in ("analyse", "woorden", "samenstelling"))]
    delen += [GEGEVENS / naam for naam in ("stopwoorden.txt", "stammen.txt", "delen.txt")]
    som = hashlib.blake2b(versie.encode(), digest_size=5)
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


def lees_kenmerk(tekst: str) -> dict[str, tuple[str, ...]]:
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


def getallen(document: Document) -> dict[str, int]:
    waarden = [
        getal(kenmerk_json(document)),
        getal(document.groep),
        document.nieuw,
        _op_sterkte(document),
        document.verloopt,
        *_titelgetallen(document.titel),
    ]
    return {veld: _heel(waarde) for veld, waarde in zip(GETALLEN, waarden, strict=True)}


def som_van(delen: Mapping[str, str]) -> str:
    """A hash of what an engine keeps of a document: SLEUTELVELDEN, TEKSTVELDEN and kenmerk_json."""
    tekst = "\0".join(delen[veld] for veld in (*SLEUTELVELDEN, *TEKSTVELDEN, "kenmerk_json"))
    return hashlib.blake2b(tekst.encode("utf-8", "replace"), digest_size=12).hexdigest()


def som(document: Document) -> str:
    velden = {veld: str(getattr(document, veld)) for veld in (*SLEUTELVELDEN, *TEKSTVELDEN)}
    return som_van(velden | {"kenmerk_json": kenmerk_json(document)})


def stromen(document: Document, splitser: Splitser) -> dict[str, str]:
    """The catch-all streams: title three times, summary twice, text once, facet labels as words."""

    def ontleed(tekst: str) -> Stromen:
        return analyse(tekst, document.taal, splitser)

    titel, kort, lang = map(ontleed, (document.titel, document.samenvatting, document.tekst))
    labels = analyse(" . ".join(map(str, document.labels)), "nl", splitser)
    uit = {}
    for stroom in STROMEN:
        t, k, r, w = (getattr(deel, stroom) for deel in (titel, kort, lang, labels))
        uit[f"all_{stroom}"] = " ".join((*t, *t, *t, *k, *k, *r, *w)) or LEEG
        if stroom in TITELSTROMEN:
            uit[f"title_{stroom}"] = " ".join(t) or LEEG
    uit["all_x"] = " ".join((uit["all_x"], *_etiketten(document.labels)))
    return uit


def _etiketten(labels: Iterable[str]) -> Iterator[str]:
    for label in labels:
        if woorden_ := [w for delen in woorden(str(label)) for w in delen if w not in stopwoorden()]:
            yield etiket(woorden_)


def spoel_op(documenten: Iterable[Document], spoel: IO[bytes]) -> tuple[int, frozenset[str]]:
    """Documents to a file (they may be more than memory holds): (number, words that two of them share).

    A rebuild goes through them twice: compounds are split with the words of the index, known after the first pass.
    """
    telling: Counter[str] = Counter()
    aantal = 0
    for document in documenten:
        pickle.dump(document, spoel, pickle.HIGHEST_PROTOCOL)
        aantal += 1
        if document.taal == "nl":
            tekst = " ".join((document.titel, document.samenvatting, document.tekst, *map(str, document.labels)))
            telling.update({woord for delen in woorden(tekst) for woord in delen if len(woord) >= MIN_DEEL})
    return aantal, frozenset(woord for woord, keren in telling.items() if keren > 1 and woord.isalpha())


def lees_spoel(spoel: IO[bytes], aantal: int) -> Iterator[Document]:
    spoel.seek(0)
    for _ in range(aantal):
        yield pickle.load(spoel)  # our own file, written a moment ago
