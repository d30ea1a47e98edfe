"""Steps of the road that this room knows of, from one look at the neighbourhood's picture and plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kennisplatform.deelnemers.keuzes import Fase
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.netwerken.weg import Stapstand, Wegstap
from menukaart.kiezen.keuzes import Keuzestand
from menukaart.kiezen.profielen import op_maat_adres
from menukaart.kiezen.standen import standen_van
from menukaart.plan.keuzes import Uitvoerstand
from menukaart.plan.models import (
    Beeldkracht,
    Beelduitdaging,
    Beeldversie,
    Buurtbeeld,
    Buurtplan,
    Planactiviteit,
    Planversie,
)
from menukaart.plan.veranderd import is_veranderd

_OP = "_weggegevens"


@dataclass(frozen=True)
class Weggegevens:
    beeld: Any = None  # Buurtbeeld with counts, or None
    plan: Any = None  # Buurtplan with counts, or None

    @property
    def onderweg(self) -> bool:
        """Something is, or was, carried out: a change then is noted, and brings nobody back to an earlier step."""
        return self.plan is not None and self.plan.loopt_n + self.plan.gestopt_n > 0

    @property
    def zonder_geld(self) -> bool:
        """It was laid down before there was a budget: writing that is the next step, and changes no promise."""
        return self.plan is not None and not self.plan.geld_vast


def gegevens(buurt: Buurt) -> Weggegevens:
    """Two queries, kept on the record that the page was given."""
    if (bewaard := getattr(buurt, _OP, None)) is None:
        beeld = Buurtbeeld.objects.filter(buurt=buurt).annotate(
            uitdaging_n=_aantal(Beelduitdaging.objects.filter(beeld=OuterRef("pk"))),
            kracht_n=_aantal(Beeldkracht.objects.filter(beeld=OuterRef("pk"))),
            versie_n=_aantal(Beeldversie.objects.filter(beeld=OuterRef("pk"))),
        )
        van_plan = Planactiviteit.objects.filter(plan=OuterRef("pk"))
        plan = Buurtplan.objects.filter(buurt=buurt).annotate(
            activiteit_n=_aantal(van_plan),
            loopt_n=_aantal(van_plan.filter(stand=Uitvoerstand.LOOPT)),
            gestopt_n=_aantal(van_plan.filter(Q(stand=Uitvoerstand.GESTOPT) | Q(stand=Uitvoerstand.KLAAR))),
            versie_n=_aantal(Planversie.objects.filter(plan=OuterRef("pk"))),
            geld_vast=Exists(Planversie.objects.filter(plan=OuterRef("pk"), inhoud__contains='"bedrag":')),
            versie_op=Subquery(Planversie.objects.filter(plan=OuterRef("pk")).values("op")[:1]),  # of the last one
        )
        bewaard = Weggegevens(beeld.first(), plan.first())
        setattr(buurt, _OP, bewaard)
    return bewaard


def _aantal(rij: QuerySet[Any]) -> Coalesce:
    per = rij.order_by().values("beeld" if hasattr(rij.model, "beeld") else "plan").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(per, output_field=IntegerField()), 0)


def beeldstap(buurt: Buurt, wie: Gebruiker) -> Stapstand:
    beeld, adres = gegevens(buurt).beeld, reverse("buurtbeeld", args=[buurt.slug])
    if beeld is None:
        return Stapstand(
            adres=adres,
            doe=_("begin met het buurtbeeld"),
            uitleg=_(
                "Drie vragen per uitdaging: wat zien we, waarom is dit belangrijk, wat gebeurt er als we het aanpakken?"
            ),
            knop=_("Begin het buurtbeeld"),
            doe_adres=adres,
        )
    regels = (
        ngettext("%(n)s uitdaging", "%(n)s uitdagingen", beeld.uitdaging_n) % {"n": beeld.uitdaging_n},
        ngettext("%(n)s kracht", "%(n)s krachten", beeld.kracht_n) % {"n": beeld.kracht_n},
    )
    return Stapstand(
        klaar=beeld.versie_n > 0,
        begonnen=True,
        regels=regels,
        adres=adres,
        doe=_("maak het buurtbeeld af"),
        uitleg=_("Als elke uitdaging drie antwoorden heeft, stelt een kartrekker het vast. Dat is de nulmeting."),
        knop=_("Verder met het buurtbeeld"),
        doe_adres=adres,
    )


def keuzestap(buurt: Buurt, wie: Gebruiker) -> Stapstand:
    """What lies on the network's own list, and what was decided."""
    standen = standen_van(buurt)
    adres, gekozen = reverse("keuzelijst", args=[buurt.slug]), standen[Keuzestand.GEKOZEN]
    op_lijst = standen[Keuzestand.OVERWOGEN]
    plan = gegevens(buurt).plan
    zonder = not standen and plan is not None and plan.versie_n > 0  # the plan went on without the menu: so be it
    regels = [_("niets van de menukaart")] if zonder else []
    if gekozen:
        regels.append(ngettext("%(n)s gekozen", "%(n)s gekozen", gekozen) % {"n": gekozen})
    if op_lijst:
        regels.append(ngettext("%(n)s ligt apart", "%(n)s liggen apart", op_lijst) % {"n": op_lijst})
    return Stapstand(
        klaar=zonder or (gekozen > 0 and not op_lijst),
        begonnen=bool(standen),
        regels=tuple(regels),
        adres=adres,
        doe=_("beslis over wat apart ligt") if op_lijst else _("kies van de menukaart"),
        uitleg=_("Ieder zegt voor, twijfel of niet nu. Een kartrekker legt het besluit vast, met de reden.")
        if op_lijst
        else _(
            "Leg apart wat bij uw uitdagingen past. U ziet bij elk voorstel waarom het hier past, en wat ertegen pleit."
        ),
        knop=_("Naar de keuzelijst") if op_lijst else _("Naar de menukaart op maat"),
        doe_adres=adres if op_lijst else op_maat_adres(buurt),
    )


