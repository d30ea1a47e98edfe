"""Where links to other websites stand, written down when a page is measured; tried at night (linkproef.py)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Final

from wagtail.models import Page

from kennisplatform.redactie.models import Buitenlink, Linkplek
from kennisplatform.redactie.stukken import onderdelen
from kennisplatform.redactie.verwijzen import links

LANGST: Final = 1000


def afdruk(adres: str) -> str:
    return hashlib.sha256(adres.encode()).hexdigest()


def leg_vast(paginas: Iterable[Page]) -> None:
    """Of public pages: nobody follows what nobody reads. Three queries, however many pages."""
    paginas = list(paginas)
    waar = {
        (pagina.pk, adres, link.plaats.waar)
        for pagina in paginas
        if pagina.live
        for link in links(onderdelen(pagina))
        if link.soort == "web" and len(adres := link.doel.partition("#")[0]) <= LANGST
    }
    sleutels = {adres: afdruk(adres) for _pk, adres, _waar in waar}
    Buitenlink.objects.bulk_create(
        [Buitenlink(adres=adres, afdruk=sleutel) for adres, sleutel in sleutels.items()], ignore_conflicts=True
    )
    pks = dict(Buitenlink.objects.filter(afdruk__in=sleutels.values()).values_list("adres", "pk"))
    Linkplek.objects.filter(pagina__in=[pagina.pk for pagina in paginas]).delete()
    Linkplek.objects.bulk_create(
        [Linkplek(link_id=pks[adres], pagina_id=pk, waar=plek[:250]) for pk, adres, plek in sorted(waar)]
    )
