"""What left the files leaves the site: not what somebody changed here, nor what a page or a draft still names.

Pages are asked themselves, not Wagtail's index of references: a load brings that up to date only at its end.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from wagtail.models import Page, Revision, get_page_models

from kennisplatform.feiten.models import Alarmzin, Feit
from kennisplatform.feiten.pagina import MetAlarm
from kennisplatform.feiten.signalen import paginas_met
from kennisplatform.feiten.spoed import gekozen_pks
from kennisplatform.inhoudlader.rijrecord import MetBron, zoals_geladen
from kennisplatform.inhoudlader.soorten import Opgeruimd, Rijen

T = TypeVar("T", bound=MetBron)


def ruim_alarm(rijen: Rijen) -> Opgeruimd:
    weg = [z for z in Alarmzin.objects.exclude(geladen="").prefetch_related("vertalingen") if z.sleutel not in rijen]
    if not weg:
        return Opgeruimd()
    gekozen, concepten = set(_gekozen()), _concepten()

    def in_gebruik(zin: Alarmzin) -> bool:
        return zin.pk in gekozen or _genoemd(f"{{alarm:{zin.sleutel}}}", concepten)

    def talen(zin: Alarmzin) -> dict[str, str]:
        return {v.taal: v.tekst for v in zin.vertalingen.all()}

    return _ruim("alarmzin", {zin.sleutel: zin for zin in weg}, in_gebruik, talen)


def ruim_feiten(rijen: Rijen) -> Opgeruimd:
    weg = [feit for feit in Feit.objects.exclude(geladen="") if feit.naam not in rijen]
    if not weg:
        return Opgeruimd()
    elders = [*_concepten(), *(tekst for rij in Alarmzin.objects.values_list("wie", "wie_beroep") for tekst in rij)]

    def in_gebruik(feit: Feit) -> bool:
        return _genoemd(f"{{feit:{feit.naam}}}", elders)

    return _ruim("feit", {feit.naam: feit for feit in weg}, in_gebruik, lambda _feit: {})


def _ruim(
    soort: str, dingen: Mapping[str, T], in_gebruik: Callable[[T], bool], bij: Callable[[T], dict[str, str]]
) -> Opgeruimd:
    weg, gebleven = [], []
    for naam, ding in sorted(dingen.items()):
        velden = [v.name for v in ding._meta.concrete_fields if not v.primary_key and v.name != "geladen"]
        if zoals_geladen(ding, velden, bij(ding)) and not in_gebruik(ding):
            ding.delete()
            weg.append(f"{soort} {naam}")
        else:
            gebleven.append(f"{soort} {naam}")
    return Opgeruimd(tuple(weg), tuple(gebleven))


def _gekozen() -> Iterator[int]:
    """Sentences that a page picks, as it is shown or as an editor left it."""
    for model in get_page_models():
        if issubclass(model, MetAlarm):
            paginas = model.objects.all()
            concepten = (
                pagina.get_latest_revision_as_object() for pagina in paginas.filter(has_unpublished_changes=True)
            )
            for pagina in (*paginas.only(*model.alarmvelden), *concepten):
                for veld in model.alarmvelden:
                    yield from gekozen_pks(getattr(pagina, veld))


def _concepten() -> list[str]:
    """What stands in versions that are not published yet."""
    laatste = Page.objects.filter(has_unpublished_changes=True).values("latest_revision")
    return [json.dumps(inhoud) for inhoud in Revision.objects.filter(pk__in=laatste).values_list("content", flat=True)]


def _genoemd(naam: str, elders: Iterable[str]) -> bool:
    return any(naam in tekst for tekst in elders) or bool(paginas_met(naam))
