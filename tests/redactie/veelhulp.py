"""What tests of work on many pages do again and again: choose, press, look, take back; a list as a spreadsheet."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
from django.test import Client

from kennisplatform.redactie.models import Werkgang
from menukaart.models import Interventie
from tests.pagina import pagina

VEEL = "/admin/bulk/wagtailcore/page/veel/"
NAAR_EXCEL = "/admin/bulk/wagtailcore/page/excel/"


def stukken(aantal: int) -> list[Interventie]:
    return list(Interventie.objects.live().filter(locale__language_code="nl").order_by("pk")[:aantal])


def doe(client: Client, adres: str, **velden: Any) -> Werkgang:
    leeg = pagina(client.get(adres)).velden("form[data-veel]")
    antwoord = client.post(adres, leeg | velden)
    assert antwoord.status_code == 302, pagina(antwoord).fouten()
    werkgang = Werkgang.objects.order_by("pk").last()
    assert werkgang is not None and antwoord.headers["Location"] == f"/admin/redactie/werk/{werkgang.pk}/"
    return werkgang


def uitkomsten(werkgang: Werkgang) -> list[str]:
    return sorted(werkgang.regels.values_list("stand", flat=True))


def draai_terug(client: Client, werkgang: Werkgang, commits: Any) -> None:
    with commits(execute=True):
        client.post(f"/admin/redactie/werk/{werkgang.pk}/", {"terug": "1"})


def met(paginas: list[Any]) -> str:
    return VEEL + "?next=/admin/interventies/&" + "&".join(f"id={p.pk}" for p in paginas)


def excel(client: Client, paginas: list[Interventie]) -> Any:
    adres = NAAR_EXCEL + "?next=/admin/interventies/&" + "&".join(f"id={p.pk}" for p in paginas)
    return openpyxl.load_workbook(io.BytesIO(client.get(adres).content))


def rauw(boek: Any) -> bytes:
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def kolom(blad: Any, kop: str) -> str:
    return str(next(cel.column_letter for cel in blad[1] if cel.value == kop))
