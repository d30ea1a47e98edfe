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
