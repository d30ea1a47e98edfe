"""How files become alarm sentences and facts; what they may not say stands in keuren.py."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from kennisplatform.feiten import keuren
from kennisplatform.feiten.keuzes import Alarmgroep, Feitsoort, Niveau
from kennisplatform.feiten.models import Alarmvertaling, Alarmzin, Feit, MetBron, alarmsleutel
from kennisplatform.feiten.spoed import CODES
from kennisplatform.inhoudlader.schema import Pad, Veld
from kennisplatform.inhoudlader.soorten import Rijen, Rijensoort

MAP: Final = Path(__file__).resolve().parent / "inhoud"
BRONVELDEN: Final = {
    "titel": Veld(verplicht=True, max=250),
    "url": Veld("url", max=400),
    "eigenaar": Veld(max=120),
    "datum": Veld("datum"),
    "gelezen_op": Veld("datum"),
}
TALEN: Final = ("en", "tr", "ar", "pl", "uk")
NAGEKEKEN: Final = {"nagekeken_door": Veld(max=120), "nagekeken_rol": Veld(max=120), "nagekeken_op": Veld("datum")}
ALARM: Final = {
    "gevaar": Veld(verplicht=True, max=60),
    "groep": Veld("keuze", keuzes=tuple(Alarmgroep.values)),
    "niveau": Veld("keuze", verplicht=True, keuzes=tuple(Niveau.values)),
    "wie": Veld(max=120),
    "nl": Veld(verplicht=True, max=200),
    **{taal: Veld(max=250) for taal in TALEN},
    "beroep": Veld(max=250),
    "wie_beroep": Veld(max=120),
    "woorden": Veld("regels"),
    "bron": Veld(max=60),
    **NAGEKEKEN,
}
FEIT: Final = {
    "naam": Veld(verplicht=True, max=60),
    "waarde": Veld(verplicht=True, max=120),
    "soort": Veld("keuze", verplicht=True, keuzes=tuple(Feitsoort.values)),
    "omschrijving": Veld(verplicht=True, max=250),
    "volgende_controle": Veld("datum", verplicht=True),
    "bron": Veld("tabel", velden=BRONVELDEN),
}
# Of a page's file: per level the keys of sentences. The level stands there to be read, and must be that of the table.
SPOED: Final = {code: Veld("regels") for code in CODES.values()}


def alarmrijen(data: Mapping[str, Any]) -> Iterator[tuple[Pad, str, Mapping[str, Any]]]:
    bronnen = {bron["code"]: bron for bron in data.get("bron", [])}
    for nummer, rij in enumerate(data.get("alarm", [])):
        groep = rij.get("groep", Alarmgroep.IEDEREEN.value)
        yield (
            ("alarm", nummer),
            alarmsleutel(rij["gevaar"], groep),
            {**rij, "groep": groep, "bron": bronnen.get(rij.get("bron", ""), {})},
        )


def feitrijen(data: Mapping[str, Any]) -> Iterator[tuple[Pad, str, Mapping[str, Any]]]:
    for nummer, rij in enumerate(data.get("feit", [])):
        yield ("feit", nummer), rij["naam"], rij


def bewaar_alarm(rijen: Rijen) -> list[str]:
    overgeslagen = []
    eerder = {zin.sleutel: zin for zin in Alarmzin.objects.prefetch_related("vertalingen")}
    for sleutel, rij in rijen.items():
        velden = {
            "gevaar": rij["gevaar"],
            "groep": rij["groep"],
            "niveau": rij["niveau"],
            "wie": rij.get("wie", ""),
            "tekst": rij["nl"],
            "tekst_beroep": rij.get("beroep", ""),
            "wie_beroep": rij.get("wie_beroep", ""),
            "woorden": "\n".join(rij.get("woorden", [])),
            **{naam: rij.get(naam, "") for naam in ("nagekeken_door", "nagekeken_rol")},
            "nagekeken_op": rij.get("nagekeken_op"),
            **_bronvelden(rij["bron"]),
        }
        talen = {taal: rij[taal] for taal in TALEN if taal in rij}
        zin = eerder.get(sleutel) or Alarmzin()
        if not _schrijf(zin, velden, talen):
            overgeslagen.append(f"alarmzin {sleutel}")
    return overgeslagen


def bewaar_feiten(rijen: Rijen) -> list[str]:
    overgeslagen = []
    eerder = {feit.naam: feit for feit in Feit.objects.all()}
    for naam, rij in rijen.items():
        velden = {
            **{veld: rij[veld] for veld in ("naam", "waarde", "soort", "omschrijving", "volgende_controle")},
            **_bronvelden(rij.get("bron", {})),
        }
        if not _schrijf(eerder.get(naam) or Feit(), velden, {}):
            overgeslagen.append(f"feit {naam}")
    return overgeslagen


def _bronvelden(bron: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **{f"bron_{naam}": bron.get(naam, "") for naam in ("titel", "url", "eigenaar")},
        **{f"bron_{naam}": bron.get(naam) for naam in ("datum", "gelezen_op")},
    }


def _schrijf(ding: MetBron, velden: Mapping[str, Any], talen: Mapping[str, str]) -> bool:
    """Writes what the file says, unless somebody changed the record on the site since: then False, and it stays."""
    nieuw = _afdruk(velden, talen)
    if ding.pk and ding.geladen == nieuw:
        return True
    if ding.pk and ding.geladen != _afdruk({naam: getattr(ding, naam) for naam in velden}, _talen_van(ding)):
        return False
    for naam, waarde in velden.items():
        setattr(ding, naam, waarde)
    ding.geladen = nieuw
    if isinstance(ding, Alarmzin):
        ding.vertalingen.set([Alarmvertaling(taal=taal, tekst=tekst) for taal, tekst in talen.items()])
    ding.full_clean()
    ding.save()
    return True


def _talen_van(ding: MetBron) -> dict[str, str]:
    return {v.taal: v.tekst for v in ding.vertalingen.all()} if isinstance(ding, Alarmzin) else {}


def _afdruk(velden: Mapping[str, Any], talen: Mapping[str, str]) -> str:
    inhoud = json.dumps([dict(velden), dict(talen)], sort_keys=True, default=dt.date.isoformat)
    return hashlib.sha256(inhoud.encode()).hexdigest()


def gekozen(data: Mapping[str, Any], naam: str) -> list[dict[str, Any]]:
    """The stream of a page's field, from the keys in its file; the most urgent first."""
    sleutels: Iterable[str] = [sleutel for code in CODES.values() for sleutel in data.get(naam, {}).get(code, [])]
    per_sleutel = {zin.sleutel: zin.pk for zin in Alarmzin.objects.only("pk", "gevaar", "groep")}
    return [{"type": "alarm", "value": per_sleutel[sleutel]} for sleutel in sleutels]


BRENGT: Final = [
    *keuren.BRENGT,
    Rijensoort(
        "alarm",
        MAP / "alarm",
        {
            "bron": Veld("tabellen", velden=BRONVELDEN | {"code": Veld(verplicht=True, max=60)}),
            "alarm": Veld("tabellen", verplicht=True, velden=ALARM),
        },
        alarmrijen,
        bewaar_alarm,
        keuren.keur_alarmbestand,
    ),
    Rijensoort(
        "feit",
        MAP / "feiten",
        {"feit": Veld("tabellen", verplicht=True, velden=FEIT)},
        feitrijen,
        bewaar_feiten,
        keuren.keur_feitbestand,
    ),
]
