"""Terms in what is no record yet or no more: drafts, versions that wait for their day, older ones, what is translated."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Revision, RevisionMixin
from wagtail_localize.models import TranslationSource

from kennisplatform.basis.begripsporen import relaties


def _velden() -> dict[int, list[str]]:
    """Content type of each record that keeps versions → its fields of terms."""
    uit: dict[int, list[str]] = defaultdict(list)
    for relatie in relaties():
        if issubclass(relatie.model, RevisionMixin):
            uit[ContentType.objects.get_for_model(relatie.model, for_concrete_model=False).pk].append(relatie.naam)
    return uit


def _heeft(waarde: Any, pks: set[int]) -> bool:
    return bool(pks.intersection(waarde)) if isinstance(waarde, list) else waarde in pks


def met(pks: Iterable[int]) -> Iterator[Revision]:
    """Versions that name one of these terms, without their content: of each only the fields of terms are read."""
    gezocht = set(pks)
    for soort, namen in _velden().items():
        rij = Revision.objects.filter(content_type_id=soort).defer("content").order_by("pk")
        sleutels = [f"content__{naam}" for naam in namen]
        for pk, *waarden in rij.values_list("pk", *sleutels).iterator():
            if any(_heeft(waarde, gezocht) for waarde in waarden):
                yield Revision(pk=pk)


def verhuis(per_pk: Mapping[int, int]) -> int:
    """The new term stands where the old one stood, in every version: an old one that is put back may not break."""
    gevonden = [versie.pk for versie in met(per_pk)]
    namen = _velden()
    for pk in gevonden:
        versie = Revision.objects.get(pk=pk)
        Revision.objects.filter(pk=pk).update(content=_verruild(versie.content, namen[versie.content_type_id], per_pk))
    for bron in TranslationSource.objects.filter(specific_content_type__in=namen):
        inhoud = json.loads(bron.content_json)
        nieuw = _verruild(inhoud, namen[bron.specific_content_type_id], per_pk)
        if nieuw != inhoud:
            TranslationSource.objects.filter(pk=bron.pk).update(content_json=json.dumps(nieuw))
    return len(gevonden)


def _verruild(inhoud: Mapping[str, Any], namen: Iterable[str], per_pk: Mapping[int, int]) -> dict[str, Any]:
    uit = dict(inhoud)
    for naam in namen:
        waarde = uit.get(naam)
        if isinstance(waarde, list):
            uit[naam] = list(dict.fromkeys(per_pk.get(pk, pk) for pk in waarde))
        elif isinstance(waarde, int):
            uit[naam] = per_pk.get(waarde, waarde)
    return uit
