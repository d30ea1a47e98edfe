"""How people come in by an invitation: with an account, or with a new one made on the same page.

The link came by mail, so who holds it owns the invited address: a new account needs no second mail to prove that.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from allauth.account.models import EmailAddress
from django import forms
from django.contrib.auth import login, password_validation
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.formuliertaal import Duidelijk
from kennisplatform.deelnemers.models import Gebruiker
from kennisplatform.netwerken import uitnodigen
from kennisplatform.netwerken.models import Uitnodiging
from kennisplatform.netwerken.models.uitnodiging import Uitnodigingsstaat

INGANG = "allauth.account.auth_backends.AuthenticationBackend"


def is_voor(uitnodiging: Uitnodiging, wie: Gebruiker | AnonymousUser) -> bool:
    """Only the invited address, as far as this account proved to own it: a forwarded link opens nothing."""
    if not wie.is_authenticated:
        return False
    return EmailAddress.objects.filter(user=wie, verified=True, email__iexact=uitnodiging.email).exists()


class Bezoek(StrEnum):
    """How somebody meets an invitation. Each way has its own part of the page."""

    MAAKT_ACCOUNT = "maakt_account"
    MELDT_AAN = "meldt_aan"  # there is an account with this address, and nobody is signed in
    ANDER_ADRES = "ander_adres"  # signed in, and invited on another address
    IS_AL_LID = "is_al_lid"  # has this very role
    ROL_ERBIJ = "rol_erbij"  # a member, in another role
    NEEMT_AAN = "neemt_aan"

    @property
    def sjabloon(self) -> str:
        return f"netwerken/uitnodiging/{self.value}.html"

    @classmethod
    def van_lid(cls, uitnodiging: Uitnodiging, rollen: Collection[str]) -> Bezoek:
        """Of whom it is for, with the roles that person has here."""
        if uitnodiging.rol in rollen:
            return cls.IS_AL_LID
        return cls.ROL_ERBIJ if rollen else cls.NEEMT_AAN


@dataclass(frozen=True)
class WerktNiet:
    """What the page says when an invitation opens nothing."""

    kop: str | Promise
    uitleg: str | Promise


ONBEKEND: Final = WerktNiet(
    _("Deze uitnodiging werkt niet"),
    _(
        "Misschien is de link niet helemaal meegekomen uit uw mail, of kwam er een nieuwere. Zoek in uw mail de laatste "
        "uitnodiging, of vraag om een nieuwe."
    ),
)
VOORBIJ: Final = {
    Uitnodigingsstaat.VERLOPEN: WerktNiet(
        _("Deze uitnodiging is verlopen"),
        _("Een uitnodiging geldt 14 dagen. Vraag degene die u uitnodigde om hem opnieuw te sturen."),
    ),
    Uitnodigingsstaat.AANGENOMEN: WerktNiet(
        _("Deze uitnodiging is al gebruikt"),
        _("Elke uitnodiging werkt één keer. Was u dat zelf, meld u dan gewoon aan."),
    ),
}


class AccountFormulier(Duidelijk, forms.Form):
    voornaam = forms.CharField(
        label=_("Voornaam"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "given-name"})
    )
    achternaam = forms.CharField(
        label=_("Achternaam"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "family-name"})
    )
    wachtwoord = forms.CharField(
        label=_("Kies een wachtwoord"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_(
            "Minstens 12 tekens. Een zin van vier of vijf woorden die u makkelijk onthoudt, is beter dan een kort woord "
            "met cijfers. Gebruik een wachtwoord dat u nergens anders gebruikt."
        ),
    )

    def __init__(self, *args: Any, email: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.email = email
        self.bestaat = Gebruiker.objects.filter(email__iexact=email).exists()

    def clean_wachtwoord(self) -> str:
        wachtwoord = self.cleaned_data["wachtwoord"]
        naam = {
            "first_name": self.cleaned_data.get("voornaam", ""),
            "last_name": self.cleaned_data.get("achternaam", ""),
        }
        try:
            password_validation.validate_password(wachtwoord, Gebruiker(email=self.email, **naam))
        except ValidationError as fout:
            self.add_error("wachtwoord", fout)
        return wachtwoord


@transaction.atomic
def maak_account_en_neem_aan(request: HttpRequest, uitnodiging: Uitnodiging, formulier: AccountFormulier) -> None:
    gegevens = formulier.cleaned_data
    persoon = Gebruiker.objects.create_user(
        uitnodiging.email, gegevens["wachtwoord"], first_name=gegevens["voornaam"], last_name=gegevens["achternaam"]
    )
    EmailAddress.objects.create(user=persoon, email=persoon.email, verified=True, primary=True)
    uitnodigen.neem_aan(uitnodiging=uitnodiging, persoon=persoon)
    login(request, persoon, backend=INGANG)
