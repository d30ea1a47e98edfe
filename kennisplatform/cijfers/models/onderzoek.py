"""The research agenda: a question of the programme, who works on it, and what it hangs on. Content, each with its source."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.models import PreviewableMixin, RevisionMixin

from kennisplatform.basis.velden import RegelsField
from kennisplatform.cijfers.keuzes import Onderzoekstand
from kennisplatform.cijfers.models.indicator import CODE, Indicator
from kennisplatform.inhoudlader.rijrecord import MetBron


class Onderzoek(PreviewableMixin, RevisionMixin, MetBron, ClusterableModel):
    """One question or study: with what it is measured, about which interventions, in which neighbourhoods.

    Pages and neighbourhoods are named by their addresses: these files are read before either is there.
    """

    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="onderzoek")

    code = models.CharField(
        _("code"),
        max_length=80,
        unique=True,
        validators=[CODE],
        help_text=_("Kort, met streepjes. Verander hem niet meer."),
    )
    vraag = models.CharField(_("vraag"), max_length=200)
    waarom = models.TextField(_("waarom deze vraag?"), blank=True)
    stand = models.CharField(_("stand"), max_length=12, choices=Onderzoekstand.choices, default=Onderzoekstand.VRAAG)
    wie = models.CharField(_("wie onderzoekt het?"), max_length=200, blank=True)
    hoe = models.TextField(_("hoe?"), blank=True)
    let_op = models.TextField(_("let op"), blank=True)
    uitkomst = models.TextField(
        _("wat kwam eruit, of waarom stopte het?"),
        blank=True,
        default="",
        db_default="",
        help_text=_(
            "Bij een onderzoek dat afgerond of gestopt is. Het blijft op de agenda staan: ook wat stopte, leert iets."
        ),
    )
    indicatoren = ParentalManyToManyField(
        Indicator, verbose_name=_("gemeten met"), blank=True, related_name="onderzoeken"
    )
    paginas = RegelsField(_("over interventies en zorgpaden"), blank=True)
    buurten = RegelsField(_("in deze buurten"), blank=True)
    volgorde = models.PositiveSmallIntegerField(_("volgorde"), default=0)

    class Meta:
        verbose_name = _("onderzoek")
        verbose_name_plural = _("onderzoeken")
        ordering = ("volgorde", "code")

    def __str__(self) -> str:
        return self.vraag

    @property
    def voorbij(self) -> bool:
        return self.stand in (Onderzoekstand.KLAAR, Onderzoekstand.GESTOPT)

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        return "cijfers/onderzoek.html"

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        """As a reader would see the agenda, with this one only."""
        from kennisplatform.cijfers.onderzoeksagenda import punten  # noqa: PLC0415  it reads this model

        return super().get_preview_context(request, mode_name) | {"punten": punten([self])}
