"""On somebody's own workspace: the way to the overview, for who follows more than one neighbourhood."""

from __future__ import annotations

from django.http import HttpRequest

from kennisplatform.basis.aanbouw import Deel
from kennisplatform.deelnemers.positie import mag, positie
from kennisplatform.deelnemers.rechten import Doe


def op_werkplek(request: HttpRequest, ding: None) -> Deel | None:
    alles = mag(request.user, Doe.EXPORTEREN, "voortgang")
    if not alles and len(positie(request.user).rollen) < 2:
        return None
    return Deel("uitvoeren/op_werkplek.html", {"alle_buurten": alles})
