"""Whom residents of a neighbourhood can call, for what. Public, and written by who leads the network."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from kennisplatform.deelnemers.models import Buurt

MAX_REGELS: Final = 12
SCHEIDING: Final = "|"


@dataclass(frozen=True)
class Belregel:
    waarvoor: str
    wie: str = ""
    telefoon: str = ""
    wanneer: str = ""

    @classmethod
    def uit(cls, tekst: str) -> Belregel:
        return cls(*[deel.strip() for deel in tekst.split(SCHEIDING)][:4])

    @property
    def nummer(self) -> str:
        """As a telephone dials it."""
        return "".join(teken for teken in self.telefoon if teken.isdigit() or teken == "+")


class Belkaart(models.Model):
    rechtsoort = "belkaart"
    persoonveld = ""

    buurt = models.OneToOneField(Buurt, on_delete=models.CASCADE, related_name="belkaart")
    regels = models.TextField(_("wie kunt u bellen"), blank=True, max_length=3000)
    postcodes = models.CharField(_("postcodes"), blank=True, max_length=200)  # four digits each, with spaces between
    nummer = models.PositiveIntegerField(default=1)
    op = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("belkaart")
        verbose_name_plural = _("belkaarten")

    def __str__(self) -> str:
        return str(self.buurt)

    @property
    def noemt_huisartsenpost(self) -> bool:
        """Of its own region; where it does not, the page says how anybody finds theirs."""
        return "huisartsenpost" in self.regels.lower()

    def lijst(self) -> list[Belregel]:
        return [Belregel.uit(regel) for regel in self.regels.splitlines() if regel.strip()]
