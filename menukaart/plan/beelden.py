"""What is done to a buurtbeeld. The neighbourhood is locked first, so that two savings never cross."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from kennisplatform.deelnemers.buurten import vergrendel
from kennisplatform.deelnemers.keuzes import Fase
from kennisplatform.deelnemers.logboek import noteer
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Logregel
from menukaart.plan.bevriezen import bevries, velden
from menukaart.plan.fasen import werk_fase_bij
from menukaart.plan.models import Beelduitdaging, Beeldversie, Buurtbeeld
from menukaart.plan.models.rij import Rij


class NogNietAf(Exception):
    """It can't be laid down yet; the text says why, in Dutch."""


def beeld_van(buurt: Buurt) -> Buurtbeeld | None:
    return Buurtbeeld.objects.filter(buurt=buurt).first()


@transaction.atomic
def begonnen_beeld(*, buurt: Buurt) -> Buurtbeeld:
    """The neighbourhood's picture, begun when it wasn't."""
    vergrendel(buurt)
    return Buurtbeeld.objects.get_or_create(buurt=buurt)[0]


@transaction.atomic
def leg_rij_vast(*, rij: Rij, door: Gebruiker) -> None:
    """A row as its form left it: the next version of it, and the time at which its picture or plan was last touched."""
    if isinstance(rij, Beelduitdaging) and not rij.pk:
        rij.volgorde = (rij.beeld.uitdagingen.aggregate(n=Max("volgorde"))["n"] or 0) + 1
    rij.versie += 1 if rij.pk else 0
    rij.door = door
    rij.save()
    _geheel(rij).save(update_fields=["geraakt"])


@transaction.atomic
def haal_weg(*, rij: Rij) -> None:
    geheel = _geheel(rij)
    rij.delete()
    geheel.save(update_fields=["geraakt"])


def _geheel(rij: Any) -> Any:
    """The picture or plan that a row is part of."""
    if hasattr(rij, "beeld"):
        return rij.beeld
    return rij.plan if hasattr(rij, "plan") else rij.activiteit.plan


@transaction.atomic
def verplaats(*, uitdaging: Beelduitdaging, omhoog: bool) -> None:
    """Most important first: the network says which that is. Two presses at once are two steps."""
    vergrendel(uitdaging.beeld.buurt)
    rij = list(uitdaging.beeld.uitdagingen.all())
    plek = rij.index(uitdaging)
    ander = plek - 1 if omhoog else plek + 1
    if 0 <= ander < len(rij):
        rij[plek], rij[ander] = rij[ander], rij[plek]
    for nummer, een in enumerate(rij, start=1):
        een.volgorde = nummer
    Beelduitdaging.objects.bulk_update(rij, ["volgorde"])


@transaction.atomic
def stel_vast(*, beeld: Buurtbeeld, door: Gebruiker) -> Beeldversie:
    """Raises NogNietAf. The first time makes the baseline, and the road goes on."""
    buurt = vergrendel(beeld.buurt)
    if reden := wat_ontbreekt(beeld):
        raise NogNietAf(reden)
    versie = bevries(beeld.versies, inhoud_van(beeld), door)
    assert isinstance(versie, Beeldversie)
    noteer(
        Logregel.Soort.BUURT,
        _("stelde het buurtbeeld vast, versie %(n)s") % {"n": versie.nummer},
        buurt=buurt,
        door=door,
    )
    werk_fase_bij(buurt=buurt, fase=Fase.BUURTAGENDA, door=door)
    return versie


def wat_ontbreekt(beeld: Buurtbeeld) -> str:
    """What must be there before a picture can be laid down, all of it at once; '' when nothing is missing."""
    uitdagingen = list(beeld.uitdagingen.all())
    uit = [] if uitdagingen else [_("Schrijf eerst ten minste één uitdaging op.")]
    for nummer, uitdaging in enumerate(uitdagingen, start=1):
        if uitdaging.mist:
            wie = {"n": nummer, "titel": uitdaging.titel}
            uit.append(_("Uitdaging %(n)s (%(titel)s) heeft nog niet op elke vraag een antwoord.") % wie)
    if not beeld.krachten.exists():
        uit.append(_("Noem ten minste één kracht: wat gaat hier al goed?"))
    return " ".join(uit)


@transaction.atomic
def zet_openbaar(*, beeld: Buurtbeeld, openbaar: bool, door: Gebruiker) -> None:
    if beeld.openbaar == openbaar:
        return
    beeld.openbaar = openbaar
    beeld.save(update_fields=["openbaar", "geraakt"])
    wat = _("maakte het buurtbeeld openbaar") if openbaar else _("haalde het buurtbeeld van de openbare pagina")
    noteer(Logregel.Soort.BUURT, wat, buurt=beeld.buurt, door=door)


def inhoud_van(beeld: Buurtbeeld) -> dict[str, Any]:
    """The whole picture as plain values, for a version."""
    return {
        "uitdagingen": [
            velden(u, ("titel", "zien", "waarom", "straks", "cijfer"))
            | {"thema": u.thema.code if u.thema else "", "gezegd": [_gezegd(i) for i in u.inzichten.all()]}
            for u in beeld.uitdagingen.select_related("thema").prefetch_related("inzichten")
        ],
        "krachten": [kracht.tekst for kracht in beeld.krachten.all()],
        "verder_gehoord": [_gezegd(i) for i in beeld.inzichten.filter(uitdaging=None)],
        "regio": [velden(punt, ("tekst", "stand", "want")) for punt in beeld.regiopunten.all()],
    }


def _gezegd(inzicht: Any) -> dict[str, Any]:
    return velden(inzicht, ("bron", "tekst", "gesprekken"))
