"""Text of DOCX and ODT: parts of a zip, read as a stream. Runs in the reader's own process: no Django here."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import IO, Any, Final
from xml.sax.handler import ContentHandler

from kennisplatform.basis.documenten.gelezen import MB, NietGelezen, Tekst

MAX_XML: Final = 50 * MB  # of one part of a DOCX or ODT, unpacked
MAX_DELEN: Final = 5_000  # parts of a DOCX or ODT


@dataclass
class Loop:
    """What a run of Word says, until it is known whether it is hidden."""

    delen: list[str] = field(default_factory=list)
    toon: bool = True


class Verzamelaar(ContentHandler):
    """Text inside `tekst` elements, a line per `regel`; nothing of what hides inside `over`, nor in a run (of Word) or a
    style (of ODT) that says it is hidden. `stijlen`: names of styles that hide what they are on; the file adds its own.
    """

    def __init__(self, doel: Tekst, tekst: set[str], over: set[str], stijlen: set[str] | None = None) -> None:
        super().__init__()
        self.doel, self.tekst, self.over = doel, tekst, over
        self.stijlen = stijlen if stijlen is not None else set()
        self.diep = self.weg = 0
        self.open: list[bool] = []  # of each element that is open: does it hide what is in it?
        self.stijl = ""  # the one that is being described
        self.loop: list[Loop] = []  # runs of Word that are open: one may hold a box with others

    def startElementNS(self, name: tuple[str | None, str], qname: str | None, attrs: Any) -> None:
        naam, waarden = name[1], {sleutel[1]: waarde for sleutel, waarde in attrs.items()}
        self._let_op_stijl(naam, waarden)
        verbergt = naam in self.over or (naam in {"p", "h", "span"} and waarden.get("style-name") in self.stijlen)
        self.open.append(verbergt)
        self.weg += verbergt
        self.diep += naam in self.tekst
        if naam == "r":
            self.loop.append(Loop())
        elif naam in {"tab", "br", "cr", "s", "sym", "line-break", "noBreakHyphen"}:
            self._bij("-" if naam == "noBreakHyphen" else " ")

    def _let_op_stijl(self, naam: str, waarden: dict[str, str]) -> None:
        if naam == "style":
            self.stijl = waarden.get("styleId") or waarden.get("name", "")
        verborgen = naam == "vanish" and waarden.get("val", "true") not in {"0", "false", "off"}
        if (verborgen and not self.loop) or (naam == "text-properties" and waarden.get("display") == "none"):
            self.stijlen |= {self.stijl} - {""}
        if self.loop and (verborgen or (naam == "rStyle" and waarden.get("val") in self.stijlen)):
            self.loop[-1].toon = False

    def _bij(self, deel: str) -> None:
        if self.weg:
            return
        if self.loop:
            self.loop[-1].delen.append(deel)
        else:
            self.doel.bij(deel)

    def endElementNS(self, name: tuple[str | None, str], qname: str | None) -> None:
        naam = name[1]
        if naam == "style":
            self.stijl = ""
        if naam == "r" and self.loop:
            loop = self.loop.pop()
            if loop.toon:
                self._bij("".join(loop.delen))
        if naam in {"p", "h"}:
            self._bij("\n")
        self.diep -= naam in self.tekst
        self.weg -= self.open.pop()

    def characters(self, content: str) -> None:
        if self.diep:
            self._bij(content)


class Begrensd:
    """A part of a zip that may say it is small and is not."""

    def __init__(self, bestand: IO[bytes]) -> None:
        self.bestand, self.over = bestand, MAX_XML

    def read(self, aantal: int = -1) -> bytes:
        stuk = self.bestand.read(min(aantal, 65_536) if aantal >= 0 else 65_536)
        self.over -= len(stuk)
        if self.over < 0:
            raise NietGelezen("te_groot")
        return stuk

    def close(self) -> None:
        self.bestand.close()


def lees_deel(pak: zipfile.ZipFile, naam: str, verzamelaar: Verzamelaar) -> None:
    from defusedxml.expatreader import DefusedExpatParser  # noqa: PLC0415  as above

    deel = pak.getinfo(naam)
    if deel.flag_bits & 0x1:
        raise NietGelezen("op_slot")
    if deel.file_size > MAX_XML:
        raise NietGelezen("te_groot")
    ontleder = DefusedExpatParser(namespaceHandling=1, forbid_dtd=True)
    ontleder.setContentHandler(verzamelaar)
    with pak.open(deel) as bestand:
        ontleder.parse(Begrensd(bestand))


DOCX_DELEN: Final = ("document.main+xml", "document.macroEnabled.main+xml", "footnotes+xml", "endnotes+xml")


GEWOON: Final = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")


def docx_delen(pak: zipfile.ZipFile) -> list[str]:
    """Parts with text, by what the package says they are (Word on the web calls the first 'document2.xml'), else by the
    names that are usual; empty of what is no Word file.
    """
    lijst = ""
    if "[Content_Types].xml" in pak.NameToInfo:
        with pak.open("[Content_Types].xml") as bestand:
            lijst = bestand.read(MB).decode("utf-8", "replace")
    regels = [dict(re.findall(r"""(PartName|ContentType)=["']([^"']+)["']""", regel)) for regel in lijst.split("<")]
    namen = [
        regel["PartName"].lstrip("/")
        for soort in DOCX_DELEN
        for regel in regels
        if "PartName" in regel and regel.get("ContentType", "").endswith(soort)
    ]
    gezegd = [naam for naam in namen if naam in pak.NameToInfo]
    if gezegd or "word/document.xml" not in pak.NameToInfo:
        return gezegd
    return [naam for naam in GEWOON if naam in pak.NameToInfo]


def lees_docx(pak: zipfile.ZipFile, tekst: Tekst, delen: list[str]) -> None:
    """What a reader sees: the text with its notes. Deleted text ('delText'), what was moved away, comments and hidden
    text are no part of it.
    """
    stijlen: set[str] = set()
    if "word/styles.xml" in pak.NameToInfo:
        lees_deel(pak, "word/styles.xml", Verzamelaar(tekst, set(), {"style"}, stijlen))
    for naam in delen:
        lees_deel(pak, naam, Verzamelaar(tekst, {"t"}, {"Fallback", "moveFrom"}, stijlen))


def lees_odt(pak: zipfile.ZipFile, tekst: Tekst) -> None:
    if "META-INF/manifest.xml" in pak.NameToInfo:
        with pak.open("META-INF/manifest.xml") as bestand:
            if b"encryption-data" in bestand.read(MB):
                raise NietGelezen("op_slot")
    over = {"tracked-changes", "annotation", "scripts", "hidden-text", "hidden-paragraph"}
    lees_deel(pak, "content.xml", Verzamelaar(tekst, {"p", "h"}, over))


def zipsoort(bestand: IO[bytes]) -> tuple[str, Callable[[Tekst], None]]:
    try:
        pak = zipfile.ZipFile(bestand)
    except (zipfile.BadZipFile, ValueError, NotImplementedError):  # the last: a packing that zipfile does not know
        raise NietGelezen("stuk") from None
    if len(pak.NameToInfo) > MAX_DELEN:
        raise NietGelezen("te_groot")
    if delen := docx_delen(pak):
        return "docx", lambda tekst: lees_docx(pak, tekst, delen)
    if "encrypted-package" in pak.NameToInfo:
        raise NietGelezen("op_slot")
    if "mimetype" in pak.NameToInfo and "content.xml" in pak.NameToInfo:
        with pak.open("mimetype") as soort:
            if soort.read(60).startswith(b"application/vnd.oasis.opendocument.text"):
                return "odt", lambda tekst: lees_odt(pak, tekst)
    raise NietGelezen("ander")
