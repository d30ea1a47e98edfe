"""What rules do: find what happened, tell who has to know, once. At once when a page is published; all of it at night,
also what was missed.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.signals import page_published

from kennisplatform.basis.losse_rijen import voor_elk
from kennisplatform.basis.models import KennisPagina
from kennisplatform.basis.models.prullenbak import buiten_prullenbak
from kennisplatform.basis.redactie import kennismodellen
from kennisplatform.naderhand import na_commit
from kennisplatform.post.versturen import verstuur
from kennisplatform.redactie.models import Inhoudsregel, Regelgang

Soort = Inhoudsregel.Soort
TERUG: Final = dt.timedelta(days=60)  # what a night that was missed for so long still finds
PROEF: Final = dt.timedelta(days=30)
BLIJFT: Final = dt.timedelta(days=365)
HOOGSTENS: Final = 200  # of one kind of page, in one go
ZOJUIST: Final = dt.timedelta(hours=1)


@dataclass(frozen=True)
class Voorval:
    pagina: int
    titel: str
    eigenaar: int | None
    op: dt.datetime
    kenmerk: str


# ---- What happened


def voorvallen(
    regel: Inhoudsregel, van: dt.datetime, tot: dt.datetime, alleen: KennisPagina | None = None
) -> list[Voorval]:
    """Dutch pages only: a translation follows its page, and has no owner of its own. One question a kind of page."""
    vind = _gepubliceerd if regel.soort == Soort.PUBLICATIE else _controle
    uit: list[Voorval] = []
    for model in [type(alleen)] if alleen else kennismodellen():
        if regel.paginasoort and model.zoeksoort != regel.paginasoort:
            continue
        rijen = buiten_prullenbak(model.objects.filter(live=True, locale__language_code="nl"))
        if alleen:
            rijen = rijen.filter(pk=alleen.pk)
        if regel.thema_id:
            # Each page once, though it has the theme in both places.
            met = model.objects.filter(Q(hoofdthema=regel.thema_id) | Q(begrippen=regel.thema_id)).order_by()
            rijen = rijen.filter(pk__in=met.values("pk"))
        uit += vind(regel, rijen, van, tot)
    return sorted(uit, key=lambda voorval: (voorval.op, voorval.pagina))


def _gepubliceerd(regel: Inhoudsregel, rijen: Any, van: dt.datetime, tot: dt.datetime) -> list[Voorval]:
    velden = rijen.filter(first_published_at__gte=van, first_published_at__lt=tot).order_by("first_published_at")
    return [
        Voorval(pk, titel, eigenaar, op, f"publicatie:{pk}")
        for pk, titel, eigenaar, op in velden.values_list("pk", "title", "owner", "first_published_at")[:HOOGSTENS]
    ]


def _controle(regel: Inhoudsregel, rijen: Any, van: dt.datetime, tot: dt.datetime) -> list[Voorval]:
    """Its day is the event: another day chosen, and it can happen again."""
    later = dt.timedelta(days=regel.na_dagen if regel.soort == Soort.NIET_NAGEKEKEN else 0)
    eerste, laatste = (timezone.localdate(moment) - later for moment in (van, tot))
    velden = rijen.filter(volgende_controle__gte=eerste, volgende_controle__lte=laatste).order_by("volgende_controle")
    zone = timezone.get_current_timezone()
    return [
        Voorval(pk, titel, eigenaar, dt.datetime.combine(dag + later, dt.time(), tzinfo=zone), f"controle:{pk}:{dag}")
        for pk, titel, eigenaar, dag in velden.values_list("pk", "title", "owner", "volgende_controle")[:HOOGSTENS]
    ]


def zou_gebeurd_zijn(regel: Inhoudsregel) -> list[tuple[Voorval, list[Any]]]:
    """Of the last month, with whom it would have told; nothing is done."""
    nu = timezone.now()
    gevonden = voorvallen(regel, nu - PROEF, nu)
    wie = ontvangers(regel, gevonden)
    return [(voorval, wie[voorval.eigenaar]) for voorval in gevonden]


# ---- Who is told


def ontvangers(regel: Inhoudsregel, gevonden: Iterable[Voorval]) -> dict[int | None, list[Any]]:
    """By owner. Without an owner who can be reached, whom the rule itself names."""
    mensen = get_user_model().objects.filter(is_active=True).exclude(email="")
    vast = list(mensen.filter(_genoemd(regel)).distinct().order_by("email"))
    if regel.soort != Soort.CONTROLE:
        return defaultdict(lambda: vast)
    eigenaren = mensen.in_bulk([v.eigenaar for v in gevonden if v.eigenaar])
    return defaultdict(lambda: vast, {pk: [wie] for pk, wie in eigenaren.items()})


def _genoemd(regel: Inhoudsregel) -> Q:
    """Nobody when the rule names nobody: asked for role None, Django would give everybody who has no role."""
    wie = Q(pk__in=[regel.aan_id] if regel.aan_id else [])
    return wie | Q(groups=regel.aan_rol_id) if regel.aan_rol_id else wie


# ---- Doing it


def doe(regel: Inhoudsregel, gevonden: Sequence[Voorval]) -> None:
    """What is new of it. One mail for each person, however many pages; a mail that fails keeps no other from leaving."""
    gedaan = set(regel.gangen.filter(kenmerk__in=[v.kenmerk for v in gevonden]).values_list("kenmerk", flat=True))
    wie = ontvangers(regel, gevonden)
    per_ploeg: dict[tuple[Any, ...], list[Voorval]] = defaultdict(list)
    for voorval in gevonden:
        if voorval.kenmerk not in gedaan:
            per_ploeg[tuple(wie[voorval.eigenaar])].append(voorval)
    voor_elk("brief van een regel", per_ploeg.items(), lambda paar: _vertel(regel, *paar))


def _vertel(regel: Inhoudsregel, mensen: tuple[Any, ...], stuks: list[Voorval]) -> None:
    Regelgang.objects.bulk_create(
        [
            Regelgang(
                regel=regel, kenmerk=v.kenmerk, pagina_id=v.pagina, titel=v.titel[:255], gebeurd=v.op, mails=len(mensen)
            )
            for v in stuks
        ]
    )
    if mensen and not voor_elk("brief aan wie een regel noemt", mensen, lambda mens: _brief(regel, mens, stuks)):
        raise RuntimeError("nobody could be told, so it is not done")


def _brief(regel: Inhoudsregel, mens: Any, stuks: list[Voorval]) -> None:
    context = {"regel": regel, "mens": mens, "soort": regel.soort, "stuks": _met_adres(stuks)}
    verstuur(
        aan=mens.email,
        onderwerp=_onderwerp(regel, stuks),
        tekst=render_to_string("redactie/post/regel.txt", context),
        kenmerk=f"inhoudsregel:{regel.pk}:{mens.pk}:{stuks[0].kenmerk}:{len(stuks)}",
    )


def _met_adres(stuks: Iterable[Voorval]) -> list[tuple[str, str]]:
    basis = settings.WAGTAILADMIN_BASE_URL
    return [(v.titel, basis + reverse("wagtailadmin_pages:edit", args=[v.pagina])) for v in stuks]


def _onderwerp(regel: Inhoudsregel, stuks: Sequence[Voorval]) -> str:
    if regel.soort == Soort.PUBLICATIE:
        een, meer = _("Gepubliceerd: ‘%(titel)s’"), _("%(n)s pagina’s gepubliceerd")
    else:
        een, meer = _("Kijkt u ‘%(titel)s’ na?"), _("%(n)s pagina’s om na te kijken")
    return (een if len(stuks) == 1 else meer) % {"titel": stuks[0].titel[:120], "n": len(stuks)}


def bij_publicatie(sender: type, instance: Any, **rest: Any) -> None:
    nu = timezone.now()
    if not isinstance(instance, KennisPagina) or not instance.first_published_at:
        return
    if nu - instance.first_published_at < ZOJUIST:
        na_commit(partial(na_publicatie, instance), "rules about a published page")


def na_publicatie(pagina: KennisPagina) -> None:
    regels = Inhoudsregel.objects.filter(actief=True, soort=Soort.PUBLICATIE)
    voor_elk("regels voor inhoud", regels, partial(_loop_na, alleen=pagina))


def nacht() -> str:
    Regelgang.objects.filter(op__lt=timezone.now() - BLIJFT).delete()
    goed = voor_elk("regels voor inhoud", Inhoudsregel.objects.filter(actief=True), _loop_na)
    return f"{goed} regels nagelopen"


def _loop_na(regel: Inhoudsregel, alleen: KennisPagina | None = None) -> None:
    """Since it was made, or since as long ago as it still makes sense to tell."""
    nu = timezone.now()
    doe(regel, voorvallen(regel, max(regel.vanaf, nu - TERUG), nu + dt.timedelta(seconds=1), alleen))


def verbind() -> None:
    page_published.connect(bij_publicatie, dispatch_uid="regels-voor-inhoud")
