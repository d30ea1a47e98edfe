"""Terms: one table, a kind per row, so that a page fetches all its terms in one query."""

from __future__ import annotations

import time
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin
from wagtail.search import index

from kennisplatform.basis.begripformulier import Begripformulier
from kennisplatform.tekening.journaal import Houdbaarheid, journaal
from kennisplatform.tekening.notitie import Notitie, neem_over, noteer

WOORDENBOEK_S = 15  # where nobody can tell what changed, a renamed term is seen within this time


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
    SITUATIE = "situatie", _("Wat is er aan de hand?")


class Begrip(index.Indexed, TranslatableMixin, models.Model):
    soort = models.CharField(_("soort"), max_length=20, choices=Begripsoort.choices)
    code = models.SlugField(
        _("code"), max_length=60, help_text=_("Staat in adressen van filters. Verander hem liever niet.")
    )
    label = models.CharField(_("naam"), max_length=120, help_text=_("Zoals de lezer het ziet."))
    definitie = models.TextField(
        _("betekenis"), blank=True, help_text=_("In één of twee zinnen: wat hoort er wel en niet bij?")
    )
    bron = models.CharField(_("bron"), max_length=200, blank=True)
    volgorde = models.PositiveSmallIntegerField(_("volgorde"), default=0)
    vervallen = models.BooleanField(_("niet meer te kiezen"), default=False, db_default=False, editable=False)

    base_form_class = Begripformulier
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


class Oudecode(models.Model):
    """A term went into another: its code stands in addresses and content files that nobody here can change."""

    soort = models.CharField(max_length=20, choices=Begripsoort.choices)
    code = models.SlugField(max_length=60)
    begrip = models.ForeignKey(Begrip, on_delete=models.CASCADE, related_name="oude_codes")
    op = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("oude code van een begrip")
        verbose_name_plural = _("oude codes van begrippen")
        constraints = [models.UniqueConstraint(fields=["soort", "code"], name="een_begrip_per_oude_code")]

    def __str__(self) -> str:
        return f"{self.soort}:{self.code}"


@dataclass(frozen=True, eq=False)
class Woordenboek:
    """All terms in one language, Dutch where a term is not translated yet. Read anew it is another one."""

    op_code: Mapping[tuple[str, str], Begrip]  # (kind, code)
    codes: Mapping[int, tuple[str, str]]  # primary key in any language → (kind, code)
    oud: Mapping[tuple[str, str], str]  # (kind, code of what went into another) → the code it has now
    vervallen: frozenset[tuple[str, str]]  # shown where they stand, offered nowhere

    def kiesbaar(self, soort: str) -> list[Begrip]:
        return [b for sleutel, b in self.op_code.items() if sleutel[0] == soort and sleutel not in self.vervallen]

    @cached_property
    def labels(self) -> dict[str, dict[str, str]]:
        """kind → code → words."""
        per_soort: dict[str, dict[str, str]] = {}
        for (soort, code), begrip in self.op_code.items():
            per_soort.setdefault(soort, {})[code] = begrip.label
        return per_soort

    def op_pk(self, pk: int) -> Begrip | None:
        return self.op_code.get(self.codes.get(pk, ("", "")))


_boeken: dict[str, tuple[float, int, Notitie, Woordenboek]] = {}  # language → read when, at which line, from what


def woordenboek(taal: str | None = None) -> Woordenboek:
    """Kept in the process: a page asks for it dozens of times, and terms change once a month."""
    taal = taal or get_language() or "nl"
    bewaard = _boeken.get(taal)
    if bewaard is None or not _geldt_nog(*bewaard[:3]):
        stand = journaal().stand
        with noteer() as notitie:
            boek = _lees(taal)
        bewaard = _boeken[taal] = (time.monotonic(), stand, notitie, boek)
    neem_over(frozenset(bewaard[2].dingen), bewaard[2].tot)
    return bewaard[3]


def _geldt_nog(gemaakt: float, stand: int, notitie: Notitie) -> bool:
    boek = journaal()
    if not boek.werkt or stand < 0:
        return time.monotonic() - gemaakt < WOORDENBOEK_S
    return boek.oordeel(notitie.dingen, stand, notitie.tot) is Houdbaarheid.WAAR


def _lees(taal: str) -> Woordenboek:
    begrippen = list(Begrip.objects.filter(locale__language_code__in=("nl", taal)).select_related("locale"))
    begrippen.sort(key=lambda begrip: begrip.locale.language_code == taal)  # the reader's language last: it wins
    oud = Oudecode.objects.values_list("soort", "code", "begrip__code")
    return Woordenboek(
        op_code={(b.soort, b.code): b for b in begrippen},
        codes={b.pk: (b.soort, b.code) for b in begrippen},
        oud={(soort, code): nu for soort, code, nu in oud},
        vervallen=frozenset((b.soort, b.code) for b in begrippen if b.vervallen),
    )


def nederlandse_op_code() -> dict[tuple[str, str], Begrip]:
    """(kind, code) → the Dutch term, also under the codes of what went into it: for content files, which name codes."""
    nu = {(b.soort, b.code): b for b in Begrip.objects.filter(locale__language_code="nl")}
    oud = Oudecode.objects.values_list("soort", "code", "begrip__code")
    return {(soort, code): nu[soort, naar] for soort, code, naar in oud if (soort, naar) in nu} | nu


def vergeet_woordenboek() -> None:
    _boeken.clear()


def nieuwe_sleutel(soort: str, code: str) -> uuid.UUID:
    """The same translation key for the same term on every machine: content files have no primary keys."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"begrip/{soort}/{code}")
