"""The editors' own rules as the search room asks for them: kept until one of them changes, and asked for once a request."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from asgiref.local import Local
from django.core.signals import request_finished, request_started
from django.db.models.signals import post_delete, post_save

from kennisplatform.tekening.notitie import toont
from kennisplatform.tekening.stukken import onthoud
from kennisplatform.tekening.tabellen import tabel
from kennisplatform.vinden.models import BeschermdWoord, Crisiszin, Synoniem, Vastgezet
from kennisplatform.zoeken.taal.aanvulling import Aanvulling
from kennisplatform.zoeken.taal.synoniemen import termstammen
from kennisplatform.zoeken.taal.woorden import vouw

SLEUTEL: Final = "vinden:eigen"
MAAT: Final = 4_000  # bytes, about
MODELLEN: Final = (Synoniem, BeschermdWoord, Crisiszin, Vastgezet)


@dataclass(frozen=True)
class Eigen(Aanvulling):
    vast: Mapping[tuple[str, ...], tuple[int, ...]] = field(default_factory=dict)  # stems → pages, in order


_verzoek = Local()


def eigen() -> Eigen:
    """One search asks several times. What is drawn with them hangs on them, also when this request knew them already."""
    bekend: Eigen | None = getattr(_verzoek, "eigen", None)
    if bekend is None:
        bekend = onthoud(SLEUTEL, _lees, MAAT)
    if getattr(_verzoek, "loopt", False):
        _verzoek.eigen = bekend
    toont(*map(tabel, MODELLEN))
    return bekend


def _begin(**_: Any) -> None:
    _verzoek.loopt, _verzoek.eigen = True, None


def _eind(**_: Any) -> None:
    _verzoek.loopt, _verzoek.eigen = False, None


def _lees() -> Eigen:
    vast: dict[tuple[str, ...], list[int]] = {}
    for rij in Vastgezet.objects.filter(actief=True):
        if not rij.tot or rij.tot >= dt.date.today():
            vast.setdefault(termstammen(rij.zoekvraag), []).append(rij.pagina_id)
    return Eigen(
        synoniemen="\n".join(rij.regel for rij in Synoniem.objects.filter(actief=True)),
        beschermd=frozenset(vouw(rij.woord) for rij in BeschermdWoord.objects.filter(actief=True)),
        crisis=tuple(Crisiszin.objects.filter(actief=True).values_list("soort", "zin")),
        vast={stammen: tuple(paginas) for stammen, paginas in vast.items()},
    )


def vastgezet(tekst: str) -> tuple[int, ...]:
    """Pages that an editor put on top for this query."""
    vast = eigen().vast
    return vast.get(termstammen(tekst), ()) if vast and tekst else ()


def _vergeet(**_: Any) -> None:
    """For the editor who saved, in the same request."""
    _verzoek.eigen = None


def verbind() -> None:
    """Called once, when the app is ready."""
    request_started.connect(_begin, dispatch_uid="vinden.eigen.begin")
    request_finished.connect(_eind, dispatch_uid="vinden.eigen.eind")
    for model in MODELLEN:
        for signaal in (post_save, post_delete):
            signaal.connect(_vergeet, sender=model, dispatch_uid=f"vinden.eigen.{model.__name__}.{id(signaal)}")
