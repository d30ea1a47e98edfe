"""The dashboard of outcomes: inside the network, marked where it is invented, and worked out again from its own file."""

from __future__ import annotations

import csv
import io
from statistics import fmean, variance

import openpyxl
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kennisplatform.cijfers import demo
from kennisplatform.cijfers.models import Cijfer, Indicator
from kennisplatform.cijfers.uitkomsten import Uitkomst, optelling, uitkomsten
from kennisplatform.cijfers.verschil import Meetpunt, schat
from kennisplatform.deelnemers.models import Buurt
from menukaart.plan.models import Planactiviteit
from tests import mensen
from tests.pagina import pagina
from tests.vastleggen import leg_vast, vastgelegd

pytestmark = pytest.mark.django_db
UREN = "preventie-uren-wijkverpleging"


def hier() -> Buurt:
    return Buurt.objects.get(slug="waterkwartier")


def test_a_kartrekker_reads_what_came_of_it_and_how_sure_that_is(client: Client) -> None:
    client.force_login(mensen.lid(hier(), "kartrekker"))
    adres = reverse("uitkomsten", args=["waterkwartier"])
    with CaptureQueriesContext(connection) as vragen:
        blad = pagina(client.get(adres))
    assert sum("cijfers_" in vraag["sql"] for vraag in vragen) <= 7
    uren = blad.tekst(f"section[aria-labelledby=u-{UREN}]")
    assert "Verzonnen voorbeeld: niets hiervan is gemeten" in uren
    assert "VERZONNEN VOORBEELD" in blad.een(f"section[aria-labelledby=u-{UREN}] svg[role=img]").get_text(), (
        "on the chart itself"
    )
    assert "punten verder omlaag dan in de andere buurten" in uren and "Dit toont geen oorzaak." in uren
    assert (
        "Liepen de lijnen vóór de start gelijk op? Ja" in uren
        and "Zijn het dezelfde soort mensen als eerst? Dat weten" in uren
    )
    assert "-15% reductie in ureninzet" in uren and "20-30% minder" in uren, "both, each with its source"
    assert "daar ligt 0 in" in blad.tekst("main"), "no difference is not called one"
    laat = pagina(client.get(adres, {"start": "2026-K3"})).tekst("main")
    assert "Een verschil-in-verschil kan hier niet" in laat
    assert client.get(adres, {"start": "<b>"}).status_code == 200
    gedaan = blad.een("section[aria-labelledby=gedaan]")
    namen = list(Planactiviteit.objects.filter(plan__buurt=hier()).values_list("titel", flat=True))
    assert namen and all(naam in gedaan.get_text() for naam in namen), "of the plan, on the same time line"
    assert len(gedaan.select("rect.duur")) == len(namen)
    assert blad.heeft(f'a[href^="{reverse("uitkomst_csv", args=["waterkwartier", UREN])}"]')


def test_a_researcher_works_it_out_again_from_the_file(client: Client) -> None:
    """As in a spreadsheet: AVERAGE, VAR.S and T.INV.2T(0.05; 6) = 2.4469119."""
    client.force_login(mensen.lid(hier()))
    rauw = client.get(reverse("uitkomst_csv", args=["waterkwartier", UREN])).content.decode("utf-8-sig")
    regels = list(csv.reader(io.StringIO(rauw), delimiter=";"))
    uitkomst = next(regel for regel in regels if regel[0] == "uitkomst")
    effect, laag, hoog = map(float, uitkomst[1:])
    rijen = [regel for regel in regels if regel[-1] in ("voor", "na")]
    index = [100 * float(r[1]) / fmean(float(s[1]) for s in rijen if s[0].startswith("2024")) for r in rijen]
    assert [float(r[3]) for r in rijen] == pytest.approx(index, abs=1e-5)
    # From the raw columns alone: what the file worked out itself is not used.
    zij = [100 * float(r[2]) / fmean(float(s[2]) for s in rijen if s[0].startswith("2024")) for r in rijen]
    d = {r[0]: ons - ander for r, ons, ander in zip(rijen, index, zij, strict=True)}
    voor, na = ([d[r[0]] for r in rijen if r[6] == welke] for welke in ("voor", "na"))
    marge = 2.4469119 * (variance(voor) / len(voor) + variance(na) / len(na)) ** 0.5
    assert (len(voor), len(na)) == (8, 7)
    assert effect == pytest.approx(fmean(na) - fmean(voor), abs=1e-5)
    assert (laag, hoog) == pytest.approx((effect - marge, effect + marge), abs=1e-4)


def test_the_spreadsheet_works_it_out_with_formulas_over_its_own_numbers(client: Client) -> None:
    client.force_login(mensen.lid(hier()))
    adres = f"{reverse('uitkomst_csv', args=['waterkwartier', UREN])}?soort=xlsx"
    blad = openpyxl.load_workbook(io.BytesIO(client.get(adres).content)).active
    rijen = {str(rij[0]): rij for rij in blad.iter_rows(min_row=2, values_only=True) if rij and rij[0]}
    perioden = [rij for rij in rijen.values() if rij[6] in ("voor", "na")]
    assert perioden[0][0] == "1e kwartaal 2023" and all(isinstance(rij[1], int | float) for rij in perioden)
    som = rijen["Verschil-in-verschil"]
    assert som[1] == "=AVERAGE(F10:F16)-AVERAGE(F2:F9)"
    basis = [fmean(float(rij[k]) for rij in perioden if "2024" in str(rij[0])) for k in (1, 2)]
    assert perioden[8][3:6] == ("=100*B10/AVERAGE(B$6:B$9)", "=100*C10/AVERAGE(C$6:C$9)", "=D10-E10")
    d = [100 * float(rij[1]) / basis[0] - 100 * float(rij[2]) / basis[1] for rij in perioden]
    assert som[2] == pytest.approx(fmean(d[8:]) - fmean(d[:8]))
    marge = 2.4469119 * (variance(d[:8]) / 8 + variance(d[8:]) / 7) ** 0.5
    assert rijen["Marge van"][2] == pytest.approx(float(som[2]) - marge, abs=1e-3)
    assert "TINV(0.05,MIN(COUNT(F2:F9),COUNT(F10:F16))-1)" in str(rijen["Marge tot"][1])


