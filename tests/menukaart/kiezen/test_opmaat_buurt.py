"""'Op maat': what a neighbourhood says of itself counts too, each with its reason in words, and is kept in its profile."""

from __future__ import annotations

import pytest
from django.http import QueryDict
from django.test import Client

from kennisplatform.deelnemers.models import Buurt
from menukaart.kiezen import profielen
from menukaart.kiezen.opmaat.kandidaat import Menukandidaat, Woorden
from menukaart.kiezen.opmaat.kandidaten import kandidaten, paden, woorden
from menukaart.kiezen.opmaat.profiel import Antwoorden
from menukaart.kiezen.opmaat.regelboek import regelboek
from menukaart.kiezen.opmaat.volgorde import Maatlijst, Maatplaats, orden
from menukaart.plan.models import Beeldkracht
from tests import mensen
from tests.pagina import pagina
from tests.site.test_rechten import client_van

W = Woorden(leeftijd={"65-79": "65 tot en met 79 jaar", "4-12": "4 tot 12 jaar"}, ziekte={"diabetes": "Diabetes"})
# By name the first would stand last.
RAAK = Menukandidaat(
    1,
    "raak",
    "Zzz",
    leeftijden=frozenset({"65-79"}),
    onderwerpen=frozenset({"diabetes"}),
    waar=frozenset({"buitenruimte"}),
    aarden=frozenset({"dorp"}),
    vraagt=(("plek", "Een zaal met tafels."),),
    paden=(("hartpad", "Hartfalen thuis"),),
)
ANDERS = Menukandidaat(
    2,
    "anders",
    "Aaa",
    leeftijden=frozenset({"4-12"}),
    waar=frozenset({"school"}),
    aarden=frozenset({"stad"}),
    vraagt=(("opleiding", "Begeleider met een training."),),
    paden=(("longpad", "COPD thuis"),),
)
NIETS_GEZEGD = Menukandidaat(3, "stil", "Mmm")


def op(vraag: str) -> Maatlijst:
    return orden(Antwoorden.uit_get(QueryDict(vraag)), (RAAK, ANDERS, NIETS_GEZEGD), W)


@pytest.mark.parametrize(
    ("vraag", "voor", "tegen", "onbekend"),
    [
        (
            "leeftijd=65-79",
            "Past bij wie er wonen, omdat het ook is voor ‘65 tot en met 79 jaar’",
            "Is voor een andere leeftijd: ‘4 tot 12 jaar’",
            "voor welke leeftijd het is",
        ),
        ("ziekte=diabetes", "Past bij wat veel voorkomt, omdat het gaat over ‘Diabetes’", "", ""),
        (
            "kracht=buiten",
            "Past bij wat goed gaat: ‘er is groen en ruimte om buiten te zijn’, omdat het buiten is",
            "",
            "waar het is en wie het doet",
        ),
        (
            "aard=dorp",
            "Past bij een dorp, omdat de beschrijving dat noemt",
            "De beschrijving noemt een andere buurt: ‘een stadswijk’",
            "of het voor een dorp of voor een stad is bedacht",
        ),
        (
            "middelen=plek",
            "Er is wat het vraagt: een plek om samen te komen",
            "Vraagt een opleiding of training, en dat noemde u niet: ‘Begeleider met een training.’",
            "wat er verder voor moet zijn",
        ),
        (
            "loopt=hartpad",
            "Sluit aan op het zorgpad ‘Hartfalen thuis’, dat bij u loopt",
            "Hoort bij het zorgpad ‘COPD thuis’: dat loopt nog niet",
            "",
        ),
    ],
)
def test_what_a_neighbourhood_says_of_itself_moves_and_explains(
    vraag: str, voor: str, tegen: str, onbekend: str
) -> None:
    per: dict[str, Maatplaats] = {p.wat.slug: p for p in op(vraag).plaatsen}
    assert per["raak"].nummer < per["anders"].nummer
    assert voor in per["raak"].voor and not per["raak"].tegen
    assert per["anders"].tegen == ((tegen,) if tegen else ())
    if onbekend:
        assert onbekend in per["stil"].onbekend
    niets = {p.wat.slug: p for p in op("ses=hoog").plaatsen}  # not asked: by name, and nothing is said of it
    assert niets["raak"].nummer == 3 and not niets["raak"].voor and not niets["anders"].tegen
    assert [woord for p in op(vraag).plaatsen for woord in ("%", "score") if woord in " ".join(p.voor)] == []


