"""Which documents there are, and what each shows of a version that was laid down."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from kennisplatform.netwerken.models import Belkaart
from menukaart.commitment.voorwaarden import voorwaarden_van
from menukaart.plan.bevriezen import in_vieren, lees
from menukaart.plan.keuzes import Financier, Kostensoort
from menukaart.plan.lezen import Gelezenplan, gelezen
from menukaart.plan.meetkalender import kalender
from menukaart.plan.meten import monitoringplan
from menukaart.plan.models import Planversie

POSTER_PER_THEMA: Final = 3  # activities: a poster is read in passing, on one sheet


@dataclass(frozen=True)
class Planstuk:
    """`context(version)` is what its template gets on top of what all have."""

    code: str
    naam: Any
    uitleg: Any
    context: Callable[[Planversie], dict[str, Any]] = lambda versie: {}
    word: bool = True

    @property
    def sjabloon(self) -> str:
        return f"stukken/{self.code}.html"


@dataclass(frozen=True)
class Regelsom:
    """Sums of a frozen budget, of the amounts that stand in it."""

    per_financier: list[tuple[str, Decimal]]
    per_jaar: list[tuple[int, Decimal]]


def sommen(versie: Planversie) -> Regelsom:
    financiers: dict[str, Decimal] = defaultdict(Decimal)
    jaren: dict[int, Decimal] = defaultdict(Decimal)
    for activiteit in lees(versie)["activiteiten"]:
        for regel in activiteit["begroting"]:
            financiers[regel["financier"]] += Decimal(regel["bedrag"])
            jaren[regel["jaar"]] += Decimal(regel["bedrag"])
    namen = [(str(f.label), financiers[f.value]) for f in Financier if f.value in financiers]
    return Regelsom(namen, sorted(jaren.items()))


def _begroting(versie: Planversie) -> dict[str, Any]:
    return {"sommen": sommen(versie), "soorten": {s.value: str(s.label) for s in Kostensoort}}


def _poster(versie: Planversie) -> dict[str, Any]:
    """With whom residents can call, as their network says on the public page."""
    belkaart = Belkaart.objects.filter(buurt=versie.plan.buurt_id).first()
    return {
        "bellen": [regel for regel in belkaart.lijst() if regel.telefoon][:2] if belkaart else [],
        "adres": settings.WAGTAILADMIN_BASE_URL.partition("//")[2] + versie.plan.buurt.get_absolute_url(),
    }


def _meten(versie: Planversie) -> dict[str, Any]:
    blokken = monitoringplan(versie.plan)
    return {"blokken": blokken, "kalender": kalender(blokken)}


STUKKEN: Final = {
    stuk.code: stuk
    for stuk in (
        Planstuk(
            "plan", _("Buurtplan"), _("Wat de buurt doet, per thema, met de begroting. Dit wordt getekend."), _begroting
        ),
        Planstuk("begroting", _("Buurtbegroting"), _("Elke regel, met sommen per jaar en per betaler."), _begroting),
        Planstuk(
            "monitoring", _("Monitoringsplan"), _("Wat wordt gemeten, waar het vandaan komt en wie het doet."), _meten
        ),
        Planstuk("poster", _("Poster voor bewoners"), _("Eén bladzijde om op te hangen."), _poster, word=False),
    )
}


def context(stuk: Planstuk, versie: Planversie) -> dict[str, Any]:
    plan: Gelezenplan = gelezen(versie)
    return {
        "stuk": stuk,
        "versie": versie,
        "buurt": versie.plan.buurt,
        "voorbeeld": versie.plan.voorbeeld,
        "gelezen": plan,
        "vieren": in_vieren(versie.vingerafdruk),
        "per_thema": POSTER_PER_THEMA,
        "voorwaarden": voorwaarden_van(versie),
        **stuk.context(versie),
    }
