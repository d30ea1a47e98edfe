"""What came of it: how often which answer, which routes were reached, and each fault with how to repeat it."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from pathlib import Path

from kaart import NIET, Kaart, route_van
from opzet import WORTEL, Antwoord, Vraag

MAP = WORTEL / "var" / "stoten"
BEREIKT = range(200, 300)


class Verslag:
    def __init__(self) -> None:
        self.statussen: Counter[int] = Counter()
        self.soorten: Counter[str] = Counter()
        self.per_route: dict[str, Counter[int]] = defaultdict(Counter)
        self.fouten: dict[str, tuple[int, Path, str]] = {}  # kind of fault → how often, the first, its end
        self.langste: tuple[float, str] = (0.0, "")

    def noteer(self, nummer: int, vraag: Vraag, antwoord: Antwoord, seconden: float, staart: str) -> None:
        self.statussen[antwoord.status] += 1
        self.soorten[vraag.soort] += 1
        naam = route_van(vraag.pad)
        self.per_route[naam][antwoord.status // 100] += 1
        self.langste = max(self.langste, (seconden, f"{vraag.wijze} {vraag.pad[:120]}"))
        if antwoord.status >= 500 or antwoord.status == 0:
            self._fout(nummer, vraag, antwoord, naam, staart)

    def _fout(self, nummer: int, vraag: Vraag, antwoord: Antwoord, naam: str, staart: str) -> None:
        laatste = _laatste_regel(staart)
        soort = f"{antwoord.status} {vraag.wijze} {naam}: {laatste}"
        keren, bestand, einde = self.fouten.get(soort, (0, MAP / f"fout-{nummer}.json", staart))
        if not keren:
            bestand.write_text(json.dumps({"vraag": vraag.als_rij(), "staart": staart}, ensure_ascii=True), "utf-8")
            print(f"\n  {soort}\n    {vraag.rol} {vraag.pad[:200]}\n    {bestand}", flush=True)
        self.fouten[soort] = (keren + 1, bestand, einde)

    def druk_af(self, kaart: Kaart, zwaarste: int) -> int:
        print(
            f"\n\n{sum(self.statussen.values())} vragen: "
            + ", ".join(f"{n} {s}" for s, n in self.soorten.most_common())
        )
        print("| antwoord | vragen |\n|---|---|")
        for status, aantal in sorted(self.statussen.items()):
            print(f"| {_wat(status)} | {aantal} |")
        onze = {naam: self.per_route[naam] for naam in kaart.routes}
        bereikt = [naam for naam, per in onze.items() if per[2]]
        print(
            f"\nRoutes: {len(onze)}, gevraagd {sum(bool(per) for per in onze.values())}, met een antwoord 2xx {len(bereikt)}"
        )
        for naam, per in sorted(onze.items()):
            if not per[2]:
                print(
                    f"  zonder 2xx: {naam} ({', '.join(f'{n} × {klas}xx' for klas, n in sorted(per.items())) or 'niet gevraagd'})"
                )
        print("Niet gevraagd: " + "; ".join(f"{naam} ({waarom})" for naam, waarom in NIET.items()))
        print(f"Langste antwoord: {self.langste[0]:.1f} s, {self.langste[1]}")
        print(f"Zwaarste werker: {zwaarste // 1024} MB")
        for soort, (keren, bestand, _einde) in sorted(self.fouten.items(), key=lambda rij: -rij[1][0]):
            print(f"\n{keren} × {soort}\n  nog eens: make stoten STOTEN='--opnieuw {bestand}'")
        aantal = sum(n for status, n in self.statussen.items() if status >= 500 or status == 0)
        print(f"\n{aantal} × 5xx of geen antwoord")
        return aantal


def _laatste_regel(staart: str) -> str:
    """Which fault the site wrote down, and where."""
    plekken = re.findall(r'File "(?:[^"]*/)?([^"/]+/[^"/]+)", line (\d+)', staart)
    laatste = next((r for r in reversed(staart.strip().splitlines()) if re.match(r"[\w.]+(:|$)", r)), "")
    return f"{laatste[:110]} [{':'.join(plekken[-1]) if plekken else ''}]"


def _wat(status: int) -> str:
    return {-1: "niet te versturen", 0: "geen antwoord"}.get(status, str(status))
