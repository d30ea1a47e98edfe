from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from leernetwerk.volgen.models import Hoe


class MailFormulier(forms.Form):
    hoe = forms.ChoiceField(label=_("Hoe vaak wilt u mail?"), choices=Hoe.choices, widget=forms.RadioSelect)
