"""Ask for a signature, sign, decline, remind. What stands under a version stays there; a newer version asks anew."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from typing import Final

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from kennisplatform.deelnemers.buurten import vergrendel_met_buurt
from kennisplatform.deelnemers.keuzes import Fase
from kennisplatform.deelnemers.logboek import noteer
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Herindeling, Logregel
from kennisplatform.deelnemers.models.buurt import kort
from kennisplatform.post.versturen import verstuur
from menukaart.begroting.models import GOED, Indiening
from menukaart.commitment import berichten
from menukaart.commitment.models import CODE_GELDIG, MAX_MIS, WACHT, Handtekening, Handtekeningstand
from menukaart.commitment.verschil import verschillen
from menukaart.commitment.voorwaarden import voorwaarden_van
from menukaart.plan.bevriezen import lees
from menukaart.plan.fasen import werk_fase_bij
from menukaart.plan.models import Planversie

IN_MAIL: Final = 8  # differences in a letter; all of them stand on the page


class Tekenbezwaar(Exception):
    """It can't be done; the text says why, in Dutch."""


class Codebezwaar(Tekenbezwaar):
    """The code is wrong, too old, or was wrong too often."""


def te_tekenen(buurt: Buurt) -> Planversie | None:
    """The version that the committee agreed with last: plan and budget as they stood then."""
    goed = Indiening.objects.filter(buurt=buurt, besluit__in=GOED).select_related("versie__plan__buurt")
    indiening = goed.order_by("-versie__nummer").first()
    return indiening.versie if indiening else None


def nieuwere_goedgekeurd(versie: Planversie) -> bool:
    return Indiening.objects.filter(
        versie__plan=versie.plan_id, versie__nummer__gt=versie.nummer, besluit__in=GOED
    ).exists()


def getekend() -> QuerySet[Planversie]:
    """Versions that somebody signed: these may be proved to whoever has their fingerprint."""
    return Planversie.objects.filter(handtekeningen__stand=Handtekeningstand.GETEKEND).distinct()


def hash_van(geheim: str) -> str:
    return hashlib.sha256(geheim.encode("utf-8", "replace")).hexdigest()


def vind(sleutel: str) -> Handtekening | None:
    rij = Handtekening.objects.select_related("buurt", "versie", "door")
    return rij.filter(sleutelhash=hash_van(sleutel)).first()


@transaction.atomic
def vraag(*, handtekening: Handtekening, door: Gebruiker) -> Handtekening:
    """`handtekening` as a form filled it, of the last version. Raises Tekenbezwaar for somebody who was asked already."""
    sleutel = secrets.token_urlsafe(32)
    handtekening.email = handtekening.email.strip().lower()
    handtekening.sleutelhash, handtekening.door = hash_van(sleutel), door
    try:
        with transaction.atomic():
            handtekening.save()
    except IntegrityError as fout:
        raise Tekenbezwaar(_("Aan dit adres is de handtekening al gevraagd.")) from fout
    _mail(handtekening, sleutel, "gevraagd")
    return handtekening


@transaction.atomic
def herinner(*, handtekening: Handtekening, door: Gebruiker | None) -> None:
    """A new link; the old one stops working. Once a day is enough."""
    vers = _wachtende(handtekening)
    if vers.herinnerd_op and timezone.now() - vers.herinnerd_op < CODE_GELDIG * 48:
        raise Tekenbezwaar(_("Deze persoon kreeg vandaag al een herinnering."))
    sleutel = secrets.token_urlsafe(32)
    vers.sleutelhash, vers.herinnerd_op = hash_van(sleutel), timezone.now()
    vers.save(update_fields=["sleutelhash", "herinnerd_op"])
    _mail(vers, sleutel, f"herinnerd:{timezone.localdate()}")


def vorige_keer(handtekening: Handtekening) -> Handtekening | None:
    """What this address was asked to sign before: who did so decides about what changed since."""
    rij = Handtekening.objects.filter(
        versie__plan=handtekening.versie.plan_id,
        versie__nummer__lt=handtekening.versie.nummer,
        email__iexact=handtekening.email,
    )
    return rij.select_related("versie").order_by("-versie__nummer", "-pk").first()


def _mail(handtekening: Handtekening, sleutel: str, waarom: str) -> None:
    eerder = vorige_keer(handtekening)
    anders = verschillen(lees(eerder.versie), lees(handtekening.versie)) if eerder else []
    tekst = render_to_string(
        "commitment/post/vraag.txt",
        {
            "eerder": eerder,
            "verschillen": anders[:IN_MAIL],
            "meer": max(0, len(anders) - IN_MAIL),
            "h": handtekening,
            "link": settings.WAGTAILADMIN_BASE_URL + reverse("commitment_teken", args=[sleutel]),
            "voorwaarden": voorwaarden_van(handtekening.versie) is not None,
        },
    )
    verstuur(
        aan=handtekening.email,
        onderwerp=_("Tekent u het buurtplan van %(buurt)s?") % {"buurt": kort(handtekening.buurt.naam)},
        tekst=tekst,
        kenmerk=f"handtekening:{handtekening.pk}:{waarom}",
        geheim=True,
    )


@transaction.atomic
def stuur_code(*, handtekening: Handtekening) -> None:
    """Six digits to the address that was asked, so that a link which lies about, or was opened by a scanner, signs nothing."""
    vers = _wachtende(handtekening)
    code = f"{secrets.randbelow(10**6):06}"
    vers.codehash, vers.code_tot, vers.mis = _codehash(vers, code), timezone.now() + CODE_GELDIG, 0
    vers.stand = Handtekeningstand.GELEZEN
    vers.save(update_fields=["codehash", "code_tot", "mis", "stand"])
    verstuur(
        aan=vers.email,
        onderwerp=_("Uw code om te tekenen"),
        tekst=render_to_string("commitment/post/code.txt", {"h": vers, "code": code}),
        geheim=True,
    )


