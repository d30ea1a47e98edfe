"""Saying back, counting, answering: the ways in which these records come and go."""

from __future__ import annotations

import datetime as dt
from typing import Final

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from kennisplatform.deelnemers.lidmaatschappen import Bezwaar
from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.post.versturen import verstuur
from kennisplatform.terugmelding.models import Nuttigdag, Terugmelding

ADRES_BLIJFT: Final = dt.timedelta(days=60)  # of a report that nobody answered
BLIJFT: Final = dt.timedelta(days=365)
TELLING_BLIJFT: Final = dt.timedelta(days=730)
ONDERWERP: Final = 120


def meld_terug(*, pagina: Page, tekst: str, waar: str = "", mail: str = "") -> Terugmelding:
    return Terugmelding.objects.create(
        pagina_id=pagina.pk, tekst=tekst, waar=waar, mail=mail, wilde_antwoord=bool(mail)
    )


@transaction.atomic
def tel(*, pagina: Page, nuttig: bool) -> None:
    dag, _nieuw = Nuttigdag.objects.get_or_create(pagina_id=pagina.pk, dag=timezone.localdate())
    veld = "ja" if nuttig else "nee"
    Nuttigdag.objects.filter(pk=dag.pk).update(**{veld: F(veld) + 1})


@transaction.atomic
def doe_af(*, pk: int, door: Gebruiker, antwoord: str = "") -> Terugmelding:
    """Raises Bezwaar when a colleague did it meanwhile. The reader's address is gone after this, answered or not."""
    melding = Terugmelding.objects.select_for_update(of=("self",)).select_related("pagina").get(pk=pk)
    if melding.afgedaan:
        raise Bezwaar(_("Een collega deed dit intussen al af. Uw antwoord is niet verstuurd."))
    if antwoord and not melding.mail:
        raise Bezwaar(_("Deze lezer liet geen adres achter. Antwoorden kan niet."))
    if antwoord:
        _mail(melding, antwoord)
    melding.antwoord, melding.mail, melding.door, melding.afgedaan = antwoord, "", door, timezone.now()
    melding.save(update_fields=["antwoord", "mail", "door", "afgedaan"])
    return melding


def _mail(melding: Terugmelding, antwoord: str) -> None:
    adres = settings.WAGTAILADMIN_BASE_URL + (melding.pagina.get_url() or "/")
    verstuur(
        aan=melding.mail,
        onderwerp=_("Ons antwoord over ‘%(titel)s’") % {"titel": melding.pagina.title[:ONDERWERP]},
        tekst=render_to_string(
            "terugmelding/post/antwoord.txt", {"melding": melding, "antwoord": antwoord, "adres": adres}
        ),
        kenmerk=f"terugmelding:{melding.pk}",
    )


def ruim_op() -> str:
    nu = timezone.now()
    adressen = Terugmelding.objects.filter(op__lt=nu - ADRES_BLIJFT).exclude(mail="").update(mail="")
    weg, _soorten = Terugmelding.objects.filter(afgedaan__lt=nu - BLIJFT).delete()
    Nuttigdag.objects.filter(dag__lt=timezone.localdate() - TELLING_BLIJFT).delete()
    return f"{adressen} adressen, {weg} terugmeldingen"
