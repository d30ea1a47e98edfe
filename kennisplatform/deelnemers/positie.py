"""Somebody's place in the programme, and the two questions asked of it: may this person, and what may this person see?

Both read rechten.py, so that a list or a count cannot disagree with a page. A place costs two queries, once a request.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeGuard, TypeVar

from django.contrib.auth.models import AnonymousUser
from django.db.models import Model, Q, QuerySet

from kennisplatform.basis.rechten import ROLLEN
from kennisplatform.deelnemers.keuzes import Netwerkrol, Zichtbaarheid
from kennisplatform.deelnemers.models import Gebruiker, Lidmaatschap
from kennisplatform.deelnemers.rechten import PROGRAMMA, VAN_ROL, ZICHT, Doe, Kring, regel
from kennisplatform.tekening.afdruk import afdruk
from kennisplatform.tekening.stukken import onthoud

Rij = TypeVar("Rij", bound=QuerySet[Any])
Wie = Gebruiker | AnonymousUser | None
_BEWAARD: Final = "_positie"
_GROEPEN: Final = {rol.naam: rol.code for rol in ROLLEN}


@dataclass(frozen=True)
class Positie:
    persoon: int | None = None
    rollen: Mapping[int, frozenset[str]] = field(default_factory=dict)  # neighbourhood → current roles in it
    programma: frozenset[str] = frozenset()  # codes of staff roles

    def buurten(self, rollen: frozenset[Netwerkrol]) -> list[int]:
        return [buurt for buurt, die in self.rollen.items() if die & rollen]

    @property
    def merk(self) -> str:
        """Of all that somebody may see and do by it."""
        rollen = sorted((buurt, sorted(die)) for buurt, die in self.rollen.items())
        return afdruk(self.persoon, rollen, sorted(self.programma))

    def overal(self) -> frozenset[Kring]:
        """Circles that hold for every thing."""
        uit = {Kring.IEDEREEN, *(kring for kring in PROGRAMMA if kring in self.programma)}
        if self.persoon is not None:
            uit.add(Kring.AANGEMELD)
        if self.rollen:
            uit.add(Kring.NETWERK)
        return frozenset(uit)

    def kringen(self, ding: Model | None) -> frozenset[Kring]:
        """Everything that this person is to a thing."""
        uit = set(self.overal())
        if ding is None or self.persoon is None:
            return frozenset(uit)
        if self.persoon in personen_van(ding):
            uit.add(Kring.ZELF)
        rollen = self.rollen.get(buurt_van(ding) or 0, frozenset())
        uit |= {kring for kring, nodig in VAN_ROL.items() if rollen & nodig}
        return frozenset(uit)


def positie(wie: Wie) -> Positie:
    """Read once a request and kept on the user object; between requests until somebody's rights change."""
    if wie is None or not wie.is_authenticated or not wie.is_active:
        return Positie()
    bewaard = getattr(wie, _BEWAARD, None)
    if bewaard is None:
        bewaard = onthoud(f"positie:{wie.pk}:{wie.is_superuser}", lambda: _lees(wie))
        setattr(wie, _BEWAARD, bewaard)
    return bewaard


def vergeet_positie(wie: Wie) -> None:
    """After a change of rights in the same request."""
    if wie is not None and hasattr(wie, _BEWAARD):
        delattr(wie, _BEWAARD)


def _lees(wie: Gebruiker) -> Positie:
    rollen: dict[int, set[str]] = {}
    for buurt, rol in Lidmaatschap.objects.lopend().filter(persoon=wie).values_list("buurt_id", "rol"):
        rollen.setdefault(buurt, set()).add(rol)
    groepen = (
        set(_GROEPEN.values())
        if wie.is_superuser
        else {_GROEPEN[naam] for naam in wie.groups.values_list("name", flat=True) if naam in _GROEPEN}
    )
    return Positie(wie.pk, {buurt: frozenset(die) for buurt, die in rollen.items()}, frozenset(groepen))


