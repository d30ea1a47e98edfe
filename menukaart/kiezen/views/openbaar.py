"""For everybody, without an account: side by side, and what lies aside."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from kennisplatform.basis.models.rijen import MAX_APART, MAX_NAAST, Rijstand
from kennisplatform.basis.slugs import slugs
from kennisplatform.deelnemers.deur import voor_iedereen
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.deelnemers.positie import zichtbaar_voor
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.tekening.getekend import getekend
from menukaart.kiezen import apart, dingen, vergelijken
from menukaart.kiezen.opmaat.profiel import Antwoorden

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@voor_iedereen
@require_safe
@getekend
def vergelijk(request: HttpRequest) -> HttpResponse:
    """Up to four, from the address; what lies aside can be put beside them."""
    namen = dingen.bijgewerkt(slugs(request.GET.getlist("v"), MAX_NAAST))
    erbij = dingen.bijgewerkt(slugs(request.GET.getlist("apart"), MAX_APART))
    plannen = dingen.met_blad(dingen.op_slug(namen))
    kolom = request.GET.get("kolom", "")
    context = {
        "plannen": plannen,
        "sleutels": ",".join(plan.pagina.slug for plan in plannen),
        "uitkomst": vergelijken.vergelijk(plannen, alleen_verschillen=request.GET.get("verschillen") == "1"),
        "alleen_verschillen": request.GET.get("verschillen") == "1",
        "kolom": int(kolom) if kolom in {"1", "2", "3", "4"} and int(kolom) <= len(plannen) else 1,
        "erbij": [p for p in dingen.op_slug(erbij) if p.slug not in namen],
        "weg": len(namen) - len({plan.pagina.slug for plan in plannen}),
        "stand": Rijstand.uit_get(request.GET),
        "vol": len(namen) >= MAX_NAAST,
    }
    return render(request, "kiezen/vergelijk.html", context)


@voor_iedereen
@require_safe
def vergelijk_xlsx(request: HttpRequest) -> HttpResponse:
    plannen = dingen.met_blad(dingen.op_slug(dingen.bijgewerkt(slugs(request.GET.getlist("v"), MAX_NAAST))))
    antwoord = HttpResponse(vergelijken.als_excel(plannen), content_type=EXCEL)
    antwoord["Content-Disposition"] = 'attachment; filename="vergelijking.xlsx"'
    return antwoord


@voor_iedereen
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def apart_gelegd(request: HttpRequest) -> HttpResponse:
    """What lies aside. Only here, and only when asked, it is kept on the device."""
    if request.method == "POST":
        namen = slugs(request.POST.getlist("apart"), MAX_APART) if "onthoud" in request.POST else ()
        vraag = "&".join(f"apart={naam}" for naam in namen)
        antwoord = redirect(reverse("apart") + (f"?{vraag}" if vraag else ""))
        apart.onthoud(antwoord, namen)
        return antwoord
    gekozen = apart.gekozen(request)
    namen = dingen.bijgewerkt(gekozen)
    paginas = dingen.op_slug(namen)
    context = {
        "paginas": paginas,
        "weg": len(namen) - len({pagina.slug for pagina in paginas}),
        "namen": namen,
        "onthouden": bool(namen) and apart.onthouden(request) == gekozen,
        "netwerken": _mijn_netwerken(request),
        "dagen": apart.DAGEN,
        "antwoorden": Antwoorden.uit_get(request.GET),
        "adres": "&".join(f"apart={naam}" for naam in namen),
    }
    return render(request, "kiezen/apart.html", context)


def _mijn_netwerken(request: HttpRequest) -> QuerySet[Buurt]:
    """Neighbourhoods on whose list this reader may put something."""
    return zichtbaar_voor(Buurt.objects.actief(), request.user, Doe.MAKEN, "keuze")
