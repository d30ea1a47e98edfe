"""A picture as people send it, made into one that looks the same everywhere: upright, eight bits a colour, sRGB."""

from __future__ import annotations

import io
import struct
from pathlib import PurePath
from typing import IO, TYPE_CHECKING, Final, cast

import pillow_heif
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

pillow_heif.register_heif_opener()

SOORTEN: Final = frozenset({"JPEG", "MPO", "PNG", "WEBP", "GIF", "AVIF", "HEIF", "TIFF", "BMP"})
ANDERS: Final = frozenset({"TIFF", "BMP"})  # what scanners and Paint make, and no browser shows
NAMEN: Final = {
    "JPEG": (".jpg", ".jpeg"),
    "MPO": (".jpg", ".jpeg"),
    "PNG": (".png",),
    "WEBP": (".webp",),
    "GIF": (".gif",),
    "AVIF": (".avif",),
    "HEIF": (".heic",),
}
MEESTE: Final = 8_000  # points of a side
MERKEN_HEIF: Final = frozenset({b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"})
ONLEESBARE_HEIC: Final = _(
    "Deze HEIC-foto van een iPhone kunnen wij niet openen. Deel haar als JPG: op de iPhone bij Instellingen, Camera, "
    "Structuren, ‘Meest compatibel’."
)
RUW: Final = _(
    "Deze foto kunnen wij niet openen: zij is niet heel, of zij komt zo uit een camera (RAW). Bewaar haar als JPG en kies "
    "die."
)
MEER_BLADEN: Final = _(
    "In dit TIFF-bestand staan meer bladzijden, en hier past één foto. Kies de bladzijde die u bedoelt en bewaar die als "
    "JPG. Is het een gescand stuk, bewaar het dan als PDF en zet het bij de documenten."
)
TE_VEEL_PUNTEN: Final = _("Deze foto heeft te veel beeldpunten. Maak haar kleiner en probeer het nog eens.")
NIET_HEEL: Final = _("Deze foto is niet heel: er ontbreekt een deel. Haal haar opnieuw op en kies haar nog eens.")
KLEIN: Final = 4_000_000  # so many points are no burden without loss; more is a photograph
VERKLEIND, VERLOOP, DNG = (
    254,
    0b101,
    50_706,
)  # of a TIFF: what a page is for; a smaller one or a mask; a raw file says so
LAGEN: Final = 20  # looked at, at most
TIFF: Final = (b"II*\x00", b"MM\x00*")
BOM: Final = (Image.DecompressionBombError, Image.DecompressionBombWarning)
# What Pillow raises on what it can't read: a TIFF without its size is a TypeError.
STUK: Final = (OSError, SyntaxError, ValueError, struct.error, TypeError, LookupError, ArithmeticError, *BOM)
ZESTIEN_BITS: Final = 256.0  # of what eight can tell


def is_heic(bestand: IO[bytes]) -> bool:
    """By its first bytes; the file stands at its beginning afterwards."""
    begin = _begin(bestand)
    return begin[4:8] == b"ftyp" and begin[8:12] in MERKEN_HEIF


def _begin(bestand: IO[bytes]) -> bytes:
    bestand.seek(0)
    begin = bestand.read(12)
    bestand.seek(0)
    return begin


def waarom_niet(bestand: object, fout: Exception) -> StrOrPromise:
    """What a picture lacks that did not open or could not be drawn: a good one is never called broken."""
    if isinstance(fout, BOM):
        return TE_VEEL_PUNTEN
    if not hasattr(bestand, "read"):
        return NIET_HEEL
    bron = cast("IO[bytes]", bestand)
    if (
        isinstance(fout, UnidentifiedImageError) and _begin(bron)[:4] in TIFF
    ):  # the raw files of cameras begin as a TIFF
        return RUW
    return ONLEESBARE_HEIC if is_heic(bron) else NIET_HEEL


def bezwaar(beeld: Image.Image) -> StrOrPromise:
    """Of a picture that opens: the raw file of a camera, of which only the stamp-sized one would be read, or a scan of more
    pages. Empty where there is none. Raises what Pillow raises on a broken file.
    """
    if beeld.format != "TIFF":
        return ""
    if _klein(beeld) or DNG in getattr(beeld, "tag_v2", {}):
        return RUW
    heel = 0
    for laag in range(LAGEN):
        try:
            beeld.seek(laag)
        except EOFError:
            break
        heel += not _klein(beeld)
    beeld.seek(0)
    return MEER_BLADEN if heel > 1 else ""


def _klein(beeld: Image.Image) -> bool:
    waarvoor = getattr(beeld, "tag_v2", {}).get(VERKLEIND, 0)
    return isinstance(waarvoor, int) and bool(waarvoor & VERLOOP)


def gelijkgetrokken(beeld: Image.Image) -> Image.Image:
    """As RGBA. Of something that moves the first picture. Raises what Pillow raises on a broken file."""
    recht = ImageOps.exif_transpose(beeld)
    if recht.mode.startswith("I"):  # 16 bits of grey, which Pillow would cut off at white
        recht = recht.convert("I").point(lambda waarde: waarde * (1 / ZESTIEN_BITS)).convert("L")
    doorzicht = recht.convert("RGBA").getchannel("A") if "A" in recht.mode or "transparency" in recht.info else None
    kleur = _naar_srgb(recht).convert("RGBA")
    if doorzicht is not None:
        kleur.putalpha(doorzicht)
    return kleur


def _naar_srgb(beeld: Image.Image) -> Image.Image:
    """The profile of a telephone (Display P3) or a printer (CMYK) goes with the old file: its colours are worked out now."""
    if beeld.mode == "LAB":  # which Pillow turns into nothing else by itself
        uit = ImageCms.profileToProfile(
            beeld, ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
        return uit if uit is not None else beeld
    profiel = beeld.info.get("icc_profile")
    if not profiel or beeld.mode == "L":
        return beeld
    basis = beeld if beeld.mode in {"RGB", "CMYK"} else beeld.convert("RGB")
    try:
        van = ImageCms.ImageCmsProfile(io.BytesIO(profiel))
        uit = ImageCms.profileToProfile(basis, van, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (
        ImageCms.PyCMSError,
        OSError,
    ):  # a profile that is broken, or of another kind of picture: as it looks without one
        return beeld
    return uit if uit is not None else beeld


def aangenomen(bestand: UploadedFile) -> UploadedFile:
    """As Wagtail takes it. A telephone calls its HEIC .jpg, a browser a WebP too, Windows a JPG .jfif: the name follows what
    it is. Of a PNG that moves, which Wagtail takes for no picture, the first one is drawn; a TIFF and a BMP become what
    browsers show. Raises ValidationError where one can't.
    """
    bestand.seek(0)
    naam = PurePath(bestand.name or "afbeelding")
    try:
        with Image.open(bestand) as beeld:
            goed = NAMEN.get(beeld.format or "", ())
            stil = beeld.format == "PNG" and getattr(beeld, "is_animated", False) and max(beeld.size) <= MEESTE
            uit = io.BytesIO()
            if beeld.format in ANDERS:
                return _voor_de_browser(beeld, naam.stem)
            if stil:
                gelijkgetrokken(beeld).save(uit, "PNG")
    except STUK as fout:
        if _begin(bestand)[:4] in TIFF or _begin(bestand)[:2] == b"BM":
            raise ValidationError(waarom_niet(bestand, fout)) from fout
        return bestand  # whoever draws it says what is the matter
    finally:
        bestand.seek(0)
    if stil:
        return SimpleUploadedFile(f"{naam.stem}.png", uit.getvalue(), "image/png")
    if goed and naam.suffix.lower() not in goed:
        bestand.name = f"{naam.stem}{goed[0]}"
    return bestand


def _voor_de_browser(beeld: Image.Image, stam: str) -> UploadedFile:
    """A drawing without loss; a photograph as a telephone keeps it, which is a tenth of that."""
    if waarom := bezwaar(beeld):
        raise ValidationError(waarom)
    punten = beeld.width * beeld.height
    if punten > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
        raise ValidationError(TE_VEEL_PUNTEN)
    tekening = beeld.mode in {"1", "P"} or "A" in beeld.mode or punten <= KLEIN
    uit, kleur = io.BytesIO(), gelijkgetrokken(beeld)
    if tekening:
        kleur.save(uit, "PNG")
        return SimpleUploadedFile(f"{stam}.png", uit.getvalue(), "image/png")
    kleur.convert("RGB").save(uit, "JPEG", quality=90)
    return SimpleUploadedFile(f"{stam}.jpg", uit.getvalue(), "image/jpeg")


def rechtgezet(bestand: UploadedFile) -> SimpleUploadedFile | None:
    """The same picture in a form that browsers and Wagtail draw alike; None where it is one already."""
    bestand.seek(0)
    with Image.open(bestand) as beeld:
        vreemd, naam = beeld.mode.startswith("I") or beeld.mode == "CMYK", PurePath(bestand.name or "afbeelding").stem
        kleur = gelijkgetrokken(beeld).convert("RGB") if vreemd else None
    bestand.seek(0)
    if kleur is None:
        return None
    uit = io.BytesIO()
    kleur.save(uit, "PNG")
    return SimpleUploadedFile(f"{naam}.png", uit.getvalue(), "image/png")
