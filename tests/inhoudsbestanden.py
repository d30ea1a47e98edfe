"""Content files of one kind, copied so that a test can spoil them, and what the loader then says."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from kennisplatform.inhoudlader import lader, soorten
from tests import brengen


def kopie(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, klasse: type, naam: str) -> Path:
    """The folder of one kind of file, to write in."""
    map_ = tmp_path / naam
    map_.mkdir()
    echt = brengen.een(klasse, naam)
    for pad in echt.map.glob("*.toml"):
        (map_ / pad.name).write_bytes(pad.read_bytes())
    anders = [dataclasses.replace(s, map=map_) if s is echt else s for s in soorten.gebracht(klasse)]
    brengen.alleen(monkeypatch, klasse, *anders)
    gewoon, plek = lader.korte_naam, echt.map
    monkeypatch.setattr(
        lader, "korte_naam", lambda pad: gewoon(plek / pad.name) if map_ in pad.parents else gewoon(pad)
    )
    return map_


def vervang(pad: Path, oud: str, nieuw: str) -> None:
    tekst = pad.read_text(encoding="utf-8")
    assert oud in tekst
    pad.write_text(tekst.replace(oud, nieuw, 1), encoding="utf-8")


def fouten() -> list[str]:
    with pytest.raises(lader.Inhoudsfout) as fout:
        lader.laad()
    return [str(f) for f in fout.value.fouten]
