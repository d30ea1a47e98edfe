"""Telling: what happened, to whoever follows it and may see it. The one way into notices for every room on top."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial, reduce
from operator import or_
from typing import Final

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.text import Truncator
from wagtail.models import Page

from kennisplatform.basis.models import KennisPagina
from kennisplatform.basis.openbaar import openbaar
from kennisplatform.deelnemers.models import Buurt, Gebruiker
from kennisplatform.deelnemers.positie import Wie, zichtbaar_voor
from kennisplatform.deelnemers.publiek import wie_mag
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.naderhand import na_commit
from kennisplatform.volgen import meteen
from kennisplatform.volgen.models import Gebeurtenis, Melding, Volg
from kennisplatform.volgen.soorten import BUURT, PAGINA, THEMA

HAP: Final = 1_000  # rows of one insert
Onderwerp = tuple[str, str]  # kind and key of something that can be followed


@transaction.atomic
def meld(
    *,
    soort: str,
    over: Iterable[Onderwerp],
    titel: str,
    adres: str,
    kenmerk: str,
    door: Gebruiker | None,
    zichtbaarheid: str,
    buurt: Buurt | None = None,
    pagina: Page | None = None,
    uitleg: str = "",
    extra_aan: Iterable[Gebruiker] = (),
) -> Gebeurtenis:
    """Write what happened and tell it to whoever follows one of `over`, and to `extra_aan`; each person once.

    In the caller's transaction. Nobody is told of what `door` did by themself, nor of what they may not see: that is
    `zichtbaarheid` with `buurt`, and `pagina` must be public when it is read. `kenmerk` names what happened
    ('bijdrage:12:nieuw'): the same one twice is told once. No names of people in `titel` and `uitleg`: `door` is shown
    beside them and goes with the account. A word to one person alone: `over` empty, OPENBAAR, and that person in `extra_aan`.
    """
    wat, nieuw = Gebeurtenis.objects.get_or_create(
        kenmerk=kenmerk,
        defaults={
            "soort": soort,
            "titel": _kort(titel, 250),
            "uitleg": _kort(uitleg, 400),
            "adres": adres,
            "door": door,
            "zichtbaarheid": zichtbaarheid,
            "buurt": buurt,
            "pagina": pagina and Page(pk=pagina.pk),
        },
    )
    if nieuw:
        mensen = list(_aan(wat, list(over), [wie.pk for wie in extra_aan]).values_list("pk", flat=True))
        Melding.objects.bulk_create([Melding(persoon_id=pk, gebeurtenis=wat) for pk in mensen], batch_size=HAP)
        na_commit(partial(meteen.stuur, wat.pk), "mailing notices")
    return wat


def _aan(wat: Gebeurtenis, over: list[Onderwerp], extra: list[int]) -> QuerySet[Gebruiker]:
    volgers = Q(pk__in=extra)
    if over:
        dezen = reduce(or_, (Q(soort=soort, sleutel=sleutel) for soort, sleutel in over))
        volgers |= Q(pk__in=Volg.objects.filter(dezen).values("persoon"))
    mensen = wie_mag(Gebruiker.objects.filter(volgers), Doe.ZIEN, wat)
    return mensen.exclude(pk=wat.door_id) if wat.door_id else mensen


def herzie(*, kenmerk: str, uitleg: str) -> None:
    """What happened was put in other words: a notice that nobody read yet says it the new way."""
    Gebeurtenis.objects.filter(kenmerk=kenmerk).update(uitleg=_kort(uitleg, 400))


def trek_in(*, begin: str) -> None:
    """It is no longer there, or hidden: what happened under these `kenmerk`en is told to nobody any more."""
    Gebeurtenis.objects.filter(kenmerk__startswith=begin).delete()


def over_pagina(pagina: Page) -> list[Onderwerp]:
    """A page with what it belongs to: its themes, and the neighbourhood whose story it is."""
    ding = pagina if isinstance(pagina, KennisPagina) else pagina.specific
    themas = ding.begrippen_per_soort.get("thema", []) if isinstance(ding, KennisPagina) else []
    uit = [(PAGINA, str(ding.pk)), *((THEMA, begrip.code) for begrip in themas)]
    if buurt := getattr(ding, "buurt_id", None):
        uit.append((BUURT, str(buurt)))
    return uit


def te_lezen(wie: Wie) -> QuerySet[Melding]:
    """Somebody's notices, as far as they may still see what each is about."""
    wat = zichtbaar_voor(Gebeurtenis.objects.all(), wie)
    wat = wat.filter(Q(pagina__isnull=True) | Q(pagina__in=openbaar(Page.objects).values("pk")))
    return zichtbaar_voor(Melding.objects.filter(gebeurtenis__in=wat), wie)


def _kort(tekst: str, lengte: int) -> str:
    """One line of letters: a control character would make a mail impossible."""
    tekst = "".join(teken if teken.isprintable() else " " for teken in tekst)
    return Truncator(" ".join(tekst.split())).chars(lengte)
