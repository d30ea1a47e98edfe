"""A version that is not on the site, read by somebody without an account: a link that says which version, and until when.

What is shared is that version and no later one. Nothing is kept of who reads it. The link ends after two weeks, and sooner
when an editor withdraws it, the page goes into the bin or the version is gone.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from django.core import signing
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.models import Page, Revision

from kennisplatform.basis.models.prullenbak import in_prullenbak
from kennisplatform.deelnemers.deur import voor_iedereen
from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.redactie.models import Meeleeslink

GELDIG: Final = dt.timedelta(days=14)
ZOUT: Final = "redactie.meelezen"


def maak(versie: Revision, door: Any) -> Meeleeslink:
    """The caller asked whether this editor may."""
    tot = timezone.now() + GELDIG
    return Meeleeslink.objects.create(pagina_id=int(versie.object_id), versie=versie, door=door, tot=tot)


def levende(pagina: Page) -> QuerySet[Meeleeslink]:
    rijen = Meeleeslink.objects.filter(pagina=pagina, tot__gt=timezone.now())
    return rijen.select_related("door", "versie").defer("versie__content")


def bewijs_van(link: Meeleeslink) -> str:
    return signing.dumps([link.pk, link.versie_id], salt=ZOUT)


def ruim_op() -> str:
    weg, _soorten = Meeleeslink.objects.filter(tot__lt=timezone.now()).delete()
    return f"{weg} voorbije links om mee te lezen"


def is_te_delen(pagina: Page) -> bool:
    """What a network shares with networks only goes to nobody else."""
    return getattr(pagina, "zichtbaarheid", Zichtbaarheid.OPENBAAR) == Zichtbaarheid.OPENBAAR


@require_safe
@voor_iedereen
@never_cache
def lees(request: HttpRequest, bewijs: str) -> HttpResponse:
    try:
        gegeven = signing.loads(bewijs, salt=ZOUT, max_age=GELDIG)
    except signing.SignatureExpired:
        return render(request, "redactie/meelezen_voorbij.html", status=410)
    except signing.BadSignature as fout:
        raise Http404 from fout
    pk, versie_pk = gegeven if isinstance(gegeven, list) else (0, 0)  # one of before they could be withdrawn
    link = Meeleeslink.objects.filter(pk=pk, versie=versie_pk).select_related("versie").first()
    versie = link.versie if link else None
    if versie is None or in_prullenbak([int(versie.object_id)]):
        return render(request, "redactie/meelezen_voorbij.html", status=410)
    pagina: Any = versie.as_object()
    if not is_te_delen(pagina):
        raise PermissionDenied
    nu = Page.objects.filter(pk=versie.object_id, live=True, live_revision=versie.pk).first()
    if nu is not None and (adres := nu.get_url(request)):
        return HttpResponseRedirect(adres)  # published meanwhile
    extra = {"meelezen": versie.created_at}
    antwoord: HttpResponse = pagina.make_preview_request(request, pagina.default_preview_mode, extra)
    antwoord.headers["X-Robots-Tag"] = "noindex, nofollow"
    return antwoord
