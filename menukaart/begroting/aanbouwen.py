"""Where the committee begins: what waits for it, on its own workspace."""

from __future__ import annotations

from django.http import HttpRequest

from kennisplatform.basis.aanbouw import Deel
from kennisplatform.deelnemers.positie import mag
from kennisplatform.deelnemers.rechten import Doe
from menukaart.begroting.indienen import te_beoordelen
from menukaart.begroting.models import Begrotingsbesluit


def op_werkplek(request: HttpRequest, ding: None) -> Deel | None:
    if not mag(request.user, Doe.ZIEN, "indiening"):
        return None
    wacht = te_beoordelen().filter(besluit=Begrotingsbesluit.OPEN).count()
    return Deel("begroting/op_werkplek.html", {"wachtende_begrotingen": wacht})
