"""Figures of neighbourhoods: loaded whole, never overwritten, derived in the open, and shown with their source."""

from __future__ import annotations

import csv
import io
from typing import Any

import openpyxl
import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kennisplatform.cijfers.buurtcijfers import Buurtboek, buurtboek, ligging
from kennisplatform.cijfers.buurtpaneel import zinnen
from kennisplatform.cijfers.cijferladen import bewaar_cijfers, koppel
from kennisplatform.cijfers.models import Buurtgebied, Cijfer, Gebied, Indicator
from kennisplatform.cijfers.vastleggen import Nieuwcijfer, Vastgelegd, leg_vast
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.inhoudlader.lader import lees_alles
from tests import mensen
from tests.pagina import pagina

pytestmark = pytest.mark.django_db


def boek(slug: str) -> Buurtboek:
    return buurtboek(Buurt.objects.get(slug=slug))


def waarde(slug: str, code: str) -> float:
    regel = boek(slug).regel(code)
    assert regel and regel.ons
    return round(regel.ons.waarde, 1)


def test_every_neighbourhood_has_real_figures_each_with_table_year_and_address() -> None:
    assert Cijfer.objects.filter(bron__open=True).count() == 6408
    for buurt in Buurt.objects.filter(slug__in=Buurtgebied.objects.values("buurt__slug")):
        deze = buurtboek(buurt)
        assert sum(1 for regel in deze.regels() if regel.ons) >= 40, buurt
        for regel in deze.regels():
            assert regel.beste.bron.bron_url.startswith("https://") and regel.beste.periode, (buurt, regel)
            assert regel.indicator.zegt_niet and regel.indicator.definitie and regel.indicator.kort
    assert Buurtgebied.objects.values("buurt").distinct().count() == 20
    assert not Cijfer.objects.filter(bron__code="vektis-zvw").exists(), "its terms keep it out of our content"
    gemodelleerd = Indicator.objects.filter(cijfers__bron__model=True)
    assert gemodelleerd.exists() and not gemodelleerd.filter(toont_effect=True).exists()


def test_open_questions_are_decided_in_the_open(client: Client) -> None:
    for slug, zegt in (("oude-dorp", "geen buurt die Oude Dorp heet"), ("emmen", "Het plan noemt alleen Emmen")):
        tekst = pagina(client.get(reverse("buurtcijfers", args=[slug]))).tekst("main")
        assert "welk gebied dit is, staat nog niet vast" in tekst and zegt in tekst
    for slug, graden in (("groenewoud", 51.5399), ("sterrenwijk", 52.0807), ("westwijk", 52.2781)):
        assert Buurt.objects.get(slug=slug).breedtegraad == graden, "a point that lay outside its area"


def test_parts_are_added_and_weighed_and_it_says_so() -> None:
    """Numbers worked out by hand from the parts in the data's own README."""
    assert (waarde("westwijk", "inwoners"), waarde("westwijk", "eenzaam-65plus")) == (15215, 50.3)
    assert (waarde("zwolle-zuid", "inwoners"), waarde("zwolle-zuid", "overgewicht-18plus")) == (28545, 51.1)
    regel = boek("westwijk").regel("aandeel-65-plus")
    assert regel and regel.ons and regel.ons.gemaakt == "2.265 gedeeld door 15.215; 8 delen opgeteld"
    eenzaam = boek("westwijk").regel("eenzaam-65plus")
    assert eenzaam and eenzaam.ons and "gewogen naar inwoners in 2024" in eenzaam.ons.gemaakt
    assert eenzaam.ons.laag is None, "margins of parts can't be added"


def test_the_composition_of_a_year_counts_for_that_year() -> None:
    buurt = Buurt.objects.get(slug="zwolle-zuid")
    Buurtgebied.objects.create(buurt=buurt, gebied=Gebied.objects.get(code="WK019350"), jaar=2026)
    assert ligging(buurt).codes == ("WK019350",)
    assert ligging(buurt, 2025).codes == ligging(buurt, 2012).codes == ("WK019350", "WK019351")
    koppel()
    assert ligging(buurt).codes == ("WK019350",), "loading again leaves what the team drew"
    nieuw = mensen.buurt("van-het-register")
    nieuw.cbs_code = "BU03920105"
    assert ligging(nieuw).codes == ("BU03920105",) and ligging(mensen.buurt("zonder")).codes == ()


