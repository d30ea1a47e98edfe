"""Reading conversations: who sees which, in the page and in the list, and what nobody may find."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kennisplatform.basis.models import Begrip
from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.gesprek import schrijven, toezicht
from kennisplatform.gesprek.models import Bijdrage
from leernetwerk.models import Praktijkvoorbeeld
from tests import mensen
from tests.gesprek.hulp import client_van, tekst_van

pytestmark = pytest.mark.django_db
WIE_LEEST = {
    "openbaar": None,  # everybody
    "netwerken": {"anoniem", "vreemde", "oud-lid", "oud-kartrekker", "straks-lid"},  # everybody but these
}
BINNEN = {"kartrekker", "huisartsenpraktijk", "sociaal-domein", "gemeente", "burgervertegenwoordiging", "anders",
          "projectcoordinator", "transitiecoach", "transitieteam"}  # fmt: skip  # a list of words


@pytest.mark.parametrize("zicht", ["openbaar", "netwerken", "eigen"])
def test_who_reads_what(pagina: Praktijkvoorbeeld, hier: Buurt, schrijf: Any, zicht: str) -> None:
    iedereen = mensen.iedereen(hier, mensen.buurt("daar"))
    vraag = schrijf("Kwikzilver", zichtbaarheid=zicht)
    schrijf("Waaier", vraag=vraag)
    lezers = (
        set(iedereen) - WIE_LEEST[zicht] if WIE_LEEST.get(zicht) else set(iedereen) if zicht == "openbaar" else BINNEN
    )
    for naam, mens in iedereen.items():
        client = client_van(None if naam == "anoniem" else mens)
        tekst = tekst_van(client, pagina.url)
        assert ("Kwikzilver" in tekst, "Waaier" in tekst) == (naam in lezers, naam in lezers), naam
        assert (client.get(vraag.get_absolute_url()).status_code == 200) == (naam in lezers), naam
        lijst = tekst_van(client, reverse("gesprekken") + "?q=kwikzilver")
        assert ("1 vraag" in lijst) == (naam in lezers), naam


def test_an_answer_is_never_more_public_than_its_question(schrijf: Any, hier: Buurt) -> None:
    vraag = schrijf(zichtbaarheid=Zichtbaarheid.EIGEN)
    team = mensen.medewerker("transitieteam")
    antwoord = schrijf("Van het team", vraag=vraag, door=team, buurt=None)
    assert (antwoord.zichtbaarheid, antwoord.buurt, antwoord.namens_programma) == ("eigen", hier, True)
    assert "Van het team" not in tekst_van(Client(), vraag.pagina.specific.url)
    buiten = client_van(mensen.lid(mensen.buurt("daar")))
    assert buiten.post(reverse("gesprek_antwoord", args=[vraag.pk]), {"tekst": "Ik ook"}).status_code == 404


def test_a_page_that_closes_takes_its_conversation_along(
    schrijf: Any, pagina: Praktijkvoorbeeld, lid: Gebruiker
) -> None:
    vraag = schrijf()
    pagina.unpublish()
    for client in (Client(), client_van(lid)):
        assert client.get(vraag.get_absolute_url()).status_code == 404
        assert vraag.kop not in tekst_van(client, reverse("gesprekken"))


@pytest.mark.parametrize(
    "pad", ["", "antwoord/", "wijzig/", "weg/", "hielp/", "meld/", "verberg/", "toon/", "afgehandeld/", "slot/"]
)
def test_an_invented_number_does_not_exist(pad: str, schrijf: Any) -> None:
    """A number of what one may not see answers like a number that nobody has."""
    geheim = schrijf(zichtbaarheid=Zichtbaarheid.EIGEN)
    redacteur = client_van(mensen.medewerker("redacteur"))
    for pk in (geheim.pk, 10**12):
        for methode in (redacteur.get, redacteur.post):
            assert methode(f"/leernetwerk/gesprek/{pk}/{pad}").status_code in {404, 405}, (pk, pad)
    geheim.refresh_from_db()
    assert not geheim.verborgen and not geheim.op_slot


def test_the_list_of_questions(schrijf: Any, pagina: Praktijkvoorbeeld, lid: Gebruiker) -> None:
    Bijdrage.objects.all().delete()
    open_, klaar, dicht = schrijf(kop="Open vraag"), schrijf(kop="Klare vraag"), schrijf(kop="Dichte vraag")
    schrijven.markeer_hulp(antwoord=schrijf("Zo.", vraag=klaar), door=lid)
    toezicht.zet_slot(vraag=dicht, op_slot=True, door=mensen.medewerker("redacteur"))
    alle = {open_.kop, klaar.kop, dicht.kop}

    def gezien(vraag: str, wie: Gebruiker | None = None) -> set[str]:
        return {v.kop for v in client_van(wie).get(reverse("gesprekken") + vraag).context["rijen"]}

    assert gezien("") == alle
    assert gezien("?stand=onbeantwoord") == {open_.kop}
    assert gezien("?stand=opgelost") == {klaar.kop}
    assert gezien(f"?thema={pagina.thema.code}") == alle and gezien("?thema=" + ander_thema(pagina)) == set()
    assert gezien("?q=klare+vraag") == {klaar.kop}
    assert gezien("?mijn=1", lid) == alle and gezien("?mijn=1", mensen.lid(mensen.buurt("daar"))) == set()
    assert gezien("?mijn=1") == alle  # nobody is 'me' without an account
    for onzin in ("?stand=x&thema=y", "?q=%00", "?pagina=-1", "?pagina=zzz", "?q=" + "%25" * 300):
        assert client_van().get(reverse("gesprekken") + onzin).status_code == 200


def ander_thema(pagina: Praktijkvoorbeeld) -> str:
    eigen = {begrip.code for begrip in pagina.begrippen_per_soort["thema"]}
    return Begrip.objects.filter(soort="thema", locale__language_code="nl").exclude(code__in=eigen).first().code


def test_an_answer_leads_to_its_question(schrijf: Any) -> None:
    vraag = schrijf()
    antwoord = schrijf("Zo.", vraag=vraag)
    doel = Client().get(reverse("gesprek", args=[antwoord.pk]))
    assert doel["Location"] == f"{reverse('gesprek', args=[vraag.pk])}#b-{antwoord.pk}"
