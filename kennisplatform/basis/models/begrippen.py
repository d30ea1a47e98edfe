"""Terms: one table, a kind per row, so that a page fetches all its terms in one query."""

from __future__ import annotations

import uuid

from django.core.cache import cache
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin
from wagtail.search import index

WOORDENBOEK_S = 60  # another process sees a renamed term within this time


class Begripsoort(models.TextChoices):
    THEMA = "thema", _("Thema")
    ONDERWERP = "onderwerp", _("Onderwerp")
    DOELGROEP = "doelgroep", _("Doelgroep")
    LEEFTIJD = "leeftijd", _("Leeftijd")
    SETTING = "setting", _("Setting")
    PREVENTIEVORM = "preventievorm", _("Vorm van preventie")
    ZORGDOMEIN = "zorgdomein", _("Zorgdomein")
    IZA_DOEL = "iza_doel", _("IZA-doel")
    DIMENSIE = "dimensie", _("Positieve Gezondheid")
    UITDAGING = "uitdaging", _("Uitdaging")


class Begrip(index.Indexed, TranslatableMixin, models.Model):
    soort = models.CharField(_("soort"), max_length=20, choices=Begripsoort.choices)
    code = models.SlugField(_("code"), max_length=60, help_text=_("Staat in adressen van filters. Verander hem liever niet."))
    label = models.CharField(_("naam"), max_length=120, help_text=_("Zoals de lezer het ziet."))
    definitie = models.TextField(_("betekenis"), blank=True, help_text=_("In één of twee zinnen: wat hoort er wel en niet bij?"))
    bron = models.CharField(_("bron"), max_length=200, blank=True)
    volgorde = models.PositiveSmallIntegerField(_("volgorde"), default=0)

    panels = [FieldPanel(naam) for naam in ("soort", "label", "definitie", "code", "bron", "volgorde")]
    search_fields = [
        index.SearchField("label"),
        index.AutocompleteField("label"),
        index.FilterField("soort"),
        index.FilterField("locale_id"),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("begrip")
        verbose_name_plural = _("begrippen")
        ordering = ["soort", "volgorde", "label"]
        unique_together = [("translation_key", "locale"), ("soort", "code", "locale")]

    def __str__(self) -> str:
        return self.label


def woordenboek(taal: str | None = None) -> dict[tuple[str, str], Begrip]:
    """(kind, code) → term in the reader's language, Dutch where it is not translated yet. Cached: no query a page."""
    taal = taal or get_language() or "nl"
    sleutel = f"begrippen:{taal}"
    boek = cache.get(sleutel)
    if boek is None:
        boek = {}
        for code in dict.fromkeys(("nl", taal)):
            boek |= {(b.soort, b.code): b for b in Begrip.objects.filter(locale__language_code=code)}
        cache.set(sleutel, boek, WOORDENBOEK_S)
    return boek


def vergeet_woordenboek(talen: list[str]) -> None:
    cache.delete_many([f"begrippen:{taal}" for taal in talen])


def nieuwe_sleutel(soort: str, code: str) -> uuid.UUID:
    """The same translation key for the same term on every machine: content files have no primary keys."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"begrip/{soort}/{code}")
