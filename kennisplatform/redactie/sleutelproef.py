"""A version of a page is read from what was written down then: what it names may be gone. Wagtail looks each of them up, one
by one, every keyword twice; here all of one kind at once, and only when something is gone as carefully as Wagtail does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist
from django.db.models import ForeignKey, Model
from modelcluster.models import get_all_child_relations
from wagtail.models import Locale, Page, Revision

# Which language and kind a page has, and which versions, is read from the page itself.
VAN_DE_PAGINA: Final = (ContentType, Locale, Revision)


def stel_bij() -> None:
    Page.from_serializable_data = classmethod(_samen(Page.from_serializable_data.__func__))


def _samen(gewoon: Callable[..., Any]) -> Callable[..., Any]:
    def from_serializable_data(
        klas: Any, data: Mapping[str, Any], check_fks: bool = True, strict_fks: bool = False
    ) -> Any:
        zorgvuldig = check_fks and not _alles_is_er(klas, data)
        return gewoon(klas, data, check_fks=zorgvuldig, strict_fks=strict_fks)

    return from_serializable_data


def _alles_is_er(model: type[Model], data: Mapping[str, Any]) -> bool:
    """One question for all kinds whose keys are numbers, and one for each of the others."""
    genoemd: dict[type[Model], set[Any]] = defaultdict(set)
    for ander, pk in _sleutels(model, data):
        if not issubclass(ander, VAN_DE_PAGINA) and not (issubclass(ander, Page) and pk == data.get("pk")):
            genoemd[ander].add(pk)
    samen: list[Any] = []
    los: list[Any] = []
    for ander, pks in genoemd.items():
        vraag = ander._base_manager.filter(pk__in=pks).order_by().values_list("pk")
        (samen if all(isinstance(pk, int) for pk in pks) else los).append(vraag)
    er = sum(len(vraag) for vraag in los) + (len(samen[0].union(*samen[1:], all=True)) if samen else 0)
    return er == sum(len(pks) for pks in genoemd.values())


def _sleutels(model: type[Model], data: Mapping[str, Any]) -> Iterable[tuple[type[Model], Any]]:
    """(model, key) of each thing that a row names, and of the rows below it."""
    for naam, waarde in data.items():
        try:
            veld = model._meta.get_field(naam)
        except FieldDoesNotExist:
            continue
        if isinstance(veld, ForeignKey) and waarde is not None:
            yield veld.remote_field.model, waarde
    for relatie in get_all_child_relations(model) if hasattr(model, "from_serializable_data") else ():
        for rij in data.get(relatie.get_accessor_name()) or ():
            yield from _sleutels(relatie.related_model, rij)
