"""Terms of many pages at once: a list of rows names for whom each thing is, which would be a query a row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from kennisplatform.basis.models.begrippen import Begrip, woordenboek


def vul_begrippen(dingen: Iterable[Any]) -> None:
    """One query for each type of page; what carries no terms is left alone."""
    per_model: dict[type, dict[int, Any]] = defaultdict(dict)
    for ding in dingen:
        if hasattr(type(ding), "begrippen_per_soort"):
            per_model[type(ding)][ding.pk] = ding
    boek = woordenboek()
    for model, paginas in per_model.items():
        veld = f"{model._meta.model_name}_id"  # type: ignore[attr-defined]  # every one of them is a model
        tussen = model.begrippen.through.objects.filter(**{f"{veld}__in": list(paginas)})  # type: ignore[attr-defined]
        gevonden: dict[int, list[Begrip]] = defaultdict(list)
        for pk, begrip_id in tussen.values_list(veld, "begrip_id"):
            if begrip := boek.op_pk(begrip_id):
                gevonden[pk].append(begrip)
        for pk, pagina in paginas.items():
            pagina.begrippen_per_soort = _per_soort(pagina, gevonden[pk])


def _per_soort(pagina: Any, begrippen: list[Begrip]) -> dict[str, list[Begrip]]:
    """As KennisPagina has it: the main theme first, the others in the order of their scale."""
    uit: dict[str, list[Begrip]] = defaultdict(list)
    if pagina.thema:
        uit[pagina.thema.soort].append(pagina.thema)
    for begrip in sorted(begrippen, key=lambda b: (b.soort, b.volgorde, b.label)):
        if begrip.pk != pagina.hoofdthema_id:
            uit[begrip.soort].append(begrip)
    return dict(uit)
