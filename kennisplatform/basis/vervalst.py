"""What no form of ours sends: a number that is none, a field that is missing, an address to go on to that isn't one.

Views of libraries fail on it one by one; here it is answered once, with a page that says that the request is not whole.
Our own views check what comes in: what ends here is logged, so that a fault of ours is not hidden.
"""

from __future__ import annotations

import json
import logging
import re
import traceback
from collections.abc import Callable
from typing import Final

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db.models import ProtectedError, RestrictedError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import NoReverseMatch, reverse
from django.utils.datastructures import MultiValueDictKeyError
from django.utils.translation import gettext as _

from kennisplatform.basis.fouten import niet_gevonden, ongeldig

log = logging.getLogger(__name__)
Antwoorder = Callable[[HttpRequest], HttpResponse]
# Django's own words for a value from outside that can't be what the column holds.
ONMOGELIJK: Final = re.compile(
    r"Field '\w+' expected a number but got|too large to convert to SQLite INTEGER|cannot contain NUL|"
    r"badly formed hexadecimal UUID"
)


def halve_vraag(get_response: Antwoorder) -> Antwoorder:
    def middleware(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    middleware.process_exception = antwoord_op  # type: ignore[attr-defined]  # how Django asks a function for it
    return middleware


def antwoord_op(request: HttpRequest, fout: Exception) -> HttpResponse | None:
    if isinstance(fout, ProtectedError | RestrictedError):
        return _nog_in_gebruik(request)
    if isinstance(fout, NoReverseMatch) and _verder(request) and _verder(request) in str(fout):
        return redirect(reverse("wagtailadmin_home"))  # what was asked is done; only where to go next was no address
    if isinstance(fout, MultiValueDictKeyError | ObjectDoesNotExist | ValidationError | json.JSONDecodeError) or (
        isinstance(fout, ValueError | OverflowError) and ONMOGELIJK.search(str(fout))
    ):
        plek = traceback.extract_tb(fout.__traceback__)[-1]
        log.warning("%s at %s:%s: what was sent can't be", type(fout).__name__, plek.filename, plek.lineno)
        return niet_gevonden(request) if request.method in {"GET", "HEAD"} else ongeldig(request)
    return None


def _verder(request: HttpRequest) -> str:
    return request.POST.get("next", "") or request.GET.get("next", "")


def _nog_in_gebruik(request: HttpRequest) -> HttpResponse:
    """Something hangs on what was to go: it stays, and the reader is told on the page they came from."""
    messages.error(request, _("Dit kan niet weg: er hangt nog iets aan. Haal dat eerst los, of laat dit staan."))
    return redirect(request.get_full_path())
