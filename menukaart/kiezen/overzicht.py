"""A network's list as it is shown, and what it chose: in a number of queries that does not grow with the list."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from kennisplatform.basis import weging
from kennisplatform.basis.models.rijen import MAX_NAAST
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from menukaart.kiezen.dingen import Weegding, met_blad, op_pk
from menukaart.kiezen.keuzes import Beschikbaar, Keuzestand, Stemkeuze
from menukaart.kiezen.models import Keuze, Stem

_RIJWOORDEN = {code: woorden for _groep, rijen in weging.RIJEN for code, woorden in rijen}
KLAARRIJEN = ("uitvoering", "deskundigheid", "materialen", "voorwaarden", "betaalt")


@dataclass(frozen=True)
class Keuzeregel:
    """One row of the list. `ding` is None for what is no longer public: the name stays."""

    keuze: Keuze
    ding: Weegding | None
    stemmen: tuple[Stem, ...]
    mijn: Stem | None
    telling: tuple[tuple[str, str, int], ...]  # code, words, how many

    @property
    def gevraagd_per_rij(self) -> list[tuple[str, list[tuple[int, str, str]]]]:
        """The same, by row in words; each with its place in `gevraagd`."""
        blad = self.ding.blad if self.ding else {}
        uit, plek = [], 0
        for rij in KLAARRIJEN:
            punten = list(enumerate(blad.get(rij, ()), start=plek))
            plek += len(punten)
            if punten:
                er = [(n, tekst, self.keuze.aanwezig.get(tekst, Beschikbaar.ONBEKEND.value)) for n, tekst in punten]
                uit.append((str(_RIJWOORDEN[rij]), er))
        return uit

    @property
    def gevraagd(self) -> list[tuple[str, str]]:
        """What it asks, row by row of the comparison, and what the network says of each."""
        blad = self.ding.blad if self.ding else {}
        alles = [tekst for rij in KLAARRIJEN for tekst in blad.get(rij, ())]
        return [(tekst, self.keuze.aanwezig.get(tekst, Beschikbaar.ONBEKEND.value)) for tekst in alles]

    @property
    def bewijs_nu(self) -> str:
        return str(self.ding.pagina.bewijs_stand.label) if self.ding else ""

    @property
    def bewijs_anders(self) -> bool:
        """The recognition was another one when it was decided."""
        return bool(self.keuze.bewijs_toen and self.ding and self.keuze.bewijs_toen != self.bewijs_nu)


@dataclass(frozen=True)
class Keuzelijst:
    open: tuple[Keuzeregel, ...]
    gekozen: tuple[Keuzeregel, ...]
    nu_niet: tuple[Keuzeregel, ...]

    @property
    def vergelijkadres(self) -> str:
        """Up to four that are not decided, side by side."""
        slugs = [regel.ding.pagina.slug for regel in self.open if regel.ding]
        return "&".join(f"v={slug}" for slug in slugs[:MAX_NAAST])

    def __len__(self) -> int:
        return len(self.open) + len(self.gekozen) + len(self.nu_niet)


@dataclass(frozen=True)
class Gekozen:
    """What a network decided to do, for whatever is built on it, such as a plan."""

    keuze: int
    pagina: int | None
    naam: str
    adres: str  # empty: no longer public
    thema: str  # code
    waarom: str
    reden: str
    besloten_op: dt.datetime | None
    aangepast: str
    geraakt: tuple[str, ...]
    te_doen: tuple[str, ...]  # what is asked and not there yet


def _rij(buurt: Buurt) -> Any:
    rij = Keuze.objects.filter(buurt=buurt).select_related("door", "besloten_door", "buurt")
    return rij.prefetch_related("stemmen__persoon", "opmerkingen__door")


def regels(keuzes: Iterable[Keuze], wie: Gebruiker | None = None) -> list[Keuzeregel]:
    lijst = list(keuzes)
    dingen = {d.pagina.pk: d for d in met_blad(op_pk(k.pagina_id for k in lijst if k.pagina_id))}
    return [_regel(keuze, dingen.get(keuze.pagina_id or 0), wie) for keuze in lijst]


def _regel(keuze: Keuze, ding: Weegding | None, wie: Gebruiker | None) -> Keuzeregel:
    stemmen = tuple(keuze.stemmen.all())
    telling = Counter(stem.wat for stem in stemmen)
    return Keuzeregel(
        keuze=keuze,
        ding=ding,
        stemmen=stemmen,
        mijn=next((s for s in stemmen if wie is not None and s.persoon_id == wie.pk), None),
        telling=tuple((c.value, str(c.label), telling[c.value]) for c in Stemkeuze if telling[c.value]),
    )


def zonder_blad(keuze: Keuze) -> Keuzeregel:
    """Where what it asks is told already, such as in a comparison."""
    return _regel(keuze, None, None)


def lijst(buurt: Buurt, wie: Gebruiker | None = None) -> Keuzelijst:
    alle = regels(_rij(buurt), wie)
    per = {stand: tuple(r for r in alle if r.keuze.stand == stand) for stand in Keuzestand}
    return Keuzelijst(per[Keuzestand.OVERWOGEN], per[Keuzestand.GEKOZEN], per[Keuzestand.NU_NIET])


def gekozen(buurt: Buurt, behalve: Collection[int] = ()) -> list[Gekozen]:
    """What this network chose, in the order of its decisions. Two queries and those of the pages, however many; `behalve`:
    keys of pages that need not be fetched.
    """
    keuzes = Keuze.objects.filter(buurt=buurt, stand=Keuzestand.GEKOZEN).order_by("besloten_op", "pk")
    rij = [keuze for keuze in keuzes if keuze.pagina_id not in behalve]
    paginas = {p.pk: p for p in op_pk(k.pagina_id for k in rij if k.pagina_id)}
    return [_gekozen(k, paginas.get(k.pagina_id or 0)) for k in rij]


def _gekozen(keuze: Keuze, pagina: Any) -> Gekozen:
    return Gekozen(
        keuze=keuze.pk,
        pagina=keuze.pagina_id,
        naam=pagina.title if pagina else keuze.naam,
        adres=pagina.url if pagina else "",
        thema=pagina.thema.code if pagina and pagina.thema else "",
        waarom=keuze.waarom,
        reden=keuze.reden,
        besloten_op=keuze.besloten_op,
        aangepast=keuze.aangepast,
        geraakt=tuple(keuze.geraakt),
        te_doen=tuple(wat for wat, er in keuze.aanwezig.items() if er == Beschikbaar.NEE),
    )
