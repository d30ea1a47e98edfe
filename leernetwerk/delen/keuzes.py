"""Words of sharing an example. A leaf: imports nothing of ours."""

from collections.abc import Iterable

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Stand(TextChoices):
    """Where an example stands on its way to the podium."""

    CONCEPT = "concept", _("Concept")
    INGEDIEND = "ingediend", _("Bij de eindredactie")
    AANVULLEN = "aanvullen", _("De redactie vraagt iets")
    GEPLAATST = "geplaatst", _("Geplaatst")
    AFGEWEZEN = "afgewezen", _("Niet geplaatst")
    INGETROKKEN = "ingetrokken", _("Ingetrokken")


# Who writes at it now; in the other states it is read only.
OPEN = frozenset({Stand.CONCEPT, Stand.AANVULLEN})
AFGELOPEN = frozenset({Stand.GEPLAATST, Stand.AFGEWEZEN, Stand.INGETROKKEN})
# How a state is shown: what is done, and what somebody waits for.
TONEN = {Stand.GEPLAATST: "goed", Stand.AANVULLEN: "wacht", Stand.INGEDIEND: "wacht"}


class Vervolgstand(TextChoices):
    """'Loopt het nog?', asked after 6 and 12 months and every year."""

    BEZIG = "bezig", _("Ja, we zijn nog bezig")
    AANGEPAST = "aangepast", _("Ja, maar we doen het anders")
    GESTOPT = "gestopt", _("Nee, we zijn gestopt")


class Reden(TextChoices):
    """Why a neighbourhood changed it or stopped. Short, so that reasons can be counted over neighbourhoods."""

    BEGELEIDER = "geen-begeleider", _("geen begeleider")
    TIJD = "geen-tijd", _("te weinig tijd")
    GELD = "geen-geld", _("geld op of niet rond")
    DEELNEMERS = "geen-deelnemers", _("te weinig deelnemers")
    RUIMTE = "geen-ruimte", _("geen geschikte ruimte")
    SAMENWERKING = "samenwerking", _("samenwerking lukte niet")
    WERKTE_NIET = "werkte-niet", _("het hielp te weinig")
    AFGEROND = "doel-bereikt", _("doel bereikt")
    ANDERS = "anders", _("iets anders")


def redenlabels(codes: Iterable[str]) -> list[str]:
    """In words; a code that is no longer in the list is left out."""
    namen = dict(Reden.choices)
    return [str(namen[code]) for code in codes if code in namen]
