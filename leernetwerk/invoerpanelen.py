"""The admin's form of an example."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    CommentPanel,
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
)
from wagtail.models import Page

from kennisplatform.basis.formulieren import begrippenvelden, titelveld
from kennisplatform.basis.paneel import AanbouwPaneel

VERHAAL = (
    "aanleiding", "aanpak", "wat_werkte", "wat_niet_werkte", "resultaten", "inzetregels", "uren", "urenklasse",
    "kosten", "kostenklasse", "mensen", "advies", "contact_rol",
)  # fmt: skip  # a list of words


def voorbeeldpanelen(begripsoorten: tuple[str, ...]) -> TabbedInterface:
    verhaal = [
        AanbouwPaneel(),
        titelveld(),
        FieldPanel("samenvatting"),
        FieldPanel("zichtbaarheid"),
        MultiFieldPanel(
            [
                FieldPanel("plaats"),
                FieldPanel("buurt"),
                FieldPanel("provincie"),
                FieldRowPanel([FieldPanel("periode"), FieldPanel("datum")]),
                FieldRowPanel([FieldPanel("staat"), FieldPanel("uitkomst"), FieldPanel("uitkomst_grond")]),
            ],
            heading=_("Waar en wanneer"),
        ),
        HelpPanel(_("Schrijf geen namen of gegevens van bewoners of patiënten op.")),
        *(FieldPanel(veld) for veld in VERHAAL),
        InlinePanel(
            "toepassingen", heading=_("Gebruikt: interventies en zorgpaden"), label=_("Interventie of zorgpad")
        ),
        FieldPanel("documenten"),
        FieldPanel("bronnen"),
        FieldPanel("gerelateerd"),
    ]
    indeling = [
        MultiFieldPanel(begrippenvelden(begripsoorten), heading=_("Waar hoort het bij?")),
        FieldPanel("volgende_controle"),
        FieldPanel("voorbeeld"),
        PublishingPanel(),
        CommentPanel(),
    ]
    return TabbedInterface(
        [
            ObjectList(verhaal, heading=_("Verhaal")),
            ObjectList(indeling, heading=_("Indeling en controle")),
            ObjectList(Page.promote_panels, heading=_("Adres en menu")),
        ]
    )
