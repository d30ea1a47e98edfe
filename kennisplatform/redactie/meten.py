"""How pages stand, for reports: measured when somebody publishes one, when work on many ends, all of them at night; and what
was missed (a page that a file brought) beside the request of who opens a report.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from functools import partial
from itertools import islice
from typing import Any, Final

from django.db import DatabaseError, transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django_tasks import task
from wagtail.models import Page
from wagtail.signals import page_published

from kennisplatform.basis.haast import kort_slot
from kennisplatform.basis.leesniveau import GENOEG_WOORDEN, meet
from kennisplatform.basis.losse_rijen import los
from kennisplatform.basis.models import Begrip, KennisPagina, MetBewijs
from kennisplatform.basis.redactie import kennismodellen
from kennisplatform.naderhand import na_commit
from kennisplatform.redactie import leesbaar, linkplekken
from kennisplatform.redactie.kijker import kijker
from kennisplatform.redactie.models import Paginastand
from kennisplatform.redactie.stukken import onderdelen

TEGELIJK: Final = 200
OP_EEN_KEER: Final = 600  # pages in one go beside a request: as long is the one writer of SQLite busy with it
VELDEN: Final = [veld.name for veld in Paginastand._meta.concrete_fields if not veld.primary_key]


def verouderd() -> QuerySet[Page]:
    """Published since they were measured, or never measured. What is measured is what stands on the site: a draft beside it
    changes nothing of that, and reports list public pages.
    """
    nieuwer = Q(redactiestand=None) | Q(last_published_at__gt=F("redactiestand__gemeten_op"))
    return Page.objects.filter(nieuwer, live=True, depth__gt=1)


def bij_publicatie(sender: type, instance: Any, **rest: Any) -> None:
    """By the press of an editor; files bring hundreds at once."""
    if isinstance(instance, KennisPagina) and kijker() is not None:
        na_commit(partial(meet_paginas, [instance.pk]), "measuring a published page")


def verbind() -> None:
    page_published.connect(bij_publicatie, dispatch_uid="meten")


def meet_straks() -> int:
    """How many pages wait to be measured; that begins now, beside the request, so that a report costs the same on any day."""
    if over := verouderd().count():
        na_commit(meet_nu.enqueue, "measuring what changed, for who opened a report")
    return over


@task(backend="werk")
def meet_nu() -> None:
    meet_bij()


def meet_bij(hoogstens: int | None = OP_EEN_KEER) -> int:
    """Measures what changed; returns how many still wait. Never waits for a lock: reading goes on without."""
    over = verouderd().count()
    if over:
        try:
            with kort_slot():
                over -= meet_paginas(verouderd().order_by("pk").values_list("pk", flat=True)[:hoogstens])
        except DatabaseError:
            return over
    return over


def na_het_laden() -> None:
    """Files bring hundreds of pages at once, and a site that was just set up has reports to open."""
    meet_bij(hoogstens=None)


def meet_alles() -> str:
    """At night: all of them, since a rule of measuring may have changed."""
    aantal = meet_paginas(Page.objects.filter(depth__gt=1).order_by("pk").values_list("pk", flat=True))
    return f"{aantal} pagina's gemeten"


def meet_paginas(pks: Iterable[int]) -> int:
    """Constant queries per 200 pages of a kind."""
    alle, gemeten = iter(list(pks)), 0
    themas = dict(Begrip.objects.filter(soort="thema").values_list("pk", "code"))
    while deel := list(islice(alle, TEGELIJK)):
        nu = timezone.now()
        standen, waar = {pk: Paginastand(pagina_id=pk, gemeten_op=nu) for pk in deel}, {}
        for p in _paginas(deel):
            with los("meten van een pagina", p):  # one that can't be read stands in no report, the others do
                waar[p.pk] = linkplekken.van(p)
                standen[p.pk] = Paginastand(pagina_id=p.pk, gemeten_op=nu, **_maten(p, themas))
        with transaction.atomic():  # of these: whoever signs in meanwhile waits no longer than this takes to write
            Paginastand.objects.bulk_create(
                standen.values(), update_conflicts=True, unique_fields=["pagina"], update_fields=VELDEN
            )
            linkplekken.leg_vast(waar)
        gemeten += len(deel)
    return gemeten


def _paginas(pks: list[int]) -> list[KennisPagina]:
    per_model: dict[type[KennisPagina], list[int]] = defaultdict(list)
    soorten = {model._meta.label_lower: model for model in kennismodellen()}
    rijen = Page.objects.filter(pk__in=pks).values_list("pk", "content_type__app_label", "content_type__model")
    for pk, app, naam in rijen:
        if model := soorten.get(f"{app}.{naam}"):
            per_model[model].append(pk)
    return [p for model, deel in per_model.items() for p in model.objects.filter(pk__in=deel).select_related("locale")]


def _maten(pagina: KennisPagina, themas: dict[int, str]) -> dict[str, Any]:
    delen = onderdelen(pagina)
    lopend = [stuk for stuk in delen.stukken if stuk.lopend]
    niveau = meet("\n".join(stuk.tekst for stuk in lopend))
    nederlands = pagina.locale.language_code == "nl"
    return {
        "thema": themas.get(pagina.hoofdthema_id or 0, ""),
        "volgende_controle": pagina.volgende_controle,
        "erkenning_tot": pagina.bewijs_verloopt_op if isinstance(pagina, MetBewijs) else None,
        "geld_tot": _eerste_einde(pagina),
        "heeft_beeld": bool(delen.beelden),
        "woorden": niveau.woorden,
        "leesniveau": niveau.lix if nederlands and niveau.woorden >= GENOEG_WOORDEN else None,
        "lange_zinnen": sum(1 for _punt in leesbaar.lange_zinnen(lopend)) if nederlands else 0,
        "lijdend": sum(1 for _punt in leesbaar.lijdende_zinnen(lopend)) if nederlands else 0,
    }


def _eerste_einde(pagina: Any) -> dt.date | None:
    einden = [deel.value.get("geldt_tot") for deel in getattr(pagina, "geldregels", ())]
    return min((einde for einde in einden if einde), default=None)
