"""Forms of the networks."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kennisplatform.basis.formuliertaal import Duidelijk
from kennisplatform.basis.samenloop import MetStand
from kennisplatform.deelnemers.keuzes import Fase, Netwerkrol
from kennisplatform.deelnemers.models import Buurt, Gebruiker, Lidmaatschap
from kennisplatform.deelnemers.positie import positie
from kennisplatform.deelnemers.rechten import Kring
from kennisplatform.netwerken.gastenlijst import Gastregel, lees
from kennisplatform.netwerken.models import DELEN, Werkwijze

# People who support a neighbourhood are appointed by a partner or the team, not invited by the network itself.
AANGESTELD = frozenset({Netwerkrol.COORDINATOR.value, Netwerkrol.COACH.value})


def rollen_voor(wie: Gebruiker) -> frozenset[str]:
    """Roles that this person may give to another."""
    alle = frozenset(rol.value for rol in Netwerkrol)
    return alle if Kring.TEAM in positie(wie).overal() else alle - AANGESTELD


def rolkeuzes(wie: Gebruiker) -> list[tuple[str, str]]:
    mag = rollen_voor(wie)
    return [(rol.value, str(rol.label).capitalize()) for rol in Netwerkrol if rol.value in mag]


class MetRol(Duidelijk, forms.Form):
    rol = forms.ChoiceField(
        label=_("In welke rol?"),
        widget=forms.RadioSelect,
        help_text=_(
            "Een kartrekker leidt: nodigt mensen uit, legt keuzes, plan en begroting vast, en vraagt handtekeningen. Een lid "
            "leest, schrijft en stemt overal mee. ‘Lid voor …’ zegt alleen namens wie iemand komt."
        ),
    )
    wijkverpleegkundige = forms.BooleanField(label=_("Is wijkverpleegkundige"), required=False)
    functie = forms.CharField(
        label=_("Functie en organisatie"),
        max_length=120,
        required=False,
        help_text=_("Bijvoorbeeld: praktijkondersteuner, Praktijk De Linde."),
    )

    def __init__(self, *args: Any, wie: Gebruiker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["rol"].choices = rolkeuzes(wie)


class UitnodigFormulier(MetRol):
    email = forms.EmailField(
        label=_("E-mailadres"), help_text=_("De uitnodiging werkt alleen voor dit adres, 14 dagen lang, één keer.")
    )
    bericht = forms.CharField(
        label=_("Persoonlijk bericht"),
        required=False,
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Staat in de mail. Schrijf niets over bewoners of patiënten."),
    )
    field_order = ["email", "rol", "wijkverpleegkundige", "functie", "bericht"]


class LijstFormulier(Duidelijk, forms.Form):
    lijst = forms.CharField(
        label=_("De lijst"),
        strip=False,
        max_length=200_000,
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false", "class": "vast"}),
        help_text=_(
            "Eén persoon per regel: e-mailadres; rol; functie. Bijvoorbeeld: ans@praktijk.example; huisarts; praktijkondersteuner"
        ),
    )
    bericht = UitnodigFormulier.base_fields["bericht"]

    def __init__(self, *args: Any, wie: Gebruiker, buurt: Buurt, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.wie, self.buurt = wie, buurt
        self.gezien = False  # was this very text looked at before?
        self.regels: list[Gastregel] = []

    def clean_lijst(self) -> str:
        tekst = self.cleaned_data["lijst"]
        self.regels = lees(tekst, self.buurt, rollen_voor(self.wie))
        self.gezien = self.data.get("nagekeken") == self.merk()
        return tekst

    def merk(self) -> str:
        """Which text the check below it was about."""
        return hashlib.sha256(self.data.get("lijst", "").replace("\r\n", "\n").encode()).hexdigest()[:16]


class LidFormulier(MetStand, MetRol):
    """Correct somebody's role or function."""

    def __init__(self, *args: Any, lid: Lidmaatschap, **kwargs: Any) -> None:
        stand = f"{lid.rol}|{lid.wijkverpleegkundige}|{lid.functie}"
        staat_er = {"rol": lid.rol, "wijkverpleegkundige": lid.wijkverpleegkundige, "functie": lid.functie}
        super().__init__(*args, stand=stand, staat_er=staat_er, **kwargs)
        if lid.rol not in dict(self.fields["rol"].choices):  # a role that only the team gives may stay as it is
            self.fields["rol"].choices = [*self.fields["rol"].choices, (lid.rol, lid.get_rol_display().capitalize())]


