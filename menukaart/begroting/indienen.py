"""A budget goes to the committee, questions come back, it decides. Nobody decides on the budget of their own network."""

from __future__ import annotations

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kennisplatform.deelnemers.buurten import vergrendel
from kennisplatform.deelnemers.keuzes import Fase
from kennisplatform.deelnemers.logboek import noteer
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Lidmaatschap, Logregel
from menukaart.begroting import berichten
from menukaart.begroting.models import GOED, LOOPT, Begrotingsbesluit, Commissievraag, Indiening
from menukaart.plan import plannen, sommen, vastgesteld
from menukaart.plan.beelden import NogNietAf
from menukaart.plan.fasen import werk_fase_bij
from menukaart.plan.keuzes import Financier
from menukaart.plan.models import Begrotingsregel, Buurtplan


class EigenBegroting(Exception):
    """Who belongs to the network does not judge its budget."""


class BuurtOpgegaan(Exception):
    """The neighbourhood was divided anew: its network makes another plan, and this one is judged by nobody."""


class AlBesloten(Exception):
    """Somebody else decided meanwhile."""


def lopende(buurt: Buurt) -> Indiening | None:
    return Indiening.objects.filter(buurt=buurt, besluit__in=LOOPT).first()


def te_beoordelen() -> QuerySet[Indiening]:
    """What the committee has to do with, of neighbourhoods that are."""
    return Indiening.objects.filter(besluit__in=LOOPT, buurt__opgeheven__isnull=True)


def te_sturen(plan: Buurtplan, laatste: Indiening | None) -> str:
    """What there is to hand in: 'eerst'; 'opnieuw' after questions or a no; 'versie' when another one was laid down than
    the committee has, also after its yes; '' while it reads, or agreed with, what counts. A query for those last two.
    """
    if laatste is None:
        return "eerst"
    if laatste.besluit in (Begrotingsbesluit.TERUG, Begrotingsbesluit.AFGEWEZEN):
        return "opnieuw"
    return "versie" if plan.versies.filter(nummer__gt=laatste.versie.nummer).exists() else ""


@transaction.atomic
def dien_in(*, plan: Buurtplan, door: Gebruiker) -> Indiening:
    """Lays plan and budget down and hands them in. Raises NogNietAf with what is missing, in Dutch. What came back with
    questions is handed in again as the same: its questions stay with it.
    """
    buurt = vergrendel(plan.buurt)
    regels = sommen.regels_van(plan)
    if not regels:
        raise NogNietAf(_("Er staan nog geen kosten in de begroting."))
    if zonder := [r.omschrijving for r in regels if r.financier == Financier.ONBEKEND]:
        raise NogNietAf(_wie_betaalt(zonder))
    loopt = lopende(buurt)
    if loopt and loopt.vragen.filter(antwoord="").exists():
        raise NogNietAf(_("Beantwoord eerst alle vragen van de commissie."))
    versie = plannen.stel_plan_vast(plan=plan, door=door)
    totaal = sommen.opgeteld(regels).euro
    if loopt:
        loopt.versie, loopt.totaal, loopt.besluit = versie, totaal, Begrotingsbesluit.OPEN
        loopt.save(update_fields=["versie", "totaal", "besluit"])
    else:
        loopt = Indiening.objects.create(buurt=buurt, versie=versie, totaal=totaal, door=door)
    noteer(Logregel.Soort.BUURT, _("diende de begroting in bij de commissie"), buurt=buurt, door=door)
    werk_fase_bij(buurt=buurt, fase=Fase.BUURTBEGROTING, door=door)
    berichten.ingediend(loopt, door)
    return loopt


def _wie_betaalt(zonder: list[str]) -> str:
    """Which lines miss who pays: the first three by name, so that they are found."""
    tekst = ngettext(
        "Bij één regel staat nog niet wie betaalt: %(welke)s.",
        "Bij %(n)s regels staat nog niet wie betaalt: %(welke)s.",
        len(zonder),
    )
    welke = ", ".join(f"‘{naam}’" for naam in zonder[:3]) + (" …" if len(zonder) > 3 else "")
    return tekst % {"n": len(zonder), "welke": welke}


def hoort_bij(wie: Gebruiker, buurt: Buurt) -> bool:
    """Whoever is in the network, in whichever role, now or before today, does not judge what it asks for."""
    return Lidmaatschap.objects.filter(buurt=buurt, persoon=wie).exists()


@transaction.atomic
def vraag(*, indiening: Indiening, regel: Begrotingsregel | None, tekst: str, door: Gebruiker) -> Commissievraag:
    """Raises EigenBegroting, AlBesloten. The budget goes back to the network with it."""
    indiening = _open(indiening, door)
    over = f"{regel.activiteit.titel}: {regel.omschrijving}"[:200] if regel else ""
    gesteld = Commissievraag.objects.create(indiening=indiening, regel=regel, over=over, tekst=tekst, door=door)
    indiening.besluit = Begrotingsbesluit.TERUG
    indiening.save(update_fields=["besluit"])
    noteer(Logregel.Soort.BUURT, _("stelde een vraag over de begroting"), buurt=indiening.buurt, door=door)
    berichten.gevraagd(gesteld, door)
    return gesteld


@transaction.atomic
def antwoord(*, gesteld: Commissievraag, tekst: str, door: Gebruiker) -> None:
    vergrendel(gesteld.indiening.buurt)
    gesteld.antwoord, gesteld.antwoord_door, gesteld.antwoord_op = tekst, door, timezone.now()
    gesteld.save(update_fields=["antwoord", "antwoord_door", "antwoord_op"])


@transaction.atomic
def besluit(*, indiening: Indiening, als: Begrotingsbesluit, toelichting: str, door: Gebruiker) -> None:
    """Raises EigenBegroting, AlBesloten."""
    indiening = _open(indiening, door)
    indiening.besluit, indiening.toelichting = als, toelichting
    indiening.besloten_door, indiening.besloten_op = door, timezone.now()
    indiening.save()
    noteer(
        Logregel.Soort.BUURT,
        _("besloot over de begroting: %(wat)s") % {"wat": als.label.lower()},
        buurt=indiening.buurt,
        door=door,
    )
    berichten.besloten(indiening, door)
    if als in GOED:
        werk_fase_bij(buurt=indiening.buurt, fase=Fase.COMMITMENT, door=door)
        vastgesteld.meld(indiening.versie)  # its documents say on what conditions


def _open(indiening: Indiening, door: Gebruiker) -> Indiening:
    """As it stands now, behind the neighbourhood's lock."""
    buurt = vergrendel(indiening.buurt)
    vers = Indiening.objects.select_for_update().get(pk=indiening.pk)
    vers.buurt = buurt
    if buurt.opgeheven:
        raise BuurtOpgegaan
    if hoort_bij(door, buurt):
        raise EigenBegroting
    if vers.besluit not in LOOPT:
        raise AlBesloten
    return vers
