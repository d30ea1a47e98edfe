"""What the door and the admin keep about a person, for 'Mijn gegevens'."""

from __future__ import annotations

from typing import Any, Final

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from wagtail.models import Comment, CommentReply, ModelLogEntry, Page, PageLogEntry, Revision

from kennisplatform.deelnemers import gegevens
from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.toegang.models import Waarschuwing

VERTROKKEN: Final = "vertrokken@kennisplatform.invalid"  # nobody's: '.invalid' is kept free by RFC 2606


def _aanmelden(wie: Gebruiker) -> list[dict[str, Any]]:
    adressen = [
        {_t("soort"): _t("e-mailadres"), _t("wat"): a.email, _t("bevestigd"): a.verified}
        for a in EmailAddress.objects.filter(user=wie)
    ]
    stappen = [
        {_t("soort"): s.get_type_display(), _t("wat"): str(s), _t("sinds"): s.created_at.isoformat()}
        for s in Authenticator.objects.filter(user=wie)
    ]
    organisaties = [
        {_t("soort"): _t("organisatie"), _t("wat"): o.provider, _t("wat die doorgaf"): o.extra_data}
        for o in SocialAccount.objects.filter(user=wie)
    ]
    gewaarschuwd = [
        {_t("soort"): _t("mail dat uw account weg zou gaan"), _t("sinds"): w.op.isoformat()}
        for w in Waarschuwing.objects.filter(gebruiker=wie)
    ]
    wachtwoord = [{_t("soort"): _t("wachtwoord"), _t("wat"): _t("onleesbaar gemaakt; ook wij kennen het niet")}]
    return [*adressen, *(wachtwoord if wie.has_usable_password() else []), *stappen, *organisaties, *gewaarschuwd]


def _apparaten(wie: Gebruiker) -> list[dict[str, Any]]:
    return [
        {_t("apparaat"): s.user_agent, _t("aangemeld op"): s.created_at.isoformat()}
        for s in UserSession.objects.filter(user=wie)
    ]


def _beeindig_sessies(wie: Gebruiker) -> None:
    for sessie in UserSession.objects.filter(user=wie):
        sessie.end()


def _redactie(wie: Gebruiker) -> list[dict[str, Any]]:
    paginas = [{_t("soort"): _t("pagina die u maakte"), _t("wat"): p.title} for p in Page.objects.filter(owner=wie)]
    versies = [
        {_t("soort"): _t("versie die u bewaarde"), _t("wat"): v.object_str, _t("wanneer"): v.created_at.isoformat()}
        for v in Revision.objects.filter(user=wie)
    ]
    daden = [
        {_t("soort"): regel.action, _t("wat"): regel.label, _t("wanneer"): regel.timestamp.isoformat()}
        for model in (PageLogEntry, ModelLogEntry)
        for regel in model.objects.filter(user=wie)
    ]
    opmerkingen = [
        {_t("soort"): _t("opmerking in de kantlijn"), _t("wat"): o.text, _t("wanneer"): o.created_at.isoformat()}
        for model in (Comment, CommentReply)
        for o in model.objects.filter(user=wie)
    ]
    return [*paginas, *versies, *daden, *opmerkingen]


def _vergeet_redactie(wie: Gebruiker) -> None:
    """Pages and versions let go of their person by themselves (SET_NULL). Wagtail's logs and comments do not."""
    for model in (PageLogEntry, ModelLogEntry):
        model.objects.filter(user=wie).update(user=None)
    zelf = ModelLogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(Gebruiker), object_id=str(wie.pk)
    )
    zelf.update(label=_t("iemand die het platform verliet"))
    CommentReply.objects.filter(user=wie).delete()
    antwoord = CommentReply.objects.filter(comment=OuterRef("pk"))
    met_antwoord = Comment.objects.filter(Q(user=wie), Exists(antwoord))
    if met_antwoord.exists():  # what others wrote under it would go as well
        met_antwoord.update(user=vertrokken(), text=_t("(weggehaald)"))


def vertrokken() -> Gebruiker:
    """Nobody: stands in for somebody who left, under a conversation of others. Cannot sign in."""
    plek, _nieuw = Gebruiker.objects.get_or_create(
        email=VERTROKKEN,
        defaults={"first_name": _t("Iemand die het platform verliet"), "is_active": False, "password": "!"},
    )
    return plek


BRENGT: Final = [
    gegevens.Persoonsgegevens(
        "aanmelden",
        _("Hoe u zich aanmeldt"),
        _("Om te weten dat u het bent. Sleutels en codes zelf staan niet in dit overzicht: die geven toegang."),
        _("Gaat weg met uw account."),
        _aanmelden,
        gegevens.niets,
    ),
    gegevens.Persoonsgegevens(
        "apparaten",
        _("Waar u aangemeld bent"),
        _("Zodat u ziet of er een apparaat bij is dat u niet kent. Wij bewaren geen internetadres."),
        _("Tot u zich daar afmeldt, hoogstens twee weken."),
        _apparaten,
        _beeindig_sessies,
    ),
    gegevens.Persoonsgegevens(
        "redactie",
        _("Wat u op de site schreef of wijzigde"),
        _("Om te kunnen nagaan hoe een tekst ontstond, en u te vragen als er iets niet klopt."),
        _("Wat gepubliceerd is, blijft staan. Uw naam gaat eraf; uw opmerkingen in de kantlijn gaan weg."),
        _redactie,
        _vergeet_redactie,
    ),
]
