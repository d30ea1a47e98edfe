"""The public words of a conversation, for the search document of the page above it. Nothing else of it is indexed."""

from __future__ import annotations

from typing import Final

from wagtail.models import Page

from kennisplatform.gesprek.models import Bijdrage

MEEST: Final = 200  # contributions; what is older is rarely what somebody looks for
TEKENS: Final = 60_000


def van(pagina: Page) -> str:
    rij = Bijdrage.objects.filter(pagina=pagina.pk).zichtbaar(None).order_by("-gemaakt", "-pk")
    delen = (deel for rij in rij.values_list("kop", "tekst", "aanvulling")[:MEEST] for deel in rij if deel)
    return "\n".join(delen)[:TEKENS]
