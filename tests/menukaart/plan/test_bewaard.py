"""The pages of a plan are kept by what stands there. Whatever changes, in whatever way: kept and drawn anew are the same."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from kennisplatform.basis.models import Begrip
from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.tekening import bewaren
from menukaart.begroting.models import Bandstand, Commissievraag, Indiening
from menukaart.kiezen import keuzelijst
from menukaart.kiezen.keuzes import Keuzestand
from menukaart.models import Interventie
from menukaart.plan.models import Beelduitdaging, Begrotingsregel, Buurtplan, Planactiviteit, Planthema, Tarief
from tests import mensen
from tests.menukaart.plan.hulp import vol
from tests.pagina import pagina
from tests.vastleggen import leg_vast, vastgelegd

pytestmark = pytest.mark.django_db
PAGINAS = ("buurtplan", "begroting", "uitvoeren")
SLEUTEL = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')


@pytest.fixture
def buurt(db: None) -> Buurt:
    buurt = mensen.buurt("bewaardbuurt")
    trekker = mensen.lid(buurt, Netwerkrol.KARTREKKER)
    vol(buurt, door=trekker)
    plan = Buurtplan.objects.get(buurt=buurt)
    ding = Interventie.objects.get(slug="in-balans")
    eerste = plan.activiteiten.get()
    thema = Planthema.objects.select_related("thema").get(plan=plan, thema__code="lerende-buurt").thema
    van_menu = Planactiviteit.objects.create(
        plan=plan, thema=thema, titel="Van het menu", begin=8104, eind=8105, keuze=ding, na=eerste
    )
    eerste.uitdaging = Beelduitdaging.objects.get(beeld__buurt=buurt)
    eerste.stand = "loopt"
    eerste.save()
    assert van_menu.keuze
    return buurt


def wie(buurt: Buurt, rol: str) -> Client:
    client = Client()
    client.force_login(mensen.lid(buurt, rol))
    return client


def lees(client: Client, buurt: Buurt) -> list[str]:
    antwoorden = [client.get(reverse(naam, args=[buurt.slug])) for naam in PAGINAS]
    assert [a.status_code for a in antwoorden] == [200] * len(PAGINAS)
    return [SLEUTEL.sub("", a.content.decode()) for a in antwoorden]


def zet(model: Any, **velden: Any) -> Callable[[Buurt], object]:
    """Without telling anybody: `update` sends no signal."""
    weg = {Begrotingsregel: "activiteit__plan__buurt", Beelduitdaging: "beeld__buurt", Buurtplan: "buurt"}
    return lambda buurt: model.objects.filter(**{weg.get(model, "plan__buurt"): buurt}).update(**velden)


def kies(buurt: Buurt) -> None:
    ding, door = Interventie.objects.get(slug="otago"), mensen.lid(buurt)
    (keuze,) = keuzelijst.leg(buurt=buurt, paginas=[ding], waarom="Om de trap", door=door)
    keuzelijst.beslis(keuze=keuze, stand=Keuzestand.GEKOZEN, reden="Om de trap", bewijs="", door=door)


def met_tarief(buurt: Buurt) -> None:
    tarief = Tarief.objects.create(naam="Zaal", prijs=Decimal("12.34"), vanaf=dt.date(2026, 1, 1), bron="x")
    Begrotingsregel.objects.filter(activiteit__plan__buurt=buurt).update(tarief=tarief)


def nieuwe_nacht(buurt: Buurt) -> None:
    standaard = Planactiviteit.objects.filter(plan__buurt=buurt, keuze__isnull=False).get()
    vast = {"laag": 10, "hoog": 90, "tweede_laag": 20, "tweede_hoog": 80, "laag_plan": 0, "hoog_plan": 0}
    Bandstand.objects.create(soort="keuze", nummer=standaard.keuze_id or 0, aantal=7, **vast)


VERANDERINGEN: dict[str, Callable[[Buurt], object]] = {
    "naam": zet(Planactiviteit, titel="Soep & koffie"),
    "stand": zet(Planactiviteit, stand="gestopt", stopreden="Geen zaal"),
    "wie": zet(Planactiviteit, wie=""),
    "thema": zet(Planthema, doel="Niemand alleen", reden="Later"),
    "jaren": zet(Buurtplan, inwoners=2000, tot=2031),
    "prijs": zet(Begrotingsregel, prijs=Decimal("12.34")),
    "besteed": zet(Begrotingsregel, uitgegeven=Decimal("7.50"), gebruikt=Decimal(3)),
    "uitdaging": zet(Beelduitdaging, titel="Een andere uitdaging"),
    "antwoord": lambda b: Commissievraag.objects.filter(indiening__buurt=b).update(antwoord="Daarom"),
    "besluit": lambda b: Indiening.objects.filter(buurt=b, besluit="terug").update(
        besluit="afgewezen", toelichting="Nee"
    ),
    "tarief": met_tarief,
    "band": nieuwe_nacht,
    "keuze": kies,
    "mail uit": zet(Buurtplan, herinneren=False),
    "buurt": lambda b: Buurt.objects.filter(pk=b.pk).update(naam="Een andere buurt"),
    "wie vaststelde": lambda b: Gebruiker.objects.filter(
        pk=Buurtplan.objects.get(buurt=b).versies.get().door_id
    ).update(first_name="Anders"),
    "naam van een thema": lambda b: Begrip.objects.filter(code="lerende-buurt").update(label="Een ander thema"),
    "adres van wat gekozen is": lambda b: Page.objects.filter(slug="in-balans").update(
        slug="balans", url_path="/nl/menukaart/balans/"
    ),
    "weg": lambda b: Planactiviteit.objects.filter(plan__buurt=b, keuze__isnull=False).delete(),
}


def test_whatever_changes_is_on_the_page_at_once(buurt: Buurt, eigen_index: Any) -> None:
    lezers = [wie(buurt, rol) for rol in (Netwerkrol.KARTREKKER, Netwerkrol.GEMEENTE)]
    leg_vast()
    eerst = [lees(lezer, buurt) for lezer in lezers]
    assert [lees(lezer, buurt) for lezer in lezers] == eerst
    for wat, verander in VERANDERINGEN.items():
        with vastgelegd():
            verander(buurt)
        buurt.refresh_from_db()
        nu = [lees(lezer, buurt) for lezer in lezers]
        bewaren.leeg()
        assert nu == [lees(lezer, buurt) for lezer in lezers], wat
        assert nu != eerst, f"{wat} changed nothing on these pages: is this still a test of it?"
        eerst = nu


def test_who_may_less_gets_a_drawing_of_their_own(buurt: Buurt) -> None:
    trekker, lid, commissie = wie(buurt, Netwerkrol.KARTREKKER), wie(buurt, Netwerkrol.GEMEENTE), Client()
    commissie.force_login(mensen.medewerker("begrotingscommissie"))
    leg_vast()
    for volgorde in ((trekker, lid, commissie), (commissie, lid, trekker)):
        bewaren.leeg()
        for _keer in range(2):
            for client in volgorde:
                plan = pagina(client.get(reverse("buurtplan", args=[buurt.slug])))
                begroting = pagina(client.get(reverse("begroting", args=[buurt.slug])))
                schrijft = client is not commissie
                assert plan.heeft("a[href*='/plan/activiteit/']") == schrijft
                assert begroting.heeft("a[href*='/begroting/regel/']") == schrijft
                # One question waits for its answer, so the way to the committee leads there first.
                assert begroting.heeft(".knoppen a[href^='#vraag-']") == (client is trekker)


def test_a_form_in_what_is_kept_works_for_everybody(buurt: Buurt) -> None:
    leg_vast()
    streng = [Client(enforce_csrf_checks=True) for _n in range(2)]
    adres = reverse("uitvoeren", args=[buurt.slug])
    activiteit = Planactiviteit.objects.get(plan__buurt=buurt, stand="gepland")
    houd = reverse("planactiviteit_stand", args=[buurt.slug, activiteit.pk])
    for client in streng:
        client.force_login(mensen.lid(buurt))
        client.get(adres)  # the second gets what the first one drew
    for client in streng:
        velden = pagina(client.get(adres)).velden(f'form[action="{houd}"]')
        assert client.post(houd, velden | {"snel": "loopt"}).status_code == 302
