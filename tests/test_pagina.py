"""What the tests ask of a page, asked of a page that is known."""

from __future__ import annotations

import pytest

from tests.pagina import pagina

HTML = """<body><h1>
  Een <b>kop</b></h1><ul><li class="kaart"><a href="/a/">A</a></li><li class="kaart">B</li></ul>
<main><form action="/x/"><input name="q" value="vallen"><input type="checkbox" name="thema" value="een" checked>
<input type="checkbox" name="thema2" value="twee"><textarea name="t">
regel</textarea><select name="s"><option value="1">Een</option><option value="2" selected>Twee</option></select>
<div class="foutregel" id="id_q_error"><p>Dit moet nog
 worden ingevuld.</p></div></form></main></body>"""


def test_words_and_nodes() -> None:
    blad = pagina(HTML)
    assert blad.tekst("h1") == "Een kop"
    assert blad.teksten("li.kaart") == ["A", "B"]
    assert blad.links("li a") == {"A": "/a/"}
    assert blad.heeft("form[action='/x/']") and not blad.heeft("form[action='/y/']")
    with pytest.raises(AssertionError, match="li: 2"):
        blad.tekst("li")


def test_form() -> None:
    blad = pagina(HTML)
    assert blad.velden() == {"q": "vallen", "thema": "een", "t": "regel", "s": "2"}
    assert blad.fouten() == {"id_q": "Dit moet nog worden ingevuld."}
