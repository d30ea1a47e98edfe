"""Every night: what may not be kept longer goes. The terms, with their reasons, stand in the settings (BEWAREN)."""

from __future__ import annotations

import datetime as dt
from importlib import import_module

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import DateTimeField, Exists, F, OuterRef, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from kennisplatform.basis.losse_rijen import voor_elk
from kennisplatform.deelnemers.models import Gebruiker, Lidmaatschap, Logregel
from kennisplatform.toegang import brieven
from kennisplatform.toegang.models import Waarschuwing
from kennisplatform.toegang.persoonsgegevens import VERTROKKEN
from kennisplatform.toegang.verwijderen import verwijder_account


def _dagen(aantal: int) -> dt.timedelta:
    return dt.timedelta(days=aantal)


def ongebruikt() -> None:
    """Two warnings, then the account goes. Each step waits for the one before, so a night that was missed, or a site
    that starts with old accounts, never takes somebody by surprise."""
    termijn, (eerst, daarna) = settings.BEWAREN["ONGEBRUIKT"], settings.BEWAREN["WAARSCHUWINGEN"]
    nu = timezone.now()
    Waarschuwing.objects.filter(gebruiker__last_login__gt=F("op")).delete()  # they came back

    def stap(wie: Gebruiker) -> None:
        gehad = dict(Waarschuwing.objects.filter(gebruiker=wie).values_list("dagen_vooraf", "op"))
        if eerst not in gehad:
            waarschuw(gebruiker=wie, dagen=eerst)
        elif daarna not in gehad:
            if gehad[eerst] <= nu - _dagen(eerst - daarna):
                waarschuw(gebruiker=wie, dagen=daarna)
        elif gehad[daarna] <= nu - _dagen(daarna) and gehad[eerst] <= nu - _dagen(eerst):
            verwijder_account(gebruiker=wie, sjabloon="toegang/brieven/account_verlopen", ondanks=True)

    voor_elk("account dat niemand gebruikt", _stil_sinds(nu - _dagen(termijn - eerst)), stap)


def _stil_sinds(moment: dt.datetime) -> QuerySet[Gebruiker]:
    laatst = Coalesce("last_login", "date_joined", output_field=DateTimeField())
    return Gebruiker.objects.annotate(laatst=laatst).filter(laatst__lte=moment).exclude(email=VERTROKKEN).order_by("pk")


@transaction.atomic
def waarschuw(*, gebruiker: Gebruiker, dagen: int) -> None:
    Waarschuwing.objects.create(gebruiker=gebruiker, dagen_vooraf=dagen, op=timezone.now())
    weg_op = timezone.localdate() + _dagen(dagen)
    context = {"weg_op": weg_op, "adres": settings.WAGTAILADMIN_BASE_URL + "/"}
    brieven.stuur(gebruiker.email, "toegang/brieven/account_gaat_weg", context)


def onbevestigd() -> None:
    """Sign-ups that nobody confirmed: the address may be somebody else's, so no mail about it either."""
    voor = timezone.now() - _dagen(settings.BEWAREN["ONBEVESTIGD"])
    adres = EmailAddress.objects.filter(user=OuterRef("pk"))
    lid = Lidmaatschap.objects.filter(persoon=OuterRef("pk"))
    nooit_geweest = Gebruiker.objects.filter(
        last_login__isnull=True, date_joined__lte=voor, groups=None, is_superuser=False
    )
    # An account that staff made has no address row until its first sign-in: that is not a sign-up.
    nooit_geweest.filter(Exists(adres), ~Exists(adres.filter(verified=True)), ~Exists(lid)).delete()


def sessies() -> None:
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
    UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()


def logboek() -> None:
    Logregel.objects.filter(op__lte=timezone.now() - _dagen(settings.BEWAREN["LOGBOEK"])).delete()
