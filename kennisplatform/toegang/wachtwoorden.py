"""Django's checks on a new password, in our words: what to do, not which rule was broken."""

from django.contrib.auth import password_validation as django
from django.utils.translation import gettext as _


class Lengte(django.MinimumLengthValidator):
    def get_error_message(self) -> str:
        return _("Dit wachtwoord is te kort. Gebruik minstens %(n)d tekens.") % {"n": self.min_length}


class Bekend(django.CommonPasswordValidator):
    def get_error_message(self) -> str:
        return _("Dit wachtwoord staat op lijsten die inbrekers proberen. Kies een ander.")


class Raadbaar(django.UserAttributeSimilarityValidator):
    def get_error_message(self) -> str:
        return _("Dit wachtwoord lijkt te veel op uw naam of e-mailadres. Kies een ander.")
