"""Did the log of the walk keep something of a person? Keys in addresses, mail addresses, names of the people of the demo."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from pathlib import Path

from kaart import GAT, Kaart
from opzet import Vraag

MERK = "geheim7f3a9cbe41d0"
UUID = str(uuid.UUID(hex="7f3a9cbe41d04c6f8a1e5b2d9c0f1a2b"))
WIE = "kartrekker@demo.example"
LUID = ("Referer", "Authorization", "X-Forwarded-For", "User-Agent", "Cookie-Oud", "If-None-Match")


def vragen(kaart: Kaart) -> Iterator[Vraag]:
    """Each address with a key in it, with one that is none; the same and an address of somebody as a question; and wrong
    in ways that a library writes a line about.
    """
    from kennisplatform.beheer.maskeren import SLEUTELNAMEN  # noqa: PLC0415  reads the settings

    def vul(gat: re.Match[str]) -> str:
        soort, naam = gat[1], gat[2] or gat[3]
        if naam in SLEUTELNAMEN:
            return UUID if soort == "uuid" else MERK
        bekend = sorted(kaart.waarden.get(naam, ()))
        return bekend[0] if bekend else "1"

    koppen = dict.fromkeys(LUID, f"https://elders.example/{MERK}?van={WIE}")
    for patroon in kaart.routes.values():
        if any(f"{naam}>" in patroon for naam in SLEUTELNAMEN):
            adres = "/" + re.sub(r"\\Z|[\^$?*+]|\(\?:|[()]", "", GAT.sub(vul, patroon))
            for wijze in ("GET", "POST"):
                yield Vraag(
                    "anoniem", wijze, f"{adres}?sleutel={MERK}&mail={WIE}", koppen, b"" if wijze == "POST" else None
                )
    for rol, rij in list(kaart.adressen.items()):
        yield Vraag(
            rij[0][0], "GET", f"{rij[0][1].partition('?')[0]}?q={WIE}&token={MERK}&next=/{MERK}", koppen, soort=rol
        )
    velden = f"login={WIE}&password={MERK}&csrfmiddlewaretoken={'s' * 32}".encode()
    koppen["Content-Type"] = "application/x-www-form-urlencoded"
    yield Vraag("anoniem", "POST", "/account/aanmelden/", koppen, velden)
    yield Vraag("anoniem", "POST", "/account/aanmelden/", {"Content-Type": "x"}, velden)  # without its key: refused
    yield Vraag("anoniem", "GET", f"/buurten/{WIE}/")
    yield Vraag("anoniem", "GET", f"/bestaat-niet/{WIE}/")


def gezocht(sessies: list[str]) -> dict[str, set[str]]:
    """What may not stand there, by kind."""
    from kennisplatform.deelnemers.models import Gebruiker  # noqa: PLC0415  as above
    from leernetwerk.podium.models import Abonnee  # noqa: PLC0415  the same

    mensen = list(Gebruiker.objects.all())
    namen = {wie.get_full_name() for wie in mensen} | {wie.last_name for wie in mensen if len(wie.last_name) > 6}
    return {
        "sleutels": {MERK, UUID, *sessies},
        "mailadressen": {wie.email for wie in mensen} | set(Abonnee.objects.values_list("email", flat=True)),
        "namen": {naam for naam in namen if naam and not naam.startswith("(")},
    }


def lekken(log: Path, sessies: list[str]) -> int:
    regels = log.read_text("utf-8", "replace").splitlines()
    print(f"\nHet logboek van de wandeling: {len(regels)} regels")
    alles = 0
    for soort, dingen in gezocht(sessies).items():
        raak = [(ding, regel) for ding in sorted(dingen) for regel in regels if ding in regel]
        print(f"  {len(dingen)} {soort} gezocht, {len(raak)} × gevonden")
        for ding, regel in raak[:5]:
            plek = regel.index(ding)
            print(f"    {ding}: …{regel[max(0, plek - 160) : plek + 80]}…")
        alles += len(raak)
    return alles
