"""Changes of membership as people meet them: whoever it is about and did not do it gets a mail, and so does who leads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from kennisplatform.basis.losse_rijen import voor_elk
from kennisplatform.deelnemers import lidmaatschappen
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Lidmaatschap
from kennisplatform.deelnemers.models.buurt import kort
from kennisplatform.netwerken.kring import wie_hoort_het
from kennisplatform.netwerken.models import Overdracht
from kennisplatform.post.versturen import verstuur


@dataclass(frozen=True)
class Ledenbrief:
    """`onderwerp` may name %(wie)s, %(rol)s and %(buurt)s; `pad` is where the link leads."""

    sjabloon: str
    onderwerp: str
    pad: str


@transaction.atomic
def beeindig(*, lidmaatschap: Lidmaatschap, door: Gebruiker) -> Lidmaatschap:
    """Raises Bezwaar, as the change itself does."""
    lid = lidmaatschappen.beeindig(lidmaatschap=lidmaatschap, door=door)
    brief = Ledenbrief("einde", _("U doet niet meer mee als %(rol)s in %(buurt)s"), reverse("werkplek"))
    _meld(lid, door, brief)
    _meld_kring(lid, "kring_weg", _("%(wie)s is geen %(rol)s meer in %(buurt)s"), door)
    return lid


@transaction.atomic
def wijzig(
    *, lidmaatschap: Lidmaatschap, rol: str, wijkverpleegkundige: bool, functie: str, door: Gebruiker
) -> Lidmaatschap:
    """Raises Bezwaar, as the change itself does. Nobody is told of a corrected function."""
    lid = lidmaatschappen.wijzig(
        lidmaatschap=lidmaatschap, rol=rol, wijkverpleegkundige=wijkverpleegkundige, functie=functie, door=door
    )
    if lid.pk != lidmaatschap.pk:
        _meld(lid, door, Ledenbrief("rol", _("U bent nu %(rol)s in %(buurt)s"), _netwerk(lid)))
        meld_erbij(lid, door)
    return lid


def meld_erbij(lid: Lidmaatschap, door: Gebruiker, vrager: Gebruiker | None = None) -> None:
    """Somebody came in, or has a role that they had not: who leads, who coaches and who asked for it hear it."""
    _meld_kring(lid, "kring_erbij", _("%(wie)s is nu %(rol)s in %(buurt)s"), door, vrager)


def meld_vraag(overdracht: Overdracht) -> None:
    pad = reverse("overdracht", args=[overdracht.buurt.slug, overdracht.pk])
    _stuur(
        overdracht.naar, overdracht.lid, Ledenbrief("vraag", _("Wilt u %(rol)s worden in %(buurt)s?"), pad), overdracht
    )


def meld_overgenomen(overdracht: Overdracht, nieuw: Lidmaatschap) -> None:
    """Who asked and who had the role hear it, and so do those who lead beside them."""
    oud = overdracht.lid
    if oud.persoon is not None and oud.persoon not in {overdracht.door, overdracht.naar}:
        brief = Ledenbrief("overgedragen", _("U bent geen %(rol)s meer in %(buurt)s"), _netwerk(nieuw))
        _stuur(oud.persoon, oud, brief, overdracht)
    meld_erbij(nieuw, overdracht.naar, overdracht.door)


def meld_geweigerd(overdracht: Overdracht) -> None:
    if overdracht.door is not None:
        pad = reverse("lid_overdragen", args=[overdracht.buurt.slug, overdracht.lid_id])
        brief = Ledenbrief("nee", _("Een ander als %(rol)s in %(buurt)s"), pad)
        _stuur(overdracht.door, overdracht.lid, brief, overdracht)


def _netwerk(lid: Lidmaatschap) -> str:
    return reverse("netwerk", args=[lid.buurt.slug])


def _meld(lid: Lidmaatschap, door: Gebruiker, brief: Ledenbrief) -> None:
    if lid.persoon is not None and lid.persoon_id != door.pk:
        _stuur(lid.persoon, lid, brief, lid, door=door)


def _meld_kring(
    lid: Lidmaatschap, sjabloon: str, onderwerp: str, door: Gebruiker, ook: Gebruiker | None = None
) -> None:
    """Not the person themselves, nor who did it: they know."""
    brief = Ledenbrief(sjabloon, onderwerp, _netwerk(lid))
    kring = [*wie_hoort_het(lid), *([ook] if ook and ook.is_active else [])]
    ander = [wie for wie in dict.fromkeys(kring) if wie.pk not in {door.pk, lid.persoon_id}]
    voor_elk("brief over wie komt of gaat", ander, lambda wie: _stuur(wie, lid, brief, lid, door=door))


def _stuur(aan: Gebruiker, lid: Lidmaatschap, brief: Ledenbrief, ding: Lidmaatschap | Overdracht, **meer: Any) -> None:
    buurt: Buurt = lid.buurt
    context = {"lid": lid, "ding": ding, "buurt": buurt, "link": settings.WAGTAILADMIN_BASE_URL + brief.pad} | meer
    woorden = {"rol": lid.get_rol_display(), "buurt": kort(buurt.naam), "wie": kort(str(lid.wie))}
    verstuur(
        aan=aan.email,
        onderwerp=brief.onderwerp % woorden,
        tekst=render_to_string(f"netwerken/post/{brief.sjabloon}.txt", context),
        kenmerk=f"lid-{brief.sjabloon}:{ding.pk}:{aan.pk}",
    )
