"""What the boxes of the grid offer to choose from, drawn once for all its lines."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from menukaart.begroting import tarieven
from menukaart.plan.keuzes import Financier, Kostensoort
from menukaart.plan.models import Begrotingsregel, Buurtplan, Tarief


@dataclass(frozen=True)
class Roosterkeuzes:
    """What the boxes to choose from offer, drawn once for all lines."""

    opties: Mapping[str, SafeString]
    per_jaar: Mapping[str, SafeString]  # rates: first what counts in that year
    tarieven: Mapping[int, Tarief]

    @classmethod
    def van(cls, plan: Buurtplan, regels: Collection[Begrotingsregel]) -> Roosterkeuzes:
        """Also what some line has and may not be chosen any more: else its box would show, and send, another."""
        jaren = {*range(plan.van, plan.tot + 1), *(r.jaar for r in regels)}
        aan = {t.pk: t for t in tarieven.keuzes(plan.van, plan.tot)}
        aan |= {r.tarief.pk: r.tarief for r in regels if r.tarief}
        per: dict[str, list[tuple[object, object]]] = {
            "soort": list(Kostensoort.choices),
            "jaar": [(jaar, jaar) for jaar in sorted(jaren)],
            "financier": list(Financier.choices),
        }
        if aan:
            per["tarief"] = [("", _("Eigen prijs")), *((t.pk, str(t)) for t in aan.values())]
        opties = {n: _opties(rij) for n, rij in per.items()}
        per_jaar = {str(jaar): _in_groepen(aan.values(), jaar) for jaar in jaren} if aan else {}
        return cls(opties, per_jaar, aan)

    def met(self, naam: str, waarden: Mapping[str, str]) -> SafeString:
        """The box of one field, with its choice made. Of the rates those of the line's own year come first."""
        uit, waarde = self.opties[naam], waarden[naam]
        if naam == "tarief":
            uit = self.per_jaar.get(waarden["jaar"], uit)
        return mark_safe(
            uit.replace(_begin(waarde), _begin(waarde, mark_safe(" selected")), 1)
        )  # both were escaped here


def _begin(waarde: object, erbij: str = "") -> SafeString:
    """Of an option, without the end tags and quotes that HTML does not ask for: in a full budget they were 60 kB. What is
    offered are codes and keys; anything else is found nowhere.
    """
    return format_html("<option value={}{}>", waarde, erbij) if waarde != "" else format_html("<option value{}>", erbij)


def _opties(rij: Iterable[tuple[object, object]]) -> SafeString:
    return format_html_join("", "{}{}", ((_begin(waarde), label) for waarde, label in rij))


def _in_groepen(alle: Iterable[Tarief], jaar: int) -> SafeString:
    """As the form of one line offers them."""
    groepen = ((naam, _opties(rij)) for naam, rij in tarieven.per_jaar(alle, jaar))
    in_groepen = format_html_join("", '<optgroup label="{}">{}</optgroup>', groepen)
    return format_html("{}{}{}", _begin(""), _("Eigen prijs"), in_groepen)
