"""What a neighbourhood can choose: public interventions and pathways, by the names in an address or by key."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from wagtail.models import Page

from kennisplatform.basis import praktijk, weging
from kennisplatform.basis.begrippen_bij import vul_begrippen
from kennisplatform.basis.openbaar import openbaar
from kennisplatform.basis.paginasoorten import paginasoorten
from kennisplatform.basis.paginasporen import opgegaan
from kennisplatform.tekening.notitie import toont


def te_kiezen() -> Any:
    """Dutch pages that neighbourhoods work with."""
    soorten = paginasoorten("telt_praktijk")
    return openbaar(Page.objects.filter(content_type__model__in=soorten, locale__language_code="nl"))


def op_slug(slugs: Iterable[str]) -> list[Any]:
    """Pages with these names, in that order; what is not public or not there is left out."""
    namen = list(slugs)
    paginas = list(te_kiezen().filter(slug__in=namen).specific()) if namen else []
    toont(*(f"pagina:{p.pk}" for p in paginas), "index:interventie", "index:zorgpad")
    vul_begrippen(paginas)
    return sorted(paginas, key=lambda p: (namen.index(p.slug), p.pk))


def bijgewerkt(namen: tuple[str, ...]) -> tuple[str, ...]:
    """Names out of an address or kept on a device, each under the name that it has now: two pages may have become one."""
    nieuw = opgegaan(namen)
    if nieuw:  # a page at that name goes first
        er = set(te_kiezen().filter(slug__in=nieuw).values_list("slug", flat=True))
        nieuw = {oud: naam for oud, naam in nieuw.items() if oud not in er}
    return tuple(dict.fromkeys(nieuw.get(naam, naam) for naam in namen))


def op_pk(ids: Iterable[int]) -> list[Any]:
    """Public pages by key, in no particular order."""
    sleutels = list(ids)
    paginas = list(te_kiezen().filter(pk__in=sleutels).specific()) if sleutels else []
    toont(*(f"pagina:{pk}" for pk in sleutels), "index:interventie", "index:zorgpad")
    vul_begrippen(paginas)
    return paginas


@dataclass(frozen=True)
class Weegding:
    """One of the things that are laid side by side."""

    pagina: Any
    praktijk: praktijk.Praktijk
    blad: dict[str, tuple[str, ...]]


def met_blad(paginas: Iterable[Any]) -> list[Weegding]:
    lijst = list(paginas)
    tellingen = praktijk.tel(p.pk for p in lijst)
    return [Weegding(p, tellingen[p.pk], weging.blad(p, tellingen[p.pk])) for p in lijst]
