"""Forms about and by residents: whom to call, and having a say."""

from __future__ import annotations

import re
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kennisplatform.basis.bewaakt import Bewaakt
from kennisplatform.basis.persoonssporen import SOORTEN
from kennisplatform.basis.samenloop import MetStand
from kennisplatform.netwerken.models import Belkaart
from kennisplatform.netwerken.models.belkaart import MAX_REGELS, SCHEIDING, Belregel

TELEFOON: Final = re.compile(r"^\+?\d[\d -]{1,18}$")
VREEMD: Final = frozenset({"bsn", "geboortedatum", "iban"})


class Belkaartformulier(MetStand):
    regels = forms.CharField(
        label=gettext_lazy("Wie kunt u bellen?"),
        required=False,
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=gettext_lazy(
            "Eén regel per plek: waarvoor | wie | telefoon | wanneer. Bijvoorbeeld: "
            "Geld en papieren | sociaal team | 000 000 0001 | di en do 9 tot 12 uur. Geen privénummers."
        ),
    )
    postcodes = forms.CharField(
        label=gettext_lazy("Postcodes van de buurt"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Alleen de vier cijfers, met spaties ertussen. Dan vinden bewoners hun buurt."),
    )

    def __init__(self, *args: Any, kaart: Belkaart | None, **kwargs: Any) -> None:
        stand = str(kaart.nummer if kaart else 0)
        staat_er = {"regels": kaart.regels if kaart else "", "postcodes": kaart.postcodes if kaart else ""}
        super().__init__(*args, stand=stand, staat_er=staat_er, **kwargs)

    def clean_regels(self) -> str:
        regels = [" ".join(regel.split()) for regel in self.cleaned_data["regels"].splitlines() if regel.strip()]
        if len(regels) > MAX_REGELS:
            raise forms.ValidationError(_("Houd het bij %(n)s regels.") % {"n": MAX_REGELS})
        for nummer, regel in enumerate(regels, start=1):
            delen = Belregel.uit(regel)
            if regel.count(SCHEIDING) > 3 or not delen.waarvoor or not (delen.wie or delen.telefoon):
                raise forms.ValidationError(
                    _("Regel %(n)s: schrijf waarvoor | wie | telefoon | wanneer.") % {"n": nummer}
                )
            if delen.telefoon and not TELEFOON.match(delen.telefoon):
                raise forms.ValidationError(_("Regel %(n)s: dit is geen telefoonnummer.") % {"n": nummer})
        return "\n".join(regels)

    def clean_postcodes(self) -> str:
        codes = self.cleaned_data["postcodes"].replace(",", " ").split()
        for code in codes:
            if not re.fullmatch(r"[1-9]\d{3}", code):
                raise forms.ValidationError(_("‘%(code)s’ is geen postcode van vier cijfers.") % {"code": code})
        return " ".join(sorted(set(codes)))


class Meepraatformulier(Bewaakt):
    """A resident may leave an own number; whoever writes about another says that this may be passed on."""

    tekst = forms.CharField(
        label=gettext_lazy("Wat wilt u zeggen?"),
        max_length=2000,
        strip=True,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=gettext_lazy("Eén zin is genoeg. Schrijf niet over iemand anders bij naam."),
        error_messages={"required": gettext_lazy("Schrijf één zin.")},
    )
    mail = forms.EmailField(
        label=gettext_lazy("Uw mailadres, als u antwoord wilt"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Mag leeg blijven."),
        error_messages={"invalid": gettext_lazy("Dit is geen e-mailadres. Schrijf het zoals naam@voorbeeld.nl.")},
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    field_order = ["tekst", "bevestig", "mail"]

    def __init__(self, *args: Any, meedoen: bool = False, **kwargs: Any) -> None:
        """`meedoen`: who wants to take part must be reachable, as nobody else can invite them."""
        super().__init__(*args, **kwargs)
        if meedoen:
            self.fields["tekst"].label = _("Wie bent u, en wat wilt u doen?")
            self.fields["tekst"].help_text = _("Bijvoorbeeld: ik woon hier en kook graag voor buren.")
            self.fields["mail"].label = _("Uw mailadres")
            self.fields["mail"].help_text = _("Hier krijgt u antwoord, en als het netwerk ja zegt een uitnodiging.")
            self.fields["mail"].required = True
        if "bevestig" in self.fields:
            self.fields["bevestig"].label = _("Dit gaat alleen over mijzelf. Het netwerk mag het weten.")

    def clean_tekst(self) -> str:
        tekst = self.cleaned_data["tekst"]
        for spoor in self.sporen:
            if spoor.soort in VREEMD:
                raise forms.ValidationError(
                    _("‘%(tekst)s’ lijkt op een %(soort)s. Haal dat weg, dat is veiliger voor u."),
                    params={"tekst": spoor.tekst, "soort": SOORTEN[spoor.soort]},
                )
        return tekst
