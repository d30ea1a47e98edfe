"""What is planted for the leak test: a marker text in every record that is not public."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone

from kennisplatform.cijfers.models import Indicator
from kennisplatform.cijfersessies.models import Cijfersessie, Sessieregel
from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.eigenkamer.models import Netwerkbestand, Netwerkverslag
from kennisplatform.gesprek.models import Bijdrage, Signaal
from kennisplatform.leren.models import GevolgdeLes
from kennisplatform.netwerken.models import Afspraak
from kennisplatform.preventie.models import Module
from kennisplatform.terugmelding.models import Terugmelding
from kennisplatform.volgen.models import Gebeurtenis, Melding
from kennisplatform.vragenlijsten.models import Vragenronde
from leernetwerk.contact.models import Contactverzoek, Regel
from leernetwerk.delen.models import TEKSTVELDEN, Inzending, Terzijde
from leernetwerk.models import Praktijkvoorbeeld
from leernetwerk.podium.models import Abonnee, Nieuwsbrief, Uitlichting
from menukaart.kiezen.models import Buurtprofiel, Keuze, Keuzegebeurtenis, Keuzeopmerking, Stem
from menukaart.models import Interventie
from tests.agenda import hulp as agenda
from tests.menukaart.plan.hulp import vol
from zorgpaden.lokaal.kern import stappen
from zorgpaden.lokaal.models import Buurtnummer, Buurtpad, Stapafspraak
from zorgpaden.models import Zorgpad

MERK = "kwikzilverwaaier"


def merk(soort: str) -> str:
    return f"{MERK}{soort}"


def plant_delen(wie: dict[str, Any], hier: Buurt) -> None:
    """A draft of the network, and a question that two people have between them. Both by somebody who looks at nothing here."""
    door = wie["huisartsenpraktijk"]
    concept = Inzending.objects.create(
        buurt=hier, schrijver=door, reden=merk("concept"), **dict.fromkeys(TEKSTVELDEN, merk("concept"))
    )
    Terzijde.objects.create(inzending=concept, veld="titel", tekst=merk("concept"))
    vraag = Contactverzoek.objects.create(buurt=hier, van=wie["sociaal-domein"], aan=door)
    Regel.objects.create(verzoek=vraag, door=door, tekst=merk("contact"))


def plant_gesprek(wie: dict[str, Any], hier: Buurt) -> None:
    """By somebody who looks at nothing here: a writer sees what is hidden of their own."""
    pagina = Praktijkvoorbeeld.objects.live().filter(locale__language_code="nl").order_by("pk").first()
    door = wie["huisartsenpraktijk"]
    vast = {"pagina_id": pagina.pk, "door": door, "buurt": hier, "soort": "vraag"}
    for soort, velden in {
        "gesprekeigen": {"zichtbaarheid": Zichtbaarheid.EIGEN},
        "gespreknet": {"zichtbaarheid": Zichtbaarheid.NETWERKEN},
        "gesprekweg": {"verborgen": timezone.now(), "reden": "x"},
    }.items():
        vraag = Bijdrage.objects.create(**vast, **velden, kop=merk(soort), tekst=merk(soort), aanvulling=merk(soort))
        Bijdrage.objects.create(**vast | velden | {"soort": "antwoord", "vraag": vraag, "tekst": merk(soort)})
    openbaar = Bijdrage.objects.create(**vast, kop="Een vraag die iedereen mag lezen")
    Signaal.objects.create(bijdrage=openbaar, waarom="anders", toelichting=merk("signaal"))
    wat = Gebeurtenis.objects.create(
        soort="vraag",
        kenmerk="lek",
        titel=merk("melding"),
        uitleg=merk("melding"),
        adres="/leernetwerk/",
        zichtbaarheid=Zichtbaarheid.EIGEN,
        buurt=hier,
    )
    for naam in ("gemeente", "oud-lid", "oud-kartrekker", "vreemde"):
        Melding.objects.create(persoon=wie[naam], gebeurtenis=wat)


def plant_bewoners(wie: dict[str, Any]) -> None:
    """A lesson that somebody who looks at nothing here keeps, and what a resident wrote to the editors."""
    les, dag = Module.objects.live().first(), timezone.localdate()
    GevolgdeLes.objects.create(
        persoon=wie["huisartsenpraktijk"], module=les, titel=merk("les"), reeks=les.reeks, op=dag
    )
    Terugmelding.objects.create(
        pagina_id=les.pk, tekst=merk("terugmelding"), mail=f"{merk('terugmeldadres')}@x.example", wilde_antwoord=True
    )


def plant_podium() -> None:
    """A newsletter that was not sent, an example that is not in the light yet, and somebody's address."""
    vandaag = timezone.localdate()
    straks = Uitlichting.objects.create(
        voorbeeld=Praktijkvoorbeeld.objects.live().filter(locale__language_code="nl").order_by("pk").first(),
        reden=merk("uitlichting"),
        van=vandaag + dt.timedelta(days=9),
        tot=vandaag + dt.timedelta(days=20),
    )
    brief = Nieuwsbrief.objects.create(**dict.fromkeys(("onderwerp", "opening", "slot"), merk("brief")))
    brief.uitlichtingen.add(straks)
    Abonnee.objects.create(email=f"{merk('abonnee')}@x.example", bevestigd_op=timezone.now())


