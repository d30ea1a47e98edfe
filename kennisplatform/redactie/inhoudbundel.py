"""Pages as the files of `inhoud/`, in one archive, with a letter that says what did not come along and why."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import gettext as _
from modelcluster.fields import ParentalKey
from wagtail.models import Page

from kennisplatform.inhoudlader.uitschrijven import schrijf_uit

BRIEF = "LEESMIJ.txt"


def als_toml(paginas: Sequence[Page]) -> bytes | None:
    """None when not one of them can become a file that loads back equal."""
    bestanden: dict[str, str] = {}
    niet: list[str] = []
    for pagina in _specifiek(paginas):
        uit = schrijf_uit(pagina) if pagina.locale.language_code == "nl" else None
        if uit is None:
            niet.append(
                _("%(titel)s: van dit soort pagina of in deze taal bestaat geen bestand.") % {"titel": pagina.title}
            )
        elif uit.anders:
            velden = ", ".join(_naam(pagina, veld) for veld in uit.anders)
            niet.append(
                _("%(titel)s: dit past niet in een bestand: %(velden)s.") % {"titel": pagina.title, "velden": velden}
            )
        else:
            bestanden[uit.pad] = uit.tekst
    if not bestanden:
        return None
    uitvoer = io.BytesIO()
    with zipfile.ZipFile(uitvoer, "w", zipfile.ZIP_DEFLATED) as bundel:
        for pad, tekst in sorted(bestanden.items()):
            bundel.writestr(pad, tekst)
        bundel.writestr(BRIEF, _brief(len(bestanden), niet))
    return uitvoer.getvalue()


def _specifiek(paginas: Iterable[Page]) -> list[Any]:
    """What readers see; of what was never public, the latest version."""
    alle = Page.objects.filter(pk__in=[pagina.pk for pagina in paginas]).select_related("locale").specific()
    return [pagina if pagina.live else pagina.get_latest_revision_as_object() for pagina in alle]


def _naam(pagina: Any, veld: str) -> str:
    gevonden = pagina._meta.get_field(veld)
    if gevonden.is_relation and gevonden.auto_created:  # rows of their own are known by what they point at
        rij = gevonden.related_model._meta.local_fields
        gevonden = next(v for v in rij if v.is_relation and not isinstance(v, ParentalKey))
    return str(gevonden.verbose_name)


def _brief(aantal: int, niet: Sequence[str]) -> str:
    begin = _(
        "Pak dit uit in de map van het programma en draai ‘manage.py inhoud’. Elk bestand is teruggelezen: het geeft "
        "precies de pagina die er nu staat."
    )
    regels = [begin, "", _("Bestanden: %(n)s") % {"n": aantal}]
    if niet:
        regels += ["", _("Niet meegekomen:"), *(f"- {zin}" for zin in niet)]
    return "\n".join(regels) + "\n"
