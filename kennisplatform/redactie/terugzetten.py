"""A page comes out of the bin as it went in: its place, its address, public or not, what was scheduled, its languages."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from wagtail.coreutils import find_available_slug
from wagtail.log_actions import log
from wagtail.models import Page, Revision
from wagtail_localize.models import Translation

from kennisplatform.basis.models import Weggegooid
from kennisplatform.basis.models.prullenbak import buiten_prullenbak, in_prullenbak
from kennisplatform.redactie.prullenbak import KENMERKEN, Prullenbakbezwaar, eigen_sleutel, hernoem, naam_in_bak


class Slugbezet(Prullenbakbezwaar):
    """Another page has its address by now; `voorstel` is free."""

    def __init__(self, slug: str, voorstel: str) -> None:
        super().__init__(_("Er staat intussen een andere pagina op het adres ‘%(slug)s’.") % {"slug": slug})
        self.voorstel = voorstel


class Plekweg(Prullenbakbezwaar):
    """The page above is in the bin itself."""


def ouder_in_bak(pagina: Page) -> Page | None:
    ouder = pagina.get_parent()
    return ouder if ouder is not None and in_prullenbak([ouder.pk]) else None


def plekken(weg: Weggegooid) -> QuerySet[Page]:
    """Where this kind of page may stand, in its language."""
    soorten = weg.pagina.specific_class.allowed_parent_page_models()
    onder = Page.objects.filter(locale=weg.pagina.locale_id).exclude(path__startswith=weg.pagina.path)
    uit: QuerySet[Page] = buiten_prullenbak(onder).type(*soorten).order_by("path")
    return uit


def mag_terug(weg: Weggegooid, door: Any) -> bool:
    """What was public becomes public again: that asks for who publishes, also for a page below it."""
    mag = weg.pagina.permissions_for_user(door)
    mee = getattr(weg, "mee_openbaar", None)  # counted for a list
    openbaar = weg.stond["live"] or (weg.mee.filter(stond__live=True).exists() if mee is None else mee)
    return bool(mag.can_publish() if openbaar else mag.can_edit())


@transaction.atomic
def zet_terug(*, weg: Weggegooid, door: Any, slug: str = "", ouder: Page | None = None) -> list[str]:
    """What differs from how it stood, in sentences; [] when all is as it was."""
    top = Page.objects.select_for_update().get(pk=weg.pk)
    if ouder is not None and ouder.pk != top.get_parent().pk:
        top = _verplaats(top, ouder, door)
    if boven := ouder_in_bak(top):
        raise Plekweg(_("‘%(boven)s’, waar zij onder stond, ligt ook in de prullenbak.") % {"boven": boven.title})
    _geef_adres(top, weg, slug or weg.slug)
    uit = _op_de_site(weg)
    for rij in weg.mee.order_by("pagina__path"):
        uit += _ook_terug(rij)
    Weggegooid.objects.filter(pk=weg.pk).delete()
    log(instance=top, action="redactie.teruggezet", user=door)
    return list(dict.fromkeys(uit))


def _verplaats(pagina: Page, ouder: Page, door: Any) -> Page:
    if not ouder.permissions_for_user(door).can_add_subpage() or not pagina.specific.can_move_to(ouder.specific):
        raise Prullenbakbezwaar(_("Onder ‘%(ouder)s’ mag deze pagina niet staan.") % {"ouder": ouder.title})
    pagina.move(ouder, pos="last-child", user=door)
    return Page.objects.get(pk=pagina.pk)


def _geef_adres(pagina: Page, rij: Weggegooid, slug: str) -> None:
    ouder = pagina.get_parent()
    if not Page._slug_is_available(slug, ouder, pagina):
        raise Slugbezet(slug, find_available_slug(ouder, slug))
    hernoem(pagina, slug)
    if slug != rij.slug:
        for versie in Revision.page_revisions.filter(object_id=str(pagina.pk)):
            Revision.objects.filter(pk=versie.pk).update(content=versie.content | {"slug": slug})


def _ook_terug(rij: Weggegooid) -> list[str]:
    """A page that went along: below, or a translation, which has a place of its own."""
    pagina = Page.objects.get(pk=rij.pk)
    if pagina.slug != naam_in_bak(pagina):
        return _klaar(rij)
    if ouder_in_bak(pagina):
        Weggegooid.objects.filter(pk=rij.pk).update(met=None)
        return [_("‘%(titel)s’ blijft liggen: de pagina erboven ligt ook in de prullenbak.") % {"titel": pagina.title}]
    vrij = find_available_slug(pagina.get_parent(), rij.slug)
    _geef_adres(pagina, rij, vrij)
    uit = _klaar(rij)
    if vrij != rij.slug:
        uit.append(_("‘%(titel)s’ kreeg het adres ‘%(slug)s’.") % {"titel": pagina.title, "slug": vrij})
    return uit


def _klaar(rij: Weggegooid) -> list[str]:
    uit = _op_de_site(rij)
    Weggegooid.objects.filter(pk=rij.pk).delete()
    return uit


def _op_de_site(rij: Weggegooid) -> list[str]:
    """Public as it was, told to search and to kept pages by saving it; no news for followers, since nothing is new."""
    uit, sleutel = [], eigen_sleutel(rij)
    if sleutel is not None:
        Translation.objects.filter(pk__in=rij.stond["vertalingen"]).update(enabled=True)
    else:
        zin = _("‘%(titel)s’ staat los: er is intussen een andere pagina in deze taal gemaakt.")
        uit.append(zin % {"titel": rij.pagina.title})
    pagina = Page.objects.get(pk=rij.pk).specific
    for naam in KENMERKEN:
        setattr(pagina, naam, rij.stond[naam])
    if pagina.live_revision_id and not pagina.revisions.filter(pk=pagina.live_revision_id).exists():
        pagina.live_revision_id = None
    pagina.translation_key = sleutel or pagina.translation_key
    pagina.save(clean=False, update_fields=[*(n.removesuffix("_id") for n in KENMERKEN), "translation_key"])
    return uit + _weer_gepland(rij)


def _weer_gepland(rij: Weggegooid) -> list[str]:
    uit = []
    for pk, op in rij.stond["gepland"].items():
        moment = parse_datetime(op)
        if moment is not None and moment > timezone.now():
            Revision.objects.filter(pk=int(pk)).update(approved_go_live_at=moment)
        else:
            uit.append(
                _("‘%(titel)s’ zou intussen gepubliceerd zijn. Zij is nu een concept.") % {"titel": rij.pagina.title}
            )
    return uit
