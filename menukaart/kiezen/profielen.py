"""Keep and read a neighbourhood's small profile. A room with figures extends it: `van(buurt)` is what it builds on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from django.db import transaction
from django.urls import reverse

from kennisplatform.basis.keuzes import Sesklasse
from kennisplatform.deelnemers.buurten import vergrendel
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from menukaart.kiezen.models import Buurtprofiel
from menukaart.kiezen.opmaat.kandidaten import kandidaten, woorden
from menukaart.kiezen.opmaat.profiel import Antwoorden
from menukaart.kiezen.opmaat.volgorde import Maatplaats, orden

VELD: Final = {"voor": "voor_wie"}  # answer → field, where it has another name


@dataclass(frozen=True)
class Bewaardprofiel:
    antwoorden: Antwoorden
    krachten: str
    record: Buurtprofiel


def van(buurt: Buurt) -> Bewaardprofiel | None:
    record = Buurtprofiel.objects.filter(buurt=buurt).select_related("door").first()
    if record is None:
        return None
    ses = record.ses if record.ses != Sesklasse.ONBEKEND else buurt.ses_klasse
    antwoorden = Antwoorden(
        eerst=tuple(record.eerst),
        ook=tuple(record.ook),
        voor=tuple(record.voor_wie),
        mensen=tuple(record.mensen),
        ziekte=tuple(record.ziekte or ()),
        leeftijd=tuple(record.leeftijd or ()),
        kracht=tuple(record.kracht or ()),
        middelen=tuple(record.middelen or ()),
        aard=record.aard,
        uren=record.uren,
        loopt=tuple(record.loopt),
        ses="" if ses == Sesklasse.ONBEKEND else ses,
        buurt=buurt.slug,
    )
    return Bewaardprofiel(antwoorden, record.krachten, record)


def op_maat_adres(buurt: Buurt) -> str:
    """To the menu in the order for this neighbourhood: with the answers that were kept, else with the questions."""
    bewaard = van(buurt)
    return f"{reverse('op_maat')}?{bewaard.antwoorden.adres if bewaard else f'buurt={buurt.slug}&vragen=1'}"


@transaction.atomic
def bewaar(*, buurt: Buurt, antwoorden: Antwoorden, krachten: str, door: Gebruiker) -> Buurtprofiel:
    vergrendel(buurt)
    velden = {VELD.get(naam, naam): codes for naam, codes in antwoorden.lijsten.items()} | {
        "aard": antwoorden.aard,
        "uren": antwoorden.uren,
        "ses": antwoorden.ses or Sesklasse.ONBEKEND,
        "krachten": krachten.strip(),
        "door": door,
    }
    return Buurtprofiel.objects.update_or_create(buurt=buurt, defaults=velden)[0]


def pleit(buurt: Buurt, pagina: int | None) -> Maatplaats | None:
    """What speaks for and against one thing here, by the answers that the network kept: so that whoever reads its choice
    sees on what it rests. None without answers, or for what is on the menu no more.
    """
    bewaard = van(buurt)
    kandidaat = next((k for k in kandidaten() if k.pk == pagina), None)
    if bewaard is None or kandidaat is None:
        return None
    zonder = replace(bewaard.antwoorden, loopt=())  # that it runs here is no reason to say nothing of it
    return next(iter(orden(zonder, [kandidaat], woorden(), 1).plaatsen), None)
