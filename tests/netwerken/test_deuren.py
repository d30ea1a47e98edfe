"""What else a network has stands in one list on its page: every way into a room, with what it is."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from kennisplatform.deelnemers.keuzes import Netwerkrol
from tests import mensen
from tests.pagina import pagina

DEUREN = {
    "keuzelijst", "buurtpaden", "vragenronden", "buurtcijfers", "uitkomsten", "vergelijkbaar", "cijfersessies",
    "netwerkkamer", "buurtscan", "werkwijze_wijzigen", "bellen_wijzigen", "geschiedenis", "logboek",
}  # fmt: skip  # a list of words


@pytest.mark.django_db
def test_every_room_has_its_row_and_each_opens() -> None:
    buurt = mensen.buurt("deurenbuurt")
    client = Client()
    client.force_login(mensen.lid(buurt, Netwerkrol.KARTREKKER))
    lijst = pagina(client.get(reverse("netwerk", args=[buurt.slug])))
    for naam in DEUREN:
        adres = reverse(naam, args=[buurt.slug])
        assert lijst.heeft(f"section[aria-labelledby=verder] a[href='{adres}']"), naam
        assert client.get(adres).status_code == 200, naam


@pytest.mark.django_db
def test_a_network_without_people_is_led_to_its_first_kartrekker() -> None:
    """It said 'begin the buurtbeeld' to a team that can't write it, and the register said 'nobody yet' and stopped there."""
    buurt, client = mensen.buurt("legebuurt"), Client()
    client.force_login(mensen.medewerker("transitieteam"))
    for naam, waar in (("netwerk", ".nudoen"), ("register_buurt", "main")):
        blad = pagina(client.get(reverse(naam, args=[buurt.slug])))
        (adres,) = {a for a in blad.waarden(f"{waar} a.knop", "href") if "uitnodigen/" in a}
        assert "eerste kartrekker" in blad.tekst(waar)
        assert pagina(client.get(adres)).velden("main form.formulier")["rol"] == Netwerkrol.KARTREKKER
    mensen.lid(buurt, Netwerkrol.KARTREKKER)
    blad = pagina(client.get(reverse("netwerk", args=[buurt.slug])))
    assert "buurtbeeld" in blad.tekst(".nudoen") and "eerste kartrekker" not in blad.tekst("main")
