"""Changes of membership as people meet them: whoever it is about and did not do it gets a mail."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from kennisplatform.deelnemers import lidmaatschappen
from kennisplatform.deelnemers.models import Gebruiker, Lidmaatschap
from kennisplatform.deelnemers.models.buurt import kort
from kennisplatform.post.versturen import verstuur


@transaction.atomic
def beeindig(*, lidmaatschap: Lidmaatschap, door: Gebruiker) -> Lidmaatschap:
    """Raises Bezwaar, as the change itself does."""
    lid = lidmaatschappen.beeindig(lidmaatschap=lidmaatschap, door=door)
    _meld(lid, door, "einde", _("U doet niet meer mee als %(rol)s in %(buurt)s"), reverse("werkplek"))
    return lid


@transaction.atomic
def draag_over(*, lidmaatschap: Lidmaatschap, naar: Lidmaatschap, door: Gebruiker) -> Lidmaatschap:
    """Both hear of it: who got the role, and who lost it."""
    nieuw = lidmaatschappen.draag_over(lidmaatschap=lidmaatschap, naar=naar, door=door)
    _meld(nieuw, door, "rol", _("U bent nu %(rol)s in %(buurt)s"), reverse("netwerk", args=[nieuw.buurt.slug]))
    oud = Lidmaatschap.objects.select_related("buurt", "persoon").get(pk=lidmaatschap.pk)
    _meld(oud, door, "einde", _("U bent geen %(rol)s meer in %(buurt)s"), reverse("netwerk", args=[oud.buurt.slug]))
    return nieuw


def _meld(lid: Lidmaatschap, door: Gebruiker, brief: str, onderwerp: str, pad: str) -> None:
    if lid.persoon is None or lid.persoon_id == door.pk:
        return
    context = {"lid": lid, "door": door, "link": settings.WAGTAILADMIN_BASE_URL + pad}
    verstuur(
        aan=lid.persoon.email,
        onderwerp=onderwerp % {"rol": lid.get_rol_display(), "buurt": kort(lid.buurt.naam)},
        tekst=render_to_string(f"netwerken/post/{brief}.txt", context),
        kenmerk=f"lid-{brief}:{lid.pk}",
    )
