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


class Hulpmiddelsoort(TextChoices):
    NORM = "norm", _("Normdocument")
    INSTRUMENT = "instrument", _("Instrument")
    STANDAARD = "standaard", _("Werkafspraak")
    TOOLBOX = "toolbox", _("Toolbox")
    SCHOLING = "scholing", _("Scholing")
    ONDERZOEK = "onderzoek", _("Onderzoek")


class Kostenklasse(TextChoices):
    LAAG = "tot-5000", _("€ minder dan 5.000")
    MIDDEL = "5000-25000", _("€€ 5.000 tot 25.000")
    HOOG = "25000-100000", _("€€€ 25.000 tot 100.000")
    ZEER_HOOG = "boven-100000", _("€€€€ meer dan 100.000")
    ONBEKEND = "onbekend", _("Onbekend")


class Eenheid(TextChoices):
    """What an amount or a number of hours is for. Only equal units are ever compared."""

    DEELNEMER = "deelnemer", _("per deelnemer")
    GEZIN = "gezin", _("per gezin")
    GROEP = "groep", _("per groep")
    BUURTJAAR = "buurt-jaar", _("per buurt per jaar")


class Maat(TextChoices):
    UREN = "uren", _("Uren")
    EURO = "euro", _("Geld")
    VERLET = "verlet", _("Verletkosten")  # what an employer misses while somebody is away: never added to money spent


class Afleiding(TextChoices):
    BRON = "bron", _("Staat zo in de bron")
    AFGELEID = "afgeleid", _("Afgeleid: rekenwerk op de bron")


class Opgave(TextChoices):
    """How a neighbourhood knows what something took."""

    GEREALISEERD = "gerealiseerd", _("Gerealiseerd: bijgehouden of afgerekend")
    VERTELD = "verteld", _("Verteld in een verhaal")


class Kostenper(TextChoices):
    """Cost in units other than 'per buurt per jaar' (that is Kostenklasse): the unit is part of the code."""

    DEELNEMER_LAAG = "deelnemer-tot-250", _("Per deelnemer: minder dan € 250")
    DEELNEMER_MIDDEL = "deelnemer-250-1000", _("Per deelnemer: € 250 tot 1.000")
    DEELNEMER_HOOG = "deelnemer-boven-1000", _("Per deelnemer: € 1.000 of meer")
    GEZIN_LAAG = "gezin-tot-1000", _("Per gezin: minder dan € 1.000")
    GEZIN_MIDDEL = "gezin-1000-5000", _("Per gezin: € 1.000 tot 5.000")
    GEZIN_HOOG = "gezin-boven-5000", _("Per gezin: € 5.000 of meer")
    GROEP_LAAG = "groep-tot-1000", _("Per groep: minder dan € 1.000")
    GROEP_MIDDEL = "groep-1000-5000", _("Per groep: € 1.000 tot 5.000")
    GROEP_HOOG = "groep-boven-5000", _("Per groep: € 5.000 of meer")
    ONBEKEND = "onbekend", _("Onbekend")


class Urenper(TextChoices):
    """Hours of who guides it, each unit apart."""

    DEELNEMER_LAAG = "deelnemer-tot-5", _("Per deelnemer: minder dan 5 uur")
    DEELNEMER_MIDDEL = "deelnemer-5-15", _("Per deelnemer: 5 tot 15 uur")
    DEELNEMER_HOOG = "deelnemer-boven-15", _("Per deelnemer: 15 uur of meer")
    GEZIN_LAAG = "gezin-tot-5", _("Per gezin: minder dan 5 uur")
    GEZIN_MIDDEL = "gezin-5-15", _("Per gezin: 5 tot 15 uur")
    GEZIN_HOOG = "gezin-boven-15", _("Per gezin: 15 uur of meer")
    GROEP_LAAG = "groep-tot-20", _("Per groep: minder dan 20 uur")
    GROEP_MIDDEL = "groep-20-50", _("Per groep: 20 tot 50 uur")
    GROEP_HOOG = "groep-boven-50", _("Per groep: 50 uur of meer")
    BUURT_LAAG = "buurt-jaar-tot-100", _("Per buurt per jaar: minder dan 100 uur")
    BUURT_MIDDEL = "buurt-jaar-100-500", _("Per buurt per jaar: 100 tot 500 uur")
    BUURT_HOOG = "buurt-jaar-boven-500", _("Per buurt per jaar: 500 uur of meer")
    ONBEKEND = "onbekend", _("Onbekend")


class Inzetkennis(TextChoices):
    BEKEND = "bekend", _("Uren of kosten bekend")
    ONBEKEND = "onbekend", _("Nog niet bekend")


class Urenklasse(TextChoices):
    """Of everybody together, while it runs."""

    LAAG = "tot-2", _("Minder dan 2 uur")
    MIDDEL = "2-8", _("2 tot 8 uur")
    HOOG = "8-20", _("8 tot 20 uur")
    ZEER_HOOG = "boven-20", _("Meer dan 20 uur")
    ONBEKEND = "onbekend", _("Onbekend")


class Buurtkeuze(TextChoices):
    """What stands on the menu."""

    INTERVENTIE = "interventie", _("Interventie of activiteit")
    ZORGPAD = "zorgpad", _("Zorgpad")


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


class Uitkomstgrond(TextChoices):
    """On whose word an outcome rests."""

    MAKER = "maker", _("zegt de maker")
    BUURT = "buurt", _("zegt de buurt zelf")
    ONDERZOEK = "onderzoek", _("onafhankelijk onderzocht")
    ONBEKEND = "onbekend", _("niet bekend wie dat zegt")


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
