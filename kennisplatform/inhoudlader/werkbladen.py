"""A work sheet that a content file brings along: made into a document that people download, and that the search reads."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import partial
from typing import Any, Final

from django.core.files.base import ContentFile
from django.utils.text import slugify
from wagtail.documents import get_document_model

from kennisplatform.basis.documenten.odt import maak_odt
from kennisplatform.basis.invullen import vul
from kennisplatform.inhoudlader.schema import Veld
from kennisplatform.naderhand import na_commit

WERKBLAD: Final = Veld(
    "tabellen",
    velden={
        "titel": Veld(verplicht=True, max=120),
        "bron": Veld(verplicht=True, max=200),
        "inhoud": Veld("regels", verplicht=True),
    },
)


def documentvelden(data: Mapping[str, Any]) -> dict[str, Any]:
    """The page field with the sheets of this file; nothing for a file without, so documents of editors stay."""
    bladen = data.get("werkblad", [])
    if not bladen:
        return {}
    return {"documenten": [{"type": "document", "value": {"document": _document(b), "naam": ""}} for b in bladen]}


def _document(blad: Mapping[str, Any]) -> int:
    """The same sheet keeps its number and address; a changed one gets new contents."""
    soort = get_document_model()
    document = soort.objects.filter(title=blad["titel"]).first() or soort(title=blad["titel"])
    inhoud = maak_odt(blad["titel"], [*map(vul, blad["inhoud"]), f"Bron: {blad['bron']}"])
    if document.pk and document.get_file_hash() == hashlib.sha1(inhoud, usedforsecurity=False).hexdigest():
        return int(document.pk)
    if document.pk:
        na_commit(partial(document.file.storage.delete, document.file.name), "deleting an old sheet")
    document.bron = blad["bron"]
    document.file.save(f"{slugify(blad['titel'])}.odt", ContentFile(inhoud), save=False)
    document.file_size = len(inhoud)
    document.file_hash = ""
    document.save()
    return int(document.pk)
