"""What is somebody's own on a page of choosing that is drawn once for everybody."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest
from django.template.loader import render_to_string

from kennisplatform.deelnemers.models import Buurt
from kennisplatform.deelnemers.positie import zichtbaar_voor
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.tekening.lezer import is_vreemde
from kennisplatform.tekening.plekken import Lezersplek
from menukaart.kiezen import overzicht
from menukaart.kiezen.models import Keuze


def naast(request: HttpRequest, argument: str) -> str:
    """Rows below a comparison: what each of the reader's own networks said of these. `argument`: their slugs, in order."""
    slugs = [slug for slug in argument.split(",") if slug]
    if not slugs or is_vreemde(request):
        return ""
    mijn = zichtbaar_voor(Buurt.objects.actief(), request.user, Doe.MAKEN, "keuze")
    rij = Keuze.objects.filter(buurt__in=mijn, pagina__slug__in=slugs).select_related("buurt", "pagina")
    per_buurt: dict[Buurt, dict[str, overzicht.Keuzeregel]] = {}
    for keuze in rij.prefetch_related("stemmen", "opmerkingen").order_by("buurt__naam", "buurt_id", "pk"):
        if keuze.pagina is not None:
            per_buurt.setdefault(keuze.buurt, {})[keuze.pagina.slug] = overzicht.zonder_blad(keuze)
    if not per_buurt:
        return ""
    netwerken = [(buurt, [regels.get(slug) for slug in slugs]) for buurt, regels in per_buurt.items()]
    return render_to_string("kiezen/_naast.html", {"netwerken": netwerken, "breed": len(slugs) + 1})


BRENGT: Final = [Lezersplek("vergelijking", naast)]
