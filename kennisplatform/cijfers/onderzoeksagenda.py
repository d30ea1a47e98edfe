"""The research agenda as it is read."""

from __future__ import annotations

from dataclasses import dataclass

from wagtail.models import Page

from kennisplatform.basis.adressen import pad_op_site
from kennisplatform.basis.openbaar import openbaar
from kennisplatform.basis.velden import regels
from kennisplatform.cijfers.models import Onderzoek
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.tekening.notitie import toont


@dataclass(frozen=True)
class Agendapunt:
    onderzoek: Onderzoek
    paginas: list[tuple[str, str]]  # title, address
    buurten: list[Buurt]

    @property
    def meetnamen(self) -> list[str]:
        """Themes measure the same thing each: named once."""
        rij = [i.leesnaam for i in self.onderzoek.indicatoren.all()]
        return list(dict.fromkeys(rij))


def agenda() -> list[Agendapunt]:
    """Four queries; what is over comes last."""
    return punten(sorted(Onderzoek.objects.prefetch_related("indicatoren"), key=lambda o: o.voorbij))


def punten(rij: list[Onderzoek]) -> list[Agendapunt]:
    """A page or neighbourhood that is not there is left out."""
    paden = {pad for o in rij for pad in regels(o.paginas)}
    slugs = {slug for o in rij for slug in regels(o.buurten)}
    namen = {pad.strip("/").rpartition("/")[2] for pad in paden}
    gevonden = openbaar(Page.objects.filter(slug__in=namen, locale__language_code="nl"))
    op_pad = {pad_op_site(p.url_path, "nl"): p for p in gevonden}
    toont(*(f"pagina:{p.pk}" for p in op_pad.values()))
    buurten = {b.slug: b for b in Buurt.objects.filter(slug__in=slugs)} if slugs else {}
    return [
        Agendapunt(
            o,
            [(op_pad[pad].title, pad) for pad in regels(o.paginas) if pad in op_pad],
            [buurten[slug] for slug in regels(o.buurten) if slug in buurten],
        )
        for o in rij
    ]
