"""A neighbourhood for who reads another language: its page, its figures, and having a say."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.test import Client

from kennisplatform.basis.taal import kant_van
from tests.pagina import kaal, pagina

pytestmark = pytest.mark.django_db
ANDERE = [code for code, _naam in settings.LANGUAGES if code != "nl"]


@pytest.mark.parametrize("code", ANDERE)
@pytest.mark.parametrize("deel", ["", "cijfers/", "meepraten/", "meepraten/?over=meedoen"])
def test_a_neighbourhood_runs_as_the_page_does_and_our_own_words_are_hers(client: Client, code: str, deel: str) -> None:
    """Dutch is a name, what a network wrote, a chart with its table, and what stands in the part for professionals."""
    blad = pagina(client.get(f"/{code}/buurten/emmen/{deel}"))
    eigen = [
        knoop
        for knoop in blad.alle(f"main [lang={code}]")
        if not knoop.find_parent(class_=["laag2", "panelen", "cijfertabel", "beginletter"])
    ]
    assert len(eigen) > (5 if deel.startswith("m") else 10)
    kant = kant_van(code)
    assert {een.get("dir") for knoop in eigen for een in [knoop, *knoop.parents] if een.get("dir")} == {kant}
    weg = blad.alle(
        ".laag2 > .in, .panelen, .cijfertabel, .uitklap > .in, dd, blockquote, .keten, .weekagenda, .alleen-druk"
    )
    for knoop in weg:
        knoop.decompose()
    nederlands = {kaal(knoop) for knoop in blad.alle("main [lang=nl]")} - {""}
    namen = {"Emmen", *blad.teksten("main .buurtwerk a"), *blad.teksten("#buurtbeeld h3, #buurtbeeld li")}
    assert nederlands <= namen, nederlands - namen


def test_who_has_a_say_in_another_language_reads_what_is_wrong_in_it(client: Client) -> None:
    blad = pagina(client.post("/ar/buurten/emmen/meepraten/", {"tekst": "", "mail": "nee"}))
    fouten = blad.teksten("#fouten h2 [lang=ar], #fouten li [lang=ar]")
    assert len(fouten) == 5 and not blad.alle("#fouten [lang=nl], .foutregel [lang=nl]")


@pytest.mark.parametrize("pad", ["/buurten/", "/buurten/emmen/", "/leernetwerk/agenda/"])
def test_what_residents_choose_from_their_menu_hangs_below_no_word_of_the_programme(client: Client, pad: str) -> None:
    assert "Leernetwerk" not in pagina(client.get(pad)).teksten(".kruimel a")
