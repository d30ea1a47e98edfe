"""Active elements that several interventions have in common: what must stay when one is adapted."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.search import index

from kennisplatform.inhoudlader.rijrecord import MetBron


class Element(index.Indexed, MetBron, ClusterableModel):
    """The editors put lines of descriptions together under one name; each line keeps its own source on its own page."""

    code = models.SlugField(_("code"), max_length=60, unique=True, help_text=_("Staat in het adres."))
    naam = models.CharField(_("naam"), max_length=80)
    uitleg = models.TextField(_("wat is het?"), help_text=_("In twee of drie zinnen."))
    aanpassen = models.TextField(_("als u aanpast"), help_text=_("Wat mag anders, en wanneer is het weg?"))

    panels: ClassVar[list[Any]] = [
        FieldPanel("naam"),
        FieldPanel("uitleg"),
        FieldPanel("aanpassen"),
        InlinePanel("regels", label=_("interventie"), heading=_("Staat in deze interventies")),
        FieldPanel("code"),
        MetBron.bronpaneel,
    ]
    search_fields: ClassVar[list[Any]] = [
        index.SearchField("naam"),
        index.AutocompleteField("naam"),
        index.SearchField("uitleg"),
    ]

    class Meta:
        verbose_name = _("werkzaam element")
        verbose_name_plural = _("werkzame elementen")
        ordering = ("naam", "code")

    def __str__(self) -> str:
        return self.naam

    def get_absolute_url(self) -> str:
        return reverse("element", args=[self.code])


class Elementregel(models.Model):
    """The line of one intervention's description that says this element."""

    element = ParentalKey(Element, on_delete=models.CASCADE, related_name="regels")
    # By its name in the address: files with elements are read before there are pages.
    interventie = models.SlugField(_("interventie"), max_length=120, help_text=_("Het laatste deel van haar adres."))
    regel = models.CharField(_("zo staat het daar"), max_length=200)

    panels: ClassVar[list[Any]] = [FieldPanel("interventie"), FieldPanel("regel")]

    class Meta:
        verbose_name = _("regel van een werkzaam element")
        verbose_name_plural = _("regels van werkzame elementen")
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.regel
