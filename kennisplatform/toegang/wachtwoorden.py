"""Django's checks on a new password, in our words: what to do, not which rule was broken."""

from __future__ import annotations

import re
from typing import Any, Final

from django.contrib.auth import password_validation as django
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


class Lengte(django.MinimumLengthValidator):
    def get_error_message(self) -> str:
        return _("Dit wachtwoord is te kort. Gebruik minstens %(n)d tekens.") % {"n": self.min_length}


# Dutch words that an international list does not know as passwords.
NEDERLANDS: Final = {
    "wachtwoord", "welkom", "geheim", "zomer", "winter", "lente", "herfst", "voorjaar", "najaar", "thuiszorg",
    "wijkverpleging", "zorgzamebuurt", "buurt", "inloggen", "aanmelden", "nederland", "hallo",
}  # fmt: skip  # a list of words
MINST_TEKENS: Final = 5  # different ones


class BekendWachtwoord(django.CommonPasswordValidator):
    """Also when only figures and signs were put around a common word: 'Wachtwoord2026!' is the first that is tried."""

    def validate(self, password: str, user: Any = None) -> None:
        super().validate(password, user)
        kern = re.sub(r"[\W\d_]+", "", password.lower())
        if (
            len(set(password.lower())) < MINST_TEKENS
            or kern in NEDERLANDS
            or (len(kern) < len(password) and kern in self.passwords)
        ):
            raise ValidationError(self.get_error_message(), code="password_too_common")

    def get_error_message(self) -> str:
        return _("Dit wachtwoord staat op lijsten die inbrekers proberen. Kies een ander.")


class Raadbaar(django.UserAttributeSimilarityValidator):
    def get_error_message(self) -> str:
        return _("Dit wachtwoord lijkt te veel op uw naam of e-mailadres. Kies een ander.")
