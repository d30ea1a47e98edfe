"""The desk in the demo: rules that are off, so that nobody gets a mail before somebody looked at them, and pages with an
owner, some past their day, so that reports, calendar and 'what would it have done' have something to show.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from django.contrib.auth.models import Group
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Page

from kennisplatform.basis.models import Begrip, KennisPagina
from kennisplatform.basis.redactie import kennismodellen
from kennisplatform.deelnemers.demodata import Aanmelder, Demodata
from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.redactie import meten
from kennisplatform.redactie.models import Inhoudsregel

Soort = Inhoudsregel.Soort
STIL: Final = dt.timedelta(days=140)  # longer ago than the report of silent owners asks
VOORBIJ: Final = (3, 9, 16, 25)  # days ago that a check was due
OM_DE: Final = 9  # every so many articles has an owner


def vul(wachtwoord: str) -> list[Aanmelder]:
    thema = Begrip.objects.get(soort="thema", code="zorgzame-buurt", locale__language_code="nl")
    chefs = Group.objects.get(name="Eindredacteur")
    for naam, velden in {
        "Nieuw praktijkvoorbeeld over de zorgzame buurt": {
            "soort": Soort.PUBLICATIE, "paginasoort": "praktijkvoorbeeld", "thema": thema,
            "aan_rol": Group.objects.get(name="Transitieteam"),
        },
        "Tijd om na te kijken": {"soort": Soort.CONTROLE, "aan_rol": chefs},
        "Na twee weken nog niet nagekeken": {"soort": Soort.NIET_NAGEKEKEN, "na_dagen": 14, "aan_rol": chefs},
    }.items():  # fmt: skip  # one rule after another
        Inhoudsregel.objects.get_or_create(naam=naam, defaults=velden)
    if not _stil().exists():  # once: who changed an owner or a day keeps that
        _geef_eigenaren()
    meten.na_het_laden()
    return []


def _stil() -> QuerySet[Gebruiker]:
    return Gebruiker.objects.filter(email="femke@demo.example")


def _geef_eigenaren() -> None:
    """Femke wrote some pages and has not been here for months; the editor of the demo has the others."""
    femke = Gebruiker.objects.create_user("femke@demo.example", None, first_name="Femke", last_name="de Ruiter (demo)")
    Gebruiker.objects.filter(pk=femke.pk).update(last_login=timezone.now() - STIL)
    femke.groups.add(Group.objects.get(name="Redacteur"))
    redacteur = Gebruiker.objects.get(email="redacteur@demo.example")
    soorten = {model.zoeksoort: model for model in kennismodellen()}
    artikelen = list(_openbaar(soorten["artikel"]).values_list("pk", flat=True)[::OM_DE])
    Page.objects.filter(pk__in=artikelen[::2]).update(owner=femke)
    Page.objects.filter(pk__in=artikelen[1::2]).update(owner=redacteur)
    for dagen, pagina in zip(VOORBIJ, _openbaar(soorten["hulpmiddel"]), strict=False):
        _was_toe(pagina, timezone.localdate() - dt.timedelta(days=dagen), redacteur)


def _openbaar(model: type[KennisPagina]) -> QuerySet[Any]:
    return model.objects.live().filter(locale__language_code="nl").order_by("slug")


def _was_toe(pagina: KennisPagina, dag: dt.date, wie: Gebruiker) -> None:
    """In the page and in its version, without a new one: for the loader that would be an editor's change."""
    type(pagina).objects.filter(pk=pagina.pk).update(volgende_controle=dag, owner=wie)
    versie = pagina.latest_revision
    if versie is not None:
        versie.content["volgende_controle"] = dag.isoformat()
        versie.save(update_fields=["content"])


BRENGT = [Demodata("regels", vul)]
