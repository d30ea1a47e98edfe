"""Urgency as boxes: one a level, the most urgent first, each saying whom to call. Empty ones are not there."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamValue
from wagtail.fields import StreamField
from wagtail.snippets.blocks import SnippetChooserBlock

from kennisplatform.basis.invullen import vul
from kennisplatform.feiten.keuzes import Niveau
from kennisplatform.feiten.models import Alarmzin
from kennisplatform.tekening.stukken import onthoud

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

MAAT: Final = 500  # bytes of a sentence with its translations, about
KOPPEN: Final = {
    Niveau.NU: _("Bel 112"),
    Niveau.METEEN: _("Bel meteen, dag en nacht"),
    Niveau.VANDAAG: _("Bel vandaag"),
    Niveau.AFSPRAAK: _("Maak een afspraak"),
}
KOPPEN_BEROEP: Final = {
    Niveau.NU: _("Bel 112"),
    Niveau.METEEN: _("Meteen overleg, dag en nacht"),
    Niveau.VANDAAG: _("Overleg vandaag"),
    Niveau.AFSPRAAK: _("Plan overleg"),
}
CODES: Final = {
    Niveau.NU: "bel112",
    Niveau.METEEN: "meteen",
    Niveau.VANDAAG: "vandaag",
    Niveau.AFSPRAAK: "afspraak",
}


@dataclass(frozen=True)
class Spoedregel:
    tekst: str
    taal: str  # of this sentence: not every one is translated


@dataclass(frozen=True)
class Wiebellen:
    """Whom to call, and for what."""

    wie: str
    regels: list[Spoedregel]


@dataclass(frozen=True)
class Spoedvak:
    code: str
    kop: StrOrPromise
    wie: list[Wiebellen]
    huisarts: bool = False  # the GP is among them, who may be closed


class Alarmkeuze(SnippetChooserBlock):
    """From what is kept until a sentence changes: a form with two such fields fetched the same ones twice."""

    def bulk_to_python(self, values: Iterable[int | None]) -> list[Alarmzin | None]:
        bekend = op_pk(pk for pk in values if pk is not None)
        return [copy.copy(bekend.get(pk)) if pk is not None else None for pk in values]

    def deconstruct(self) -> tuple[str, Any, Any]:
        """How it is read is no part of how it is kept: no migration names it."""
        _naam, args, kwargs = super().deconstruct()
        return "wagtail.snippets.blocks.SnippetChooserBlock", args, kwargs


def alarmveld(naam: StrOrPromise) -> StreamField:
    """The field of a page that picks from the table. Wagtail keeps which page uses which sentence."""
    return StreamField(
        [("alarm", Alarmkeuze("feiten.Alarmzin", label=_("Alarmzin")))],
        blank=True,
        verbose_name=naam,
        help_text=_(
            "Kies uit de tabel. Hoe dringend en wie te bellen, staat daar. Staat uw zin er niet bij? Laat de eindredactie hem toevoegen."
        ),
    )


def gekozen_pks(stroom: StreamValue) -> list[int]:
    """Which sentences a page picked, in its order, without fetching them."""
    return [int(deel["value"]) for deel in stroom.raw_data if deel["value"]]


def op_pk(pks: Iterable[int]) -> dict[int, Alarmzin]:
    """These sentences with their translations; kept until anything is published or any sentence changes."""
    nodig = sorted(set(pks))
    if not nodig:
        return {}

    def lees() -> dict[int, Alarmzin]:
        return {zin.pk: zin for zin in Alarmzin.objects.filter(pk__in=nodig).prefetch_related("vertalingen")}

    return onthoud(f"alarmzinnen:{'-'.join(map(str, nodig))}", lees, MAAT * len(nodig))


def vakken(zinnen: Iterable[Alarmzin], taal: str = settings.LANGUAGE_CODE) -> list[Spoedvak]:
    """For residents, in their language as far as the sentences are translated."""
    zinnen = list(zinnen)
    eerst = _huisarts_het_eerst(zinnen)
    return [
        Spoedvak(CODES[niveau], KOPPEN[niveau], groepen, niveau == eerst)
        for niveau in Niveau
        if (van := [zin for zin in zinnen if zin.niveau == niveau])
        and (groepen := _per_wie((_wie(zin), _in_taal(zin, taal)) for zin in van))
    ]


def vakken_beroep(zinnen: Iterable[Alarmzin]) -> list[Spoedvak]:
    """For professionals: the same levels, in their words."""
    zinnen = list(zinnen)
    return [
        Spoedvak(
            CODES[niveau],
            KOPPEN_BEROEP[niveau],
            _per_wie((_wie_beroep(zin), Spoedregel(vul(zin.tekst_beroep or zin.tekst), "nl")) for zin in van),
        )
        for niveau in Niveau
        if (van := [zin for zin in zinnen if zin.niveau == niveau])
    ]


def _huisarts_het_eerst(zinnen: list[Alarmzin]) -> Niveau | None:
    """The first box that sends people to their GP, who may be closed: it says what to do then, once a page."""
    dringend = (Niveau.METEEN, Niveau.VANDAAG)
    van = {zin.niveau for zin in zinnen if "huisarts" in _wie(zin).lower()}
    return next((niveau for niveau in dringend if niveau in van), None)


def _wie(zin: Alarmzin) -> str:
    if zin.niveau == Niveau.NU:
        return ""
    return vul(zin.wie) or gettext("Uw huisarts")


def _wie_beroep(zin: Alarmzin) -> str:
    if zin.niveau == Niveau.NU:
        return ""
    return vul(zin.wie_beroep) or gettext("Huisarts of huisartsenpost")


def _in_taal(zin: Alarmzin, taal: str) -> Spoedregel:
    vertaald = {v.taal: v.tekst for v in zin.vertalingen.all()} if taal != settings.LANGUAGE_CODE else {}
    return Spoedregel(vul(vertaald[taal]), taal) if taal in vertaald else Spoedregel(vul(zin.tekst), "nl")


def _per_wie(regels: Iterable[tuple[str, Spoedregel]]) -> list[Wiebellen]:
    """In the editor's order; who comes first stands first."""
    groepen: dict[str, list[Spoedregel]] = {}
    for wie, regel in regels:
        groepen.setdefault(wie, []).append(regel)
    return [Wiebellen(re.sub(r"^\w", lambda m: m[0].upper(), wie), rijen) for wie, rijen in groepen.items()]
