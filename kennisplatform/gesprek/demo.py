"""Fills the demo with three months of conversation, from inhoud/demo.toml, and with notices that it led to."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from kennisplatform.deelnemers.demodata import Aanmelder
from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.deelnemers.positie import vergeet_positie
from kennisplatform.gesprek import schrijven
from kennisplatform.gesprek.models import MAX_TEKST, Bijdrage, Bijdragesoort
from kennisplatform.inhoudlader.lader import pagina_op
from kennisplatform.inhoudlader.schema import Bekend, Veld, controleer, lees
from kennisplatform.volgen import lijst
from kennisplatform.volgen.models import Gebeurtenis, Melding
from kennisplatform.volgen.soorten import PAGINA

BESTAND: Final = Path(__file__).resolve().parent / "inhoud" / "demo.toml"
LEZERS: Final = ("kartrekker", "lid")  # follow everything here, so that their notices can be judged filled
NIEUW: Final = dt.timedelta(days=14)  # what happened since is unread in the demo
_ALLE: Final = {
    "door": Veld(verplicht=True, max=60),
    "buurt": Veld(max=80),
    "dagen": Veld("geheel", verplicht=True),
    "tekst": Veld(verplicht=True, max=MAX_TEKST),
}
_VAN_PAGINA: Final = {
    "pagina": Veld(verplicht=True),
    "zichtbaarheid": Veld("keuze", keuzes=tuple(Zichtbaarheid.values)),
}
SCHEMA: Final = {
    "bron": Veld("tabellen", verplicht=True, velden={"titel": Veld(verplicht=True)}),
    "vraag": Veld(
        "tabellen",
        velden=_ALLE
        | _VAN_PAGINA
        | {
            "kop": Veld(verplicht=True, max=140),
            "antwoorden": Veld("tabellen", velden=_ALLE | {"helpt": Veld("janee")}),
        },
    ),
    "opmerking": Veld("tabellen", velden=_ALLE | _VAN_PAGINA),
}


def vul(_wachtwoord: str) -> list[Aanmelder]:
    """Raises ValueError with every mistake in the file. A thread that is there already is left as it is."""
    data, nummers, fouten = lees(BESTAND)
    fout = [f"{BESTAND.name}:{f.regel}: {f.melding}" for f in fouten] or [
        f"{BESTAND.name}:{nummers.van(pad)}: {'.'.join(map(str, pad))}: {melding}"
        for pad, melding in controleer(data, SCHEMA, Bekend({}, {}, set()))
    ]
    if fout:
        raise ValueError("\n".join(fout))
    with transaction.atomic():
        for soort in (Bijdragesoort.VRAAG, Bijdragesoort.OPMERKING):
            for rij in data.get(soort, []):
                _draad(soort, rij)
        # The demo is read, it mails nobody.
        Melding.objects.filter(gebeurtenis__kenmerk__startswith="bijdrage:", gemaild__isnull=True).update(
            gemaild=timezone.now()
        )
    return []


def _draad(soort: Bijdragesoort, rij: Mapping[str, Any]) -> None:
    sleutel = uuid.uuid5(uuid.NAMESPACE_URL, f"demo/gesprek/{rij['pagina']}/{rij.get('kop') or rij['tekst'][:60]}")
    if Bijdrage.objects.filter(sleutel=sleutel).exists():
        return
    pagina = pagina_op(rij["pagina"])
    for code in LEZERS:
        lijst.volg(persoon=_wie(code), soort=PAGINA, sleutel=str(pagina.pk))
    eerste = _schrijf(soort, rij, sleutel, pagina=pagina, kop=rij.get("kop", ""))
    for nummer, antwoord in enumerate(rij.get("antwoorden", [])):
        nieuw = _schrijf(
            Bijdragesoort.ANTWOORD, antwoord, uuid.uuid5(sleutel, str(nummer)), pagina=pagina, vraag=eerste
        )
        if antwoord.get("helpt") and eerste.door:
            schrijven.markeer_hulp(antwoord=nieuw, door=eerste.door)
            _dateer(nieuw, antwoord["dagen"] - 1)


def _wie(code: str) -> Gebruiker:
    return Gebruiker.objects.get(email=f"{code}@demo.example")


def _schrijf(soort: Bijdragesoort, rij: Mapping[str, Any], sleutel: uuid.UUID, **anders: Any) -> Bijdrage:
    """By the road that people take, and then put back in time."""
    wie = _wie(rij["door"])
    vergeet_positie(wie)
    bijdrage = schrijven.schrijf(
        soort=soort,
        door=wie,
        tekst=rij["tekst"].strip(),
        sleutel=sleutel,
        buurt=Buurt.objects.get(slug=rij["buurt"]) if rij.get("buurt") else None,
        zichtbaarheid=rij.get("zichtbaarheid", Zichtbaarheid.OPENBAAR),
        **anders,
    )
    bijdrage.gemaakt = _toen(rij["dagen"])
    Bijdrage.objects.filter(pk=bijdrage.pk).update(gemaakt=bijdrage.gemaakt, voorbeeld=True)
    _dateer(bijdrage, rij["dagen"])
    return bijdrage


def _toen(dagen: int) -> dt.datetime:
    """On a working hour, a different one each day."""
    dag = timezone.localdate() - dt.timedelta(days=dagen)
    return timezone.make_aware(dt.datetime.combine(dag, dt.time(8 + dagen % 9, dagen * 7 % 60)))


def _dateer(bijdrage: Bijdrage, dagen: int) -> None:
    toen = _toen(max(dagen, 0))
    rij = Gebeurtenis.objects.filter(kenmerk__startswith=bijdrage.kenmerk, gemaakt__gt=toen)
    if timezone.now() - toen > NIEUW:
        Melding.objects.filter(gebeurtenis__in=rij, gelezen__isnull=True).update(gelezen=toen)
    rij.update(gemaakt=toen)
