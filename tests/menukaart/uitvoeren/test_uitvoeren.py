"""Carrying out, through the real pages: a press on the board, what stops, what it took, and what that shows elsewhere."""

from __future__ import annotations

import csv
import datetime as dt
import io
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from kennisplatform.basis import praktijk
from kennisplatform.basis.praktijk import Praktijkbron, Praktijkplek
from kennisplatform.deelnemers.keuzes import Fase, Netwerkrol
from kennisplatform.deelnemers.models import Buurt
from menukaart.begroting.models import Indiening
from menukaart.commitment.models import Handtekening
from menukaart.models import Interventie
from menukaart.plan.bevriezen import bevries
from menukaart.plan.models import Begrotingsregel, Planactiviteit, Planthema, Planversie
from menukaart.plan.plannen import begonnen_plan, inhoud_van_plan
from menukaart.uitvoeren import bord
from menukaart.uitvoeren.models import Voortgang
from menukaart.uitvoeren.praktijk import MINST
from menukaart.uitvoeren.voortgang import rijen
from tests import mensen
from tests.menukaart.plan.hulp import vol
from tests.menukaart.plan.test_schaal import HOOGSTENS, ZITTING, vul_bij
from tests.pagina import pagina

pytestmark = pytest.mark.django_db


def klant(wie: Any) -> Client:
    client = Client()
    client.force_login(wie)
    return client


def plan_met(buurt: Buurt, door: Any, *, stand: str = "gepland", keuze: Any = None, **velden: Any) -> Planactiviteit:
    """A plan that was laid down, with one activity and one line of a hundred hours."""
    plan = begonnen_plan(buurt=buurt)
    thema = plan.themas.select_related("thema").order_by("pk")[0].thema
    vast = {"wie": "opbouwwerker", "begin": 2026 * 4, "eind": 2026 * 4 + 3, "stand": stand, "keuze": keuze}
    activiteit = Planactiviteit.objects.create(plan=plan, thema=thema, titel="Soepmiddag", **vast | velden)
    Begrotingsregel.objects.create(
        activiteit=activiteit, omschrijving="Begeleider", jaar=2026, aantal=100, prijs=42, financier="gemeente"
    )
    if not plan.versies.exists():
        bevries(plan.versies, inhoud_van_plan(plan), door)
    return activiteit


def test_a_network_keeps_its_board_and_others_learn_from_what_stopped() -> None:
    buurt = mensen.buurt("bordbuurt")
    trekker, lid = mensen.lid(buurt, Netwerkrol.KARTREKKER), mensen.lid(buurt, Netwerkrol.GEMEENTE)
    interventie = Interventie.objects.live().filter(locale__language_code="nl").order_by("pk").first()
    eerst = praktijk.tel([interventie.pk])[interventie.pk]
    soep = plan_met(buurt, trekker, keuze=interventie)
    later = Planactiviteit.objects.create(
        plan=soep.plan, thema=soep.thema, titel="Soep op zondag", begin=soep.begin, eind=soep.eind, na=soep
    )
    trekt, helpt = klant(trekker), klant(lid)
    adres = reverse("uitvoeren", args=[buurt.slug])
    blad = pagina(trekt.get(adres))
    assert "Soep op zondag wacht op Soepmiddag (opbouwwerker)" in " ".join(blad.tekst(".vooraf").split())
    assert adres in {a["href"] for a in pagina(trekt.get(reverse("netwerk", args=[buurt.slug]))).alle(".buurtweg a")}
    assert praktijk.tel([interventie.pk])[interventie.pk] == eerst  # what is only planned is no practice

    houd = reverse("planactiviteit_stand", args=[buurt.slug, soep.pk])
    for _keer in range(2):  # pressed twice is done once
        trekt.post(houd, {"snel": "loopt"})
    assert Voortgang.objects.filter(activiteit=soep).count() == 1
    buurt.refresh_from_db()
    assert buurt.fase == Fase.UITVOEREN  # nobody set it
    nu = praktijk.tel([interventie.pk])[interventie.pk]
    assert (nu.plekken, nu.loopt) == (eerst.plekken + 1, eerst.loopt + 1)

    # Two people at once: one says what it took, the other that it stopped. Neither is overwritten.
    regel = soep.regels.get()
    van_lid = pagina(helpt.get(houd)).velden("main form.formulier")
    trekt_ziet = pagina(trekt.get(houd)).velden("main form.formulier")
    helpt.post(houd, {**van_lid, f"gebruikt_{regel.pk}": "80,5", f"uitgegeven_{regel.pk}": "3381,00"})
    zonder = trekt.post(houd, {**trekt_ziet, "stand": "gestopt"})
    assert "Schrijf waarom het stopte" in zonder.content.decode()
    trekt.post(houd, {**trekt_ziet, "stand": "gestopt", "stopreden": "Op zaterdag kwam bijna niemand."})
    soep.refresh_from_db()
    regel.refresh_from_db()
    assert (soep.stand, regel.gebruikt, regel.uitgegeven) == ("gestopt", Decimal("80.50"), Decimal("3381.00"))
    assert bord.wacht_op(Planactiviteit.objects.get(pk=later.pk)) is None  # what stopped is not waited for
    blad = pagina(trekt.get(adres))
    assert "Op zaterdag kwam bijna niemand." in blad.tekst("main") and "80,50 van 100 uur" in blad.tekst("main")

    # A press that came late does not set going what was stopped meanwhile.
    helpt.post(houd, {"snel": "klaar"})
    soep.refresh_from_db()
    assert soep.stand == "gestopt"
    na = praktijk.tel([interventie.pk])[interventie.pk]
    assert (na.gestopt, na.loopt) == (eerst.gestopt + 1, eerst.loopt)
    van_buiten = Client().get(interventie.url).content.decode()
    assert "Het stopte in 1." in van_buiten and "Op zaterdag kwam bijna niemand." not in van_buiten
    assert (
        "Op zaterdag kwam bijna niemand."
        in klant(mensen.lid(mensen.buurt("elders"))).get(interventie.url).content.decode()
    )

    # The state is no part of the promise: laying down again what was only begun makes no new version.
    assert soep.plan.versies.count() == 1 and '"stand"' not in soep.plan.versies.get().inhoud


