"""All lines of a budget on one screen: one press keeps them, faults stand at their box, and nobody's work is lost."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kennisplatform.deelnemers.models import Buurt, Gebruiker
from menukaart.plan.beelden import haal_weg, leg_rij_vast
from menukaart.plan.models import Begrotingsregel, Buurtplan, Tarief
from tests import mensen
from tests.menukaart.begroting.hulp import plan_met, regels
from tests.pagina import Pagina, pagina

pytestmark = pytest.mark.django_db
KIEZER = "main form[method=post]"


@pytest.fixture
def plan(buurt: Buurt) -> Buurtplan:
    return plan_met(buurt, ("Zaal", "40", "20"), ("Koffie", "10", "1.50"))


@pytest.fixture
def adres(buurt: Buurt) -> str:
    return f"/werkplek/{buurt.slug}/begroting/rooster/"


def _blad(client: Client, adres: str) -> tuple[Pagina, dict[str, str]]:
    blad = pagina(client.get(adres))
    return blad, blad.velden(KIEZER)


def _vak(velden: dict[str, str], wat: str) -> str:
    """The prefix of the line with these words."""
    return next(naam for naam, waarde in velden.items() if waarde == wat).removesuffix("-omschrijving")


def test_many_lines_are_changed_and_one_comes_and_one_goes_in_one_press(
    trekt: Client, plan: Buurtplan, adres: str, buurt: Buurt
) -> None:
    _leeg, velden = _blad(trekt, adres)
    erbij = pagina(trekt.post(adres, velden | {f"{_vak(velden, 'Zaal')}-aantal": "41", "erbij": str(_eerste(plan))}))
    velden = erbij.velden(KIEZER)
    zaal, koffie = _vak(velden, "Zaal"), _vak(velden, "Koffie")
    assert velden[f"{zaal}-aantal"] == "41" and regels(buurt).get(omschrijving="Zaal").aantal == 40  # not kept yet
    nieuw = f"a{_eerste(plan)}n0"
    assert str(erbij.alle("[autofocus]")[0]["name"]) == f"{nieuw}-omschrijving"
    velden |= {f"{nieuw}-omschrijving": "Flyers", f"{nieuw}-aantal": "2,5", f"{nieuw}-prijs": "100"}
    antwoord = trekt.post(adres, velden | {f"{koffie}-weg": "1"}, follow=True)
    assert "2 regels bewaard en één regel weggehaald." in pagina(antwoord).tekst("main")
    assert {r.omschrijving: r.bedrag for r in regels(buurt)} == {"Zaal": Decimal(820), "Flyers": Decimal(250)}
    zaal_nu = regels(buurt).get(omschrijving="Zaal")
    assert zaal_nu.versie == 2 and zaal_nu.financier == "gemeente"


def _eerste(plan: Buurtplan) -> int:
    eerste = plan.activiteiten.first()
    assert eerste is not None
    return eerste.pk


def test_one_wrong_box_keeps_nothing_and_loses_nothing(
    trekt: Client, plan: Buurtplan, adres: str, buurt: Buurt
) -> None:
    _leeg, velden = _blad(trekt, adres)
    zaal, koffie = _vak(velden, "Zaal"), _vak(velden, "Koffie")
    nieuw = f"a{_eerste(plan)}n0"
    velden |= {f"{zaal}-aantal": "veel", f"{koffie}-prijs": "2", f"{nieuw}-omschrijving": "Half"}
    velden |= {f"{nieuw}-soort": "uren", f"{nieuw}-jaar": str(plan.van), f"{nieuw}-financier": "gemeente"}
    velden |= {f"{nieuw}-gezien": "0"}
    blad = pagina(trekt.post(adres, velden))
    assert not regels(buurt).filter(prijs=2).exists() and regels(buurt).count() == 2
    terug = blad.velden(KIEZER)
    assert (terug[f"{zaal}-aantal"], terug[f"{koffie}-prijs"], terug[f"{nieuw}-omschrijving"]) == ("veel", "2", "Half")
    assert "Vul een getal in" in blad.fouten()[f"id_{zaal}-aantal"]
    assert f"id_{nieuw}-prijs" in blad.fouten() and blad.heeft(f"#fouten a[href='#id_{zaal}-aantal']")
    assert trekt.post(adres, terug | {f"{zaal}-aantal": "4", f"{nieuw}-aantal": "1", f"{nieuw}-prijs": "5"}).status_code
    assert {r.omschrijving: r.bedrag for r in regels(buurt)} == {
        "Zaal": Decimal(80),
        "Koffie": Decimal(20),
        "Half": Decimal(5),
    }


def test_what_somebody_else_did_meanwhile_is_told_and_never_overwritten(
    trekt: Client, plan: Buurtplan, adres: str, buurt: Buurt
) -> None:
    ander = mensen.lid(buurt)
    _leeg, velden = _blad(trekt, adres)
    zaal, koffie = _vak(velden, "Zaal"), _vak(velden, "Koffie")
    _wijzig(regels(buurt).get(omschrijving="Zaal"), ander, aantal=Decimal(50), financier="verzekeraar")
    _wijzig(regels(buurt).get(omschrijving="Koffie"), ander, prijs=Decimal(3))
    # Theirs in what I left alone, mine in what they left alone; the box that both changed is asked.
    blad = pagina(trekt.post(adres, velden | {f"{zaal}-aantal": "60", f"{zaal}-omschrijving": "Grote zaal"}))
    assert regels(buurt).get(aantal=50).omschrijving == "Zaal"
    assert str(ander) in blad.tekst(".ander") and "50" in blad.tekst(".ander")
    terug = blad.velden(KIEZER)
    trekt.post(adres, terug | {f"neem_{zaal}": ""})  # sent once more: mine, said twice
    zaal_nu = regels(buurt).get(omschrijving="Grote zaal")
    assert (zaal_nu.aantal, zaal_nu.financier) == (60, "verzekeraar")
    koffie_nu = regels(buurt).get(omschrijving="Koffie")
    assert (koffie_nu.prijs, koffie_nu.versie) == (3, 2), "a line that I left alone is theirs, and not saved again"
    assert koffie


def test_a_line_that_went_meanwhile_is_told_only_to_who_changed_it(
    trekt: Client, plan: Buurtplan, adres: str, buurt: Buurt
) -> None:
    _leeg, velden = _blad(trekt, adres)
    zaal = _vak(velden, "Zaal")
    haal_weg(rij=regels(buurt).get(omschrijving="Zaal"))
    assert trekt.post(adres, velden).status_code == 302 and regels(buurt).count() == 1
    blad = pagina(trekt.post(adres, velden | {f"{zaal}-aantal": "99"}))
    assert "haalde deze regel intussen weg" in blad.tekst("#fouten") and regels(buurt).count() == 1
    trekt.post(adres, blad.velden(KIEZER))
    assert regels(buurt).get(omschrijving="Zaal").aantal == 99


def test_a_line_that_was_changed_is_not_taken_away_without_a_word(
    trekt: Client, plan: Buurtplan, adres: str, buurt: Buurt
) -> None:
    _leeg, velden = _blad(trekt, adres)
    zaal = _vak(velden, "Zaal")
    _wijzig(regels(buurt).get(omschrijving="Zaal"), mensen.lid(buurt), aantal=Decimal(7))
    blad = pagina(trekt.post(adres, velden | {f"{zaal}-weg": "1"}))
    assert "wijzigde deze regel intussen" in blad.tekst("#fouten") and regels(buurt).count() == 2
    trekt.post(adres, blad.velden(KIEZER))
    assert regels(buurt).count() == 1


def test_a_rate_counts_and_lines_of_others_are_no_business_of_this_form(
    trekt: Client, plan: Buurtplan, adres: str, buurt: Buurt
) -> None:
    tarief = Tarief.objects.create(naam="Begeleider", soort="uren", prijs=Decimal(45), vanaf=f"{plan.van}-01-01")
    elders = plan_met(mensen.buurt("begroting-elders"), ("Van hen", "1", "1"))
    vreemd = Begrotingsregel.objects.get(activiteit__plan=elders)
    regels(buurt).filter(omschrijving="Koffie").update(jaar=plan.van - 1)  # of before the plan's years were changed
    _leeg, velden = _blad(trekt, adres)
    assert velden[f"{_vak(velden, 'Koffie')}-jaar"] == str(plan.van - 1), "another year would be sent unseen"
    zaal = _vak(velden, "Zaal")
    gesmokkeld = f"a{vreemd.activiteit_id}r{vreemd.pk}"
    velden |= {f"{gesmokkeld}-omschrijving": "Gekaapt", f"{gesmokkeld}-aantal": "9", f"{gesmokkeld}-weg": ""}
    blad = pagina(trekt.post(adres, velden | {f"{zaal}-tarief": str(tarief.pk), f"{zaal}-prijs": ""}))
    assert "Gekaapt" in blad.tekst("#fouten") and Begrotingsregel.objects.get(pk=vreemd.pk).omschrijving == "Van hen"
    trekt.post(adres, {n: w for n, w in blad.velden(KIEZER).items() if not n.startswith(gesmokkeld)})
    assert regels(buurt).get(omschrijving="Zaal").prijs == 45


def test_rates_of_the_lines_own_year_come_first(trekt: Client, plan: Buurtplan, adres: str, buurt: Buurt) -> None:
    """Five years of rates stood in one list at each line, and nothing told which one counts."""
    for jaar in (plan.van, plan.van + 1):
        Tarief.objects.create(naam="Begeleider", soort="uren", prijs=jaar % 100, vanaf=f"{jaar}-01-01")
    for jaar in (plan.van, plan.van + 1):
        regels(buurt).filter(omschrijving="Zaal").update(jaar=jaar)
        blad, velden = _blad(trekt, adres)
        groepen = blad.alle(f'select[name="{_vak(velden, "Zaal")}-tarief"] optgroup')
        assert [g["label"] for g in groepen] == [f"Geldt in {jaar}", "Geldt in een ander jaar"]
        assert f"€\xa0{jaar % 100}" in groepen[0].get_text()


@pytest.mark.eenmaal
def test_two_hundred_and_forty_lines_cost_no_query_more(trekt: Client, plan: Buurtplan, adres: str) -> None:
    een = Begrotingsregel.objects.create(
        activiteit_id=_eerste(plan), omschrijving="r", jaar=plan.van, aantal=1, prijs=1
    )

    def vragen() -> int:
        een.prijs += 1  # so that it is drawn, and not as it is kept
        een.save(update_fields=["prijs"])
        with CaptureQueriesContext(connection) as gevangen:
            assert trekt.get(adres).status_code == 200
        return len(gevangen)

    vragen()
    weinig = vragen()
    rij = [
        Begrotingsregel(activiteit_id=_eerste(plan), omschrijving=f"r{n}", jaar=plan.van, aantal=1, prijs=n)
        for n in range(240)
    ]
    Begrotingsregel.objects.bulk_create(rij)
    assert vragen() <= weinig
    with CaptureQueriesContext(connection) as gevangen:  # as it stands it is kept
        blad = trekt.get(adres).content
    assert 'value="r239"' in blad.decode()
    assert len(gevangen) <= 12
    assert len(blad) < 550_000, len(blad)  # 2,200 bytes a line: they were 3,000
    Begrotingsregel.objects.filter(omschrijving="r239").update(omschrijving="anders")
    assert 'value="r239"' not in trekt.get(adres).content.decode()


def test_a_line_that_stands_is_drawn_as_the_template_draws_it(trekt: Client, plan: Buurtplan, adres: str) -> None:
    """Whatever stands in it: what it holds is text, also where it looks like HTML, and each box has its own words."""
    lelijk = """<b>"Zaal" & 'thee'</b> \ue000prefix\ue001"""
    Begrotingsregel.objects.filter(omschrijving="Zaal").update(omschrijving=lelijk)
    blad, velden = _blad(trekt, adres)
    rij = _vak(velden, lelijk)
    assert (velden[f"{rij}-aantal"], velden[f"{rij}-prijs"], velden[f"{rij}-financier"]) == ("40", "20", "gemeente")
    assert velden[f"{rij}-jaar"] == str(plan.van) and velden[f"{rij}-soort"] and not blad.heeft(".rooster td > b > b")
    woorden = blad.teksten(".rooster tbody label:not(.tik) > span")
    assert {"Waarvoor", "Soort kosten", "Jaar", "Wie betaalt"} <= set(woorden)
    assert blad.heeft(f'label > select[name="{rij}-financier"]') and "€ 800" in blad.tekst("main")
    na = pagina(trekt.post(adres, velden | {f"{rij}-aantal": "veel"}))  # with a fault it is drawn by itself
    assert na.velden(KIEZER)[f"{rij}-omschrijving"] == lelijk and f"id_{rij}-aantal" in na.fouten()
    assert na.heeft(f"#id_{rij}-aantal[aria-invalid]")


def _wijzig(regel: Begrotingsregel, door: Gebruiker, **velden: object) -> None:
    for naam, waarde in velden.items():
        setattr(regel, naam, waarde)
    leg_rij_vast(rij=regel, door=door)


def test_an_empty_budget_begins_with_a_line_at_each_activity(trekt: Client, buurt: Buurt, adres: str) -> None:
    """There was nothing to type in; and what stays empty is no line."""
    leeg = plan_met(buurt)
    _blanco, velden = _blad(trekt, adres)
    nieuw = [f"a{a.pk}n0" for a in leeg.activiteiten.all()]
    assert len(nieuw) == 2 and all(f"{prefix}-omschrijving" in velden for prefix in nieuw)
    velden |= {f"{nieuw[1]}-omschrijving": "Soep", f"{nieuw[1]}-aantal": "4", f"{nieuw[1]}-prijs": "5"}
    assert "Eén regel bewaard." in pagina(trekt.post(adres, velden, follow=True)).tekst("main")
    assert [r.omschrijving for r in regels(buurt)] == ["Soep"]


def test_all_lines_at_once_cost_what_a_few_do(trekt: Client, trekker: Gebruiker, buurt: Buurt, adres: str) -> None:
    """240 lines were 1,459 queries: four for each."""
    plan_met(buurt, *((f"Regel {n}", "2", "10") for n in range(60)))
    _eerst, velden = _blad(trekt, adres)
    meer = {naam: "3" for naam, waarde in velden.items() if naam.endswith("-aantal") and waarde}
    with CaptureQueriesContext(connection) as vragen:
        assert "60 regels bewaard." in pagina(trekt.post(adres, velden | meer, follow=True)).tekst("main")
    assert len(vragen) < 70  # the page that follows as well
    staan = list(regels(buurt))
    assert {(r.versie, r.bedrag, r.prijs, r.door) for r in staan} == {(2, Decimal(30), Decimal(10), trekker)}
    # Only what was touched is newer, and what somebody else wrote meanwhile stands.
    _vers, velden = _blad(trekt, adres)
    een = regels(buurt).get(omschrijving="Regel 7")
    prefix = _vak(velden, "Regel 7")
    Begrotingsregel.objects.filter(pk=een.pk).update(financier="fonds", versie=3)
    trekt.post(adres, velden | {f"{prefix}-aantal": "5", f"{_vak(velden, 'Regel 8')}-prijs": "11"})
    een.refresh_from_db()
    assert (een.aantal, een.financier, een.versie) == (Decimal(5), "fonds", 4)
    assert regels(buurt).filter(versie=2).count() == 58
