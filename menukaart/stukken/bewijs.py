"""The PDF that was kept proves its version as well as the text does."""

from __future__ import annotations

from django.urls import reverse

from menukaart.plan.models import Planversie
from menukaart.stukken.models import Planpdf


def vind(vingerafdruk: str) -> int | None:
    """Key of the version that a file with this fingerprint is of."""
    return Planpdf.objects.filter(vingerafdruk__startswith=vingerafdruk).values_list("versie_id", flat=True).first()


def adres(versie: Planversie) -> tuple[str, str] | None:
    """Where the file is, and its own fingerprint."""
    bewaard = Planpdf.objects.filter(versie=versie).values_list("vingerafdruk", flat=True).first()
    return (reverse("bewijs_pdf", args=[versie.vingerafdruk]), bewaard) if bewaard else None
