"""Many pages as a list: out to a spreadsheet, changed, and in again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from wagtail.models import Page, Revision

from kennisplatform.redactie.lijstbestand import als_excel, laatste_versies, lees
from kennisplatform.redactie.models import Werkgang
from menukaart.models import Interventie
from tests.pagina import pagina
from tests.redactie.veelhulp import draai_terug, excel, kolom, rauw, stukken, uitkomsten

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index")]


def test_an_untouched_list_says_nothing(django_user_model: Any, als: Callable[[str], Client]) -> None:
    als("Eindredacteur")
    door = django_user_model.objects.filter(groups__name="Eindredacteur").first()
    alle = laatste_versies(Interventie.objects.values_list("pk", flat=True))
    lezing = lees(als_excel(alle), door=door)
    assert (lezing.verschillen, lezing.fouten) == ([], []) and lezing.gelijk == len(alle) > 50


def test_terms_may_stand_with_a_semicolon_between_them(django_user_model: Any, als: Callable[[str], Client]) -> None:
    """As people write several things in one cell; 'jeugd; ouderen' was one term that nobody knows."""
    client, paginas = als("Eindredacteur"), stukken(1)
    door = django_user_model.objects.filter(groups__name="Eindredacteur").first()
    boek = excel(client, paginas)
    boek.active[f"{kolom(boek.active, 'Doelgroep')}2"] = "jeugd; ouders-en-jonge-kinderen | mantelzorgers"
    lezing = lees(rauw(boek), door=door)
    assert not lezing.fouten
    assert [veld.wordt for veld in lezing.verschillen[0].velden] == ["jeugd, mantelzorgers, ouders-en-jonge-kinderen"]


def test_below_empty_rows_each_cell_has_the_name_that_excel_gives_it(als: Callable[[str], Client]) -> None:
    client, paginas = als("Eindredacteur"), stukken(3)
    boek = excel(client, paginas)
    blad = boek.active
    dag = kolom(blad, "Volgende controle")
    blad["ZZ1"], blad[f"{dag}2"], blad["A3"] = "Eigen kolom", "31-2-2031", ""
    blad.insert_rows(1, 2)
    client.post("/admin/redactie/werk/inlezen/", {"bestand": SimpleUploadedFile("menukaart.xlsx", rauw(boek))})
    fouten = Werkgang.objects.get().gegevens["fouten"]
    assert {fout["cel"] for fout in fouten} == {"ZZ3", f"{dag}4", "A5"}


def test_the_menukaart_goes_out_and_comes_in_with_ten_kinds_of_mistakes(
    als: Callable[[str], Client], django_capture_on_commit_callbacks: Any
) -> None:
    client, paginas = als("Eindredacteur"), stukken(14)
    paginas[11].locked = True
    paginas[11].save()
    boek = excel(client, paginas)
    blad = boek.active
    assert blad["A2"].value == f"nl/{paginas[0].translation_key}" and blad.max_row == 15
    titel, zin, dag = kolom(blad, "Titel"), kolom(blad, "Samenvatting"), kolom(blad, "Volgende controle")
    thema, doelgroep = kolom(blad, "Hoofdthema"), kolom(blad, "Doelgroep")
    blad[f"{titel}2"] = "Een nieuwe titel"
    blad[f"{dag}2"] = "1 nov 2031"
    blad[f"{dag}3"] = "31-2-2031"
    blad[f"{thema}4"] = "bestaat-niet"
    blad[f"{doelgroep}5"] = "jeugd, marsmannetjes"
    blad[f"{titel}6"] = ""
    blad[f"{zin}7"] = "x" * 200
    blad["A8"] = ""
    blad["A9"] = "nl/00000000-0000-0000-0000-000000000000"
    blad["A10"] = blad["A2"].value
    blad[f"{zin}11"] = "#N/A"
    blad[f"{titel}12"] = "Deze wijzigde ook een collega"
    blad[f"{titel}13"] = "Op slot"
    blad["ZZ1"] = "Eigen kolom"
    weken = kolom(blad, "Weken tot de start")
    blad[f"{weken}14"] = "veel"
    ander = Interventie.objects.get(pk=paginas[10].pk)
    ander.title = ander.draft_title = "De titel van een collega"
    ander.samenvatting = "En een samenvatting die alleen de collega wijzigde."
    ander.save_revision().publish()
    bestand = SimpleUploadedFile("menukaart.xlsx", rauw(boek))
    antwoord = client.post("/admin/redactie/werk/inlezen/", {"bestand": bestand})
    werk = Werkgang.objects.get()
    fouten = {fout["cel"]: fout["melding"] for fout in werk.gegevens["fouten"]}
    assert set(fouten) == {
        f"{dag}3", f"{thema}4", f"{doelgroep}5", f"{titel}6", f"{zin}7", "A8", "A9", "A10", f"{zin}11", "A13", "ZZ1",
        f"{weken}14",
    }, fouten  # fmt: skip
    assert "marsmannetjes" in fouten[f"{doelgroep}5"] and "rij 2" in fouten["A10"] and "op slot" in fouten["A13"]
    assert "Hier moet iets staan" in fouten[f"{titel}6"] and "geen heel getal" in fouten[f"{weken}14"]
    scherm = client.get(antwoord.headers["Location"]).content.decode()
    assert "Een nieuwe titel" in scherm and "De titel van een collega" in scherm
    assert "En een samenvatting" not in scherm  # the list was left alone there
    assert "1 november 2031" in scherm and "2031-11-01" not in scherm
    botst = werk.regels.get(pagina=ander)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(antwoord.headers["Location"], {"neem_op": "1", f"kies-{botst.pk}-title": "nu"})
    een = Interventie.objects.get(pk=paginas[0].pk)
    assert een.title != "Een nieuwe titel" and een.has_unpublished_changes
    concept = een.get_latest_revision_as_object()
    assert (concept.title, str(concept.volgende_controle)) == ("Een nieuwe titel", "2031-11-01")
    assert Interventie.objects.get(pk=ander.pk).get_latest_revision_as_object().title == "De titel van een collega"
    draai_terug(client, werk, django_capture_on_commit_callbacks)
    assert Page.objects.get(pk=een.pk).get_latest_revision_as_object().title == een.title
    assert Revision.objects.for_instance(een).count() >= 3  # nothing is thrown away


def test_what_a_colleague_changed_while_i_looked_is_not_written_over(
    als: Callable[[str], Client], django_capture_on_commit_callbacks: Any
) -> None:
    client, (een, twee) = als("Eindredacteur"), stukken(2)
    boek = excel(client, [een, twee])
    blad = boek.active
    zin = kolom(blad, "Samenvatting")
    assert blad[f"{kolom(blad, 'Volgende controle')}2"].is_date, "a day as a spreadsheet has it"
    for rij in (2, 3):
        blad[f"{zin}{rij}"] = "Een zin uit de lijst."
    naar = client.post("/admin/redactie/werk/inlezen/", {"bestand": SimpleUploadedFile("x.xlsx", rauw(boek))})
    een.samenvatting = "Een zin van een collega."
    een.save_revision()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(naar.headers["Location"], {"neem_op": "1"})
    werk = Werkgang.objects.get()
    assert uitkomsten(werk) == ["gedaan", "mislukt"]
    assert "Iemand wijzigde intussen ‘Samenvatting’" in werk.regels.get(pagina=een).melding
    assert Interventie.objects.get(pk=een.pk).get_latest_revision_as_object().samenvatting == "Een zin van een collega."


def test_what_is_no_list_is_named(als: Callable[[str], Client]) -> None:
    client = als("Eindredacteur")
    for naam, inhoud, zegt in (
        ("x.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "vóór 2007"),
        ("x.csv", b"naam;plaats\na;b\n", "geen kolom ‘Sleutel’"),
    ):
        antwoord = client.post("/admin/redactie/werk/inlezen/", {"bestand": SimpleUploadedFile(naam, inhoud)})
        assert zegt in antwoord.content.decode()
    assert not Werkgang.objects.exists()


@pytest.mark.parametrize("soort", ["excel", "toml"])
def test_a_file_comes_also_to_a_form_that_we_never_drew(als: Callable[[str], Client], soort: str) -> None:
    pk = Interventie.objects.live().first().pk
    antwoord = als("Eindredacteur").post(f"/admin/bulk/wagtailcore/page/{soort}/?id={pk}&next=/admin/")
    assert antwoord.status_code == 200 and "attachment" in antwoord["Content-Disposition"]


@pytest.mark.parametrize("soort", ["excel", "toml"])
def test_a_link_to_a_file_without_pages_leads_to_the_pages(als: Callable[[str], Client], soort: str) -> None:
    """It led to itself, for ever: what is left of such an address in a bookmark."""
    antwoord = als("Eindredacteur").get(f"/admin/bulk/wagtailcore/page/{soort}/", follow=True)
    (tekst,) = pagina(antwoord).teksten(".messages .error")
    assert antwoord.redirect_chain == [("/admin/pages/", 302)] and "geen " in tekst


def test_rows_that_excel_hides_are_told(als: Callable[[str], Client]) -> None:
    """They were changed with the rest, and nobody had seen them."""
    client = als("Eindredacteur")
    boek = excel(client, stukken(3))
    blad = boek.active
    for rij in (2, 3):
        blad[f"{kolom(blad, 'Titel')}{rij}"].value = f"Anders {rij}"
    blad.row_dimensions[3].hidden = True
    bestand = SimpleUploadedFile("paginas.xlsx", rauw(boek))
    tekst = pagina(client.post("/admin/redactie/werk/inlezen/", {"bestand": bestand}, follow=True)).tekst("main")
    assert "Anders 3" in tekst and "één rij verborgen" in tekst and "(rij 3)" in tekst
