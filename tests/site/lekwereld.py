"""People of every role, and a marker in every record that not everybody may read."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils import timezone

from kennisplatform.deelnemers.models import Buurt, Herindeling, Logregel
from kennisplatform.netwerken.models import Aanvraag, Meedoewens, Uitnodiging, Werkwijze
from kennisplatform.register.models import Buurtinvoer, Buurtscan, Criterium, Instroom, Notities, Teambericht
from tests import mensen
from tests.site.planten import (
    merk,
    plant_agenda,
    plant_bewoners,
    plant_delen,
    plant_gesprek,
    plant_kamer,
    plant_keuzes,
    plant_plan,
    plant_podium,
)


def bevolk(hier: Buurt) -> dict[str, Any]:
    """Everybody by the name of their role, with all of it planted in this neighbourhood."""
    wie = mensen.iedereen(hier, mensen.buurt("daar"))
    geheim = mensen.lid(hier, "huisartsenpraktijk", mensen.persoon(merk("lid")), functie=merk("lid"))
    vrager = mensen.persoon("vrager")
    Aanvraag.objects.create(buurt=hier, persoon=vrager, functie=merk("aanvraag"), bericht=merk("aanvraag"))
    Meedoewens.objects.create(buurt=hier, tekst=merk("meedoewens"), mail=f"{merk('meedoewens')}@x.example")
    Uitnodiging.objects.create(
        buurt=hier,
        email=f"{merk('uitnodiging')}@x.example",
        rol="anders",
        functie=merk("uitnodiging"),
        sleutelhash="h",
        bericht=merk("uitnodiging"),
        verloopt=timezone.now() + dt.timedelta(days=3),
    )
    Werkwijze.objects.create(buurt=hier, nummer=1, **{v: merk("werkwijze") for v in ("begin", "afspraken", "adressen")})
    Logregel.objects.create(buurt=hier, soort=Logregel.Soort.ROL, tekst=merk("logboek"), over=geheim)
    Notities.objects.create(buurt=hier, tekst=merk("notities"))
    lijst = Buurtinvoer.objects.create(rest=f"naam;gemeente;partner\n{merk('ingevoerd')};x;x")
    Teambericht.objects.create(onderwerp=merk("ingevoerd"), tekst=merk("ingevoerd"), aan="allen", buurten=1, mensen=1)
    lijst.regels.create(buurt=hier, naam=merk("ingevoerd"), nieuw=True)
    Criterium.objects.create(buurt=hier, naam="burgers", oordeel="ja", grond=merk("criterium"))
    Instroom.objects.create(buurt=hier, volgende=merk("instroom"), reden=merk("instroom"))
    vraag = {"burgers": {"oordeel": "ja", "grond": merk("scan")}}
    Buurtscan.objects.create(buurt=hier, antwoorden=vraag, marktaandeel=40, marktaandeel_bron=merk("scan"))
    herindeling = Herindeling.objects.create(soort="splitsing", reden=merk("herindeling"), op=timezone.localdate())
    herindeling.naar.add(hier)
    plant_gesprek(wie, hier)
    plant_agenda(hier)
    plant_delen(wie, hier)
    plant_podium()
    plant_bewoners(wie)
    plant_plan(wie, hier)
    plant_keuzes(hier)
    plant_kamer(wie, hier)
    return wie
