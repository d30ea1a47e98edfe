"""The form that keeps a neighbourhood's small profile: answers that stand on the page in words, and one text.

Two people may have gone through the six questions at once: each answer merges by itself (basis/samenloop.py).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.keuzes import Sesklasse
from kennisplatform.basis.samenloop import MetStand
from menukaart.kiezen.opmaat.kandidaten import kandidaten, paden, woorden
from menukaart.kiezen.opmaat.profiel import LIJSTEN, Antwoorden
from menukaart.kiezen.opmaat.regelboek import regelboek
from menukaart.kiezen.profielen import Bewaardprofiel


class Antwoordcodes(forms.Field):
    """Codes that the page carries along unseen, and how they are read."""

    widget: type[forms.Widget] = forms.MultipleHiddenInput

    def __init__(self, label: Any, woord: Callable[[str], str] = str) -> None:
        super().__init__(label=label, required=False)
        self.woord = woord

    def clean(self, value: Any) -> list[str]:
        return list(value or [])

    def in_woorden(self, waarde: Any) -> str:
        rij = waarde if isinstance(waarde, list | tuple) else filter(None, [waarde])
        return ", ".join(self.woord(str(code)) for code in rij)


class Antwoordcode(Antwoordcodes):
    """The same, of one."""

    widget = forms.HiddenInput

    def clean(self, value: Any) -> Any:
        return value or ""


@dataclass(frozen=True)
class Profielrij:
    """One question: what is answered, and what is kept where that differs."""

    veld: forms.BoundField
    antwoord: str  # in words; empty: not answered
    bewaard: str | None  # None: the same, or nothing is kept


class ProfielFormulier(MetStand):
    """`bewaard`: what stands there now, behind the lock. `antwoorden`: what is offered to be kept instead."""

    krachten = forms.CharField(
        label=_("Wat gaat er nog meer goed in uw buurt? In uw eigen woorden."),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(
        self, *args: Any, bewaard: Bewaardprofiel | None, antwoorden: Antwoorden | None = None, **kwargs: Any
    ) -> None:
        self.bewaard = _waarden(bewaard.antwoorden) | {"krachten": bewaard.krachten} if bewaard else {}
        stand = bewaard.record.op.isoformat() if bewaard else "0"
        initial = _waarden(antwoorden) if antwoorden else {}
        super().__init__(*args, stand=stand, staat_er=self.bewaard, initial=initial, **kwargs)
        self.fields = _vragen() | self.fields

    @property
    def antwoorden(self) -> Antwoorden:
        """Through the same gate as an address: what is no code is left out."""
        rij = {naam: self[naam].value() for naam in _waarden(Antwoorden())}
        return Antwoorden.uit_get(MultiValueDict({n: w if isinstance(w, list) else [w or ""] for n, w in rij.items()}))

    @property
    def rijen(self) -> list[Profielrij]:
        nu = _waarden(self.antwoorden)
        uit = []
        for naam, waarde in nu.items():
            veld = self.fields[naam]
            anders = bool(self.bewaard) and self.bewaard[naam] != waarde
            uit.append(
                Profielrij(
                    self[naam],
                    veld.in_woorden(waarde),
                    veld.in_woorden(self.bewaard[naam]) if anders else None,
                )
            )
        return uit

    @property
    def nieuw(self) -> bool:
        """Something is offered that is not kept."""
        return any(
            self.bewaard.get(naam, type(waarde)()) != waarde for naam, waarde in _waarden(self.antwoorden).items()
        )


def _waarden(a: Antwoorden) -> dict[str, Any]:
    """In the order of the six questions."""
    rij: dict[str, Any] = a.lijsten
    uren = "" if a.uren is None else str(a.uren)
    eerder = {n: rij[n] for n in LIJSTEN if n != "loopt"}
    return {"aard": a.aard} | eerder | {"uren": uren, "ses": a.ses, "loopt": rij["loopt"]}


def _vragen() -> dict[str, forms.Field]:
    w, boek = woorden(), regelboek()

    def uit(namen: dict[str, str]) -> Callable[[str], str]:
        return lambda code: namen.get(code, code)

    def titel(slug: str) -> str:
        return next((k.titel for k in kandidaten() if k.slug == slug), paden().get(slug, slug))

    return {
        "aard": Antwoordcode(_("Soort buurt"), uit(boek.aardnamen)),
        "eerst": Antwoordcodes(_("Komt het eerst"), uit(w.uitdaging)),
        "ook": Antwoordcodes(_("Ook belangrijk"), uit(w.uitdaging)),
        "ziekte": Antwoordcodes(_("Komt veel voor"), uit(w.ziekte)),
        "voor": Antwoordcodes(_("Voor wie"), uit(w.doelgroep)),
        "leeftijd": Antwoordcodes(_("Leeftijden waarvan er veel zijn"), uit(w.leeftijd)),
        "kracht": Antwoordcodes(_("Wat al goed gaat"), uit(boek.krachtnamen)),
        "mensen": Antwoordcodes(_("Wie er is"), uit(w.mens)),
        "middelen": Antwoordcodes(_("Wat er is"), uit(boek.middelnamen)),
        "uren": Antwoordcode(_("Uren per week")),
        "ses": Antwoordcode(
            _("SES-klasse"), lambda code: str(Sesklasse(code).label) if code in Sesklasse.values else code
        ),
        "loopt": Antwoordcodes(_("Loopt al"), titel),
    }
