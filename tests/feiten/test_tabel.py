"""The table of alarm sentences: one danger, one group, one level; boxes by level; free text that says otherwise."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from kennisplatform.feiten.controle import twee_niveaus
from kennisplatform.feiten.herkennen import afwijkingen, niveau_van
from kennisplatform.feiten.keuzes import Niveau
from kennisplatform.feiten.models import Alarmvertaling, Alarmzin
from kennisplatform.feiten.spoed import vakken, vakken_beroep
from kennisplatform.preventie.models import Artikel
from tests.pagina import plat

pytestmark = pytest.mark.django_db


def zin(gevaar: str, niveau: str, **anders: str) -> Alarmzin:
    return Alarmzin(gevaar=gevaar, niveau=niveau, **{"tekst": f"Over {gevaar}."} | anders)


def test_one_danger_has_one_level_for_one_group() -> None:
    tweede = zin("beroerte", "vandaag")
    with pytest.raises(ValidationError, match="heeft voor deze groep al een zin"):
        tweede.full_clean()
    zin("beroerte", "vandaag", groep="baby").full_clean()  # of another group it may


def test_looked_at_means_who_in_what_role_and_when() -> None:
    half = zin("proef", "vandaag", nagekeken_door="A. Arts")
    half.nagekeken_op = dt.date(2026, 11, 1)
    with pytest.raises(ValidationError, match="Vul alle drie in"):
        half.full_clean()


def test_a_front_page_is_no_source() -> None:
    kaal = zin("proef", "vandaag", bron_url="https://www.thuisarts.nl/")
    with pytest.raises(ValidationError, match="voorpagina"):
        kaal.full_clean()
    zin("proef", "vandaag", bron_url="https://richtlijnen.nhg.org/standaarden/hoofdtrauma").full_clean()


def test_boxes_by_level_most_urgent_first_and_none_is_empty() -> None:
    gemengd = [zin("a", "afspraak"), zin("b", "112"), zin("c", "meteen", wie="uw verloskundige"), zin("d", "meteen")]
    getekend = vakken(gemengd)
    assert [vak.code for vak in getekend] == ["bel112", "meteen", "afspraak"]
    assert [(groep.wie, [r.tekst for r in groep.regels]) for groep in getekend[1].wie] == [
        ("Uw verloskundige", ["Over c."]),
        ("Uw huisarts", ["Over d."]),
    ]
    assert all(groep.wie for vak in getekend[1:] for groep in vak.wie), "every box but 112 says whom to call"


def test_whom_to_call_when_the_gp_is_closed_stands_once_where_it_is_needed_first() -> None:
    def waar(*zinnen: Alarmzin) -> list[str]:
        return [vak.code for vak in vakken(zinnen) if vak.huisarts]

    assert waar(zin("a", "112"), zin("b", "meteen"), zin("c", "vandaag"), zin("d", "afspraak")) == ["meteen"]
    assert waar(zin("a", "meteen", wie="uw dialysecentrum"), zin("c", "vandaag")) == ["vandaag"]
    assert waar(zin("a", "112"), zin("d", "afspraak")) == []


def test_professionals_read_their_own_words_at_the_same_level() -> None:
    een = zin("a", "meteen", tekst_beroep="Val bij bloedverdunners.", wie_beroep="de specialist")
    (vak,) = vakken_beroep([een])
    assert (vak.code, vak.wie[0].wie, vak.wie[0].regels[0].tekst) == (
        "meteen",
        "De specialist",
        "Val bij bloedverdunners.",
    )


def test_a_sentence_in_the_readers_language_and_else_in_dutch() -> None:
    beroerte = Alarmzin.objects.get(gevaar="beroerte", groep="iedereen")
    beroerte.vertalingen.add(Alarmvertaling(taal="pl", tekst="Wykrzywiona twarz."))
    beroerte.save()
    (vak,) = vakken([beroerte], "pl")
    assert (vak.wie[0].regels[0].tekst, vak.wie[0].regels[0].taal) == ("Wykrzywiona twarz.", "pl")
    (vak,) = vakken([beroerte], "ar")
    assert vak.wie[0].regels[0].taal == "nl"


@pytest.mark.parametrize(
    ("tekst", "niveau"),
    [
        ("Bel 112 bij een bloeding.", Niveau.NU),
        ("Bel meteen uw huisarts.", Niveau.METEEN),
        ("Overleg dezelfde dag.", Niveau.VANDAAG),
        ("Bel uw huisarts voor een afspraak.", Niveau.AFSPRAAK),
        ("Ga meteen zitten.", None),
        ("U gebruikt 112 gram bloem.", Niveau.NU),  # a warning too many is no harm
        ("Een verkoudheid of een blauwe plek.", None),
    ],
)
def test_how_urgent_a_sentence_says_it_is(tekst: str, niveau: Niveau | None) -> None:
    assert niveau_van(tekst) == niveau


def test_running_text_that_contradicts_the_table_is_told_and_what_agrees_is_not() -> None:
    tabel = [zin("hoofd", "meteen", woorden="hoofd bloedverdunner*")]
    fout = "U viel op uw hoofd en gebruikt bloedverdunners. Bel vandaag uw huisarts."
    assert "Meteen" in afwijkingen(fout, tabel)[0]
    assert afwijkingen("U viel op uw hoofd met bloedverdunners. Bel meteen.", tabel) == []
    assert afwijkingen("Bloedverdunners zijn pillen. Bel vandaag de apotheek voor uw puffer.", tabel) == []


def test_the_same_danger_under_another_name_at_another_level_is_counted() -> None:
    assert twee_niveaus().aantal == 0
    zin(
        "klap", "vandaag", tekst="U kreeg een klap op uw hoofd en slikt bloedverdunners.", groep="bloedverdunners"
    ).save()
    assert twee_niveaus().regels == ("klap/bloedverdunners (vandaag) en hoofd-gestoten/bloedverdunners (meteen)",)


def test_a_changed_sentence_is_on_every_page_at_once(client: Client) -> None:
    beroerte = Alarmzin.objects.get(gevaar="beroerte", groep="iedereen")
    beroerte.tekst = "Een mond die opeens scheef staat."
    beroerte.save()
    for slug in ("bang-om-te-vallen", "wat-is-suikerziekte"):
        assert "Een mond die opeens scheef staat." in client.get(f"/preventie/{slug}/").content.decode()


@pytest.mark.usefixtures("eigen_index")
def test_an_article_says_at_the_top_that_nobody_looked_until_somebody_did(
    client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    adres, zegt = "/preventie/eenzame-buur/", "nog niet door een zorgverlener nagekeken. Twijfelt u?"
    inhoud = plat(client.get(adres).content.decode())
    assert inhoud.index(zegt) < inhoud.index("Bel 112")
    with django_capture_on_commit_callbacks(execute=True):
        for zin_ in Artikel.objects.get(slug="eenzame-buur").gekozen_zinnen():
            zin_.nagekeken_door, zin_.nagekeken_rol, zin_.nagekeken_op = "A. Arts", "huisarts", dt.date(2026, 11, 1)
            zin_.save()
    assert zegt not in plat(client.get(adres).content.decode())


def test_sentences_are_found_by_the_search_as_part_of_the_page() -> None:
    document = Artikel.objects.get(slug="bang-om-te-vallen").zoekdocument()
    assert "U viel op uw hoofd en u gebruikt bloedverdunners." in document.tekst
