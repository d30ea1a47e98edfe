"""What `manage.py inhoudcontrole` counts of alarm sentences and facts."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from django.utils import timezone
from wagtail.models import get_page_models

from kennisplatform.basis.models import KennisPagina
from kennisplatform.feiten.herkennen import afwijkingen, gevaren_in
from kennisplatform.feiten.models import Alarmzin, Feit
from kennisplatform.feiten.pagina import MetAlarm
from kennisplatform.feiten.redactie import lopende_teksten
from kennisplatform.inhoudlader.controle import Controleuitslag, Inhoudscontrole


def _uitslag(regels: list[str]) -> Controleuitslag:
    return Controleuitslag(len(regels), tuple(regels))


def twee_niveaus() -> Controleuitslag:
    """One danger that the table has at two levels for the same group: under two names, by its words."""
    zinnen = list(Alarmzin.objects.all())
    per_gevaar: dict[tuple[str, str], set[str]] = defaultdict(set)
    regels = []
    for zin in zinnen:
        per_gevaar[zin.gevaar, zin.groep].add(zin.niveau)
        for gevaar, rijen in gevaren_in(zin.tekst, zinnen).items():
            zelfde = [rij for rij in rijen if rij.groep == zin.groep]
            if gevaar != zin.gevaar and zelfde and zin.niveau not in {rij.niveau for rij in zelfde}:
                regels.append(f"{zin.sleutel} ({zin.niveau}) en {zelfde[0].sleutel} ({zelfde[0].niveau})")
    return _uitslag(regels + [f"{g}/{wie}" for (g, wie), niveaus in per_gevaar.items() if len(niveaus) > 1])


def oude_regels() -> Controleuitslag:
    """Lines of urgency from before the table, on pages that an editor changed since."""
    return _uitslag(
        [
            f"{pagina.url_path}: {veld}"
            for model in get_page_models()
            if issubclass(model, MetAlarm)
            for pagina in model.objects.live()
            for veld in pagina.oude_alarmvelden
            if getattr(pagina, veld).strip()
        ]
    )


def tekst_wijkt_af() -> Controleuitslag:
    tabel = list(Alarmzin.objects.all())
    return _uitslag(
        [
            f"{pagina.url_path}: {melding}"
            for model in get_page_models()
            if issubclass(model, KennisPagina)
            for pagina in model.objects.live()
            for tekst in lopende_teksten(pagina)
            for melding in afwijkingen(tekst, tabel)
        ]
    )


def zinnen_zonder_bron() -> Controleuitslag:
    zinnen = Alarmzin.objects.all()
    zonder = [zin.sleutel for zin in zinnen if not zin.bron_url]
    return Controleuitslag(len(zonder), (f"van {len(zinnen)} alarmzinnen",))


def zinnen_niet_nagekeken() -> Controleuitslag:
    zinnen = Alarmzin.objects.all()
    return Controleuitslag(zinnen.filter(nagekeken_op=None).count(), (f"van {zinnen.count()} alarmzinnen",))


def feiten_te_laat() -> Controleuitslag:
    return _uitslag([str(feit) for feit in Feit.objects.filter(volgende_controle__lt=timezone.localdate())])


def feiten_zonder_bron() -> Controleuitslag:
    return _uitslag([feit.naam for feit in Feit.objects.filter(bron_url="")])


BRENGT: Final = [
    Inhoudscontrole("Gevaren met twee niveaus", twee_niveaus),
    Inhoudscontrole("Alarmregels die niet uit de tabel komen", oude_regels),
    Inhoudscontrole("Zinnen in lopende tekst die van de tabel afwijken", tekst_wijkt_af, faalt=False),
    Inhoudscontrole("Alarmzinnen zonder bron", zinnen_zonder_bron, faalt=False),
    Inhoudscontrole("Alarmzinnen die niemand nakeek", zinnen_niet_nagekeken, faalt=False),
    Inhoudscontrole("Feiten die nagekeken moeten worden", feiten_te_laat, faalt=False),
    Inhoudscontrole("Feiten zonder bron", feiten_zonder_bron, faalt=False),
]
