"""Rules of the editors: when this happens to a page, somebody gets a mail. What they did is written down."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page, get_page_models

from kennisplatform.basis.collectie import soortkeuzes
from kennisplatform.basis.models import Begrip, Begripsoort
from kennisplatform.basis.rechten import ADMIN, ROLLEN

# Who gets into the admin: a letter leads to the form of a page there.
STAF: Final = tuple(rol.naam for rol in ROLLEN if set(ADMIN) <= set(rol.modellen))


def paginasoorten() -> list[tuple[str, Any]]:
    """Kinds of page with an owner and a check; the names that readers know them by."""
    namen = {getattr(model, "zoeksoort", "") for model in get_page_models()}
    return [(soort, naam) for soort, naam in soortkeuzes() if soort in namen]


def een_medewerker() -> Q:
    return Q(is_active=True, groups__name__in=STAF)


def een_rol() -> Q:
    return Q(name__in=STAF)


class Inhoudsregel(models.Model):
    """Off until somebody turns it on: first they see what it would have done."""

    class Soort(models.TextChoices):
        PUBLICATIE = "publicatie", _("Een pagina wordt voor het eerst gepubliceerd: mail iemand")
        CONTROLE = "controle", _("De controledatum is er: vraag de eigenaar")
        NIET_NAGEKEKEN = "niet-nagekeken", _("De controledatum is een tijd voorbij: mail iemand")

    naam = models.CharField(_("naam"), max_length=80, help_text=_("Staat in de mail, zodat de lezer weet waarom."))
    soort = models.CharField(_("wanneer"), max_length=16, choices=Soort.choices)
    paginasoort = models.CharField(
        _("welke soort pagina"), max_length=20, choices=paginasoorten, blank=True, help_text=_("Leeg: alle soorten.")
    )
    thema = models.ForeignKey(
        Begrip, verbose_name=_("met welk thema"), on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        limit_choices_to={"soort": Begripsoort.THEMA, "locale__language_code": "nl"},
        help_text=_("Leeg: alle thema’s."),
    )  # fmt: skip
    na_dagen = models.PositiveSmallIntegerField(
        _("na hoeveel dagen"), default=14, help_text=_("Alleen bij ‘een tijd voorbij’.")
    )
    aan = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("mail naar"), on_delete=models.SET_NULL, null=True, blank=True,
        related_name="+", limit_choices_to=een_medewerker,
    )  # fmt: skip
    aan_rol = models.ForeignKey(
        Group, verbose_name=_("of naar iedereen met deze rol"), on_delete=models.SET_NULL, null=True, blank=True,
        related_name="+", limit_choices_to=een_rol,
    )  # fmt: skip
    actief = models.BooleanField(
        _("staat aan"), default=False, help_text=_("Bewaar eerst, en kijk bij ‘Proberen’ wat zij gedaan zou hebben.")
    )
    vanaf = models.DateTimeField(_("geldt vanaf"), auto_now_add=True)

    panels = [
        FieldPanel("naam"),
        FieldPanel("soort"),
        FieldPanel("na_dagen"),
        FieldPanel("paginasoort"),
        FieldPanel("thema", widget=forms.Select),
        FieldPanel("aan", widget=forms.Select),
        FieldPanel("aan_rol"),
        FieldPanel("actief"),
    ]

    class Meta:
        verbose_name = _("regel")
        verbose_name_plural = _("regels")
        ordering = ["naam", "pk"]

    def __str__(self) -> str:
        return self.naam

    def clean(self) -> None:
        super().clean()
        if self.soort and self.soort != self.Soort.CONTROLE and not (self.aan_id or self.aan_rol_id):
            raise ValidationError({"aan": _("Kies wie de mail krijgt: iemand, of een rol.")})
        if self.soort == self.Soort.NIET_NAGEKEKEN and not self.na_dagen:
            raise ValidationError({"na_dagen": _("Kies ten minste één dag.")})


class Regelgang(models.Model):
    """It happened to this page, and was told: never twice. How many were told, not who."""

    regel = models.ForeignKey(Inhoudsregel, on_delete=models.CASCADE, related_name="gangen")
    kenmerk = models.CharField(max_length=80)
    pagina = models.ForeignKey(Page, on_delete=models.SET_NULL, null=True, related_name="+")
    titel = models.CharField(_("pagina"), max_length=255)
    gebeurd = models.DateTimeField(_("gebeurd"))
    op = models.DateTimeField(_("gedaan"), auto_now_add=True)
    mails = models.PositiveSmallIntegerField(_("mails"), default=0)

    class Meta:
        verbose_name = _("wat een regel deed")
        verbose_name_plural = _("wat regels deden")
        ordering = ["-op", "-pk"]
        constraints = [models.UniqueConstraint(fields=["regel", "kenmerk"], name="regel_een_keer_per_voorval")]

    def __str__(self) -> str:
        return self.titel
