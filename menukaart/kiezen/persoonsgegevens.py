"""What choosing keeps about a person, for 'Mijn gegevens'."""

from __future__ import annotations

from typing import Any, Final

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from kennisplatform.deelnemers import gegevens
from kennisplatform.deelnemers.models import Gebruiker
from menukaart.kiezen.models import Keuzegebeurtenis, Keuzeopmerking, Stem


def _alles(wie: Gebruiker) -> list[dict[str, Any]]:
    uit = [
        {_t("wat"): s.get_wat_display(), _t("waarom"): s.waarom, _t("bij"): s.keuze.naam, _t("op"): s.op.isoformat()}
        for s in Stem.objects.filter(persoon=wie).select_related("keuze")
    ]
    uit += [
        {_t("wat"): _t("opmerking"), _t("tekst"): o.tekst, _t("bij"): o.keuze.naam, _t("op"): o.op.isoformat()}
        for o in Keuzeopmerking.objects.filter(door=wie).select_related("keuze")
    ]
    return uit + [
        {_t("wat"): g.get_wat_display(), _t("tekst"): g.tekst, _t("bij"): g.keuze.naam, _t("op"): g.op.isoformat()}
        for g in Keuzegebeurtenis.objects.filter(door=wie).select_related("keuze")
    ]


BRENGT: Final = [
    gegevens.Persoonsgegevens(
        "keuzes",
        _("Wat u op de keuzelijst van een netwerk deed"),
        _("Zodat uw netwerk weet wie iets voorstelde, en wie waarom voor of tegen was."),
        _("De keuze blijft bij het netwerk. Met uw account gaat uw naam eraf."),
        _alles,
        gegevens.niets,  # SET_NULL
    )
]
