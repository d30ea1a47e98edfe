"""How files become alarm sentences and facts; what they may not say stands in keuren.py."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from kennisplatform.feiten import keuren, opruimen
from kennisplatform.feiten.keuzes import Alarmgroep, Feitsoort, Niveau
from kennisplatform.feiten.models import Alarmvertaling, Alarmzin, Feit, alarmsleutel
from kennisplatform.feiten.spoed import CODES
from kennisplatform.inhoudlader.rijrecord import BRONVELDEN, Bijrijen, bronvelden, schrijf
from kennisplatform.inhoudlader.schema import Pad, Veld
from kennisplatform.inhoudlader.soorten import Rijen, Rijensoort

MAP: Final = Path(__file__).resolve().parent / "inhoud"
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
            **bronvelden(rij["bron"]),
        }
        talen = {taal: rij[taal] for taal in TALEN if taal in rij}
        zin = eerder.get(sleutel) or Alarmzin()
        if not schrijf(zin, velden, _talen(zin, talen)):
            overgeslagen.append(f"alarmzin {sleutel}")
    return overgeslagen


def bewaar_feiten(rijen: Rijen) -> list[str]:
    overgeslagen = []
    eerder = {feit.naam: feit for feit in Feit.objects.all()}
    for naam, rij in rijen.items():
        velden = {
            **{veld: rij[veld] for veld in ("naam", "waarde", "soort", "omschrijving", "volgende_controle")},
            **bronvelden(rij.get("bron", {})),
        }
        if not schrijf(eerder.get(naam) or Feit(), velden):
            overgeslagen.append(f"feit {naam}")
    return overgeslagen


def _talen(zin: Alarmzin, talen: Mapping[str, str]) -> Bijrijen:
    return Bijrijen(
        dict(talen),
        lambda: {v.taal: v.tekst for v in zin.vertalingen.all()},
        lambda: zin.vertalingen.set([Alarmvertaling(taal=taal, tekst=tekst) for taal, tekst in talen.items()]),
    )


def gekozen(data: Mapping[str, Any], naam: str) -> list[dict[str, Any]]:
    """The stream of a page's field, from the keys in its file; the most urgent first."""
    sleutels: Iterable[str] = [sleutel for code in CODES.values() for sleutel in data.get(naam, {}).get(code, [])]
    gevaren = {sleutel.split("/")[0] for sleutel in sleutels}
    rijen = Alarmzin.objects.filter(gevaar__in=gevaren).values_list("gevaar", "groep", "pk")
    per_sleutel = {alarmsleutel(gevaar, groep): pk for gevaar, groep, pk in rijen}
    return [{"type": "alarm", "value": per_sleutel[sleutel]} for sleutel in sleutels]


def spoed_uit(stroom: Any) -> dict[str, list[str]]:
    """The other way around: per level the keys of the sentences that a page chose."""
    volgorde = [deel["value"] for deel in stroom.raw_data]
    zinnen = Alarmzin.objects.in_bulk(volgorde)
    uit: dict[str, list[str]] = {}
    for code in CODES.values():
        sleutels = [zinnen[pk].sleutel for pk in volgorde if pk in zinnen and CODES[Niveau(zinnen[pk].niveau)] == code]
        uit |= {code: sleutels} if sleutels else {}
    return uit


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
        ruim=opruimen.ruim_alarm,
    ),
    Rijensoort(
        "feit",
        MAP / "feiten",
        {"feit": Veld("tabellen", verplicht=True, velden=FEIT)},
        feitrijen,
        bewaar_feiten,
        keuren.keur_feitbestand,
        ruim=opruimen.ruim_feiten,
    ),
]
