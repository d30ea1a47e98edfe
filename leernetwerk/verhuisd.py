"""Examples that had too little to be one: they stand together on one page, and their old addresses lead there."""

from __future__ import annotations

from typing import Final

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from kennisplatform.inhoudlader.models import Geladen
from leernetwerk.models import Praktijkvoorbeeld

WAREN: Final = ("de-wulverhorst", "g10-buurtbeelden", "laefhoes-america", "liv-inn-hilversum", "morgenstond-den-haag")
NAAR: Final = "plekken-om-te-bezoeken"


def leid_door() -> None:
    """What an editor changed since it was loaded stays where it is: somebody called, and there is something to tell."""
    doel = Page.objects.filter(slug=NAAR, live=True).first()
    if doel is None:
        return
    for slug in WAREN:
        pagina = Praktijkvoorbeeld.objects.filter(slug=slug, live=True).first()
        if pagina and not _als_geladen(pagina):
            continue
        if pagina:
            pagina.unpublish(log_action=False)
        Redirect.objects.update_or_create(old_path=f"/leernetwerk/{slug}", site=None, defaults={"redirect_page": doel})


def _als_geladen(pagina: Praktijkvoorbeeld) -> bool:
    geladen = Geladen.objects.filter(sleutel=f"pagina:{pagina.pk}").first()
    laatste = pagina.latest_revision
    return bool(geladen and (laatste is None or laatste.created_at <= geladen.op))
