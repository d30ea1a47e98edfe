"""Addresses at which somebody could see what is not theirs, and what of the planted records stands there."""

from __future__ import annotations

from django.db import transaction
from django.test import Client

from kennisplatform.agenda.models import Bijeenkomst
from kennisplatform.deelnemers.models import Buurt, Herindeling, Lidmaatschap
from kennisplatform.eigenkamer.models import Netwerkbestand, Netwerkverslag
from kennisplatform.gesprek.models import Bijdrage
from kennisplatform.netwerken.models import Aanvraag, Afspraak, Meedoewens, Uitnodiging
from kennisplatform.register.models import Buurtinvoer
from kennisplatform.volgen.models import Melding
from kennisplatform.vragenlijsten.models import Vragenronde
from leernetwerk.contact.models import Contactverzoek
from leernetwerk.delen.models import Inzending
from leernetwerk.models import Praktijkvoorbeeld
from leernetwerk.podium.models import Nieuwsbrief, Uitlichting
from menukaart.begroting.models import Commissievraag, Indiening
from menukaart.commitment.models import Handtekening
from menukaart.kiezen.models import Keuze
from menukaart.plan.models import Beelduitdaging, Begrotingsregel, Planactiviteit
from tests.site.inzage import SOORTEN
from tests.site.planten import MERK, merk
from tests.site.test_rechten import ALLE
from zorgpaden.lokaal.models import Buurtpad


def adressen(hier: Buurt, redactie: bool, zoeken: bool) -> list[str]:
    """Every route that can be asked without knowing more than a name and a number.

    The admin is shut for others (test_rechten.py), and search knows no reader: one reader's answers are everybody's, so
    the others ask each search page once.
    """
    uit = []
    for patroon, naam, _view in ALLE:
        if naam in {"wagtailadmin_logout", "account_logout", "wagtailadmin_error_test"} or "(" in patroon:
            continue
        if naam in {
            "stuk_pdf",
            "stuk_word",
        }:  # packed, so no marker can be read in it: the pages with the same text are asked
            continue
        if patroon.startswith("admin/") and not redactie:
            continue
        adres = "/" + patroon.replace("<slug:buurt>", hier.slug).replace("<slug:slug>", hier.slug).replace(
            "<int:nummer>", "1"
        )
        if "<int:pk>" in adres:
            uit += [adres.replace("<int:pk>", str(pk)) for pk in nummers(adres, hier)]
        elif "<uuid:sleutel>" in adres:
            model = Contactverzoek if "/contact/" in adres else Inzending
            for sleutel in model.objects.filter(buurt=hier).values_list("sleutel", flat=True):
                met = adres.replace("<uuid:sleutel>", str(sleutel))
                uit += [
                    met.replace("<slug:stap>", stap) for stap in ("verhaal", "geleerd", "inzet", "beeld", "nakijken")
                ]
        elif patroon.startswith("leernetwerk/agenda/<slug:slug>"):
            slugs = Bijeenkomst.objects.filter(buurt=hier).values_list("slug", flat=True)
            uit += ["/" + patroon.replace("<slug:slug>", slug) for slug in slugs]
        elif "<" not in adres and "^" not in adres:
            uit.append(adres)
    uit += [pagina.url for pagina in Praktijkvoorbeeld.objects.filter(pk__in=Bijdrage.objects.values("pagina"))]
    paden = Buurtpad.objects.filter(buurt=hier).values_list("pagina__slug", flat=True)
    uit += [f"/zorgpaden/in/{hier.slug}/{pad}/{deel}" for pad in paden for deel in ("", "folder/")]
    uit += [f"/leernetwerk/gesprek/beheer/?lijst={lijst}" for lijst in ("nieuwste", "gemeld", "verborgen")]
    uit += [f"/leernetwerk/volgen/bericht/{pk}/" for pk in Melding.objects.values_list("pk", flat=True)]
    zoek = [
        f"{pad}{MERK}{rest}"
        for pad in ("/zoeken/?q=", "/ar/zoeken/?q=", "/api/v1/zoeken?q=", "/api/v1/suggesties?q=", "/leernetwerk/?q=")
        for rest in (
            "",
            "lid",
            "werkwijze",
            "notities",
            "gesprekeigen",
            "gespreknet",
            "gesprekweg",
            "bijeenkomst",
            "samenkomst",
            "meedoelink",
        )
        if zoeken or not rest
    ]
    return [
        *uit,
        *zoek,
        hier.get_absolute_url(),
        "/",
        "/leernetwerk/",
        "/preventie/",
        "/sitemap.xml",
        "/leernetwerk/agenda/?eerder=1",
        "/register/export/?soort=xlsx",
        *(f"/register/invoeren/?rest={lijst.pk}" for lijst in Buurtinvoer.objects.all()),
    ]


