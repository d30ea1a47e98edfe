"""Simple pictures for the steps of a lesson, drawn from parts as the streets are: no photo, no file, no text in them.

The sentence beside a picture says the same in words, so it is never the only way to know something. A new one: a row in
PRENTEN.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _

from kennisplatform.preventie.prentdelen import (
    BAKSTEEN,
    BLAUW,
    BREED,
    BROEK,
    DONKER,
    GRAS,
    GRIJS,
    GROND,
    HOOG,
    HOUT,
    INKT,
    LICHT,
    LUCHT,
    MIDDEN,
    PAARS,
    VLOER,
    WIT,
    ZON,
    ZWART,
    arm,
    ballon,
    bed,
    blad,
    bol,
    boom,
    bord,
    deur,
    glas,
    groter,
    hart,
    hoofd,
    huis,
    kalender,
    kan,
    klok,
    kussen,
    ligt,
    lijn,
    meter,
    pillen,
    raam,
    staat,
    tafel,
    telefoon,
    vlak,
    zit,
    zon,
)

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

PRENTEN: Final[dict[str, tuple[StrOrPromise, str]]] = {
    "bellen": (
        _("iemand belt"),
        staat(70, BLAUW, MIDDEN, ZWART, (-12, 22), (13, -12)) + telefoon(80, 24) + ballon(96, 14),
    ),
    "rustig": (_("iemand ligt stil op de grond"), ligt(44, 86, BAKSTEEN) + boom(146)),
    "knieen": (
        _("iemand komt op handen en knieën"),
        lijn([(58, 70), (94, 70), (96, 92), (112, 93)], BROEK, 7)
        + vlak(52, 60, 42, 17, BAKSTEEN, 8)
        + arm((58, 70), (54, 92), BAKSTEEN, LICHT)
        + hoofd(44, 58, LICHT, GRIJS),
    ),
    "stoel-steun": (
        _("iemand duwt zich op aan een stoel"),
        lijn([(36, VLOER), (36, 40)], HOUT, 4)
        + lijn([(36, 72), (62, 72), (62, VLOER)], HOUT, 4)
        + lijn([(92, 72), (78, 92), (100, 93)], BROEK, 7)
        + vlak(80, 46, 20, 32, BAKSTEEN, 8)
        + arm((84, 54), (60, 68), BAKSTEEN, LICHT)
        + hoofd(86, 36, LICHT, GRIJS),
    ),
    "zit-uit": (_("iemand zit uit te rusten"), zit(70, BAKSTEEN) + klok(124, 36)),
    "vertellen": (
        _("twee mensen praten"),
        staat(46, BAKSTEEN, LICHT, GRIJS) + ballon(56, 8, kant=-1) + staat(116, GRAS, DONKER),
    ),
    "luisteren": (
        _("iemand luistert"),
        zit(40, PAARS, MIDDEN, ZWART) + zit(124, BAKSTEEN, LICHT, GRIJS, kant=-1) + hart(82, 34),
    ),
    "meten": (
        _("iemand meet aan tafel"),
        zit(46, BAKSTEEN, LICHT, GRIJS, (34, 12)) + tafel(66, 70, 68) + meter(104, 66) + vlak(58, 50, 11, 13, INKT, 3),
    ),
    "rust-klok": (_("iemand wacht met een klok"), zit(52, GRAS, MIDDEN, ZWART) + klok(118, 42)),
    "opschrijven": (
        _("een lijst met vinkjes"),
        groter(blad(60, 34) + lijn([(104, 74), (118, 44)], ZON, 5), 1.5, 80, 70),
    ),
    "drinken": (
        _("een kan en glazen water"),
        groter(tafel(34, 92, 78) + kan(56, 76) + glas(80, 76) + glas(96, 76), 1.45, 80, 92),
    ),
    "gordijn": (
        _("het gordijn gaat dicht"),
        zon(94, 22) + raam(26, 22, 0.55) + staat(112, BLAUW, DONKER, ZWART, (-26, -10)),
    ),
    "koelen": (
        _("iemand koelt zich"),
        zit(60, BLAUW, LICHT, GRIJS, (14, 14))
        + vlak(52, 39, 17, 5, "#8DB9D6", 2)
        + vlak(70, 86, 28, 10, "#8DB9D6", 3)
        + zon(132, 30),
    ),
    "aanbellen": (
        _("iemand belt aan bij een buur"),
        deur(30) + staat(100, ZON, MIDDEN, ZWART, (-24, 4)) + glas(112, 74),
    ),
    "eten": (
        _("iemand eet rechtop aan tafel"),
        zit(48, PAARS, LICHT, GRIJS, (22, 8)) + tafel(66, 66, 68) + bord(96, 65) + glas(116, 66),
    ),
    "kleine-hap": (
        _("een lepel met weinig"),
        groter(
            bord(66, 70) + lijn([(96, 66), (122, 40)], INKT, 4) + bol(95, 67, 5, INKT) + bol(94, 64, 3, ZON),
            1.5,
            86,
            78,
        ),
    ),
    "mond": (
        _("een tandenborstel in een glas"),
        groter(
            lijn([(74, 74), (88, 32)], BAKSTEEN, 5) + vlak(83, 26, 12, 7, WIT, 2) + vlak(66, 56, 24, 34, "#8DB9D6", 3),
            1.2,
            80,
            92,
        ),
    ),
    "draaien": (
        _("iemand ligt schuin met een kussen"),
        bed() + ligt(40, 66, BAKSTEEN) + kussen(70, 66) + klok(132, 30),
    ),
    "hielen": (_("een kussen onder de kuiten"), bed() + ligt(40, 66, BAKSTEEN) + kussen(96, 68)),
    "huid": (
        _("kijken naar de huid"),
        lijn([(20, 78), (92, 66)], MIDDEN, 20)
        + bol(70, 68, 6, BAKSTEEN)
        + f'<circle cx="86" cy="56" r="19" fill="none" stroke="{INKT}" stroke-width="4"/>'
        + lijn([(100, 70), (122, 92)], INKT, 6),
    ),
    "pillen": (
        _("een doos met pillen per dag"),
        groter(tafel(34, 92, 78) + pillen(54, 76), 1.3, 80, 92) + klok(136, 28),
    ),
    "apotheek": (
        _("iemand vraagt het aan de balie"),
        tafel(70, 70, 64)
        + staat(110, WIT, DONKER, ZWART, vloer=92)
        + tafel(74, 70, 64)
        + staat(42, BLAUW, LICHT, GRIJS, (-12, 22), (22, 8)),
    ),
    "tas": (
        _("medicijnen in een tas"),
        f'<path d="M60 50q20-30 40 0" fill="none" stroke="{HOUT}" stroke-width="5"/>'
        + vlak(48, 48, 64, 46, BAKSTEEN, 6)
        + vlak(62, 60, 36, 22, WIT, 3)
        + hart(80, 66, GRAS),
    ),
    "groeten": (
        _("iemand groet"),
        staat(44, GRAS, MIDDEN, ZWART, (-12, 22), (14, -20)) + staat(114, PAARS, LICHT, GRIJS, (-14, -16), (12, 22)),
    ),
    "meelopen": (
        _("twee mensen lopen samen"),
        staat(60, BLAUW, DONKER, ZWART, (-12, 22), (16, 16), stap=9)
        + staat(92, BAKSTEEN, LICHT, GRIJS, (-16, 16), (12, 22), stap=9)
        + boom(138),
    ),
    "koffie": (
        _("samen aan de koffie"),
        zit(34, GRAS, MIDDEN, ZWART)
        + tafel(56, 48, 68)
        + zit(126, PAARS, LICHT, GRIJS, kant=-1)
        + vlak(66, 57, 9, 9, WIT)
        + vlak(84, 57, 9, 9, WIT),
    ),
    "groep": (
        _("een groep mensen"),
        staat(30, BLAUW, LICHT, GRIJS)
        + staat(64, BAKSTEEN, DONKER)
        + staat(98, ZON, MIDDEN, ZWART)
        + staat(132, GRAS, LICHT, ZWART),
    ),
    "buurt": (_("huizen en mensen"), huis(16) + huis(54, BLAUW) + huis(110, GRAS) + staat(98, ZON, MIDDEN, ZWART)),
    "kalender": (_("een vaste dag"), groter(kalender(59, 36), 1.6)),
    "samen-schrijven": (
        _("samen een blad invullen"),
        zit(32, BLAUW, DONKER, ZWART)
        + tafel(54, 52, 68)
        + zit(128, BAKSTEEN, LICHT, GRIJS, kant=-1)
        + vlak(68, 60, 24, 6, WIT, 1),
    ),
    "vraag": (
        _("iemand stelt een vraag en wacht"),
        zit(44, GRAS, MIDDEN, ZWART) + ballon(58, 12, 40, -1, ZON) + zit(124, PAARS, LICHT, GRIJS, kant=-1),
    ),
    "deur-open": (
        _("een open deur"),
        deur(62, ZON) + staat(120, BAKSTEEN, LICHT, GRIJS, (-14, -16), (12, 22)) + staat(32, BLAUW, MIDDEN),
    ),
    "zorg": (
        _("zorg aan huis"),
        zit(56, BAKSTEEN, LICHT, GRIJS, (18, 14))
        + staat(112, BLAUW, DONKER, ZWART, (-24, 14), (12, 22))
        + hart(84, 24),
    ),
}


@lru_cache(maxsize=64)
def teken(naam: str) -> str:
    """KeyError for a picture that is not there."""
    _wat, delen = PRENTEN[naam]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {BREED} {HOOG}" width="{BREED}" height="{HOOG}">'
        f"{vlak(0, 0, BREED, HOOG, LUCHT, 6)}{vlak(0, VLOER - 2, BREED, HOOG - VLOER + 2, GROND, 0)}{delen}</svg>"
    )


def keuzes() -> list[tuple[str, StrOrPromise]]:
    """For a form; a callable, so that a new picture is no change to the database."""
    return [(naam, wat) for naam, (wat, _delen) in PRENTEN.items()]
