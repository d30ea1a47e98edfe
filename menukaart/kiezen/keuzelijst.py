"""Verbs of a network's list. Each row stands by itself: two people who work at once only meet in the same words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy

from kennisplatform.deelnemers.buurten import vergrendel, vergrendel_met_buurt
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from menukaart.kiezen.keuzes import Beschikbaar, Gebeurd, Keuzestand, Stemkeuze
from menukaart.kiezen.models import Keuze, Keuzegebeurtenis, Keuzeopmerking, Stem

DUBBEL: Final = dt.timedelta(minutes=10)  # the same remark again within this time is a second press on the button


INTUSSEN_GEANTWOORD: Final = gettext_lazy(
    "Bewaard, op één antwoord of meer na: daar zei iemand anders intussen iets anders. Dat staat er nu. Klopt het niet, kies "
    "dan opnieuw en bewaar nog een keer."
)


class KeuzeIngehaald(Exception):
    """Somebody else decided since it was read; how it is now stands in `nu`."""

    def __init__(self, nu: Keuze) -> None:
        super().__init__(str(nu))
        self.nu = nu


def _noteer(keuze: Keuze, wat: Gebeurd, tekst: str, door: Gebruiker) -> None:
    Keuzegebeurtenis.objects.create(keuze=keuze, wat=wat, tekst=tekst, door=door)


def op_slot(keuze: Keuze) -> Keuze:
    """The row as it is now, held until the transaction ends."""
    return vergrendel_met_buurt(keuze, "door", "besloten_door")


@transaction.atomic
def leg(
    *, buurt: Buurt, paginas: Iterable[Any], waarom: str, door: Gebruiker, per_slug: Mapping[str, str] | None = None
) -> list[Keuze]:
    """Put on the list. What stands there stays as it is; what was closed is taken up again, with its history. `per_slug`:
    a reason of its own for some, in the place of the one for all.
    """
    vergrendel(buurt)
    staat_er = {k.pagina_id: k for k in Keuze.objects.filter(buurt=buurt, pagina__isnull=False)}
    uit = []
    for pagina in paginas:
        keuze = staat_er.get(pagina.pk)
        want = (per_slug or {}).get(pagina.slug, waarom).strip()
        if keuze is None:
            keuze = Keuze.objects.create(buurt=buurt, pagina_id=pagina.pk, naam=pagina.title, waarom=want, door=door)
            _noteer(keuze, Gebeurd.ERBIJ, want, door)
        elif keuze.besloten:
            _heropen(keuze, want, door)
        uit.append(keuze)
    return uit


@transaction.atomic
def heropen(*, keuze: Keuze, waarom: str, door: Gebruiker) -> None:
    nu = op_slot(keuze)
    if nu.besloten:
        _heropen(nu, waarom.strip(), door)


def _heropen(keuze: Keuze, waarom: str, door: Gebruiker) -> None:
    keuze.stand, keuze.besloten_op, keuze.besloten_door = Keuzestand.OVERWOGEN, None, None
    keuze.waarom = waarom or keuze.waarom
    keuze.save(update_fields=["stand", "besloten_op", "besloten_door", "waarom"])
    _noteer(keuze, Gebeurd.HEROPEND, waarom, door)


@transaction.atomic
def wijzig_waarom(*, keuze: Keuze, waarom: str, door: Gebruiker) -> None:
    """What a form says that was laid beside what stands there now (`WaaromFormulier`, behind the lock)."""
    nu, nieuw = op_slot(keuze), waarom.strip()
    if nu.waarom == nieuw:
        return
    Keuze.objects.filter(pk=nu.pk).update(waarom=nieuw)
    _noteer(nu, Gebeurd.WAAROM, nieuw, door)


@transaction.atomic
def stem(*, keuze: Keuze, wat: Stemkeuze, waarom: str, door: Gebruiker) -> Stem:
    """One vote a member. The same again changes nothing; none is cast on what is decided."""
    nu = op_slot(keuze)
    if nu.besloten:
        raise KeuzeIngehaald(nu)
    eerder = Stem.objects.filter(keuze=nu, persoon=door).first()
    if eerder and (eerder.wat, eerder.waarom) == (wat, waarom.strip()):
        return eerder
    uit, _nieuw = Stem.objects.update_or_create(keuze=nu, persoon=door, defaults={"wat": wat, "waarom": waarom.strip()})
    _noteer(nu, Gebeurd.STEM, ": ".join(filter(None, (str(wat.label), waarom.strip()))), door)
    return uit


@transaction.atomic
def merk_op(*, keuze: Keuze, tekst: str, door: Gebruiker) -> Keuzeopmerking:
    nu = op_slot(keuze)
    sinds = timezone.now() - DUBBEL
    al = Keuzeopmerking.objects.filter(keuze=nu, door=door, tekst=tekst.strip(), op__gte=sinds).first()
    return al or Keuzeopmerking.objects.create(keuze=nu, door=door, tekst=tekst.strip())


@transaction.atomic
def beslis(*, keuze: Keuze, stand: Keuzestand, reden: str, bewijs: str, door: Gebruiker) -> Keuze:
    """'Wij kiezen dit' or 'nu niet, want': closes it. `bewijs`: what the evidence is today. Raises KeuzeIngehaald."""
    nu = op_slot(keuze)
    if nu.besloten:
        if nu.stand == stand and nu.reden == reden.strip():
            return nu  # pressed twice
        raise KeuzeIngehaald(nu)
    nu.stand, nu.reden, nu.bewijs_toen = stand, reden.strip(), bewijs
    nu.besloten_door, nu.besloten_op = door, timezone.now()
    nu.save(update_fields=["stand", "reden", "bewijs_toen", "besloten_door", "besloten_op"])
    _noteer(nu, Gebeurd.BESLUIT, f"{stand.label}: {reden.strip()}", door)
    return nu


@transaction.atomic
def ga_na(*, keuze: Keuze, aanwezig: Mapping[str, str], gezien: Mapping[str, str], door: Gebruiker) -> list[str]:
    """Asked against present. `aanwezig`: what is asked, in its own words → a code of Beschikbaar; `gezien`: what stood
    there when the page was opened. Only what was changed is written. Back: what somebody else answered otherwise meanwhile.
    """
    nu = op_slot(keuze)
    staat_er = {wat: nu.aanwezig.get(wat, Beschikbaar.ONBEKEND.value) for wat in aanwezig}
    anders = {wat: er for wat, er in aanwezig.items() if er not in {gezien.get(wat), staat_er[wat]}}
    botst = [wat for wat in anders if wat in gezien and gezien[wat] != staat_er[wat]]
    nieuw = nu.aanwezig | {wat: er for wat, er in anders.items() if wat not in botst}
    if nu.aanwezig != nieuw:
        nu.aanwezig = nieuw
        nu.save(update_fields=["aanwezig"])
        mist = [wat for wat, er in nieuw.items() if er == Beschikbaar.NEE]
        _noteer(nu, Gebeurd.KLAAR, " · ".join(mist), door)
    return botst


@transaction.atomic
def pas_aan(*, keuze: Keuze, aangepast: str, geraakt: Sequence[str], door: Gebruiker) -> None:
    """What this network does otherwise than described, and which active elements that touches; as in `wijzig_waarom`."""
    nu = op_slot(keuze)
    nieuw = (aangepast.strip(), list(geraakt))
    if (nu.aangepast, nu.geraakt) == nieuw:
        return
    nu.aangepast, nu.geraakt = nieuw
    nu.save(update_fields=["aangepast", "geraakt"])
    _noteer(nu, Gebeurd.AANGEPAST, " · ".join(filter(None, (nu.aangepast, *nu.geraakt))), door)


def wat_er_is(gegevens: Mapping[str, str], vragen: Iterable[tuple[str, str]], begin: str) -> dict[str, str]:
    """What a form says of what is asked. `vragen`: key of the field, and what is asked in its own words."""
    return {wat: er for sleutel, wat in vragen if (er := gegevens.get(begin + sleutel, "")) in Beschikbaar.values}
