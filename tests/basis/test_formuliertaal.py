"""What a form says when something isn't right: what to do, never Django's own sentence."""

from __future__ import annotations

import importlib
import inspect
import re
from pathlib import Path
from typing import Any

import pytest
from django import forms
from django.core.exceptions import ValidationError

from kennisplatform.basis.formuliertaal import Duidelijk
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.register.formulieren import BuurtFormulier

WORTEL = Path(__file__).resolve().parents[2]
# The editors' own forms (basis) speak Wagtail's words; all others are for people who seldom fill in a form.
MODULES = sorted(
    ".".join(pad.relative_to(WORTEL).with_suffix("").parts)
    for kamer in ("kennisplatform", "leernetwerk", "menukaart", "zorgpaden")
    for pad in (WORTEL / kamer).rglob("*.py")
    if "formulier" in pad.stem and pad.stem != "formuliertaal" and "basis" not in pad.parts
) + ["kennisplatform.netwerken.welkom", "kennisplatform.toegang.mijn_gegevens", "leernetwerk.delen.views.vervolg"]


@pytest.mark.parametrize("module", MODULES)
def test_every_public_form_speaks_like_this(module: str) -> None:
    ding = importlib.import_module(module)
    vormen = [k for _n, k in inspect.getmembers(ding, inspect.isclass) if issubclass(k, forms.BaseForm)]
    # Parts that are only ever mixed into one that does.
    eigen = [k for k in vormen if k.__module__ == module and k.__name__ not in {"Naamvelden", "EenKeer"}]
    assert eigen and [k for k in eigen if not issubclass(k, Duidelijk)] == []


class Eigen(forms.DateField):
    default_error_messages = {"invalid": "Noem een dag."}


class Alles(Duidelijk, forms.Form):
    tekst = forms.CharField(max_length=3)
    mail = forms.EmailField()
    getal = forms.IntegerField(max_value=5)
    komma = forms.FloatField()
    dag = forms.DateField()
    eigen_soort = Eigen(required=False)
    kies = forms.ChoiceField(choices=[("a", "a")])
    veel = forms.MultipleChoiceField(choices=[("a", "a")])
    vink = forms.BooleanField()
    eigen = forms.CharField(error_messages={"required": "Noem uw buurt."})

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.fields["later"] = forms.CharField()


def test_what_there_is_to_do() -> None:
    leeg = {naam: rij[0] for naam, rij in Alles({}).errors.items()}
    assert leeg["tekst"] == leeg["later"] == leeg["dag"] == "Dit moet nog worden ingevuld."
    assert (leeg["kies"], leeg["veel"], leeg["vink"]) == (
        "Kies er een.",
        "Kies er ten minste één.",
        "Zet hier een vinkje.",
    )
    assert leeg["eigen"] == "Noem uw buurt."  # what a form says itself stays
    fout = Alles(
        {
            "tekst": "vier",
            "mail": "geen",
            "getal": "9",
            "komma": "x",
            "dag": "morgen",
            "eigen_soort": "morgen",
            "kies": "z",
            "veel": ["z"],
        }
    ).errors
    assert (
        "hoogstens 3 tekens, nu 4" in fout["tekst"][0] and "naam@" in fout["mail"][0] and "of lager" in fout["getal"][0]
    )
    assert fout["eigen_soort"] == ["Noem een dag."]  # and so does what a kind of field of ours says
    assert "12,5" in fout["komma"][0] and "31-12" in fout["dag"][0]
    assert "Kies opnieuw" in fout["kies"][0] and "Kies opnieuw" in fout["veel"][0]
    assert forms.CharField().error_messages["required"] != "Dit moet nog worden ingevuld."  # nobody else's forms
    with pytest.raises(ValidationError):
        forms.EmailField().clean("geen")


@pytest.mark.django_db
def test_also_what_the_model_checks_itself() -> None:
    vorm = BuurtFormulier({"naam": "x" * 130, "cbs_code": "BU1", "breedtegraad": "3"}, instance=Buurt(), staat_er={})
    assert "hoogstens 120 tekens" in vorm.errors["naam"][0]
    assert "BU met acht cijfers" in vorm.errors["cbs_code"][0]  # the model's own words say more than ours
    assert "50.7 of hoger" in vorm.errors["breedtegraad"][0]
    assert vorm.errors["gemeente"][0] == "Dit moet nog worden ingevuld."


def _merken(formulier: forms.Form) -> list[str]:
    """The words behind the names, as they are drawn."""
    return re.findall(r'class="niet-verplicht">\((.*?)\)<', str(formulier))


def _formulier(nodig: int, anders: int) -> forms.Form:
    velden = {f"v{n}": forms.CharField(label=f"Veld {n}", required=n < nodig) for n in range(nodig + anders)}
    extra = {"weg": forms.CharField(widget=forms.HiddenInput), "vink": forms.BooleanField(label="Ja", required=False)}
    soort: type[forms.Form] = type("Proef", (forms.Form,), velden | extra)
    return soort()


@pytest.mark.parametrize(
    ("nodig", "anders", "merken"),
    [
        (3, 1, ["niet verplicht"]),
        (1, 2, ["niet verplicht"] * 2),
        (1, 3, ["verplicht"]),
        (0, 40, []),  # a variant of a pathway said it on each of its 60 fields
        (2, 5, ["niet verplicht"] * 5),
        (2, 6, ["verplicht"] * 2),
    ],
)
def test_the_few_are_marked_and_not_the_many(nodig: int, anders: int, merken: list[str]) -> None:
    assert _merken(_formulier(nodig, anders)) == merken
