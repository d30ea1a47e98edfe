"""A picture as people send it, made into one that looks the same everywhere: upright, eight bits a colour, sRGB."""

from __future__ import annotations

import io
import struct
from pathlib import PurePath
from typing import IO, TYPE_CHECKING, Final, cast

import pillow_heif
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

pillow_heif.register_heif_opener()

SOORTEN: Final = frozenset({"JPEG", "MPO", "PNG", "WEBP", "GIF", "AVIF", "HEIF"})
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
RUW: Final = _("Deze foto staat in een vorm die wij niet openen (RAW of TIFF). Bewaar haar als JPG en kies die.")
TE_VEEL_PUNTEN: Final = _("Deze foto heeft te veel beeldpunten. Maak haar kleiner en probeer het nog eens.")
NIET_HEEL: Final = _("Deze foto is niet heel: er ontbreekt een deel. Haal haar opnieuw op en kies haar nog eens.")
TIFF: Final = (b"II*\x00", b"MM\x00*")
BOM: Final = (Image.DecompressionBombError, Image.DecompressionBombWarning)
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
    it is. Of a PNG that moves, which Wagtail takes for no picture, the first one is drawn.
    """
    bestand.seek(0)
    naam = PurePath(bestand.name or "afbeelding")
    try:
        with Image.open(bestand) as beeld:
            goed = NAMEN.get(beeld.format or "", ())
            stil = beeld.format == "PNG" and getattr(beeld, "is_animated", False) and max(beeld.size) <= MEESTE
            uit = io.BytesIO()
            if stil:
                gelijkgetrokken(beeld).save(uit, "PNG")
    except (OSError, SyntaxError, ValueError, struct.error, *BOM):
        return bestand  # whoever draws it says what is the matter
    finally:
        bestand.seek(0)
    if stil:
        return SimpleUploadedFile(f"{naam.stem}.png", uit.getvalue(), "image/png")
    if goed and naam.suffix.lower() not in goed:
        bestand.name = f"{naam.stem}{goed[0]}"
    return bestand


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
