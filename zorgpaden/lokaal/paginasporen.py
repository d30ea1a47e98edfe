"""Two pathways become one: a neighbourhood's variant is then one of the other, to be looked at again."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kennisplatform.basis.paginasporen import Paginaspoor, Paginawissel
from zorgpaden.lokaal.models import Buurtpad


def _kijk(wissel: Paginawissel) -> list[str]:
    n = Buurtpad.objects.filter(pagina__in=wissel.per_pk).count()
    tekst = ngettext(
        "Het eigen zorgpad van %(n)s buurt hoort dan bij de andere. Verschillen staan daar klaar, en het moet opnieuw goedgekeurd.",
        "De eigen zorgpaden van %(n)s buurten horen dan bij de andere. Verschillen staan daar klaar, en ze moeten opnieuw "
        "goedgekeurd.",
        n,
    )
    return [tekst % {"n": n}] if n else []


def _bezwaar(wissel: Paginawissel) -> str:
    """Telephone numbers and agreements of two variants: nobody but the network can say which hold."""
    met_beide = Buurtpad.objects.filter(pagina=wissel.nieuw.pk).values("buurt")
    dubbel = Buurtpad.objects.filter(pagina__in=wissel.per_pk, buurt__in=met_beide).select_related("buurt")
    namen = ", ".join(sorted({pad.buurt.naam for pad in dubbel}))
    tekst = _("Van beide is er een eigen zorgpad in %(buurten)s. Vraag het netwerk welk van de twee blijft.")
    return tekst % {"buurten": namen} if namen else ""


def _doe(wissel: Paginawissel) -> None:
    for pad in Buurtpad.objects.filter(pagina__in=wissel.per_pk):
        pad.pagina_id, pad.naam = wissel.nieuw.pk, wissel.nieuw.title
        pad.goedgekeurd_op, pad.goedgekeurd_door, pad.gelaten = None, None, {}
        pad.save()


SPOOR = Paginaspoor("eigen zorgpaden", _kijk, _doe, ("lokaal.Buurtpad.pagina",), _bezwaar)