@pytest.mark.django_db
def test_the_menu_says_what_the_new_rules_ask() -> None:
    """Every kind of answer finds something on the real menu, or asking it would promise what can't be given."""
    alle, boek = kandidaten(), regelboek()
    assert {m for k in alle for m, _zin in k.vraagt} - {""} == set(boek.middelnamen)
    park = next(k for k in alle if k.slug == "welzijn-op-recept")  # asks what we have no box for
    kijk = orden(Antwoorden.uit_get(QueryDict("middelen=plek")), [park], woorden()).plaatsen[0]
    assert any(o.startswith("of er is wat het vraagt: ‘Welzijnscoach") for o in kijk.onbekend)
    assert {a for k in alle for a in k.aarden} == set(boek.aardnamen)
    assert len(woorden().ziekte) == len(boek.ziekten) and paden()
    geen = {s.code for s in boek.krachten if not any(s.waar & k.waar or s.mensen & k.mensen for k in alle)}
    assert geen <= {"geloof"}  # a setting that no plan on the menu has yet


@pytest.mark.django_db
def test_the_answers_are_asked_kept_and_shown(client: Client) -> None:
    buurt = mensen.buurt("eigenbuurt")
    client.force_login(mensen.lid(buurt))
    vragen = pagina(client.get("/menukaart/op-maat/"))
    for naam in ("ziekte", "leeftijd", "kracht", "middelen", "aard"):
        assert vragen.heeft(f"form.zesvragen [name={naam}]"), naam
    adres = "aard=dorp&eerst=vallen-ouderen&ziekte=vallen&leeftijd=80-plus&kracht=buiten&middelen=plek"
    blad = pagina(client.get(f"/menukaart/op-maat/?{adres}"))
    chips = blad.teksten("ul.chips .chip")
    assert {"Vallen", "80 jaar en ouder", "een dorp", "een plek om samen te komen"} <= set(chips)
    assert any("omdat het ook is voor ‘80 jaar en ouder’" in t for t in blad.teksten("ol.rang .plus li"))
    profiel = pagina(client.get(f"/werkplek/eigenbuurt/keuzes/profiel/?{adres}"))
    client.post("/werkplek/eigenbuurt/keuzes/profiel/bewaren/", profiel.velden("form.formulier") | {"krachten": ""})
    bewaard = profielen.van(buurt)
    assert bewaard is not None
    a = bewaard.antwoorden
    assert (a.aard, a.ziekte, a.leeftijd, a.kracht, a.middelen) == (
        "dorp",
        ("vallen",),
        ("80-plus",),
        ("buiten",),
        ("plek",),
    )
    assert "80 jaar en ouder" in pagina(client.get("/werkplek/eigenbuurt/keuzes/profiel/")).tekst("main")


@pytest.mark.django_db
def test_its_own_network_has_its_strengths_and_figures_beside_the_questions() -> None:
    """A neighbourhood of the demo that has figures; who is not in it sees neither."""
    buurt = Buurt.objects.get(slug="waterkwartier")
    kracht = Beeldkracht.objects.filter(beeld__buurt=buurt)[0]
    adres = "/menukaart/op-maat/?buurt=waterkwartier&vragen=1"
    vragen = pagina(client_van(mensen.lid(buurt)).get(adres)).tekst("form.zesvragen")
    assert kracht.tekst in vragen and "65 jaar en ouder: 15,1%" in vragen and "Stedelijkheid" in vragen
    ander = pagina(Client().get(adres)).tekst("form.zesvragen")
    assert kracht.tekst not in ander and "15,1%" not in ander
