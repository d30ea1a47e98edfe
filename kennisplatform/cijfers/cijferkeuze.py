"""The figures of a neighbourhood as sentences to take over into a text of its own, each with its year, margin and source."""

from __future__ import annotations

from django.utils.translation import gettext as _

from kennisplatform.cijfers.buurtcijfers import Cijferregel, buurtboek
from kennisplatform.cijfers.cijferblad import marge
from kennisplatform.cijfers.getallen import Getal, nl
from kennisplatform.cijfers.keuzes import Cijferdeel
from kennisplatform.cijfers.models import Indicator
from kennisplatform.cijfers.perioden import in_woorden
from kennisplatform.deelnemers.models import Buurt


def cijferkeuze(buurt: Buurt) -> list[tuple[str, list[tuple[str, str]]]]:
    """By heading of the page of figures: code and sentence. A heading without figures is not there."""
    boek = buurtboek(buurt)
    uit = []
    for deel in Cijferdeel:
        rij = [(regel.indicator.code, cijferzin(regel, buurt)) for regel in boek.regels(deel)]
        if rij:
            uit.append((str(deel.label), rij))
    return uit


def cijferzin(regel: Cijferregel, buurt: Buurt) -> str:
    """'Voelt zich eenzaam, 65+: 54,7 (Nederland 50; 2020; geen marge bekend). Bron: RIVM, 50090NED.'"""
    indicator, beste = regel.indicator, regel.beste
    naast = []
    if regel.gemeente:
        naast.append(f"{_('heel')} {buurt.gemeente} {_waarde(indicator, regel.gemeente)}")
    if regel.land and indicator.optelwijze != "som":  # the country's own total tells nothing
        naast.append(f"{_('Nederland')} {_waarde(indicator, regel.land)}")
    bij = "; ".join(filter(None, (", ".join(naast), in_woorden(beste.periode), marge(indicator, beste))))
    naam = ", ".join(filter(None, (indicator.kort or indicator.leesnaam, indicator.groep)))
    waarde = _waarde(indicator, regel.ons) if regel.ons else _("geen eigen cijfer")
    bron = ", ".join(filter(None, (beste.bron.bron_eigenaar, beste.bron.code)))  # a code alone tells nobody whose it is
    return f"{naam}: {waarde} ({bij}). {_('Bron')}: {bron}."


def _waarde(indicator: Indicator, getal: Getal) -> str:
    return nl(getal.waarde, indicator.decimalen) + ("%" if indicator.eenheid.startswith("%") else "")
