"""A file of figures that is taken in, and the figure that counts now: for tests."""

from __future__ import annotations

from typing import Any

from kennisplatform.cijfers.invoer.lezing import Opdracht
from kennisplatform.cijfers.invoer.opnemen import Invoerverslag, neem_op
from kennisplatform.cijfers.models import Cijfer

KWB = '﻿"ID";"WijkenEnBuurten";"Gemeentenaam_1";"AantalInwoners_5";"Koopwoningen_47"\n'
KWB += '"0";"NL00      ";"Nederland           ";"  18000000";"      57"\n'
KWB += '"1";"BU03920105";"Haarlem             ";"    3 550";"       ."\n"2";"BU0363AA01";"Amsterdam";"  100";""\n'


def haal(inhoud: str | bytes, bron: str = "85984NED", naam: str = "kwb_2026.csv", **meer: Any) -> Invoerverslag:
    rauw = inhoud if isinstance(inhoud, bytes) else inhoud.encode()
    proef = meer.pop("proef", False)
    return neem_op(rauw, Opdracht(naam, bron, **meer), proef=proef)


def nu(gebied: str, indicator: str, wanneer: str) -> Cijfer | None:
    return Cijfer.objects.huidig().filter(gebied__code=gebied, indicator__code=indicator, periode=wanneer).first()
