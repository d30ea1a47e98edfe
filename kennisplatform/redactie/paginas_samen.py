"""Two pages become one: what hangs on the one goes to the other, its address leads there, and it lies in the bin."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.contrib.redirects.models import Redirect
from wagtail.log_actions import log
from wagtail.models import Page

from kennisplatform.basis.adressen import pad_op_site
from kennisplatform.basis.models.prullenbak import buiten_prullenbak, in_prullenbak
from kennisplatform.basis.paginasoorten import heeft
from kennisplatform.basis.paginasporen import Paginaspoor, Paginawissel
from kennisplatform.basis.velden import regels
from kennisplatform.kamers import gebracht
from kennisplatform.redactie import gebruik, linkverhuizing, prullenbak
from kennisplatform.redactie.taaldelen import NEDERLANDS


class Paginabezwaar(Exception):
    """Why these two can't become one, in words for who asked."""


@dataclass(frozen=True)
class Paginagang:
    """What goes over, before it is done."""

    adressen: list[str]
    anders: list[str]  # what rooms do with it
    verwijst: list[gebruik.Gebruiksplek]
    meer: int
    mee: list[tuple[str, str]]  # key, words: what the other lacks and can get
    bezwaar: str


def kan_samen(pagina: Page, wie: Any) -> bool:
    """May this page go into another one? Dutch pages that neighbourhoods work with."""
    if pagina.locale.language_code != NEDERLANDS or not heeft(pagina.specific_class, "telt_praktijk"):
        return False
    return bool(pagina.permissions_for_user(wie).can_delete())


def andere(pagina: Page) -> Any:
    """Into which it can go: public ones of its kind."""
    rij = buiten_prullenbak(
        Page.objects.filter(live=True, content_type=pagina.content_type_id, locale=pagina.locale_id)
    )
    return rij.exclude(pk=pagina.pk).order_by("title")


def _wissel(oud: Page, nieuw: Page, door: Any) -> tuple[Paginawissel, list[Page]]:
    """(what comes for what, pages that go). A translation without one of the other leads to the Dutch page."""
    gaan = [oud, *prullenbak.vertalingen_van(oud, door)]
    er = {p.locale_id: p.pk for p in buiten_prullenbak(nieuw.get_translations(inclusive=True)).filter(live=True)}
    return Paginawissel(oud, nieuw, {p.pk: er.get(p.locale_id, nieuw.pk) for p in gaan}, door), gaan


def gang(oud: Page, nieuw: Page, door: Any) -> Paginagang:
    wissel, gaan = _wissel(oud, nieuw, door)
    plekken = gebruik.waar(oud, door)
    return Paginagang(
        adressen=[_pad(p) for p in gaan],
        anders=[zin for spoor in gebracht(Paginaspoor) for zin in spoor.kijk(wissel)],
        verwijst=plekken.plekken,
        meer=plekken.meer,
        mee=_mee(oud.specific, nieuw.specific),
        bezwaar=bezwaar(wissel),
    )


def _pad(pagina: Page) -> str:
    return pad_op_site(pagina.url_path, pagina.locale.language_code)


def _mee(oud: Any, nieuw: Any) -> list[tuple[str, str]]:
    """Terms and key words of the one that the other has not: an editor says which of them hold for it too."""
    heeft_al = set(nieuw.begrippen.values_list("pk", flat=True))
    begrippen = [b for b in oud.begrippen.all() if b.pk not in heeft_al]
    woorden = set(nieuw.trefwoorden.names())
    uit = [(f"begrip-{b.pk}", f"{b.get_soort_display()}: {b.label}") for b in begrippen]
    return uit + [(f"woord-{n}", _("Trefwoord: %(w)s") % {"w": n}) for n in oud.trefwoorden.names() if n not in woorden]


def bezwaar(wissel: Paginawissel) -> str:
    oud, nieuw = wissel.oud, wissel.nieuw
    if oud.pk == nieuw.pk or oud.content_type_id != nieuw.content_type_id or oud.locale_id != nieuw.locale_id:
        return _("Kies een andere pagina van dezelfde soort.")
    if in_prullenbak([oud.pk, nieuw.pk]):
        return _("Een van beide ligt in de prullenbak.")
    if not nieuw.live:
        return _("Zij moet opgaan in een pagina die openbaar is.")
    if nieuw.has_unpublished_changes:
        return _("Van ‘%(titel)s’ wacht een concept. Publiceer het eerst: wat meegaat, staat meteen op de site.") % {
            "titel": nieuw.title
        }
    if wissel.door is not None and not nieuw.permissions_for_user(wissel.door).can_publish():
        return _("U mag de andere pagina niet publiceren.")
    return next((zin for spoor in gebracht(Paginaspoor) if (zin := spoor.bezwaar(wissel))), "")


@transaction.atomic
def voeg_paginas_samen(*, oud: Page, nieuw: Page, mee: Iterable[str], door: Any) -> Page:
    """`mee`: keys of what the other gets of this one. Raises Paginabezwaar; then nothing was done."""
    nu = {p.pk: p for p in Page.objects.select_for_update().filter(pk__in=[oud.pk, nieuw.pk]).order_by("pk")}
    if len(nu) < 2:
        raise Paginabezwaar(_("Een van beide pagina’s is er niet meer."))
    oud, nieuw = nu[oud.pk], nu[nieuw.pk]
    wissel, gaan = _wissel(oud, nieuw, door)
    if waarom := bezwaar(wissel):
        raise Paginabezwaar(waarom)
    _geef_mee(oud.specific, nieuw.specific, set(mee), door)
    paden = {_pad(p): wissel.per_pk[p.pk] for p in gaan}
    for spoor in gebracht(Paginaspoor):  # first: they still see which is which
        spoor.doe(wissel)
    linkverhuizing.leid_om(wissel.per_pk)
    for van, naar in wissel.per_pk.items():
        Redirect.objects.filter(redirect_page=van).update(redirect_page=naar)
    prullenbak.gooi_weg(pagina=oud, door=door)
    for pad, naar in paden.items():
        Redirect.objects.update_or_create(
            old_path=Redirect.normalise_path(pad),
            site=None,
            defaults={"redirect_page_id": naar, "is_permanent": True, "automatically_created": True},
        )
    log(instance=nieuw, action="redactie.paginas_samen", user=door, data={"naam": oud.title})
    return Page.objects.get(pk=nieuw.pk)


def _geef_mee(oud: Any, nieuw: Any, mee: set[str], door: Any) -> None:
    """What was ticked, and the other name: who knows it under that name finds it under this one."""
    geven = [sleutel for sleutel, _naam in _mee(oud, nieuw) if sleutel in mee]
    namen = regels(getattr(nieuw, "alias", ""))
    erbij = [n for n in (oud.title, *regels(getattr(oud, "alias", ""))) if n not in (*namen, nieuw.title)]
    if not geven and not (erbij and hasattr(nieuw, "alias")):
        return
    begrippen = [int(s.removeprefix("begrip-")) for s in geven if s.startswith("begrip-")]
    nieuw.begrippen = [*nieuw.begrippen.all(), *(b for b in oud.begrippen.all() if b.pk in begrippen)]
    nieuw.trefwoorden.add(*(s.removeprefix("woord-") for s in geven if s.startswith("woord-")))
    if hasattr(nieuw, "alias"):
        nieuw.alias = "\n".join((*namen, *erbij))
    nieuw.save_revision(user=door, clean=False, log_action=True).publish(user=door, skip_permission_checks=True)
