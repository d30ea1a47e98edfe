"""The step of signing on the road."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from kennisplatform.deelnemers.keuzes import Fase
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.netwerken.weg import Stapstand, Wegstap
from kennisplatform.tekening.opstand import Opstand
from menukaart.begroting.models import GOED, Indiening
from menukaart.commitment.models import WACHT, Handtekening, Handtekeningstand
from menukaart.plan.weg import gegevens


def stap(buurt: Buurt, wie: Gebruiker) -> Stapstand:
    """One query, once there is a plan that was laid down."""
    alles, adres = gegevens(buurt), reverse("commitment", args=[buurt.slug])
    plan = alles.plan
    if plan is None or not plan.versie_n:
        return Stapstand()
    rij = Handtekening.objects.filter(buurt=buurt).exclude(stand=Handtekeningstand.VERVALLEN)
    nu = _laatste(list(rij.values_list("versie__nummer", "email", "stand")))
    if nu is None:
        return Stapstand(
            adres=adres,
            doe=_("vraag de handtekeningen"),
            uitleg=_("Plan en begroting staan stil. Iedereen tekent precies dezelfde tekst, met een link uit de mail."),
            knop=_("Vraag handtekeningen"),
            doe_adres=adres,
        )
    regels = [_("getekend: %(n)s van %(alle)s") % {"n": nu.klaar, "alle": nu.alle}]
    if nu.nee:
        regels.append(_("%(n)s tekent niet") % {"n": nu.nee})
    verder = plan.versie_n > nu.nummer  # laid down again since: what was signed is not the last one
    if verder:
        regels.append(_("versie %(n)s is nog niet getekend") % {"n": plan.versie_n})
    if verder and not _goedgekeurd(buurt, na=nu.nummer):
        return _eerst_commissie(regels, adres, buurt)
    doe, uitleg, knop = _te_doen(nu, verder)
    return Stapstand(
        klaar=nu.klaar > 0 and not nu.open and not verder and (not nu.nee or alles.onderweg),
        begonnen=True,
        regels=tuple(regels),
        adres=adres,
        doe=doe,
        uitleg=uitleg,
        knop=knop,
        doe_adres=adres,
    )


def _goedgekeurd(buurt: Buurt, *, na: int) -> bool:
    return Indiening.objects.filter(buurt=buurt, besluit__in=GOED, versie__nummer__gt=na).exists()


def _eerst_commissie(regels: list[str], adres: str, buurt: Buurt) -> Stapstand:
    """Laid down again and not handed in: nobody can be asked to sign it yet. Said here where work has begun, since the step of
    the budget holds nobody up then.
    """
    return Stapstand(
        begonnen=True,
        regels=tuple(regels),
        adres=adres,
        doe=_("stuur de nieuwe versie naar de commissie"),
        uitleg=_("Zij zei ja tegen een eerdere versie. Na haar akkoord vraagt u de handtekeningen opnieuw."),
        knop=_("Naar de begroting"),
        doe_adres=reverse("begroting", args=[buurt.slug]),
    )


@dataclass(frozen=True)
class Tekenstand:
    """Of the last version that somebody was asked for; who declined and was asked again counts as asked."""

    nummer: int
    alle: int
    klaar: int
    open: int

    @property
    def nee(self) -> int:
        return self.alle - self.klaar - self.open


def _laatste(rij: list[tuple[int, str, str]]) -> Tekenstand | None:
    if not rij:
        return None
    nummer = max(versie for versie, _email, _stand in rij)
    per: dict[str, set[str]] = defaultdict(set)
    for versie, email, stand in rij:
        if versie == nummer:
            per[email].add(stand)
    klaar = sum(Handtekeningstand.GETEKEND in standen for standen in per.values())
    return Tekenstand(nummer, len(per), klaar, sum(not standen.isdisjoint(WACHT) for standen in per.values()))


def _te_doen(nu: Tekenstand, verder: bool) -> tuple[str, str, str]:
    if verder:
        return (
            _("vraag de handtekeningen opnieuw"),
            _(
                "De commissie ging akkoord met een nieuwe versie. Op de pagina staat wat er veranderde en wie dat tekent."
            ),
            _("Bekijk wie opnieuw tekent"),
        )
    if nu.nee and not nu.open:
        return (
            _("lees waarom iemand niet tekent"),
            _(
                "Spreek met elkaar. Past u het plan aan, dan tekent iedereen de nieuwe versie. Gaat u door zonder die"
                " handtekening, zet dan op het bord de eerste activiteit op ‘loopt’."
            ),
            _("Lees de reden"),
        )
    return (
        _("wacht op de laatste handtekeningen"),
        _("Wie nog niet tekende, kunt u eens per dag een herinnering sturen."),
        _("Bekijk wie tekende"),
    )


WEGSTAPPEN = [Wegstap(Fase.COMMITMENT, stap)]
OPSTAND = Opstand("netwerk", Handtekening, lambda b: Handtekening.objects.filter(buurt=b), ("id", "stand", "versie_id"))
