"""Sends a newsletter in portions. Each portion writes its mails and how far it got in one transaction, so a run that is
killed goes on where it was: nobody is passed over, nobody gets it twice.
"""

from __future__ import annotations

import datetime as dt
import logging
import threading
from collections.abc import Mapping
from typing import Final

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from kennisplatform.basis.losse_rijen import los, meld, voor_elk
from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.naderhand import na_commit
from kennisplatform.post.versturen import herschrijf, verstuur
from leernetwerk.podium import brief as brieven
from leernetwerk.podium import links
from leernetwerk.podium.models import Abonnee, Nieuwsbrief, Uitlichting

log = logging.getLogger(__name__)
PORTIE: Final = 100  # readers a transaction: well under a second, so that nobody else waits for it
WACHT_HOOGSTENS: Final = dt.timedelta(days=14)  # older mail was sent or given up long ago
Stand = Nieuwsbrief.Stand


class NietMeer(Exception):
    """It is on its way or gone: nothing about it can change."""


class Gewijzigd(Exception):
    """It was changed after this editor looked at it."""


class Leeg(Exception):
    """No example in it that everybody may read, or nobody to send it to."""


@transaction.atomic
def bewaar(
    *,
    nieuwsbrief: Nieuwsbrief | None,
    door: Gebruiker,
    onderwerp: str,
    opening: str,
    slot: str,
    uitlichtingen: list[Uitlichting],
) -> Nieuwsbrief:
    """Raises NietMeer."""
    brief = Nieuwsbrief(door=door) if nieuwsbrief is None else _concept(nieuwsbrief.pk)
    brief.onderwerp, brief.opening, brief.slot = onderwerp, opening, slot
    brief.save()
    brief.uitlichtingen.set(uitlichtingen)
    return brief


@transaction.atomic
def begin(*, nieuwsbrief: Nieuwsbrief, gezien: dt.datetime | None) -> None:
    """`gezien`: when what the editor agreed to was last changed. Raises NietMeer, Gewijzigd, Leeg."""
    brief = _concept(nieuwsbrief.pk)
    if brief.gewijzigd != gezien:
        raise Gewijzigd
    if not brieven.voorbeelden(brief) or not Abonnee.objects.lezers().exists():
        raise Leeg
    brief.stand, brief.gestart_op = Stand.BEZIG, timezone.now()
    brief.save(update_fields=["stand", "gestart_op"])
    na_commit(wek, "sending the newsletter")


def _concept(pk: int) -> Nieuwsbrief:
    brief = Nieuwsbrief.objects.select_for_update().get(pk=pk)
    if brief.stand != Stand.CONCEPT:
        raise NietMeer
    return brief


def wek() -> None:
    """Beside the request, as mail itself leaves (post/draad.py). What a process leaves undone is for the next run."""
    hoe = settings.POST["DIRECT"]
    if hoe == "meteen":
        hervat()
    elif hoe == "draad":
        threading.Thread(target=_draad, name="nieuwsbrief").start()


def _draad() -> None:
    try:
        hervat()
    except Exception:
        log.exception("the newsletter stopped halfway; the next run goes on")
    finally:
        connection.close()  # this thread's own


def hervat() -> int:
    """Everything that is on its way, to its end. Gives how many mails were written."""
    aantal = 0
    for pk in Nieuwsbrief.objects.filter(stand=Stand.BEZIG).order_by("gestart_op").values_list("pk", flat=True):
        with los("nieuwsbrief", Nieuwsbrief(pk=pk)):
            while (portie := verzend_portie(pk)) is not None:
                aantal += portie
    return aantal


@transaction.atomic
def verzend_portie(pk: int) -> int | None:
    """None: it is done, by this run or by another. Two runs at once take turns at the row."""
    brief = Nieuwsbrief.objects.select_for_update().get(pk=pk)
    if brief.stand != Stand.BEZIG:
        return None
    # Readers who came after the start wait for the next one; those who left a moment ago are not among them.
    rij = Abonnee.objects.lezers().filter(pk__gt=brief.tot_abonnee, bevestigd_op__lte=brief.gestart_op)
    lezers = list(rij.select_related("persoon").order_by("pk")[:PORTIE])
    if not lezers:
        brief.stand, brief.klaar_op = Stand.VERSTUURD, timezone.now()
        brief.save(update_fields=["stand", "klaar_op"])
        return None
    inhoud = brieven.maak_op(brief)
    gelukt = sum(_aan(brief, inhoud, abonnee) for abonnee in lezers)
    brief.tot_abonnee, brief.aantal = lezers[-1].pk, brief.aantal + gelukt
    brief.save(update_fields=["tot_abonnee", "aantal"])
    return gelukt


def _aan(brief: Nieuwsbrief, inhoud: brieven.Opgemaakt, abonnee: Abonnee) -> bool:
    """One bad address does not keep the newsletter from the others."""
    link = links.afmeldlink(abonnee)
    # By address, not by reader: a member who also left the address without account gets one mail.
    wie = salted_hmac("podium.nieuwsbrief", abonnee.adres.lower(), algorithm="sha256").hexdigest()[:32]
    try:
        with transaction.atomic():
            verstuur(
                aan=abonnee.adres,
                onderwerp=brief.onderwerp,
                tekst=inhoud.tekst_voor(link),
                html=inhoud.html_voor(link),
                koppen={"List-Unsubscribe": f"<{link}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"},
                kenmerk=f"nieuwsbrief:{brief.pk}:{wie}",
            )
    except Exception as fout:
        meld("nieuwsbrief aan een lezer", abonnee, fout)
        return False
    return True


def herzie(**kwargs: object) -> None:
    """An example changed. A newsletter may wait in the outbox for hours when the mail server is away, and may by then
    show something that is no longer public: what waits is written anew.
    """
    na_commit(herschrijf_wachtende, "writing waiting newsletters anew")


def herschrijf_wachtende() -> None:
    recent = timezone.now() - WACHT_HOOGSTENS
    rij = Nieuwsbrief.objects.filter(gestart_op__gte=recent, voorbeeld=False)
    voor_elk("wachtende nieuwsbrief herschrijven", rij, _herschrijf)


def _herschrijf(brief: Nieuwsbrief) -> None:
    inhoud = brieven.maak_op(brief)

    def maak(koppen: Mapping[str, str]) -> tuple[str, str]:
        link = koppen["List-Unsubscribe"].strip("<>")
        return inhoud.tekst_voor(link), inhoud.html_voor(link)

    herschrijf(begin=f"nieuwsbrief:{brief.pk}:", maak=maak)
