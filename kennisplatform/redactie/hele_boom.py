"""A language's form had 'synchronise': a copy of the whole site in one request, and of each new page from then on."""

from __future__ import annotations

from importlib import import_module
from typing import Final

from wagtail import hooks
from wagtail_localize.locales import components
from wagtail_localize.models import LocaleSynchronization

WAAR: Final = "after_create_page"


def stel_bij() -> None:
    """Taken out. It took over three minutes for our few hundred pages, without an answer, and what it made was of no use:
    hidden Dutch copies, each of which has to be put ready for a translator still. 'Wijzig samen' does that for a whole list,
    in the background, page by page, with a way back; the form says so (templates/wagtaillocales/edit.html).
    """
    components.LOCALE_COMPONENTS[:] = [
        deel for deel in components.LOCALE_COMPONENTS if deel["model"] is not LocaleSynchronization
    ]
    volgt = import_module("wagtail_localize.synctree").after_create_page
    hooks._hooks[WAAR] = [haak for haak in hooks._hooks[WAAR] if haak[0] is not volgt]
