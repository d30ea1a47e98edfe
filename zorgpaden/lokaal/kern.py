"""The national core of a pathway as plain data: what a local variant was made from, and what has changed since. Pure."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

VELDEN: Final = ("titel", "wie", "waar", "duur", "tekst", "nodig")
NAMEN: Final = {
    "titel": _("Wat"),
    "wie": _("Wie"),
    "waar": _("Waar"),
    "duur": _("Wanneer of hoe lang"),
    "tekst": _("Uitleg"),
    "nodig": _("Nodig"),
}
Kernstap = dict[str, str]  # VELDEN and 'sleutel'


def stappen(pagina: Any) -> list[Kernstap]:
    """A step is known by its title: blocks get new keys when a file is loaded again."""
    uit: list[Kernstap] = []
    gezien: set[str] = set()
    for deel in pagina.stappen:
        stap = {veld: str(deel.value.get(veld) or "") for veld in VELDEN}
        sleutel = slugify(stap["titel"])[:60] or "stap"
        while sleutel in gezien:
            sleutel += "-"
        gezien.add(sleutel)
        uit.append({"sleutel": sleutel, **stap})
    return uit


def merk(stap: Mapping[str, str] | None) -> str:
    """Short mark of a step's words; of a step that is gone its own."""
    tekst = json.dumps(dict(stap), sort_keys=True, ensure_ascii=False) if stap else "weg"
    return hashlib.blake2b(tekst.encode(), digest_size=6).hexdigest()


@dataclass(frozen=True)
class Kernverschil:
    """One step that is otherwise in the core than in the variant. `oud` or `nieuw` is None for what came or went."""

    sleutel: str
    oud: Kernstap | None
    nieuw: Kernstap | None

    @property
    def titel(self) -> str:
        return (self.nieuw or self.oud or {}).get("titel", "")

    @property
    def merk(self) -> str:
        return merk(self.nieuw)

    @property
    def velden(self) -> list[tuple[str, str, str]]:
        """Name, as it is here, as it is in the core: only what differs."""
        oud, nieuw = self.oud or {}, self.nieuw or {}
        paren = ((str(NAMEN[v]), oud.get(v, ""), nieuw.get(v, "")) for v in VELDEN)
        return [(naam, was, wordt) for naam, was, wordt in paren if was != wordt]


def verschillen(van: Iterable[Kernstap], nu: Iterable[Kernstap], gelaten: Mapping[str, str]) -> list[Kernverschil]:
    """`gelaten`: step → mark of the core's words that this network saw and left."""
    oud, nieuw = {s["sleutel"]: s for s in van}, {s["sleutel"]: s for s in nu}
    uit = [Kernverschil(k, oud.get(k), nieuw.get(k)) for k in dict.fromkeys([*nieuw, *oud])]
    return [v for v in uit if v.oud != v.nieuw and gelaten.get(v.sleutel) != v.merk]


def neem_over(van: list[Kernstap], nu: list[Kernstap], sleutel: str) -> list[Kernstap]:
    """The core's words of one step; a new one at its place, one that went is gone."""
    hier = {s["sleutel"]: s for s in van}
    nieuw = {s["sleutel"]: s for s in nu}
    if sleutel not in nieuw:
        return [s for s in van if s["sleutel"] != sleutel]
    if sleutel in hier:
        return [nieuw[sleutel] if s["sleutel"] == sleutel else s for s in van]
    voor = [s["sleutel"] for s in nu[: [s["sleutel"] for s in nu].index(sleutel)]]
    plek = max((i + 1 for i, s in enumerate(van) if s["sleutel"] in voor), default=0)
    return [*van[:plek], nieuw[sleutel], *van[plek:]]
