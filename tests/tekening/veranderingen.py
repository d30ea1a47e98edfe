"""Everything that can change what a public page shows, each by name, as it is done on the site."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from kennisplatform.agenda import bijeenkomsten
from kennisplatform.agenda.models import Bijeenkomst
from kennisplatform.basis.keuzes import Praktijkstaat
from kennisplatform.basis.models import Begrip
from kennisplatform.basis.models.media import Bestand
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.feiten.models import Alarmzin, Feit
from kennisplatform.gesprek.models import Bijdrage
from kennisplatform.preventie.models import Artikel
from kennisplatform.vinden.models import Synoniem, Vastgezet
from kennisplatform.zoeken.antwoord.vraag import Vraag
from kennisplatform.zoeken.motor import motor
from leernetwerk.models import Praktijkvoorbeeld, Toepassing
from leernetwerk.podium.models import Uitlichting
from menukaart.models import Interventie
from tests import mensen, voorbeelden
from tests.agenda import hulp

ZONDER_BUURT = "/leernetwerk/austerlitz-zorgt/"


def artikel() -> Artikel:
    return Artikel.objects.get(slug="bang-om-te-vallen")


def interventie() -> Interventie:
    return Interventie.objects.get(slug="in-balans")


def verhaal() -> Praktijkvoorbeeld:
    """One that works with an intervention, of a neighbourhood."""
    rij = Praktijkvoorbeeld.objects.live().filter(toepassingen__isnull=False, locale__language_code="nl")
    return rij.filter(buurt__isnull=False).order_by("-buurt", "pk").distinct().first()


def verhaal_komt_in_buurt() -> None:
    """Only now is there somebody to ask."""
    een = Praktijkvoorbeeld.objects.get(slug="austerlitz-zorgt")
    publiceer(een, buurt=Buurt.objects.get(slug="emmen"))


def publiceer(pagina: Any, **velden: Any) -> None:
    for naam, waarde in velden.items():
        setattr(pagina, naam, waarde)
    pagina.save_revision().publish()


def nieuw_verhaal() -> None:
    voorbeelden.geplaatst(Buurt.objects.get(slug="emmen"), titel="Een heel nieuw verhaal")


def verhaal_laat_los() -> None:
    een = verhaal()
    een.toepassingen.set([])
    een.save_revision().publish()


def ander_werkt_ermee() -> None:
    een = verhaal()
    een.toepassingen.add(Toepassing(pagina=Interventie.objects.exclude(slug="in-balans").live().first()))
    een.save_revision().publish()


def beperk() -> None:
    PageViewRestriction.objects.create(page=Page.objects.get(pk=artikel().pk), restriction_type="login")


def beperk_tak() -> None:
    PageViewRestriction.objects.create(page=interventie().get_parent(), restriction_type="login")


def verberg_bijdrage() -> None:
    een = Bijdrage.objects.te_lezen(None).filter(vraag__isnull=True).first()
    een.verborgen, een.reden = timezone.now(), "x"
    een.save()


def vraag() -> None:
    Bijdrage.objects.create(
        soort="vraag", kop="Hoe dan?", tekst="Zeg eens.", pagina_id=interventie().pk, zichtbaarheid="openbaar"
    )


def naam_van_schrijver() -> None:
    een = Bijdrage.objects.te_lezen(None).filter(vraag__isnull=True, door__isnull=False).first()
    een.door.first_name = "Heeltanders"
    een.door.save()


def schrijver_weg() -> None:
    een = Bijdrage.objects.te_lezen(None).filter(door__isnull=False).first()
    een.door.delete()


def afgelast() -> None:
    team = mensen.medewerker("transitieteam")
    bijeenkomsten.gelast_af(bijeenkomst=Bijeenkomst.objects.openbaar().komend().first(), reden="Ziek", door=team)


def _gekozen() -> list[int]:
    return [zin.pk for zin in artikel().gekozen_zinnen()]


def podium() -> None:
    dag = timezone.localdate()
    een = Praktijkvoorbeeld.objects.live().filter(zichtbaarheid="openbaar", locale__language_code="nl").last()
    Uitlichting.objects.create(voorbeeld=een, reden="Kijk hier eens naar", van=dag, tot=dag + dt.timedelta(days=3))


def bestand_heet_anders() -> None:
    een = Bestand.objects.get(pk=haal_bestand())
    een.title = "Vallen, een heel ander blad"
    een.save()


def haal_bestand() -> int:
    """One that the search for 'vallen' finds."""
    treffers = motor().zoek(Vraag("vallen")).treffers
    return next(int(t.sleutel.partition(":")[2]) for t in treffers if t.soort == "document")


def begrip(**velden: Any) -> None:
    een = Begrip.objects.get(soort="onderwerp", code="vallen", locale__language_code="nl")
    for naam, waarde in velden.items():
        setattr(een, naam, waarde)
    een.save()


VERANDERINGEN: dict[str, Callable[[], Any]] = {
    "a title": lambda: publiceer(artikel(), title="Een andere titel van dit artikel"),
    "a title of what others work with": lambda: publiceer(interventie(), title="In andere balans"),
    "a title of an example": lambda: publiceer(verhaal(), title="Zo ging het echt"),
    "saved without publishing": lambda: publiceer(artikel(), samenvatting="Anders gezegd."),
    "unpublished": lambda: artikel().unpublish(),
    "an intervention unpublished": lambda: interventie().unpublish(),
    "an example unpublished": lambda: verhaal().unpublish(),
    "deleted": lambda: artikel().delete(),
    "an example deleted": lambda: verhaal().delete(),
    "an intervention deleted": lambda: interventie().delete(),
    "restricted": beperk,
    "a branch restricted": beperk_tak,
    "another address": lambda: publiceer(artikel(), slug="een-ander-adres"),
    "a new example": nieuw_verhaal,
    "an example works with something else": verhaal_laat_los,
    "an example works with one more": ander_werkt_ermee,
    "an example stopped": lambda: publiceer(verhaal(), staat=Praktijkstaat.GESTOPT),
    "an example moves": lambda: publiceer(verhaal(), buurt=Buurt.objects.get(slug="emmen"), plaats="Elders"),
    "an example without a neighbourhood gets one": verhaal_komt_in_buurt,
    "an example is for networks only": lambda: publiceer(verhaal(), zichtbaarheid="netwerken"),
    "a term renamed": lambda: begrip(label="Kukelen"),
    "a telephone number": lambda: Feit.objects.filter(naam="veilig-thuis").update(waarde="0800-2001"),
    "an alarm sentence": lambda: Alarmzin.objects.filter(pk__in=_gekozen()).update(tekst="Een heel andere zin."),
    "a neighbourhood renamed": lambda: Buurt.objects.filter(slug="emmen").update(naam="Heel Emmen", fase="leren"),
    "a meeting made": lambda: hulp.bijeenkomst(Buurt.objects.get(slug="emmen"), dagen=0.02, titel="Vlak voor tijd"),
    "a meeting called off": afgelast,
    "a question": vraag,
    "a question hidden": verberg_bijdrage,
    "a writer's other name": naam_van_schrijver,
    "a writer leaves": schrijver_weg,
    "the podium": podium,
    "an editor's synonym": lambda: Synoniem.objects.create(termen="vallen, hartfalen"),
    "a page put on top": lambda: Vastgezet.objects.create(zoekvraag="vallen", pagina=interventie()),
    "a file renamed": bestand_heet_anders,
}  # fmt: skip  # one change a line
