"""How files become the research agenda."""

from __future__ import annotations

from typing import Any, Final

from kennisplatform.cijfers.keuzes import Onderzoekstand
from kennisplatform.cijfers.laden import BRON, MAP, keur, rijen_van
from kennisplatform.cijfers.models import Indicator, Onderzoek
from kennisplatform.inhoudlader.rijrecord import Bijrijen, bronvelden, schrijf
from kennisplatform.inhoudlader.schema import Veld
from kennisplatform.inhoudlader.soorten import Rijen, Rijensoort

TEKSTEN: Final = ("vraag", "waarom", "wie", "hoe", "let_op", "uitkomst")
ONDERZOEK: Final = {
    **{naam: Veld() for naam in TEKSTEN},
    "code": Veld(verplicht=True, max=80),
    "vraag": Veld(verplicht=True, max=200),
    "stand": Veld("keuze", keuzes=tuple(Onderzoekstand.values)),
    "wie": Veld(max=200),
    "indicatoren": Veld("slugs", van="indicator"),
    "paginas": Veld("regels"),
    "buurten": Veld("regels"),
}


def bewaar(rijen: Rijen) -> list[str]:
    eerder = {o.code: o for o in Onderzoek.objects.all()}
    indicatoren = {i.code: i for i in Indicator.objects.all()}
    overgeslagen = []
    for code, rij in rijen.items():
        velden = {
            **{naam: rij.get(naam, "") for naam in TEKSTEN},
            **{naam: "\n".join(rij.get(naam, [])) for naam in ("paginas", "buurten")},
            **{naam: rij[naam] for naam in ("code", "volgorde")},
            "stand": rij.get("stand", Onderzoekstand.VRAAG.value),
            **bronvelden(rij["bron"]),
        }
        onderzoek = eerder.get(code) or Onderzoek()
        if not schrijf(
            onderzoek, velden, _indicatorrijen(onderzoek, [indicatoren[n] for n in rij.get("indicatoren", [])])
        ):
            overgeslagen.append(f"onderzoek {code}")
    return overgeslagen


def _indicatorrijen(onderzoek: Any, gekozen: list[Indicator]) -> Bijrijen:
    return Bijrijen(
        sorted(i.code for i in gekozen),
        lambda: sorted(i.code for i in onderzoek.indicatoren.all()),
        lambda: onderzoek.indicatoren.set(gekozen),
    )


BRENGT: Final = [
    Rijensoort(
        "onderzoek",
        MAP / "onderzoek",
        {"bron": BRON, "onderzoek": Veld("tabellen", verplicht=True, velden=ONDERZOEK)},
        lambda data: rijen_van("onderzoek", data),
        bewaar,
        lambda data: keur("onderzoek", data),
        na=("indicator",),
    )
]
