"""Every night: what lies still is brought to mind, once; what nobody goes on with is cleared away."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any, Final

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from kennisplatform.basis.losse_rijen import voor_elk
from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.models import Gebruiker, Lidmaatschap
from kennisplatform.post.versturen import verstuur
from leernetwerk.delen import brieven, vervolgen
from leernetwerk.delen.keuzes import Stand
from leernetwerk.delen.models import Inzending

STIL: Final = dt.timedelta(days=7)  # a draft, or a question of the editors, that nobody touched
REDACTIE: Final = dt.timedelta(days=5)  # waits for a decision
LEEG: Final = dt.timedelta(days=60)  # an empty draft
OUD: Final = dt.timedelta(days=365)  # a draft that was never handed in


def herinner() -> int:
    """Letters of this night. Each at most once per round: the outbox knows its `kenmerk`."""
    nu = timezone.now()
    stil = _van(Stand.CONCEPT, gewijzigd__lte=nu - STIL).exclude(aanleiding="", aanpak="", titel="")
    gestuurd: list[int] = []

    def geteld(doe: Callable[[Inzending], int]) -> Callable[[Inzending], None]:
        return lambda inzending: gestuurd.append(doe(inzending))

    bij_schrijver = _van(Stand.AANVULLEN, gewijzigd__lte=nu - STIL)
    bij_redactie = _van(Stand.INGEDIEND, ingediend_op__lte=nu - REDACTIE)
    voor_elk("voorbeeld dat stil ligt", stil, geteld(_stil))
    voor_elk("vraag van de redactie", bij_schrijver, geteld(_wacht_op_schrijver))
    voor_elk("voorbeeld bij de redactie", bij_redactie, geteld(_wacht_op_redactie))
    maanden = dict(vervolgen.te_vragen())
    voor_elk("loopt het nog", maanden, geteld(lambda inzending: _loopt_het_nog(inzending, maanden[inzending])))
    return sum(gestuurd)


def _stil(inzending: Inzending) -> int:
    onderwerp = _("Uw voorbeeld ‘%(t)s’ is nog niet af")
    return _aan(inzending.schrijver, inzending, "stil", onderwerp, merk=f"{inzending.versie}")


def _wacht_op_schrijver(inzending: Inzending) -> int:
    onderwerp = _("De redactie wacht op ‘%(t)s’")
    return _aan(inzending.schrijver, inzending, "stil", onderwerp, merk=f"v{inzending.versie}")


def _wacht_op_redactie(inzending: Inzending) -> int:
    link = brieven.volledig(reverse("wagtailadmin_pages:edit", args=[inzending.pagina_id]))
    onderwerp = _("Wacht al vijf dagen: ‘%(t)s’")
    return _aan_elk(
        brieven.eindredactie(),
        lambda wie: _aan(wie, inzending, "wacht_nog", onderwerp, merk=f"{inzending.versie}:{wie.pk}", link=link),
    )


def _loopt_het_nog(inzending: Inzending, maand: object) -> int:
    link = brieven.volledig(reverse("vervolg", args=[inzending.pagina_id]))
    onderwerp = _("Loopt ‘%(t)s’ nog?")
    return _aan_elk(
        _wie_weet_het(inzending),
        lambda wie: _aan(wie, inzending, "vervolg", onderwerp, merk=f"{maand}:{wie.pk}", link=link),
    )


def _aan_elk(mensen: Iterable[Gebruiker], doe: Callable[[Gebruiker], int]) -> int:
    """Letters that went; one that can't be made keeps no other reader of the same news from theirs."""
    gestuurd: list[int] = []
    voor_elk("brief over een voorbeeld", mensen, lambda wie: gestuurd.append(doe(wie)))
    return sum(gestuurd)


def ruim_op() -> None:
    nu = timezone.now()
    _van(Stand.CONCEPT, pagina__isnull=True, gewijzigd__lte=nu - LEEG, titel="", aanleiding="", aanpak="").delete()
    _van(Stand.CONCEPT, pagina__isnull=True, gewijzigd__lte=nu - OUD).delete()


def _van(stand: Stand, **voorwaarden: Any) -> QuerySet[Inzending]:
    return Inzending.objects.filter(stand=stand, **voorwaarden).select_related("schrijver", "buurt", "pagina")


def _wie_weet_het(inzending: Inzending) -> list[Gebruiker]:
    """The writer while a member, else the kartrekkers."""
    lopend = (
        Lidmaatschap.objects.lopend().filter(buurt=inzending.buurt, persoon__is_active=True).select_related("persoon")
    )
    leden = {lid.persoon: lid.rol for lid in lopend if lid.persoon is not None}
    if inzending.schrijver in leden:
        return [inzending.schrijver]
    return [persoon for persoon, rol in leden.items() if rol == Netwerkrol.KARTREKKER]


def _aan(wie: Gebruiker | None, inzending: Inzending, brief: str, onderwerp: str, *, merk: str, link: str = "") -> int:
    if wie is None or not wie.is_active:
        return 0
    kenmerk = f"inzending-{brief}:{inzending.pk}:{merk}"
    context = {"link": link or brieven.volledig(inzending.get_absolute_url())}
    tekst = brieven.tekst(brief, inzending, wie, **context)
    bericht = verstuur(
        aan=wie.email, onderwerp=onderwerp % {"t": brieven.kort(inzending)}, tekst=tekst, kenmerk=kenmerk
    )
    return int((timezone.now() - bericht.gemaakt) < dt.timedelta(minutes=1))
