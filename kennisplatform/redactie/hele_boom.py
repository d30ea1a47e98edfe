"""No copy of a whole tree in one request: not of the site by a language's form ('synchronise', which also went on with each
new page), not of all below a page that is put ready to be translated.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any, Final

from wagtail import hooks
from wagtail_localize.locales import components
from wagtail_localize.models import LocaleSynchronization
from wagtail_localize.views.submit_translations import SubmitTranslationView

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
    SubmitTranslationView.get_form = zonder_wat_eronder_staat(SubmitTranslationView.get_form)


def zonder_wat_eronder_staat(gewoon: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """'With all below it' was a hundred pages before the answer. Its template says how it is done instead."""

    def get_form(self: Any) -> Any:
        formulier = gewoon(self)
        veld = formulier.fields["include_subtree"]
        veld.disabled, veld.initial, veld.widget = True, False, veld.hidden_widget()
        return formulier

    return get_form
