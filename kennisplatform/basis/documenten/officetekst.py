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


@dataclass
class Stijlen:
    """Names of styles that hide what they are on, also because the style below them does."""

    verbergen: set[str] = field(default_factory=set)
    tonen: set[str] = field(default_factory=set)  # say of themselves that they hide nothing
    onder: dict[str, str] = field(default_factory=dict)

    def verberg(self, naam: str | None) -> bool:
        """Whether this style does, by itself or by the first below it that says so."""
        gezien: set[str] = set()
        while naam and naam not in gezien and naam not in self.tonen:
            if naam in self.verbergen:
                return True
            gezien.add(naam)
            naam = self.onder.get(naam)
        return False


class Verzamelaar(ContentHandler):
    """Text inside `tekst` elements, a line per `regel`; nothing of what hides inside `over`, nor in a run, a paragraph or
    a row (of Word), a section or a style (of ODT) that says it is hidden. The file adds its own to `stijlen`.
    """

    def __init__(self, doel: Tekst, tekst: set[str], over: set[str], stijlen: Stijlen) -> None:
        super().__init__()
        self.doel, self.tekst, self.over, self.stijlen = doel, tekst, over, stijlen
        self.diep = self.weg = 0
        self.open: list[tuple[str, bool]] = []  # what is open, and whether it hides what is in it
        self.stijl = ""  # the one that is being described
        self.loop: list[Loop] = []  # runs of Word that are open: one may hold a box with others

    def startElementNS(self, name: tuple[str | None, str], qname: str | None, attrs: Any) -> None:
        naam, waarden = name[1], {sleutel[1]: waarde for sleutel, waarde in attrs.items()}
        self._let_op_stijl(naam, waarden)
        verbergt = naam in self.over or self._is_verborgen(naam, waarden)
        self.open.append((naam, verbergt))
        self.weg += verbergt
        self.diep += naam in self.tekst
        if naam == "r":
            self.loop.append(Loop())
        elif naam == "altChunk":  # another file inside, which Word takes in only when it opens this one
            self.doel.mist = "ingesloten"
        elif naam in {"tab", "ptab", "br", "cr", "s", "sym", "line-break", "noBreakHyphen"}:
            self._bij("-" if naam == "noBreakHyphen" else " ")

    def _is_verborgen(self, naam: str, waarden: dict[str, str]) -> bool:
        """Of ODT, where an element says so itself."""
        if naam == "section":
            return waarden.get("display") == "none"
        return naam in {"p", "h", "span"} and self.stijlen.verberg(waarden.get("style-name"))

    def _let_op_stijl(self, naam: str, waarden: dict[str, str]) -> None:
        if naam == "style":
            self.stijl = waarden.get("styleId") or waarden.get("name", "")
            self.stijlen.onder[self.stijl] = waarden.get("parent-style-name", "")
        elif naam == "basedOn" and self.stijl:
            self.stijlen.onder[self.stijl] = waarden.get("val", "")
        elif naam == "text-properties" and self.stijl and "display" in waarden:
            (self.stijlen.verbergen if waarden["display"] == "none" else self.stijlen.tonen).add(self.stijl)
        elif naam in {"vanish", "hidden"}:
            self._verdwijn(naam, zegt_ja=waarden.get("val", "true") not in {"0", "false", "off"})
        elif naam == "rStyle" and self.loop and self.stijlen.verberg(waarden.get("val")):
            self.loop[-1].toon = False
        elif naam == "showingPlcHdr":  # nobody filled it in: 'Klik hier om tekst in te voeren'
            self._verberg("sdt")
        elif naam == "del" and self.open and self.open[-1][0] == "trPr":
            self._verberg("tr")
        elif naam == "pStyle" and not self.stijl and self.stijlen.verberg(waarden.get("val")):
            self._verberg("p")

    def _verdwijn(self, naam: str, *, zegt_ja: bool) -> None:
        """'vanish' of a run or a style, 'hidden' of a row; of the mark at the end of a paragraph it says nothing."""
        if self.stijl and naam == "vanish":
            (self.stijlen.verbergen if zegt_ja else self.stijlen.tonen).add(self.stijl)
        elif naam == "hidden" and zegt_ja and self.open and self.open[-1][0] == "trPr":
            self._verberg("tr")
        elif naam == "vanish" and self.loop:
            self.loop[-1].toon = not zegt_ja

    def _verberg(self, soort: str) -> None:
        """The nearest of this kind that is open hides what is in it from here on."""
        for plek in range(len(self.open) - 1, -1, -1):
            naam, verbergt = self.open[plek]
            if naam == soort:
                self.open[plek] = (naam, True)
                self.weg += not verbergt
                return

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
        self.weg -= self.open.pop()[1]

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
    gezegd = _delen_van(pak, DOCX_DELEN)
    if gezegd or "word/document.xml" not in pak.NameToInfo:
        return gezegd
    return [naam for naam in GEWOON if naam in pak.NameToInfo]


def _delen_van(pak: zipfile.ZipFile, soorten: tuple[str, ...]) -> list[str]:
    """In the order of `soorten`, which are the ends of content types."""
    lijst = ""
    if "[Content_Types].xml" in pak.NameToInfo:
        with pak.open("[Content_Types].xml") as bestand:
            lijst = bestand.read(MB).decode("utf-8", "replace")
    regels = [dict(re.findall(r"""(PartName|ContentType)=["']([^"']+)["']""", regel)) for regel in lijst.split("<")]
    namen = [
        regel["PartName"].lstrip("/")
        for soort in soorten
        for regel in regels
        if "PartName" in regel and regel.get("ContentType", "").endswith(soort)
    ]
    return [naam for naam in namen if naam in pak.NameToInfo]


def lees_docx(pak: zipfile.ZipFile, tekst: Tekst, delen: list[str]) -> None:
    """What a reader sees: the text with its notes. Deleted text ('delText'), what was moved away, comments and hidden
    text are no part of it.
    """
    stijlen = Stijlen()
    bladen = _delen_van(pak, (".styles+xml",)) or [naam for naam in ("word/styles.xml",) if naam in pak.NameToInfo]
    for naam in bladen:
        lees_deel(pak, naam, Verzamelaar(tekst, set(), {"style"}, stijlen))
    for naam in delen:
        lees_deel(pak, naam, Verzamelaar(tekst, {"t"}, {"Fallback", "moveFrom", "del"}, stijlen))


def lees_odt(pak: zipfile.ZipFile, tekst: Tekst) -> None:
    if "META-INF/manifest.xml" in pak.NameToInfo:
        with pak.open("META-INF/manifest.xml") as bestand:
            if b"encryption-data" in bestand.read(MB):
                raise NietGelezen("op_slot")
    over = {"tracked-changes", "annotation", "scripts", "hidden-text", "hidden-paragraph"}
    stijlen = Stijlen()
    if "styles.xml" in pak.NameToInfo:
        lees_deel(pak, "styles.xml", Verzamelaar(tekst, set(), {"style"}, stijlen))
    lees_deel(pak, "content.xml", Verzamelaar(tekst, {"p", "h"}, over, stijlen))


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
