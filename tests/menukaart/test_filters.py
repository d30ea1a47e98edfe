"""The filters of the menu: only real choices, short lists, a button within reach; and a state that is no level shows no bars."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.utils import timezone

from kennisplatform.basis.facetten import MAX_TOON, SCHALEN, Facetlijst
from kennisplatform.basis.keuzes import LADDER, Bewijsniveau
from menukaart.models import Interventie
from tests.pagina import pagina
from zorgpaden.models import Zorgpad


def facetten(client: Client, pad: str = "/menukaart/") -> dict[str, Facetlijst]:
    return {facet.naam: facet for facet in client.get(pad).context["facetten"]}


@pytest.mark.django_db
def test_a_single_value_is_no_choice(client: Client) -> None:
    alle = facetten(client)
    assert all(len(facet.keuzes) > 1 for facet in alle.values())
    smal = "/menukaart/?ses=speciaal-lage-ses&verschillen=onbekend"  # of these nobody knows anything else
    assert "kosten" not in facetten(client, smal)
    gekozen = facetten(client, smal)["verschillen"]
    assert [k.code for k in gekozen.gekozen] == ["onbekend"] and gekozen.open  # what was chosen can go again


@pytest.mark.django_db
@pytest.mark.parametrize("naam", ["kosten", "kosten_per", "uren_per", "ses", "verschillen", "keuze"])
def test_each_of_these_filters_has_results(client: Client, naam: str) -> None:
    """What is known of hours, cost and SES can be chosen, and the list then holds exactly as many as the filter said."""
    bekend = [keuze for keuze in facetten(client)[naam].keuzes if keuze.code != "onbekend"]
    assert bekend
    for keuze in bekend:
        antwoord = client.get(f"/menukaart/?{naam}={keuze.code}").context["antwoord"]
        assert antwoord.totaal == keuze.aantal > 0


@pytest.mark.django_db
def test_pathways_that_a_neighbourhood_can_choose_stand_on_the_menu(client: Client) -> None:
    op_de_kaart = set(Zorgpad.objects.live().filter(op_menukaart=True).values_list("title", flat=True))
    treffers = client.get("/menukaart/?keuze=zorgpad").context["antwoord"].treffers
    assert {treffer.titel for treffer in treffers} == op_de_kaart and op_de_kaart
    weg = Zorgpad.objects.live().filter(op_menukaart=False).values_list("slug", flat=True)
    blad = client.get("/menukaart/?thema=behandeling-dichtbij").content.decode()
    assert not [slug for slug in weg if f'href="/zorgpaden/{slug}/"' in blad.split('id="lijst"')[1].split("</main>")[0]]


@pytest.mark.django_db
def test_every_theme_has_a_choice(client: Client) -> None:
    assert {k.code for k in facetten(client)["thema"].keuzes} == {
        "preventie-als-mindset",
        "integrale-eerste-lijn",
        "behandeling-dichtbij",
        "zorgzame-buurt",
        "lerende-buurt",
    }


@pytest.mark.django_db
def test_a_long_group_shows_eight_and_the_rest_behind_show_all(client: Client) -> None:
    onderwerp = facetten(client)["onderwerp"]
    assert len(onderwerp.keuzes) > MAX_TOON == len(onderwerp.eerste)
    aantallen = [k.aantal for k in onderwerp.keuzes]
    assert aantallen == sorted(aantallen, reverse=True)
    blad = pagina(client.get("/menukaart/"))
    assert f"Toon alle {len(onderwerp.keuzes)}" in blad.tekst("#meer-onderwerp")
    assert blad.waarden("#meer-onderwerp [name=onderwerp]", "value") == [k.code for k in onderwerp.rest]


@pytest.mark.django_db
def test_a_chosen_value_never_stands_behind_show_all(client: Client) -> None:
    laatste = facetten(client)["onderwerp"].rest[-1].code
    erna = facetten(client, f"/menukaart/?onderwerp={laatste}")["onderwerp"]
    assert laatste in [k.code for k in erna.eerste] and laatste not in [k.code for k in erna.rest]


@pytest.mark.django_db
def test_a_scale_keeps_its_order(client: Client) -> None:
    for naam, facet in facetten(client).items():
        if naam in SCHALEN:
            schaal = [str(keuze.value) for keuze in SCHALEN[naam][1]]
            plekken = [schaal.index(k.code) for k in facet.keuzes]
            assert plekken == sorted(plekken), naam


@pytest.mark.browser
@pytest.mark.parametrize("script", [True, False])
def test_the_button_stays_within_reach(adres: str, chromium: Any, script: bool) -> None:
    context = chromium.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=script)
    scherm = context.new_page()
    scherm.goto(f"{adres}/menukaart/")
    scherm.get_by_text("Filters", exact=True).click()
    for groep in ("meer", "onderwerp"):
        scherm.locator(f"#facet-{groep} > summary").click()
    for doe in (lambda: None, scherm.locator("#meer-onderwerp > summary").click):
        doe()
        knop = scherm.get_by_role("button", name="Toon resultaten").bounding_box()
        assert knop["y"] > 0 and knop["y"] + knop["height"] <= 740
    context.close()


@pytest.mark.browser
def test_the_button_on_a_phone_shows_what_is_left(adres: str, chromium: Any) -> None:
    context = chromium.new_context(viewport={"width": 360, "height": 740}, bypass_csp=True)
    scherm = context.new_page()
    scherm.goto(f"{adres}/menukaart/")
    stappen = scherm.evaluate("history.length")
    scherm.get_by_text("Filters", exact=True).click()
    scherm.locator("#facet-thema > summary").click()
    scherm.get_by_label("Zorgzame buurt").first.check()
    scherm.wait_for_function("document.getElementById('meldbord').textContent.trim() !== ''")
    scherm.get_by_role("button", name="Toon resultaten").click()
    scherm.locator("#filters:not([open])").wait_for()
    scherm.wait_for_function(
        "(() => { const y = document.getElementById('telling').getBoundingClientRect().top; return y >= 0 && y < 120; })()"
    )
    assert scherm.evaluate("document.activeElement.id") == "telling"
    assert scherm.evaluate("history.length") == stappen + 1, "the same address stands in the history once"
    # Pressed before the list has come: the form is sent as it is without script.
    scherm.locator("#filters > summary").click()
    scherm.evaluate(
        "() => { const vak = document.querySelector('#filters input[name=bewijs]'); vak.checked = true;"
        " vak.form.requestSubmit(); }"
    )
    scherm.wait_for_url(re.compile("bewijs="))
    assert "thema=zorgzame-buurt" in scherm.url
    context.close()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("slug", "stand"),
    [("welzijn-op-recept", "erkenning-verlopen"), ("alzheimer-cafe", "niet-beoordeeld"), ("in-balans", "")],
)
def test_what_is_no_level_has_no_bars(client: Client, slug: str, stand: str) -> None:
    if not stand:  # a recognition lapses after five years, also this one
        Interventie.objects.filter(slug=slug).update(bewijs_datum=timezone.localdate())
    blad = pagina(client.get(f"/menukaart/{slug}/"))
    assert blad.heeft(".ladder") is not bool(stand)
    assert blad.waarden("[data-stand]", "data-stand") == ([stand] if stand else [])


@pytest.mark.django_db
def test_every_state_has_a_mark_of_its_own() -> None:
    tekens = {}
    for stand in set(Bewijsniveau) - set(LADDER):
        plan = Interventie(bewijs_niveau=stand)
        if stand == Bewijsniveau.VERLOPEN:  # never stored: it follows from the date
            plan = Interventie(bewijs_niveau=Bewijsniveau.BESCHREVEN, bewijs_datum=dt.date(2000, 1, 1))
        (teken,) = pagina(render_to_string("onderdelen/ladder.html", {"ding": plan})).alle("svg[data-stand]")
        assert teken["data-stand"] == stand
        tekens[stand] = teken.decode_contents()
    assert len(set(tekens.values())) == len(tekens) == 7
