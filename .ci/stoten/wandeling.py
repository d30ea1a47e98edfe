"""First everybody walks through the whole site as it is meant: each route, some addresses of each, per role."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator
from urllib.parse import urlsplit

from kaart import Kaart, route_van
from opzet import Antwoord, Vraag

PER_ROUTE = 2  # addresses of a route, for each role
MEESTE = 550  # of one role
BEGIN = ("/", "/werkplek/", "/register/", "/admin/", "/account/", "/leernetwerk/", "/menukaart/", "/zoeken/?q=vallen")


class Wandeling:
    """`stap()` gives what to ask next for one role; `gezien` takes what came."""

    def __init__(self, kaart: Kaart, rol: str, begin: list[str]) -> None:
        self.kaart, self.rol = kaart, rol
        zonder = [f"/{patroon}" for patroon in kaart.routes.values() if not set(patroon) & set("<(^$")]
        self.rij = deque((*BEGIN, *begin, *zonder))
        self.geweest: set[str] = set()
        self.per: Counter[tuple[str, str]] = Counter()

    def vragen(self) -> Iterator[Vraag]:
        while self.rij and len(self.geweest) < MEESTE:
            adres = self.rij.popleft()
            deel = urlsplit(adres)
            merk = (route_van(adres), "&".join(sorted(s.partition("=")[0] for s in deel.query.split("&") if s)))
            if adres in self.geweest or deel.path.startswith(("/static/", "/media/")) or not merk[0]:
                continue
            if (
                self.per[merk] >= PER_ROUTE
                or merk[0] not in self.kaart.routes
                or "uitlog" in adres
                or "logout" in adres
            ):
                continue
            self.per[merk] += 1
            self.geweest.add(adres)
            yield Vraag(self.rol, "GET", adres, soort="wandeling")

    def gezien(self, vraag: Vraag, antwoord: Antwoord) -> None:
        if antwoord.naar.startswith("/"):
            self.rij.appendleft(antwoord.naar)
        if antwoord.status == 200:
            self.kaart.noteer(self.rol, vraag.pad)
            if antwoord.tekst:
                for adres in self.kaart.lees(self.rol, vraag.pad, antwoord.tekst):
                    self.kaart.noem_delen(adres)
                    if route_van(adres) in self.kaart.adressen:
                        self.rij.append(adres)
                    else:
                        self.rij.appendleft(adres)  # where nobody was yet, before there is no time left