def test_a_correction_is_a_version_with_its_reason_and_loading_again_leaves_it() -> None:
    nieuw = Nieuwcijfer("GM0114", "inwoners", "2024", 109_000, bron="85984NED")
    gedaan = leg_vast([nieuw], reden="het CBS verbeterde de tabel")
    assert (gedaan.gecorrigeerd, gedaan.nieuw) == (1, 0)
    assert [(v.was, v.wordt) for v in gedaan.verschillen] == [(109_346, 109_000)]
    assert leg_vast([nieuw], reden="nog eens") == Vastgelegd(gelijk=1)
    oud, nu = Cijfer.objects.filter(gebied__code="GM0114", indicator__code="inwoners").order_by("versie")
    assert (oud.waarde, oud.huidig, nu.versie, nu.stand) == (109_346, False, 2, "gecorrigeerd")
    assert nu.reden == "het CBS verbeterde de tabel"
    rijen = lees_alles().rijen["cijfer"]
    assert bewaar_cijfers(rijen) == ["cijfer inwoners GM0114 2024"], "what was corrected on the site stays"
    assert waarde("emmen", "inwoners") == 109_000
    with pytest.raises(IntegrityError), transaction.atomic():
        Cijfer.objects.filter(pk=oud.pk).update(huidig=True)  # two that hold at once
    with pytest.raises(IntegrityError), transaction.atomic():
        Cijfer.objects.filter(pk=nu.pk).update(reden="")


def test_a_file_that_fails_half_way_leaves_nothing(django_assert_num_queries: object) -> None:
    voor = Cijfer.objects.count()
    rij = [
        Nieuwcijfer("GM0114", "inwoners", "2023", 1, bron="85984NED"),
        Nieuwcijfer("GM0114", "x", "2023", 1, bron="y"),
    ]
    with pytest.raises(KeyError):
        leg_vast(rij, reden="x")
    assert Cijfer.objects.count() == voor


def test_the_page_shows_each_figure_beside_municipality_and_country(client: Client) -> None:
    adres = reverse("buurtcijfers", args=["de-vijfhoek"])
    with CaptureQueriesContext(
        connection,
    ) as vragen:
        blad = pagina(client.get(adres))
    assert sum("cijfers_" in vraag["sql"] or "deelnemers_" in vraag["sql"] for vraag in vragen) <= 7
    assert len(vragen) <= 12
    tekst = blad.tekst("main")
    assert "Cijfers van De Vijfhoek, naast die van de gemeente Haarlem en van Nederland." in tekst
    for stuk in ("3.500", "167.636", "17.942.942", "geen marge bekend", "uit registers", "85984NED", "BU03920105"):
        assert stuk in tekst, stuk
    assert "alleen per gemeente" in tekst and "Wat dit niet zegt:" in tekst
    assert "Het meest verschilt" in tekst and "geschat met een model" in tekst
    assert "Toon als tabel" in tekst
    for graf in blad.alle("main svg[role=img]"):
        assert len(graf["aria-label"]) > 20
    assert "Cijfers van de hele gemeente" in pagina(client.get(reverse("buurtcijfers", args=["emmen"]))).tekst("main")
    leeg = mensen.buurt("zonder-gebied")
    assert "Van deze buurt kennen wij nog geen cijfers" in pagina(
        client.get(reverse("buurtcijfers", args=[leeg.slug]))
    ).tekst("main")
    assert client.get(reverse("buurtcijfers", args=["bestaat-niet"])).status_code == 404


def test_the_file_holds_every_period_with_source_and_row(client: Client) -> None:
    antwoord = client.get(reverse("buurtcijfers_csv", args=["westwijk"]))
    assert antwoord["Content-Disposition"] == 'attachment; filename="cijfers-westwijk.csv"'
    rijen = list(csv.DictReader(io.StringIO(antwoord.content.decode("utf-8-sig")), delimiter=";"))
    assert {rij["gebied"] for rij in rijen} == {"Westwijk", "Amstelveen", "Nederland"}
    reeks = [rij for rij in rijen if rij["indicator"] == "goede-gezondheid-18plus" and rij["gebied"] == "Nederland"]
    assert [rij["periode"] for rij in reeks] == ["2012", "2016", "2020", "2022", "2024"]
    assert all(rij["tabel"] and rij["adres"].startswith("https://") and rij["licentie"] for rij in rijen)
    assert all(rij["rij_in_tabel"] or rij["hoe_gemaakt"] for rij in rijen)
    assert all(float(rij["waarde"]) >= 0 for rij in rijen)


def test_for_excel_numbers_are_numbers(client: Client) -> None:
    """A Dutch spreadsheet takes the point of a CSV for words, and '1.085' for a thousand."""
    adres = reverse("buurtcijfers_csv", args=["westwijk"])
    assert pagina(client.get(reverse("buurtcijfers", args=["westwijk"]))).heeft(f'a[href="{adres}?soort=xlsx"]')
    blad = openpyxl.load_workbook(io.BytesIO(client.get(adres, {"soort": "xlsx"}).content)).active
    kop, *rijen = blad.iter_rows(values_only=True)
    waarde, naam = kop.index("waarde"), kop.index("indicator")
    per_naam = {rij[naam]: rij[waarde] for rij in rijen}
    assert per_naam["afstand-huisarts"] == pytest.approx(1.1, abs=1) and isinstance(per_naam["inwoners"], int | float)
    als_csv = client.get(adres).content.decode("utf-8-sig").splitlines()
    assert len(rijen) == len(als_csv) - 1


