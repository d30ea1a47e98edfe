"""Letters to who leads a network, about activities that are past their date: once a month, and for a hundred days."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import Final

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from kennisplatform.basis.losse_rijen import voor_elk
from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.deelnemers.models.buurt import kort
from kennisplatform.netwerken.kring import met_rol
from kennisplatform.post.versturen import verstuur
from menukaart.plan.keuzes import Uitvoerstand
from menukaart.plan.kwartalen import kwartaal_van
from menukaart.plan.models import Buurtplan, Planactiviteit
from menukaart.uitvoeren.bord import te_laat

LANGST: Final = dt.timedelta(days=100)  # after that it is no news: three letters, and then it stands on the board only


def einde_van(kwartaal: int) -> dt.date:
    jaar, maand = kwartaal // 4, kwartaal % 4 * 3 + 3
    return dt.date(jaar, maand, calendar.monthrange(jaar, maand)[1])


def over_tijd(plan: Buurtplan, vandaag: dt.date) -> list[tuple[Planactiviteit, str]]:
    """What is late and not too long: with how late, in words."""
    uit = []
    for a in plan.activiteiten.filter(stand__in=(Uitvoerstand.GEPLAND, Uitvoerstand.LOOPT)).order_by("eind", "pk"):
        waarom = te_laat(a, vandaag)
        wanneer = einde_van(a.begin if a.stand == Uitvoerstand.GEPLAND else a.eind)
        if waarom and vandaag - wanneer <= LANGST:
            uit.append((a, waarom))
    return uit


def herinner() -> str:
    """The night's work: plans that were laid down, of networks that want it."""
    nu = kwartaal_van(timezone.localdate())
    laat = Q(activiteiten__stand=Uitvoerstand.GEPLAND, activiteiten__begin__lt=nu)
    laat |= Q(activiteiten__stand=Uitvoerstand.LOOPT, activiteiten__eind__lt=nu)
    rij = Buurtplan.objects.filter(laat, herinneren=True, versies__nummer=1, buurt__opgeheven__isnull=True).distinct()
    return f"{voor_elk('wat over tijd is', rij.select_related('buurt').order_by('pk'), _schrijf)} plannen bekeken"


def _schrijf(plan: Buurtplan) -> None:
    vandaag = timezone.localdate()
    rijen = over_tijd(plan, vandaag)
    if not rijen:
        return
    bord = settings.WAGTAILADMIN_BASE_URL + reverse("uitvoeren", args=[plan.buurt.slug])
    tekst = render_to_string("uitvoeren/post/over_tijd.txt", {"buurt": plan.buurt, "rijen": rijen, "link": bord})

    def brief_aan(wie: Gebruiker) -> None:
        verstuur(
            aan=wie.email,
            onderwerp=_("Over tijd in het plan van %(buurt)s") % {"buurt": kort(plan.buurt.naam)},
            tekst=tekst,
            kenmerk=f"overtijd:{plan.pk}:{wie.pk}:{vandaag:%Y-%m}",
        )

    mensen = dict.fromkeys(met_rol(plan.buurt, Netwerkrol.KARTREKKER, Netwerkrol.COORDINATOR))
    voor_elk("brief over wat over tijd is", mensen, brief_aan)


@transaction.atomic
def zet(*, buurt: Buurt, aan: bool) -> None:
    Buurtplan.objects.filter(buurt=buurt).update(herinneren=aan)
