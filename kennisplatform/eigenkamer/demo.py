"""One network of the demo has notes of a meeting, a file and a topic of its own. Never overwritten."""

from __future__ import annotations

import datetime as dt
from typing import Final

from django.core.files.base import ContentFile
from django.utils import timezone

from kennisplatform.basis.documenten.odt import maak_odt
from kennisplatform.deelnemers.demodata import Aanmelder
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.eigenkamer import bewaren
from kennisplatform.eigenkamer.models import Netwerkbestand, Netwerkverslag

BUURT: Final = "waterkwartier"
VERSLAG: Final = """Verzonnen voor de demo.

Wij namen de cijfers van het derde kwartaal door. Het aantal uren wijkverpleging per cliënt daalt; of dat door ons komt, weten wij niet.

De soepmiddag loopt. De oefengroep op zaterdag is gestopt: wij oefenen nu doordeweeks in de flat.

Besloten: de kartrekker belt de gemeente over de zaal in het nieuwe jaar."""


def vul(wachtwoord: str) -> list[Aanmelder]:
    buurt = Buurt.objects.filter(slug=BUURT).first()
    if buurt is None or Netwerkverslag.objects.filter(buurt=buurt).exists():
        return []
    door = Gebruiker.objects.get(email="kartrekker@demo.example")
    ander = Gebruiker.objects.get(email="kartrekker2@demo.example")
    dag = timezone.localdate() - dt.timedelta(days=26)
    Netwerkverslag.objects.create(buurt=buurt, door=door, dag=dag, titel="Overleg van ons netwerk", tekst=VERSLAG)
    inhoud = maak_odt("Offerte zaalhuur (demo)", ["Verzonnen voor de demo.", "Zaal, veertig middagen: € 20 per keer."])
    ding = Netwerkbestand(buurt=buurt, door=ander, naam="Offerte zaalhuur", soort="odt", grootte=len(inhoud))
    ding.bestand.save("bestand.odt", ContentFile(inhoud), save=True)
    bewaren.begin_onderwerp(
        buurt=buurt,
        kop="Wie gaat er mee naar de wethouder?",
        tekst="Het gesprek over de zaal is over drie weken. Twee mensen is genoeg.",
        door=ander,
        sleutel=None,
        volgen=True,
        bevestigd=False,
    )
    return []