def nummers(adres: str, hier: Buurt) -> list[int]:
    """Of the records that this route could show."""
    if "/vragenlijsten/" in adres:
        return list(Vragenronde.objects.filter(buurt=hier).values_list("pk", flat=True))
    if "/kamer/" in adres:
        model = Netwerkverslag if "/verslag/" in adres else Netwerkbestand
        return list(model.objects.filter(buurt=hier).values_list("pk", flat=True))
    if "/afspraken/" in adres:
        return list(Afspraak.objects.filter(buurt=hier).values_list("pk", flat=True))
    if "/keuzes/" in adres or "/zorgpaden/" in adres:
        model = Keuze if "/keuzes/" in adres else Buurtpad
        return list(model.objects.filter(buurt=hier).values_list("pk", flat=True))
    if any(deel in adres for deel in ("/plan/", "/begroting/", "/begrotingen/", "/commitment/", "/buurtbeeld/")):
        return plannummers(adres, hier)
    van = {
        "/werkplek/": [m.objects.filter(buurt=hier) for m in (Lidmaatschap, Aanvraag, Meedoewens, Uitnodiging)],
        "/register/": [Herindeling.objects.all(), Buurtinvoer.objects.all()],
        "/podium/": [Nieuwsbrief.objects.all() if "brief" in adres else Uitlichting.objects.all()],
        # What was planted, and two of the demo: its others are drawn by the same templates and hold nothing planted.
        "/gesprek/": [Bijdrage.objects.filter(buurt=hier), Bijdrage.objects.exclude(buurt=hier).order_by("pk")[:2]],
        "/ervaringsdeskundigen/": [hier.ervaringsdeskundigen.all()],
    }
    return [een.pk for deel, rijen in van.items() if deel in adres for rij in rijen for een in rij]


def plannummers(adres: str, hier: Buurt) -> list[int]:
    """One row of the kind that the address is about: all of them hold the same marker."""
    van = {
        "/begrotingen/": Indiening.objects.filter(buurt=hier),
        "/commitment/": Handtekening.objects.filter(buurt=hier),
        "/regel/": Begrotingsregel.objects.filter(activiteit__plan__buurt=hier),
        "/vraag/": Commissievraag.objects.filter(indiening__buurt=hier),
        "/plan/activiteit/": Planactiviteit.objects.filter(plan__buurt=hier),
        "/uitdaging/": Beelduitdaging.objects.filter(beeld__buurt=hier),
    }
    return [pk for deel, rij in van.items() if deel in adres for pk in rij.values_list("pk", flat=True)[:1]]


def gezien(client: Client, hier: Buurt, redactie: bool, zoeken: bool) -> dict[str, str]:
    """Kind of record → an address that showed it. The reader's own question, played back, does not count."""
    uit: dict[str, str] = {}
    for adres in adressen(hier, redactie, zoeken):
        with transaction.atomic():
            antwoord = client.get(adres)
            transaction.set_rollback(True)
        assert antwoord.status_code < 500, adres
        inhoud = b"".join(antwoord) if antwoord.streaming else antwoord.content
        tekst = inhoud.decode("utf-8", "replace").lower()
        if MERK not in tekst:
            continue
        vraag = adres.partition("q=")[2]
        for soort in SOORTEN - {vraag.removeprefix(MERK)}:
            if merk(soort) in tekst:
                uit.setdefault(soort, adres)
    return uit
