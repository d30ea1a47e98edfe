"""Where the committee begins: what waits for it, on its own workspace."""

from __future__ import annotations

from django.http import HttpRequest

from kennisplatform.basis.aanbouw import Deel
from kennisplatform.deelnemers.positie import mag
from kennisplatform.deelnemers.rechten import Doe
from menukaart.begroting.models import Begrotingsbesluit, Indiening


def op_werkplek(request: HttpRequest, ding: None) -> Deel | None:
    if not mag(request.user, Doe.ZIEN, "indiening"):
        return None
    wacht = Indiening.objects.filter(besluit=Begrotingsbesluit.OPEN).count()
    return Deel("begroting/op_werkplek.html", {"wachtende_begrotingen": wacht})
