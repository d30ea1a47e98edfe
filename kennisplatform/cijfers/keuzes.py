"""Scales of figures. A leaf: it imports nothing of ours."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Indicatorsoort(models.TextChoices):
    """What an indicator tells, in the order of the plan; 'omgeving' is what a neighbourhood is like before it begins."""

    OMGEVING = "omgeving", _("Omgeving")
    ADOPTIE = "adoptie", _("Adoptie door de buurt")
    KWALITEIT = "kwaliteit", _("Kwaliteit")
    EFFECTIVITEIT = "effectiviteit", _("Effectiviteit")


class Richting(models.TextChoices):
    """Which way is better. Often neither: more consultations may be better care."""

    HOGER = "hoger", _("hoger is beter")
    LAGER = "lager", _("lager is beter")
    HANGT_AF = "hangt-af", _("hoger is niet altijd beter")
    ONBEKEND = "onbekend", _("niet vastgelegd")


class Aannamesoort(models.TextChoices):
    """What a number of the business case is: agreed, expected, or the way it was worked out."""

    AFSPRAAK = "afspraak", _("Afgesproken resultaat")
    VERWACHTING = "verwachting", _("Verwachting")
    LANDELIJK = "landelijk", _("Landelijk, als het hele land meedoet")
    WERKWIJZE = "werkwijze", _("Hoe is gerekend")


class Cijferdeel(models.TextChoices):
    """Under which heading a figure stands on the page of a neighbourhood."""

    MENSEN = "mensen", _("Mensen")
    WONEN = "wonen", _("Wonen en inkomen")
    GEZONDHEID = "gezondheid", _("Gezondheid")
    ZORG = "zorg", _("Zorg en voorzieningen")


class Optelwijze(models.TextChoices):
    """How the figures of parts become one of the whole."""

    SOM = "som", _("optellen")
    GEWOGEN = "gewogen", _("gewogen gemiddelde")
    NIET = "niet", _("kan niet")


class Gebiedsoort(models.TextChoices):
    """What an area is. 'Eigen' is a neighbourhood as its network sees it, for figures that are handed in."""

    LAND = "land", _("land")
    GEMEENTE = "gemeente", _("gemeente")
    WIJK = "wijk", _("wijk")
    BUURT = "buurt", _("buurt")
    PC4 = "pc4", _("postcodegebied")
    EIGEN = "eigen", _("eigen gebied van het netwerk")


class Gebiedszekerheid(models.TextChoices):
    """How sure it is that this area of the statistics office is the neighbourhood of the plan."""

    ZEKER = "zeker", _("zeker")
    VRIJ_ZEKER = "vrij-zeker", _("vrij zeker")
    OPEN = "open", _("nog niet vastgesteld")


class Cijferstand(models.TextChoices):
    """How final a figure is."""

    VOORLOPIG = "voorlopig", _("voorlopig")
    VAST = "vast", _("vastgesteld")
    GECORRIGEERD = "gecorrigeerd", _("gecorrigeerd")


class Verbergreden(models.TextChoices):
    """Why a figure that was handed in is not shown."""

    KLEIN = "klein", _("minder dan 10 mensen")
    AANVULLEND = "aanvullend", _("anders is een kleiner getal uit te rekenen")


class Onderzoekstand(models.TextChoices):
    """How far a question of the research agenda is."""

    VRAAG = "vraag", _("vraag, nog niemand begon")
    GEPLAND = "gepland", _("gepland")
    LOOPT = "loopt", _("loopt")
    KLAAR = "klaar", _("afgerond")
    GESTOPT = "gestopt", _("gestopt")
