from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.formuliertaal import Duidelijk
from kennisplatform.volgen.models import Hoe


class MailFormulier(Duidelijk, forms.Form):
    hoe = forms.ChoiceField(label=_("Hoe vaak wilt u mail?"), choices=Hoe.choices, widget=forms.RadioSelect)
