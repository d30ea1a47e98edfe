"""Make, change, call off a meeting, and keep what it yielded. Whoever changes what another just changed is told."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Mapping, Sequence
from typing import Any, Final

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from kennisplatform.agenda import brieven, deelnemen
from kennisplatform.agenda.models import Bijeenkomst
from kennisplatform.agenda.tijd import Moment
from kennisplatform.deelnemers import buurten
from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.deelnemers.lidmaatschappen import Bezwaar
from kennisplatform.deelnemers.logboek import noteer
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Logregel

# What the form of a meeting sets; the rest has a verb of its own.
VELDEN: Final = (
    "soort", "titel", "omschrijving", "voor", "begin", "einde", "plaats", "online", "thema", "onderwerp",
    "zichtbaarheid", "plaatsen", "aanmelden_tot", "contact_rol", "rolstoel", "tolk", "taal", "kosten",
)  # fmt: skip  # a list of words
NA_AFLOOP: Final = ("opbrengst", "opname", "transcript")
MELD: Final = ("begin", "einde", "plaats", "online")  # who signed up gets a mail when one of these changes
MAX_REEKS: Final = 12


class Ingehaald(Exception):
    """Somebody saved another version since this one was opened; it stands in `huidige`."""

    def __init__(self, huidige: Bijeenkomst) -> None:
        super().__init__(str(huidige))
        self.huidige = huidige


@transaction.atomic
def maak(*, velden: Mapping[str, Any], buurt: Buurt | None, door: Gebruiker) -> Bijeenkomst:
    """One meeting of a neighbourhood, or of the programme."""
    return maak_reeks(velden=velden, momenten=[Moment(velden["begin"], velden["einde"])], buurt=buurt, door=door)[0]


@transaction.atomic
def maak_reeks(
    *, velden: Mapping[str, Any], momenten: Sequence[Moment], buurt: Buurt | None, door: Gebruiker
) -> list[Bijeenkomst]:
    """The same meeting on each of these moments: all or none."""
    if buurt is not None and buurten.vergrendel(buurt).opgeheven:  # else it would stay behind in what went
        raise Bezwaar(_("Deze buurt is opgegaan in een andere. Maak de bijeenkomst in de nieuwe buurt."))
    if not 0 < len(momenten) <= MAX_REEKS:
        raise Bezwaar(_("U kunt er hoogstens %(n)s tegelijk maken.") % {"n": MAX_REEKS})
    reeks = uuid.uuid4() if len(momenten) > 1 else None
    gemaakt = []
    for moment in momenten:
        eigen = {naam: velden[naam] for naam in VELDEN if naam in velden} | {
            "begin": moment.begin,
            "einde": moment.einde,
        }
        if len(momenten) > 1:
            eigen["aanmelden_tot"] = None  # one day cannot be the last for all of them
        gemaakt.append(
            Bijeenkomst.objects.create(**eigen, buurt=buurt, door=door, reeks=reeks, slug=nieuw_adres(eigen["titel"]))
        )
    return gemaakt


def nieuw_adres(titel: str) -> str:
    """Readable, and never one that is taken, however often a meeting comes back."""
    return f"{slugify(titel)[:70].strip('-') or 'bijeenkomst'}-{secrets.token_hex(4)}"


@transaction.atomic
def wijzig(*, bijeenkomst: Bijeenkomst, velden: Mapping[str, Any], gezien: int) -> Bijeenkomst:
    """Raises Ingehaald, or Bezwaar for what can't be with the people who signed up."""
    vers = _vers(bijeenkomst, gezien)
    if vers.afgelast:
        raise Bezwaar(_("Deze bijeenkomst is afgelast. Maak een nieuwe met ‘Nog een keer’."))
    anders = [naam for naam in VELDEN if naam in velden and getattr(vers, naam) != velden[naam]]
    if not anders:
        return vers
    keur(vers, velden)
    for naam in anders:
        setattr(vers, naam, velden[naam])
    _bewaar(vers)
    deelnemen.schuif_door(vers)
    if set(anders) & set(MELD) and not vers.voorbij:
        brieven.gewijzigd(vers)
    return vers


def keur(vers: Bijeenkomst, velden: Mapping[str, Any]) -> None:
    """What the people who signed up stand in the way of. Asked under the lock: they may have come a moment ago."""
    plaatsen = velden.get("plaatsen", vers.plaatsen)
    bezet = vers.deelnames.plek().count()
    if plaatsen is not None and plaatsen < bezet:
        raise Bezwaar(
            _("Er zijn al %(n)s mensen aangemeld. Kies %(n)s plaatsen of meer, of meld eerst mensen af.") % {"n": bezet}
        )
    smaller = velden.get("zichtbaarheid", vers.zichtbaarheid) != Zichtbaarheid.OPENBAAR
    if smaller and vers.deelnames.filter(persoon__isnull=True).exists():
        raise Bezwaar(
            _("Er zijn bewoners zonder account aangemeld. Zolang dat zo is, moet de bijeenkomst openbaar blijven.")
        )


@transaction.atomic
def gelast_af(*, bijeenkomst: Bijeenkomst, reden: str, door: Gebruiker) -> Bijeenkomst:
    """It stays on its page and in calendars, as cancelled; everybody who signed up gets a mail."""
    vers = _vers(bijeenkomst)
    if vers.afgelast:
        raise Bezwaar(_("Deze bijeenkomst was al afgelast."))
    if vers.voorbij:
        raise Bezwaar(_("Deze bijeenkomst is al geweest."))
    vers.afgelast, vers.reden = timezone.now(), reden.strip()
    _bewaar(vers)
    brieven.afgelast(vers)
    if vers.buurt is not None:
        noteer(Logregel.Soort.BUURT, _("gelastte een bijeenkomst af"), buurt=vers.buurt, door=door)
    return vers


@transaction.atomic
def leg_opbrengst_vast(*, bijeenkomst: Bijeenkomst, velden: Mapping[str, Any], gezien: int) -> Bijeenkomst:
    """What it yielded, the recording and its text: once it has begun."""
    vers = _vers(bijeenkomst, gezien)
    if vers.afgelast or not vers.begonnen:
        raise Bezwaar(_("Dit kan pas als de bijeenkomst is geweest."))
    for naam in NA_AFLOOP:
        setattr(vers, naam, velden[naam])
    _bewaar(vers)
    return vers


def _vers(bijeenkomst: Bijeenkomst, gezien: int | None = None) -> Bijeenkomst:
    vers = deelnemen.vergrendel(bijeenkomst)
    if gezien is not None and vers.versie != gezien:
        raise Ingehaald(vers)
    return vers


def _bewaar(vers: Bijeenkomst) -> None:
    vers.versie += 1
    vers.gewijzigd = timezone.now()
    vers.save()
