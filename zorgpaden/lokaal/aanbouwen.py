"""What own pathways add to pages of rooms below."""

from __future__ import annotations

from django.http import HttpRequest
from wagtail.models import Page

from kennisplatform.basis.aanbouw import Deel
from kennisplatform.deelnemers.deur import Verzoek
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.deelnemers.positie import mag
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.tekening.notitie import toont
from zorgpaden.lokaal.models import Buurtpad

OP_NETWERK = ("id", "naam", "goedgekeurd_op")


def netwerk(request: Verzoek, ding: Buurt) -> Deel | None:
    if not mag(request.user, Doe.ZIEN, ding, "buurtpad"):
        return None
    paden = list(Buurtpad.objects.filter(buurt=ding))
    context = {"paden": paden, "na_te_kijken": [p for p in paden if p.goedgekeurd_op and not p.geldt]}
    return Deel("lokaal/deur.html", context)


def buurt(_request: HttpRequest, ding: Buurt) -> Deel | None:
    """On the public face: what this network made public."""
    rij = [p for p in Buurtpad.objects.filter(buurt=ding, openbaar=True).select_related("pagina", "buurt") if p.te_zien]
    toont(*(f"pagina:{pad.pagina_id}" for pad in rij))  # a table of pages tells nothing: each page does
    paden = [pad for pad in rij if pad.pagina.live]
    return Deel("lokaal/deel_buurt.html", {"paden": paden}) if paden else None


def zorgpad(_request: HttpRequest, pagina: Page) -> Deel | None:
    """Beside the national pathway: which neighbourhoods have a public variant of it, and where one is made."""
    if getattr(pagina, "zoeksoort", "") != "zorgpad":
        return None
    rij = Buurtpad.objects.filter(pagina=pagina.pk, openbaar=True).select_related("pagina", "buurt")
    paden = [pad for pad in rij if pad.te_zien]
    return Deel("lokaal/deel_zorgpad.html", {"paden": paden})
