"""The folder of the embedded index: one folder per build, one pointer that is swapped atomically.

    <map>/huidig                     the name of the live build
    <map>/index-<schema hash>-<n>/   a build: tantivy's files and eigen.txt (words of the index, for compounds)
    <map>/herbouw.slot               locked while a rebuild runs

The index is a cache: local disk, never in a backup.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import tantivy

from ..poort import IndexStuk, MotorBezig
from .tantivy_schema import schema, schemahash

AANWIJZER: Final = "huidig"
EIGEN: Final = "eigen.txt"
BEWAAR: Final = 2  # builds: the live one and the one before it, which a slow reader may still open


def _gemaakt(pad: Path) -> int:
    """0 for a build that another process cleared away between the listing and this look."""
    try:
        return pad.stat().st_mtime_ns
    except FileNotFoundError:
        return 0


@contextlib.contextmanager
def leesfouten(wat: str) -> Iterator[None]:
    """Damage shows wherever a file is read. The site must be able to catch that, whatever form it takes."""
    try:
        yield
    except (ValueError, OSError) as fout:
        raise IndexStuk(f"{wat} can not be read ({fout}): run herindex") from fout
    except BaseException as fout:
        # A damaged file makes the Rust side panic, and that comes here as a BaseException of no public class.
        if type(fout).__name__ != "PanicException":
            raise
        raise IndexStuk(f"{wat} is damaged ({fout}): run herindex") from fout


class IndexMap:
    def __init__(self, plek: Path) -> None:
        self.plek = plek

    def huidig(self) -> Path:
        """The live build. Raises IndexStuk when there is none of this make."""
        try:
            naam = (self.plek / AANWIJZER).read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError) as fout:
            raise IndexStuk(f"no search index in {self.plek}: run herindex") from fout
        # The pointer is a file that anyone may have damaged: a plain name of this make, no path.
        if not naam.startswith(f"index-{schemahash()}-") or "/" in naam:
            raise IndexStuk(f"the search index {naam[:80]!r} is of another make: run herindex")
        return self.plek / naam

    def open(self, bouw: Path) -> tantivy.Index:
        """Open a build for reading or writing; readers reload by hand (a forked reader would stay stale)."""
        with leesfouten(f"the search index {bouw.name}"):
            index = tantivy.Index.open(str(bouw))
            index.config_reader("manual")
        return index

    def eigen(self, bouw: Path) -> frozenset[str]:
        try:
            return frozenset((bouw / EIGEN).read_text("utf-8").split())
        except (OSError, UnicodeDecodeError):
            return frozenset()

    def nieuw(self, eigen: Iterable[str]) -> Path:
        """An empty build that nobody reads yet."""
        self.plek.mkdir(parents=True, exist_ok=True)
        nummers = [int(n) for p in self.plek.glob("index-*") if (n := p.name.rpartition("-")[2]).isdecimal()]
        bouw = self.plek / f"index-{schemahash()}-{max(nummers, default=0) + 1}"
        bouw.mkdir()
        (bouw / EIGEN).write_text("\n".join(sorted(eigen)), "utf-8")
        tantivy.Index(schema(), path=str(bouw))
        return bouw

    def wissel(self, bouw: Path) -> None:
        """Make a build the live one, and clear older ones away."""
        with tempfile.NamedTemporaryFile("w", dir=self.plek, prefix=".huidig-", delete=False, encoding="utf-8") as f:
            f.write(bouw.name)
            f.flush()
            os.fsync(f.fileno())
        Path(f.name).chmod(0o644)
        Path(f.name).replace(self.plek / AANWIJZER)
        oud = sorted(self.plek.glob("index-*"), key=_gemaakt, reverse=True)
        for weg in [p for p in oud if p != bouw][BEWAAR - 1 :]:
            shutil.rmtree(weg, ignore_errors=True)

    @contextlib.contextmanager
    def herbouwslot(self) -> Iterator[None]:
        """One rebuild at a time; the kernel lets go of the lock when the process dies."""
        self.plek.mkdir(parents=True, exist_ok=True)
        with (self.plek / "herbouw.slot").open("w") as slot:
            try:
                fcntl.flock(slot, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as fout:
                raise MotorBezig("a rebuild of the search index is going on") from fout
            yield

    def herbouwt(self) -> bool:
        try:
            with (self.plek / "herbouw.slot").open("r") as slot:
                fcntl.flock(slot, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        except OSError:
            return False
        return False