def test_a_corrected_figure_and_another_right_are_on_the_dashboard_at_once(client: Client) -> None:
    """It is kept: by what was handed in, and for who may see the same."""
    client.force_login(mensen.lid(hier()))
    adres, paneel = reverse("uitkomsten", args=["waterkwartier"]), f"section[aria-labelledby=u-{UREN}]"
    leg_vast()
    eerst = [pagina(client.get(adres)).tekst(paneel) for _keer in range(2)]
    assert eerst[0] == eerst[1]
    eigen = Cijfer.objects.huidig().filter(gebied__code="eigen-waterkwartier", indicator__code=UREN)
    with vastgelegd():
        eigen.filter(periode="2026-K3").update(waarde=1)
    anders = pagina(client.get(adres)).tekst(paneel)
    assert anders != eerst[0]
    with vastgelegd():
        Cijfer.objects.filter(gebied__code="eigen-emmen").update(zichtbaarheid="eigen")
    assert "Naast één andere buurt" in pagina(client.get(adres)).tekst(paneel)


def test_small_numbers_are_in_no_series_and_in_no_mean() -> None:
    """Westwijk had fewer than ten people in two quarters: no number here, and not in the mean of others either."""
    team = mensen.medewerker("transitieteam")
    westwijk = {u.indicator.code: u for u in uitkomsten(Buurt.objects.get(slug="westwijk"), team)}[
        "behandeling-opnames"
    ]
    assert list(westwijk.verborgen) == ["2024-K2", "2025-K4"]
    assert not set(westwijk.verborgen) & {punt.periode for punt in westwijk.punten}
    assert westwijk.perioden == sorted({*westwijk.verborgen, *(p.periode for p in westwijk.punten)})
    opnames = {u.indicator.code: u for u in uitkomsten(hier(), team)}
    assert opnames["behandeling-opnames"].anderen == 1 and opnames[UREN].anderen == 2


def test_who_may_not_see_it_does_not(client: Client) -> None:
    Cijfer.objects.filter(gebied__code="eigen-emmen").update(zichtbaarheid="eigen")
    lid = mensen.lid(hier())
    assert {u.indicator.code: u.anderen for u in uitkomsten(hier(), lid)}[UREN] == 1, "not even in a mean"
    assert uitkomsten(hier(), mensen.persoon()) == []
    client.force_login(lid)
    assert client.get(reverse("uitkomsten", args=["emmen"])).status_code == 403
    assert client.get(reverse("uitkomst_csv", args=["waterkwartier", "bestaat-niet"])).status_code == 404
    assert "eigen-waterkwartier" not in client.get("/api/v1/cijfers?gebied=eigen-waterkwartier").content.decode()


def test_the_team_reads_who_has_outcomes_and_the_demo_fills_once(client: Client) -> None:
    voor = Cijfer.objects.count()
    demo.vul("x")
    assert Cijfer.objects.count() == voor
    met, zonder = optelling()
    assert {regel.buurt.slug: (regel.indicatoren, regel.eerste, regel.laatste) for regel in met} == dict.fromkeys(
        ("emmen", "waterkwartier", "westwijk"), (4, "2023-K1", "2026-K3")
    )
    assert len(met) + len(zonder) == Buurt.objects.actief().count()
    client.force_login(mensen.medewerker("transitieteam"))
    assert "Van 3 buurten is iets aangeleverd" in pagina(client.get(reverse("uitkomsten_team"))).tekst("main")


@pytest.mark.parametrize(
    ("ons", "zij", "zegt"),
    [
        (-6, 0, "verder omlaag"),
        (2, 8, "minder omhoog"),
        (6, 0, "verder omhoog"),
        (-2, -8, "minder omlaag"),
    ],
)
def test_what_rose_less_did_not_go_down(ons: int, zij: int, zegt: str) -> None:
    perioden = [f"{jaar}-K{k}" for jaar in (2023, 2024, 2025) for k in (1, 2, 3, 4)]
    punten = [Meetpunt(p, 100.0 + n % 2 + ons * (n > 7), 100.0 + zij * (n > 7)) for n, p in enumerate(perioden)]
    schatting = schat(punten, "2025-K1")
    uitkomst = Uitkomst(Indicator(code="x"), punten, [], 2, False, "", schatting, [], "2025-K1")
    assert zegt in uitkomst.oordeel, uitkomst.oordeel


def test_the_sum_of_a_year_beside_its_quarters_is_no_point_of_the_line() -> None:
    rij = Cijfer.objects.huidig().filter(buurt=hier(), indicator__code=UREN, periode="2024-K1").get()
    voor = next(u for u in uitkomsten(hier(), mensen.lid(hier())) if u.indicator.code == UREN)
    for eigen in Cijfer.objects.huidig().filter(indicator__code=UREN, periode="2024-K1", groep=""):
        Cijfer.objects.create(
            gebied=eigen.gebied, indicator=rij.indicator, periode="2024", waarde=999, n=400, bron=rij.bron,
            zichtbaarheid=rij.zichtbaarheid, buurt=eigen.buurt,
        )  # fmt: skip  # one row
    na = next(u for u in uitkomsten(hier(), mensen.lid(hier())) if u.indicator.code == UREN)
    assert na.punten == voor.punten and na.schatting == voor.schatting
