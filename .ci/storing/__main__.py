"""`make storing`: breaks one thing at a time under readers and writers, and prints what they saw and what was lost.

Real services (.ci/diensten.sh), the real site with two workers, the real worker beside it, and Caddy in front where it can
be had. Ends with 1 when something that was accepted is gone, stands there twice, or a reader got a 5xx that is no 503.
"""

from __future__ import annotations

import sys
import time

from mensen import Menigte
from opstelling import Opstelling
from storingen import STORINGEN

VOORAF_S, NA_S = 3.0, 6.0
KOP = (
    "storing",
    "vragen",
    "200",
    "503",
    "ander 5xx",
    "afgebroken",
    "langste s",
    "aanvaard",
    "opnieuw",
    "langste s",
    "kwijt",
    "dubbel",
)


def main(namen: list[str]) -> int:
    rijen: list[tuple[str, ...]] = []
    slecht = 0
    with Opstelling() as op:
        print(f"De site staat op {op.adres}, {op.ervoor}.", flush=True)
        for storing in STORINGEN:
            if namen and storing.naam.split(",")[0] not in namen and storing.naam not in namen:
                continue
            if reden := storing.kan_niet(op):
                rijen.append((f"{storing.naam}: niet gedaan, {reden}", *[""] * (len(KOP) - 1)))
                continue
            op.heel()
            with Menigte(op) as menigte:
                time.sleep(VOORAF_S)
                storing.doe(op)
                storing.terug(op)
                op.heel()
                time.sleep(NA_S)
            kwijt, dubbel = op.na_te_tellen(menigte.aanvaard)
            slecht += kwijt + dubbel + menigte.ander
            rijen.append((storing.naam, *menigte.gezien(), str(kwijt), str(dubbel)))
            print("  " + " | ".join(rijen[-1]), flush=True)
        op.heel()
        achter = op.zoekt_alles()
    print()
    print("| " + " | ".join(KOP) + " |\n|" + "---|" * len(KOP))
    print("\n".join("| " + " | ".join(rij) + " |" for rij in rijen))
    print(f"\nZoekindex na afloop: {achter}")
    return 1 if slecht else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
