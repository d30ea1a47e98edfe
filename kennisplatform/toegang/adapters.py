"""Where allauth asks this site: who asks, which words, which mail, and when an organisation's word is enough."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from ninja.throttling import BaseThrottle

from kennisplatform.toegang import apparaten, brieven, deurlog, tellers
from kennisplatform.toegang.geheim import ontsleutel, versleutel
from kennisplatform.toegang.grens import bus_vol
from kennisplatform.toegang.medewerkers import is_medewerker


class Accounts(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("Dit account is niet in gebruik."),
        "duplicate_email": _("Dit adres hoort al bij uw account."),
        "email_password_mismatch": _(
            "Het e-mailadres of het wachtwoord klopt niet. Kijk beide na, of kies een nieuw wachtwoord."
        ),
        "email_taken": _("Dit adres kan niet worden gebruikt. Kies een ander adres."),
        "enter_current_password": _("Dit is niet uw huidige wachtwoord."),
        "incorrect_code": _("Deze code klopt niet. Vul de nieuwste code uit uw app in."),
        "incorrect_password": _("Dit wachtwoord klopt niet."),
        "invalid_or_expired_key": _("Deze link werkt niet meer."),
        "invalid_login": _("Aanmelden lukte niet."),
        "invalid_password_reset": _("Deze link werkt niet meer."),
        "max_email_addresses": _("U kunt niet meer dan %d adressen hebben."),
        "too_many_login_attempts": _(
            "Er is te vaak geprobeerd om aan te melden. Wacht vijf minuten en probeer het dan opnieuw. Op een apparaat "
            "waarop u al eens was aangemeld, kan het meteen."
        ),
        "unverified_primary_email": _("Bevestig eerst uw e-mailadres."),
        "same_as_current": _("Vul iets anders in dan wat er nu staat."),
        "rate_limited": _("Dat ging te snel achter elkaar. Wacht een paar minuten en probeer het dan opnieuw."),
    }

    def clean_password(self, password: str, user: AbstractBaseUser | None = None) -> str:
        """One thing at a time: what is too short is on many a list too, and says nothing about the next one."""
        try:
            return str(super().clean_password(password, user))
        except ValidationError as fout:
            te_kort = [een for een in fout.error_list if een.code == "password_too_short"]
            raise ValidationError(te_kort or fout.error_list) from fout

    def is_safe_url(self, url: str) -> bool:
        try:
            return bool(super().is_safe_url(url))
        except ValueError:  # no address at all: 'http://[::1'
            return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """The same idea of the reader's address as the search limits: only our own proxy is believed."""
        return BaseThrottle().get_ident(request) or "0.0.0.0"

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        verzoek = self.request
        if bus_vol(verzoek, email):
            return
        vast = {
            "email": email,
            "apparaat": apparaten.korte_naam(self.get_http_user_agent(verzoek)) if verzoek else "",
            "site": settings.WAGTAIL_SITE_NAME,
            "adres": verzoek.build_absolute_uri("/") if verzoek else settings.WAGTAILADMIN_BASE_URL + "/",
        }
        brieven.stuur(email, template_prefix, vast | context)

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """allauth counts all who try an account together, and so whoever likes locks its owner out."""
        samen: str = super()._get_login_attempts_cache_key(request, **credentials)
        return samen + tellers.bak(request, credentials.get("email", ""))

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            email = credentials.get("email", "")
            deurlog.te_vaak(wie := tellers.eigenaar(email))
            if wie and tellers.eerste_keer_vandaag(email):
                self.send_notification_mail("toegang/brieven/vaak_geprobeerd", wie)
            raise

    def login(self, request: HttpRequest, user: AbstractBaseUser) -> None:
        eerste_keer = user.last_login is None  # Django fills it in during the next line
        super().login(request, user)
        request.eerste_aanmelding = eerste_keer  # type: ignore[attr-defined]  # for post_login below

    def post_login(self, request: HttpRequest, user: AbstractBaseUser, **kwargs: Any) -> HttpResponse:
        antwoord = super().post_login(request, user, **kwargs)
        if not apparaten.is_bekend(request, user):
            if not getattr(request, "eerste_aanmelding", False):
                self.send_notification_mail("toegang/brieven/nieuw_apparaat", user)
            apparaten.onthoud(request, antwoord, user)
        tellers.onthoud(request, user)
        return antwoord


class TweedeStap(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "add_email_blocked": _("Zet eerst de tweede stap uit."),
        "cannot_delete_authenticator": _(
            "Als medewerker hebt u altijd een tweede stap nodig. Voeg eerst een andere toe, dan kan deze weg."
        ),
        "cannot_generate_recovery_codes": _("Zet eerst een tweede stap aan; dan krijgt u ook herstelcodes."),
        "incorrect_code": _(
            "Deze code klopt niet. Vul de nieuwste code uit uw app in, of een ongebruikte herstelcode."
        ),
        "unverified_email": _("Bevestig eerst uw e-mailadres."),
    }

    def encrypt(self, text: str) -> str:
        return versleutel(text)

    def decrypt(self, encrypted_text: str) -> str:
        return ontsleutel(encrypted_text)

    def build_totp_svg(self, url: str) -> str:
        """Only the element, to stand in the page itself: the policy allows no data: pictures."""
        svg = super().build_totp_svg(url)
        return svg[svg.index("<svg") :]

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Staff keep at least one; elsewhere the second step is a choice."""
        if settings.DEMO or not is_medewerker(authenticator.user):
            return True
        stappen = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
        anderen = Authenticator.objects.filter(user_id=authenticator.user_id, type__in=stappen)
        return anderen.exclude(pk=authenticator.pk).exists()

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Authenticator.Type) -> str:
        aantal = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return gettext("Sleutel %(n)d") % {"n": aantal + 1}


class Organisaties(DefaultSocialAccountAdapter):
    """An organisation vouches for the mail domains that it hands out itself, and for no other address.

    Without that line any configured organisation could say 'this is the editor-in-chief' and be let in. So: an address
    counts as verified only inside the organisation's own domains, and only then an existing account, whose owner had
    verified that same address here, is taken to be the same person. Everybody else proves the address by our own mail,
    or signs in with the password and connects the organisation from the account page.
    """

    error_messages = DefaultSocialAccountAdapter.error_messages | {
        "email_taken": _("Er is al een account met dit adres. Meld u daarmee aan en koppel dan uw organisatie (%s)."),
        "no_password": _("Kies eerst een wachtwoord; anders kunt u zich daarna niet meer aanmelden."),
        "no_verified_email": _("Bevestig eerst uw e-mailadres; anders kunt u zich daarna niet meer aanmelden."),
        "disconnect_last": _("Dit is uw enige manier om aan te melden. Kies eerst een wachtwoord."),
        "connected_other": _("Dit account van uw organisatie hoort al bij iemand anders op dit platform."),
        "invalid_token": _("Het antwoord van uw organisatie klopt niet."),
    }

    def eigen_domein(self, provider: Any, email: str) -> bool:
        return email.lower().rpartition("@")[2] in provider.app.settings.get("domeinen", [])

    def is_email_verified(self, provider: Any, email: str) -> bool:
        return False  # never by configuration alone: the organisation must say so of this person

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        for regel in sociallogin.email_addresses:
            regel.verified = regel.verified is True and self.eigen_domein(sociallogin.provider, regel.email)

    def can_authenticate_by_email(self, login: Any, email: str) -> bool:
        bevestigd_hier = EmailAddress.objects.filter(email=email.lower(), verified=True).exists()
        return self.eigen_domein(login.provider, email) and bevestigd_hier
