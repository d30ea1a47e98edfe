"""What a plan asks and the network has not got becomes something to do: an agreement, or an activity of the plan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from kennisplatform.deelnemers.buurten import vergrendel
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.netwerken.models import Afspraak
from menukaart.kiezen import keuzelijst
from menukaart.kiezen.models import Keuze
from menukaart.plan.beelden import leg_rij_vast
from menukaart.plan.keuzes import Activiteitherkomst
from menukaart.plan.kwartalen import dit_kwartaal
from menukaart.plan.models import Planactiviteit

Antwoord = Mapping[str, str]  # what is asked, in its own words → a code of Beschikbaar


def te_regelen(naam: str, wat: str) -> str:
    return (_("Regel voor %(naam)s: %(wat)s") % {"naam": naam, "wat": " ".join(wat.split())})[:200]


def titel_te_regelen(naam: str, soort: str) -> str:
    """Of an activity: short enough for a row of the plan. What exactly is asked stands below it."""
    return (_("Regel voor %(naam)s: %(soort)s") % {"naam": naam, "soort": soort.lower()})[:160]


def spreek_af(*, buurt: Buurt, teksten: Iterable[str], door: Gebruiker) -> int:
    """On the list once, however often it is asked. How many came in. Inside the transaction of who asks."""
    al = set(Afspraak.objects.filter(buurt=buurt).values_list("wat", flat=True))
    nieuw = [tekst for tekst in dict.fromkeys(teksten) if tekst not in al]
    Afspraak.objects.bulk_create(Afspraak(buurt=buurt, wat=tekst, door=door) for tekst in nieuw)
    return len(nieuw)


@transaction.atomic
def zeg_wat_er_is(*, buurt: Buurt, antwoorden: Iterable[tuple[Keuze, Antwoord, Antwoord]], door: Gebruiker) -> bool:
    """Asked against present, for all choices of a plan at once: of each what is answered, and what stood there when the
    page was opened. True: somebody else answered one of them otherwise meanwhile.
    """
    vergrendel(buurt)
    botst = [
        wat
        for keuze, nieuw, gezien in antwoorden
        for wat in keuzelijst.ga_na(keuze=keuze, aanwezig=nieuw, gezien=gezien, door=door)
    ]
    return bool(botst)


@transaction.atomic
def regel_als_afspraak(*, buurt: Buurt, teksten: Iterable[str], door: Gebruiker) -> int:
    vergrendel(buurt)
    return spreek_af(buurt=buurt, teksten=teksten, door=door)


@transaction.atomic
def regel_als_activiteit(*, voor: Planactiviteit, wat: str, soort: str, door: Gebruiker) -> Planactiviteit:
    """What is missing becomes an activity before the one that asks it. Pressed twice, there is one. `soort`: what kind of
    thing it is, in words.
    """
    vergrendel(voor.plan.buurt)
    titel = titel_te_regelen(voor.titel, soort)
    al = voor.plan.activiteiten.filter(titel=titel, uitleg=wat[:2000]).first()
    if al is not None:
        return al
    nieuw = Planactiviteit(
        plan=voor.plan,
        thema=voor.thema,
        titel=titel,
        uitleg=wat[:2000],
        begin=dit_kwartaal(voor.plan.van, voor.plan.tot),
        eind=voor.plan.tot * 4 + 3,
        herkomst=Activiteitherkomst.EIGEN,
    )
    leg_rij_vast(rij=nieuw, door=door)
    if voor.na_id is None and voor.stand == "gepland":
        voor.na = nieuw
        leg_rij_vast(rij=voor, door=door)
    return nieuw
