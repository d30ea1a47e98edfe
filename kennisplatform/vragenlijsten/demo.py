"""Two invented rounds for the demo: one that closed with enough answers, and one that is open."""

from __future__ import annotations

from typing import Final

from kennisplatform.deelnemers.demodata import Aanmelder
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.vragenlijsten import ronden
from kennisplatform.vragenlijsten.lijsten import lijsten
from kennisplatform.vragenlijsten.models import Rondemoment, Vragenronde

CODE: Final = "24681357"  # of the open one, so that who shows the demo can name it
# What 24 invented people say to the first question and to the others, in turn.
CIJFERS: Final = (9, 8, 10, 7, 6, 9, 8, 10, 5, 9, 7, 8, 9, 10, 3, 8, 9, 6, 10, 7, 9, 8, 2, 9)
DRIE: Final = ("ja", "ja", "beetje", "ja", "nee", "ja", "beetje")


def vul(wachtwoord: str) -> list[Aanmelder]:
    if Vragenronde.objects.filter(voorbeeld=True).exists():
        return []
    dicht, open_ = (Buurt.objects.filter(slug=slug).first() for slug in ("waterkwartier", "westwijk"))
    if dicht:
        _gesloten(dicht)
    if open_:
        ronde = ronden.begin(buurt=open_, lijst="makkelijk", moment=Rondemoment.NUL, door=None, voorbeeld=True)
        Vragenronde.objects.filter(pk=ronde.pk).update(code=CODE)
    return []


def _gesloten(buurt: Buurt) -> None:
    ronde = ronden.begin(buurt=buurt, lijst="aanraden", moment=Rondemoment.NUL, door=None, voorbeeld=True)
    for nummer, cijfer in enumerate(CIJFERS):
        antwoorden = {
            vraag.code: str(cijfer) if vraag.soort == "nps" else DRIE[(nummer + plek) % len(DRIE)]
            for plek, vraag in enumerate(lijsten()["aanraden"].vragen)
        }
        ronden.tel_mee(ronde=ronde, antwoorden=antwoorden)
    ronden.sluit(ronde=ronde, door=None)
