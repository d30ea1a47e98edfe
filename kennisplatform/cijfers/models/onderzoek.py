"""The research agenda: a question of the programme, who works on it, and what it hangs on. Content, each with its source."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel

from kennisplatform.basis.velden import RegelsField
from kennisplatform.cijfers.keuzes import Onderzoekstand
from kennisplatform.cijfers.models.indicator import CODE, Indicator
from kennisplatform.inhoudlader.rijrecord import MetBron


class Onderzoek(MetBron, ClusterableModel):
    """One question or study: with what it is measured, about which interventions, in which neighbourhoods.

    Pages and neighbourhoods are named by their addresses: these files are read before either is there.
    """

    code = models.CharField(_("code"), max_length=80, unique=True, validators=[CODE])
    vraag = models.CharField(_("vraag"), max_length=200)
    waarom = models.TextField(_("waarom deze vraag?"), blank=True)
    stand = models.CharField(_("stand"), max_length=12, choices=Onderzoekstand.choices, default=Onderzoekstand.VRAAG)
    wie = models.CharField(_("wie onderzoekt het?"), max_length=200, blank=True)
    hoe = models.TextField(_("hoe?"), blank=True)
    let_op = models.TextField(_("let op"), blank=True)
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
