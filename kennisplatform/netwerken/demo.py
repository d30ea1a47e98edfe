"""Fills the demo with three networks: one that runs, one that starts, one halfway. From inhoud/demo.toml."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kennisplatform.deelnemers.demodata import Aanmelder
from kennisplatform.deelnemers.keuzes import Fase, Netwerkrol
from kennisplatform.deelnemers.logboek import noteer
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Lidmaatschap, Logregel
from kennisplatform.inhoudlader.schema import Bekend, Veld, controleer, lees
from kennisplatform.netwerken.models import DELEN, Aanvraag, Belkaart, Uitnodiging, Werkwijze
from kennisplatform.netwerken.models.uitnodiging import GELDIG, hash_van, nieuwe_sleutel

BESTAND: Final = Path(__file__).resolve().parent / "inhoud" / "demo.toml"
SCHEMA: Final = {
    "bron": Veld("tabellen", verplicht=True, velden={"titel": Veld(verplicht=True)}),
    "persoon": Veld(
        "tabellen",
        verplicht=True,
        velden={
            **{naam: Veld(verplicht=True, max=120) for naam in ("code", "voornaam", "achternaam", "functie")},
            "aanmelden": Veld(max=60),
        },
    ),
    "netwerk": Veld(
        "tabellen",
        verplicht=True,
        velden={
            "buurt": Veld(verplicht=True),
            "fase": Veld("keuze", verplicht=True, keuzes=tuple(Fase.values)),
            **{naam: Veld("rijen") for naam in ("leden", "aanvragen", "uitnodigingen")},
            **{naam: Veld(max=8000) for naam in DELEN},
            "postcodes": Veld(max=200),
            "bellen": Veld("regels"),
        },
    ),
}


def vul(wachtwoord: str) -> list[Aanmelder]:
    """Raises ValueError with every mistake in the file. A network that has members already is left alone."""
    data, nummers, fouten = lees(BESTAND)
    fout = [f"{BESTAND.name}:{f.regel}: {f.melding}" for f in fouten] or [
        f"{BESTAND.name}:{nummers.van(pad)}: {'.'.join(map(str, pad))}: {melding}"
        for pad, melding in controleer(data, SCHEMA, Bekend({}, {}, set()))
    ]
    if fout:
        raise ValueError("\n".join(fout))
    with transaction.atomic():
        mensen = _mensen(data["persoon"], wachtwoord)
        for net in data["netwerk"]:
            buurt = Buurt.objects.filter(slug=net["buurt"]).first()
            if buurt and not buurt.lidmaatschappen.exists():
                _netwerk(buurt, net, mensen)
    return [(rij["aanmelden"], mensen[rij["code"]].email) for rij in data["persoon"] if rij.get("aanmelden")]


def _mensen(rijen: list[Mapping[str, Any]], wachtwoord: str) -> dict[str, Gebruiker]:
    uit: dict[str, Gebruiker] = {}
    hash_ = ""
    for rij in rijen:
        email = f"{rij['code']}@demo.example"
        wie = Gebruiker.objects.filter(email=email).first()
        if wie is None:
            # One hash for all: everybody has the demo's password, and hashing ten times costs seconds.
            hash_ = hash_ or make_password(wachtwoord)
            wie = Gebruiker.objects.create(
                email=email,
                password=hash_,
                first_name=rij["voornaam"],
                last_name=rij["achternaam"],
                functie=rij["functie"],
            )
            EmailAddress.objects.create(user=wie, email=email, verified=True, primary=True)
        uit[rij["code"]] = wie
    return uit


def _netwerk(buurt: Buurt, net: Mapping[str, Any], mensen: Mapping[str, Gebruiker]) -> None:
    buurt.fase = net["fase"]
    buurt.save(update_fields=["fase"])
    for code, rol, van, beroep in net.get("leden", []):
        begin = dt.date.fromisoformat(van)
        Lidmaatschap.objects.create(
            buurt=buurt,
            persoon=mensen[code],
            rol=Netwerkrol(rol).value,
            van=begin,
            wijkverpleegkundige=bool(beroep),
            functie=mensen[code].functie,
        )
        regel = noteer(
            Logregel.Soort.LID_ERBIJ, _("werd %(rol)s") % {"rol": Netwerkrol(rol).label}, buurt=buurt, over=mensen[code]
        )
        Logregel.objects.filter(pk=regel.pk).update(op=timezone.make_aware(dt.datetime.combine(begin, dt.time(9))))
    for code, bericht in net.get("aanvragen", []):
        Aanvraag.objects.create(buurt=buurt, persoon=mensen[code], functie=mensen[code].functie, bericht=bericht)
    for email, rol in net.get("uitnodigingen", []):
        Uitnodiging.objects.create(
            buurt=buurt,
            email=email,
            rol=Netwerkrol(rol).value,
            verloopt=timezone.now() + GELDIG,
            sleutelhash=hash_van(nieuwe_sleutel()),
        )
    if "bellen" in net:
        Belkaart.objects.create(buurt=buurt, regels="\n".join(net["bellen"]), postcodes=net.get("postcodes", ""))
    delen = {veld: net[veld] for veld in DELEN if veld in net}
    if delen:
        door = mensen[net["leden"][0][0]]
        Werkwijze.objects.create(
            buurt=buurt, nummer=1, door=door, bevestigd=timezone.localdate(), bevestigd_door=door, **delen
        )
