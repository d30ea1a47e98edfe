"""'Wie doet dit al' beside a choice: how it goes in plans of others, and nothing of what they did not lay down."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse

from kennisplatform.deelnemers.models import Buurt
from menukaart.kiezen import keuzelijst, wie_doet_dit
from menukaart.models import Interventie
from menukaart.plan.models import Planactiviteit, Planversie
from tests import mensen
from tests.menukaart.uitvoeren.test_uitvoeren import klant, plan_met
from tests.pagina import pagina

pytestmark = pytest.mark.django_db
SINDS = dt.date(2025, 5, 1)


def in_plan_van(buurt: Buurt, ding: Interventie, stand: str, **velden: Any) -> Planactiviteit:
    return plan_met(buurt, mensen.lid(buurt), keuze=ding, stand=stand, **velden)


def test_beside_a_choice_stands_how_it_went_in_plans_of_others() -> None:
    hier = mensen.buurt("hier", provincie="Drenthe")
    lid = mensen.lid(hier)
    ding = Interventie.objects.live().get(slug="in-balans")
    (keuze,) = keuzelijst.leg(buurt=hier, paginas=[ding], waarom="", door=lid)
    in_plan_van(hier, ding, "loopt")  # what we do ourselves, we know
    loopt, weg, ontwerp, later, gewijzigd = (
        mensen.buurt(f"{naam}buurt") for naam in ("loopt", "stop", "ontwerp", "later", "gewijzigd")
    )
    in_plan_van(loopt, ding, "loopt", gestart_op=SINDS)
    in_plan_van(
        weg, ding, "gestopt", gestart_op=SINDS, gestopt_op=dt.date(2025, 9, 1), stopreden="Niemand kwam op zaterdag."
    )
    in_plan_van(ontwerp, ding, "loopt")
    Planversie.objects.filter(plan__buurt=ontwerp).delete()
    in_plan_van(later, ding, "gepland")
    gewijzigd_a = in_plan_van(gewijzigd, ding, "gepland")
    gewijzigd_a.aangepast = "Geheim ontwerp"
    gewijzigd_a.save()  # after it was laid down

    blad = pagina(klant(lid).get(reverse("keuze", args=[hier.slug, keuze.pk])))
    rij = {tekst.split()[0]: tekst for tekst in blad.teksten("[aria-labelledby=wie-dit] > ul > li")}
    assert {"Looptbuurt", "Stopbuurt", "Laterbuurt"} <= set(rij) and "Hier" not in rij
    assert "In hun plan: loopt, sinds mei 2025." in rij["Looptbuurt"]
    assert "gestopt, sinds mei 2025, tot september 2025. Waarom het stopte: Niemand kwam" in rij["Stopbuurt"]
    assert "gepland" in rij["Laterbuurt"]
    assert not {"Ontwerpbuurt", "Gewijzigdbuurt"} & set(rij) and "Geheim ontwerp" not in blad.tekst("body")
    assert blad.heeft(f'[aria-labelledby=wie-dit] a[href="{reverse("contact_vraag", args=[weg.slug])}"]')
    Buurt.objects.filter(pk=loopt.pk).update(opgeheven=dt.date(2026, 1, 1))
    assert "Looptbuurt" not in pagina(klant(lid).get(reverse("keuze", args=[hier.slug, keuze.pk]))).tekst("body")


def test_who_is_in_no_network_reads_no_plan_of_one() -> None:
    """The page itself is shut to them; the function asks as well, so that another page can't forget to."""
    hier, daar = mensen.buurt("hier"), mensen.buurt("stopbuurt")
    ding = Interventie.objects.live().get(slug="in-balans")
    (keuze,) = keuzelijst.leg(buurt=hier, paginas=[ding], waarom="", door=mensen.lid(hier))
    in_plan_van(daar, ding, "gestopt", stopreden="Niemand kwam op zaterdag.")
    gisteren = dt.date(2025, 1, 1)
    oud = mensen.lid(hier, van=gisteren, tot=gisteren)
    for wie in (AnonymousUser(), mensen.persoon("vreemde"), oud):
        assert not [b for b in wie_doet_dit.van(keuze, wie) if b.plannen or b.plaats == "Stopbuurt"]
    for wie in (mensen.lid(daar), mensen.medewerker("transitieteam")):
        assert [b for b in wie_doet_dit.van(keuze, wie) if b.plannen and b.plaats == "Stopbuurt"]
