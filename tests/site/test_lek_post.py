"""What leaves by mail tells nobody what they may not read."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail
from django.urls import reverse

from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.gesprek.schrijven import schrijf
from kennisplatform.netwerken.models import Aanvraag
from kennisplatform.post.models import Bericht
from kennisplatform.volgen.models import Volg
from kennisplatform.volgen.overzichten import stuur_alles
from leernetwerk.models import Praktijkvoorbeeld
from tests import mensen
from tests.site.inzage import BUITEN, GESPREK, GESPREK_MAG, MAG, SOORTEN
from tests.site.lekwereld import bevolk
from tests.site.planten import merk
from tests.site.test_rechten import client_van

pytestmark = pytest.mark.django_db


@pytest.fixture
def hier() -> Buurt:
    return mensen.buurt("hier")


@pytest.fixture
def wie(hier: Buurt) -> dict[str, Any]:
    return bevolk(hier)


def test_the_mail_tells_nothing_of_inside(
    wie: dict[str, Any], hier: Buurt, django_capture_on_commit_callbacks: Any
) -> None:
    """Asking, inviting and deciding send mail; none holds what the network or the team wrote for itself."""
    with django_capture_on_commit_callbacks(execute=True):
        client_van(wie["lid-elders"]).post(
            reverse("meedoen", args=[hier.slug]),
            {"functie": merk("aanvraag"), "rol": "anders", "bericht": merk("aanvraag")},
        )
        kartrekker = client_van(wie["kartrekker"])
        kartrekker.post(reverse("uitnodigen", args=[hier.slug]), {"email": "nieuw@x.example", "rol": "gemeente"})
        vraag = Aanvraag.objects.get(buurt=hier, persoon=wie["lid-elders"])
        kartrekker.post(reverse("aanvraag", args=[hier.slug, vraag.pk]), {"besluit": "afwijzen", "rol": "anders"})
    assert len(mail.outbox) == 3
    for brief in mail.outbox:
        geheim = [s for s in SOORTEN if merk(s) in f"{brief.subject} {brief.body}".lower()]
        # The asker's own function goes to the kartrekker, who decides about it.
        assert geheim == (["aanvraag"] if brief.to == [wie["kartrekker"].email] else [])


def test_a_digest_mails_only_what_somebody_may_read(wie: dict[str, Any], hier: Buurt) -> None:
    """Everybody follows the page; the letters are written by the night's run."""
    Bericht.objects.all().delete()
    pagina = Praktijkvoorbeeld.objects.live().filter(locale__language_code="nl").order_by("pk").first()
    mensen_ = {naam: mens for naam, mens in wie.items() if naam != "anoniem"}
    for mens in mensen_.values():
        Volg.objects.create(persoon=mens, soort="pagina", sleutel=str(pagina.pk))
    for soort, zicht in (("gesprekeigen", Zichtbaarheid.EIGEN), ("gespreknet", Zichtbaarheid.NETWERKEN)):
        schrijf(
            soort="vraag",
            pagina=pagina,
            door=wie["anders"],
            tekst="x",
            kop=merk(soort),
            buurt=hier,
            zichtbaarheid=zicht,
        )
    stuur_alles()
    per = {b.aan: f"{b.onderwerp} {b.tekst}" for b in Bericht.objects.all()}
    for naam, mens in mensen_.items():
        gelezen = {soort for soort in GESPREK if merk(soort) in per.get(mens.email, "").lower()}
        verwacht = GESPREK_MAG.get(naam, set()) & {"gesprekeigen", "gespreknet", "melding"}
        if naam in BUITEN or naam in MAG:
            assert gelezen == verwacht, naam
