"""allauth's forms in our words. What they check is allauth's; labels, hints and order are ours."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as account
from allauth.mfa import app_settings
from allauth.mfa.base import forms as mfa
from allauth.mfa.models import Authenticator
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from allauth.socialaccount.forms import SignupForm as SocialSignupForm
from django import forms
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import AbstractBaseUser
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.formuliertaal import Duidelijk
from kennisplatform.deelnemers.models import Gebruiker

WACHTWOORDHULP = _(
    "Minstens 12 tekens. Een zin van vier of vijf woorden die u makkelijk onthoudt, is beter dan een kort woord met "
    "cijfers. Gebruik een wachtwoord dat u nergens anders gebruikt."
)


class InOnzeWoorden(Duidelijk, forms.Form):
    """Labels and hints by field; a placeholder would repeat the label and vanish when typing starts."""

    labels: dict[str, Any] = {}
    hulp: dict[str, Any] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for naam, veld in self.fields.items():
            veld.widget.attrs.pop("placeholder", None)
            veld.label = self.labels.get(naam, veld.label)
            veld.help_text = self.hulp.get(naam, "")


ADRES = _("E-mailadres")
WACHTWOORD = _("Wachtwoord")
NOG_EENS = _("Nieuw wachtwoord, nog een keer")


class Aanmelden(InOnzeWoorden, account.LoginForm):
    labels = {"login": ADRES, "password": WACHTWOORD, "remember": _("Aangemeld blijven op dit apparaat, twee weken")}
    hulp = {"remember": _("Niet doen op een computer die u met anderen deelt.")}


class Naamvelden(forms.Form):
    """A name that colleagues recognise: networks write to each other under their own name."""

    first_name = forms.CharField(
        label=_("Voornaam"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "given-name"})
    )
    last_name = forms.CharField(
        label=_("Achternaam"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "family-name"})
    )


class Registreren(InOnzeWoorden, account.SignupForm, Naamvelden):
    labels = {"email": ADRES, "password1": WACHTWOORD}
    hulp = {
        "email": _("Liefst het adres van uw werk. U krijgt een mail om te bevestigen dat het van u is."),
        "password1": WACHTWOORDHULP,
    }
    field_order = ["first_name", "last_name", "email", "password1"]

    def try_save(self, request: HttpRequest) -> tuple[AbstractBaseUser | None, Any]:
        if self.account_already_exists:
            make_password(self.cleaned_data["password1"])  # the same work, so that the clock tells nothing
        return super().try_save(request)


class RegistrerenViaOrganisatie(InOnzeWoorden, SocialSignupForm, Naamvelden):
    labels = {"email": ADRES}
    field_order = ["first_name", "last_name", "email"]


class AnderAdres(InOnzeWoorden, account.AddEmailForm):
    labels = {"email": _("Nieuw e-mailadres")}
    hulp = {"email": _("U krijgt op dit adres een mail om te bevestigen dat het van u is.")}


class AnderWachtwoord(InOnzeWoorden, account.ChangePasswordForm):
    labels = {"oldpassword": _("Huidig wachtwoord"), "password1": _("Nieuw wachtwoord"), "password2": NOG_EENS}
    hulp = {"password1": WACHTWOORDHULP}


class EersteWachtwoord(InOnzeWoorden, account.SetPasswordForm):
    labels = {"password1": WACHTWOORD, "password2": _("Wachtwoord, nog een keer")}
    hulp = {"password1": WACHTWOORDHULP}


class WachtwoordVergeten(InOnzeWoorden, account.ResetPasswordForm):
    labels = {"email": ADRES}


class NieuwWachtwoord(InOnzeWoorden, account.ResetPasswordKeyForm):
    labels = {"password1": _("Nieuw wachtwoord"), "password2": NOG_EENS}
    hulp = {"password1": WACHTWOORDHULP}


class Bevestigen(InOnzeWoorden, account.ReauthenticateForm):
    labels = {"password": WACHTWOORD}


CODEHULP = _("De zes cijfers uit uw app, of een van uw herstelcodes.")


class EenKeer(forms.Form):
    """allauth remembers a used code for one period; with our tolerance it stays right for three."""

    authenticator: Authenticator

    def clean_code(self) -> str:
        code = super().clean_code()  # type: ignore[misc]  # of allauth's form beside it
        if self.authenticator.type == Authenticator.Type.TOTP:
            geldig = app_settings.TOTP_PERIOD * (2 * app_settings.TOTP_TOLERANCE + 1)
            cache.touch(self.authenticator.wrap()._get_used_cache_key(code), geldig)
        return code


class Code(InOnzeWoorden, EenKeer, mfa.AuthenticateForm):
    labels = {"code": _("Code")}
    hulp = {"code": CODEHULP}


class CodeOpnieuw(InOnzeWoorden, EenKeer, mfa.ReauthenticateForm):
    labels = {"code": _("Code")}
    hulp = {"code": CODEHULP}


class AppAanzetten(InOnzeWoorden, totp.ActivateTOTPForm):
    labels = {"code": _("De zes cijfers die uw app nu laat zien")}


class SleutelErbij(InOnzeWoorden, webauthn.AddWebAuthnForm):
    labels = {"name": _("Naam van de sleutel"), "passwordless": _("Ik wil mij hiermee aanmelden zonder wachtwoord")}
    hulp = {
        "name": _("Zodat u hem herkent, zoals ‘mijn telefoon’ of ‘laptop werk’."),
        "passwordless": _("Uw apparaat vraagt dan om uw vinger, gezicht of pincode."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["passwordless"].initial = True


class SleutelNaam(InOnzeWoorden, webauthn.EditWebAuthnForm):
    labels = {"name": _("Naam van de sleutel")}


class Profiel(Duidelijk, forms.ModelForm):
    """What colleagues see of somebody."""

    class Meta:
        model = Gebruiker
        fields = ["first_name", "last_name", "functie"]
        labels = {"first_name": _("Voornaam"), "last_name": _("Achternaam")}
        widgets = {
            "first_name": forms.TextInput(attrs={"autocomplete": "given-name"}),
            "last_name": forms.TextInput(attrs={"autocomplete": "family-name"}),
            "functie": forms.TextInput(attrs={"autocomplete": "organization-title"}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for naam in ("first_name", "last_name"):
            self.fields[naam].required = True
