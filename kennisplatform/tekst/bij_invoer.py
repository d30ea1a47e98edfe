"""Each text field of each form gives clean text, before it is checked: what looks empty is empty, and lengths count.

Forms of Django, Wagtail and allauth share one field class and no hook for this; so its one method is wrapped, once.
"""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator

from kennisplatform.tekst import adres, schoon

EEN_REGEL: Final = (forms.TextInput, forms.EmailInput, forms.URLInput)
_KEUR = EmailValidator.__call__
_GEWOON = forms.CharField.to_python


def _naar_python(self: forms.CharField, value: Any | None) -> str | None:
    if isinstance(value, str) and not isinstance(self.widget, forms.PasswordInput):  # a password is what was typed
        op_een_regel = isinstance(self.widget, EEN_REGEL) and not self.widget.is_hidden
        value = schoon.regel(value) if op_een_regel else schoon.tekst(value)
        if value and isinstance(self, forms.EmailField | forms.URLField):
            value = adres.mail(value) if isinstance(self, forms.EmailField) else adres.web(value)
    return _GEWOON(self, value)


def _keur_mail(self: EmailValidator, value: Any) -> None:
    """What no mail of ours can go to is no address on any form: it was an error 500 where the letter was written.

    Django's rule takes 'ı' and 'ſ' for an i and an s before the @, since it asks no capitals: another's address, nearly.
    """
    _KEUR(self, value)
    wie = str(value).rpartition("@")[0]
    if adres.NIET_KAAL.search(str(value)) or not wie.isascii() or len(str(value)) > adres.LANGST:
        raise ValidationError(self.message, code=self.code, params={"value": value})


def verbind() -> None:
    EmailValidator.__call__ = _keur_mail  # type: ignore[method-assign]  # one class for forms, models and lists
    forms.CharField.to_python = _naar_python  # type: ignore[method-assign]  # see above
