"""The research agenda, the description of what is public, and the bundle for researchers: no persons, nothing small."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from math import sqrt
from statistics import mean, variance
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from kennisplatform.cijfers import onderzoekbundel
from kennisplatform.cijfers.models import Cijfer, Cijferbron, Onderzoek
from kennisplatform.cijfers.onderzoekbundel import CIJFERKOP
from kennisplatform.cijfers.uitkomsten import uitkomsten
from kennisplatform.deelnemers.models import Buurt
from tests import mensen
from tests.pagina import pagina

pytestmark = pytest.mark.django_db


def van(rol: str) -> Client:
    client = Client()
    client.force_login(mensen.medewerker(rol))
    return client


def bundel(client: Client) -> dict[str, list[dict[str, str]]]:
    antwoord = client.get(reverse("onderzoek_bundel"))
    assert antwoord.status_code == 200
    with zipfile.ZipFile(io.BytesIO(antwoord.getvalue())) as pak:
        return {
            naam: list(csv.DictReader(io.StringIO(pak.read(naam).decode("utf-8-sig")), delimiter=";"))
            for naam in pak.namelist()
            if naam.endswith(".csv")
        }


def test_everybody_reads_the_questions_with_what_they_hang_on(client: Client) -> None:
    blad = pagina(client.get(reverse("onderzoek")))
    uren = blad.tekst("article[aria-labelledby=o-uren-wijkverpleging]")
    assert "Hoeveel uren wijkverpleging" in uren and "Bron: De buurt als ecosysteem" in uren
    assert "Wie dit onderzoekt, weten wij niet." in uren
    links = blad.links("article[aria-labelledby=o-uren-wijkverpleging] a")
    for adres in links.values():
        assert client.get(adres).status_code == 200, adres
    assert "/menukaart/voorzorgcirkels/" in links.values()
    assert all(o.bron_titel and o.bron_datum for o in Onderzoek.objects.all())


def test_people_read_what_the_columns_say_with_a_real_line(client: Client) -> None:
    blad = pagina(client.get(reverse("onderzoek")))
    tekst = blad.tekst("section[aria-labelledby=gegevens]")
    assert "U hoeft die niet te lezen" in blad.tekst("main")
    for naam, uitleg in CIJFERKOP:
        assert naam in tekst and uitleg in tekst
    assert (
        Cijfer.objects.toonbaar().filter(zichtbaarheid="openbaar", gebied__soort="buurt").first().gebied.code[:2]
        in tekst
    )


def test_the_team_changes_and_ends_a_study_with_its_history(client: Client) -> None:
    onderzoek = Onderzoek.objects.get(code="uren-wijkverpleging")
    adres = reverse("wagtailsnippets_cijfers_onderzoek:edit", args=[onderzoek.pk])
    team = van("transitieteam")
    velden = pagina(team.get(adres)).velden("form[data-edit-form]") | {
        "stand": "gestopt",
        "uitkomst": "",
        "paginas": "https://www.x.example/menukaart/reablement\n/menukaart/bestaat-niet/",
        "buurten": "waterkwartier",
        "indicatoren": [str(i.pk) for i in onderzoek.indicatoren.all()],
    }
    fout = team.post(adres, velden).content.decode()
    assert "geen openbare pagina: /menukaart/bestaat-niet/" in fout and "waarom het stopte" in fout
    velden |= {"paginas": "https://www.x.example/menukaart/reablement", "uitkomst": "Er kwamen geen cijfers."}
    voorbeeld = reverse("wagtailsnippets_cijfers_onderzoek:preview_on_edit", args=[onderzoek.pk])
    assert team.post(voorbeeld, velden).json()["is_valid"]
    gezien = pagina(team.get(f"{voorbeeld}?mode=")).tekst("main")
    assert (
        "Er kwamen geen cijfers." in gezien
        and "Er kwamen geen cijfers." not in client.get(reverse("onderzoek")).content.decode()
    )
    assert team.post(adres, velden).status_code == 302
    blad = pagina(client.get(reverse("onderzoek")))
    stuk = blad.tekst("article[aria-labelledby=o-uren-wijkverpleging]")
    assert "Gestopt" in stuk and "Er kwamen geen cijfers." in stuk
    onderzoek.refresh_from_db()
    assert (onderzoek.paginas, onderzoek.buurten) == ("/menukaart/reablement/", "waterkwartier")
    assert onderzoek.revisions.count() == 1
    assert blad.waarden("article h2", "id")[-1] == "o-uren-wijkverpleging"
    assert van("redacteur").post(adres, velden).status_code in (302, 403) and onderzoek.revisions.count() == 1


def test_the_description_names_what_answers(client: Client) -> None:
    antwoord = client.get(reverse("onderzoek_dcat"))
    assert antwoord["Content-Type"].startswith("application/ld+json")
    sets = json.loads(antwoord.content)["dcat:dataset"]
    assert len(sets) == 2
    for een in sets:
        (verspreid,) = een["dcat:distribution"]
        pad = "/" + verspreid["dcat:accessURL"]["@id"].partition("://")[2].partition("/")[2]
        assert client.get(pad).status_code == 200, pad


def dingen(waarde: Any) -> Iterator[dict[str, Any]]:
    """Each thing that is described, however deep; what words mean is none."""
    if isinstance(waarde, dict):
        yield from ([waarde] if "@context" not in waarde else [])
        yield from (ding for naam, deel in waarde.items() if naam != "@context" for ding in dingen(deel))
    elif isinstance(waarde, list):
        yield from (ding for deel in waarde for ding in dingen(deel))


def test_the_description_has_what_dcat_ap_asks(client: Client) -> None:
    """Mandatory there of a catalogue, a set of data and a distribution; and each term is of a vocabulary that is named."""
    beeld = json.loads(client.get(reverse("onderzoek_dcat")).content)
    assert {"dct:title", "dct:description", "dct:publisher", "dcat:dataset"} <= set(beeld)
    for reeks in beeld["dcat:dataset"]:
        assert {"dct:title", "dct:description", "dct:identifier", "dcat:theme", "dcat:distribution"} <= set(reeks)
        assert all("@id" in deel["dcat:accessURL"] for deel in reeks["dcat:distribution"])
    for ding in dingen(beeld):
        assert set(ding) == {"@id"} or "@type" in ding or "@value" in ding, ding
        assert all(adres.startswith(("http://", "https://")) for adres in [ding.get("@id", "https://")]), ding
    gebruikt = {naam.partition(":")[0] for naam in re.findall(r'"([a-z]+:[A-Za-z]+)"', json.dumps(beeld))}
    assert gebruikt <= set(beeld["@context"])


def test_the_description_names_whose_figures_they_were_and_whom_to_ask(client: Client) -> None:
    cijfers, _indicatoren = json.loads(client.get(reverse("onderzoek_dcat")).content)["dcat:dataset"]
    genoemd = {bron["@id"]: bron["dct:publisher"]["foaf:name"] for bron in cijfers["dct:source"]}
    assert any("cbs.nl" in adres for adres in genoemd) and all(genoemd.values())
    open_ = Cijferbron.objects.filter(open=True, voorbeeld=False).exclude(bron_url="")
    assert set(genoemd) == set(open_.values_list("bron_url", flat=True))
    vraag = cijfers["dcat:contactPoint"]["vcard:hasURL"]["@id"]
    assert client.get("/" + vraag.partition("://")[2].partition("/")[2]).status_code == 200


def test_the_bundle_says_of_every_column_what_it_is() -> None:
    alles = bundel(van("onderzoeker"))
    beschreven = {(r["bestand"], r["kolom"]) for r in alles["codeboek.csv"]}
    for naam in ("cijfers.csv", "indicatoren.csv", "buurten.csv"):
        assert alles[naam] and {(naam, kolom) for kolom in alles[naam][0]} <= beschreven
    assert all(r["betekenis"] for r in alles["codeboek.csv"])
    assert {r["indicator"] for r in alles["cijfers.csv"]} <= {r["code"] for r in alles["indicatoren.csv"]}


def test_the_difference_can_be_worked_out_again_from_the_bundle_alone() -> None:
    """By the steps of leesmij.txt, with nothing of ours."""
    client = van("onderzoeker")
    with zipfile.ZipFile(io.BytesIO(client.get(reverse("onderzoek_bundel")).getvalue())) as pak:
        assert "T.INV.2T" in pak.read("leesmij.txt").decode()
    reeksen: dict[str, dict[str, float]] = {}
    for rij in bundel(client)["cijfers.csv"]:
        if rij["indicator"] == "preventie-uren-wijkverpleging" and rij["gebied"].startswith("eigen-"):
            reeksen.setdefault(rij["gebied"], {})[rij["periode"]] = float(rij["waarde"])
    wij = reeksen.pop("eigen-waterkwartier")
    perioden = sorted(wij)
    anderen = [reeks for reeks in reeksen.values() if set(perioden) <= set(reeks)]
    zij = {p: mean(reeks[p] for reeks in anderen) for p in perioden}
    basis = [p for p in perioden if p.startswith("2024")]
    ons_100, zij_100 = mean(wij[p] for p in basis), mean(zij[p] for p in basis)
    verschil = {p: 100 * wij[p] / ons_100 - 100 * zij[p] / zij_100 for p in perioden}
    voor, na = ([v for p, v in verschil.items() if (p >= "2025-K1") is stap] for stap in (False, True))
    effect = mean(na) - mean(voor)
    marge = 2.4469119 * sqrt(variance(voor) / len(voor) + variance(na) / len(na))  # T.INV.2T(0.05; 6)
    assert min(len(voor), len(na)) == 7
    buurt = Buurt.objects.get(slug="waterkwartier")
    (onze,) = [u for u in uitkomsten(buurt, mensen.lid(buurt)) if u.indicator.code == "preventie-uren-wijkverpleging"]
    s = onze.schatting
    assert s is not None
    assert (effect, effect - marge, effect + marge) == pytest.approx((s.effect, s.laag, s.hoog))


def test_a_spreadsheet_has_the_same_with_numbers_that_are_numbers() -> None:
    """A Dutch Excel reads '12.5' in a CSV as a day in May, and '57.3' as a word."""
    client = van("onderzoeker")
    antwoord = client.get(reverse("onderzoek_bundel"), {"soort": "xlsx"})
    boek = load_workbook(io.BytesIO(antwoord.content), read_only=True)
    assert boek.sheetnames == ["cijfers", "indicatoren", "buurten", "codeboek", "leesmij"]
    kop, *rijen = boek["cijfers"].iter_rows(values_only=True)
    uit_zip = bundel(client)["cijfers.csv"]
    assert [naam for naam, _uitleg in CIJFERKOP] == list(kop) and len(rijen) == len(uit_zip)
    waarde, periode = kop.index("waarde"), kop.index("periode")
    assert [rij[waarde] for rij in rijen] == [float(rij["waarde"]) for rij in uit_zip]
    assert [rij[periode] for rij in rijen] == [rij["periode"] for rij in uit_zip], "a month is no day"


def test_nothing_small_and_nobody_is_in_it() -> None:
    verborgen = Cijfer.objects.huidig().exclude(verborgen="").select_related("gebied", "indicator")
    assert verborgen.exists()  # the demo has quarters with few people
    rijen = bundel(van("onderzoeker"))["cijfers.csv"]
    sleutels = {(r["gebied"], r["indicator"], r["periode"], r["groep"]) for r in rijen}
    for cijfer in verborgen:
        assert (cijfer.gebied.code, cijfer.indicator.code, cijfer.periode, cijfer.groep) not in sleutels
    assert all(not r["aantal_mensen"] or int(r["aantal_mensen"]) >= 10 for r in rijen)
    tekst = van("onderzoeker").get(reverse("onderzoek_bundel")).getvalue()
    with zipfile.ZipFile(io.BytesIO(tekst)) as pak:
        alles = "".join(pak.read(naam).decode("utf-8-sig") for naam in pak.namelist())
    assert "@" not in alles.replace("@id", "") and "(demo)" not in alles


def test_who_may_take_it_along_and_what_is_of_a_network_only_stays(client: Client) -> None:
    assert client.get(reverse("onderzoek_bundel")).status_code == 302
    client.force_login(mensen.lid(mensen.buurt("eigen")))
    assert client.get(reverse("onderzoek_bundel")).status_code == 403
    Cijfer.objects.filter(gebied__code="eigen-emmen").update(zichtbaarheid="eigen")
    gebieden = {r["gebied"] for r in bundel(van("onderzoeker"))["cijfers.csv"]}
    assert "eigen-emmen" not in gebieden and "eigen-waterkwartier" in gebieden


def test_the_bundle_asks_as_much_of_many_neighbourhoods(django_assert_max_num_queries: Any) -> None:
    client = van("onderzoeker")
    for nummer in range(30):
        mensen.buurt(f"veel-{nummer}")
    with django_assert_max_num_queries(16):
        assert client.get(reverse("onderzoek_bundel")).getvalue()


def test_more_than_a_spreadsheet_holds_is_said_before_a_minute_of_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(onderzoekbundel, "REKENBLAD_MAX", 3)
    client = van("onderzoeker")
    antwoord = client.get(reverse("onderzoek_bundel"), {"soort": "xlsx"})
    assert "meer dan 3 cijfers" in " ".join(antwoord.content.decode().split())
    assert len(bundel(client)["cijfers.csv"]) > 3, "the zip has them all"


def test_the_bundle_goes_out_while_it_is_read() -> None:
    """What explains the figures is on its way before the first of them is asked for."""
    stukken = iter(van("onderzoeker").get(reverse("onderzoek_bundel")).streaming_content)
    with CaptureQueriesContext(connection) as vragen:
        begin = next(stukken)
    assert begin.startswith(b"PK") and not any("cijfers_cijfer" in vraag["sql"] for vraag in vragen)
    assert b"cijfers.csv" in b"".join(stukken)