def mag(wie: Wie, doe: Doe, ding: Model | str, soort: str = "") -> bool:
    """May this person do this? `ding` is a record, or the name of a kind when there is no record yet.

    `soort` overrules the record's own kind, for what belongs to a neighbourhood without being one ('netwerk').
    """
    if isinstance(ding, str):
        return bool(positie(wie).overal() & regel(ding, doe))
    return bool(positie(wie).kringen(ding) & toegestaan(ding, doe, soort))


def leest_netwerken(wie: Wie) -> bool:
    """May this person read what networks share among themselves, and with the programme?"""
    return bool(positie(wie).overal() & ZICHT[Zichtbaarheid.NETWERKEN])


def alleen_als_medewerker(wie: Wie, doe: Doe, ding: Model, soort: str = "") -> TypeGuard[Gebruiker]:
    """Allowed, and only through a role in the programme: such a look is written in the network's log."""
    door = positie(wie).kringen(ding) & toegestaan(ding, doe, soort)
    return bool(door) and door <= PROGRAMMA


def toegestaan(ding: Model, doe: Doe, soort: str = "") -> frozenset[Kring]:
    soort = soort or soort_van(ding)
    if doe == Doe.ZIEN and (zicht := getattr(ding, "zichtbaarheid", None)) is not None:
        return ZICHT.get(zicht, frozenset())
    return regel(soort, doe)


def zichtbaar_voor(rij: Rij, wie: Wie, doe: Doe = Doe.ZIEN, soort: str = "") -> Rij:
    """The records of a query that `mag(wie, doe, record)` is true for; no joins."""
    plek, model = positie(wie), rij.model
    if doe == Doe.ZIEN and hasattr(model, "zichtbaarheid"):
        waar = Q(pk__in=[])
        for zicht, kringen in ZICHT.items():
            binnen = _grens(plek, model, kringen)
            waar |= Q(zichtbaarheid=zicht) & binnen if binnen is not None else Q(zichtbaarheid=zicht)
        return rij.filter(waar)
    binnen = _grens(plek, model, regel(soort or soort_van(model), doe))
    return rij if binnen is None else rij.filter(binnen)


def _grens(plek: Positie, model: type[Model], kringen: frozenset[Kring]) -> Q | None:
    """The condition under which a record is inside one of the circles; None: always."""
    if plek.overal() & kringen:
        return None
    waar = Q(pk__in=[])
    if plek.persoon is None:
        return waar
    buurtveld = getattr(model, "buurtveld", "buurt")
    if Kring.ZELF in kringen:
        for veld in _persoonvelden(model):
            waar |= Q(**{veld: plek.persoon})
    rollen = frozenset().union(*(VAN_ROL[kring] for kring in kringen if kring in VAN_ROL))
    if rollen and buurtveld:
        waar |= Q(**{f"{buurtveld}__in": plek.buurten(rollen)})
    return waar


def soort_van(ding: Model | type[Model]) -> str:
    return getattr(ding, "rechtsoort", "")


def buurt_van(ding: Model) -> int | None:
    veld = getattr(ding, "buurtveld", "buurt")
    return _sleutel(ding, veld) if veld else None


def personen_van(ding: Model) -> set[int]:
    """Whom a thing is about or of. Most have one; a conversation has two."""
    return {sleutel for veld in _persoonvelden(type(ding)) if (sleutel := _sleutel(ding, veld)) is not None}


def _persoonvelden(model: type[Model]) -> tuple[str, ...]:
    """`persoonveld`: a name, several, or '' for none."""
    velden = getattr(model, "persoonveld", "persoon")
    return tuple(veld for veld in ((velden,) if isinstance(velden, str) else velden) if veld)


def _sleutel(ding: Any, veld: str) -> int | None:
    """The key behind a field, without fetching what it points at."""
    return ding.pk if veld == "pk" else getattr(ding, f"{veld}_id", None)
