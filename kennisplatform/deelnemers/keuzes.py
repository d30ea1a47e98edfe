"""Words of neighbourhoods and their people. A leaf: imports nothing of ours."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Fase(TextChoices):
    """Where a neighbourhood stands, in the plan's own order."""

    BUURTBEELD = "buurtbeeld", _("Buurtbeeld")
    BUURTAGENDA = "buurtagenda", _("Buurtagenda")
    BUURTPLAN = "buurtplan", _("Buurtplan")
    BUURTBEGROTING = "buurtbegroting", _("Buurtbegroting")
    COMMITMENT = "commitment", _("Commitment")
    UITVOEREN = "uitvoeren", _("Uitvoeren")
    MONITOREN = "monitoren", _("Monitoren")


class Cohort(TextChoices):
    """With which wave a neighbourhood starts."""

    EERSTE = "20", _("Eerste 20")
    TWEEDE = "100", _("Tot 100")
    DERDE = "1000", _("Tot 1.000")


class Netwerkrol(TextChoices):
    """What somebody is in a neighbourhood network."""

    KARTREKKER = "kartrekker", _("kartrekker")
    HUISARTSENPRAKTIJK = "huisartsenpraktijk", _("lid voor de huisartsenpraktijk")
    SOCIAAL_DOMEIN = "sociaal-domein", _("lid voor het sociaal domein")
    GEMEENTE = "gemeente", _("lid voor de gemeente")
    BURGER = "burgervertegenwoordiging", _("burgervertegenwoordiger")
    ANDERS = "anders", _("lid")
    COORDINATOR = "projectcoordinator", _("projectcoördinator")
    COACH = "transitiecoach", _("transitiecoach")


class Zichtbaarheid(TextChoices):
    """Who may read what a network writes."""

    OPENBAAR = "openbaar", _("Iedereen")
    NETWERKEN = "netwerken", _("Alle buurtnetwerken")
    EIGEN = "eigen", _("Alleen ons netwerk")
    TEAM = "team", _("Alleen het transitieteam")
