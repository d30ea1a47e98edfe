"""For pages that say how urgent something is: they pick from the table, and what stands beside it is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from kennisplatform.basis.velden import regels
from kennisplatform.feiten.herkennen import niveau_van
from kennisplatform.feiten.models import Alarmzin
from kennisplatform.feiten.spoed import gekozen_pks, op_pk

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

OUD = _("Deze regels staan niet in de tabel met alarmzinnen. Kies ze uit de tabel en maak dit veld leeg.")
GEEN_SPOED = _("‘%(regel)s’ is een alarmregel. Kies de zin uit de tabel; hier staat alleen wat niet dringend is.")
DUBBEL = _("‘%(zin)s’ staat er twee keer.")


class OudeRegelsPaneel(FieldPanel):
    """Lines from before the table: to be seen, and moved, as long as there are any."""

    class BoundPanel(FieldPanel.BoundPanel):
        def is_shown(self) -> bool:
            return bool(super().is_shown() and getattr(self.instance, self.field_name))


class MetAlarm:
    """Beside a page model. It names its fields that pick, those from before, and those that may hold nothing urgent."""

    alarmvelden: ClassVar[tuple[str, ...]] = ("alarmzinnen",)
    oude_alarmvelden: ClassVar[tuple[str, ...]] = ()
    zonder_spoed: ClassVar[tuple[str, ...]] = ()

    def gekozen_zinnen(self, veld: str = "alarmzinnen") -> list[Alarmzin]:
        """What a field picked, without what was thrown away since. All fields are fetched at once."""
        zinnen = op_pk(pk for naam in self.alarmvelden for pk in gekozen_pks(getattr(self, naam)))
        return [zinnen[pk] for pk in gekozen_pks(getattr(self, veld)) if pk in zinnen]

    @property
    def spoedtekst(self) -> str:
        """What the search finds this page by: each sentence once, also where both sides of a pathway have it."""
        zinnen = {zin.pk: zin.tekst for veld in self.alarmvelden for zin in self.gekozen_zinnen(veld)}
        return "\n".join(zinnen.values())

    @property
    def alarm_ongezien(self) -> bool:
        """True where a sentence of this page was looked at by no professional yet."""
        return any(not zin.nagekeken for veld in self.alarmvelden for zin in self.gekozen_zinnen(veld))

    def veldfouten(self) -> dict[str, StrOrPromise]:
        fouten: dict[str, Any] = super().veldfouten()  # type: ignore[misc]  # of the page beside it
        fouten |= {veld: OUD for veld in self.oude_alarmvelden if getattr(self, veld).strip()}
        for veld in self.zonder_spoed:
            for regel in regels(getattr(self, veld)):
                if niveau_van(regel):
                    fouten[veld] = GEEN_SPOED % {"regel": regel}
        for veld in self.alarmvelden:
            zinnen = self.gekozen_zinnen(veld)
            for zin in zinnen:
                if zinnen.count(zin) > 1:
                    fouten[veld] = DUBBEL % {"zin": zin.tekst}
        return fouten
