"""What is done to a buurtplan. The neighbourhood is locked first, as in beelden.py."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from kennisplatform.basis.formulieren import nederlandse
from kennisplatform.basis.models import Begrip, Begripsoort
from kennisplatform.deelnemers.buurten import vergrendel
from kennisplatform.deelnemers.keuzes import Fase
from kennisplatform.deelnemers.logboek import noteer
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Logregel
from menukaart.kiezen.overzicht import Gekozen, gekozen
from menukaart.plan import vastgesteld
from menukaart.plan.beelden import NogNietAf, leg_rij_vast
from menukaart.plan.bevriezen import bevries, velden
from menukaart.plan.fasen import werk_fase_bij
from menukaart.plan.keuzes import Activiteitherkomst
from menukaart.plan.kwartalen import dit_kwartaal
from menukaart.plan.models import Buurtplan, Planactiviteit, Planthema, Planversie
from menukaart.plan.ontbreken import wat_aan_plan_ontbreekt
from menukaart.plan.regelen import spreek_af, te_regelen
from menukaart.programma.models import Activiteit


def plan_van(buurt: Buurt) -> Buurtplan | None:
    plan = Buurtplan.objects.filter(buurt=buurt).first()
    if plan is not None:
        plan.buurt = buurt  # known already
    return plan


@transaction.atomic
def begonnen_plan(*, buurt: Buurt) -> Buurtplan:
    """The neighbourhood's plan, begun when it wasn't, with a row for each theme."""
    vergrendel(buurt)
    plan, nieuw = Buurtplan.objects.get_or_create(buurt=buurt)
    if nieuw:
        Planthema.objects.bulk_create([Planthema(plan=plan, thema=thema) for thema in nederlandse(Begripsoort.THEMA)])
    return plan


def nog_niet_in_plan(plan: Buurtplan) -> list[Gekozen]:
    """What the network chose and did not take into its plan yet."""
    al = set(plan.activiteiten.filter(keuze__isnull=False).values_list("keuze_id", flat=True))
    return [keuze for keuze in gekozen(plan.buurt, behalve=al) if keuze.pagina]


def begint_nu(plan: Buurtplan) -> int:
    """The quarter that a new activity begins with: this one, when the plan has begun."""
    return dit_kwartaal(plan.van, plan.tot)


@transaction.atomic
def neem_standaard(*, plan: Buurtplan, activiteiten: Collection[Activiteit], door: Gebruiker) -> int:
    """Activities of the standard programme into the plan; what is in it already stays as it is. How many came in."""
    vergrendel(plan.buurt)
    al = set(plan.activiteiten.filter(standaard__in=activiteiten).values_list("standaard_id", flat=True))
    nieuw = [a for a in activiteiten if a.pk not in al]
    for activiteit in nieuw:
        _zet_erbij(
            plan=plan,
            door=door,
            titel=activiteit.titel,
            uitleg=activiteit.uitleg,
            thema=activiteit.thema,
            herkomst=Activiteitherkomst.STANDAARD,
            standaard=activiteit,
        )
    return len(nieuw)


@transaction.atomic
def neem_keuze(*, plan: Buurtplan, keuze: Gekozen, thema: Begrip, door: Gebruiker) -> Planactiviteit:
    """An intervention or a pathway that the network chose becomes an activity, once. What it asks and the network misses
    becomes something to do.
    """
    buurt = vergrendel(plan.buurt)
    pagina = Page.objects.get(pk=keuze.pagina)
    al = plan.activiteiten.filter(keuze=pagina).first()
    if al is not None:
        return al
    uitleg = getattr(pagina.specific, "samenvatting", "")
    spreek_af(buurt=buurt, teksten=[te_regelen(pagina.title, wat) for wat in keuze.te_doen], door=door)
    return _zet_erbij(
        plan=plan,
        door=door,
        titel=pagina.title,
        uitleg=uitleg,
        thema=thema,
        herkomst=Activiteitherkomst.MENUKAART,
        keuze=pagina,
        aangepast=keuze.aangepast,
    )


def _zet_erbij(*, plan: Buurtplan, door: Gebruiker, titel: str, uitleg: str, **velden: Any) -> Planactiviteit:
    """With the time of the plan; text that is longer than an activity's is cut, its source is a link away."""
    activiteit = Planactiviteit(
        plan=plan, titel=titel[:160], uitleg=uitleg[:2000], begin=begint_nu(plan), eind=plan.tot * 4 + 3, **velden
    )
    leg_rij_vast(rij=activiteit, door=door)
    return activiteit


@transaction.atomic
def antwoord_op_thema(*, rij: Planthema, antwoord: str, door: Gebruiker) -> None:
    """What the transition team says to a theme that is left out. `rij`: as it stands behind the lock."""
    rij.antwoord, rij.antwoord_op = antwoord, timezone.localdate() if antwoord else None
    leg_rij_vast(rij=rij, door=door)
    if antwoord:  # so that the network reads it among what is new
        tekst = _("antwoordde op een thema dat het plan overslaat: %(thema)s") % {"thema": rij.thema.label}
        noteer(Logregel.Soort.BUURT, tekst, buurt=rij.plan.buurt, door=door)


@transaction.atomic
def stel_plan_vast(*, plan: Buurtplan, door: Gebruiker) -> Planversie:
    """Raises NogNietAf with the first thing that is missing. The last version again when nothing changed."""
    buurt = vergrendel(plan.buurt)
    if ontbreekt := wat_aan_plan_ontbreekt(plan):
        raise NogNietAf(ontbreekt[0].tekst)
    laatste = plan.versies.first()
    versie = bevries(plan.versies, inhoud_van_plan(plan), door)
    assert isinstance(versie, Planversie)
    if versie == laatste:
        return versie
    noteer(
        Logregel.Soort.BUURT,
        _("stelde het buurtplan vast, versie %(n)s") % {"n": versie.nummer},
        buurt=buurt,
        door=door,
    )
    werk_fase_bij(buurt=buurt, fase=Fase.BUURTBEGROTING, door=door)
    vastgesteld.meld(versie)
    return versie


def inhoud_van_plan(plan: Buurtplan) -> dict[str, Any]:
    """Plan and budget as plain values; money as text, to the cent. How far an activity is, is no part of the promise:
    who begins one needs no new signatures.
    """
    regels = ("soort", "omschrijving", "jaar", "financier")
    return {
        "buurt": plan.buurt.naam,
        "van": plan.van,
        "tot": plan.tot,
        "themas": [
            velden(rij, ("doel", "niet_nu", "reden")) | {"thema": rij.thema.code}
            for rij in plan.themas.select_related("thema").order_by("thema__volgorde", "thema__code")
        ],
        "activiteiten": [
            velden(a, ("titel", "uitleg", "wie", "met_wie", "begin", "eind", "aangepast"))
            | {
                "thema": a.thema.code,
                "uitdaging": a.uitdaging.titel if a.uitdaging else "",
                "begroting": [
                    velden(r, regels)
                    | {"aantal": f"{r.aantal:.2f}", "prijs": f"{r.prijs:.2f}", "bedrag": f"{r.bedrag:.2f}"}
                    for r in a.regels.all()
                ],
            }
            for a in plan.activiteiten.select_related("thema", "uitdaging").prefetch_related("regels")
        ],
    }
