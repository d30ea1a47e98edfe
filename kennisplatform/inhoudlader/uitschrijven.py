"""A page becomes a content file again, so that what editors wrote goes back to the repository.

Nothing is believed: the file is read as the loader would, and compared with the page field by field. A page that would
come back otherwise gives no file but the fields that differ. A file of `inhoud/` that is there already is the ground:
what a page doesn't keep (a work sheet's text) stays as it is in it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.db.models.fields.files import FieldFile
from modelcluster.fields import ParentalKey
from modelcluster.models import get_all_child_relations
from wagtail.blocks import StreamValue
from wagtail.fields import RichTextField
from wagtail.models import Page

from kennisplatform.inhoudlader import soorten
from kennisplatform.inhoudlader.gedeeld import begripsleutels
from kennisplatform.inhoudlader.lader import pagina_op
from kennisplatform.inhoudlader.models import Geladen
from kennisplatform.inhoudlader.terug import alineas, begrippen, gevuld, kaal
from kennisplatform.inhoudlader.toml import schrijf

NIET_UIT_DE_DATA: Final = ("werkblad",)  # makes a document when it is read
OVERAL: Final = {field.name for field in Page._meta.get_fields()} - {"title"}


@dataclass(frozen=True)
class Uitgeschreven:
    pad: str  # inside the repository
    tekst: str = ""
    anders: tuple[str, ...] = ()  # names of fields that would not come back as they are


def soort_van(pagina: Page) -> soorten.Inhoudsoort | None:
    """None for a kind that no file describes, or that nobody wrote the way back of."""
    return next((s for s in soorten.alle() if s.model is type(pagina) and s.uit is not None), None)


def schrijf_uit(pagina: Any) -> Uitgeschreven | None:
    """Of the page as it is handed over: public, or its latest version."""
    soort = soort_van(pagina)
    if soort is None or soort.uit is None:
        return None
    pad = soort.map / f"{pagina.slug}.toml"
    geladen = Geladen.objects.filter(sleutel=f"pagina:{pagina.pk}").first()
    if geladen is not None:
        pad = Path(settings.BASE_DIR) / geladen.pad
    oud = tomllib.loads(pad.read_text(encoding="utf-8")) if pad.is_file() else {}
    data = _zoals_het_stond(oud, gevuld(soort.uit(pagina)), soort)
    kort = str(pad.relative_to(settings.BASE_DIR)) if pad.is_relative_to(settings.BASE_DIR) else pad.name
    tekst = schrijf(data)
    if anders := verschil(soort, pagina, tomllib.loads(tekst)):
        return Uitgeschreven(kort, anders=tuple(anders))
    return Uitgeschreven(kort, tekst)


def _zoals_het_stond(oud: Mapping[str, Any], nieuw: Mapping[str, Any], soort: soorten.Inhoudsoort) -> dict[str, Any]:
    """What didn't change stays as somebody wrote it, so that a review sees what did: order of keys, order of terms."""
    blijft = {naam: oud[naam] for naam in NIET_UIT_DE_DATA if naam in oud}
    data = {naam: _in_de_oude_volgorde(oud.get(naam), waarde) for naam, waarde in {**nieuw, **blijft}.items()}
    for naam, waarde in list(data.items()):
        if naam not in oud and waarde == _standaard_van(soort, naam):
            del data[naam]
    return {naam: data[naam] for naam in dict.fromkeys((*oud, *soort.schema)) if naam in data}


def _in_de_oude_volgorde(oud: Any, nieuw: Any) -> Any:
    if not isinstance(nieuw, list) or not isinstance(oud, list) or not all(isinstance(w, str) for w in (*oud, *nieuw)):
        return nieuw
    er = set(nieuw)
    return [*(w for w in oud if w in er), *(w for w in nieuw if w not in set(oud))]


def _standaard_van(soort: soorten.Inhoudsoort, naam: str) -> Any:
    velden = {veld.name: veld for veld in soort.model._meta.local_fields}
    return velden[naam].get_default() if naam in velden else None


def verschil(soort: soorten.Inhoudsoort, pagina: Any, data: Mapping[str, Any]) -> list[str]:
    """Names of fields that loading would make otherwise, and of what stands on the page and in no file."""
    velden = soort.velden(pagina.slug, {n: w for n, w in data.items() if n not in NIET_UIT_DE_DATA})
    geladen = _geladen(soort, velden, data)
    anders = [naam for naam in velden if _staat(geladen, naam) != _staat(pagina, naam)]
    anders += [naam for naam in _bijrijen(soort.model) if _rijen(geladen, naam) != _rijen(pagina, naam)]
    anders += (
        ["gerelateerd"] if _verwezen(data) != kaal([deel["value"] for deel in pagina.gerelateerd.raw_data]) else []
    )
    bekend = {*velden, "hoofdthema", "begrippen", "gerelateerd", "trefwoorden", *soort.apart}
    if any(naam in data for naam in NIET_UIT_DE_DATA):
        bekend.add("documenten")
    eigen = [v for v in pagina._meta.local_fields if not v.primary_key and v.name not in OVERAL | bekend]
    anders += [v.name for v in eigen if _staat(pagina, v.name) not in ("", None, [], False, _standaard(v))]
    gaat = set(begripsleutels(data))
    heeft = {(s.replace("_", "-") if (s, c) not in gaat else s, c) for s, cs in begrippen(pagina).items() for c in cs}
    return anders + (["begrippen"] if gaat != heeft else [])


def _standaard(veld: Any) -> Any:
    return veld.get_default() if hasattr(veld, "get_default") else None


def _staat(pagina: Any, naam: str) -> Any:
    veld, waarde = pagina._meta.get_field(naam), getattr(pagina, naam)
    if isinstance(waarde, StreamValue):
        return kaal(list(waarde.raw_data))
    if isinstance(veld, RichTextField):
        return alineas(waarde)
    if isinstance(waarde, FieldFile):
        return waarde.name
    return list(waarde.all()) if hasattr(waarde, "all") else waarde


def _geladen(soort: soorten.Inhoudsoort, velden: Mapping[str, Any], data: Mapping[str, Any]) -> Any:
    """A page as loading would make it, never saved."""
    ding = soort.model()
    for naam, waarde in velden.items():
        setattr(ding, naam, waarde)
    if soort.daarna:
        soort.daarna(ding, data)
    return ding


def _bijrijen(model: Any) -> list[str]:
    """Rows that belong to a page of this kind, by the name under which it has them."""
    relaties = get_all_child_relations(model)
    return [rel.get_accessor_name() for rel in relaties if rel.model is model]


def _rijen(pagina: Any, naam: str) -> list[dict[str, Any]]:
    """Without what is the same in every copy of a row: its key, its page, its place."""
    rij: Any = getattr(pagina, naam)
    velden = [v for v in rij.model._meta.local_fields if not (v.primary_key or isinstance(v, ParentalKey))]
    return [{v.name: v.value_from_object(een) for v in velden if v.name != "sort_order"} for een in rij.all()]


def _verwezen(data: Mapping[str, Any]) -> list[int]:
    return [pagina_op(pad).pk for pad in data.get("gerelateerd", [])]
