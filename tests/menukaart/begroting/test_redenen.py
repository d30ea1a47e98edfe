"""The committee reads why a network does what it asks money for; what was written for the network alone stays there."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kennisplatform.deelnemers.models import Buurt, Gebruiker
from menukaart.begroting.models import Indiening
from menukaart.commitment.models import Handtekening
from menukaart.kiezen.models import Keuze, Stem
from menukaart.models import Interventie
from menukaart.plan.models import Planversie
from tests import mensen
from tests.menukaart.begroting.hulp import plan_met
from tests.menukaart.plan.test_reis import naar
from tests.pagina import pagina

pytestmark = pytest.mark.django_db


def test_reasons_stand_where_the_committee_decides(trekt: Client, trekker: Gebruiker, buurt: Buurt) -> None:
    plan = plan_met(buurt, ("Zaal", "40", "12.35"))
    balans = Interventie.objects.get(slug="in-balans")
    keuze = Keuze.objects.create(
        buurt=buurt,
        pagina=balans,
        naam=balans.title,
        stand="gekozen",
        waarom="Alleen voor ons.",
        reden="Bij ons vallen veel ouderen.",
        besloten_op=timezone.now(),
        bewijs_toen="Eerste aanwijzingen",
    )
    Stem.objects.create(keuze=keuze, persoon=trekker, wat="twijfel", waarom="Ik twijfel hard.")
    eerste = plan.activiteiten.first()
    assert eerste is not None
    plan.activiteiten.filter(pk=eerste.pk).update(keuze=balans, aangepast="Wij doen het buiten.")
    trekt.post(naar("begroting_indienen", buurt))
    commissie = Client()
    commissie.force_login(mensen.medewerker("begrotingscommissie"))
    adres = reverse("begroting_beoordelen", args=[Indiening.objects.get(buurt=buurt).pk])
    tekst = pagina(commissie.get(adres)).tekst(f"#activiteit-{eerste.pk} .planreden")
    for staat_er in ("Bij ons vallen veel ouderen.", "Eerste aanwijzingen", "Wij doen het buiten."):
        assert staat_er in tekst
    assert "twijfel" not in tekst and "Alleen voor ons" not in commissie.get(adres).content.decode()
    Keuze.objects.filter(pk=keuze.pk).update(stand="overwogen")  # taken up again: no decision, no reason
    assert "Bij ons vallen" not in pagina(commissie.get(adres)).tekst("main")


def test_one_signature_is_told_in_dutch(trekt: Client, trekker: Gebruiker, buurt: Buurt) -> None:
    plan = plan_met(buurt, ("Zaal", "40", "12.35"))
    versie = Planversie.objects.create(plan=plan, nummer=1, inhoud="{}", vingerafdruk="a" * 64, door=trekker)
    Handtekening.objects.create(buurt=buurt, versie=versie, organisatie="Wij", rol="baas", email="a@b.example")
    assert "getekend: 0 van 1" in pagina(trekt.get(naar("netwerk", buurt))).tekst(".buurtweg").lower()
