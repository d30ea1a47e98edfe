"""Where links to other websites stand, written down when a page is measured; tried at night (linkproef.py)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Final

from wagtail.models import Page

from kennisplatform.redactie.models import Buitenlink, Linkplek
from kennisplatform.redactie.stukken import onderdelen
from kennisplatform.redactie.verwijzen import links

LANGST: Final = 1000


def afdruk(adres: str) -> str:
    return hashlib.sha256(adres.encode(errors="replace")).hexdigest()


def van(pagina: Page) -> set[tuple[str, str]]:
    """(address, place on the page); of public pages: nobody follows what nobody reads."""
    if not pagina.live:
        return set()
    web = ((link.doel.partition("#")[0], link.plaats.waar) for link in links(onderdelen(pagina)) if link.soort == "web")
    return {(adres, plek) for adres, plek in web if len(adres) <= LANGST}


def leg_vast(per_pagina: Mapping[int, set[tuple[str, str]]]) -> None:
    """Key of a page → `van` of it. Three queries, however many pages."""
    waar = {(pk, adres, plek) for pk, plekken in per_pagina.items() for adres, plek in plekken}
    sleutels = {adres: afdruk(adres) for _pk, adres, _waar in waar}
    Buitenlink.objects.bulk_create(
        [Buitenlink(adres=adres, afdruk=sleutel) for adres, sleutel in sleutels.items()], ignore_conflicts=True
    )
    pks = dict(Buitenlink.objects.filter(afdruk__in=sleutels.values()).values_list("adres", "pk"))
    Linkplek.objects.filter(pagina__in=list(per_pagina)).delete()
    Linkplek.objects.bulk_create(
        [Linkplek(link_id=pks[adres], pagina_id=pk, waar=plek[:250]) for pk, adres, plek in sorted(waar)]
    )
