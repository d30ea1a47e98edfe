"""The menus beside the counted filters of the register's list: what a network is like, how quiet, and in which order."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.kiezer import Kiezer

KIEZERS: Final = (
    Kiezer(
        "stand",
        _("Netwerk"),
        {
            "": _("Alle"),
            "geen-kartrekker": _("Nog geen kartrekker"),
            "een-kartrekker": _("Eén kartrekker"),
            "volledig": _("Twee kartrekkers, vier leden of meer"),
        },
    ),
    Kiezer(
        "stil",
        _("Deed niets sinds"),
        {"": _("Maakt niet uit"), "1": _("een maand"), "3": _("drie maanden"), "6": _("een half jaar")},
    ),
    Kiezer("wacht", _("Wat wacht"), {"": _("Maakt niet uit"), "1": _("Er wacht iets op antwoord")}),
    Kiezer(
        "volgorde",
        _("Volgorde"),
        {
            "naam": _("Naam"),
            "gemeente": _("Gemeente"),
            "fase": _("Fase"),
            "leden": _("Minste leden eerst"),
            "stil": _("Langst stil eerst"),
            "wacht": _("Wat het meest wacht eerst"),
        },
    ),
)
