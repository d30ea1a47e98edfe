"""The browser gets a template's lines without their indentation, and everything else as it was written."""

from __future__ import annotations

import pytest
from django.test import Client

from kennisplatform.basis.sjabloonlader import zonder_inspringing


@pytest.mark.parametrize(
    ("bron", "uit"),
    [
        ("<ul>\n  <li>\n    een\n  </li>\n</ul>", "<ul>\n<li>\neen\n</li>\n</ul>"),
        ("<p>\n  a  b\n\n  c</p>", "<p>\na  b\n\nc</p>"),
        ('<a\n    href="/x/">x</a>', '<a\nhref="/x/">x</a>'),
        ("<div>\n  <pre>\n  a\n    b</pre>\n  c", "<div>\n<pre>\n  a\n    b</pre>\nc"),
        ("  <textarea>\n   a</textarea>\n  b", "  <textarea>\n   a</textarea>\nb"),
        (
            "{% blocktranslate with a=b %}een\n  twee{% endblocktranslate %}\n  x",
            "{% blocktranslate with a=b %}een\n  twee{% endblocktranslate %}\nx",
        ),
        (
            "{% blocktranslate trimmed %}\n  een\n{% endblocktranslate %}",
            "{% blocktranslate trimmed %}\neen\n{% endblocktranslate %}",
        ),
    ],
)
def test_only_the_indentation_goes(bron: str, uit: str) -> None:
    assert zonder_inspringing(bron) == uit


@pytest.mark.django_db
def test_a_page_carries_no_indentation(client: Client) -> None:
    regels = client.get("/preventie/bang-om-te-vallen/").content.decode().splitlines()
    assert len(regels) > 100
    assert [regel for regel in regels if regel.startswith("  ")] == []
