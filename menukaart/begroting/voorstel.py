"""What the menu says that a plan takes, as a line to take over, change or leave. Nothing fills itself in."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from django.utils.translation import gettext as _
from wagtail.models import Page

from kennisplatform.basis.inzet import Inzet
from kennisplatform.basis.keuzes import Maat
from kennisplatform.tekening.notitie import toont
from menukaart.plan.keuzes import Kostensoort
from menukaart.plan.models import Begrotingsregel, Planactiviteit


def van_de_menukaart(activiteiten: Iterable[Planactiviteit]) -> dict[int, list[Inzet]]:
    """By activity, where its page says something. A query and one for each kind of page, however many."""
    van_menu = [a for a in activiteiten if a.keuze_id]
    if not van_menu:
        return {}
    toont(*{f"pagina:{a.keuze_id}" for a in van_menu})
    paginas = Page.objects.live().filter(pk__in={a.keuze_id for a in van_menu}).specific()
    per_pagina = {p.pk: getattr(p, "inzet", []) for p in paginas}
    return {a.pk: inzet for a in van_menu if (inzet := per_pagina.get(a.keuze_id))}


def als_regel(regel: Begrotingsregel, nummer: str) -> Begrotingsregel:
    """The line filled in with what the menu says there (`nummer`: from the address, so anything); the highest number."""
    inzet = van_de_menukaart([regel.activiteit]).get(regel.activiteit_id, [])
    if not (nummer.isascii() and nummer.isdecimal() and len(nummer) < 3 and int(nummer) < len(inzet)):
        return regel
    gekozen = inzet[int(nummer)]
    regel.omschrijving = _("Volgens de menukaart: %(inzet)s") % {"inzet": gekozen}
    hoeveel = Decimal(str(gekozen.tot)) if gekozen.tot % 1 else Decimal(int(gekozen.tot))
    if gekozen.maat == Maat.UREN:
        regel.soort, regel.aantal = Kostensoort.UREN, hoeveel
    else:
        regel.soort, regel.aantal, regel.prijs = Kostensoort.ANDERS, Decimal(1), hoeveel
    return regel
