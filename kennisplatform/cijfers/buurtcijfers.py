"""The figures of one neighbourhood: of which areas it is made, and each figure beside its municipality and the country."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kennisplatform.cijfers.getallen import Getal, Getallenboek, lees, openbaar
from kennisplatform.cijfers.keuzes import Gebiedszekerheid
from kennisplatform.cijfers.models import Buurtgebied, Indicator
from kennisplatform.cijfers.models.gebied import LAND
from kennisplatform.deelnemers.models import Buurt


@dataclass(frozen=True)
class Ligging:
    """Of which areas a neighbourhood is made, since which year, and how sure that is."""

    codes: tuple[str, ...]
    namen: tuple[str, ...] = ()
    jaar: int = 0
    zekerheid: str = Gebiedszekerheid.ZEKER
    toelichting: str = ""

    @property
    def samengesteld(self) -> bool:
        return len(self.codes) > 1

    @property
    def nog_open(self) -> bool:
        return self.zekerheid == Gebiedszekerheid.OPEN

    @property
    def zekerheidswoord(self) -> str:
        return str(Gebiedszekerheid(self.zekerheid).label)


def ligging(buurt: Buurt, jaar: int | None = None) -> Ligging:
    """By the last division that is not later than `jaar`; before the first one by that. Without any: the register's code."""
    rijen = list(Buurtgebied.objects.filter(buurt=buurt).select_related("gebied").order_by("jaar", "gebied__code"))
    return _ligging(buurt, rijen, jaar)


def liggingen(buurten: Sequence[Buurt]) -> dict[int, Ligging]:
    """Of many at once: one query."""
    per: dict[int, list[Buurtgebied]] = {b.pk: [] for b in buurten}
    rij = Buurtgebied.objects.filter(buurt__in=buurten).select_related("gebied").order_by("jaar", "gebied__code")
    for gebied in rij:
        per[gebied.buurt_id].append(gebied)
    return {b.pk: _ligging(b, per[b.pk], None) for b in buurten}


def _ligging(buurt: Buurt, rijen: list[Buurtgebied], jaar: int | None) -> Ligging:
    jaren = sorted({rij.jaar for rij in rijen})
    if not jaren:
        return Ligging((buurt.cbs_code,) if buurt.cbs_code else ())
    van = max((j for j in jaren if jaar is None or j <= jaar), default=jaren[0])
    geldig = [rij for rij in rijen if rij.jaar == van]
    return Ligging(
        tuple(rij.gebied.code for rij in geldig),
        tuple(rij.gebied.naam for rij in geldig),
        van,
        geldig[0].zekerheid,
        next((rij.toelichting for rij in geldig if rij.toelichting), ""),
    )


@dataclass(frozen=True)
class Cijferregel:
    """One indicator: ours, and what stands beside it of the same period where there is one."""

    indicator: Indicator
    ons: Getal | None
    gemeente: Getal | None
    land: Getal | None

    @property
    def alleen_gemeente(self) -> bool:
        return self.ons is None

    @property
    def beste(self) -> Getal:
        getal = self.ons or self.gemeente or self.land
        assert getal is not None, "a row without any figure is not made"
        return getal


@dataclass(frozen=True)
class Buurtboek:
    buurt: Buurt
    ligging: Ligging
    boek: Getallenboek

    @property
    def is_gemeente(self) -> bool:
        return self.ligging.codes == (self.buurt.gemeentecode,)

    @property
    def leeg(self) -> bool:
        return not any(True for _regel in self.regels())

    def regels(self, deel: str = "") -> Iterator[Cijferregel]:
        for indicator in self.boek.indicatoren.values():
            if deel and indicator.deel != deel:
                continue
            if indicator.deel and (regel := self.regel(indicator.code)):
                yield regel

    def regel(self, code: str) -> Cijferregel | None:
        """None: nobody has this figure, or the neighbourhood has none and neither has its municipality."""
        if code not in self.boek.indicatoren:
            return None
        ons = self.boek.laatste(code, self.ligging.codes) if self.ligging.codes else None
        gemeente = None if self.is_gemeente else self._naast(code, self.buurt.gemeentecode, ons)
        if ons is None and gemeente is None:
            return None
        return Cijferregel(self.boek.indicatoren[code], ons, gemeente, self._naast(code, LAND, ons or gemeente))

    def _naast(self, code: str, gebied: str, bij: Getal | None) -> Getal | None:
        """Of the same period, since another year tells something else; else the last there is, which the page then says."""
        if not gebied:
            return None
        zelfde = self.boek.getal(code, (gebied,), bij.periode) if bij else None
        return zelfde or self.boek.laatste(code, (gebied,))

    def reeks(self, code: str, codes: Sequence[str]) -> list[Getal]:
        """Oldest first."""
        getallen = (self.boek.getal(code, codes, p) for p in reversed(self.boek.perioden(code, codes)))
        return [getal for getal in getallen if getal]


def indicatoren() -> list[Indicator]:
    """In the order of the page."""
    return list(Indicator.objects.exclude(deel="").order_by("volgorde", "code"))


def buurtboek(buurt: Buurt) -> Buurtboek:
    plaats = ligging(buurt)
    codes = {*plaats.codes, buurt.gemeentecode, LAND} - {""}
    return Buurtboek(buurt, plaats, lees(openbaar(), codes, indicatoren()))
