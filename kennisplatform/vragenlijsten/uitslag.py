"""What a closed round says: one number a question, with its margin, from ten answers on. Nothing is split or crossed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.utils import timezone
from django.utils.translation import gettext as _

from kennisplatform.cijfers.keuzes import Gebiedsoort
from kennisplatform.cijfers.klein import GRENS
from kennisplatform.cijfers.models import Cijferbron, Gebied, Indicator
from kennisplatform.cijfers.vastleggen import EIGEN, Nieuwcijfer, leg_vast
from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.vragenlijsten.lijsten import Lijstvraag, lijsten
from kennisplatform.vragenlijsten.marges import Schatting, nps, wilson
from kennisplatform.vragenlijsten.models import Vragenronde

BRON: Final = "vragenlijst"


@dataclass(frozen=True)
class Vraaguitslag:
    ronde: Vragenronde
    vraag: Lijstvraag
    schatting: Schatting | None  # None: fewer than ten answers
    n: int

    @property
    def getal(self) -> str:
        """'+23' or '64%'."""
        if self.schatting is None:
            return _("nog te weinig antwoorden")
        return self._woord(self.schatting.waarde)

    @property
    def marge(self) -> str:
        if self.schatting is None:
            return ""
        return _("%(van)s tot %(tot)s") % {
            "van": self._woord(self.schatting.laag),
            "tot": self._woord(self.schatting.hoog),
        }

    def _woord(self, waarde: float) -> str:
        heel = round(waarde)
        if self.vraag.soort == "drie":
            return f"{heel}%"
        return f"{'+' if heel > 0 else '−' if heel < 0 else ''}{abs(heel)}"


def _schat(vraag: Lijstvraag, tel: Mapping[str, int], n: int) -> Schatting:
    if vraag.soort == "nps":
        return nps(tel.get("9", 0) + tel.get("10", 0), sum(tel.get(str(cijfer), 0) for cijfer in range(7)), n)
    return wilson(tel.get("ja", 0), n)


def uitslagen(ronde: Vragenronde) -> list[Vraaguitslag]:
    """Of an open round nothing: two looks with one answer between them would tell that answer."""
    lijst = lijsten().get(ronde.lijst)
    if ronde.is_open or lijst is None:
        return []
    geteld: dict[str, dict[str, int]] = {}
    for code, antwoord, aantal in ronde.tellingen.values_list("vraag", "antwoord", "aantal"):
        geteld.setdefault(code, {})[antwoord] = aantal
    uit = []
    for vraag in lijst.vragen:
        tel = geteld.get(vraag.code)
        if tel is not None:
            n = sum(tel.values())
            uit.append(
                Vraaguitslag(ronde, vraag, _schat(vraag, tel, n) if n >= GRENS else None, n if n >= GRENS else 0)
            )
    return uit


def naast_elkaar(ronde: Vragenronde) -> list[tuple[Lijstvraag, list[Vraaguitslag]]]:
    """Each question with every closed round of this list in this neighbourhood, oldest first."""
    rij = Vragenronde.objects.filter(
        buurt=ronde.buurt_id, lijst=ronde.lijst, gesloten_op__isnull=False, voorbeeld=ronde.voorbeeld
    )
    per: dict[str, list[Vraaguitslag]] = {}
    for een in rij.order_by("gesloten_op", "pk"):
        for uitslag in uitslagen(een):
            per.setdefault(uitslag.vraag.code, []).append(uitslag)
    return [(rij[0].vraag, rij) for rij in per.values()]


def naar_cijfers(ronde: Vragenronde) -> None:
    """An indicator of the plan that this list measures gets a figure, for the eyes of the own network.
    An invented round gives none."""
    lijst = lijsten().get(ronde.lijst)
    if lijst is None or ronde.voorbeeld or ronde.gesloten_op is None:
        return
    if not Indicator.objects.filter(code=lijst.indicator).exists():
        return
    eerste = next((uit for uit in uitslagen(ronde) if uit.vraag == lijst.vragen[0]), None)
    if eerste is None or eerste.schatting is None:
        return
    bron, _nieuw = Cijferbron.objects.get_or_create(
        code=BRON, defaults={"bron_titel": _("Eigen vragenlijst van het netwerk"), "open": False}
    )
    gebied = f"{EIGEN}{ronde.buurt.slug}"
    Gebied.objects.get_or_create(code=gebied, defaults={"soort": Gebiedsoort.EIGEN, "naam": ronde.buurt.naam})
    dag = timezone.localdate(ronde.gesloten_op)
    cijfer = Nieuwcijfer(
        gebied,
        lijst.indicator,
        f"{dag.year}-K{(dag.month + 2) // 3}",
        round(eerste.schatting.waarde, 1),
        round(eerste.schatting.laag, 1),
        round(eerste.schatting.hoog, 1),
        eerste.n,
        bron=bron.code,
        bronrij=f"ronde {ronde.pk}",
        zichtbaarheid=Zichtbaarheid.EIGEN,
    )
    leg_vast([cijfer], reden=_("Een latere ronde in hetzelfde kwartaal."))
