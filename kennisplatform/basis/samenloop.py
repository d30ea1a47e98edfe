"""Two people changed the same thing. What only one of them changed merges by itself; the rest is asked at its field.

Both began with something: the form carries a mark of every value as it stood then (`gezien`). A field that I left as it
was takes what stands there now; one that nobody else touched takes mine; where both changed it, I choose.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kennisplatform.basis.formuliertaal import Duidelijk

INTUSSEN = gettext_lazy(
    "Iemand anders wijzigde dit intussen. Wat er nu staat, leest u hieronder bij het veld. Neem het over, of houd wat u zelf "
    "invulde, en bewaar dan nog een keer."
)


@dataclass(frozen=True)
class Ander:
    tekst: str
    van: str
    naam: str  # of the box that takes it over


class Samenloop:
    """Mixin for Form and ModelForm. Whoever makes the form gives `staat_er`: field → the value that stands now."""

    staat_er: Mapping[str, Any] = {}
    # Of the form beside it. Its fields are of many kinds, and its data is a mapping of which a copy can be written in.
    fields: dict[str, Any]
    data: Any
    cleaned_data: dict[str, Any]
    add_prefix: Callable[[str], str]  # many forms on one page: each has its own names

    def full_clean(self) -> None:
        genomen = [naam for naam in self.staat_er if self.data.get(self.add_prefix(f"neem_{naam}"))]
        if genomen:
            self.data = self.data.copy()
            for naam in genomen:
                self._typ(naam, self.staat_er[naam])
        super().full_clean()  # type: ignore[misc]  # of the form beside it

    def toon_ander(self, van: str | Mapping[str, str] = "") -> None:
        """Beside every field that was filled in otherwise than it stands. `van`: who did, of all or by field."""
        for naam, waarde in self.staat_er.items():
            veld = self.fields[naam]
            getypt = self.cleaned_data.get(naam, self.data.get(self.add_prefix(naam)))
            if _in_woorden(veld, getypt) != (nu := _in_woorden(veld, waarde)):
                wie = van if isinstance(van, str) else van.get(naam, "")
                veld.ander = Ander(nu, wie or _("Iemand anders"), self.add_prefix(f"neem_{naam}"))

    def merken(self) -> str:
        """What the form carries along: 'field:mark field:mark' of what stands there now."""
        return merken_van(self.staat_er)

    def voeg_samen(self, gezien: str, van: Mapping[str, str]) -> bool:
        """Mine and theirs into one; False where both changed the same field. `gezien`: the marks that it began with."""
        begin = dict(deel.partition(":")[::2] for deel in gezien.split())
        botst = False
        for naam, waarde in self.staat_er.items():
            if naam not in begin or naam not in self.cleaned_data:
                continue
            mijn, nu = _merk(self.cleaned_data[naam]), _merk(waarde)
            if mijn == nu or begin[naam] == nu:
                continue
            if begin[naam] == mijn:
                self._neem_over(naam, waarde)
                continue
            veld = self.fields[naam]
            neem = self.add_prefix(f"neem_{naam}")
            veld.ander = Ander(_in_woorden(veld, waarde), van.get(naam) or _("Iemand anders"), neem)
            botst = True
        return not botst

    def _neem_over(self, naam: str, waarde: Any) -> None:
        """Also in what is shown when something else on the form is wrong."""
        getypt = waarde if isinstance(waarde, list) else _getypt(waarde)
        self.cleaned_data[naam] = self.fields[naam].clean(getypt) if waarde not in (None, "") else waarde
        self.data = self.data.copy()
        self._typ(naam, waarde)

    def _typ(self, naam: str, waarde: Any) -> None:
        """As if somebody had filled it in; several of them as a form sends several."""
        sleutel = self.add_prefix(naam)
        if isinstance(waarde, list) and hasattr(self.data, "setlist"):
            self.data.setlist(sleutel, waarde)
        else:
            self.data[sleutel] = waarde if isinstance(waarde, list) else _getypt(waarde)


def merken_van(staat_er: Mapping[str, Any]) -> str:
    return " ".join(f"{naam}:{_merk(waarde)}" for naam, waarde in staat_er.items())


class MetStand(Samenloop, Duidelijk, forms.Form):
    """Knows what the page showed when it was opened. `stand`: a version, anything that another saving changes.

    `van`: field → who wrote what stands there now, where that is known for sure; nobody is named for another's text.
    """

    gezien = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, *args: Any, stand: str, staat_er: dict[str, Any], van: Mapping[str, str] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs | {"initial": staat_er | kwargs.get("initial", {})})
        self.stand, self.staat_er, self.van = stand, staat_er, van or {}
        self.fields["gezien"].initial = f"{stand} {self.merken()}"

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        stand, _spatie, merken = gegevens.get("gezien", "").partition(" ")
        if stand == self.stand:
            return gegevens
        if not merken:  # nobody knows what it began with: everything that differs is asked
            self.toon_ander(self.van)
        if not merken or not self.voeg_samen(merken, self.van):
            self.data = self.data.copy()
            self.data[self.add_prefix("gezien")] = f"{self.stand} {self.merken()}"  # saving once more is then a choice
            self.add_error(None, str(INTUSSEN))
        return self.cleaned_data

    @property
    def ongewijzigd(self) -> bool:
        """Nothing was typed since the page was drawn; asked after cleaning."""
        begin = dict(deel.partition(":")[::2] for deel in self.cleaned_data.get("gezien", "").split()[1:])
        return bool(begin) and all(_merk(self.cleaned_data.get(naam)) == merk for naam, merk in begin.items())


def _getypt(waarde: Any) -> str:
    """A value as a form would send it."""
    if isinstance(waarde, Decimal):
        return format(waarde.normalize(), "f")
    return "" if waarde in (None, False) else str(getattr(waarde, "pk", waarde))


def _merk(waarde: Any) -> str:
    kaal = _getypt(waarde).replace("\r\n", "\n").strip()
    return hashlib.sha256(kaal.encode()).hexdigest()[:12]


def _in_woorden(veld: forms.Field, waarde: Any) -> str:
    """A field of codes says itself how it is read (`in_woorden`)."""
    if (zeg := getattr(veld, "in_woorden", None)) is not None:
        return str(zeg(waarde))
    if isinstance(waarde, list):
        return ", ".join(_in_woorden(veld, een) for een in waarde)
    if isinstance(veld, forms.BooleanField):
        return _("ja") if waarde else _("nee")
    if isinstance(veld, forms.ChoiceField):
        keuzes: Any = veld.choices  # pairs when read; the stub names all that it may be set to
        return str(dict(keuzes).get(_getypt(waarde), waarde or ""))
    if isinstance(waarde, Decimal):
        return number_format(waarde)
    return "" if waarde is None else str(waarde).replace("\r\n", "\n").strip()
