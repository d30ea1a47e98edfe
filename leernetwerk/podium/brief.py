"""A newsletter as it goes out. Preview, test mail and sending all take it from here, so that what was seen is what is sent."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.html import escape

from leernetwerk.podium.models import Nieuwsbrief, Uitlichting


@dataclass(frozen=True)
class Opgemaakt:
    """The same for everybody but for the way out, which is each reader's own."""

    tekst: str
    html: str
    aantal: int  # examples in it
    _plek: str

    def tekst_voor(self, afmelden: str) -> str:
        return self.tekst.replace(self._plek, afmelden)

    def html_voor(self, afmelden: str) -> str:
        return self.html.replace(self._plek, escape(afmelden))


def voorbeelden(nieuwsbrief: Nieuwsbrief) -> list[Uitlichting]:
    """Of those chosen, what everybody may read right now. Asked anew for every portion of mails."""
    return list(nieuwsbrief.uitlichtingen.all().zichtbaar().select_related("voorbeeld__locale"))


def maak_op(nieuwsbrief: Nieuwsbrief) -> Opgemaakt:
    rij = voorbeelden(nieuwsbrief)
    plek = f"afmelden-{uuid.uuid4().hex}"  # nobody can type it in a text
    context = {"brief": nieuwsbrief, "rij": rij, "site": settings.WAGTAILADMIN_BASE_URL, "afmelden": plek}
    tekst = render_to_string("podium/post/nieuwsbrief.txt", context)
    return Opgemaakt(tekst, render_to_string("podium/post/nieuwsbrief.html", context), len(rij), plek)
