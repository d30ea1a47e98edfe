"""Fixed scales, word for word from the vocabulary. A leaf: imports nothing of ours."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Bewijsniveau(TextChoices):
    STERK = "sterke-aanwijzingen", _("Sterke aanwijzingen")
    GOED = "goede-aanwijzingen", _("Goede aanwijzingen")
    EERSTE = "eerste-aanwijzingen", _("Eerste aanwijzingen")
    ONDERBOUWD = "goed-onderbouwd", _("Goed onderbouwd")
    BESCHREVEN = "goed-beschreven", _("Goed beschreven")
    VERLOPEN = "erkenning-verlopen", _("Erkenning verlopen")  # never stored: follows from the date
    NIET_BEVESTIGD = "niveau-niet-bevestigd", _("Erkend, niveau niet bevestigd")
    TRAJECT = "in-erkenningstraject", _("In erkenningstraject")
    RICHTLIJN = "richtlijn", _("Kwaliteitsstandaard of richtlijn")
    PRAKTIJK = "praktijkvoorbeeld", _("Praktijkvoorbeeld transitiebuurt")
    GEEN_EFFECT = "geen-effect", _("Onderzocht, geen effect gevonden")
    NIET_BEOORDEELD = "niet-beoordeeld", _("Niet beoordeeld of onbekend")


# Steps of the ladder on card and page; what is not named here is no level and has a mark of its own (ladder.html).
LADDER = {
    Bewijsniveau.BESCHREVEN: 1,
    Bewijsniveau.ONDERBOUWD: 2,
    Bewijsniveau.EERSTE: 3,
    Bewijsniveau.GOED: 4,
    Bewijsniveau.STERK: 5,
}
ROMEINS = {
    Bewijsniveau.ONDERBOUWD: "I",
    Bewijsniveau.EERSTE: "II",
    Bewijsniveau.GOED: "III",
    Bewijsniveau.STERK: "IV",
}
BEWAARDE_NIVEAUS = [(keuze.value, keuze.label) for keuze in Bewijsniveau if keuze is not Bewijsniveau.VERLOPEN]


class Sesgeschiktheid(TextChoices):
    ALLE = "alle-ses", _("Voor alle SES")
    SPECIAAL = "speciaal-lage-ses", _("Speciaal voor lage SES")
    BEPROEFD = "beproefd-lage-ses", _("Beproefd bij lage SES")
    AANPASSING = "aanpassing-nodig", _("Aanpassing nodig")
    ONBEKEND = "onbekend", _("Onbekend")


class Gezondheidsverschillen(TextChoices):
    VERKLEINT = "verkleint", _("Verkleint verschillen")
    NEUTRAAL = "neutraal", _("Neutraal")
    VERGROOT = "kan-vergroten", _("Kan verschillen vergroten")
    ONBEKEND = "onbekend", _("Onbekend")


class Kostenklasse(TextChoices):
    LAAG = "tot-5000", _("€ minder dan 5.000")
    MIDDEL = "5000-25000", _("€€ 5.000 tot 25.000")
    HOOG = "25000-100000", _("€€€ 25.000 tot 100.000")
    ZEER_HOOG = "boven-100000", _("€€€€ meer dan 100.000")
    ONBEKEND = "onbekend", _("Onbekend")


class Urenklasse(TextChoices):
    """Of everybody together, while it runs."""

    LAAG = "tot-2", _("Minder dan 2 uur")
    MIDDEL = "2-8", _("2 tot 8 uur")
    HOOG = "8-20", _("8 tot 20 uur")
    ZEER_HOOG = "boven-20", _("Meer dan 20 uur")
    ONBEKEND = "onbekend", _("Onbekend")


class Zorgpadstaat(TextChoices):
    ONTWIKKELING = "in-ontwikkeling", _("In ontwikkeling")
    BEPROEFD = "beproefd", _("Beproefd")
    LANDELIJK = "landelijk", _("Landelijk")


class Praktijkstaat(TextChoices):
    LOOPT = "loopt", _("Loopt")
    AANGEPAST = "aangepast", _("Aangepast")
    GESTOPT = "gestopt", _("Gestopt")
    AFGEROND = "afgerond", _("Afgerond")
    ONBEKEND = "onbekend", _("Onbekend")


class Praktijkuitkomst(TextChoices):
    WERKTE = "werkte", _("Het werkte")
    DEELS = "werkte-deels", _("Het werkte deels")
    NIET = "werkte-niet", _("Het werkte niet")
    ONBEKEND = "onbekend", _("Nog niet te zeggen")


class Sesklasse(TextChoices):
    ZEER_LAAG = "zeer-laag", _("Zeer laag")
    LAAG = "laag", _("Laag")
    GEMIDDELD = "gemiddeld", _("Gemiddeld")
    HOOG = "hoog", _("Hoog")
    ZEER_HOOG = "zeer-hoog", _("Zeer hoog")
    ONBEKEND = "onbekend", _("Onbekend")


class Nodig(TextChoices):
    KENNIS = "kennis", _("Kennis")
    CAPACITEIT = "capaciteit", _("Capaciteit")
    GELD = "geld", _("Geld")
    TECHNOLOGIE = "technologie", _("Technologie")
