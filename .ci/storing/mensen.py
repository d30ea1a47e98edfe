"""Ten readers and three writers. A writer does as people do: no answer, or 'come back later', and the same form goes again."""

from __future__ import annotations

import contextlib
import http.client
import random
import re
import secrets
import threading
import time
import uuid
from collections import Counter
from typing import Any
from urllib.parse import urlencode

LEZERS, SCHRIJVERS = 10, 3
PADEN = (
    "/", "/preventie/", "/menukaart/", "/zorgpaden/", "/leernetwerk/", "/buurten/", "/zoeken/?q=vallen", "/zoeken/?q=eenzaam",
    "/leernetwerk/gesprek/", "/menukaart/?thema=zorgzame-buurt", "/account/aanmelden/", "/preventie/bang-om-te-vallen/",
)  # fmt: skip
MISLUKT = (OSError, http.client.HTTPException)
_teller = iter(range(1_000_000))
_slot = threading.Lock()


class Menigte:
    def __init__(self, op: Any) -> None:
        self.op = op
        self.stop = threading.Event()
        self.statussen: Counter[int] = Counter()  # 0: no answer
        self.langste = self.langste_schrijven = 0.0
        self.aanvaard: set[str] = set()
        self.opnieuw = 0
        rol = [self._lees] * LEZERS + [self._schrijf] * SCHRIJVERS
        self.draden = [threading.Thread(target=doe, args=(nummer,), daemon=True) for nummer, doe in enumerate(rol)]

    def __enter__(self) -> Menigte:
        for draad in self.draden:
            draad.start()
        return self

    def __exit__(self, *fout: Any) -> None:
        self.stop.set()
        for draad in self.draden:
            draad.join(90)

    @property
    def ander(self) -> int:
        return sum(n for status, n in self.statussen.items() if status >= 500 and status != 503)

    def gezien(self) -> tuple[str, ...]:
        s = self.statussen
        cijfers = (
            sum(s.values()),
            s[200],
            s[503],
            self.ander,
            s[0],
            f"{self.langste:.1f}",
            len(self.aanvaard),
            self.opnieuw,
        )
        return (*map(str, cijfers), f"{self.langste_schrijven:.1f}")

    def _lees(self, nummer: int) -> None:
        toeval = random.Random(nummer)
        while not self.stop.is_set():
            begin = time.monotonic()
            status, _tekst = self._vraag("GET", toeval.choice(PADEN))
            with _slot:
                self.statussen[status] += 1
                self.langste = max(self.langste, time.monotonic() - begin)
            self.stop.wait(0.05)

    def _vraag(self, wijze: str, pad: str, velden: dict[str, str] | None = None, koekjes: str = "") -> tuple[int, str]:
        koppen = {"Host": "localhost", "Cookie": koekjes, "Accept-Language": "nl"}
        inhoud = urlencode(velden) if velden else None
        if inhoud:
            koppen["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            with contextlib.closing(http.client.HTTPConnection("127.0.0.1", self.op.poort_voor(), timeout=60)) as lijn:
                lijn.request(wijze, pad, body=inhoud, headers=koppen)
                antwoord = lijn.getresponse()
                return antwoord.status, antwoord.read().decode("utf-8", "replace")
        except MISLUKT:
            return 0, ""

    def _schrijf(self, nummer: int) -> None:
        while not self.stop.is_set():
            with _slot:
                beurt = next(_teller)
            kop, sessie = f"Storing {beurt}", self.op.sessies[beurt % len(self.op.sessies)]
            geheim = secrets.token_hex(16)
            velden = {
                "csrfmiddlewaretoken": geheim, "kop": kop, "tekst": "Wat te doen als het stormt?", "zichtbaarheid": "openbaar",
                "sleutel": str(uuid.uuid4()),
            }  # fmt: skip
            self._tot_het_lukt(kop, velden, f"sessionid={sessie}; csrftoken={geheim}")
            self.stop.wait(0.8)

    def _tot_het_lukt(self, kop: str, velden: dict[str, str], koekjes: str) -> None:
        for _keer in range(60):
            begin = time.monotonic()
            status, tekst = self._vraag("POST", f"/leernetwerk/gesprek/bij/{self.op.pagina}/", velden, koekjes)
            with _slot:
                self.langste_schrijven = max(self.langste_schrijven, time.monotonic() - begin)
                if status == 302:
                    self.aanvaard.add(kop)
                    return
                if status >= 500:
                    self.statussen[status] += 1
                self.opnieuw += 1
            if status == 200:
                fout = re.search(r'class="fout[^"]*".{0,200}', tekst, re.DOTALL)
                raise RuntimeError(f"the form was refused: {fout[0] if fout else tekst[:300]}")
            if status not in {0, 502, 503, 504} and status < 500:
                raise RuntimeError(f"writing gave {status}")
            if self.stop.wait(1.0):
                return
