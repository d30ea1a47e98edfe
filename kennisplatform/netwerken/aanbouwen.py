"""Beside what residents read: whom to call in the neighbourhood that stands in the address."""

from __future__ import annotations

from django.http import HttpRequest

from kennisplatform.basis.aanbouw import Deel
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.netwerken import bewoners

OP_PAGINA = 4


def bij_u_lezers(request: HttpRequest, _pk: int) -> str:
    return request.GET.get("buurt", "")[:80] or "geen"


def bij_u(request: HttpRequest, _pagina: object) -> Deel | None:
    slug = request.GET.get("buurt", "")[:80]
    buurt = Buurt.objects.actief().filter(slug=slug).first() if slug and "\x00" not in slug else None
    if buurt is None:
        return None
    kaart = bewoners.belkaart(buurt)
    return Deel("netwerken/bij_u.html", {"gekozen_buurt": buurt, "bellen": kaart.lijst()[:OP_PAGINA] if kaart else []})


def bij_u_of_kies(request: HttpRequest, pagina: object) -> Deel:
    """Beside an article, which sends people to 'the agenda of your neighbourhood': there it is, or where to choose."""
    return bij_u(request, pagina) or Deel("netwerken/kies_buurt.html", {})