def plant_agenda(hier: Buurt) -> None:
    """A meeting of the network, one for all networks, and an open one with a link and a visitor."""
    for zicht, soort in (("eigen", "bijeenkomst"), ("netwerken", "samenkomst")):
        for dagen in (5, -5):
            agenda.bijeenkomst(
                hier,
                dagen,
                zichtbaarheid=zicht,
                titel=merk(soort),
                omschrijving=merk(soort),
                plaats=merk(soort),
                opbrengst=merk(soort),
                transcript=merk(soort),
            )
    open_ = agenda.bijeenkomst(hier, titel="Voor iedereen", online=f"https://meedoen.example/{merk('meedoelink')}")
    agenda.gast(open_, naam=merk("bezoeker"), email=f"{merk('bezoekadres')}@x.example")
    agenda.deskundige(hier, naam=merk("deskundige"), ervaring=merk("deskundige"))


def plant_plan(wie: dict[str, Any], hier: Buurt) -> None:
    """What the network agreed on; its picture, plan, budget at the committee and a signature; residents are not let in."""
    sessie = Cijfersessie.objects.create(buurt=hier, afgerond=timezone.now())
    vast = {"indicator": Indicator.objects.all()[0], "ziet": merk("cijfersessie"), "besluit": merk("cijfersessie")}
    Sessieregel.objects.create(sessie=sessie, **vast)
    Afspraak.objects.create(buurt=hier, wat=merk("afspraak"), door=wie["huisartsenpraktijk"])
    Vragenronde.objects.create(buurt=hier, lijst="aanraden", moment="nul", code=merk("vragenronde"))
    vol(
        hier,
        door=wie["huisartsenpraktijk"],
        beeld=merk("buurtbeeld"),
        plan=merk("buurtplan"),
        naam=merk("handtekening"),
    )


def plant_kamer(wie: dict[str, Any], hier: Buurt) -> None:
    """Notes and a file: of whoever is in the network, and of nobody else. What is in the file is looked for too."""
    door = wie["huisartsenpraktijk"]
    woord = merk("netwerkverslag")
    Netwerkverslag.objects.create(buurt=hier, titel=woord, tekst=woord, door=door)
    ding = Netwerkbestand(buurt=hier, naam=merk("netwerkbestand"), soort="pdf", grootte=9, door=door)
    ding.bestand.save("x.pdf", ContentFile(merk("netwerkbestand").encode()), save=True)


def plant_keuzes(hier: Buurt) -> None:
    """A choice with all that hangs on it, a profile, and a pathway that is approved but not public."""
    plan, pad = Interventie.objects.live().first(), Zorgpad.objects.live().first()
    keuze = Keuze.objects.create(buurt=hier, pagina=plan, naam=plan.title, waarom=merk("keuze"), reden=merk("keuze"))
    Stem.objects.create(keuze=keuze, wat="voor", waarom=merk("keuze"))
    Keuzeopmerking.objects.create(keuze=keuze, tekst=merk("keuze"))
    Keuzegebeurtenis.objects.create(keuze=keuze, wat="besluit", tekst=merk("keuze"))
    Buurtprofiel.objects.create(buurt=hier, krachten=merk("profiel"))
    eigen = Buurtpad.objects.create(
        buurt=hier, pagina=pad, naam=pad.title, kern=stappen(pad), goedgekeurd_op=timezone.localdate()
    )
    eerste = eigen.kern[0]["sleutel"]
    Stapafspraak.objects.create(pad=eigen, stap=eerste, afspraak=merk("buurtpad"), opmerking=merk("buurtpad"))
    Buurtnummer.objects.create(pad=eigen, wie=merk("buurtpad"), nummer="0500 000 004")
