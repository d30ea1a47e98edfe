"""Search for other programs: what they get, what bad input gets, and that nobody can ask without end."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page

from tests.vastleggen import vastgelegd

pytestmark = pytest.mark.django_db
API = "/api/v1"


def haal(client: Client, pad: str, **vraag: Any) -> tuple[int, Any]:
    antwoord = client.get(f"{API}{pad}", vraag)
    return antwoord.status_code, json.loads(antwoord.content)


def test_search_gives_text_addresses_and_counts(client: Client) -> None:
    status, uit = haal(client, "/zoeken", q="suiker", per_pagina=3)
    assert status == 200
    assert uit["totaal"] > 3
    assert len(uit["resultaten"]) == 3
    eerste = uit["resultaten"][0]
    assert eerste["adres"].startswith("http://testserver/")
    assert client.get(eerste["adres"]).status_code == 200
    assert "<mark>" not in json.dumps(uit), "text, no HTML"
    assert uit["facetten"]["thema"]["waarden"][0]["aantal"] > 0
    assert uit["soorten"]["artikel"] > 0


def test_a_facet_cuts_and_a_page_follows(client: Client) -> None:
    _, alle = haal(client, "/zoeken", q="vallen")
    _, deel = haal(client, "/zoeken", q="vallen", soort="artikel")
    assert 0 < deel["totaal"] < alle["totaal"]
    assert {r["soort"] for r in deel["resultaten"]} == {"artikel"}
    # A question of the trade: in everyday words residents go first within each page, whatever its size.
    _, alle = haal(client, "/zoeken", q="valpreventie")
    _, twee = haal(client, "/zoeken", q="valpreventie", per_pagina=2, pagina=2)
    assert [r["adres"] for r in twee["resultaten"]] == [r["adres"] for r in alle["resultaten"][2:4]]


def test_a_slip_and_danger_are_told(client: Client) -> None:
    _, uit = haal(client, "/zoeken", q="suikersiekte")
    assert uit["verbeterd"] == "suikerziekte"
    _, uit = haal(client, "/zoeken", q="ik wil dood")
    assert uit["hulp"][:2] == ["112", "113"]


@pytest.mark.parametrize(
    ("vraag", "veld"),
    [
        ({"pagina": "x"}, "pagina"),
        ({"pagina": "0"}, "pagina"),
        ({"taal": "xx"}, "taal"),
        ({"soort": "geheim"}, "soort"),
        ({"q": "a" * 301}, "q"),
        ({"per_pagina": "1000"}, "per_pagina"),
    ],
)
def test_a_wrong_value_is_named(client: Client, vraag: dict[str, str], veld: str) -> None:
    antwoord = client.get(f"{API}/zoeken", vraag)
    assert antwoord.status_code == 400
    assert antwoord["Content-Type"] == "application/problem+json"
    assert [f["veld"] for f in json.loads(antwoord.content)["fouten"]] == [veld]


@pytest.mark.parametrize("q", ["", "de het een", "💐", "' OR 1=1 --", "<script>", "*:*", "a\u202eb"])
def test_any_text_gets_an_answer(client: Client, q: str) -> None:
    assert haal(client, "/zoeken", q=q)[0] == 200
    assert haal(client, "/suggesties", q=q)[0] == 200


def test_suggestions_lead_somewhere(client: Client) -> None:
    suggesties = [s for q in ("val", "bang om") for s in haal(client, "/suggesties", q=q)[1]["suggesties"]]
    assert {"woord", "artikel"} <= {s["soort"] for s in suggesties}
    for suggestie in suggesties:
        assert client.get(suggestie["adres"]).status_code == 200
    assert next(s for s in suggesties if s["soort"] == "artikel")["soortnaam"] == "Artikel"


def test_one_form_of_a_word_and_no_word_that_is_a_title(client: Client) -> None:
    _, uit = haal(client, "/suggesties", q="val", n=12)
    woorden = [s["tekst"] for s in uit["suggesties"] if s["soort"] == "woord"]
    assert not {"vallen", "valt"} & set(woorden), "there is a subject called Vallen"
    _, uit = haal(client, "/suggesties", q="bewe", n=12)
    assert len([s for s in uit["suggesties"] if s["tekst"] in {"bewegen", "beweegt", "bewegend"}]) <= 1


def test_a_page_that_went_away_is_not_suggested(client: Client, eigen_index: Any) -> None:
    voor = haal(client, "/suggesties", q="bang om te val")[1]["suggesties"]
    titel = next(s["tekst"] for s in voor if s["soort"] == "artikel")
    with vastgelegd():
        Page.objects.get(title=titel, locale__language_code="nl").unpublish()
    assert titel not in {s["tekst"] for s in haal(client, "/suggesties", q="bang om te val")[1]["suggesties"]}


def test_a_browser_can_search_from_its_bar(client: Client) -> None:
    tekst = client.get("/").content.decode()
    assert 'rel="search"' in tekst
    beschrijving = client.get("/opensearch.xml")
    assert beschrijving["Content-Type"] == "application/opensearchdescription+xml"
    assert "http://testserver/zoeken/?q={searchTerms}" in beschrijving.content.decode()
    q, teksten = json.loads(client.get(f"{API}/suggesties/opensearch", {"q": "val"}).content)
    assert q == "val"
    assert teksten


def test_the_description_names_every_call(client: Client) -> None:
    document = json.loads(client.get(f"{API}/openapi.json").content)
    assert document["openapi"].startswith("3.1")
    assert {f"{API}/zoeken", f"{API}/suggesties"} <= set(document["paths"])
    namen = {p["name"] for p in document["paths"][f"{API}/zoeken"]["get"]["parameters"]}
    assert {"q", "taal", "soort", "pagina", "thema", "bewijs"} <= namen


def test_answers_carry_the_version_and_may_be_kept(client: Client) -> None:
    antwoord = client.get(f"{API}/suggesties", {"q": "val"})
    assert antwoord["API-Version"] == "1.0.0"
    assert "max-age" in antwoord["Cache-Control"]
    assert not antwoord.cookies


def test_an_unknown_address_says_so_as_json(client: Client) -> None:
    antwoord = client.get(f"{API}/bestaat-niet")
    assert (antwoord.status_code, antwoord["Content-Type"]) == (404, "application/problem+json")


def test_only_reading(client: Client) -> None:
    assert client.post(f"{API}/zoeken").status_code == 405


def test_who_asks_without_end_has_to_wait(client: Client) -> None:
    statussen = [client.get(f"{API}/zoeken", {"q": "val", "per_pagina": 1}).status_code for _ in range(121)]
    assert set(statussen[:120]) == {200}
    laatste = client.get(f"{API}/zoeken", {"q": "val"})
    assert laatste.status_code == 429
    assert int(laatste["Retry-After"]) > 0
    # Another address still gets its answer.
    assert client.get(f"{API}/zoeken", {"q": "val"}, REMOTE_ADDR="10.1.2.3").status_code == 200
    # And a made-up header does not make another address.
    assert client.get(f"{API}/zoeken", {"q": "val"}, HTTP_X_FORWARDED_FOR="10.1.2.4").status_code == 429


def test_who_types_a_lot_can_still_search(client: Client) -> None:
    assert {client.get(f"{API}/suggesties", {"q": "val"}).status_code for _ in range(125)} == {200}
    assert client.get(f"{API}/zoeken", {"q": "val", "per_pagina": 1}).status_code == 200


@pytest.mark.django_db
def test_an_answer_says_for_whom_and_whether_it_is_one(client: Client) -> None:
    antwoord = client.get("/api/v1/zoeken", {"q": "stoppen met roken"}).json()
    assert antwoord["niets_precies"] is False
    assert antwoord["resultaten"][0]["voor"] == "bewoners"
    assert {hit["voor"] for hit in antwoord["resultaten"]} == {"bewoners", "professionals"}
    assert client.get("/api/v1/zoeken", {"q": "telefoon kapot"}).json()["niets_precies"] is True
    assert client.get("/api/v1/zoeken", {"q": ""}).json()["niets_precies"] is False


@pytest.mark.django_db
def test_suggestions_tell_whom_to_call(client: Client) -> None:
    antwoord = client.get("/api/v1/suggesties", {"q": "mi marido me pega"}).json()
    assert "112" in antwoord["hulp"] and antwoord["suggesties"] == []
    assert client.get("/api/v1/suggesties", {"q": "wandelen"}).json()["hulp"] == []
