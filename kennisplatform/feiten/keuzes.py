"""Scales of alarm sentences and facts. Leaves: they import nothing of ours."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Niveau(models.TextChoices):
    """How urgent, the most urgent first. The order is that of the boxes on a page."""

    NU = "112", _("112")
    METEEN = "meteen", _("Meteen, dag en nacht")
    VANDAAG = "vandaag", _("Vandaag")
    AFSPRAAK = "afspraak", _("Afspraak")


class Alarmgroep(models.TextChoices):
    """Whom a danger concerns. The same danger may be more urgent for one than for another: fever, for a baby."""

    IEDEREEN = "iedereen", _("iedereen")
    BABY = "baby", _("baby")
    KIND = "kind", _("kind")
    JONGERE = "jongere", _("jongere")
    JIJ = "jij", _("jongere zelf")  # young readers are spoken to as ‘je’; of a JONGERE we tell the parents
    ZWANGER = "zwanger", _("wie zwanger is")
    KRAAM = "kraam", _("wie pas bevallen is, en de partner")
    OUDER_WORDEND = "oudere", _("oudere")
    DEMENTIE = "dementie", _("wie dementie heeft")
    MANTELZORGER = "mantelzorger", _("wie voor iemand zorgt")
    HART = "hart", _("wie een zwak hart heeft")
    LONGEN = "longen", _("wie COPD of astma heeft")
    SUIKER = "suikerziekte", _("wie suikerziekte heeft")
    BLOEDVERDUNNERS = "bloedverdunners", _("wie bloedverdunners gebruikt")
    INFUUS = "infuus", _("wie thuis een infuus krijgt")
    DIALYSE = "dialyse", _("wie thuis dialyseert")
    KANKER = "kanker", _("wie voor kanker behandeld wordt")
    INGREEP = "ingreep", _("wie pas behandeld of geopereerd is")
    WOND = "wond", _("wie een wond heeft")
    REVALIDATIE = "revalidatie", _("wie na een opname thuis oefent")


class Feitsoort(models.TextChoices):
    NUMMER = "nummer", _("telefoonnummer")
    TIJD = "tijd", _("openingstijd")
    PRIJS = "prijs", _("prijs of bedrag")
    LEEFTIJD = "leeftijd", _("leeftijd of grens")
    REGELING = "regeling", _("datum of regel van een regeling")
