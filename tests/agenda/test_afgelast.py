"""A meeting that was called off: told where it stood, counted nowhere, the answer to no other question."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import QueryDict
from django.test import Client
from django.utils import timezone

from kennisplatform.agenda.lijst import lijst
from kennisplatform.agenda.models import Bijeenkomst
from tests.agenda import hulp as agenda
from tests.pagina import pagina

pytestmark = pytest.mark.django_db


def test_the_agenda_shows_it_and_does_not_count_it(client: Client) -> None:
    Bijeenkomst.objects.all().delete()
    agenda.bijeenkomst(titel="Samen koken")
    agenda.bijeenkomst(titel="Wandelen langs de vaart", afgelast=timezone.now(), reden="De gids is ziek.")
    pag = pagina(client.get("/leernetwerk/agenda/"))
    assert pag.tekst("[role=status] strong") == "1 bijeenkomst"
    assert "Wandelen langs de vaart" in pag.tekst("main")


def test_filters_count_what_is_held() -> None:
    Bijeenkomst.objects.all().delete()
    agenda.bijeenkomst(soort="dialoog")
    agenda.bijeenkomst(soort="dialoog", afgelast=timezone.now())
    agenda.bijeenkomst(soort="webinar")
    soort = next(rij for naam, _, rij in lijst(QueryDict(), AnonymousUser()).keuzes if naam == "soort")
    assert sorted(keuze.aantal for keuze in soort) == [1, 1]


def test_search_knows_it_by_its_name_only() -> None:
    ding = agenda.bijeenkomst(titel="Wandelen langs de vaart", omschrijving="Over eenzaamheid.")
    assert "eenzaamheid" in ding.zoekdocument().tekst
    ding.afgelast, ding.reden = timezone.now(), "De gids is ziek."
    doc = ding.zoekdocument()
    assert doc.titel == "Gaat niet door: Wandelen langs de vaart"
    assert not doc.tekst and not doc.facetten and "eenzaamheid" not in doc.samenvatting
