"""One page of many is changed, or put back: a new version each time, nothing public that was not asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.locks import ScheduledForPublishLock
from wagtail.models import Page, Revision
from wagtail.permission_policies.pages import PagePermissionPolicy

from kennisplatform.basis.models import KennisPagina
from kennisplatform.basis.models.prullenbak import in_prullenbak
from kennisplatform.redactie.lijstvelden import velden_van
from kennisplatform.redactie.taaldelen import IS_VERTALING, NEDERLANDS, onvertaald, vertaling_van, volgt_het_nederlands
from kennisplatform.redactie.volgorde import zet_op


class Werkbezwaar(Exception):
    """Why this page is not done, in words for who asked."""


@dataclass(frozen=True)
class Geschreven:
    voor: dict[str, Any] = field(default_factory=dict)
    erna: int | None = None  # the version that was made
    gelijk: bool = False


def mag_publiceren(gebruiker: Any) -> bool:
    """Anywhere in the tree; each page asks for itself."""
    return bool(PagePermissionPolicy().user_has_permission(gebruiker, "publish"))


def vrije_rij(pk: int, door: Any, *, ook_gepland: bool = False) -> Page:
    """The page, locked while it is written, for who may change it now. Publishing for a day to come locks a page: taking that
    back is `ook_gepland`.
    """
    rij = Page.objects.select_for_update().filter(pk=pk).first()
    if rij is None:
        raise Werkbezwaar(_("De pagina is er niet meer."))
    if in_prullenbak([pk]):
        raise Werkbezwaar(_("Zij ligt in de prullenbak."))
    mag = rij.permissions_for_user(door)
    if not mag.can_edit():
        raise Werkbezwaar(_("U mag haar niet wijzigen."))
    if mag.page_locked() and not (ook_gepland and isinstance(rij.get_lock(), ScheduledForPublishLock)):
        raise Werkbezwaar(_("Zij is op slot of ligt bij iemand anders."))
    return rij


def laatste(pk: int, door: Any) -> tuple[Page, Any]:
    """And its latest version."""
    rij = vrije_rij(pk, door)
    return rij, rij.get_latest_revision_as_object()


def stand_van(pk: int) -> list[Any]:
    """What is different as soon as somebody goes on with a page: its latest version, whether it is public, and which is."""
    return list(Page.objects.values_list("latest_revision", "live", "live_revision").get(pk=pk))


@transaction.atomic
def wijzig(
    *, pk: int, wil: Mapping[str, str], door: Any, publiceer: bool = False, gezien: Mapping[str, str] | None = None
) -> Geschreven:
    """`wil`: name of a Lijstveld → what must stand there. A draft, unless `publiceer` and nothing else waits in it.
    `gezien`: what stood there when somebody chose; where it is something else by now, nothing is changed.
    """
    rij, pagina = laatste(pk, door)
    if not isinstance(pagina, KennisPagina):
        raise Werkbezwaar(_("Dit soort pagina heeft deze velden niet."))
    if volgt_het_nederlands(rij):
        raise Werkbezwaar(str(IS_VERTALING))
    velden = velden_van(type(pagina))
    if onbekend := [naam for naam in wil if naam not in velden]:
        raise Werkbezwaar(_("Dit soort pagina heeft geen veld ‘%(veld)s’.") % {"veld": onbekend[0]})
    stond = {naam: velden[naam].lees(pagina) for naam in wil}
    if anders := [velden[naam].kop for naam in wil if gezien and stond[naam] not in {gezien.get(naam), wil[naam]}]:
        raise Werkbezwaar(
            _("Iemand wijzigde intussen ‘%(veld)s’. Zet de lijst nog eens terug en kies daar.") % {"veld": anders[0]}
        )
    voor = {
        "velden": stond,
        "revisie": rij.latest_revision_id,
        "live": rij.live,
        "concept": rij.has_unpublished_changes,
    }
    if stond == dict(wil):
        return Geschreven(gelijk=True)
    try:
        for naam, tekst in wil.items():
            velden[naam].zet(pagina, tekst)
    except ValidationError as fout:
        raise Werkbezwaar(" ".join(fout.messages)) from fout
    revisie = pagina.save_revision(user=door, log_action="wagtail.edit", clean=False)
    if publiceer and rij.live and not rij.has_unpublished_changes:
        _publiceer(rij, pagina, revisie, door)
        voor["gepubliceerd"] = True
    return Geschreven(voor, revisie.pk)


def _publiceer(rij: Page, pagina: Any, revisie: Revision, door: Any) -> None:
    if not rij.permissions_for_user(door).can_publish():
        raise Werkbezwaar(_("U mag haar niet publiceren."))
    if isinstance(pagina, KennisPagina) and pagina.tekorten():
        raise Werkbezwaar(_("Zij is nog niet af: open het formulier om te zien wat er mist."))
    revisie.publish(user=door)


@transaction.atomic
def publiceer(*, pk: int, door: Any) -> Geschreven:
    rij, pagina = laatste(pk, door)
    if rij.live and not rij.has_unpublished_changes:
        return Geschreven(gelijk=True)
    voor = {"live": rij.live, "live_revisie": rij.live_revision_id, "revisie": rij.latest_revision_id}
    if rij.locale.language_code != NEDERLANDS and (vertaling := vertaling_van(rij)) is not None:
        if onvertaald(vertaling):
            raise Werkbezwaar(_("Nog niet alles is vertaald. Open haar: daar ziet u wat er mist."))
        if not rij.permissions_for_user(door).can_publish():
            raise Werkbezwaar(_("U mag haar niet publiceren."))
        vertaling.save_target(user=door)  # the sentences as they are, which no version of the page has
        return Geschreven(voor, Page.objects.values_list("latest_revision", flat=True).get(pk=pk))
    revisie = rij.latest_revision or pagina.save_revision(user=door, clean=False)
    _publiceer(rij, pagina, revisie, door)
    return Geschreven(voor, revisie.pk)


@transaction.atomic
def trek_in(*, pk: int, door: Any) -> Geschreven:
    rij = Page.objects.select_for_update().filter(pk=pk).first()
    if rij is None:
        raise Werkbezwaar(_("De pagina is er niet meer."))
    if not rij.live:
        return Geschreven(gelijk=True)
    if not rij.permissions_for_user(door).can_unpublish():
        raise Werkbezwaar(_("U mag haar niet van de site halen."))
    voor = {"live": True, "live_revisie": rij.live_revision_id, "revisie": rij.latest_revision_id}
    rij.specific.unpublish(user=door)
    return Geschreven(voor, rij.latest_revision_id)


@transaction.atomic
def geef_eigenaar(*, pk: int, eigenaar: int | None, door: Any) -> Geschreven:
    """An owner is no part of a version: it holds at once."""
    rij, _pagina = laatste(pk, door)
    if rij.owner_id == eigenaar:
        return Geschreven(gelijk=True)
    voor = {"eigenaar": rij.owner_id, "werd": eigenaar}
    Page.objects.filter(pk=pk).update(owner=eigenaar)
    return Geschreven(voor, rij.latest_revision_id)


@transaction.atomic
def verplaats(*, pk: int, naar: int, door: Any) -> Geschreven:
    """Last under another page. Where a page stands is no part of a version: it holds at once."""
    rij, _pagina = laatste(pk, door)
    stond, nieuw = rij.get_parent(), Page.objects.filter(pk=naar).first()
    if nieuw is None or in_prullenbak([naar]):
        raise Werkbezwaar(_("De pagina waar zij onder moet, is er niet meer."))
    if stond.pk == nieuw.pk:
        return Geschreven(gelijk=True)
    plek = stond.get_children().filter(path__lt=rij.path).count()
    _zet_onder(rij, nieuw, door)
    return Geschreven({"ouder": stond.pk, "plek": plek, "werd": naar}, rij.latest_revision_id)


def _zet_onder(rij: Page, ouder: Page, door: Any) -> None:
    if not rij.permissions_for_user(door).can_move_to(ouder):
        raise Werkbezwaar(_("Onder ‘%(ouder)s’ mag zij niet staan.") % {"ouder": ouder.title})
    if not Page._slug_is_available(rij.slug, ouder, rij):
        raise Werkbezwaar(_("Onder ‘%(ouder)s’ staat al een pagina met dit adres.") % {"ouder": ouder.title})
    rij.specific.move(ouder, pos="last-child", user=door)


@transaction.atomic
def zet_terug(*, pk: int, voor: Mapping[str, Any], door: Any) -> None:
    """How it stood, unless somebody went on with it since. Nothing is thrown away: it becomes a version again."""
    rij = vrije_rij(pk, door, ook_gepland=voor.get("live") is False and "live_revisie" in voor)
    if "eigenaar" in voor or "ouder" in voor:
        _zet_plek_terug(rij, voor, door)
        return
    nu, daarna = stand_van(pk), voor.get("daarna", [None])
    if nu[0] != daarna[0]:
        raise Werkbezwaar(_("Iemand wijzigde haar daarna. Kies zelf een versie bij ‘Alle versies’."))
    if nu != daarna:
        raise Werkbezwaar(_("Iemand publiceerde haar daarna, of haalde haar van de site. Zij blijft zo."))
    if ("live_revisie" in voor or "gepubliceerd" in voor) and not rij.permissions_for_user(door).can_publish():
        raise Werkbezwaar(_("U mag haar niet publiceren."))
    if "live_revisie" in voor:
        _zet_stand_terug(rij, voor, door)
        return
    oude = Revision.objects.filter(pk=voor["revisie"]).first()
    if oude is None:
        raise Werkbezwaar(_("De vorige versie is er niet meer."))
    terug = oude.as_object().save_revision(user=door, log_action="wagtail.revert", previous_revision=oude, clean=False)
    if voor.get("gepubliceerd"):
        terug.publish(user=door, previous_revision=oude)
    elif voor["live"] and not voor["concept"]:
        Page.objects.filter(pk=pk).update(has_unpublished_changes=False)  # the same again as what is public


def _zet_plek_terug(rij: Page, voor: Mapping[str, Any], door: Any) -> None:
    """Whose it is and where it stands: no part of a version, so asked of the page itself."""
    nu = rij.owner_id if "eigenaar" in voor else rij.get_parent().pk
    if nu != voor.get("werd", nu):
        raise Werkbezwaar(_("Iemand wijzigde dit daarna."))
    if "eigenaar" in voor:
        Page.objects.filter(pk=rij.pk).update(owner=voor["eigenaar"])
        return
    ouder = Page.objects.filter(pk=voor["ouder"]).first()
    if ouder is None or in_prullenbak([ouder.pk]):
        raise Werkbezwaar(_("De pagina waar zij onder stond, is er niet meer."))
    _zet_onder(rij, ouder, door)
    zet_op(pagina=rij, plek=voor["plek"], door=door)


def _zet_stand_terug(rij: Page, voor: Mapping[str, Any], door: Any) -> None:
    """Published or withdrawn: the other way about."""
    if not voor["live"]:
        if rij.live:
            rij.specific.unpublish(user=door)
        rij.revisions.update(approved_go_live_at=None)  # published for a day that is still to come
        return
    openbaar = Revision.objects.filter(pk=voor["live_revisie"]).first()
    concept = Revision.objects.filter(pk=voor["revisie"]).first()
    if openbaar is None:
        raise Werkbezwaar(_("De versie die openbaar was, is er niet meer."))
    openbaar.publish(user=door)
    if concept is not None and concept.pk != openbaar.pk:
        concept.as_object().save_revision(user=door, previous_revision=concept, clean=False)