def test_a_place_counts_once_and_what_was_done_comes_before_what_was_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pure: a story and a plan of one neighbourhood are one place, and the plan knows how it went."""
    verteld = Praktijkbron(lambda pks: [Praktijkplek(1, 7, gestopt=False), Praktijkplek(1, "deventer", gestopt=True)])
    gedaan = Praktijkbron(
        lambda pks: [Praktijkplek(1, 7, gestopt=True, echt=True), Praktijkplek(1, 8, False, echt=True, loopt=True)]
    )
    monkeypatch.setattr(praktijk, "gebracht", lambda soort: [verteld, gedaan])
    assert praktijk.tel([1, 2]) == {1: praktijk.Praktijk(3, 2, 1), 2: praktijk.Praktijk()}


def test_what_it_took_shows_as_a_range_of_five_without_names() -> None:
    interventie = Interventie.objects.live().filter(locale__language_code="nl", in_plannen=None).order_by("pk").first()
    for nummer in range(MINST):
        buurt = mensen.buurt(f"geheimebuurt{nummer}")
        soep = plan_met(buurt, mensen.lid(buurt), stand="loopt", keuze=interventie)
        soep.regels.update(gebruikt=Decimal(80 + nummer * 10), uitgegeven=Decimal(1000 + nummer))
        uit = praktijk.inzet_uit_plannen(interventie.pk)
        assert len(uit) == (2 * MINST if nummer == MINST - 1 else 0)
    blad = Client().get(interventie.url).content.decode()
    assert "80–120 uur per jaar" in blad and "eheimebuurt" not in blad and "€\xa01.000 per jaar" in blad


@pytest.mark.parametrize(
    ("stand", "begin", "eind", "woorden"),
    [
        ("gepland", 8103, 8107, "zou beginnen in oktober 2025"),
        ("gepland", 8104, 8107, ""),  # its quarter is not over on the last day of it
        ("loopt", 8100, 8103, "zou klaar zijn in december 2025"),
        ("klaar", 8100, 8101, ""),
    ],
)
@pytest.mark.parametrize("dag", [dt.date(2026, 1, 1), dt.date(2026, 3, 31)])
def test_late_only_when_its_quarter_is_over(dag: dt.date, stand: str, begin: int, eind: int, woorden: str) -> None:
    """The clock at the turn of the year: 8103 is the last quarter of 2025, 8104 the first of 2026."""
    assert bord.te_laat(Planactiviteit(stand=stand, begin=begin, eind=eind), dag) == woorden
    assert bord.te_laat(Planactiviteit(stand="loopt", begin=8100, eind=8103), dt.date(2025, 12, 31)) == ""


def test_a_milestone_falls_on_the_day_it_is_here_and_what_waits_is_said_once() -> None:
    """Half past eleven in the evening in Greenwich on the last day of the year is the next year here."""
    buurt = mensen.buurt("jaarbuurt")
    vol(buurt, door=mensen.lid(buurt))
    laat = dt.datetime(2026, 12, 31, 23, 30, tzinfo=dt.UTC)
    Planversie.objects.filter(plan__buurt=buurt).update(op=laat)
    Indiening.objects.filter(buurt=buurt).update(besloten_op=laat)
    Handtekening.objects.create(
        buurt=buurt, versie=Planversie.objects.get(plan__buurt=buurt), naam="x", organisatie="x", rol="x",
        email="later@x.example", sleutelhash="later", stand="getekend", getekend_op=laat,
    )  # fmt: skip
    Planthema.objects.filter(plan__buurt=buurt).update(niet_nu=True, reden="later", antwoord="")
    (rij,) = rijen([buurt])
    dag = dt.date(2027, 1, 1)
    assert {code: rij.mijlpalen[code] for code in ("plan", "begroting", "getekend")} == dict.fromkeys(
        ("plan", "begroting", "getekend"), dag
    )
    assert rij.wacht[:3] == [
        "het netwerk: vragen van de commissie",
        "1 handtekening",
        "het team: 5 thema’s die nu niet passen",
    ]


def test_the_overview_is_the_teams_and_a_coachs_own_and_leaves_without_persons(
    django_assert_max_num_queries: Any,
) -> None:
    mijn, ander = mensen.buurt("coachbuurt"), mensen.buurt("anderebuurt")
    coach = mensen.lid(mijn, Netwerkrol.COACH)
    team = mensen.iedereen(mensen.buurt("x"), mensen.buurt("y"))["transitieteam"]
    for buurt in (mijn, ander):
        vol(buurt, door=coach, plan="=Geheime tekst")
    blad = pagina(klant(coach).get(reverse("voortgang")))
    assert "Coachbuurt" in blad.tekst("table") and "Anderebuurt" not in blad.tekst("table")
    assert "het netwerk: vragen van de commissie" in blad.tekst("table") and "1 handtekening" in blad.tekst("table")
    assert klant(coach).get(reverse("voortgang_export")).status_code == 403
    wacht = pagina(klant(team).get(reverse("voortgang"), {"wacht": "netwerk", "q": "coachbuurt"}))
    assert "Coachbuurt" in wacht.tekst("table") and "Anderebuurt" not in wacht.tekst("table")

    rauw = klant(team).get(reverse("voortgang_export"), {"q": "buurt"})
    rijen = list(csv.DictReader(io.StringIO(rauw.content.decode("utf-8-sig")), delimiter=";"))
    eigen = next(rij for rij in rijen if rij["buurt"] == "Coachbuurt")
    assert (
        (eigen["gepland"], eigen["begroot"]) == ("1", "1.00")
        and eigen["plan"]
        and "Geheim" not in rauw.content.decode()
    )
    boek = load_workbook(
        io.BytesIO(klant(team).get(reverse("voortgang_export"), {"soort": "xlsx", "q": "coachbuurt"}).content)
    )
    kop, rij = list(boek.worksheets[1].values)[:2]
    thema = dict(zip(kop, rij, strict=True))
    assert (thema["begroot"], thema["begroot door gemeente"], thema["uitgegeven"]) == (1, 1, 0)

    client = klant(team)
    client.get(reverse("voortgang"))
    with django_assert_max_num_queries(HOOGSTENS + ZITTING) as eerst:
        client.get(reverse("voortgang"))
    vul_bij(mijn, 60, 240)
    for nummer in range(8):
        plan_met(mensen.buurt(f"bij{nummer}"), coach)
    client.get(reverse("voortgang"))  # where somebody stands is read again when people changed
    with django_assert_max_num_queries(HOOGSTENS + ZITTING) as daarna:
        client.get(reverse("voortgang"))
    assert len(daarna) == len(eerst)
