"""Remarks that the editors made in the admin, at the fields of the writer's form."""

from __future__ import annotations

from collections import defaultdict

from wagtail.models import Comment

from leernetwerk.delen.models import Inzending

# Where a field of the page is another of the form.
ANDERS = {
    "title": "titel",
    "resultaten": "resultaat",
    "inzetregels": "uren_getal",
    "contact_rol": "contact",
    "hoofdthema": "thema",
    "begrippen_onderwerp": "onderwerpen",
    "toepassingen": "gebruikt",
}


def per_veld(inzending: Inzending) -> dict[str, list[str]]:
    """field → remarks that are not settled, oldest first. None while nothing was handed in."""
    uit: dict[str, list[str]] = defaultdict(list)
    if inzending.pagina_id is None:
        return uit
    rij = Comment.objects.filter(page_id=inzending.pagina_id, resolved_at__isnull=True).order_by("pk")
    for comment in rij.prefetch_related("replies"):
        veld = comment.contentpath.partition(".")[0]
        teksten = [comment.text, *(antwoord.text for antwoord in comment.replies.all())]
        uit[ANDERS.get(veld, veld)] += teksten
    return uit
