"""Pages go into the bin, come back where they stood, or leave for good. Why it is no second root of the tree:
docs/keuzes/prullenbak.md.
"""

from __future__ import annotations

import uuid
from typing import Any, Final

from django.db import transaction
from django.db.models import ProtectedError, Value
from django.db.models.functions import Concat, Substr
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page
from wagtail.signals import page_unpublished
from wagtail_localize.models import Translation

from kennisplatform.basis.losse_rijen import voor_elk
from kennisplatform.basis.models import Weggegooid
from kennisplatform.basis.models.prullenbak import BLIJFT, buiten_prullenbak, in_prullenbak
from kennisplatform.redactie.taaldelen import NEDERLANDS

MERK: Final = "prullenbak-"  # a slug that no editor chose
INGANG: Final = 2  # depth of a home page
KENMERKEN: Final = ("live", "has_unpublished_changes", "expired", "live_revision_id")


class Prullenbakbezwaar(Exception):
    """Why it is not done, in words for who asked."""


def is_vast(pagina: Page) -> bool:
    """Home pages, the one list of a kind, and what the site itself leads to: without them it stops working."""
    soort = pagina.specific_class
    return bool(
        pagina.depth <= INGANG
        or getattr(soort, "max_count_per_parent", None) == 1
        or pagina.slug in getattr(soort, "vaste_slugs", ())
    )


def vertalingen_van(pagina: Page, door: Any) -> list[Page]:
    """Translations that go along with a Dutch page, as far as `door` may throw them away: below a draft may hang a public one.
    One that is thrown away itself takes nothing along.
    """
    if pagina.locale.language_code != NEDERLANDS:
        return []
    alle = buiten_prullenbak(pagina.get_translations()).select_related("locale").order_by("path")
    return [v for v in alle if door is None or v.permissions_for_user(door).can_delete()]


# ---- In


@transaction.atomic
def gooi_weg(*, pagina: Page, door: Any, met_vertalingen: bool = True) -> Weggegooid:
    """Off the site at once, with all below it, and findable in the bin for thirty days."""
    rij = Page.objects.select_for_update().filter(pk=pagina.pk).first()
    if rij is None or in_prullenbak([rij.pk]):
        raise Prullenbakbezwaar(_("Deze pagina ligt al in de prullenbak."))
    if is_vast(rij):
        raise Prullenbakbezwaar(_("Dit is een vaste ingang van de site. Die kan niet weg."))
    vertaald = vertalingen_van(rij, door) if met_vertalingen else []
    hoofd = _leg_weg(rij, door, None)
    for vertaling in vertaald:
        _leg_weg(vertaling, door, hoofd)
    return hoofd


def _leg_weg(top: Page, door: Any, hoofd: Weggegooid | None) -> Weggegooid:
    stukken = list(buiten_prullenbak(Page.objects.filter(path__startswith=top.path)).order_by("path"))
    for stuk in stukken:
        rij = Weggegooid.objects.create(
            pagina=stuk, met=hoofd, slug=stuk.slug, pad=stuk.url_path, stond=_stand(stuk), door=door
        )
        hoofd = hoofd or rij
        _van_de_site(stuk, door)
        # Its own key stays free: who translates the source anew meanwhile must get a page.
        Page.objects.filter(pk=stuk.pk).update(translation_key=uuid.uuid4())
    hernoem(top, naam_in_bak(top))
    log(instance=top, action="redactie.prullenbak", user=door)
    assert hoofd is not None  # top itself is one of them
    return hoofd


def _stand(pagina: Page) -> dict[str, Any]:
    gepland = pagina.revisions.filter(approved_go_live_at__isnull=False)
    vertalingen = Translation.objects.filter(source__object_id=pagina.translation_key, enabled=True)
    bron, doel = vertalingen.filter(source__locale=pagina.locale_id), vertalingen.filter(target_locale=pagina.locale_id)
    return {
        **{naam: getattr(pagina, naam) for naam in KENMERKEN},
        "translation_key": str(pagina.translation_key),
        "gepland": {str(versie.pk): versie.approved_go_live_at.isoformat() for versie in gepland},
        "vertalingen": [vertaling.pk for vertaling in (bron | doel).distinct()],
    }


def _van_de_site(pagina: Page, door: Any) -> None:
    """No reader sees it, nothing that waits makes it public, nobody is asked to judge it."""
    stand = pagina.current_workflow_state
    if stand is not None:
        stand.cancel(user=door)
    Translation.objects.filter(pk__in=_stand(pagina)["vertalingen"]).update(enabled=False)
    pagina.revisions.exclude(approved_go_live_at=None).update(approved_go_live_at=None)
    if not pagina.live:
        return
    Page.objects.filter(pk=pagina.pk).update(live=False, has_unpublished_changes=True, live_revision=None)
    vers = Page.objects.get(pk=pagina.pk).specific
    page_unpublished.send(sender=type(vers), instance=vers)


def naam_in_bak(pagina: Page) -> str:
    return f"{MERK}{pagina.pk}"


def hernoem(pagina: Page, slug: str) -> None:
    """Addresses of a whole branch, in two questions. No redirect is made of it: nobody knew the name in the bin."""
    pagina.refresh_from_db(fields=["url_path", "slug", "path"])
    oud = pagina.url_path
    nieuw = f"{oud[: -len(pagina.slug) - 1]}{slug}/"
    Page.objects.filter(pk=pagina.pk).update(slug=slug, url_path=nieuw)
    Page.objects.filter(path__startswith=pagina.path).exclude(pk=pagina.pk).update(
        url_path=Concat(Value(nieuw), Substr("url_path", len(oud) + 1))
    )
    pagina.slug, pagina.url_path = slug, nieuw


# ---- Gone for good


@transaction.atomic
def verwijder(*, weg: Weggegooid, door: Any) -> None:
    """Translations that came along first: they are known by this row."""
    for rij in [*weg.mee.select_related("pagina"), weg]:
        pagina = Page.objects.filter(pk=rij.pk).first()
        if pagina is None:  # it lay under one that went
            continue
        ding = pagina.specific
        ding.translation_key = eigen_sleutel(rij) or ding.translation_key  # by which its translations are cleared
        try:
            ding.delete(user=door)
        except ProtectedError as fout:
            anders = ", ".join(sorted({str(rij._meta.verbose_name) for rij in fout.protected_objects}))
            raise Prullenbakbezwaar(_("Zij wordt nog gebruikt: %(waar)s.") % {"waar": anders}) from fout


def eigen_sleutel(rij: Weggegooid) -> uuid.UUID | None:
    """The key that it had; None when another page in its language has that now."""
    sleutel = uuid.UUID(rij.stond["translation_key"])
    anders = Page.objects.filter(translation_key=sleutel, locale=rij.pagina.locale_id).exclude(pk=rij.pk)
    return None if anders.exists() else sleutel


def leeg() -> str:
    """At night: what has been there for thirty days."""
    oud = Weggegooid.objects.filter(met=None, op__lt=timezone.now() - BLIJFT).select_related("pagina").order_by("op")
    weg = voor_elk("prullenbak legen", list(oud), lambda rij: verwijder(weg=rij, door=None))
    return f"{weg} keer geleegd"
