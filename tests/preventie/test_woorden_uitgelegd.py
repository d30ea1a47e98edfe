"""Difficult words: a list in plain words, and a note where a text uses one. Without script."""

from __future__ import annotations

import pytest
from django.test import Client

from kennisplatform.preventie import woorden
from kennisplatform.preventie.models import Artikel


def test_the_list_is_short_and_whole() -> None:
    lijst = woorden.lijst()
    assert len(lijst) >= 150 and len({w.code for w in lijst}) == len(lijst)
    for w in lijst:
        assert w.uitleg.endswith(".") and len(w.uitleg) <= 120, w.woord
        assert max(len(zin.split()) for zin in w.uitleg.split(".")) <= 15, w.woord
        assert "bel " not in w.uitleg.lower() or w.woord == "huisartsenpost", w.woord  # alarms stand in their table
    vormen = [vorm.lower() for w in lijst for vorm in (w.woord, *w.vormen)]
    assert len(vormen) == len(set(vormen))


@pytest.mark.parametrize(
    ("html", "titel", "wel"),
    [
        ("<p>U krijgt insuline. Later weer insuline.</p>", "", 1),
        ("<p>Een <a href='/x/'>indicatie</a> krijgen</p>", "", 0),
        ("<h3>Uw indicatie</h3><p>Zonder</p>", "", 0),
        ("<p>Insuline</p>", "Ik spuit insuline", 0),
        ("<p>{feit:insuline} hypo-achtig</p>", "", 0),
        ('<p title="indicatie">Niets</p>', "", 0),
        ("<p>Een TIA &amp; een hypo</p>", "", 2),
    ],
)
def test_only_the_first_time_and_only_in_running_text(html: str, titel: str, wel: int) -> None:
    uit = str(woorden.verklaar(html, titel))
    assert uit.count('class="woord"') == uit.count('role="note"') == wel
    if not wel:
        assert uit == html


@pytest.mark.django_db
def test_on_an_article_and_on_the_list(client: Client) -> None:
    inhoud = client.get("/preventie/wat-is-suikerziekte/").content.decode()
    assert 1 <= inhoud.count('class="woord"') <= woorden.MAX
    assert 'href="#woord-' in inhoud and 'id="woord-' in inhoud
    lijst = client.get("/woorden/").content.decode()
    assert lijst.count("<dt>") == len(woorden.lijst())
    met = sum('class="woord"' in client.get(a.get_url()).content.decode() for a in Artikel.objects.live()[:20])
    assert met >= 10
