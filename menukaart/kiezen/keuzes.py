"""Fixed scales of choosing. A leaf: imports nothing of ours."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Keuzestand(TextChoices):
    """Where something on a network's list stands; the last two close it."""

    OVERWOGEN = "overwogen", _("Op de lijst")
    GEKOZEN = "gekozen", _("Wij kiezen dit")
    NU_NIET = "nu-niet", _("Nu niet")


BESLOTEN = (Keuzestand.GEKOZEN, Keuzestand.NU_NIET)


class Stemkeuze(TextChoices):
    VOOR = "voor", _("Voor")
    TWIJFEL = "twijfel", _("Twijfel")
    NU_NIET = "nu-niet", _("Nu niet")


class Gebeurd(TextChoices):
    """What happened to something on the list."""

    ERBIJ = "erbij", _("op de lijst gezet")
    WAAROM = "waarom", _("reden gewijzigd")
    STEM = "stem", _("stem")
    OPMERKING = "opmerking", _("opmerking")
    BESLUIT = "besluit", _("besluit")
    HEROPEND = "heropend", _("weer op de lijst")
    KLAAR = "klaar", _("nagegaan of het kan")
    AANGEPAST = "aangepast", _("aanpassing beschreven")
    SAMEN = "samen", _("twee beschrijvingen werden één")


class Beschikbaar(TextChoices):
    """Of what an intervention asks: does this network have it?"""

    JA = "ja", _("Is er")
    NEE = "nee", _("Is er niet")
    ONBEKEND = "onbekend", _("Weten wij niet")
