"""The one file of a copy: a tar with the rows of each table, the files that people uploaded, the keys, and a manifest.

Half a copy is never taken for a whole one: it is written under a hidden name and gets its own when it lies on the disk,
the manifest is the last thing in it, and it names the checksum of everything before it.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import os
import shutil
import tarfile
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Final

VORM: Final = 1  # of the archive; another one is refused
MANIFEST: Final = "manifest.json"
SLEUTELS: Final = "sleutels.json"
RIJEN: Final = "database/{}.jsonl.gz"
MEDIA: Final = "media/"
IN_GEHEUGEN: Final = 32 * 1024 * 1024
HAP: Final = 1024 * 1024


class GeenHeleKopie(Exception):
    """What is wrong with the file, in Dutch, for who gave the command."""


class Kopieschrijver:
    def __init__(self, tar: tarfile.TarFile) -> None:
        self.tar = tar
        self.stukken: dict[str, str] = {}

    def stuk(self, naam: str, inhoud: IO[bytes], lengte: int) -> str:
        """Adds it; returns its checksum. What is shorter or longer than it said stops the copy."""
        telt = _Tellend(inhoud)
        kop = tarfile.TarInfo(naam)
        kop.size, kop.mode = lengte, 0o600
        self.tar.addfile(kop, telt)
        self.stukken[naam] = telt.som.hexdigest()
        return self.stukken[naam]

    def tekst(self, naam: str, ding: Any) -> None:
        inhoud = json.dumps(ding, ensure_ascii=False, indent=1).encode()
        self.stuk(naam, io.BytesIO(inhoud), len(inhoud))

    def regels(self, naam: str, regels: Iterable[bytes]) -> None:
        with tempfile.SpooledTemporaryFile(max_size=IN_GEHEUGEN) as bak:
            with gzip.GzipFile(fileobj=bak, mode="wb", compresslevel=3, mtime=0) as pak:
                pak.writelines(regels)
            lengte = bak.tell()
            bak.seek(0)
            self.stuk(naam, bak, lengte)


class _Tellend:
    """Hands on what is read and keeps the sum of it."""

    def __init__(self, bron: IO[bytes]) -> None:
        self.bron, self.som = bron, hashlib.sha256()

    def read(self, lengte: int = -1) -> bytes:
        deel = self.bron.read(lengte)
        self.som.update(deel)
        return deel


@contextmanager
def nieuw(doel: Path) -> Iterator[Kopieschrijver]:
    """A copy at `doel`, which is there whole or not at all. Whoever writes it ends with the manifest."""
    doel.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    half = doel.with_name(f".{doel.name}.{os.getpid()}.half")
    try:
        with os.fdopen(os.open(half, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "wb") as bestand:
            with tarfile.open(fileobj=bestand, mode="w") as tar:
                yield Kopieschrijver(tar)
            bestand.flush()
            os.fsync(bestand.fileno())
        half.replace(doel)
        _bewaar_map(doel.parent)
    finally:
        half.unlink(missing_ok=True)


def _bewaar_map(map_: Path) -> None:
    nummer = os.open(map_, os.O_RDONLY)
    try:
        os.fsync(nummer)
    finally:
        os.close(nummer)


class Kopielezer:
    """A copy that was looked through from end to end before anything is done with it."""

    def __init__(self, pad: Path) -> None:
        self.pad = pad
        self.manifest = self._keur()

    def _keur(self) -> dict[str, Any]:
        try:
            with tarfile.open(self.pad, mode="r:") as tar:
                sommen = {lid.name: _som(tar, lid) for lid in tar if lid.isfile()}
                rauw = tar.extractfile(MANIFEST).read() if MANIFEST in sommen else b""  # type: ignore[union-attr]
        except (OSError, tarfile.TarError, EOFError) as fout:
            raise GeenHeleKopie(f"{self.pad} is niet te lezen ({type(fout).__name__}).") from fout
        if not rauw:
            raise GeenHeleKopie(f"{self.pad} is geen hele kopie: het einde ontbreekt.")
        manifest: dict[str, Any] = json.loads(rauw)
        if manifest.get("vorm") != VORM:
            raise GeenHeleKopie(f"{self.pad} is een kopie van vorm {manifest.get('vorm')}; deze code leest {VORM}.")
        del sommen[MANIFEST]
        if anders := sorted(set(sommen.items()) ^ set(manifest["stukken"].items())):
            raise GeenHeleKopie(f"{self.pad} is beschadigd: {anders[0][0]} klopt niet met het manifest.")
        return manifest

    def regels(self, naam: str) -> Iterator[bytes]:
        with self._open(naam) as inhoud, gzip.GzipFile(fileobj=inhoud) as pak:
            yield from pak

    def sleutels(self) -> dict[str, Any]:
        if SLEUTELS not in self.manifest["stukken"]:
            return {}
        with self._open(SLEUTELS) as inhoud:
            return dict(json.loads(inhoud.read()))

    def media_naar(self, map_: Path) -> None:
        """Only files, under names that stay inside `map_`. Not by tarfile's filter: Debian 12's Python has none."""
        with tarfile.open(self.pad, mode="r:") as tar:
            for lid in tar:
                if lid.isfile() and lid.name.startswith(MEDIA) and (inhoud := tar.extractfile(lid)):
                    doel = map_ / lid.name.removeprefix(MEDIA)
                    if not doel.resolve().is_relative_to(map_.resolve()):
                        raise GeenHeleKopie(f"{self.pad} is niet te vertrouwen: {lid.name} hoort niet in een kopie.")
                    doel.parent.mkdir(parents=True, exist_ok=True)
                    with doel.open("xb") as uit:
                        shutil.copyfileobj(inhoud, uit)

    @contextmanager
    def _open(self, naam: str) -> Iterator[IO[bytes]]:
        with tarfile.open(self.pad, mode="r:") as tar:
            inhoud = tar.extractfile(naam)
            if inhoud is None:
                raise GeenHeleKopie(f"{naam} staat niet in {self.pad}.")
            yield inhoud


def _som(tar: tarfile.TarFile, lid: tarfile.TarInfo) -> str:
    som, inhoud = hashlib.sha256(), tar.extractfile(lid)
    while inhoud is not None and (deel := inhoud.read(HAP)):
        som.update(deel)
    return som.hexdigest()
