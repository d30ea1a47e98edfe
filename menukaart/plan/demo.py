"""Fills the demo with three neighbourhoods on the road: a picture in writing, a plan, a plan under way. From inhoud/demo.toml."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from kennisplatform.basis.models import Begrip
from kennisplatform.cijfers.laden import themas
from kennisplatform.deelnemers.demodata import Aanmelder
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from menukaart.plan.beelden import inhoud_van
from menukaart.plan.bevriezen import bevries
from menukaart.plan.keuzes import Activiteitherkomst
from menukaart.plan.models import (
    Beeldinzicht,
    Beeldkracht,
    Beelduitdaging,
    Begrotingsregel,
    Buurtbeeld,
    Buurtplan,
    Planactiviteit,
    Planthema,
    Regiopunt,
)
from menukaart.plan.models.plan import dit_jaar
from menukaart.plan.models.rij import Bevroren
from menukaart.plan.plannen import inhoud_van_plan

BESTAND: Final = Path(__file__).resolve().parent / "inhoud" / "demo.toml"


@transaction.atomic
def vul(wachtwoord: str) -> list[Aanmelder]:
    """A neighbourhood that has a picture or a plan already is left as it is."""
    data = tomllib.loads(BESTAND.read_text(encoding="utf-8"))
    bekend = themas()
    for rij in data["beeld"]:
        buurt, door = _wie(rij)
        if buurt and not Buurtbeeld.objects.filter(buurt=buurt).exists():
            _beeld(buurt, door, rij, bekend)
    for rij in data["plan"]:
        buurt, door = _wie(rij)
        if buurt and not Buurtplan.objects.filter(buurt=buurt).exists():
            _plan(buurt, door, rij, bekend)
    return []


def _wie(rij: Mapping[str, Any]) -> tuple[Buurt | None, Gebruiker]:
    buurt = Buurt.objects.filter(slug=rij["buurt"]).first()
    return buurt, Gebruiker.objects.get(email=f"{rij['door']}@demo.example")


def _beeld(buurt: Buurt, door: Gebruiker, rij: Mapping[str, Any], bekend: Mapping[str, Begrip]) -> None:
    beeld = Buurtbeeld.objects.create(buurt=buurt, openbaar=rij.get("openbaar", False), voorbeeld=True)
    uitdagingen = [
        Beelduitdaging.objects.create(
            beeld=beeld,
            door=door,
            volgorde=n,
            titel=titel,
            thema=bekend[thema],
            zien=zien,
            waarom=waarom,
            straks=straks,
        )
        for n, (titel, thema, zien, waarom, straks) in enumerate(rij["uitdagingen"], start=1)
    ]
    Beeldkracht.objects.bulk_create(Beeldkracht(beeld=beeld, door=door, tekst=tekst) for tekst in rij["krachten"])
    Beeldinzicht.objects.bulk_create(
        Beeldinzicht(
            beeld=beeld, door=door, bron=bron, tekst=tekst, gesprekken=n, uitdaging=_nummer(uitdagingen, nummer)
        )
        for bron, tekst, n, nummer in rij["gezegd"]
    )
    Regiopunt.objects.bulk_create(
        Regiopunt(beeld=beeld, door=door, tekst=tekst, stand=stand, want=want)
        for tekst, stand, want in rij.get("regio", [])
    )
    if rij.get("vastgesteld"):
        _op_dag(bevries(beeld.versies, inhoud_van(beeld), door), rij["vastgesteld"])


def _op_dag(versie: Bevroren, dag: dt.date) -> None:
    """The time of a version is that of its saving; the demo tells a story that began earlier."""
    toen = timezone.make_aware(dt.datetime.combine(dag, dt.time(15)))
    type(versie)._default_manager.filter(pk=versie.pk).update(op=toen)


def _jaar(tekst: str) -> int:
    """'2025', or '+1' for next year: a story that isn't over stays ahead of the clock."""
    return dit_jaar() + int(tekst) if tekst.startswith("+") else int(tekst)


def _nummer(rij: list[Beelduitdaging], nummer: int) -> Beelduitdaging | None:
    return rij[nummer - 1] if 0 < nummer <= len(rij) else None


def _plan(buurt: Buurt, door: Gebruiker, rij: Mapping[str, Any], bekend: Mapping[str, Begrip]) -> None:
    van, tot = map(_jaar, rij["jaren"])
    plan = Buurtplan.objects.create(buurt=buurt, van=van, tot=tot, inwoners=rij["inwoners"], voorbeeld=True)
    doelen, niet_nu = dict(rij["doelen"]), dict(rij["niet_nu"])
    Planthema.objects.bulk_create(
        Planthema(
            plan=plan,
            door=door,
            thema=thema,
            doel=doelen.get(code, ""),
            niet_nu=code in niet_nu,
            reden=niet_nu.get(code, ""),
        )
        for code, thema in bekend.items()
    )
    _activiteiten(plan, door, rij["activiteiten"], bekend)
    activiteiten = {a.titel: a for a in plan.activiteiten.all()}
    for titel, pad in rij.get("keuzes", []):
        slug = pad.strip("/").rpartition("/")[2]
        pagina = Page.objects.live().filter(slug=slug, url_path__endswith=pad, locale__language_code="nl").first()
        a = activiteiten[titel]
        a.keuze, a.herkomst = pagina, Activiteitherkomst.MENUKAART if pagina else a.herkomst
        a.save(update_fields=["keuze", "herkomst"])
    Begrotingsregel.objects.bulk_create(_regels(activiteiten, door, rij["regels"]))
    if rij.get("vastgesteld"):
        _op_dag(bevries(plan.versies, inhoud_van_plan(plan), door), rij["vastgesteld"])


def _activiteiten(plan: Buurtplan, door: Gebruiker, rijen: Iterable[list[Any]], bekend: Mapping[str, Begrip]) -> None:
    """Rows of: theme, title, who, first and last quarter of the plan, state, number of the challenge, why it stopped."""
    uitdagingen = list(Beelduitdaging.objects.filter(beeld__buurt=plan.buurt))
    Planactiviteit.objects.bulk_create(
        Planactiviteit(
            plan=plan,
            door=door,
            thema=bekend[thema],
            titel=titel,
            wie=wie,
            begin=plan.van * 4 + begin,
            eind=plan.van * 4 + eind,
            stand=stand,
            uitdaging=_nummer(uitdagingen, nummer),
            stopreden="".join(reden),
        )
        for thema, titel, wie, begin, eind, stand, nummer, *reden in rijen
    )


def _regels(
    activiteiten: Mapping[str, Planactiviteit],
    door: Gebruiker,
    rijen: Iterable[tuple[str, str, str, int | str, str, str, str]],
) -> list[Begrotingsregel]:
    return [
        Begrotingsregel(
            activiteit=activiteiten[titel],
            door=door,
            soort=soort,
            omschrijving=omschrijving,
            jaar=_jaar(str(jaar)),
            aantal=Decimal(aantal),
            prijs=Decimal(prijs),
            financier=financier,
        )
        for titel, soort, omschrijving, jaar, aantal, prijs, financier in rijen
    ]
