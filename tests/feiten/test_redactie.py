"""What an editor meets: the form refuses at the field, advice above it, and what nobody looked at first on the desk."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page
from wagtail.test.utils.form_data import streamfield

from kennisplatform.feiten.controle import feiten_te_laat, oude_regels
from kennisplatform.feiten.models import Alarmzin, Feit
from kennisplatform.preventie.models import Artikel, PreventiePagina
from tests.basis.test_vereist import artikel, nieuw
from tests.pagina import pagina

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index")]


@pytest.fixture
def fouten(als: Callable[[str], Client]) -> Callable[..., Any]:
    """The mistakes of the form for a new article with these fields; none where it was kept."""

    def vraag(**velden: object) -> Any:
        adres = nieuw(Artikel, PreventiePagina.objects.get(locale__language_code="nl"))
        antwoord = als("Eindredacteur").post(adres, artikel(**velden))
        return {} if antwoord.status_code == 302 else dict(antwoord.context["form"].errors)

    return vraag


@pytest.mark.parametrize(
    ("veld", "regel", "melding"),
    [
        ("bel_112", "U valt flauw.", "staan niet in de tabel met alarmzinnen"),
        ("bel_huisarts", "U bent moe.", "staan niet in de tabel met alarmzinnen"),
        ("zelf_doen", "Bel meteen als u valt.", "‘Bel meteen als u valt.’ is een alarmregel"),
        ("kort_antwoord", "Bel {feit:115}.", "Dit bestaat niet: {feit:115}"),
        ("samenvatting", "Bel {feit:112}.", "Hier kan geen naam van een feit staan"),
    ],
)
def test_what_is_not_from_the_table_is_refused_at_the_field(
    fouten: Callable[..., Any], veld: str, regel: str, melding: str
) -> None:
    gevonden = fouten(**{veld: regel})
    assert set(gevonden) == {veld} and melding in str(gevonden[veld])
    assert not Artikel.objects.filter(slug="mijn-knie-doet-pijn").exists()


def test_an_unknown_name_in_a_block_is_told(fouten: Callable[..., Any]) -> None:
    stap = streamfield([("stap", {"titel": "Bel", "tekst": "Bel {feit:weg}."})])
    (fout,) = fouten(stappen=stap)["stappen"].as_data()
    assert "Dit bestaat niet: {feit:weg}" in str(fout.non_block_errors)


def test_a_sentence_that_is_picked_twice_is_told(fouten: Callable[..., Any]) -> None:
    pk = Alarmzin.objects.get(gevaar="bloeding").pk
    dubbel = streamfield([("alarm", pk), ("alarm", pk)])
    assert "staat er twee keer" in str(fouten(alarmzinnen=dubbel)["alarmzinnen"])


def test_a_sentence_of_the_table_is_kept_and_drawn_at_its_own_level(fouten: Callable[..., Any]) -> None:
    pk = Alarmzin.objects.get(gevaar="hoofd-gestoten", groep="bloedverdunners").pk
    assert fouten(alarmzinnen=streamfield([("alarm", pk)])) == {}
    gemaakt = Artikel.objects.get(slug="mijn-knie-doet-pijn")
    assert [vak.code for vak in gemaakt.spoed] == ["meteen"]


def test_lines_from_before_the_table_stay_to_be_seen_and_have_to_be_moved(als: Callable[[str], Client]) -> None:
    oud = Artikel.objects.get(slug="eenzame-buur")
    Artikel.objects.filter(pk=oud.pk).update(bel_112="Iemand ligt stil.")
    oud.refresh_from_db()
    assert [vak.wie[0].regels[0].tekst for vak in oud.spoed if vak.code == "bel112"][-1] == "Iemand ligt stil."
    assert oude_regels().regels == (f"{oud.url_path}: bel_112",)
    oud.save_revision(clean=False)
    formulier = pagina(als("Eindredacteur").get(f"/admin/pages/{oud.pk}/edit/"))
    assert formulier.heeft("textarea[name=bel_112]") and not formulier.heeft("textarea[name=bel_huisarts]")


def test_running_text_that_contradicts_the_table_is_advice_above_the_form(als: Callable[[str], Client]) -> None:
    client, stuk = als("Redacteur"), Artikel.objects.get(slug="bang-om-te-vallen")
    adres, zegt = f"/admin/pages/{stuk.pk}/edit/", "wijkt af van de tabel met alarmzinnen"
    assert zegt not in client.get(adres).content.decode()
    stuk.kort_antwoord = (
        "Viel u op uw hoofd en slikt u bloedverdunners? Bel vandaag uw huisarts. Beweeg daarna weer rustig."
    )
    stuk.save_revision().publish()
    inhoud = client.get(adres).content.decode()
    assert zegt in inhoud and "Meteen, dag en nacht" in inhoud


def test_pages_with_a_sentence_that_nobody_looked_at_stand_first_on_the_desk(als: Callable[[str], Client]) -> None:
    client = als("Redacteur")
    koppen = pagina(client.get("/admin/")).teksten("section h2")
    assert koppen.index("Alarmzinnen die nog niemand nakeek") < koppen.index("Wat wacht op u")
    Alarmzin.objects.exclude(gevaar="ligt-binnen").update(nagekeken_op=dt.date(2026, 11, 1))
    (paneel,) = [deel for deel in pagina(client.get("/admin/")).alle("section") if "nog niemand nakeek" in str(deel.h2)]
    assert Page.objects.get(slug="eenzame-buur").title in paneel.get_text()
    assert "Ik ben bang om te vallen" not in paneel.get_text()


def test_a_fact_whose_check_is_due_stands_on_the_desk(als: Callable[[str], Client]) -> None:
    assert feiten_te_laat().aantal == 0
    Feit.objects.filter(naam="luisterlijn").update(volgende_controle=dt.date(2026, 1, 1))
    assert "luisterlijn: 088-0767000" in als("Redacteur").get("/admin/").content.decode()
    assert feiten_te_laat().aantal == 1


def test_the_eindredactie_changes_a_sentence_and_a_fact_on_their_own_screens(als: Callable[[str], Client]) -> None:
    client = als("Eindredacteur")
    zin, feit = Alarmzin.objects.get(gevaar="bloeding"), Feit.objects.get(naam="geldfit")
    for soort, ding in (("alarmzin", zin), ("feit", feit)):
        for adres in (f"/admin/snippets/feiten/{soort}/add/", f"/admin/snippets/feiten/{soort}/edit/{ding.pk}/"):
            assert client.get(adres).status_code == 200, adres
    velden = {naam: getattr(feit, naam) for naam in ("naam", "soort", "omschrijving", "volgende_controle")}
    leeg = dict.fromkeys(("bron_titel", "bron_url", "bron_eigenaar", "bron_datum", "bron_gelezen_op"), "")
    adres = f"/admin/snippets/feiten/feit/edit/{feit.pk}/"
    assert client.post(adres, velden | leeg | {"waarde": "0800-8116"}).status_code == 302
    antwoord = client.post(adres, velden | leeg | {"waarde": "x", "bron_url": "https://geldfit.nl/"})
    assert "voorpagina" in str(antwoord.context["form"].errors["bron_url"])
    feit.refresh_from_db()
    assert feit.waarde == "0800-8116"


def test_the_list_shows_what_is_left_to_look_at(als: Callable[[str], Client]) -> None:
    Alarmzin.objects.exclude(gevaar="ligt-binnen").update(nagekeken_op=dt.date(2026, 11, 1))
    lijst = als("Eindredacteur").get("/admin/snippets/feiten/alarmzin/", {"nagekeken": "nee"}).content.decode()
    assert "U denkt dat iemand in huis ligt" in lijst and "Een scheef gezicht" not in lijst