class OverdraagFormulier(Duidelijk, forms.Form):
    naar = forms.ModelChoiceField(
        label=_("Aan wie draagt u de rol over?"),
        queryset=Lidmaatschap.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={
            "invalid_choice": _("Kies iemand uit het netwerk."),
            "required": _("Kies iemand uit het netwerk."),
        },
    )

    def __init__(self, *args: Any, lid: Lidmaatschap, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # One row per person: whoever has two roles stands in the list once. Not who has this role already, nor who
        # supports the network from outside: a coach doesn't lead it.
        alle = Lidmaatschap.objects.lopend().filter(buurt=lid.buurt, persoon__is_active=True)
        niet = alle.filter(rol__in={lid.rol, *AANGESTELD}).values("persoon")
        anderen = alle.exclude(persoon=lid.persoon_id).exclude(persoon__in=niet).select_related("persoon")
        eerste = {rij.persoon_id: rij.pk for rij in reversed(anderen)}
        self.fields["naar"].queryset = anderen.filter(pk__in=eerste.values())
        self.fields["naar"].label_from_instance = lambda rij: f"{rij.wie} ({rij.get_rol_display()})"


class AanvraagFormulier(Duidelijk, forms.Form):
    functie = forms.CharField(
        label=_("Wat doet u in deze buurt?"), max_length=120, help_text=_("Uw functie en organisatie, of: bewoner.")
    )
    rol = forms.ChoiceField(label=_("Waarvoor wilt u meedoen?"), widget=forms.RadioSelect)
    bericht = forms.CharField(
        label=_("Bericht aan de kartrekkers"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Wie bent u en wat wilt u bijdragen? Schrijf niets over bewoners of patiënten."),
    )

    def __init__(self, *args: Any, heeft: Collection[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        niet = {*AANGESTELD, *heeft}
        keuzes = [(rol.value, str(rol.label).capitalize()) for rol in Netwerkrol if rol.value not in niet]
        self.fields["rol"].choices = keuzes
        self.fields["rol"].initial = None if heeft else Netwerkrol.ANDERS.value


class BesluitFormulier(Duidelijk, forms.Form):
    rol = forms.ChoiceField(label=_("In welke rol?"), required=False)
    reden = forms.CharField(
        label=_("Reden, als u nee zegt"), max_length=300, required=False, help_text=_("De aanvrager leest dit.")
    )

    def __init__(self, *args: Any, wie: Gebruiker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["rol"].choices = rolkeuzes(wie)


class WerkwijzeFormulier(MetStand):
    def __init__(
        self, *args: Any, huidige: Werkwijze | None, schrijvers: Mapping[str, str] | None = None, **kwargs: Any
    ) -> None:
        stand = str(huidige.nummer if huidige else 0)
        staat_er = {veld: getattr(huidige, veld, "") for veld in DELEN}
        super().__init__(*args, stand=stand, staat_er=staat_er, van=schrijvers or {}, **kwargs)
        for veld, (kop, uitleg) in DELEN.items():
            self.fields[veld] = forms.CharField(
                label=kop,
                help_text=uitleg,
                required=False,
                max_length=8000,
                widget=forms.Textarea(attrs={"rows": 7}),
            )

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean()
        if not self.errors and not any(str(gegevens.get(veld, "")).strip() for veld in DELEN):
            raise forms.ValidationError(
                _("Schrijf ten minste één onderdeel. Twee zinnen helpen een nieuwe collega al.")
            )
        return gegevens


class FaseFormulier(MetStand):
    fase = forms.ChoiceField(label=_("Waar staat deze buurt?"), choices=Fase.choices, widget=forms.RadioSelect)
    reden = forms.CharField(
        label=_("Waarom klopt de fase niet?"),
        max_length=200,
        help_text=_("Het netwerk leest dit in zijn logboek. De fase volgt daarna weer uit het werk."),
    )

    def __init__(self, *args: Any, buurt: Buurt, **kwargs: Any) -> None:
        super().__init__(*args, stand=buurt.fase, staat_er={"fase": buurt.fase}, **kwargs)
