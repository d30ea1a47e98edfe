"""The embedded engine: tantivy in this process, an index folder on the local disk, no service."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, Final

import tantivy

from ..antwoord.aanvullen import vul_aan
from ..antwoord.beantwoorden import beantwoord
from ..antwoord.uitleg import Uitleg, leg_uit
from ..antwoord.vraag import Antwoord, Vraag, Zoeksuggestie
from ..document import Document
from ..poort import MotorBezig, MotorWeg, ZoekFout
from ..taal.samenstelling import Splitser
from ..velden import lees_spoel, spoel_op
from .tantivy_bouw import TantivyBouw, ververs
from .tantivy_lezer import TantivyLezer
from .tantivy_map import IndexMap, leesfouten
from .tantivy_schema import naar_tantivy

GEHEUGEN: Final = 50_000_000  # bytes of the writer's buffer
GEHEUGEN_HERBOUW: Final = 150_000_000
POGINGEN: Final = 4
WACHT: Final = 0.05  # seconds between tries for the write lock
VOORTGANG: Final = 500


class TantivySchrijver:
    def __init__(self, writer: tantivy.IndexWriter, splitser: Splitser) -> None:
        self.writer, self.splitser = writer, splitser

    def zet(self, documenten: Iterable[Document]) -> None:
        for document in documenten:
            nieuw = naar_tantivy(document, self.splitser)
            self.writer.delete_documents_by_term("sleutel", document.sleutel)
            self.writer.add_document(nieuw)

    def wis(self, sleutels: Iterable[str]) -> None:
        for sleutel in sleutels:
            self.writer.delete_documents_by_term("sleutel", sleutel)


class TantivyMotor:
    naam = "tantivy"
    elders = False

    def __init__(self, plek: Path) -> None:
        self.map = IndexMap(plek)
        self._bouw: TantivyBouw | None = None
        self._gebouwd: tuple[Path, Splitser] | None = None
        self._slot = threading.Lock()

    def _lezer(self) -> TantivyLezer:
        with self._slot:
            self._bouw = ververs(self.map, self._bouw, self._gebouwd)
            assert self._bouw.lezer is not None
            return self._bouw.lezer

    @contextlib.contextmanager
    def schrijver(self) -> Iterator[TantivySchrijver]:
        pad, index, writer = self._open_schrijver()
        try:
            yield TantivySchrijver(writer, self._splitser(pad))
            _bevestig(writer)
            index.reload()
        except BaseException:
            with contextlib.suppress(ValueError):
                writer.rollback()
            raise
        finally:
            # The lock goes with the writer; waiting first keeps a half merge from being thrown away.
            with contextlib.suppress(ValueError):
                writer.wait_merging_threads()
            del writer

    def _open_schrijver(self) -> tuple[Path, tantivy.Index, tantivy.IndexWriter]:
        for poging in range(POGINGEN):
            if poging:
                time.sleep(WACHT)
            pad = self.map.huidig()
            index = self.map.open(pad)
            with leesfouten(f"the search index {pad.name}"):
                writer = _neem_slot(index)
            if writer is None:
                continue
            # A rebuild may have swapped between reading the pointer and getting the lock.
            if pad == self.map.huidig():
                return pad, index, writer
            writer.wait_merging_threads()
        raise MotorBezig("another process writes the search index")

    def _splitser(self, pad: Path) -> Splitser:
        with self._slot:
            if self._bouw is not None and self._bouw.pad == pad:
                return self._bouw.splitser
        return Splitser(self.map.eigen(pad))

    def zet(self, documenten: Sequence[Document]) -> None:
        with self.schrijver() as schrijver:
            schrijver.zet(documenten)

    def wis(self, sleutels: Sequence[str]) -> None:
        with self.schrijver() as schrijver:
            schrijver.wis(sleutels)

    def zoek(self, vraag: Vraag) -> Antwoord:
        with leesfouten("the search index"):
            return beantwoord(self._lezer(), vraag)

    def suggereer(self, tekst: str, taal: str = "nl", n: int = 8) -> list[Zoeksuggestie]:
        with leesfouten("the search index"):
            return vul_aan(self._lezer(), tekst, taal, n)

    def leg_uit(self, vraag: Vraag) -> Uitleg:
        with leesfouten("the search index"):
            return leg_uit(self._lezer(), vraag)

    def leeg(self) -> None:
        self.herbouw(())

    def herbouw(self, documenten: Iterable[Document], voortgang: Callable[[int], None] | None = None) -> int:
        """Two passes: compounds are split with the words of the index, which are known after the first."""
        with self.map.herbouwslot(), _schijffouten(), tempfile.TemporaryFile() as spoel:
            aantal, eigen = spoel_op(documenten, spoel)
            pad = self.map.nieuw(eigen)
            try:
                splitser = Splitser(eigen)
                self._vul(pad, splitser, spoel, aantal, voortgang)
                self.map.wissel(pad)
                self._gebouwd = pad, splitser
            except BaseException:
                shutil.rmtree(pad, ignore_errors=True)
                raise
        return aantal

    def _vul(
        self, pad: Path, splitser: Splitser, spoel: IO[bytes], aantal: int, voortgang: Callable[[int], None] | None
    ) -> None:
        writer = self.map.open(pad).writer(GEHEUGEN_HERBOUW, 1)
        schrijver = TantivySchrijver(writer, splitser)
        for gedaan, document in enumerate(lees_spoel(spoel, aantal), start=1):
            schrijver.zet([document])
            if voortgang and (gedaan % VOORTGANG == 0 or gedaan == aantal):
                voortgang(gedaan)
        _bevestig(writer)
        writer.wait_merging_threads()

    def herbouwt(self) -> bool:
        return self.map.herbouwt()

    def sommen(self) -> dict[str, str]:
        with leesfouten("the search index"):
            return self._lezer().sommen()

    def ruim_op(self) -> None:
        """Delete files that no commit needs any more; once a night is enough."""
        _, _, writer = self._open_schrijver()
        writer.garbage_collect_files()
        writer.wait_merging_threads()

    def kent(self, woord: str) -> bool:
        with leesfouten("the search index"):
            return self._lezer().aantal(woord) > 0

    def aantal(self) -> int:
        return int(self._lezer().searcher.num_docs)

    def gezond(self) -> bool:
        try:
            self.zoek(Vraag(per_pagina=1))
        except ZoekFout:
            return False
        return True


def _neem_slot(index: tantivy.Index) -> tantivy.IndexWriter | None:
    """The writer, or None when another one is at work."""
    try:
        return index.writer(GEHEUGEN, 1)
    except ValueError as fout:
        if "LockBusy" in str(fout):
            return None
        raise


def _bevestig(writer: tantivy.IndexWriter) -> None:
    try:
        writer.commit()
    except (ValueError, OSError) as fout:
        raise MotorWeg(f"the search index could not be written: {fout}") from fout


@contextlib.contextmanager
def _schijffouten() -> Iterator[None]:
    try:
        yield
    except OSError as fout:
        raise MotorWeg(f"the search index could not be built: {fout}") from fout
