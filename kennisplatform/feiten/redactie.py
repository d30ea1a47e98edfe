"""What editors see: pages with a sentence that nobody looked at, and running text that says otherwise than the table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component
from wagtail.blocks import StreamValue
from wagtail.fields import StreamField
from wagtail.models import Page, ReferenceIndex

from kennisplatform.basis.aanbouw import Deel
from kennisplatform.basis.aandacht import Aandachtsoort, Aandachtspunt, Stuk
from kennisplatform.basis.invullen import teksten
from kennisplatform.basis.paginanieuws import ZICHTBAAR
from kennisplatform.basis.velden import RegelsField
from kennisplatform.feiten.herkennen import afwijkingen
from kennisplatform.feiten.models import Alarmzin, Feit
from kennisplatform.tekening.notitie import toont
from kennisplatform.tekening.stukken import onthoud

MAAT = 20_000  # bytes, about


def ongeziene_zinnen() -> tuple[int, list[tuple[int, str, int]]]:
    """(how many nobody looked at, pages that show them): the same for every editor, so worked out once a change."""

    def lees() -> tuple[int, list[tuple[int, str, int]]]:
        toont(ZICHTBAAR)
        ongezien = list(Alarmzin.objects.filter(nagekeken_op=None).values_list("pk", flat=True))
        return len(ongezien), paginas_met_zinnen(ongezien)

    return onthoud("alarmzinnen-ongezien", lees, MAAT)


def paginas_met_zinnen(zinnen: Iterable[int]) -> list[tuple[int, str, int]]:
    """(pk, title, how many) of published pages with one of these sentences; the most first."""
    tellingen: dict[int, set[str]] = {}
    verwijzingen = ReferenceIndex.objects.filter(
        to_content_type=ReferenceIndex._get_base_content_type(Alarmzin),
        to_object_id__in=[str(pk) for pk in zinnen],
        base_content_type=ReferenceIndex._get_base_content_type(Page),
    )
    for pk, naar in verwijzingen.values_list("object_id", "to_object_id"):
        tellingen.setdefault(int(pk), set()).add(naar)
    paginas = Page.objects.live().filter(pk__in=tellingen).order_by().values_list("pk", "title")
    return sorted(((pk, titel, len(tellingen[pk])) for pk, titel in paginas), key=lambda rij: (-rij[2], rij[1]))


class AlarmNakijken(Component):
    """First on the editors' desk: what a reader in need relies on and no professional has looked at."""

    name = "alarm-nakijken"
    order = 1
    MAX = 8

    def render_html(self, parent_context: Mapping[str, Any] | None = None) -> str:
        zinnen, paginas = ongeziene_zinnen()
        context = {
            "paginas": paginas[: self.MAX],
            "meer": max(0, len(paginas) - self.MAX),
            "zinnen": zinnen,
            "feiten": Feit.objects.filter(volgende_controle__lte=timezone.localdate())[: self.MAX],
        }
        return render_to_string("feiten/startpaneel.html", context)


def lopende_teksten(pagina: Page) -> Iterator[str]:
    """Free text of a page, field by field; the fields that pick from the table hold none."""
    for veld in pagina._meta.concrete_fields:
        if veld.model is Page or veld.name in {"bronnen", "documenten", "gerelateerd"}:
            continue
        waarde = getattr(pagina, veld.attname)
        if isinstance(veld, StreamField) and isinstance(waarde, StreamValue):
            yield from teksten(list(waarde.raw_data))
        elif isinstance(waarde, str) and not isinstance(veld, RegelsField):
            yield waarde


def _tabel() -> list[Alarmzin]:
    return onthoud("alarmtabel", lambda: list(Alarmzin.objects.all()), 20_000)


def lopende_tekst(request: Any, pagina: Page) -> Deel | None:
    """Above the form of a page: sentences that the table contradicts. Advice; nothing is stopped by it."""
    tabel = _tabel()
    meldingen = [melding for tekst in lopende_teksten(pagina) for melding in afwijkingen(tekst, tabel)]
    return Deel("feiten/afwijkingen.html", {"meldingen": meldingen}) if meldingen else None


def bij_elke_tekst(stukken: Sequence[Stuk]) -> Iterator[Aandachtspunt]:
    tabel = _tabel()
    advies = _("Schrijf wat de tabel zegt, of vraag de eindredactie de tabel te veranderen.")
    for stuk in stukken:
        for melding in afwijkingen(stuk.tekst, tabel) if stuk.lopend else ():
            yield Aandachtspunt(Aandachtsoort.ALARM, stuk.pad, stuk.waar, melding, advies)
