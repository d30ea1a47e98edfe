"""Groups of fields in the admin's page form that several types of page share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import CommentPanel, FieldPanel, FieldRowPanel, MultiFieldPanel, PublishingPanel

from kennisplatform.basis.formulieren import begrippenvelden

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise
    from wagtail.admin.panels import Panel

BEWIJSVELDEN = ("bewijs_niveau", "bewijs_datum", "bewijs_commissie", "bewijs_oordeel", "bewijs_bron_url")
INZETVELDEN = ("inzetregels", "kostenklasse", "geldregels")


def groep(kop: StrOrPromise, *velden: str) -> MultiFieldPanel:
    return MultiFieldPanel([FieldPanel(veld) for veld in velden], heading=kop)


def bewijspaneel(*erbij: str) -> MultiFieldPanel:
    """Of a page with `MetBewijs`; `erbij`: fields of its own that belong with it."""
    return groep(_("Bewijs"), *BEWIJSVELDEN, *erbij)


def inzetpaneel(kop: StrOrPromise) -> MultiFieldPanel:
    """Of a page with `MetInzet`."""
    return groep(kop, *INZETVELDEN)


def indelingpanelen(begripsoorten: tuple[str, ...]) -> list[Panel]:
    """Where it belongs, and when it was looked at; and what has no place of its own on the form: a day to publish, remarks."""
    return [
        MultiFieldPanel(begrippenvelden(begripsoorten), heading=_("Waar hoort het bij?")),
        FieldRowPanel([FieldPanel("gecontroleerd_op"), FieldPanel("volgende_controle")]),
        FieldPanel("voorbeeld"),
        PublishingPanel(),
        CommentPanel(),
    ]
