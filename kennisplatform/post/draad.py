"""After a commit the outbox is drained beside the request: nobody waits for a mail server.

POST['DIRECT']: 'draad' in a thread of this process (a process that is replaced leaves its rows to the next drain),
'meteen' on the spot (tests, scripts), 'nee' not at all: then only `manage.py verwerkpost` sends.
"""

from __future__ import annotations

from typing import Final

from django.conf import settings

from kennisplatform.ernaast import Ernaast

from . import wachtrij

MAX_S: Final = 60.0  # what is left then is for `verwerkpost`; a process that stops need not wait longer for its thread

ernaast: Final = Ernaast("the mail outbox", lambda: wachtrij.verwerk(hoe_lang=MAX_S))


def begin() -> None:
    hoe = settings.POST["DIRECT"]
    if hoe == "meteen":
        wachtrij.verwerk()
    elif hoe == "draad":
        ernaast.wek()
