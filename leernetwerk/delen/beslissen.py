"""What the editors decide in Wagtail, told to the draft and its writer. Listens to Wagtail's own signals."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Revision, WorkflowState
from wagtail.signals import page_published, workflow_rejected

from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.volgen.lijst import NietTeVolgen, TeVeel, volg
from kennisplatform.volgen.melden import meld, over_pagina
from kennisplatform.volgen.soorten import PAGINA
from leernetwerk.delen import brieven
from leernetwerk.delen.keuzes import Stand
from leernetwerk.delen.models import Inzending
from leernetwerk.delen.pagina import terug
from leernetwerk.delen.vervolgen import eerste
from leernetwerk.models import Praktijkvoorbeeld


def verbind() -> None:
    workflow_rejected.connect(_teruggelegd, dispatch_uid="inzending-aanvullen")
    page_published.connect(_geplaatst, sender=Praktijkvoorbeeld, dispatch_uid="inzending-geplaatst")


def _van(pagina_id: int) -> Inzending | None:
    return Inzending.objects.select_for_update(of=("self",)).filter(pagina_id=pagina_id).first()


@transaction.atomic
def _teruggelegd(instance: WorkflowState, **kwargs: Any) -> None:
    """The editors ask for more: the writer goes on with the text as the editors have it."""
    pagina = getattr(instance.content_object, "specific", None)
    if not isinstance(pagina, Praktijkvoorbeeld) or (nu := _van(pagina.pk)) is None:
        return
    nu.stand, nu.reden = Stand.AANVULLEN, instance.current_task_state.get_comment()
    _neem_over(nu, pagina.get_latest_revision_as_object())
    nu.save()
    brieven.aanvullen(nu)


@transaction.atomic
def _geplaatst(instance: Praktijkvoorbeeld, revision: Revision, **kwargs: Any) -> None:
    """Also when an editor published past the workflow, or mended a word later: the draft follows what readers see."""
    nu = _van(instance.pk)
    if nu is None:
        return
    wachtte = nu.stand in {Stand.INGEDIEND, Stand.AANVULLEN}
    _neem_over(nu, instance)
    if wachtte:
        nu.stand, nu.besluit_op, nu.reden = Stand.GEPLAATST, timezone.now(), ""
        eerste(inzending=nu, pagina=instance)
        brieven.geplaatst(nu)
        _vertel(nu, instance, revision)
        if nu.schrijver is not None:  # a question below it must reach who can answer
            with suppress(NietTeVolgen, TeVeel):
                volg(persoon=nu.schrijver, soort=PAGINA, sleutel=str(instance.pk))
    nu.save()


def _vertel(nu: Inzending, pagina: Praktijkvoorbeeld, revisie: Revision) -> None:
    """To followers of its theme, its neighbourhood or what it works with."""
    gebruikt = [(PAGINA, str(pk)) for pk in pagina.toepassingen.values_list("pagina_id", flat=True)]
    meld(
        soort="voorbeeld",
        over=[*over_pagina(pagina), *gebruikt],
        titel=pagina.title,
        adres=pagina.url or "/leernetwerk/",
        uitleg=pagina.samenvatting,
        kenmerk=f"voorbeeld:{pagina.pk}:{revisie.pk}",
        door=nu.schrijver,
        zichtbaarheid=pagina.zichtbaarheid,
        buurt=pagina.buurt,
        # What is not public has its own rights; the page would be asked whether everybody may see it.
        pagina=pagina if pagina.zichtbaarheid == Zichtbaarheid.OPENBAAR else None,
    )


@transaction.atomic
def wijs_af(*, pagina_id: int, reden: str) -> None:
    nu = _van(pagina_id)
    if nu is None:
        return
    nu.stand, nu.reden, nu.besluit_op = Stand.AFGEWEZEN, reden, timezone.now()
    nu.save()
    brieven.afgewezen(nu)


def _neem_over(nu: Inzending, pagina: Praktijkvoorbeeld) -> None:
    """Fields that the editors changed count as a new version: a form that stands open is told."""
    anders = {naam: waarde for naam, waarde in terug(nu, pagina).items() if getattr(nu, naam) != waarde}
    if not anders:
        return
    nu.versie += 1
    for naam, waarde in anders.items():
        setattr(nu, naam, waarde)
        nu.veldversies[naam] = [nu.versie, None]
