"""Side by side, with what the reader's own network said beside it: theirs, and nobody else's."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from kennisplatform.deelnemers.models import Buurt
from menukaart.kiezen import keuzelijst
from menukaart.kiezen.keuzes import Keuzestand, Stemkeuze
from menukaart.models import Interventie
from tests import mensen
from tests.pagina import pagina
from tests.site.test_rechten import client_van

pytestmark = pytest.mark.django_db
ADRES = "/menukaart/vergelijk/?v=otago&v=in-balans"


@pytest.fixture
def hier(db: None) -> Buurt:
    return mensen.buurt("hier")


def test_a_comparison_holds_what_the_own_network_said_of_each(hier: Buurt, client: Client) -> None:
    lid = mensen.lid(hier)
    (keuze,) = keuzelijst.leg(
        buurt=hier, paginas=[Interventie.objects.get(slug="in-balans")], waarom="Zij vallen veel", door=lid
    )
    keuzelijst.stem(keuze=keuze, wat=Stemkeuze.TWIJFEL, waarom="", door=lid)
    keuzelijst.merk_op(keuze=keuze, tekst="Wie geeft de les?", door=lid)
    keuzelijst.beslis(keuze=keuze, stand=Keuzestand.NU_NIET, reden="Geen zaal", bewijs="", door=lid)
    client.get(ADRES)  # kept for everybody now
    blad = pagina(client_van(lid).get(ADRES))
    otago, balans = blad.teksten("tbody td.k1"), blad.teksten("tbody td.k2")
    assert otago[-3:] == ["Niet op de lijst", "", ""]
    assert balans[-3:] == ["Zij vallen veel", "1 twijfel Nu niet. Geen zaal", "Wie geeft de les?"]
    assert blad.links("tbody td.k2 a")["Zij vallen veel"] == reverse("keuze", args=["hier", keuze.pk])
    elders = client_van(mensen.lid(mensen.buurt("elders")))
    for ander in (client, elders, client_van(mensen.medewerker("transitieteam"))):
        assert "Zij vallen veel" not in pagina(ander.get(ADRES)).tekst("main")


def test_the_elements_stand_by_name() -> None:
    namen = pagina(Client().get(reverse("elementen"))).teksten("dl.elementen dt a")
    assert len(namen) > 3 and namen == sorted(namen, key=str.casefold)
