"""Pictures as telephones, scanners and printers make them look the same on the site."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.forms import ValidationError
from PIL import Image, ImageCms

from kennisplatform.basis.afbeeldingformulier import StevigAfbeeldingveld
from kennisplatform.basis.documenten.keuren import Ongeschikt
from kennisplatform.basis.models import Afbeelding
from leernetwerk.delen.bestanden import teken_opnieuw


def bestand(beeld: Image.Image, soort: str, **hoe: Any) -> io.BytesIO:
    uit = io.BytesIO()
    beeld.save(uit, soort, **hoe)
    uit.seek(0)
    return uit


def getekend(inhoud: io.BytesIO) -> Image.Image:
    nieuw, breed, hoog = teken_opnieuw(inhoud)
    beeld = Image.open(io.BytesIO(nieuw.read()))
    assert beeld.size == (breed, hoog) and not beeld.info.get("icc_profile") and not beeld.getexif()
    return beeld.convert("RGB")


def ongeveer(beeld: Image.Image, plek: tuple[int, int], kleur: tuple[int, int, int], af: int = 14) -> bool:
    return all(abs(nu - dan) <= af for nu, dan in zip(beeld.getpixel(plek), kleur, strict=True))


def grijs16() -> io.BytesIO:
    """Half dark, half light, in sixteen bits."""
    beeld = Image.new("I;16", (40, 20), 12_850)
    beeld.paste(51_400, (20, 0, 40, 20))
    return bestand(beeld, "PNG")


def test_sixteen_bits_of_grey_are_not_white() -> None:
    beeld = getekend(grijs16())
    assert ongeveer(beeld, (5, 10), (50, 50, 50)) and ongeveer(beeld, (35, 10), (200, 200, 200))


def test_a_printers_colours_stay() -> None:
    assert ongeveer(getekend(bestand(Image.new("CMYK", (40, 20), (0, 255, 255, 0)), "JPEG")), (9, 9), (254, 0, 0), 40)


def test_the_colours_of_a_telephone_are_worked_out() -> None:
    """A profile in which the channels are another way round shows whether it was looked at."""
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    gelijk = getekend(bestand(Image.new("RGB", (40, 20), (30, 160, 90)), "PNG", icc_profile=lab.tobytes()))
    assert ongeveer(gelijk, (9, 9), (30, 160, 90))
    stuk = getekend(bestand(Image.new("RGB", (40, 20), (30, 160, 90)), "PNG", icc_profile=b"geen profiel"))
    assert ongeveer(stuk, (9, 9), (30, 160, 90))


@pytest.mark.parametrize(("soort", "hoe"), [("HEIF", {"quality": 90}), ("AVIF", {"quality": 90})])
def test_what_a_telephone_sends_is_read(soort: str, hoe: dict[str, Any]) -> None:
    beeld = getekend(bestand(Image.new("RGB", (64, 64), (200, 40, 40)), soort, **hoe))
    assert ongeveer(beeld, (30, 30), (200, 40, 40))


def test_upright_and_the_first_of_what_moves() -> None:
    merk = Image.Exif()
    merk[0x0112] = 6  # turned a quarter
    assert getekend(bestand(Image.new("RGB", (40, 20), "red"), "JPEG", exif=merk)).size == (20, 40)
    rood, blauw = (Image.new("RGB", (20, 20), kleur) for kleur in ("red", "blue"))
    assert ongeveer(getekend(bestand(rood, "GIF", save_all=True, append_images=[blauw])), (9, 9), (255, 0, 0))


def test_a_heic_that_can_not_be_opened_is_named_with_what_to_do() -> None:
    kapot = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + b"\x00" * 40
    with pytest.raises(Ongeschikt, match="HEIC"):
        teken_opnieuw(io.BytesIO(kapot))
    veld = StevigAfbeeldingveld()
    with pytest.raises(ValidationError, match="HEIC"):
        veld.clean(SimpleUploadedFile("IMG_0001.heic", kapot, "image/heic"))


@pytest.mark.django_db
@pytest.mark.filterwarnings(
    "ignore:Unclosed file:ResourceWarning"
)  # Wagtail leaves a spool of its own to the collector
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize(
    ("naam", "maak"),
    [
        ("grijs.png", grijs16),
        ("druk.jpg", lambda: bestand(Image.new("CMYK", (40, 20), (0, 255, 255, 0)), "JPEG")),
        ("iphone.heic", lambda: bestand(Image.new("RGB", (64, 64), "red"), "HEIF")),
        ("nieuw.avif", lambda: bestand(Image.new("RGB", (64, 64), "red"), "AVIF")),
    ],
)
def test_an_editors_picture_is_drawn_in_every_size(naam: str, maak: Any, settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = str(tmp_path)
    inhoud = maak().read()
    schoon = StevigAfbeeldingveld().clean(SimpleUploadedFile(naam, inhoud))
    schoon.seek(0)
    afbeelding = Afbeelding(title="x", file=ContentFile(schoon.read(), schoon.name))
    afbeelding.save()
    with afbeelding.get_rendition("width-20|format-webp").file.open("rb") as weergave, Image.open(weergave) as beeld:
        kleur = beeld.convert("RGB")
    assert ongeveer(kleur, (2, 5), (50, 50, 50) if naam == "grijs.png" else (254, 0, 0), 40)


def test_what_is_wrong_with_a_picture_is_what_is_told() -> None:
    """'Broken or too large' was said of a good picture of a new telephone, and of a picture of a kind that we do not take too."""
    heel = bestand(Image.effect_noise((400, 300), 60).convert("RGB"), "JPEG").getvalue()
    for inhoud, zegt in (
        (bestand(Image.new("1", (12_000, 9_000)), "PNG"), "te veel beeldpunten"),
        (bestand(Image.new("1", (8_000, 7_000)), "PNG"), "te veel beeldpunten"),
        (bestand(Image.new("L", (40, 30)), "PPM"), "van de soort PPM. Bewaar haar als JPG of PNG."),
        (io.BytesIO(heel[: len(heel) // 2]), "niet heel: er ontbreekt een deel"),
        (io.BytesIO(b"II*\x00" + bytes(300)), r"niet heel, of zij komt zo uit een camera \(RAW\)"),
    ):
        with pytest.raises(Ongeschikt, match=zegt):
            teken_opnieuw(inhoud)
    with pytest.raises(ValidationError, match="niet heel: er ontbreekt een deel"):
        StevigAfbeeldingveld().clean(
            SimpleUploadedFile("half.gif", bestand(Image.new("P", (90, 60)), "GIF").getvalue()[:-40])
        )


@pytest.mark.parametrize(
    ("naam", "soort", "heet"),
    [
        ("foto.jpg", "HEIF", "foto.heic"),
        ("foto.jpg", "WEBP", "foto.webp"),
        ("foto.jfif", "JPEG", "foto.jpg"),
        ("foto.jpeg", "JPEG", "foto.jpeg"),
        ("foto", "PNG", "foto.png"),
        ("foto.jpg", "AVIF", "foto.avif"),
    ],
)
def test_a_picture_with_the_name_of_another_kind_is_called_what_it_is(naam: str, soort: str, heet: str) -> None:
    """A telephone mails its HEIC as .jpg: 'Deze HEIC-foto kunnen wij niet openen' it said of one that opens."""
    inhoud = bestand(Image.new("RGB", (40, 30), "red"), soort).getvalue()
    assert StevigAfbeeldingveld().clean(SimpleUploadedFile(naam, inhoud)).name == heet


def test_of_a_png_that_moves_the_first_is_kept() -> None:
    lagen = [Image.new("RGB", (40, 30), kleur) for kleur in ("red", "blue")]
    inhoud = bestand(lagen[0], "PNG", save_all=True, append_images=lagen[1:]).getvalue()
    with Image.open(StevigAfbeeldingveld().clean(SimpleUploadedFile("knop.png", inhoud))) as beeld:
        assert ongeveer(beeld.convert("RGB"), (5, 5), (255, 0, 0)) and not getattr(beeld, "is_animated", False)


def tiff(mode: str, kleur: Any, **hoe: Any) -> bytes:
    return bestand(Image.new(mode, (40, 30), kleur), "TIFF", **hoe).getvalue()


WIT_LAB = (255, 128, 128)


@pytest.mark.parametrize(
    ("naam", "inhoud", "kleur"),
    [
        ("scan.tif", tiff("RGB", "red"), (255, 0, 0)),
        ("scan.tiff", tiff("RGB", "red", compression="tiff_lzw"), (255, 0, 0)),
        ("fax.tif", tiff("1", 1, compression="group4"), (255, 255, 255)),
        ("grijs.tif", tiff("I;16", 12_850), (50, 50, 50)),
        ("druk.tif", tiff("CMYK", (0, 255, 255, 0)), (254, 0, 0)),
        ("paint.bmp", bestand(Image.new("RGB", (40, 30), "red"), "BMP").getvalue(), (255, 0, 0)),
        ("heet-anders.jpg", tiff("RGB", "red"), (255, 0, 0)),
        ("LAB.tif", tiff("LAB", WIT_LAB), (255, 255, 255)),
    ],
)
def test_a_scan_and_a_picture_of_paint_are_taken(naam: str, inhoud: bytes, kleur: tuple[int, int, int]) -> None:
    """Both were refused by name, though they open."""
    schoon = StevigAfbeeldingveld().clean(SimpleUploadedFile(naam, inhoud))
    assert schoon.name == f"{naam.rsplit('.', 1)[0]}.png"
    with Image.open(schoon) as beeld:
        assert beeld.format == "PNG" and ongeveer(beeld.convert("RGB"), (9, 9), kleur, 40)
    assert ongeveer(getekend(io.BytesIO(inhoud)), (9, 9), kleur, 40)


def test_a_large_scan_becomes_a_photograph_and_stands_upright() -> None:
    merk = Image.Exif()
    merk[0x0112] = 6
    groot = Image.effect_noise((2400, 2000), 30).convert("RGB")
    schoon = StevigAfbeeldingveld().clean(
        SimpleUploadedFile("a.tif", bestand(groot, "TIFF", exif=merk, compression="jpeg").getvalue())
    )
    with Image.open(schoon) as beeld:
        assert (schoon.name, beeld.format, beeld.size) == ("a.jpg", "JPEG", (2000, 2400)) and not beeld.getexif()


def bladen(*waarvoor: int) -> bytes:
    lagen = []
    for doel in waarvoor:
        lagen.append(Image.new("L", (40, 30)))
        lagen[-1].encoderinfo = {"tiffinfo": {254: doel}}
    return bestand(lagen[0], "TIFF", save_all=True, append_images=lagen[1:], tiffinfo={254: waarvoor[0]}).getvalue()


@pytest.mark.parametrize(
    ("inhoud", "zegt"),
    [
        (bladen(0, 0), "staan meer bladzijden"),
        (bladen(1, 0), "RAW"),
        (tiff("L", 0, tiffinfo={50_706: b"\x01\x04\x00\x00"}), "RAW"),
        (bestand(Image.new("1", (12_000, 9_000)), "TIFF", compression="group4").getvalue(), "te veel beeldpunten"),
        (b"II*\x00\x08\x00\x00\x00\x00\x00\x00\x00\x00\x00", "niet heel"),  # no size: Pillow's TypeError was a 500
        (b"BM" + bytes(60), "niet heel"),
    ],
)
def test_a_tiff_that_is_no_picture_says_what_it_is(inhoud: bytes, zegt: str) -> None:
    with pytest.raises(ValidationError, match=zegt):
        StevigAfbeeldingveld().clean(SimpleUploadedFile("scan.tif", inhoud))
    with pytest.raises(Ongeschikt, match=zegt):
        teken_opnieuw(io.BytesIO(inhoud))


def test_the_stamp_of_a_scan_is_no_page() -> None:
    assert StevigAfbeeldingveld().clean(SimpleUploadedFile("scan.tif", bladen(0, 1))).name == "scan.png"


def test_who_holds_what_was_sent_has_the_picture_that_came_of_it() -> None:
    """Of several at once Wagtail keeps what was sent until it is described: the scan itself became the picture."""
    gestuurd = SimpleUploadedFile("scan.tif", tiff("RGB", "red"), "image/tiff")
    schoon = StevigAfbeeldingveld().clean(gestuurd)
    assert (gestuurd.name, gestuurd.size) == (schoon.name, schoon.size) == ("scan.png", len(schoon.read()))
    gestuurd.seek(0)
    with Image.open(gestuurd) as beeld:
        assert beeld.format == "PNG"
