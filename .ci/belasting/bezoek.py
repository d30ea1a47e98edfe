"""Readers, people who are signed in and writers, in one process of their own; and what they met."""

from __future__ import annotations

import bisect
import contextlib
import http.client
import itertools
import os
import random
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

DRADEN = 8
OPWARMEN_S = 10.0
DEEL_AANGEMELD, DEEL_SCHRIJFT = 0.04, 0.01


class Site(Protocol):
    poort: int
    paden: Sequence[str]  # the most read first
    aangemeld: Sequence[str]  # what people who are signed in look at
    sessies: Sequence[str]

    def schrijf(self, vraag: Callable[..., int], sessie: str) -> int: ...

    def publiceer(self) -> None:
        """One page, by another process than those that serve."""

    def werkers(self) -> list[int]: ...


@dataclass
class Uitkomst:
    duur: float = 0.0
    tijden: dict[str, list[float]] = field(default_factory=dict)
    mis: dict[str, int] = field(default_factory=dict)
    geheugens: list[int] = field(default_factory=list)  # kB of all workers together, twice a minute
    gepubliceerd: int = 0

    @property
    def per_s(self) -> float:
        return sum(map(len, self.tijden.values())) / self.duur

    @property
    def fouten(self) -> int:
        return sum(self.mis.values())

    def soorten(self) -> list[str]:
        return sorted(self.tijden, key=lambda soort: -len(self.tijden[soort]))

    def van(self, soort: str) -> tuple[int, str, str, str, int]:
        rij = sorted(self.tijden[soort])
        p50, p95 = (rij[min(len(rij) - 1, int(len(rij) * deel))] for deel in (0.5, 0.95))
        return len(rij), f"{p50 * 1000:.1f}", f"{p95 * 1000:.1f}", f"{rij[-1] * 1000:.0f}", self.mis.get(soort, 0)

    def geheugen(self) -> str:
        na = self.geheugens[len(self.geheugens) // 4 :] or [0]  # the first quarter fills what is kept
        return (
            f"Geheugen van de werkers: {na[0] // 1024} MB na het eerste kwart, {na[-1] // 1024} MB aan het eind "
            f"({min(na) // 1024} tot {max(na) // 1024} MB); {self.gepubliceerd} keer gepubliceerd"
        )


class Drukte:
    def __init__(self, site: Site) -> None:
        self.site = site
        self.uit = Uitkomst()
        self.stop = threading.Event()
        self.telt = threading.Event()
        self.slot = threading.Lock()
        # Zipf: the second page is read half as often as the first, the tenth a tenth.
        self.grenzen = list(itertools.accumulate(1 / n for n in range(1, len(site.paden) + 1)))

    def duw(self, seconden: float) -> Uitkomst:
        draden = [threading.Thread(target=self._bezoek, args=(nummer,), daemon=True) for nummer in range(DRADEN)]
        draden.append(threading.Thread(target=self._publiceer, daemon=True))
        for draad in draden:
            draad.start()
        self.stop.wait(OPWARMEN_S)
        self.telt.set()
        begin = time.monotonic()
        while time.monotonic() < begin + seconden:
            self.uit.geheugens.append(sum(map(_rss, self.site.werkers())))
            self.stop.wait(min(30.0, max(0.1, begin + seconden - time.monotonic())))
        self.uit.duur = time.monotonic() - begin
        self.telt.clear()
        self.stop.set()
        for draad in draden:
            draad.join(30)
        return self.uit

    def _publiceer(self) -> None:
        while not self.stop.wait(1.0):
            self.site.publiceer()
            self.uit.gepubliceerd += self.telt.is_set()

    def _bezoek(self, nummer: int) -> None:
        toeval = random.Random(nummer)
        lijn: Any = None
        while not self.stop.is_set():
            lijn = lijn or http.client.HTTPConnection("127.0.0.1", self.site.poort, timeout=30)
            soort, doe = self._kies(toeval)
            begin = time.monotonic()
            status = 0
            with contextlib.suppress(OSError, http.client.HTTPException):
                status = doe(lijn)
            if not status:
                lijn = None
            self._noteer(soort, time.monotonic() - begin, status)

    def _kies(self, toeval: random.Random) -> tuple[str, Callable[[Any], int]]:
        worp, sessie = toeval.random(), toeval.choice(self.site.sessies)
        if worp < DEEL_SCHRIJFT:
            return "schrijven", lambda lijn: self.site.schrijf(_vrager(lijn), sessie)
        if worp < DEEL_SCHRIJFT + DEEL_AANGEMELD:
            pad = toeval.choice(self.site.aangemeld)
            return "aangemeld lezen", lambda lijn: _vrager(lijn)("GET", pad, koekjes=f"sessionid={sessie}")
        plek = bisect.bisect(self.grenzen, toeval.random() * self.grenzen[-1])
        pad = self.site.paden[min(plek, len(self.site.paden) - 1)]
        return "lezen", lambda lijn: _vrager(lijn)("GET", pad)

    def _noteer(self, soort: str, duur: float, status: int) -> None:
        if not self.telt.is_set():
            return
        with self.slot:
            self.uit.tijden.setdefault(soort, []).append(duur)
            if not 200 <= status < 400:
                self.uit.mis[soort] = self.uit.mis.get(soort, 0) + 1


def _vrager(lijn: Any) -> Callable[..., int]:
    def vraag(wijze: str, pad: str, velden: str = "", koekjes: str = "") -> int:
        koppen = {"Host": "localhost", "Accept-Encoding": "gzip", "Accept-Language": "nl"}
        if koekjes:
            koppen["Cookie"] = koekjes
        if velden:
            koppen["Content-Type"] = "application/x-www-form-urlencoded"
        lijn.request(wijze, pad, body=velden or None, headers=koppen)
        antwoord = lijn.getresponse()
        antwoord.read()
        return int(antwoord.status)

    return vraag


def _rss(pid: int) -> int:
    with contextlib.suppress(OSError, ValueError, IndexError):
        bladen = Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]
        return int(bladen) * os.sysconf("SC_PAGE_SIZE") // 1024
    return 0
