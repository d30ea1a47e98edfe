"""Who reads another language is told what of a page is Dutch, and reads in their own whom to call."""

from __future__ import annotations

import pytest
from django.test import Client

from kennisplatform.basis.taal import DEELS, VOLGT
from kennisplatform.deelnemers.models import Buurt
from tests.pagina import pagina

pytestmark = pytest.mark.django_db


def test_every_dutch_screen_says_so_in_the_language_that_is_read(client: Client) -> None:
    buurt = Buurt.objects.actief().first()
    assert buurt
    helemaal = f"buurten/{buurt.slug}/vergelijkbaar/"
    deels = [f"buurten/{buurt.slug}/{deel}" for deel in ("", "meepraten/", "cijfers/")]
    for taal, zin in VOLGT.items():
        assert pagina(client.get(f"/{taal}/{helemaal}")).teksten("main .melding[role=note]")[:1] == [zin], taal
        for pad in ("preventie/", "zoeken/?q=slapen", "buurten/", *deels):
            assert DEELS[taal] in pagina(client.get(f"/{taal}/{pad}")).teksten("main .melding[role=note]"), (taal, pad)


def test_what_is_in_the_language_itself_says_nothing(client: Client) -> None:
    """Dutch for who reads Dutch; and a questionnaire, which is in six languages."""
    zinnen = {*VOLGT.values(), *DEELS.values()}
    for pad in ("/buurten/", "/preventie/", "/zoeken/?q=slapen", "/ar/vragen/", "/pl/vragen/"):
        assert zinnen.isdisjoint(pagina(client.get(pad)).teksten("main p")), pad


def test_no_number_to_call_now_is_told_in_dutch_only(client: Client) -> None:
    for taal in VOLGT:
        nummers = pagina(client.get(f"/{taal}/")).een("section.nummers")
        uitleg = nummers.select("li span")
        assert len(uitleg) == 4 and not [u for u in uitleg if u.get("lang") == "nl"], taal
