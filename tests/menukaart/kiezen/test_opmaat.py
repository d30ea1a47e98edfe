"""'Op maat': the rules in words, the twenty neighbourhoods, and that nothing is guessed or added up."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kennisplatform.basis.keuzes import Sesgeschiktheid
from kennisplatform.tekening import bewaren
from menukaart.kiezen.opmaat.kandidaat import Menukandidaat, Woorden
from menukaart.kiezen.opmaat.kandidaten import kandidaten, woorden
from menukaart.kiezen.opmaat.profiel import Antwoorden
from menukaart.kiezen.opmaat.regelboek import regelboek
from menukaart.kiezen.opmaat.regels import VRAGEN
from menukaart.kiezen.opmaat.volgorde import Maatlijst, orden, sesblik
from menukaart.plan.models import Beelduitdaging, Buurtbeeld
from tests import mensen
from tests.pagina import pagina
from tests.site.test_rechten import client_van

BUURTEN = tomllib.loads(Path(__file__).with_name("buurten.toml").read_text("utf-8"))["buurt"]
A = Menukandidaat(1, "a", "A", uitdagingen=frozenset({"x"}), mensen=frozenset({"huisarts"}), plekken=2)
B = Menukandidaat(2, "b", "B", uitdagingen=frozenset({"x", "y"}), ses=Sesgeschiktheid.BEPROEFD, bewijs="Sterk")
C = Menukandidaat(3, "c", "C", uren=(("groep", 60.0),))
W = Woorden({"x": "Vallen", "y": "Alleen"}, {}, {"huisarts": "een huisarts", "gemeente": "de gemeente"})


def op(vraag: str, *dingen: Menukandidaat) -> Maatlijst:
    return orden(Antwoorden.uit_get(QueryDict(vraag)), dingen or (A, B, C), W)


def namen(lijst: Maatlijst) -> list[str]:
    return [p.wat.slug for p in lijst.plaatsen]


def test_the_file_and_the_program_know_the_same_rules() -> None:
    boek = regelboek()
    assert {regel.code for regel in boek.regels} == set(VRAGEN)
    for regel in boek.regels:
        assert regel.vraag.endswith((".", "?")) and len(regel.trap) >= 1
    assert not re.search(r"punten|gewicht|procent", Path(regelboek.__wrapped__.__code__.co_filename).name)


def test_an_order_of_rules_and_each_place_in_one_sentence() -> None:
    lijst = op("eerst=x&mensen=huisarts")
    assert namen(lijst) == ["a", "b"]
    assert [w.reden for w in lijst.weggelaten] == ["zegt niet bij welke uitdaging het past"]
    assert lijst.plaatsen[0].waarom.startswith("Staat bovenaan")
    assert lijst.plaatsen[1].waarom == "Staat onder A: dat kan met mensen die u noemt, dit zegt niet wie het doet."
    assert lijst.plaatsen[0].voor == (
        "Past bij wat u het eerst noemde: ‘Vallen’",
        "U hebt een huisarts",
        "Op 2 plekken gedaan",
    )
    assert "wie het uitvoert" in lijst.plaatsen[1].onbekend
    assert namen(op("eerst=x&eerst=y")) == ["b", "a"]  # all of what comes first goes before a part of it
    assert namen(op("ses=laag&eerst=x")) == ["b", "a"] and namen(op("ses=hoog&eerst=x")) == ["a", "b"]
    assert namen(op("eerst=x&loopt=a")) == ["b"]
    assert op("mensen=gemeente", A).plaatsen[0].tegen == ("Noemt ook een huisarts: die noemde u niet",)


def test_evidence_never_moves_anything_and_what_is_skipped_counts_for_nothing() -> None:
    sterk = Menukandidaat(9, "z", "Zonder meer", bewijs="Sterke aanwijzingen", ladder=(True,) * 5)
    zwak = Menukandidaat(8, "y", "Aanpak")
    assert namen(op("ses=gemiddeld", sterk, zwak)) == ["y", "z"]  # equal: by name
    assert "de naam bepaalt" in op("ses=gemiddeld", sterk, zwak).plaatsen[1].waarom
    assert op("uren=1", C).plaatsen[0].tegen == ("Vraagt 60 uur voor één groep: meer dan uw 52 uur per jaar",)
    assert op("uren=2", C).plaatsen[0].voor[0].startswith("Vraagt 60 uur voor één groep: dat past")
    for getypt in ("2", " 2 ", "2,5", "2.5", "2 uur", "2 u"):
        assert Antwoorden.uit_get(QueryDict(urlencode({"uren": getypt}))).uren == 2, getypt
    alles = " ".join(t for p in op("eerst=x&ses=laag&uren=3&mensen=huisarts").plaatsen for t in (*p.voor, *p.tegen))
    assert "%" not in alles and "score" not in alles
    for raar in ("uren=x&ses=geheim&eerst=<script>", "uren=99999&eerst=", "&" * 50):
        assert Antwoorden.uit_get(QueryDict(raar)).leeg
    heen = Antwoorden.uit_get(QueryDict("eerst=x&ook=x&ook=y&uren=4&ses=laag&voor=p"))
    assert heen.ook == ("y",) and Antwoorden.uit_get(QueryDict(heen.adres)) == heen


def test_the_lens_warns_and_names_others_for_the_same_challenge() -> None:
    blik = sesblik([A], [A, B, C])
    assert blik.waarschuw and blik.ander == (B,) and blik.onbekend == 1
    assert not sesblik([A, B], [A, B, C]).waarschuw


@pytest.mark.django_db
def test_twenty_invented_neighbourhoods_get_what_was_expected() -> None:
    """Judged by hand before the rules were written: four in five of what was expected stands among the first five."""
    assert len(BUURTEN) == 20 and sum("ses=" not in b["vraag"] for b in BUURTEN) >= 6
    assert all("Voorbeeld" in b["naam"] for b in BUURTEN)
    alle, w, goed, nodig = kandidaten(), woorden(), 0, 0
    for buurt in BUURTEN:
        antwoorden = Antwoorden.uit_get(QueryDict(buurt["vraag"]))
        lijst = orden(antwoorden, alle, w)
        assert namen(lijst) == namen(orden(antwoorden, reversed(alle), w)), "same answers, same order"
        raak = set(namen(lijst)[:5]) & set(buurt["eerste"])
        assert len(raak) >= min(3, len(buurt["eerste"])), (buurt["naam"], namen(lijst)[:5])
        goed, nodig = goed + len(raak), nodig + len(buurt["eerste"])
    assert goed / nodig >= 0.85, (goed, nodig)


@pytest.mark.django_db
def test_three_are_set_aside_from_the_order_without_losing_the_answers(client: Client) -> None:
    adres, al = "/menukaart/op-maat/?eerst=eenzame-bewoners&ses=laag&meer=1", []
    for nummer in (0, 1, 6):
        blad = pagina(client.get(adres))
        al.append(str(blad.alle("ol.rang > li")[nummer]["id"]).removeprefix("plaats-"))
        adres = "/menukaart/op-maat/" + str(blad.alle(".doe a")[nummer]["href"])
    blad = pagina(client.get(adres))
    assert len(blad.alle("ol.rang > li")) > 5 and len(blad.alle("ol.rang > li.apart")) == 3
    apart = pagina(client.get(str(blad.alle("section.apart a")[0]["href"])))
    assert apart.waarden("input[name=v]", "value") == al
    terug = str(apart.alle("a[href^='/menukaart/op-maat/']")[0]["href"])
    assert len(pagina(client.get(terug)).alle("ol.rang > li.apart")) >= 2 and "eerst=eenzame-bewoners" in terug
    vragen = pagina(client.get(f"{terug}&vragen=1"))
    assert vragen.waarden("input[name=apart]", "value") == al


@pytest.mark.django_db
def test_what_the_page_calls_unfit_is_no_alternative_on_the_same_page(client: Client) -> None:
    antwoord = client.get("/menukaart/op-maat/?eerst=eenzame-bewoners&ses=laag&weg=1")
    weg, lens = {w.wat.pk for w in antwoord.context["weg"]}, antwoord.context["lens"]
    assert weg and lens.waarschuw and not weg & {k.pk for k in lens.ander}


@pytest.mark.django_db
def test_without_an_account_everything_stands_in_the_address(client: Client) -> None:
    blad = pagina(client.get("/menukaart/op-maat/"))
    assert len(blad.alle("form.zesvragen fieldset")) >= 5 and blad.heeft("#uren")
    adres = "/menukaart/op-maat/?eerst=eenzame-bewoners&voor=kwetsbare-ouderen&ses=laag&uren=4"
    antwoord = client.get(adres)
    blad = pagina(antwoord)
    assert len(blad.alle("ol.rang > li")) == 5 and not antwoord.cookies
    assert blad.teksten("ol.regellijst li") == [regel.vraag for regel in regelboek().regels]
    assert blad.heeft("#ses-kop") and "RIVM" in antwoord.content.decode()
    assert pagina(client.get(f"{adres}&vragen=1")).waarden("input[name=eerst][checked]", "value") == [
        "eenzame-bewoners"
    ]
    assert "Niets op de menukaart past" in client.get("/menukaart/op-maat/?eerst=bestaat-niet").content.decode()
    bewaren.kast().weg("blad:", "vel:")
    with CaptureQueriesContext(connection) as gevangen:
        client.get(adres)
    assert len(gevangen) <= 8


@pytest.mark.django_db
def test_an_answer_that_is_not_understood_is_told(client: Client) -> None:
    """'veel' in place of hours was dropped without a word; with nothing else the questions came again, without one too."""
    for rest in ("", "&eerst=eenzame-bewoners"):
        blad = pagina(client.get(f"/menukaart/op-maat/?uren=veel&ses={rest}"))
        assert "‘veel’" in blad.tekst(".melding")
    assert not pagina(client.get("/menukaart/op-maat/?uren=6&eerst=eenzame-bewoners")).heeft("main .melding.let-op")
    assert "sloeg elke vraag over" in pagina(client.get("/menukaart/op-maat/?buurt=&uren=&ses=")).tekst(".melding")
    assert not pagina(client.get("/menukaart/op-maat/")).heeft("main .melding")


@pytest.mark.django_db
def test_a_network_has_its_own_picture_beside_the_questions_and_nobody_else_has(client: Client) -> None:
    buurt = mensen.buurt("maatbuurt")
    beeld = Buurtbeeld.objects.create(buurt=buurt)
    Beelduitdaging.objects.create(beeld=beeld, titel="Ouderen zijn hier alleen")
    adres = "/menukaart/op-maat/?buurt=maatbuurt&vragen=1"
    client.force_login(mensen.lid(buurt))
    assert "Ouderen zijn hier alleen" in pagina(client.get(adres)).tekst("form.zesvragen")
    for ander in (Client(), client_van(mensen.lid(mensen.buurt("elders")))):
        assert "Ouderen zijn hier alleen" not in pagina(ander.get(adres)).tekst("main")
