"""`make stoten`: at least ten thousand requests that nobody should send, through every door and in every role.

The demo, served as in production, on loopback and in a folder of its own. First everybody walks through the site; then
rounds of poisoned addresses, questions, headers, forms and files, each on a fresh copy; after each round the pages are
read again, with what was left on them. Seeded: the same day and the same `--zaad` ask the same. Ends with 1 on any 5xx.
"""

from __future__ import annotations

import argparse
import atexit
import json
import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from opzet import ROLLEN, Site, Vraag

from tests import proefmap

PER_RONDE = 1500
NALOOP = 0.15  # part of a round that reads what was left
SPREEK_ELKE = 500
TELLERS_ELKE, SESSIES_ELKE = 20, 40


def main() -> int:
    keuzes = argparse.ArgumentParser(description=__doc__)
    keuzes.add_argument("--aantal", type=int, default=10_000, help="vragen na de wandeling")
    keuzes.add_argument("--minuten", type=float, default=60)
    keuzes.add_argument("--zaad", default="1")
    keuzes.add_argument("--bestanden", type=Path, help="een map met bestanden die mee geprobeerd worden")
    keuzes.add_argument("--opnieuw", type=Path, nargs="+", help="vraag bewaarde fouten nog eens, op een verse site")
    keuzes.add_argument("--gevuld", type=Path, help="een gevulde map, in plaats van die van vandaag")
    keuze = keuzes.parse_args()
    basis = Path(tempfile.mkdtemp(prefix="stoten-basis-"))
    atexit.register(shutil.rmtree, basis, True)
    shutil.copytree(keuze.gevuld or proefmap.gevuld(), basis, dirs_exist_ok=True)
    os.environ.update(proefmap.omgeving(basis, PYTHONWARNINGS="ignore", POST_DIRECT="nee"))
    import django  # noqa: PLC0415  with the settings of above

    django.setup()
    import rollen  # noqa: PLC0415  after the set-up of Django

    begin = rollen.plant()
    signal.signal(signal.SIGTERM, lambda *_wat: sys.exit(1))  # the site that was started goes along
    with Site(basis) as site:
        return opnieuw(site, keuze.opnieuw) if keuze.opnieuw else Run(site, keuze, begin).alles()


def opnieuw(site: Site, bestanden: list[Path]) -> int:
    site.vers()
    mis = 0
    for bestand in bestanden:
        site.vergeet_tellers()
        site.meld_aan()
        vraag = Vraag.uit_rij(json.loads(bestand.read_text("utf-8"))["vraag"])
        antwoord = site.vraag(vraag)
        mis += (fout := antwoord.status >= 500)
        print(f"{bestand}: {antwoord.status} {vraag.rol} {vraag.wijze} {vraag.pad[:200]}")
        print("\n".join(site.staart().splitlines()[-12:]) if fout else "", flush=True)
    return int(mis > 0)


class Run:
    def __init__(self, site: Site, keuze: argparse.Namespace, begin: list[str]) -> None:
        from kaart import Kaart  # noqa: PLC0415  reads the routes: after the set-up of Django
        from verslag import Verslag  # noqa: PLC0415  the same

        self.site, self.keuze, self.begin = site, keuze, begin
        self.kaart, self.verslag = Kaart(), Verslag()
        self.einde = time.monotonic() + keuze.minuten * 60
        self.nummer = self.gewandeld = 0

    def alles(self) -> int:
        print("De demo klaarzetten …", flush=True)
        self.site.vers("json")
        self._wandel()
        gelekt = self._logboek()
        ronde = 0
        self.gewandeld = self.nummer
        while self._over() > 0 and time.monotonic() < self.einde:
            ronde += 1
            self.site.vers()
            self._stoot(ronde)
        self.site.stop()
        return int(self.verslag.druk_af(self.kaart, self.site.zwaarste) + gelekt > 0)

    def _logboek(self) -> int:
        """What the site wrote down while people walked through it as they should, keys and all."""
        import logboek  # noqa: PLC0415  see above

        for vraag in logboek.vragen(self.kaart):
            self._vraag(vraag)
        sessies = list(self.site.sessies.values())
        self.site.stop()  # what was counted is said when it ends
        return int(logboek.lekken(self.site.log, sessies))

    def _over(self) -> int:
        return int(self.keuze.aantal) - (self.nummer - self.gewandeld)

    def _wandel(self) -> None:
        from wandeling import Wandeling  # noqa: PLC0415  see above

        for rol in ROLLEN:
            wandeling = Wandeling(self.kaart, rol, self.begin)
            for vraag in wandeling.vragen():
                wandeling.gezien(vraag, self._vraag(vraag))
        formulieren = sum(map(len, self.kaart.formulieren.values()))
        print(
            f"\nDe wandeling: {self.nummer} vragen, {len(self.kaart.adressen)} routes, {formulieren} formulieren",
            flush=True,
        )

    def _stoot(self, ronde: int) -> None:
        from stoten import Stoter  # noqa: PLC0415  see above

        eigen = sorted(p for p in self.keuze.bestanden.iterdir() if p.is_file()) if self.keuze.bestanden else []
        stoter = Stoter(self.kaart, f"{self.keuze.zaad}-{ronde}", eigen)
        aantal = min(PER_RONDE, self._over())
        self._vraag_alle(stoter.ronde(int(aantal * (1 - NALOOP))))
        na = [Vraag(rol, "GET", adres, soort="naloop") for rij in self.kaart.adressen.values() for rol, adres in rij]
        self.site.meld_aan()
        self._vraag_alle(stoter.toeval.sample(na, min(len(na), int(aantal * NALOOP))))

    def _vraag_alle(self, vragen: Iterable[Vraag]) -> None:
        for vraag in vragen:
            if time.monotonic() > self.einde:
                return
            antwoord = self._vraag(vraag)
            if vraag.wijze == "POST" and antwoord.naar.startswith("/") and "aanmelden" not in antwoord.naar:
                self._vraag(Vraag(vraag.rol, "GET", antwoord.naar, soort="na een formulier"))

    def _vraag(self, vraag: Vraag):
        self.nummer += 1
        if self.nummer % TELLERS_ELKE == 0:
            self.site.vergeet_tellers()
        if self.nummer % SESSIES_ELKE == 0:
            self.site.meld_aan()
        begin = time.monotonic()
        antwoord = self.site.vraag(vraag)
        duur = time.monotonic() - begin
        mis = antwoord.status >= 500 or antwoord.status == 0
        self.verslag.noteer(self.nummer, vraag, antwoord, duur, self.site.staart() if mis else "")
        if self.nummer % SPREEK_ELKE == 0:
            print(f"{self.nummer} …", end=" ", flush=True)
        return antwoord


if __name__ == "__main__":
    sys.exit(main())
