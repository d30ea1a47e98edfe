"""A work sheet as an OpenDocument text: what a team prints or fills in, from plain lines of content."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from typing import Final
from xml.sax.saxutils import escape

SOORT: Final = "application/vnd.oasis.opendocument.text"
DATUM: Final = (1980, 1, 1, 0, 0, 0)  # the same lines make the same file, so an unchanged sheet is not stored again
_RUIMTE: Final = " ".join(
    f'xmlns:{naam}="urn:oasis:names:tc:opendocument:xmlns:{ruimte}:1.0"'
    for naam, ruimte in (
        ("office", "office"),
        ("text", "text"),
        ("style", "style"),
        ("fo", "xsl-fo-compatible"),
        ("manifest", "manifest"),
    )
)
_STIJL: Final = (
    '<style:default-style style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.2cm"/>'
    '<style:text-properties fo:font-size="12pt" fo:language="nl" fo:country="NL"/></style:default-style>'
    '<style:style style:name="Kop" style:family="paragraph"><style:text-properties fo:font-size="18pt" '
    'fo:font-weight="bold"/></style:style><style:style style:name="Kopje" style:family="paragraph">'
    '<style:paragraph-properties fo:margin-top="0.5cm"/><style:text-properties fo:font-size="14pt" '
    'fo:font-weight="bold"/></style:style>'
)


def maak_odt(titel: str, regels: Iterable[str]) -> bytes:
    """'# ' begins a heading, '- ' a box to tick; every other line is a paragraph."""
    kop = f'<text:h text:style-name="Kop" text:outline-level="1">{escape(titel)}</text:h>'
    inhoud = f"<office:body><office:text>{kop}{''.join(_regels(regels))}</office:text></office:body>"
    delen = {
        "mimetype": SOORT,
        "content.xml": _xml("office:document-content", inhoud),
        "styles.xml": _xml("office:document-styles", f"<office:styles>{_STIJL}</office:styles>"),
        "META-INF/manifest.xml": _xml("manifest:manifest", "".join(_inhoudsopgave())),
    }
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as pak:
        for naam, tekst in delen.items():
            # The kind of file stands first and unpacked: programs look there.
            wijze = zipfile.ZIP_STORED if naam == "mimetype" else zipfile.ZIP_DEFLATED
            pak.writestr(zipfile.ZipInfo(naam, DATUM), tekst, compress_type=wijze)
    return uit.getvalue()


def _regels(regels: Iterable[str]) -> Iterator[str]:
    for regel in regels:
        if regel.startswith("# "):
            yield f'<text:h text:style-name="Kopje" text:outline-level="2">{escape(regel[2:])}</text:h>'
        else:
            yield f"<text:p>{escape(f'☐ {regel[2:]}' if regel.startswith('- ') else regel)}</text:p>"


def _inhoudsopgave() -> Iterator[str]:
    for pad, soort in (("/", SOORT), ("content.xml", "text/xml"), ("styles.xml", "text/xml")):
        yield f'<manifest:file-entry manifest:full-path="{pad}" manifest:media-type="{soort}"/>'


def _xml(wortel: str, inhoud: str) -> str:
    prefix = wortel.partition(":")[0]
    versie = f'{"manifest" if prefix == "manifest" else "office"}:version="1.3"'
    return f'<?xml version="1.0" encoding="UTF-8"?><{wortel} {_RUIMTE} {versie}>{inhoud}</{wortel}>'
