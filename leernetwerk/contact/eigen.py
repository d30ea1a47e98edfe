"""What contact keeps about a person, for 'Mijn gegevens'."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from kennisplatform.deelnemers import gegevens
from kennisplatform.deelnemers.models import Gebruiker
from leernetwerk.contact.models import Regel


def registreer() -> None:
    gegevens.registreer(
        gegevens.Gegevensbron(
            "contact",
            _("Vragen en antwoorden tussen buurten"),
            _("Zodat u en de ander het gesprek kunnen teruglezen."),
            _("Een jaar na het afsluiten. Gaat uw account weg, dan gaan uw berichten mee."),
            _berichten,
            _vergeet,
        )
    )


def _berichten(wie: Gebruiker) -> list[dict[str, Any]]:
    rij = Regel.objects.filter(door=wie).select_related("verzoek__buurt", "verzoek__pagina")
    return [{_t("over"): r.verzoek.onderwerp, _t("op"): r.op.isoformat(), _t("tekst"): r.tekst} for r in rij]


def _vergeet(wie: Gebruiker) -> None:
    """A letter is not a publication: what somebody wrote to one other person goes with them."""
    Regel.objects.filter(door=wie).delete()
