"""Our site under load: the demo's content on PostgreSQL, Redis and Elasticsearch, as `make storing` sets it up."""

from __future__ import annotations

import contextlib
import itertools
import json
import secrets
import subprocess
import uuid
from collections.abc import Callable, Iterator
from urllib.parse import urlencode

from opstelling import PY, WORTEL, Opstelling

PADEN = """
import json
from kennisplatform.basis.openbaar import openbaar
from wagtail.models import Page
rij = [p.specific.get_url() for p in openbaar(Page.objects.filter(depth__gt=1, locale__language_code="nl")).order_by("pk")]
print("PADEN" + json.dumps([pad for pad in rij if pad]))
"""
PUBLICEER = """
import sys
from wagtail.models import Page
rij = list(Page.objects.live().filter(depth__gt=2).order_by("pk"))
for nummer, _regel in enumerate(sys.stdin):
    rij[nummer % len(rij)].specific.save_revision().publish()
"""
VEEL = (
    "/zoeken/?q=vallen",
    "/menukaart/?thema=zorgzame-buurt",
    "/zoeken/?q=eenzaam",
    "/leernetwerk/agenda/",
    "/leernetwerk/gesprek/",
    "/buurten/",
)


class OnzeSite:
    def __init__(self, op: Opstelling) -> None:
        self.op = op
        self.poort = op.poort  # without a proxy, as the other
        paden = json.loads(op.manage("shell", "-c", PADEN).rsplit("PADEN", 1)[1])
        # Lists and search stand among the ten most read.
        self.paden = [*paden[:4], *VEEL, *paden[4:]]
        self.aangemeld = ["/", "/werkplek/", "/menukaart/", *paden[10:20], "/leernetwerk/gesprek/"]
        self.sessies = op.sessies
        self.beurt = itertools.count()
        self.uitgever = subprocess.Popen(
            [PY, "manage.py", "shell", "-c", PUBLICEER],
            cwd=WORTEL,
            env=op.omgeving,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
        )

    def schrijf(self, vraag: Callable[..., int], sessie: str) -> int:
        """Somebody asks something below a page. Each person may do so twelve times an hour."""
        beurt, geheim = next(self.beurt), secrets.token_hex(16)
        wie = self.op.sessies[beurt % len(self.op.sessies)]
        velden = {
            "csrfmiddlewaretoken": geheim,
            "kop": f"Vraag {beurt}",
            "tekst": "Wie deed dit al in de winter?",
            "zichtbaarheid": "openbaar",
            "sleutel": str(uuid.uuid4()),
        }
        koekjes = f"sessionid={wie}; csrftoken={geheim}"
        return vraag("POST", f"/leernetwerk/gesprek/bij/{self.op.pagina}/", urlencode(velden), koekjes)

    def publiceer(self) -> None:
        _regel(self.uitgever)

    def werkers(self) -> list[int]:
        return self.op.kinderen()


def _regel(proces: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(BrokenPipeError):
        assert proces.stdin
        proces.stdin.write(b"\n")
        proces.stdin.flush()


@contextlib.contextmanager
def onze_site() -> Iterator[OnzeSite]:
    with Opstelling() as op:
        print(f"De site staat op http://127.0.0.1:{op.poort}.", flush=True)
        site = OnzeSite(op)
        try:
            yield site
        finally:
            site.uitgever.kill()
