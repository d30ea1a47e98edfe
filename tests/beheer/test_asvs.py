"""The list of OWASP ASVS stays true: what it names as evidence is there, and what is open stands at its end."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

WORTEL = Path(__file__).resolve().parents[2]
LIJST = (WORTEL / "docs" / "asvs.md").read_text(encoding="utf-8")
RIJEN = [tuple(cel.strip() for cel in r.strip("|").split("|")) for r in LIJST.splitlines() if re.match(r"\| \d", r)]
BESTAND = re.compile(r"`([\w./-]+\.(?:py|yaml|toml|md|txt|json)|[\w-]+/[\w/-]*)`")


def test_every_chapter_has_rows_with_a_state() -> None:
    assert {int(rij[0].split(".")[0]) for rij in RIJEN} == set(range(1, 15))
    assert {rij[2] for rij in RIJEN} <= {"ja", "deels", "open", "n.v.t."}
    assert all(rij[3] for rij in RIJEN)


@pytest.mark.parametrize("pad", sorted({m[1] for rij in RIJEN for m in BESTAND.finditer(rij[3])}))
def test_the_evidence_is_there(pad: str) -> None:
    waar = (WORTEL / pad, WORTEL / "kennisplatform" / pad, WORTEL / "tests" / "site" / pad)
    assert any(plek.exists() for plek in waar) or pad in {"openapi.json"}


def test_what_is_open_is_named_at_the_end() -> None:
    einde = LIJST.split("## Wat open staat")[1].split("Deels:")[0]
    for rij in RIJEN:
        for nummer in re.findall(r"\d+\.\d+\.\d+", rij[0]) if rij[2] == "open" else ():
            assert nummer in einde or nummer.rsplit(".", 1)[0] in einde, nummer
