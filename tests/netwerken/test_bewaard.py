"""A network's page, its list and somebody's workspace are kept by what stands there. Whatever changes, in whatever way: kept
and drawn anew are the same, for each who looks.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from kennisplatform.agenda.models import Bijeenkomst, Deelname, Ervaringsdeskundige
from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Lidmaatschap, Logregel
from kennisplatform.netwerken.models import Aanvraag, Afspraak, Meedoewens, Overdracht, Uitnodiging, Werkwijze
from kennisplatform.tekening import bewaren
from kennisplatform.volgen.models import Gebeurtenis, Melding
from leernetwerk.contact.models import Contactverzoek
from leernetwerk.delen.models import Inzending
from menukaart.begroting.models import Indiening
from menukaart.commitment.models import Handtekening
from menukaart.kiezen.models import Buurtprofiel, Keuze, Keuzeopmerking, Stem
from menukaart.models import Interventie
from menukaart.plan.models import Beeldkracht, Beelduitdaging, Buurtbeeld, Buurtplan, Planactiviteit
from tests import mensen
from tests.agenda.hulp import bijeenkomst, deskundige
from tests.menukaart.plan.hulp import vol
from tests.pagina import pagina
from tests.vastleggen import leg_vast, vastgelegd
from zorgpaden.lokaal.models import Buurtpad
from zorgpaden.models import Zorgpad

pytestmark = pytest.mark.django_db
SLEUTEL = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')
VAN_BUURT = ("netwerk", "keuzelijst", "plan_klaar")
VRAGEN = {
    "netwerk": 6,
    "keuzelijst": 6,
    "plan_klaar": 7,
    "keuze": 7,
    "werkplek": 6,
    "voortgang": 11,
    "register": 3,
}  # who is signed in included


class Wereld:
    """A network that has one of everything, and who look at it: one who pulls it, one who wants to join, and the team."""

    def __init__(self) -> None:
        self.buurt = mensen.buurt("bewaard")
        self.trekker = mensen.lid(self.buurt, Netwerkrol.KARTREKKER)
        self.lid = mensen.lid(self.buurt, Netwerkrol.GEMEENTE)
        self.vrager, self.team = mensen.persoon("vrager"), mensen.medewerker("transitieteam")
        vol(self.buurt, door=self.trekker)
        ding = Interventie.objects.get(slug="in-balans")
        plan = Buurtplan.objects.get(buurt=self.buurt)
        van_menu = {"plan": plan, "titel": "Van het menu", "begin": 8104, "eind": 8105, "keuze": ding}
        Planactiviteit.objects.create(thema=plan.activiteiten.get().thema, **van_menu)
        self.keuze = Keuze.objects.create(buurt=self.buurt, pagina=ding, naam="In Balans", door=self.trekker)
        Stem.objects.create(keuze=self.keuze, persoon=self.lid, wat="voor")
        nu = timezone.now()
        self.uitnodiging = {"rol": "anders", "sleutelhash": "h", "verloopt": nu + dt.timedelta(days=3)}
        Aanvraag.objects.create(buurt=self.buurt, persoon=self.vrager, functie="x", bericht="x")
        Afspraak.objects.create(buurt=self.buurt, wat="Zaal regelen", wie=self.lid)
        Werkwijze.objects.create(buurt=self.buurt, nummer=1, begin="x", bevestigd=nu.date())
        bijeenkomst(self.buurt)
        deskundige(self.buurt)
        Inzending.objects.create(buurt=self.buurt, schrijver=self.lid, titel="Soep")
        pad = Zorgpad.objects.filter(locale__language_code="nl")[0]
        Buurtpad.objects.create(buurt=self.buurt, pagina=pad, naam="Ons pad")
        wat = Gebeurtenis.objects.create(
            soort="x",
            kenmerk="x:1",
            titel="Er is iets",
            adres="/",
            zichtbaarheid="openbaar",
            pagina=Page.objects.get(pk=ding.pk),
        )
        Melding.objects.create(persoon=self.trekker, gebeurtenis=wat)
        los = Gebeurtenis.objects.create(soort="x", kenmerk="x:2", titel="Los", adres="/", zichtbaarheid="openbaar")
        Melding.objects.create(persoon=self.trekker, gebeurtenis=los)
        Logregel.objects.create(soort="rol", buurt=self.buurt, door=self.lid, tekst="kreeg een rol")
        Contactverzoek.objects.create(buurt=self.buurt, van=self.vrager, aan=self.trekker)
        elders = mensen.buurt("elders")
        mensen.lid(elders, Netwerkrol.COACH, self.trekker)  # so that there is a choice of neighbourhoods

    def adressen(self, wie: Gebruiker) -> list[tuple[str, str]]:
        if wie == self.team:  # sums of all are a minute old there, and say so: of one network they are not
            namen = ("voortgang", "register")
            return [*((naam, f"{reverse(naam)}?q={self.buurt.gemeente}") for naam in namen), ("programma", "")]
        if wie == self.vrager:
            return [("werkplek", reverse("werkplek"))]
        uit = [(naam, reverse(naam, args=[self.buurt.slug])) for naam in VAN_BUURT]
        uit.append(("keuze", reverse("keuze", args=[self.buurt.slug, self.keuze.pk])))
        return [*uit, ("werkplek", reverse("werkplek"))]


@pytest.fixture
def wereld(db: None) -> Wereld:
    return Wereld()


def clients(wereld: Wereld) -> list[tuple[Client, list[tuple[str, str]]]]:
    uit = []
    for wie in (wereld.trekker, wereld.vrager, wereld.team):
        client = Client()
        client.force_login(wie)
        uit.append((client, wereld.adressen(wie)))
    return uit


def lees(lezers: list[tuple[Client, list[tuple[str, str]]]]) -> list[str]:
    return [
        SLEUTEL.sub("", client.get(adres).content.decode())
        if adres
        else str(pagina(client.get(reverse(naam))).een("tbody"))
        for client, adressen in lezers
        for naam, adres in adressen
    ]


def zet(model: Any, waar: str = "buurt", **velden: Any) -> Callable[[Wereld], object]:
    """Without telling anybody: `update` sends no signal."""
    return lambda w: model.objects.filter(**{waar: w.buurt}).update(**velden)


def zet_stand(activiteit: Planactiviteit) -> None:
    """Saved: what plans say of a page is told, there as on the page itself."""
    activiteit.stand = "loopt"
    activiteit.save()


VERANDERINGEN: dict[str, Callable[[Wereld], object]] = {
    "stem": zet(Stem, "keuze__buurt", wat="twijfel", waarom="Te duur"),
    "opmerking": lambda w: Keuzeopmerking.objects.create(keuze=w.keuze, door=w.lid, tekst="Wie trekt dit?"),
    "wat er is": zet(Keuze, aanwezig={"x": "nee"}, waarom="Om de trap"),
    "besluit": zet(Keuze, stand="gekozen", reden="Om de trap", besloten_op=timezone.now()),
    "profiel": lambda w: Buurtprofiel.objects.create(buurt=w.buurt, uren=4, ses="laag"),
    "afspraak": zet(Afspraak, wat="Zaal gehuurd"),
    "afspraak gedaan": zet(Afspraak, gedaan_op=dt.date(2026, 1, 2)),
    "wens": lambda w: Meedoewens.objects.create(buurt=w.buurt, tekst="Ik help", mail="ik@x.example"),
    "uitnodiging": lambda w: Uitnodiging.objects.create(buurt=w.buurt, email=w.vrager.email, **w.uitnodiging),
    "uitnodiging weg": zet(Uitnodiging, ingetrokken=timezone.now()),
    "aanvraag": zet(Aanvraag, besluit="afgewezen", reden="Vol"),
    "overdracht": lambda w: Overdracht.objects.create(
        buurt=w.buurt, lid=Lidmaatschap.objects.get(buurt=w.buurt, persoon=w.lid), naar=w.trekker, door=w.lid
    ),
    "werkwijze": zet(Werkwijze, bevestigd=dt.date(2026, 1, 2)),
    "rol": zet(Lidmaatschap, functie="Op dinsdag"),
    "naam van een lid": lambda w: Gebruiker.objects.filter(pk=w.lid.pk).update(first_name="Anders"),
    "bijeenkomst": zet(Bijeenkomst, titel="Soep met elkaar"),
    "aangemeld": lambda w: Deelname.objects.create(
        bijeenkomst=Bijeenkomst.objects.get(buurt=w.buurt), persoon=w.trekker, staat="plek"
    ),
    "deskundige": zet(Ervaringsdeskundige, ervaring="Woonde overal"),
    "pad": zet(Buurtpad, naam="Zo doen wij het"),
    "voorbeeld": zet(Inzending, titel="Koffie"),
    "beeld": zet(Buurtbeeld, geraakt=timezone.now()),
    "uitdaging weg": lambda w: Beelduitdaging.objects.filter(beeld__buurt=w.buurt).delete(),
    "kracht weg": lambda w: Beeldkracht.objects.filter(beeld__buurt=w.buurt).delete(),
    "activiteit": lambda w: [zet_stand(a) for a in Planactiviteit.objects.filter(plan__buurt=w.buurt)],
    "besluit van de commissie": zet(Indiening, besluit="akkoord", besloten_op=timezone.now()),
    "getekend": zet(Handtekening, stand="getekend", getekend_op=timezone.now()),
    "bericht": lambda w: Gebeurtenis.objects.filter(kenmerk="x:1").update(titel="Er is nog iets"),
    "gelezen": lambda w: Melding.objects.filter(persoon=w.trekker, gebeurtenis__kenmerk="x:2").update(
        gelezen=timezone.now()
    ),
    "pagina van een bericht": lambda w: Interventie.objects.get(slug="in-balans").unpublish(),
    "vraag": lambda w: Contactverzoek.objects.filter(aan=w.trekker).update(beantwoord_op=timezone.now()),
    "nieuws": zet(Logregel, tekst="kreeg een andere rol"),
    "buurt": lambda w: Buurt.objects.filter(pk=w.buurt.pk).update(naam="Een andere buurt"),
}
ZONDER_GEVOLG = {"beeld"}  # of itself it says nothing


def test_whatever_changes_is_on_the_page_at_once(wereld: Wereld, eigen_index: Any) -> None:
    lezers = clients(wereld)
    leg_vast()
    eerst = lees(lezers)
    assert lees(lezers) == eerst
    for wat, verander in VERANDERINGEN.items():
        with vastgelegd():
            verander(wereld)
        nu = lees(lezers)
        bewaren.kast().weg("stand:", "register:")  # what these pages keep; of cards and the menu others know
        assert nu == lees(lezers), wat
        assert (nu != eerst) is (wat not in ZONDER_GEVOLG), f"{wat}: is this still a test of it?"
        eerst = nu


def test_what_is_kept_is_asked_for_in_a_few_queries(wereld: Wereld) -> None:
    """Also that it is kept at all: whoever reads a table that is not in the mark keeps nothing."""
    lezers = clients(wereld)
    leg_vast()
    lees(lezers)
    for client, adressen in lezers:
        for naam, adres in adressen:
            if not adres:
                continue
            with CaptureQueriesContext(connection) as gevangen:
                assert client.get(adres).status_code == 200
            assert len(gevangen) <= VRAGEN[naam], f"{naam}\n" + "\n".join(q["sql"][:200] for q in gevangen)


def test_what_the_clock_changes_is_not_kept_past_that_moment(wereld: Wereld) -> None:
    """A meeting that ends, an invitation that lapses."""
    client, adressen = clients(wereld)[0]
    straks = timezone.now() + dt.timedelta(hours=1)
    Bijeenkomst.objects.filter(buurt=wereld.buurt).update(begin=straks - dt.timedelta(hours=2), einde=straks)
    Uitnodiging.objects.create(buurt=wereld.buurt, email="a@x.example", **wereld.uitnodiging | {"verloopt": straks})
    leg_vast()
    for naam, adres in adressen:
        bewaren.leeg()
        client.get(adres)
        eind = [ding.tot for sleutel, ding in bewaren.kast()._alle.items() if sleutel.startswith(f"stand:{naam}:")]
        if naam in ("netwerk", "werkplek"):
            assert eind and max(eind) <= straks.timestamp() + 1, naam
