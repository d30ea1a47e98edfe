"""How to speak to the people who did it: beside an example, a neighbourhood and what they work with."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from wagtail.models import Page

from kennisplatform.basis.aanbouw import Deel
from kennisplatform.basis.keuzes import Praktijkstaat
from kennisplatform.basis.openbaar import openbaar
from kennisplatform.deelnemers.deur import Verzoek
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.deelnemers.positie import mag
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.tekening.notitie import toont
from leernetwerk.contact import wie
from leernetwerk.contact.models import Contactverzoek
from leernetwerk.models import Praktijkvoorbeeld

MAX = 12
MAX_OPEN = 100
IN_LIJST = ("id", "sleutel", "buurt_id", "van_id", "aan_id", "gemaakt", "beantwoord_op", "pagina_id", "pagina__title")


def lezers(request: HttpRequest, _pk: int) -> str:
    """Who may ask sees how; a stranger sees the door, with the way back to this page."""
    return "vraagt" if mag(request.user, Doe.MAKEN, "contactverzoek") else f"vreemd {request.path}"


def bij_pagina(request: HttpRequest, pagina: Page) -> Deel | None:
    """An example: ask its contact. What neighbourhoods work with: who does it, in which phase, since when."""
    if isinstance(pagina, Praktijkvoorbeeld):
        return _vraag(request, pagina.buurt, pagina) if pagina.buurt else None
    toont(f"praktijk:{pagina.pk}")
    verhalen = openbaar(Praktijkvoorbeeld.objects.filter(toepassingen__pagina_id=pagina.pk, buurt__isnull=False))
    verhalen = verhalen.exclude(staat=Praktijkstaat.GESTOPT)  # who stopped is counted with the reasons, beside this
    buurten: dict[int, tuple[Buurt, Any]] = {}
    # A story is long; of it only since when is shown.
    velden = ("datum", "buurt__naam", "buurt__slug", "buurt__fase", "buurt__opgeheven")
    for verhaal in verhalen.select_related("buurt").only(*velden).order_by("datum", "pk")[:200]:
        if not verhaal.buurt.opgeheven:
            buurten.setdefault(verhaal.buurt_id, (verhaal.buurt, verhaal.datum))
    rij = list(buurten.values())
    context = {
        "doeners": rij[:MAX],
        "meer": len(rij) - MAX,
        "mag_vragen": mag(request.user, Doe.MAKEN, "contactverzoek"),
    }
    return Deel("contact/wie_doet_dit.html", context) if rij else None


def bij_buurt(request: HttpRequest, buurt: Buurt) -> Deel | None:
    return None if buurt.opgeheven else _vraag(request, buurt, None)


def _vraag(request: HttpRequest, buurt: Buurt, pagina: Praktijkvoorbeeld | None) -> Deel | None:
    mag_vragen = mag(request.user, Doe.MAKEN, "contactverzoek")
    context = {
        "ander": buurt,
        "over": pagina,
        "mag_vragen": mag_vragen,
        "dagen": wie.antwoordtijd(buurt) if mag_vragen else None,
    }
    return Deel("contact/bij_pagina.html", context)


def lopend_van(wie: int) -> QuerySet[Contactverzoek]:
    """What somebody asked and what waits for their answer."""
    van_of_aan = Q(van=wie) | Q(aan=wie, beantwoord_op__isnull=True)
    return Contactverzoek.objects.filter(van_of_aan, gesloten_op__isnull=True)


def op_werkplek(request: Verzoek, niets: Any) -> Deel | None:
    """What waits for me, and how much of mine is open: one query."""
    lopend = list(lopend_van(request.user.pk).select_related("buurt", "pagina", "van")[:MAX_OPEN])
    mij = request.user.pk
    context = {
        "aan_mij": [v for v in lopend if v.aan_id == mij and v.beantwoord_op is None][:5],
        "van_mij": sum(v.van_id == mij for v in lopend),
    }
    return Deel("contact/op_werkplek.html", context) if lopend else None
