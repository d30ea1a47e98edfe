"""Real files for the tests, made on the spot: whole ones, broken ones and ill-willed ones."""

from __future__ import annotations

import io
import itertools
import zipfile
import zlib

from pypdf import PdfReader, PdfWriter

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ODT = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>{}</office:text>'
    "</office:body></office:document-content>"
)


def pdf_van(delen: list[bytes]) -> bytes:
    """Numbered objects, the first the catalogue, with a table of where they are."""
    uit, plekken = b"%PDF-1.4\n", []
    for nummer, deel in enumerate(delen, start=1):
        plekken.append(len(uit))
        uit += b"%d 0 obj\n%s\nendobj\n" % (nummer, deel)
    tabel = b"".join(b"%010d 00000 n \n" % plek for plek in plekken)
    kop = b"xref\n0 %d\n0000000000 65535 f \n" % (len(delen) + 1)
    staart = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(delen) + 1, len(uit))
    return uit + kop + tabel + staart


def stroom(inhoud: bytes, extra: bytes = b"") -> bytes:
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(inhoud), extra, inhoud)


def pdf(*bladzijden: str) -> bytes:
    """A page per text, a line per line."""
    kinderen = b" ".join(b"%d 0 R" % (4 + 2 * i) for i in range(len(bladzijden)))
    delen = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(bladzijden), kinderen),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for i, tekst in enumerate(bladzijden):
        regels = b"".join(b"(%s) Tj T*\n" % regel.encode("cp1252") for regel in tekst.splitlines())
        delen.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F1 3 0 R>>>>>>"
            % (5 + 2 * i)
        )
        delen.append(stroom(b"BT /F1 12 Tf 14 TL 50 800 Td\n%sET" % regels))
    return pdf_van(delen)


def pdf_losse_letters(tekst: str) -> bytes:
    """Each letter set by itself with room around it, as some programs for design do."""
    regels = b"".join(
        b"1 0 0 1 %d 800 Tm (%s) Tj\n" % (50 + nummer * 14, letter.encode("cp1252"))
        for nummer, letter in enumerate(tekst)
    )
    delen = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[4 0 R]>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 1595 842]/Contents 5 0 R/Resources<</Font<</F1 3 0 R>>>>>>",
        stroom(b"BT /F1 12 Tf\n%sET" % regels),
    ]
    return pdf_van(delen)


def pdf_op_slot() -> bytes:
    schrijver = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf("Geheime afspraken over valpreventie"))))
    schrijver.encrypt("wachtwoord", algorithm="RC4-128")
    uit = io.BytesIO()
    schrijver.write(uit)
    return uit.getvalue()


def pdf_met_wortel(tekst: str, wortel: bytes) -> bytes:
    """With something more in its catalogue, as its own object 6."""
    kaal = pdf(tekst).partition(b"xref\n0")[0]
    delen = [stuk.partition(b" obj\n")[2] for stuk in kaal.split(b"\nendobj\n")[:-1]]
    delen[0] = b"<</Type/Catalog/Pages 2 0 R" + wortel + b">>"
    return pdf_van([*delen, b"<</Fields[]/XFA[(template)7 0 R]>>", stroom(b"<xdp/>")])


def pdf_xfa() -> bytes:
    """A form of LiveCycle: what every program but Acrobat shows."""
    zin = "Please wait...\nIf this message is not eventually replaced by the proper contents of the document"
    return pdf_met_wortel(zin, b"/AcroForm 6 0 R/NeedsRendering true")


def pdf_portfolio() -> bytes:
    zin = "For the best experience, open this PDF portfolio in Acrobat or Adobe Reader"
    return pdf_met_wortel(zin, b"/Collection<</View/D>>")


def docx_altchunk(voor: str = "") -> bytes:
    """As reporting programs make it: the letter itself is a web page inside, which Word takes in when it opens."""
    return docx(f'{voor}<w:altChunk xmlns:r="http://r" r:id="htmlDoc"/>')


def pdf_rondje() -> bytes:
    """Its tree of pages holds itself."""
    return pdf_van([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]>>"])


def pdf_zichzelf() -> bytes:
    """A drawing that draws itself, twice."""
    zelf = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 4 0 R>>>>"
    return pdf_van(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Page/Parent 2 0 R/Contents 5 0 R/Resources<</XObject<</X 4 0 R>>>>>>",
            stroom(b"/X Do /X Do", zelf),
            stroom(b"/X Do"),
        ]
    )


def pdf_vorige() -> bytes:
    """Its table of contents names itself as the one before it."""
    heel = pdf("Dit is een blad met tekst over vallen")
    plek = int(heel.rsplit(b"startxref\n", 1)[1].split()[0])
    return heel.replace(b"/Root 1 0 R>>", b"/Root 1 0 R/Prev %d>>" % plek)


def pdf_bom() -> bytes:
    """One page of which the drawing is three hundred megabytes of spaces."""
    pers = zlib.compressobj(9)
    klein = b"".join(pers.compress(b" " * 10_000_000) for _ in range(30)) + pers.flush()
    return pdf_van(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<<>>>>",
            stroom(klein, b"/Filter/FlateDecode"),
        ]
    )


def pak(**delen: str | bytes) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as z:
        for naam, inhoud in delen.items():
            z.writestr(naam.replace("__", "/").replace("_xml", ".xml"), inhoud)
    return uit.getvalue()


def docx(inhoud: str, kop: str = "") -> bytes:
    return pak(word__document_xml=f'{kop}<w:document xmlns:w="{W}"><w:body>{inhoud}</w:body></w:document>')


def docx_van_web(inhoud: str, stijlen: str = "") -> bytes:
    """As Word on the web packs it: its main part has another name, which only the list of contents tells."""
    soort = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    stijl = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"
    lijst = (
        f'<Types><Override PartName="/word/document2.xml" ContentType="{soort}"/>'
        f'<Override PartName="/word/styles2.xml" ContentType="{stijl}"/></Types>'
    )
    tekst = f'<w:document xmlns:w="{W}" xmlns:mc="http://x" xmlns:v="http://y"><w:body>{inhoud}</w:body></w:document>'
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("[Content_Types].xml", lijst)
        z.writestr("word/document2.xml", tekst)
        z.writestr("word/styles2.xml", f'<w:styles xmlns:w="{W}">{stijlen}</w:styles>')
    return uit.getvalue()


def docx_alinea(tekst: str) -> str:
    return f"<w:p><w:r><w:t>{tekst}</w:t></w:r></w:p>"


def odt(inhoud: str, stijlen: str = "") -> bytes:
    delen = {"styles_xml": stijlen} if stijlen else {}
    return pak(mimetype="application/vnd.oasis.opendocument.text", content_xml=ODT.format(inhoud), **delen)


def docx_bom() -> bytes:
    """A hundred kilobytes that unpack to a hundred megabytes."""
    return docx(docx_alinea("a" * 100_000_000))


def docx_leugen() -> bytes:
    """The same bomb, which says in its own table that it is small."""
    bom = docx_bom()
    groot = zipfile.ZipFile(io.BytesIO(bom)).infolist()[0].file_size
    return bom.replace(groot.to_bytes(4, "little"), (1_000).to_bytes(4, "little"))


def docx_lol() -> bytes:
    """Entities in entities: a billion laughs."""
    namen = "abcdefghij"
    rest = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in itertools.pairwise(namen))
    return docx(docx_alinea("&j;"), f'<!DOCTYPE w:document [<!ENTITY a "lol">{rest}]>')


def docx_van_buiten() -> bytes:
    return docx(docx_alinea("&x;"), '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>')
