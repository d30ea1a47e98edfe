"""How often a kept page can be given, while somebody publishes all the time; and whether any of them is ever stale.

Readers choose as people do (Zipf: the second page half as often as the first). One publication in so many readings: with
100, and a hundred readers a second, that is one a second. It changes synthetic pages, so give it a folder of its own:

    VAR_MAP=<a folder> DEMO=1 DEBUG=0 python manage.py migrate, inhoud, proefdata --items 10000 --buurten 1000, trefkans
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate
from random import Random
from typing import Any

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.test import RequestFactory, override_settings

from kennisplatform.basis.openbaar import openbaar
from kennisplatform.proefdata.management.commands.proefdata import modellen
from kennisplatform.tekening import bewaren

BIJ_PUBLICATIE = 3  # pages that are compared with a fresh drawing after each
OUDST = 10  # of which that many were shown wrong, printed

Lezer = Callable[[str], tuple[bool, bytes]]


class Command(BaseCommand):
    help = (
        "Hoe vaak een bewaarde pagina gegeven kan worden terwijl er gepubliceerd wordt, en of er ooit een achterloopt."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--warm", type=int, default=60_000, help="lezingen voordat er geteld wordt")
        parser.add_argument("--lezingen", type=int, default=60_000, help="lezingen die tellen")
        parser.add_argument("--elke", type=int, default=100, help="na zoveel lezingen een publicatie")
        parser.add_argument("--zaad", type=int, default=1)

    def handle(self, *args: Any, **options: Any) -> None:
        paginas = synthetische_paginas()
        if not paginas:
            raise CommandError("Er is geen proefdata: zie het begin van dit bestand.")
        dobbel, lees = Random(options["zaad"]), lezer()
        dobbel.shuffle(paginas)
        gewichten = list(accumulate(1 / rang for rang in range(1, len(paginas) + 1)))
        raak, geteld, oud, gepubliceerd = 0, 0, [], 0
        for nummer in range(options["warm"] + options["lezingen"]):
            (pagina,) = dobbel.choices(paginas, cum_weights=gewichten)
            uit_voorraad, _inhoud = lees(pagina.get_url())
            if nummer >= options["warm"]:
                raak, geteld = raak + uit_voorraad, geteld + 1
            if nummer % options["elke"] == 0:
                gepubliceerd += 1
                oud += publiceer(dobbel.choice(paginas), gepubliceerd, dobbel.sample(paginas, BIJ_PUBLICATIE), lees)
        self.stdout.write(
            f"pagina's {len(paginas)}, lezingen {geteld} na {options['warm']}, publicaties {gepubliceerd}"
        )
        self.stdout.write(f"uit voorraad: {raak / geteld:.1%}")
        self.stdout.write(f"verouderd getoond: {len(oud)} van {gepubliceerd * (BIJ_PUBLICATIE + 1)} vergelijkingen")
        for adres in oud[:OUDST]:
            self.stdout.write(f"  {adres}")


def synthetische_paginas() -> list[Any]:
    uit: list[Any] = []
    for model in modellen().values():
        uit += openbaar(model.objects.filter(locale__language_code="nl")).order_by("pk")
    return uit


def publiceer(pagina: Any, nummer: int, andere: list[Any], lees: Lezer) -> list[str]:
    """Addresses at which a kept page is other than a fresh one, after this publication."""
    vers = type(pagina).objects.get(pk=pagina.pk)
    vers.samenvatting = f"{vers.samenvatting.partition(' · ')[0][:120]} · uitgave {nummer}"
    vers.save(clean=False)  # as loaders do: synthetic pages miss what a form would ask for
    uit = []
    for een in (pagina, *andere):
        _raak, bewaard = lees(een.get_url())
        with override_settings(TEKENING=settings.TEKENING | {"AAN": False, "PAGINAS": False}):
            _raak, echt = lees(een.get_url())
        if bewaard != echt:
            uit.append(een.get_url())
    return uit


def lezer() -> Lezer:
    """From an address to (was it kept?, the page), through the whole handler as a stranger."""
    handler, fabriek = WSGIHandler(), RequestFactory(SERVER_NAME="localhost")
    bewaren.leeg()

    def lees(adres: str) -> tuple[bool, bytes]:
        koppen: dict[str, str] = {}
        antwoord = handler(dict(fabriek.get(adres).environ), lambda _status, rij, *_: koppen.update(rij) or len)
        inhoud = b"".join(antwoord)
        antwoord.close()
        return koppen.get("X-Cache") == "raak", inhoud

    return lees
