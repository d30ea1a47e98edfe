"""Scales of the programme. A leaf: it imports nothing of ours."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Activiteitstand(models.TextChoices):
    """The plan calls its standard programme 'nog in uitwerking'; an activity that is settled says so."""

    IN_UITWERKING = "in-uitwerking", _("nog in uitwerking")
    VASTGESTELD = "vastgesteld", _("vastgesteld")


class Planregelsoort(models.TextChoices):
    """What a line of the plan is about, in the order of the page of themes."""

    LIJN = "lijn", _("Twee lijnen")
    PROCES = "proces", _("Van thema tot buurtplan")
    BUURTBEELD = "buurtbeeld", _("Drie vragen van het buurtbeeld")
    RITME = "ritme", _("Ritme")
    CRITERIUM = "criterium", _("Zes criteria voor een buurt")
    BESTUUR = "bestuur", _("Wie doet wat in het programma")
