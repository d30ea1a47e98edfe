"""At the end of a lesson: 'I am done'. Who is signed in keeps it; everybody is counted."""

from __future__ import annotations

from django.http import HttpRequest
from wagtail.models import Page

from kennisplatform.basis.aanbouw import Deel
from kennisplatform.leren.models import GevolgdeLes


def stand(request: HttpRequest, pk: int) -> str:
    """Readers of one word see the same."""
    if request.user.is_authenticated:
        return "bewaard" if GevolgdeLes.objects.filter(persoon=request.user, module_id=pk).exists() else "aangemeld"
    return "geteld" if request.GET.get("af") == "1" else "vreemd"


def klaar(request: HttpRequest, pagina: Page) -> Deel:
    return Deel("leren/klaar.html", {"page": pagina, "stand": stand(request, pagina.pk)})


def mijn(request: HttpRequest, _pagina: Page) -> Deel | None:
    return Deel("leren/ingang.html") if request.user.is_authenticated else None


def wie(request: HttpRequest, _pk: int) -> str:
    return "aangemeld" if request.user.is_authenticated else "vreemd"
