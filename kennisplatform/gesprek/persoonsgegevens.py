"""What the conversation keeps about a person, for 'Mijn gegevens'."""

from __future__ import annotations

from typing import Any, Final

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from kennisplatform.deelnemers import gegevens
from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.gesprek.models import Bijdrage, Signaal
from kennisplatform.tekening.journaal import veranderd


def _bijdragen(wie: Gebruiker) -> list[dict[str, Any]]:
    return [
        {
            _t("soort"): b.get_soort_display(),
            _t("bij"): b.pagina.title,
            _t("vraag"): b.kop,
            _t("tekst"): b.tekst,
            _t("aanvulling"): b.aanvulling,
            _t("wie mag het lezen"): b.get_zichtbaarheid_display(),
            _t("geplaatst"): b.gemaakt.isoformat(),
            _t("verborgen"): b.reden if b.verborgen else "",
        }
        for b in Bijdrage.objects.filter(door=wie).select_related("pagina")
    ]


def _vergeet(wie: Gebruiker) -> None:
    """The row lets go of the name by itself, without a word; kept pages still show it."""
    paginas = set(Bijdrage.objects.filter(door=wie).values_list("pagina_id", flat=True))
    if paginas:
        veranderd("gesprekken", *(f"gesprek:{pk}" for pk in paginas), hard=True)


def _signalen(wie: Gebruiker) -> list[dict[str, Any]]:
    return [
        {_t("waarom"): s.get_waarom_display(), _t("toelichting"): s.toelichting, _t("op"): s.gemaakt.isoformat()}
        for s in Signaal.objects.filter(door=wie)
    ]


BRENGT: Final = [
    gegevens.Persoonsgegevens(
        "bijdragen",
        _("Vragen, antwoorden en opmerkingen van u"),
        _("Zodat buurten van elkaar leren, en lezers weten wie iets zegt."),
        _("De tekst blijft, want anderen antwoordden erop. Uw naam gaat eraf als uw account weggaat."),
        _bijdragen,
        _vergeet,
    ),
    gegevens.Persoonsgegevens(
        "misstanden",
        _("Berichten die u bij de redactie meldde"),
        _("Zodat de redactie kan kijken of een bericht mag blijven staan."),
        _("Twee jaar. Uw naam gaat eraf als uw account weggaat."),
        _signalen,
        gegevens.niets,  # SET_NULL
    ),
]
