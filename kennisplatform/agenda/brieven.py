"""Mails of the agenda. None holds the link to join online: that stands behind the reader's own link."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from functools import partial

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from kennisplatform.agenda.keuzes import Staat
from kennisplatform.agenda.models import Bijeenkomst, Deelname, Ervaringsdeskundige
from kennisplatform.basis.losse_rijen import voor_elk
from kennisplatform.deelnemers.models.buurt import kort
from kennisplatform.deelnemers.positie import mag
from kennisplatform.deelnemers.rechten import Doe
from kennisplatform.post.versturen import verstuur


def eigen_link(deelname: Deelname) -> str:
    """Where this person reads how it stands, joins and cancels."""
    if deelname.persoon_id:
        return settings.WAGTAILADMIN_BASE_URL + deelname.bijeenkomst.get_absolute_url()
    return settings.WAGTAILADMIN_BASE_URL + reverse("deelname", args=[deelname.token("beheer")])


def bevestig(deelname: Deelname) -> None:
    link = settings.WAGTAILADMIN_BASE_URL + reverse("deelname_bevestigen", args=[deelname.token("bevestig")])
    # One a minute: whoever presses twice gets one mail.
    _stuur(deelname, "bevestig", _("Bevestig uw aanmelding: %(t)s"), f"{deelname.sinds:%Y%m%d%H%M}", link)


def aangemeld(deelname: Deelname) -> None:
    wacht = deelname.staat == Staat.WACHT
    _stuur(deelname, "aangemeld", _("U staat op de wachtlijst: %(t)s") if wacht else _("U bent aangemeld: %(t)s"))


def al_aangemeld(deelname: Deelname) -> None:
    """Asked for again; at most one a day, or a stranger could fill this mail box."""
    _stuur(deelname, "al_aangemeld", _("U was al aangemeld: %(t)s"), f"{timezone.localdate():%Y%m%d}")


def doorgeschoven(deelname: Deelname) -> None:
    _stuur(deelname, "doorgeschoven", _("Er is een plek voor u: %(t)s"))


def gewijzigd(bijeenkomst: Bijeenkomst) -> None:
    voor_elk("brief over een andere tijd", ontvangers(bijeenkomst), partial(_gewijzigd, versie=bijeenkomst.versie))


def _gewijzigd(deelname: Deelname, versie: int) -> None:
    _stuur(deelname, "gewijzigd", _("Andere tijd of plek: %(t)s"), str(versie))


def afgelast(bijeenkomst: Bijeenkomst) -> None:
    voor_elk("brief over een afgelasting", ontvangers(bijeenkomst), _afgelast)


def _afgelast(deelname: Deelname) -> None:
    _stuur(deelname, "afgelast", _("Gaat niet door: %(t)s"))


def te_herinneren(bijeenkomst: Bijeenkomst) -> Iterator[Deelname]:
    """Whoever has a place. Each hears by themself: one letter that can't be made keeps nobody else waiting."""
    return (deelname for deelname in ontvangers(bijeenkomst) if deelname.staat == Staat.PLEK)


def herinner(deelname: Deelname) -> None:
    """`kenmerk` holds the date: a meeting that moved gets a new reminder, one that didn't gets no second."""
    dag = timezone.localtime(deelname.bijeenkomst.begin).date()
    onderwerp = _("Morgen: %(t)s") if _morgen(dag) else _("Vandaag: %(t)s")
    _stuur(deelname, "herinnering", onderwerp, f"{dag:%Y%m%d}")


def ontvangers(bijeenkomst: Bijeenkomst) -> Iterator[Deelname]:
    """Whoever signed up and may still know of it: people who left the network hear no more."""
    van_ieder = mag(None, Doe.ZIEN, bijeenkomst)
    for deelname in bijeenkomst.deelnames.telt().select_related("persoon"):
        deelname.bijeenkomst = bijeenkomst
        if van_ieder or deelname.persoon_id is None or mag(deelname.persoon, Doe.ZIEN, bijeenkomst):
            yield deelname


def toestemming_loopt_af(deskundige: Ervaringsdeskundige, aan: str) -> None:
    pad = reverse("ervaringsdeskundige_wijzigen", args=[deskundige.pk])
    verstuur(
        aan=aan,
        onderwerp=_("Toestemming loopt af: ervaringsdeskundige in %(b)s") % {"b": kort(deskundige.buurt.naam)},
        tekst=render_to_string(
            "agenda/post/toestemming.txt", {"d": deskundige, "link": settings.WAGTAILADMIN_BASE_URL + pad}
        ),
        kenmerk=f"toestemming:{deskundige.pk}:{deskundige.geldig_tot:%Y%m%d}:{_kort_merk(aan)}",
    )


def _kort_merk(aan: str) -> str:
    """Tells two kartrekkers apart without keeping their address in the mark."""
    return hashlib.sha256(aan.encode()).hexdigest()[:12]


def _morgen(dag: dt.date) -> bool:
    return dag > timezone.localdate()


def _stuur(deelname: Deelname, brief: str, onderwerp: str, keer: str = "", link: str = "") -> None:
    verstuur(
        aan=deelname.adres,
        onderwerp=onderwerp % {"t": kort(deelname.bijeenkomst.titel)},
        tekst=render_to_string(
            f"agenda/post/{brief}.txt",
            {"b": deelname.bijeenkomst, "deelname": deelname, "link": link or eigen_link(deelname)},
        ),
        kenmerk=f"agenda-{brief}:{deelname.pk}:{keer}".rstrip(":"),
        geheim=True,
    )
