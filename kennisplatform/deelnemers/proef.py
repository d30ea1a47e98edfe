"""Places of synthetic neighbourhoods: real towns, so that a map and a filter meet what they will meet; nothing else is."""

from __future__ import annotations

from random import Random
from typing import Any, Final

from kennisplatform.deelnemers.keuzes import Cohort, Fase

# town, code, province, latitude, longitude: the larger the town, the earlier in the list and the more neighbourhoods
PLAATSEN: Final = (
    ("Amsterdam", "GM0363", "Noord-Holland", 52.37, 4.90), ("Rotterdam", "GM0599", "Zuid-Holland", 51.92, 4.48),
    ("Den Haag", "GM0518", "Zuid-Holland", 52.07, 4.30), ("Utrecht", "GM0344", "Utrecht", 52.09, 5.11),
    ("Eindhoven", "GM0772", "Noord-Brabant", 51.44, 5.48), ("Groningen", "GM0014", "Groningen", 53.22, 6.57),
    ("Tilburg", "GM0855", "Noord-Brabant", 51.56, 5.09), ("Almere", "GM0034", "Flevoland", 52.37, 5.22),
    ("Breda", "GM0758", "Noord-Brabant", 51.59, 4.78), ("Nijmegen", "GM0268", "Gelderland", 51.84, 5.86),
    ("Apeldoorn", "GM0200", "Gelderland", 52.21, 5.97), ("Arnhem", "GM0202", "Gelderland", 51.98, 5.91),
    ("Haarlem", "GM0392", "Noord-Holland", 52.38, 4.64), ("Enschede", "GM0153", "Overijssel", 52.22, 6.89),
    ("Amersfoort", "GM0307", "Utrecht", 52.16, 5.39), ("Zwolle", "GM0193", "Overijssel", 52.51, 6.09),
    ("Leiden", "GM0546", "Zuid-Holland", 52.16, 4.49), ("Maastricht", "GM0935", "Limburg", 50.85, 5.69),
    ("Dordrecht", "GM0505", "Zuid-Holland", 51.81, 4.67), ("Leeuwarden", "GM0080", "Friesland", 53.20, 5.79),
    ("Alkmaar", "GM0361", "Noord-Holland", 52.63, 4.75), ("Emmen", "GM0114", "Drenthe", 52.79, 6.90),
    ("Deventer", "GM0150", "Overijssel", 52.26, 6.16), ("Venlo", "GM0983", "Limburg", 51.37, 6.17),
    ("Heerlen", "GM0917", "Limburg", 50.89, 5.98), ("Assen", "GM0106", "Drenthe", 52.99, 6.56),
    ("Lelystad", "GM0995", "Flevoland", 52.52, 5.47), ("Middelburg", "GM0687", "Zeeland", 51.50, 3.62),
    ("Goes", "GM0664", "Zeeland", 51.50, 3.89), ("Drachten", "GM0090", "Friesland", 53.11, 6.10),
)  # fmt: skip  # a table
PARTNERS: Final = tuple(
    f"Proefzorg {naam}"
    for naam in (
        "Linde",
        "Els",
        "Wilg",
        "Beuk",
        "Iep",
        "Eik",
        "Es",
        "Hazelaar",
        "Berk",
        "Populier",
        "Esdoorn",
        "Kastanje",
        "Den",
        "Meidoorn",
        "Vlier",
        "Hulst",
    )
)
SPREIDING: Final = 0.06  # degrees around the middle of the town


def velden(dobbel: Random, nummer: int) -> dict[str, Any]:
    """The first twenty are furthest; some have no code or no place on the map, as a list from the field has."""
    gewicht = [1 / (plek + 3) for plek in range(len(PLAATSEN))]
    (plaats,) = dobbel.choices(range(len(PLAATSEN)), gewicht)
    gemeente, code, provincie, breedte, lengte = PLAATSEN[plaats]
    cohort = Cohort.EERSTE if nummer <= 20 else Cohort.TWEEDE if nummer <= 100 else Cohort.DERDE
    verste = {Cohort.EERSTE: 7, Cohort.TWEEDE: 4, Cohort.DERDE: 2}[cohort]
    zichtbaar = dobbel.random() > 0.03
    return {
        "gemeente": gemeente,
        "gemeentecode": code,
        "provincie": provincie,
        "regio": f"Regio {gemeente}",
        "partner": PARTNERS[(plaats + dobbel.randint(0, 2)) % len(PARTNERS)],  # a town has two or three
        "breedtegraad": round(breedte + dobbel.gauss(0, SPREIDING / 2), 4) if zichtbaar else None,
        "lengtegraad": round(lengte + dobbel.gauss(0, SPREIDING), 4) if zichtbaar else None,
        # No municipality has the number 9900: such a code can't be a real neighbourhood's.
        "cbs_code": f"BU99{nummer:06d}" if dobbel.random() > 0.05 else "",
        "cohort": cohort,
        "fase": dobbel.choice(Fase.values[:verste]),
        "bron": "proefdata",
    }
