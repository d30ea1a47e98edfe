"""The reports: which pages each lists, why, and what stands in its columns. One query each, whatever the size."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.db.models import CharField as Tekstveld
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Sum
from django.db.models.functions import Cast, Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, ReferenceIndex

from kennisplatform.basis.leesniveau import MAKKELIJK
from kennisplatform.redactie.models import Buitenlink, Linkplek

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

HALF_JAAR: Final = dt.timedelta(days=183)
STIL_NA: Final = dt.timedelta(days=90)
VIER_WEKEN: Final = dt.timedelta(days=28)
NEDERLANDS: Final = "nl"
Kies = Callable[[QuerySet[Page], str], QuerySet[Page]]  # pages and the language that was asked, '' for any


@dataclass(frozen=True)
class Kolom:
    naam: str  # where it is read from a row
    kop: StrOrPromise
    sorteer: str = ""


@dataclass(frozen=True)
class Rapportsoort:
    code: str
    titel: StrOrPromise
    uitleg: StrOrPromise
    kies: Kies
    kolommen: Sequence[Kolom] = ()
    volgorde: str | tuple[str, ...] = "title"
    taalkeuze: bool = False  # one language at a time


def _vandaag() -> dt.date:
    return timezone.localdate()


def controle_voorbij(paginas: QuerySet[Page], taal: str) -> QuerySet[Page]:
    return paginas.filter(live=True, redactiestand__volgende_controle__lte=_vandaag())


def erkenning_loopt_af(paginas: QuerySet[Page], taal: str) -> QuerySet[Page]:
    return paginas.filter(live=True, redactiestand__erkenning_tot__lte=_vandaag() + HALF_JAAR)


def geld_voorbij(paginas: QuerySet[Page], taal: str) -> QuerySet[Page]:
    return paginas.filter(live=True, redactiestand__geld_tot__lt=_vandaag())


def dode_links(paginas: QuerySet[Page], taal: str) -> QuerySet[Page]:
    dood = Linkplek.objects.filter(pagina=OuterRef("pk"), link__stand=Buitenlink.Stand.DOOD)
    eerste = dood.order_by("pk")
    return (
        paginas.filter(live=True)
        .filter(Exists(dood))
        .annotate(
            dode_link=eerste.values("link__adres")[:1],
            dode_uitkomst=eerste.values("link__uitkomst")[:1],
            dode_plek=eerste.values("waar")[:1],
        )
    )


def zonder_beeld(paginas: QuerySet[Page], taal: str) -> QuerySet[Page]:
    return paginas.filter(live=True, redactiestand__heeft_beeld=False, redactiestand__woorden__gt=0)


def leest_moeilijk(paginas: QuerySet[Page], taal: str) -> QuerySet[Page]:
    return paginas.filter(live=True, redactiestand__leesniveau__gt=MAKKELIJK)


def niet_vertaald(paginas: QuerySet[Page], taal: str) -> QuerySet[Page]:
    """Dutch pages without a public one in that language, and those whose translation is older."""
    taal = taal or "en"
    daar = Page.objects.filter(translation_key=OuterRef("translation_key"), locale__language_code=taal)
    bij = daar.filter(live=True, last_published_at__gte=OuterRef("last_published_at"))
    bij |= daar.filter(live=True).filter(Q(last_published_at=None))
    paginas = paginas.filter(live=True, locale__language_code=NEDERLANDS)
    return paginas.exclude(Exists(bij)).annotate(vertaald=Exists(daar.filter(live=True)), bestaat=Exists(daar))


def wezen(paginas: QuerySet[Page], taal: str) -> QuerySet[Page]:
    """No other page and no record points at it; it is found by lists and search only."""
    naar = ReferenceIndex.objects.filter(
        to_content_type=ReferenceIndex._get_base_content_type(Page),
        to_object_id=Cast(OuterRef("pk"), Tekstveld()),
    ).exclude(object_id=Cast(OuterRef("pk"), Tekstveld()), base_content_type=F("to_content_type"))
    return paginas.filter(live=True, redactiestand__woorden__gt=0).exclude(Exists(naar))


def bezocht(paginas: QuerySet[Page], taal: str) -> QuerySet[Page]:
    """Most opened first, in the last four weeks, with the four weeks before beside it."""
    vier, acht = _vandaag() - VIER_WEKEN, _vandaag() - 2 * VIER_WEKEN
    nu, eerder = Q(bezoekdagen__dag__gt=vier), Q(bezoekdagen__dag__gt=acht, bezoekdagen__dag__lte=vier)
    return paginas.filter(live=True, bezoekdagen__dag__gt=acht).annotate(
        bezoek=Coalesce(Sum("bezoekdagen__aantal", filter=nu), 0),
        bezoek_eerder=Coalesce(Sum("bezoekdagen__aantal", filter=eerder), 0),
    )


def stille_eigenaar(paginas: QuerySet[Page], taal: str) -> QuerySet[Page]:
    weg = timezone.now() - STIL_NA
    stil = Q(owner=None) | Q(owner__is_active=False) | Q(owner__last_login=None) | Q(owner__last_login__lt=weg)
    return paginas.filter(stil, live=True, redactiestand__woorden__gt=0)


RAPPORTEN: Final = {
    soort.code: soort
    for soort in (
        Rapportsoort(
            "controle", _("Controle voorbij"), _("De datum van ‘volgende controle’ is geweest."), controle_voorbij,
            (Kolom("redactiestand.volgende_controle", _("Volgende controle"), "redactiestand__volgende_controle"),),
            "redactiestand__volgende_controle",
        ),
        Rapportsoort(
            "erkenning", _("Erkenning loopt af"), _("Verlopen, of binnen een half jaar."), erkenning_loopt_af,
            (Kolom("redactiestand.erkenning_tot", _("Erkend tot"), "redactiestand__erkenning_tot"),),
            "redactiestand__erkenning_tot",
        ),
        Rapportsoort(
            "geld", _("Geldregel voorbij"), _("De einddatum van een regel over geld is geweest."), geld_voorbij,
            (Kolom("redactiestand.geld_tot", _("Gold tot en met"), "redactiestand__geld_tot"),),
            "redactiestand__geld_tot",
        ),
        Rapportsoort(
            "links", _("Dode links"),
            _("Een link naar een andere website werkte meer dan twee nachten niet. Wij proberen elke link eens per week."),
            dode_links,
            (Kolom("dode_link", _("Link")), Kolom("dode_uitkomst", _("Antwoord")), Kolom("dode_plek", _("Waar"))),
        ),
        Rapportsoort(
            "beeld", _("Zonder afbeelding"), _("Er staat geen foto of tekening op de pagina."), zonder_beeld,
            (Kolom("redactiestand.woorden", _("Woorden"), "redactiestand__woorden"),),
        ),
        Rapportsoort(
            "leesniveau", _("Leest moeilijk"), _("Het leesniveau (LIX) is hoger dan 35."), leest_moeilijk,
            (
                Kolom("redactiestand.leesniveau", _("Leesniveau"), "redactiestand__leesniveau"),
                Kolom("redactiestand.lange_zinnen", _("Lange zinnen"), "redactiestand__lange_zinnen"),
                Kolom("redactiestand.lijdend", _("Lijdend"), "redactiestand__lijdend"),
            ),
            "-redactiestand__leesniveau",
        ),
        Rapportsoort(
            "vertalen", _("Niet vertaald of achter"),
            _("Er is geen openbare vertaling, of de Nederlandse pagina is daarna gewijzigd."), niet_vertaald,
            (
                Kolom("vertaalstand", _("Vertaling"), "vertaald"),
                Kolom("last_published_at", _("Gepubliceerd"), "last_published_at"),
            ),
            ("-vertaald", "-bestaat", "title"),  # what a reader gets wrong comes before what a reader does not get
            taalkeuze=True,
        ),
        Rapportsoort(
            "wezen", _("Nergens naar gelinkt"), _("Geen andere pagina verwijst hiernaar."), wezen,
        ),
        Rapportsoort(
            "bezoek", _("Hoe vaak gelezen"),
            _("Hoe vaak een pagina openging, in vier weken. Geteld per pagina en dag, zonder iets over wie dat deed."),
            bezocht,
            (
                Kolom("bezoek", _("Laatste 4 weken"), "bezoek"),
                Kolom("bezoek_eerder", _("4 weken ervoor"), "bezoek_eerder"),
            ),
            ("-bezoek", "title"),
        ),
        Rapportsoort(
            "eigenaar", _("Eigenaar is stil"),
            _("De eigenaar meldde zich 90 dagen niet aan, of de pagina heeft geen eigenaar."), stille_eigenaar,
            (Kolom("eigenaar", _("Eigenaar"), "owner__email"), Kolom("owner.last_login", _("Laatst aangemeld"))),
        ),
    )
}  # fmt: skip  # one report a paragraph
