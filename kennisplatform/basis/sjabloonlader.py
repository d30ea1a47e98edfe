"""Templates are indented for people who read the source. Browsers get the same lines without: a tenth of a page."""

from __future__ import annotations

import re
from typing import Final

from django.template import Origin
from django.template.loaders import filesystem

# In these white space is shown as it is; in a text to translate it is part of the message, unless that is trimmed.
LETTERLIJK: Final = r"<(?P<tag>pre|textarea)\b.*?</(?P=tag)>"
BERICHT: Final = r"{% blocktranslate (?:(?!trimmed|%}).)*%}.*?{% endblocktranslate %}"
INSPRINGING: Final = re.compile(rf"(?P<heel>{LETTERLIJK}|{BERICHT})|\n[ ]+", re.DOTALL)


class Lader(filesystem.Loader):
    def get_contents(self, origin: Origin) -> str:
        tekst: str = super().get_contents(origin)
        return zonder_inspringing(tekst) if origin.name.endswith(".html") else tekst


def zonder_inspringing(tekst: str) -> str:
    return INSPRINGING.sub(lambda m: m["heel"] or "\n", tekst)
