"""`make belasting`: what the site carries on its real services, beside stock Wagtail that carries the same.

95 of a hundred requests are of readers, 4 of somebody signed in, 1 writes; somebody publishes a page every second. Readers
choose pages as people do: a few often, most seldom. Bounded in time and on loopback only. BELASTING_MINUTEN (2) is how long
each of the two is asked, BELASTING_DUUR (0) for how many minutes ours goes on alone, with its memory watched.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(
    0, str(Path(__file__).resolve().parents[1] / "storing")
)  # the site on its services, as in `make storing`

from bezoek import Drukte, Uitkomst
from gelijke import Gelijke
from onze import onze_site

MINUTEN = float(os.environ.get("BELASTING_MINUTEN", "2"))
DUUR = float(os.environ.get("BELASTING_DUUR", "0"))
KOP = ("", "vragen/s", "soort", "aantal", "p50 ms", "p95 ms", "langste ms", "5xx of geen antwoord")


def rijen(naam: str, uit: Uitkomst) -> list[tuple[str, ...]]:
    per = [(soort, *uit.van(soort)) for soort in uit.soorten()]
    eerste = (naam, f"{uit.per_s:.0f}")
    return [(*(eerste if nummer == 0 else ("", "")), *map(str, rij)) for nummer, rij in enumerate(per)]


def main() -> int:
    tabel: list[tuple[str, ...]] = []
    fouten = 0
    with onze_site() as site:
        print("Onze site: opwarmen en meten …", flush=True)
        uit = Drukte(site).duw(MINUTEN * 60)
        tabel += rijen("onze site", uit)
        fouten += uit.fouten
        if DUUR:
            print(f"Onze site: {DUUR:.0f} minuten volhouden …", flush=True)
            lang = Drukte(site).duw(DUUR * 60)
            tabel += rijen(f"onze site, {DUUR:.0f} minuten", lang)
            fouten += lang.fouten
            print(lang.geheugen())
    with Gelijke() as kaal:
        print("Kale Wagtail: opwarmen en meten …", flush=True)
        tabel += rijen("kale Wagtail", Drukte(kaal).duw(MINUTEN * 60))
    print("| " + " | ".join(KOP) + " |\n|" + "---|" * len(KOP))
    print("\n".join("| " + " | ".join(rij) + " |" for rij in tabel))
    return int(fouten > 0)


if __name__ == "__main__":
    raise SystemExit(main())
