"""Whatever a network writes about a choice is looked through for persons, and nothing that was typed is lost by it."""

from __future__ import annotations

import pytest
from django.urls import reverse

from kennisplatform.deelnemers.keuzes import Netwerkrol
from menukaart.kiezen import keuzelijst
from menukaart.kiezen.models import Keuze, Stem
from menukaart.models import Interventie
from tests import mensen
from tests.pagina import pagina
from tests.site.test_rechten import client_van

pytestmark = pytest.mark.django_db
MET_NAAM = "Mevrouw Jansen valt vaak, zei haar buurvrouw."


def test_why_it_comes_on_the_list_is_looked_through_before_it_stands_there() -> None:
    hier = mensen.buurt("hier")
    client = client_van(mensen.lid(hier))
    adres = reverse("keuze_erbij", args=[hier.slug])
    data = {"apart": ["in-balans", "otago"], "waarom-in-balans": MET_NAAM, "waarom-otago": "Veel trappen."}
    blad = pagina(client.post(adres, data))
    assert "Mevrouw Jansen" in blad.tekst(".melding.fout") and not Keuze.objects.filter(buurt=hier).exists()
    velden = blad.velden("form.formulier")
    assert velden["waarom-otago"] == "Veel trappen." and blad.waarden("[name=apart]", "value") == data["apart"]
    schoon = velden | {"apart": data["apart"], "waarom-in-balans": "Veel mensen vallen."}
    assert client.post(adres, schoon).status_code == 302
    waarom = dict(Keuze.objects.filter(buurt=hier).values_list("pagina__slug", "waarom"))
    assert waarom == {"in-balans": "Veel mensen vallen.", "otago": "Veel trappen."}
    # Who says that it may stay, may: the tick that was shown with these very words.
    ander = blad.velden("form.formulier") | {"apart": ["zicht-op-evenwicht"], "waarom-zicht-op-evenwicht": MET_NAAM}
    vraagt = pagina(client.post(adres, ander)).velden("form.formulier") | {"bevestig": "on"}
    assert client.post(adres, vraagt).status_code == 302 and Keuze.objects.get(waarom=MET_NAAM)


def test_a_vote_a_decision_and_an_adaptation_too() -> None:
    hier = mensen.buurt("hier")
    trekker = mensen.lid(hier, Netwerkrol.KARTREKKER)
    client = client_van(trekker)
    pagina_ = Interventie.objects.get(slug="in-balans")
    (keuze,) = keuzelijst.leg(buurt=hier, paginas=[pagina_], waarom="", door=trekker)
    for wat, data in (
        ("stem", {"stem-wat": "voor", "stem-waarom": MET_NAAM}),
        ("besluit", {"besluit-stand": "gekozen", "besluit-reden": MET_NAAM}),
        ("aanpassing", {"aangepast": MET_NAAM, "gezien": ""}),
    ):
        blad = pagina(client.post(reverse(f"keuze_{wat}", args=[hier.slug, keuze.pk]), data))
        assert "lijkt op gegevens van een persoon" in blad.tekst("main"), wat
        assert MET_NAAM in blad.velden("main").values() or MET_NAAM in str(blad.boom), wat
    keuze.refresh_from_db()
    assert not keuze.besloten and not keuze.aangepast and not Stem.objects.filter(keuze=keuze).exists()


def test_a_doubt_is_asked_for_its_reason_and_a_yes_is_not() -> None:
    hier = mensen.buurt("hier")
    lid = mensen.lid(hier)
    (keuze,) = keuzelijst.leg(buurt=hier, paginas=[Interventie.objects.get(slug="in-balans")], waarom="", door=lid)
    client, stem = client_van(lid), reverse("keuze_stem", args=[hier.slug, keuze.pk])
    vraagt = client.post(stem, {"stem-wat": "twijfel", "van_lijst": "1"})
    assert vraagt["Location"] == f"{reverse('keuze', args=[hier.slug, keuze.pk])}#stemmen"
    assert "Schrijf er nog bij waarom" in pagina(client.get(vraagt["Location"])).tekst("main")
    for data in ({"stem-wat": "voor"}, {"stem-wat": "nu-niet", "stem-waarom": "Te duur"}):
        klaar = client.post(stem, data | {"van_lijst": "1"})
        assert klaar["Location"].startswith(reverse("keuzelijst", args=[hier.slug])), data
