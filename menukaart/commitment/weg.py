"""The step of signing on the road."""

from __future__ import annotations

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from kennisplatform.deelnemers.keuzes import Fase
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.netwerken.weg import Stapstand, Wegstap
from kennisplatform.tekening.opstand import Opstand
from menukaart.commitment.models import WACHT, Handtekening, Handtekeningstand
from menukaart.plan.weg import gegevens


def stap(buurt: Buurt, wie: Gebruiker) -> Stapstand:
    """One query, once there is a plan that was laid down."""
    plan, adres = gegevens(buurt).plan, reverse("commitment", args=[buurt.slug])
    if plan is None or not plan.versie_n:
        return Stapstand()
    nu = (
        Handtekening.objects.filter(buurt=buurt)
        .exclude(stand=Handtekeningstand.VERVALLEN)
        .order_by("-versie__nummer")
        .values("versie__nummer")
        .annotate(
            alle=Count("pk"),
            klaar=Count("pk", Q(stand=Handtekeningstand.GETEKEND)),
            open=Count("pk", Q(stand__in=WACHT)),
        )
        .first()
    )
    if nu is None:
        return Stapstand(
            adres=adres,
            doe=_("vraag de handtekeningen"),
            uitleg=_("Plan en begroting staan stil. Iedereen tekent precies dezelfde tekst, met een link uit de mail."),
            knop=_("Vraag handtekeningen"),
            doe_adres=adres,
        )
    regels = [_("getekend: %(n)s van %(alle)s") % {"n": nu["klaar"], "alle": nu["alle"]}]
    verder = plan.versie_n > nu["versie__nummer"]  # laid down again since: what was signed is not the last one
    if verder:
        regels.append(_("versie %(n)s is nog niet getekend") % {"n": plan.versie_n})
    return Stapstand(
        klaar=nu["klaar"] > 0 and not nu["open"] and not verder,
        begonnen=True,
        regels=tuple(regels),
        adres=adres,
        doe=_("wacht op de laatste handtekeningen"),
        uitleg=_("Wie nog niet tekende, kunt u eens per dag een herinnering sturen."),
        knop=_("Bekijk wie tekende"),
        doe_adres=adres,
    )


WEGSTAPPEN = [Wegstap(Fase.COMMITMENT, stap)]
OPSTAND = Opstand("netwerk", Handtekening, lambda b: Handtekening.objects.filter(buurt=b), ("id", "stand", "versie_id"))
