"""Days, times and moments as Dutch people write them: '1-11-2027', '1/11/27', '1 nov 2027', '1-12-2027 12.00'.

What can't be read is a mistake at the field. It is never today, and never half of what was typed.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import from_current_timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from kennisplatform.tekst import schoon

MAANDEN: Final = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip  # a list of words
KORT: Final = {"mrt": 3, "sept": 9}  # the others are the first three letters
STREEPJES: Final = str.maketrans("‐‑‒–—−", "------")  # what Word makes of one between figures
DAGNAAM = re.compile(r"^(ma|di|wo|do|vr|za|zo)(\.|\s|[a-z]*dag\b)\s*,?\s*")
IN_CIJFERS = re.compile(r"^(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4}|\d{2})$")
IN_WOORDEN = re.compile(r"^(\d{1,2})e?[-/. ]*([a-z]+)[-/., ']*(\d{4}|\d{2})$")
ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
TIJD = re.compile(r"^(\d{1,2})(?:[:.u](\d{2}))?(?::\d{2})?(u|uur)?$")
# What stands between the day and the time of a moment; what belongs to the time always has a sign of its own.
MOMENT = re.compile(r"^(.+?)(?:\s*,|\s+om|\s+|t)\s*(\d{1,2}(?:[:.u]\d{2}(?::\d{2})?\s*(?:u|uur)?|\s*(?:u|uur)))$")

GEEN_DAG = _("Deze datum begrijpen wij niet. Schrijf dag, maand en jaar, zoals 1-11-2027 of 1 november 2027.")
GEEN_UUR = _("Deze tijd begrijpen wij niet. Schrijf uren en minuten, zoals 14.30.")
GEEN_MOMENT = _("Dit begrijpen wij niet. Schrijf de dag en de tijd, zoals 1-12-2027 12.00.")


def lees_dag(tekst: str) -> dt.date:
    """ValueError where it is no day."""
    kaal = DAGNAAM.sub("", " ".join(schoon.regel(tekst).lower().translate(STREEPJES).split()))
    if gevonden := ISO.match(kaal):
        jaar, maand, dag = gevonden.groups()
        return dt.date(int(jaar), int(maand), int(dag))
    if gevonden := IN_CIJFERS.match(kaal):
        dag, maand, jaar = gevonden.groups()
        return dt.date(_jaar(jaar), int(maand), int(dag))
    if gevonden := IN_WOORDEN.match(kaal):
        dag, naam, jaar = gevonden.groups()
        return dt.date(_jaar(jaar), _maand(naam), int(dag))
    raise ValueError(tekst)


def lees_uur(tekst: str) -> dt.time:
    """ValueError where it is no time. A bare number is none: '12' may be anything."""
    gevonden = TIJD.match("".join(schoon.regel(tekst).lower().removeprefix("om ").replace("∶", ":").split()))
    if not gevonden or not (gevonden[2] or gevonden[3]):
        raise ValueError(tekst)
    return dt.time(int(gevonden[1]), int(gevonden[2] or 0))


def lees_moment(tekst: str) -> dt.datetime:
    """On the clock of this site, without a zone. A day alone is its beginning."""
    kaal = " ".join(schoon.regel(tekst).lower().split())
    if gevonden := MOMENT.match(kaal):
        return dt.datetime.combine(lees_dag(gevonden[1]), lees_uur(gevonden[2]))
    return dt.datetime.combine(lees_dag(kaal), dt.time())


def _jaar(tekst: str) -> int:
    return int(tekst) if len(tekst) == 4 else 2000 + int(tekst)


def _maand(naam: str) -> int:
    for nummer, maand in enumerate(MAANDEN, 1):
        if naam == maand or (len(naam) == 3 and maand.startswith(naam)) or KORT.get(naam) == nummer:
            return nummer
    raise ValueError(naam)


def dag_in_woorden(dag: dt.date) -> str:
    return date_format(dag, "j F Y")


def moment_in_woorden(moment: dt.datetime) -> str:
    return date_format(moment, "j F Y, H:i")


class Daginvoer(forms.DateInput):
    """What is kept stands there in words; what was typed and could not be read stays as it was typed."""

    template_name = "redactie/invoer/dag.html"

    def __init__(self, attrs: dict[str, Any] | None = None, format: str | None = None) -> None:
        super().__init__({"autocomplete": "off", "data-dag": "dag"} | (attrs or {}), format)

    def format_value(self, value: Any) -> str | None:
        return dag_in_woorden(value) if isinstance(value, dt.date) else super().format_value(value)

    class Media:
        js = ("js/datum.js",)
        css = {"all": ("redactie/redactie.css",)}


class Momentinvoer(forms.DateTimeInput):
    template_name = "redactie/invoer/dag.html"

    def __init__(self, attrs: dict[str, Any] | None = None, format: str | None = None) -> None:
        super().__init__({"autocomplete": "off", "data-dag": "moment"} | (attrs or {}), format)

    def format_value(self, value: Any) -> str | None:
        return moment_in_woorden(value) if isinstance(value, dt.datetime) else super().format_value(value)

    class Media:
        js = ("js/datum.js",)
        css = {"all": ("redactie/redactie.css",)}


class Dagveld(forms.DateField):
    default_error_messages = {"invalid": GEEN_DAG}

    def to_python(self, value: Any) -> dt.date | None:
        return _gelezen(self, value, lees_dag, super().to_python)


class Uurveld(forms.TimeField):
    default_error_messages = {"invalid": GEEN_UUR}

    def to_python(self, value: Any) -> dt.time | None:
        return _gelezen(self, value, lees_uur, super().to_python)


class Momentveld(forms.DateTimeField):
    default_error_messages = {"invalid": GEEN_MOMENT}

    def to_python(self, value: Any) -> dt.datetime | None:
        return from_current_timezone(_gelezen(self, value, lees_moment, super().to_python))

    def has_changed(self, initial: Any, data: Any) -> bool:
        """The form shows minutes: the seconds of who scheduled it by a program are not an editor's change."""
        if isinstance(initial, dt.datetime):
            initial = initial.replace(second=0, microsecond=0)
        return super().has_changed(initial, data)


def _gelezen(veld: forms.Field, waarde: Any, lees: Any, anders: Any) -> Any:
    if not isinstance(waarde, str) or not waarde.strip():
        return anders(waarde)
    try:
        return lees(waarde)
    except ValueError:
        raise ValidationError(veld.error_messages["invalid"], code="invalid") from None
