"""What this room keeps about a person, and how it forgets: the account, memberships, the log of rights."""

from __future__ import annotations

from typing import Any, Final

from django.db.models import F, Q
from django.db.models.functions import Greatest
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from kennisplatform.deelnemers import gegevens
from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.logboek import noteer
from kennisplatform.deelnemers.models import Gebruiker, Lidmaatschap, Logregel
from kennisplatform.post.models import Bericht


def _post(wie: Gebruiker) -> list[dict[str, Any]]:
    return [
        {
            _t("onderwerp"): b.onderwerp,
            _t("gemaakt"): b.gemaakt.isoformat(),
            _t("verstuurd"): b.verstuurd and b.verstuurd.isoformat(),
        }
        for b in Bericht.objects.filter(aan__iexact=wie.email)
    ]


def _vergeet_post(wie: Gebruiker) -> None:
    """What waits still goes out: the last mail says that the account is gone."""
    Bericht.objects.filter(aan__iexact=wie.email, verstuurd__isnull=False).delete()


def _account(wie: Gebruiker) -> list[dict[str, Any]]:
    return [
        {
            _t("voornaam"): wie.first_name,
            _t("achternaam"): wie.last_name,
            _t("functie en organisatie"): wie.functie,
            _t("e-mailadres"): wie.email,
            _t("gemaakt op"): wie.date_joined.isoformat(),
            _t("laatst aangemeld op"): wie.last_login.isoformat() if wie.last_login else "",
            _t("rollen in het programma"): [groep.name for groep in wie.groups.all()],
        }
    ]


def _lidmaatschappen(wie: Gebruiker) -> list[dict[str, Any]]:
    return [
        {
            _t("buurt"): str(lid.buurt),
            _t("rol"): lid.get_rol_display(),
            _t("wijkverpleegkundige"): lid.wijkverpleegkundige,
            _t("functie en organisatie"): lid.functie,
            _t("van"): lid.van.isoformat(),
            _t("tot"): lid.tot.isoformat() if lid.tot else "",
        }
        for lid in Lidmaatschap.objects.filter(persoon=wie).select_related("buurt")
    ]


def _logboek(wie: Gebruiker) -> list[dict[str, Any]]:
    regels = Logregel.objects.filter(Q(door=wie) | Q(over=wie)).select_related("buurt")
    return [
        {
            _t("wanneer"): regel.op.isoformat(),
            _t("soort"): regel.get_soort_display(),
            _t("wat"): regel.tekst,
            _t("buurt"): str(regel.buurt or ""),
            _t("door u"): regel.door_id == wie.pk,
            _t("over u"): regel.over_id == wie.pk,
        }
        for regel in regels
    ]


def beeindig_en_vergeet(wie: Gebruiker) -> None:
    """Memberships end today and lose their person; the network's own log says that a member left."""
    vandaag = timezone.localdate()
    lopend = Lidmaatschap.objects.filter(persoon=wie).filter(Q(tot__isnull=True) | Q(tot__gt=vandaag))
    for lid in lopend.select_related("buurt"):
        noteer(
            Logregel.Soort.LID_WEG,
            _t("verliet het platform: %(rol)s") % {"rol": lid.get_rol_display()},
            buurt=lid.buurt,
        )
    lopend.update(tot=Greatest(F("van"), vandaag))
    Lidmaatschap.objects.filter(persoon=wie).update(persoon=None, functie="")


def laatste_kartrekker(wie: Gebruiker) -> list[gegevens.Beletsel]:
    lopend = Lidmaatschap.objects.lopend().filter(rol=Netwerkrol.KARTREKKER)
    anderen = lopend.filter(persoon__isnull=False).exclude(persoon=wie).values("buurt")
    alleen = lopend.filter(persoon=wie).exclude(buurt__in=anderen).select_related("buurt")
    return [
        gegevens.Beletsel(
            _t("U bent de laatste kartrekker van %(buurt)s.") % {"buurt": lid.buurt},
            _t("Draag die rol eerst over aan iemand anders in het netwerk, of vraag het transitieteam om hulp."),
            "/werkplek/",
        )
        for lid in alleen
    ]


BRENGT: Final = [
    gegevens.Persoonsgegevens(
        "account",
        _("Uw account"),
        _("Om u te herkennen bij het aanmelden en u te kunnen mailen."),
        _("Zolang u het account gebruikt. Na twee jaar zonder aanmelden halen wij het weg, na twee mails vooraf."),
        _account,
        gegevens.niets,
        waar=gegevens.Waar.VOORAAN,
    ),
    gegevens.Persoonsgegevens(
        "lidmaatschappen",
        _("Uw buurtnetwerken"),
        _("Om te weten in welk netwerk u zit, in welke rol, en wat u daar mag."),
        _("Dat het netwerk een lid met deze rol had, blijft bewaard. Uw naam en functie gaan eraf."),
        _lidmaatschappen,
        beeindig_en_vergeet,
        waar=gegevens.Waar.VOORAAN,
    ),
    gegevens.Persoonsgegevens(
        "logboek",
        _("Het logboek van rechten"),
        _("Om te kunnen nagaan wie welke rechten gaf of kreeg, en welke medewerker meekeek in een netwerk."),
        _("Twee jaar. Gaat uw account eerder weg, dan blijft de regel staan zonder uw naam."),
        _logboek,
        gegevens.niets,  # SET_NULL
    ),
    gegevens.Persoonsgegevens(
        "post",
        _("E-mail die wij u stuurden"),
        _("Om te kunnen nagaan of een bericht u bereikte."),
        _("De inhoud twee weken, dat er iets verstuurd is drie maanden. Gaat weg met uw account."),
        _post,
        _vergeet_post,
        waar=gegevens.Waar.ACHTERAAN,
    ),
    gegevens.Vertrekvraag("laatste kartrekker", laatste_kartrekker),
]
