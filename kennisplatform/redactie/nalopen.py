"""All checks of one page together: what could be better, and what no computer can say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, groupby
from typing import Final

from django.utils.translation import gettext as _
from wagtail.models import Page

from kennisplatform.basis.aandacht import Aandachtsoort, Aandachtspunt, Tekstcontrole
from kennisplatform.basis.leesniveau import GENOEG_WOORDEN, MAKKELIJK, meet
from kennisplatform.kamers import gebracht
from kennisplatform.redactie import leesbaar, verwijzen
from kennisplatform.redactie.stukken import Onderdelen, onderdelen

MINSTE_SAMENVATTING: Final = 20  # characters
_VOLGORDE: Final = {soort: nummer for nummer, soort in enumerate(Aandachtsoort.values)}


@dataclass(frozen=True)
class Controleblad:
    punten: tuple[Aandachtspunt, ...]
    niet_gemeten: tuple[str, ...]
    woorden: int
    lix: int | None  # None: too little text, or another language

    @property
    def leesminuten(self) -> int:
        return max(1, round(self.woorden / 180))

    @property
    def leest_makkelijk(self) -> bool:
        return self.lix is not None and self.lix <= MAKKELIJK

    @property
    def groepen(self) -> list[tuple[str, list[Aandachtspunt], int]]:
        """(heading, first rows, how many more), the most serious first."""
        uit = []
        for soort, rijen in groupby(self.punten, key=lambda punt: punt.soort):
            alle = list(rijen)
            toon = alle[: leesbaar.MEESTE]
            uit.append((str(Aandachtsoort(soort).label), toon, len(alle) - len(toon)))
        return uit


def loop_na(pagina: Page) -> Controleblad:
    delen = onderdelen(pagina)
    nederlands = pagina.locale_id is None or pagina.locale.language_code == "nl"
    punten = [*_samenvatting(pagina), *_overal(pagina, delen), *(_nederlands(delen) if nederlands else ())]
    niveau = meet("\n".join(stuk.tekst for stuk in delen.stukken if stuk.lopend))
    meetbaar = nederlands and niveau.woorden >= GENOEG_WOORDEN
    return Controleblad(
        punten=tuple(sorted(punten, key=lambda punt: _VOLGORDE[punt.soort])),
        niet_gemeten=tuple(_niet_gemeten(pagina, delen, nederlands=nederlands, meetbaar=meetbaar)),
        woorden=niveau.woorden,
        lix=niveau.lix if meetbaar else None,
    )


def _samenvatting(pagina: Page) -> Iterator[Aandachtspunt]:
    tekst = getattr(pagina, "samenvatting", None)
    if tekst is not None and len(tekst.strip()) < MINSTE_SAMENVATTING:
        wat = _("De samenvatting is leeg.") if not tekst.strip() else _("De samenvatting is heel kort.")
        advies = _("Schrijf in één zin wat de lezer hier vindt. Hij staat op de kaart en in zoekresultaten.")
        yield Aandachtspunt(Aandachtsoort.SAMENVATTING, "samenvatting", _("Samenvatting"), wat, advies)


def _overal(pagina: Page, delen: Onderdelen) -> Iterator[Aandachtspunt]:
    """In any language."""
    yield from verwijzen.dood(verwijzen.links(delen))
    yield from verwijzen.kale_bronnen(delen)
    yield from verwijzen.zonder_tekstbeeld(delen)
    if _kan_bron_noemen(pagina) and not _noemt_bron(pagina, delen):
        yield from leesbaar.zonder_bron(delen.stukken)


def _nederlands(delen: Onderdelen) -> Iterator[Aandachtspunt]:
    controles = (leesbaar.lange_zinnen, leesbaar.lange_woorden, leesbaar.lijdende_zinnen, leesbaar.afkortingen)
    yield from chain.from_iterable(controle(delen.stukken) for controle in controles)
    for controle in gebracht(Tekstcontrole):
        yield from controle.lees(delen.stukken)


def _kan_bron_noemen(pagina: Page) -> bool:
    return hasattr(pagina, "bronnen")


def _noemt_bron(pagina: Page, delen: Onderdelen) -> bool:
    return bool(pagina.bronnen) or any("bron" in plaats.pad for plaats in delen.adressen)


def _niet_gemeten(pagina: Page, delen: Onderdelen, *, nederlands: bool, meetbaar: bool) -> Iterator[str]:
    if not nederlands:
        yield _("Leesniveau, lange zinnen en vakwoorden meten wij alleen in het Nederlands.")
    elif not meetbaar:
        yield _("Het leesniveau: er staat nog te weinig tekst.")
    if _kan_bron_noemen(pagina) and _noemt_bron(pagina, delen) and (n := len(leesbaar.beweringen(delen.stukken))):
        tekst = _(
            "Of elke bewering bij een bron hoort (%(n)s zinnen noemen een getal of een effect). Kijk dat zelf na."
        )
        yield tekst % {"n": n}
    if any(link.soort == "web" for link in verwijzen.links(delen)):
        yield _("Of links naar andere websites werken. Die proberen wij ’s nachts, zie Rapporten.")
    yield _("Of het waar is, en of de toon past.")
