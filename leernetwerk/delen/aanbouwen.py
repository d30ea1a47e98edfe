"""What sharing adds to pages of lower rooms. Each asks its own rights: it gets the request of whoever looks."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.models import Page

from kennisplatform.basis.aanbouw import Deel
from kennisplatform.deelnemers.buurten import mijn_buurten
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.deelnemers.positie import mag, positie, zichtbaar_voor
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.tekening.notitie import toont
from kennisplatform.tekening.stukken import onthoud
from leernetwerk.delen import vervolgen
from leernetwerk.delen.keuring import vondsten
from leernetwerk.delen.keuzes import Stand
from leernetwerk.delen.models import Inzending
from leernetwerk.models import Praktijkvoorbeeld

MAX = 5
IN_LIJST = ("id", "sleutel", "titel", "stand", "gewijzigd", "lezers", "buurt_id", "schrijver_id")


def lezers(request: HttpRequest, pagina: int) -> str | None:
    """Only of an example hangs on who reads whether they may add what became of it: on whose it is."""
    mijn = positie(request.user)
    van = onthoud(f"verhaal-van:{pagina}", lambda: _buurt_van(pagina))
    return None if van and (van in mijn.rollen or mijn.programma) else "leest"


def _buurt_van(pagina: int) -> int | None:
    toont(f"pagina:{pagina}")
    return Praktijkvoorbeeld.objects.filter(pk=pagina).values_list("buurt", flat=True).first()


def met_netwerk(request: HttpRequest, _pagina: int) -> str:
    return "lid" if positie(request.user).rollen else "leest"


def praktijk(request: HttpRequest, pagina: Page) -> Deel | None:
    """On an example: pictures, documents and what became of it. On what it works with: who stopped, and why."""
    if isinstance(pagina, Praktijkvoorbeeld):
        inzending = Inzending.objects.filter(pagina=pagina).prefetch_related("beelden", "bijlagen").first()
        toont(f"pagina:{pagina.pk}", *((f"inzending:{inzending.pk}",) if inzending else ()))
        context = {
            "vervolgen": list(pagina.vervolgen.all()[:10]),
            "ingezonden": inzending,
            "mag_vervolg": bool(pagina.buurt_id) and mag(request.user, Doe.WIJZIGEN, pagina, "inzending"),
        }
        return Deel("delen/op_voorbeeld.html", context)
    return Deel("delen/op_interventie.html", {"gestopt": vervolgen.gestopt_met(pagina.pk), "ding": pagina})


def van_mijn_buurten(wie: int) -> QuerySet[Inzending]:
    return Inzending.objects.filter(buurt__in=mijn_buurten(wie))


def werkplek(request: HttpRequest, niets: Any) -> Deel | None:
    plek = positie(request.user)
    if not plek.rollen:
        return _voor_redactie(request)
    rij = zichtbaar_voor(Inzending.objects.filter(buurt__in=list(plek.rollen)), request.user)
    open_ = rij.exclude(stand__in=(Stand.GEPLAATST, Stand.INGETROKKEN, Stand.AFGEWEZEN)).select_related("buurt")
    return Deel("delen/op_werkplek.html", {"inzendingen": list(open_[:MAX])})


def _voor_redactie(request: HttpRequest) -> Deel | None:
    if not mag(request.user, Doe.ZIEN, "redactie"):
        return None
    return Deel("delen/op_werkplek_redactie.html", {"wacht": Inzending.objects.filter(stand=Stand.INGEDIEND).count()})


def netwerk(request: HttpRequest, buurt: Buurt) -> Deel:
    rij = zichtbaar_voor(Inzending.objects.filter(buurt=buurt), request.user)
    kan = mag(request.user, Doe.MAKEN, buurt, "inzending")
    return Deel("delen/op_netwerk.html", {"inzendingen": list(rij[:MAX]), "mag_delen": kan, "van": buurt})


def leernetwerk(request: HttpRequest, pagina: Page) -> Deel:
    return Deel("delen/op_lijst.html", {"lid": bool(positie(request.user).rollen)})


def redactie(request: HttpRequest, pagina: Page) -> Deel | None:
    """Above the admin's form: who wrote it, what they agreed to, and what looked like a person."""
    if not isinstance(pagina, Praktijkvoorbeeld):
        return None
    inzending = Inzending.objects.filter(pagina_id=pagina.pk).select_related("buurt", "schrijver", "contact").first()
    if inzending is None:
        return None
    context = {
        "inzending": inzending,
        "vondsten": vondsten(inzending),
        "beelden": inzending.beelden.all(),
        "bijlagen": inzending.bijlagen.all(),
    }
    return Deel("delen/op_redactie.html", context)