def planstap(buurt: Buurt, wie: Gebruiker) -> Stapstand:
    alles, adres = gegevens(buurt), reverse("buurtplan", args=[buurt.slug])
    if (plan := alles.plan) is None:
        return Stapstand(
            adres=adres,
            doe=_("begin met het buurtplan"),
            uitleg=_("Vijf thema’s. Van het standaardprogramma en de menukaart neemt u over wat past."),
            knop=_("Begin het buurtplan"),
            doe_adres=adres,
        )
    regels = [ngettext("%(n)s activiteit", "%(n)s activiteiten", plan.activiteit_n) % {"n": plan.activiteit_n}]
    veranderd = not alles.zonder_geld and is_veranderd(plan, alles.beeld and alles.beeld.geraakt)
    if veranderd:
        regels.append(_("veranderd na versie %(n)s") % {"n": plan.versie_n})
    return Stapstand(
        klaar=plan.versie_n > 0 and (not veranderd or alles.onderweg),
        begonnen=True,
        regels=tuple(regels),
        adres=adres,
        doe=_("leg vast wat er veranderde") if veranderd else _("maak het buurtplan af"),
        uitleg=_("Het plan is anders dan versie %(n)s. Stel het opnieuw vast als u klaar bent.") % {"n": plan.versie_n}
        if veranderd
        else _("Elk thema heeft een activiteit, of een reden waarom het nu niet past."),
        knop=_("Verder met het buurtplan"),
        doe_adres=adres,
    )


def meetstap(buurt: Buurt, wie: Gebruiker) -> Stapstand:
    plan = gegevens(buurt).plan
    if plan is None or not plan.activiteit_n:
        return Stapstand()
    return Stapstand(
        begonnen=plan.loopt_n > 0,
        regels=(_("volgt uit uw activiteiten"),),
        adres=reverse("monitoringplan", args=[buurt.slug]),
    )


WEGSTAPPEN = [
    Wegstap(Fase.BUURTBEELD, beeldstap),
    Wegstap(Fase.BUURTAGENDA, keuzestap),
    Wegstap(Fase.BUURTPLAN, planstap),
    Wegstap(Fase.MONITOREN, meetstap),
]
