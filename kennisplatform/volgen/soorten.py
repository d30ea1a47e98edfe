"""What can be followed. A room on top brings its own kind ('vraag'), and 'volgen' needs not know it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from django.db.models import Model
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from kennisplatform.basis.adressen import pad_op_site
from kennisplatform.basis.models import Begrip, Begripsoort
from kennisplatform.basis.openbaar import openbaar
from kennisplatform.basis.paginasoorten import paginasoorten
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.deelnemers.positie import Wie, zichtbaar_voor
from kennisplatform.kamers import gebracht

PAGINA: Final = "pagina"
THEMA: Final = "thema"
BUURT: Final = "buurt"


@dataclass(frozen=True)
class Ding:
    titel: str
    adres: str


@dataclass(frozen=True)
class Volgsoort:
    """`vind(keys, person)`: of these keys the things that this person may see. `bestaan(keys)`: those that are there.

    `volg` stands on the button, `gevolgd` beside the one that stops; both may name the thing: %(n)s.
    """

    code: str
    titel: str | Promise
    vind: Callable[[Iterable[str], Wie], dict[str, Ding]]
    bestaan: Callable[[Iterable[str]], set[str]]
    volg: str | Promise
    gevolgd: str | Promise


def soorten() -> dict[str, Volgsoort]:
    return {soort.code: soort for soort in gebracht(Volgsoort)}


def vind(soort: str, sleutels: Iterable[str], wie: Wie) -> dict[str, Ding]:
    """Nothing for a kind that nobody brings."""
    gevonden = soorten().get(soort)
    return gevonden.vind(sleutels, wie) if gevonden else {}


def getallen(sleutels: Iterable[str]) -> list[int]:
    """Keys that can be a primary key; anything else was made up."""
    return [int(s) for s in sleutels if s.isascii() and s.isdecimal() and len(s) < 16]


def _paginas(sleutels: Iterable[str], _wie: Wie) -> dict[str, Ding]:
    rij = openbaar(Page.objects.filter(pk__in=getallen(sleutels), content_type__model__in=paginasoorten("volgbaar")))
    velden = rij.order_by().values_list("pk", "title", "url_path", "locale__language_code")
    return {str(pk): Ding(titel, pad_op_site(pad, taal)) for pk, titel, pad, taal in velden}


def _themas(sleutels: Iterable[str], _wie: Wie) -> dict[str, Ding]:
    rij = Begrip.objects.filter(soort=Begripsoort.THEMA, code__in=list(sleutels), locale__language_code="nl")
    return {begrip.code: Ding(begrip.label, f"/themas/{begrip.code}/") for begrip in rij}


def _buurten(sleutels: Iterable[str], wie: Wie) -> dict[str, Ding]:
    rij = zichtbaar_voor(Buurt.objects.filter(pk__in=getallen(sleutels)), wie)
    return {str(buurt.pk): Ding(buurt.plaats, buurt.get_absolute_url()) for buurt in rij}


def _bestaan(model: type[Model]) -> Callable[[Iterable[str]], set[str]]:
    return lambda sleutels: {
        str(pk) for pk in model._default_manager.filter(pk__in=getallen(sleutels)).values_list("pk", flat=True)
    }


EIGEN: Final = [
    Volgsoort(PAGINA, _("Pagina"), _paginas, _bestaan(Page), _("Volg deze pagina"), _("U volgt deze pagina.")),
    Volgsoort(
        THEMA,
        _("Thema"),
        _themas,
        lambda sleutels: set(_themas(sleutels, None)),
        _("Volg het thema %(n)s"),
        _("U volgt het thema %(n)s."),
    ),
    Volgsoort(BUURT, _("Buurt"), _buurten, _bestaan(Buurt), _("Volg deze buurt"), _("U volgt deze buurt.")),
]
