"""Words of the buurtbeeld and the buurtplan. A leaf: imports nothing of ours."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Inzichtbron(TextChoices):
    """Who said it. Never a name: what counts is what was said, and how many said so."""

    BEWONERS = "bewoners", _("Bewoners")
    MANTELZORGERS = "mantelzorgers", _("Mantelzorgers en familie")
    PROFESSIONALS = "professionals", _("Professionals")
    VRIJWILLIGERS = "vrijwilligers", _("Vrijwilligers en verenigingen")


class Regiostand(TextChoices):
    """Does a challenge of the region hold in this neighbourhood?"""

    GELDT = "geldt", _("Geldt hier ook")
    GELDT_NIET = "geldt-niet", _("Geldt hier niet")
    ONBEKEND = "onbekend", _("Weten wij nog niet")


class Uitvoerstand(TextChoices):
    """How far an activity is."""

    GEPLAND = "gepland", _("Gepland")
    LOOPT = "loopt", _("Loopt")
    KLAAR = "klaar", _("Klaar")
    GESTOPT = "gestopt", _("Gestopt")


class Activiteitherkomst(TextChoices):
    """Where an activity of a plan came from."""

    STANDAARD = "standaard", _("Standaardprogramma")
    MENUKAART = "menukaart", _("Menukaart")
    EIGEN = "eigen", _("Eigen idee")


class Kostensoort(TextChoices):
    """Kinds of cost, as the plan of the programme names them."""

    UREN = "uren", _("Uren")
    VERLET = "verlet", _("Verletkosten")
    MATERIAAL = "materiaal", _("Materiaal")
    TECHNOLOGIE = "technologie", _("Technologie")
    RUIMTE = "ruimte", _("Ruimte")
    SCHOLING = "scholing", _("Scholing")
    ANDERS = "anders", _("Anders")


class Financier(TextChoices):
    """Who pays."""

    VERZEKERAAR = "verzekeraar", _("Zorgverzekeraar")
    GEMEENTE = "gemeente", _("Gemeente")
    PARTNER = "partner", _("Alliantiepartner")
    EIGEN = "eigen", _("Eigen bijdrage")
    FONDS = "fonds", _("Fonds of gift")
    ONBEKEND = "onbekend", _("Nog niet bekend")

    @classmethod
    def naam_van(cls, code: str) -> str:
        """Of a line that was frozen; a payer that is no more says its code."""
        return str(cls(code).label) if code in cls.values else code


IN_UREN = frozenset({Kostensoort.UREN, Kostensoort.VERLET})
