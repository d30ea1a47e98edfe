"""Hand a draft in: the page is made, or its next version, and Wagtail's workflow begins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, WorkflowState

from kennisplatform.basis.boom import gebied
from kennisplatform.deelnemers.models import Gebruiker
from leernetwerk.delen import brieven, pagina
from leernetwerk.delen.keuring import Spoorvondst, tekorten, vondsten
from leernetwerk.delen.keuzes import Stand
from leernetwerk.delen.models import Inzending
from leernetwerk.delen.schrijven import Gesloten, vergrendel
from leernetwerk.models import LeernetwerkPagina, Praktijkvoorbeeld


class Onvolledig(Exception):
    """Carries what to do per field, and what looks like a person and has no reason yet."""

    def __init__(self, velden: Mapping[str, Any], vondsten: Sequence[Spoorvondst]) -> None:
        super().__init__(", ".join(velden))
        self.velden, self.vondsten = velden, vondsten


@transaction.atomic
def dien_in(
    *, inzending: Inzending, door: Gebruiker, toestemming: bool, redenen: Mapping[str, str] | None = None
) -> Inzending:
    """`redenen`: code of a find → why it may stay. Raises Onvolledig or Gesloten; then nothing happened."""
    nu = vergrendel(inzending)
    if not nu.open:
        raise Gesloten
    nu.verklaringen = _verklaard(nu, redenen or {})
    open_ = [vondst for vondst in vondsten(nu) if not vondst.reden]
    if (velden := tekorten(nu)) or open_:
        raise Onvolledig(velden, open_)
    nu.toestemming, nu.reden = toestemming, ""
    nu.pagina = _naar_redactie(nu, door)
    nu.stand, nu.ingediend_op, nu.besluit_op, nu.laatste = Stand.INGEDIEND, timezone.now(), None, door
    nu.save()
    brieven.ingediend(nu)
    return nu


def _verklaard(nu: Inzending, redenen: Mapping[str, str]) -> list[dict[str, str]]:
    """Reasons for what stands in the text now; one for a text that is gone goes with it."""
    uit = []
    for vondst in vondsten(nu):
        reden = " ".join(redenen.get(vondst.code, vondst.reden).split())[:300]
        if reden:
            uit.append({"veld": vondst.veld, "soort": vondst.soort, "tekst": vondst.tekst, "reden": reden})
    return uit


def _naar_redactie(nu: Inzending, door: Gebruiker) -> Praktijkvoorbeeld:
    blad = pagina.maak(nu)
    if blad.pk is None:
        Page.objects.get(pk=gebied(LeernetwerkPagina).pk).add_child(instance=blad)
    pagina.indeling(blad, nu)
    blad.save_revision(user=door, changed=True)
    blad = Praktijkvoorbeeld.objects.get(pk=blad.pk)
    staat = blad.current_workflow_state
    if staat is not None and staat.status == WorkflowState.STATUS_NEEDS_CHANGES:
        staat.resume()
    elif staat is None:
        # Without a person: Wagtail would mail the writer about screens of the admin. Our own letters tell them.
        blad.get_workflow().start(blad, None)
    return blad
