"""Examples side by side: what differed stands first; what is not public is not among them; the list finds by what was used."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from leernetwerk import vergelijken
from leernetwerk.models import Praktijkvoorbeeld
from menukaart.models import Interventie
from tests import mensen, voorbeelden

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index")]


@pytest.fixture
def interventie() -> Interventie:
    return Interventie.objects.get(slug="in-balans")


def test_what_was_different_comes_first(interventie: Interventie) -> None:
    een = voorbeelden.geplaatst(mensen.buurt("een"), "een", uren="3 uur", staat="loopt")
    twee = voorbeelden.geplaatst(mensen.buurt("twee"), "twee", uren="9 uur", staat="loopt")
    anders, gelijk = vergelijken.rijen([een, twee])
    assert [rij.cellen for rij in anders] == [("3 uur", "9 uur")]
    assert "Hoe staat het ervoor?" in [rij.kop for rij in gelijk]


def test_the_reader_chooses_which_and_nonsense_gives_the_newest(interventie: Interventie) -> None:
    for naam in ("een", "twee", "drie", "vier"):
        voorbeelden.geplaatst(mensen.buurt(naam), naam, titel=f"Verhaal {naam}")
    adres = reverse("vergelijk_voorbeelden", args=[interventie.pk])
    kop = Client().get(f"{adres}?v=vier&v=een").content.decode().split("<tbody>")[0].split("<thead>")[1]
    assert kop.index("Verhaal vier") < kop.index("Verhaal een") and "Verhaal twee" not in kop
    for vraag in ("?v=<script>", "?v=x&v=&v=%00", "?v=een&v=een&v=een&v=een"):
        antwoord = Client().get(adres + vraag)
        assert (
            antwoord.status_code == 200
            and "<script>" not in antwoord.content.decode().split("<main")[1].split("</main>")[0]
        )
        assert 1 <= len(antwoord.context["gekozen"]) <= 3


def test_closed_and_draft_are_not_among_them(interventie: Interventie) -> None:
    voorbeelden.geplaatst(mensen.buurt("een"), "een", titel="Kwikzilverwaaier", zichtbaarheid="netwerken")
    voorbeelden.geplaatst(mensen.buurt("twee"), "twee", titel="Kwikzilverwaaier").unpublish()
    adres = reverse("vergelijk_voorbeelden", args=[interventie.pk])
    assert "Kwikzilverwaaier" not in Client().get(f"{adres}?v=een&v=twee").content.decode()


def test_what_is_no_intervention_can_not_be_compared() -> None:
    voorbeeld = voorbeelden.geplaatst(mensen.buurt("een"), "een")
    assert Client().get(reverse("vergelijk_voorbeelden", args=[voorbeeld.pk])).status_code == 404


@pytest.mark.parametrize(
    "vraag",
    [
        "gebruikt=In+Balans",
        "buurt=Kwikzilver,+Proefstad",
        "regio=Drenthe",
        "sesklasse=laag",
        "uren=2-8",
        "kosten=tot-5000",
        "jaar=2019",
    ],
)
def test_the_list_can_be_narrowed(vraag: str, django_capture_on_commit_callbacks: Any) -> None:
    buurt = mensen.buurt("kwikzilver", provincie="Drenthe", ses_klasse="laag")
    with django_capture_on_commit_callbacks(execute=True):
        voorbeelden.geplaatst(
            buurt,
            "een",
            titel="Verhaal uit Kwikzilver",
            urenklasse="2-8",
            kostenklasse="tot-5000",
            datum=dt.date(2019, 5, 1),
        )
    antwoord = Client().get(f"/leernetwerk/?{vraag}&volgorde=nieuw")
    assert "Verhaal uit Kwikzilver" in antwoord.content.decode()
    assert antwoord.context["antwoord"].totaal < 30


def test_only_equal_units_stand_beside_each_other() -> None:
    def voorbeeld(*regels: tuple[str, float, str]) -> Praktijkvoorbeeld:
        waarden = [{"maat": maat, "van": van, "per": per, "bron": "Verslag"} for maat, van, per in regels]
        return Praktijkvoorbeeld(title="x", plaats="x", inzetregels=[{"type": "inzet", "value": w} for w in waarden])

    een, twee = voorbeeld(("uren", 20, "groep"), ("euro", 180, "groep")), voorbeeld(("uren", 300, "buurt-jaar"))
    anders, _gelijk = vergelijken.rijen([een, twee])
    gevonden = {rij.kop: tuple(str(cel) for cel in rij.cellen) for rij in anders}
    assert gevonden["Uren per groep"] == ("20 uur", "Onbekend")
    assert gevonden["Uren per buurt per jaar"] == ("Onbekend", "300 uur")
    assert gevonden["Geld per groep"] == ("€\xa0180", "Onbekend")
