"""Words of meetings. A leaf: imports nothing of ours but words."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from kennisplatform.deelnemers.keuzes import Zichtbaarheid


class Soort(TextChoices):
    OVERLEG = "overleg", _("Overleg")
    WEBINAR = "webinar", _("Webinar")
    DIALOOG = "dialoog", _("Dialoog")
    SCHOLING = "scholing", _("Scholing")
    INTERVISIE = "intervisie", _("Intervisie")
    GROEPSVOORLICHTING = "groepsvoorlichting", _("Groepsvoorlichting")
    LOTGENOTEN = "lotgenoten", _("Lotgenoten")


class Voor(TextChoices):
    IEDEREEN = "iedereen", _("Iedereen")
    BEWONERS = "bewoners", _("Bewoners en mantelzorgers")
    PROFESSIONALS = "professionals", _("Professionals en netwerken")


class Staat(TextChoices):
    """Where a sign-up stands."""

    ONBEVESTIGD = "onbevestigd", _("Wacht op bevestiging")
    PLEK = "plek", _("Heeft een plek")
    WACHT = "wacht", _("Op de wachtlijst")


class Herhaling(TextChoices):
    WEEK = "week", _("Elke week")
    TWEE_WEKEN = "twee-weken", _("Elke twee weken")
    MAAND_DAG = "maand-dag", _("Elke maand, op dezelfde weekdag (zoals: elke eerste dinsdag)")
    MAAND_DATUM = "maand-datum", _("Elke maand, op dezelfde datum")


# What the makers of a meeting may choose from; a note for the team alone is no meeting.
ZICHTBAAR = [(z.value, z.label) for z in (Zichtbaarheid.OPENBAAR, Zichtbaarheid.NETWERKEN, Zichtbaarheid.EIGEN)]