def test_a_file_that_is_no_text_is_kept_too(client: Client, settings: Any) -> None:
    """What is kept was read as text, whatever it is: on the real site, where pages are kept, the spreadsheet was a 500."""
    settings.TEKENING = {**settings.TEKENING, "PAGINAS": True}
    adres = reverse("buurtcijfers_csv", args=["westwijk"])
    for _keer in range(2):
        antwoord = client.get(adres, {"soort": "xlsx"})
        assert antwoord.status_code == 200 and antwoord["Content-Type"].endswith("spreadsheetml.sheet")
        assert openpyxl.load_workbook(io.BytesIO(antwoord.content)).active.max_row > 2


def test_residents_read_six_sentences(client: Client) -> None:
    zes = zinnen(Buurt.objects.get(slug="de-vijfhoek"))
    assert len(zes) == 6
    assert zes[0].zin == "Hier wonen 3.500 mensen." and zes[0].land == ""
    assert (zes[1].zin, zes[1].land) == ("15 van de 100 inwoners zijn 65 jaar of ouder.", "20")
    blad = pagina(client.get(reverse("buurt", args=["de-vijfhoek"])))
    tekst = blad.tekst("main")
    assert all(zin.zin in tekst for zin in zes) and "In heel Nederland: 20." in tekst
    assert blad.heeft(f'a[href="{reverse("buurtcijfers", args=["de-vijfhoek"])}"]')
    leden = mensen.buurt("zonder")
    assert "Deze buurt in cijfers" not in pagina(client.get(reverse("buurt", args=[leden.slug]))).tekst("main")


def test_three_that_are_alike_each_with_what_differs_and_a_question_in_one_step(client: Client) -> None:
    adres = reverse("vergelijkbaar", args=["waterkwartier"])
    with CaptureQueriesContext(connection) as vragen:
        blad = pagina(client.get(adres))
    assert len(vragen) <= 12
    namen = blad.teksten(".lijkbuurten h2 a")
    assert len(namen) == 3 and "Waterkwartier" not in " ".join(namen)
    for kaart in blad.alle(".lijkbuurten > li"):
        assert kaart.select('a[href*="/leernetwerk/contact/vraag/"]')
        assert len(kaart.select(".teken:not(.anders)")) <= 3 and len(kaart.select(".teken.anders")) <= 2
    assert len(blad.alle(".kenmerktabel svg")) == 13
    anders = pagina(client.get(adres, {"uitdaging": "rondkomen"}))
    assert anders.tekst(".keuzerij [aria-current]") == "Rondkomen"
    assert client.get(adres, {"uitdaging": "<script>"}).status_code == 200
    leeg = pagina(client.get(reverse("vergelijkbaar", args=[mensen.buurt("leeg").slug])))
    assert "te weinig cijfers" in leeg.tekst("main")


def test_other_programs_read_what_is_public(client: Client) -> None:
    buurt = client.get("/api/v1/cijfers", {"buurt": "westwijk", "indicator": "inwoners"}).json()
    assert buurt["totaal"] == 8 and sum(cijfer["waarde"] for cijfer in buurt["cijfers"]) == 15215
    assert buurt["cijfers"][0]["bron"] == {
        "code": "85984NED",
        "titel": "Kerncijfers wijken en buurten 2024",
        "adres": "https://opendata.cbs.nl/statline/#/CBS/nl/dataset/85984NED/table",
        "licentie": "CC BY 4.0",
        "rij": "BU03621102",
        "schatting_met_model": False,
    }
    reeks = client.get("/api/v1/cijfers", {"gebied": "NL00", "indicator": "goede-gezondheid-18plus", "per_pagina": 2})
    assert (reeks.json()["totaal"], [c["periode"] for c in reeks.json()["cijfers"]]) == (5, ["2012", "2016"])
    Cijfer.objects.filter(gebied__code="NL00", indicator__code="inwoners").update(verborgen="klein")
    Cijfer.objects.filter(gebied__code="NL00", indicator__code="huishoudens").update(zichtbaarheid="netwerken")
    land = client.get("/api/v1/cijfers", {"gebied": "NL00", "per_pagina": 1000}).json()["cijfers"]
    assert land and not {"inwoners", "huishoudens"} & {cijfer["indicator"] for cijfer in land}
    assert "17.942.942" not in client.get(reverse("buurtcijfers", args=["westwijk"])).content.decode()
    assert client.get("/api/v1/cijfers", {"buurt": "nergens"}).status_code == 404
    assert client.get("/api/v1/cijfers", {"per_pagina": 5000}).status_code == 400
    woorden = {i["code"]: i for i in client.get("/api/v1/indicatoren").json()}
    assert (
        woorden["eenzaam-65plus"]["toont_effect"] is False and "niet geteld" in woorden["eenzaam-65plus"]["zegt_niet"]
    )
    assert {"/api/v1/cijfers", "/api/v1/indicatoren"} <= set(client.get("/api/v1/openapi.json").json()["paths"])