def _codehash(handtekening: Handtekening, code: str) -> str:
    return hmac.new(settings.SECRET_KEY.encode(), f"{handtekening.pk}:{code}".encode(), "sha256").hexdigest()


def teken_met_code(*, handtekening: Handtekening, code: str) -> None:
    """Raises Tekenbezwaar: wrong, too late, too often. A wrong code counts also when nothing else is written."""
    with transaction.atomic():
        vers = _wachtende(handtekening)
        goed = _klopt(vers, code)
        if goed:
            _zet(vers, "code", None)
        else:
            vers.mis += 1
            vers.save(update_fields=["mis"])
    if not goed:
        raise Codebezwaar(
            _("Deze code klopt niet, of werkt niet meer. Kijk in uw laatste mail, of vraag een nieuwe code.")
        )


def _klopt(vers: Handtekening, code: str) -> bool:
    if not vers.codehash or vers.code_tot is None or vers.code_tot < timezone.now() or vers.mis >= MAX_MIS:
        return False
    return hmac.compare_digest(vers.codehash, _codehash(vers, code.strip().replace(" ", "")))


@transaction.atomic
def teken_met_account(*, handtekening: Handtekening, door: Gebruiker) -> None:
    """Somebody who is signed in under the address that was asked."""
    vers = _wachtende(handtekening)
    if vers.email.lower() != door.email.lower():
        raise Tekenbezwaar(_("Deze handtekening is aan een ander adres gevraagd."))
    _zet(vers, "account", door)


def _zet(vers: Handtekening, met: str, door: Gebruiker | None) -> None:
    vers.stand, vers.getekend_op, vers.getekend_met = Handtekeningstand.GETEKEND, timezone.now(), met
    vers.persoon, vers.codehash = door or vers.persoon, ""
    vers.save()
    _noteer(vers, _("tekende versie %(n)s van het plan, namens %(o)s"), door)
    berichten.getekend(vers)
    if not vers.versie.handtekeningen.filter(stand__in=WACHT).exists() and vers.door:
        werk_fase_bij(buurt=vers.buurt, fase=Fase.UITVOEREN, door=vers.door)


@transaction.atomic
def weiger(*, handtekening: Handtekening, reden: str) -> None:
    vers = _wachtende(handtekening)
    vers.stand, vers.reden, vers.codehash = Handtekeningstand.GEWEIGERD, reden, ""
    vers.save(update_fields=["stand", "reden", "codehash"])
    _noteer(vers, _("tekent versie %(n)s van het plan niet, namens %(o)s"), None)
    berichten.geweigerd(vers)


def _noteer(vers: Handtekening, tekst: str, door: Gebruiker | None) -> None:
    zin = tekst % {"n": vers.versie.nummer, "o": vers.organisatie}
    noteer(Logregel.Soort.BUURT, zin, buurt=vers.buurt, door=door)


@transaction.atomic
def vraag_opnieuw(*, van: Planversie, naar: Planversie, door: Gebruiker) -> int:
    """Everybody who was asked for an earlier version is asked for this one. How many were."""
    keer = 0
    for oud in van.handtekeningen.exclude(stand=Handtekeningstand.VERVALLEN):
        velden = {naam: getattr(oud, naam) for naam in ("buurt", "organisatie", "rol", "naam", "email", "belofte")}
        if oud.wacht:
            Handtekening.objects.filter(pk=oud.pk).update(stand=Handtekeningstand.VERVALLEN)
        try:
            vraag(handtekening=Handtekening(versie=naar, **velden), door=door)
        except Tekenbezwaar:
            continue
        keer += 1
    return keer


def _wachtende(handtekening: Handtekening) -> Handtekening:
    """As it stands now, behind the neighbourhood's lock."""
    vers = vergrendel_met_buurt(handtekening, "versie", "door")
    if vers.stand == Handtekeningstand.GETEKEND:
        raise Tekenbezwaar(_("Dit is al getekend."))
    if vers.buurt.opgeheven:
        raise Tekenbezwaar(
            _("Deze buurt is opnieuw ingedeeld. Het nieuwe netwerk maakt een eigen plan, en vraagt het u dan.")
        )
    if vers.stand == Handtekeningstand.VERVALLEN or nieuwere_goedgekeurd(vers.versie):
        raise Tekenbezwaar(_("Er is een nieuwere versie van het plan. Daarvoor krijgt u een nieuwe mail."))
    if vers.stand == Handtekeningstand.GEWEIGERD:
        raise Tekenbezwaar(_("U liet weten dat u niet tekent. Wilt u toch? Vraag het netwerk om een nieuwe mail."))
    return vers


def van_vroeger(buurt: Buurt) -> list[Planversie]:
    """What was signed in the neighbourhoods that this one came from: it goes on saying what was promised."""
    oud, nieuw = set[int](), {buurt.pk}
    while nieuw:  # through several divisions
        gevonden = Herindeling.objects.filter(naar__in=nieuw, ongedaan_op__isnull=True).values_list("van", flat=True)
        nieuw = set(gevonden) - oud - {None, buurt.pk}
        oud |= nieuw
    rij = getekend().filter(plan__buurt__in=oud).select_related("plan__buurt").defer("inhoud") if oud else ()
    return list({versie.pk: versie for versie in rij}.values())
