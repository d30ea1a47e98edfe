"""One neighbourhood stays one, however people and their programs write it: within a list, and beside what stands already."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from kennisplatform.deelnemers.models import Buurt
from tests import mensen
from tests.pagina import pagina

pytestmark = pytest.mark.django_db
ADRES = "/register/invoeren/"
KOP = "cbs_code;naam;gemeente;partner"


@pytest.fixture
def team(client: Client) -> Client:
    client.force_login(mensen.medewerker("transitieteam"))
    mensen.buurt("a-wijk")  # of Proefzorg
    return client


def bewaar(team: Client, *regels: str) -> Any:
    return team.post(ADRES, {"lijst": "\n".join([KOP, *regels]), "bewaar": "1"}, follow=True)


PAREN = [
    (("'t Zand", "Proefstad"), ("’t Zand", "Proefstad")),  # Word
    (("'t Zand", "Proefstad"), ("`t  zand ", "PROEFSTAD")),
    (("Oud-West", "Proefstad"), ("Oud\u2011West", "Proefstad")),  # a hyphen that does not break
    (("Oud-West", "Proefstad"), ("Oud – West", "Proefstad")),  # autocorrect
    (("Wijk Noord", "Proefstad"), ("Wijk\u00a0Noord", "Proefstad")),  # from a web page
    (("Caféwijk", "Proefstad"), ("Cafe\u0301wijk", "Proefstad")),  # from a Mac
    (("Wijk Noord", "Proefstad"), ("Ｗijk Noord.", "gemeente Proefstad")),
    (("Wijk Noord", "Proefstad"), ("Wijk\u200b Noord\ufeff", "Proef\u00adstad")),
    (("Schilderswijk", "'s-Gravenhage"), ("Schilderswijk", "Den Haag")),
    (("Hambaken", "Den Bosch"), ("Hambaken", "’s Hertogenbosch".replace(" ", "-"))),
]


@pytest.mark.parametrize(("een", "ander"), PAREN)
def test_it_is_the_one_that_stands(team: Client, een: tuple[str, str], ander: tuple[str, str]) -> None:
    staat = Buurt.objects.create(slug="staat", naam=een[0], gemeente=een[1], partner="Proefzorg")
    voor = Buurt.objects.count()
    tekst = pagina(bewaar(team, f";{ander[0]};{ander[1]};Proefzorg")).tekst()
    assert Buurt.objects.count() == voor and "0 nieuwe buurten, 1 bijgewerkt" in tekst
    staat.refresh_from_db()


@pytest.mark.parametrize(("een", "ander"), PAREN)
def test_twice_in_one_list_is_told(team: Client, een: tuple[str, str], ander: tuple[str, str]) -> None:
    blad = pagina(bewaar(team, f";{een[0]};{een[1]};Proefzorg", f";{ander[0]};{ander[1]};Proefzorg"))
    assert "Deze buurt staat ook op regel 2." in blad.tekst() and not Buurt.objects.filter(naam=een[0]).exists()


@pytest.mark.parametrize("code", ["BU09990011", "bu 0999 0011", "09990011", "9990011", "BU09990011\u200b"])
def test_a_code_as_a_program_leaves_it(team: Client, code: str) -> None:
    staat = Buurt.objects.create(
        slug="staat", naam="Oud", gemeente="Proefstad", partner="Proefzorg", cbs_code="BU09990011"
    )
    bewaar(team, f"{code};Nieuwe Naam;Proefstad;Proefzorg")
    staat.refresh_from_db()
    assert staat.naam == "Nieuwe Naam"


def test_two_rows_that_name_one_that_stands_each_in_their_way(team: Client) -> None:
    """By its code under a new name, and by its old name: the second would have undone the first."""
    staat = Buurt.objects.create(
        slug="staat", naam="Oudwijk", gemeente="Proefstad", partner="Proefzorg", cbs_code="BU09990011"
    )
    blad = pagina(bewaar(team, "BU09990011;Nieuwwijk;Proefstad;Proefzorg", ";Oudwijk;Proefstad;Proefzorg"))
    staat.refresh_from_db()
    assert staat.naam == "Oudwijk" and "Deze buurt staat ook op regel 2." in blad.tekst()


def test_a_partner_in_other_capitals_is_that_partner(team: Client) -> None:
    bewaar(team, ";Een;Proefstad;PROEFZORG ", ";Twee;Proefstad;proefzorg")
    assert set(Buurt.objects.filter(naam__in=["Een", "Twee"]).values_list("partner", flat=True)) == {"Proefzorg"}


@pytest.mark.parametrize(
    ("lijst", "woord"),
    [
        ("naam;gemeente;partner\n", "staat geen buurt"),
        ("naam;gemeente;partner\n“Wijk; Noord”;Stad;Proefzorg", "meer vakken dan er kolommen zijn"),
        ("naam;gemeente;partner\n#N/B;Stad;Proefzorg", "een fout uit Excel: #N/B"),
        ("naam;gemeente;partner\nWijk;Stad;#VERW!", "een fout uit Excel: #VERW!"),
        ("naam;gemeente;partner\nWijk;Stad;Proefzorg;;;", "Bewaar"),  # empty cells at the end are Excel's own
    ],
)
def test_what_is_wrong_with_a_list_is_said(team: Client, lijst: str, woord: str) -> None:
    blad = pagina(team.post(ADRES, {"lijst": lijst}))
    assert woord in blad.tekst() and not Buurt.objects.filter(gemeente="Stad").exists()


@pytest.mark.parametrize(
    "lijst",
    [
        "Naam\u00a0* (verplicht);GEMEENTE:;Partner.\nO\ufb03cierswijk;Stad;Proefzorg",
        "| naam | gemeente | partner |\n|:---|---|---:|\n| Officierswijk | Stad | Proefzorg |",
    ],
)
def test_a_list_as_programs_paste_it(team: Client, lijst: str) -> None:
    team.post(ADRES, {"lijst": lijst, "bewaar": "1"})
    assert Buurt.objects.get(gemeente="Stad").naam == "Officierswijk"


def test_letters_that_were_written_twice(team: Client) -> None:
    """'Ã‰Ã©n': a program took UTF-8 for Windows and saved it as UTF-8 once more."""
    goed = "naam;gemeente;partner\nÉénwijk ’s Hof à la €;Stad;Proefzorg\n"
    dubbel = "".join(
        chr(b) if b in {0x81, 0x8D, 0x8F, 0x90, 0x9D} else bytes([b]).decode("cp1252") for b in goed.encode()
    )
    blad = pagina(team.post(ADRES, {"bestand": SimpleUploadedFile("lijst.csv", dubbel.encode())}))
    assert "Éénwijk ’s Hof à la €" in blad.velden()["lijst"]
