"""The way to the editors' desk, from somebody's own workspace: who signs in on the site comes there."""

from __future__ import annotations

from django.contrib.auth.models import Permission
from django.db.models import Q

from kennisplatform.basis.aanbouw import Deel
from kennisplatform.deelnemers.deur import Verzoek
from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.tekening.stukken import onthoud


def op_werkplek(request: Verzoek, ding: None) -> Deel | None:
    return Deel("redactie/op_werkplek.html") if _komt_binnen(request.user) else None


def _komt_binnen(wie: Gebruiker) -> bool:
    """Between requests until somebody's rights change: for nearly everybody the answer is no, and costs two queries.
    Only whether the way is shown; the desk itself asks Django.
    """

    def lees() -> bool:
        mag = Permission.objects.filter(content_type__app_label="wagtailadmin", codename="access_admin")
        return wie.is_superuser or mag.filter(Q(group__user=wie) | Q(user=wie)).exists()

    return onthoud(f"redactie:{wie.pk}:{wie.is_superuser}", lees)
