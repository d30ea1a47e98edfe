"""Versions of an example compared, word by word. Everything shown is escaped text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from typing import Any, Final

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail.models import Revision

from leernetwerk.delen.models import Inzending
from leernetwerk.delen.pagina import RIJK, naar_tekst
from leernetwerk.models import Praktijkvoorbeeld

VELDEN: Final = ("title", "samenvatting", *RIJK, "uren", "kosten", "mensen", "advies")
MAX_VERSIES: Final = 20


def aantal(inzending: Inzending) -> int:
    return 0 if inzending.pagina_id is None else _revisies(inzending).count()


def _revisies(inzending: Inzending) -> Any:
    return Revision.page_revisions.filter(object_id=str(inzending.pagina_id)).order_by("-created_at", "-pk")


def vergelijking(inzending: Inzending, vraag: Mapping[str, str]) -> dict[str, Any]:
    """{'versies', 'van', 'tot', 'verschillen'}; a number that isn't one of this example's falls back to the newest two."""
    rij = list(_revisies(inzending).select_related("user")[:MAX_VERSIES]) if inzending.pagina_id else []
    op_pk = {str(revisie.pk): revisie for revisie in rij}
    tot = op_pk.get(vraag.get("tot", "")) or (rij[0] if rij else None)
    van = op_pk.get(vraag.get("van", "")) or (rij[1] if len(rij) > 1 else None)
    verschillen = list(_verschillen(van, tot)) if van and tot else []
    live = inzending.pagina.live_revision_id if inzending.pagina else None
    return {"versies": rij, "van": van, "tot": tot, "verschillen": verschillen, "live": live}


def _verschillen(van: Revision, tot: Revision) -> Iterator[dict[str, Any]]:
    oud, nieuw = van.as_object(), tot.as_object()
    for naam in VELDEN:
        a, b = naar_tekst(getattr(oud, naam) or ""), naar_tekst(getattr(nieuw, naam) or "")
        if a != b:
            yield {"naam": Praktijkvoorbeeld._meta.get_field(naam).verbose_name, "verschil": verschil(a, b)}


def verschil(oud: str, nieuw: str) -> SafeString:
    """Both texts in one: what went in <del>, what came in <ins>."""
    a, b = re.findall(r"\s+|[^\s]+", oud), re.findall(r"\s+|[^\s]+", nieuw)
    stukken = []
    for soort, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        weg, bij = "".join(a[i:j]), "".join(b[k:m])
        if soort == "equal":
            stukken.append((format_html("{}", weg),))
            continue
        stukken += [(format_html("<del>{}</del>", weg),)] if weg else []
        stukken += [(format_html("<ins>{}</ins>", bij),)] if bij else []
    return format_html_join("", "{}", stukken)
