"""People to whom no mail can go, as rows from before any rule or from another system; and who did get one."""

from __future__ import annotations

from typing import Any, Final

from kennisplatform.basis.models import Mislukking
from kennisplatform.post.models import Bericht

GIF: Final = "twee\n@adressen, x"  # no mail can go there: verstuur refuses it


def vergiftig(wie: Any) -> Any:
    type(wie).objects.filter(pk=wie.pk).update(email=GIF)
    wie.refresh_from_db()
    return wie


def aan() -> set[str]:
    return set(Bericht.objects.values_list("aan", flat=True))


def gemeld(wat: str) -> bool:
    """Did the team read of it?"""
    return Mislukking.objects.filter(wat=wat).exists()
