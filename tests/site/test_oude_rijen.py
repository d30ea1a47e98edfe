"""Every row of ours as it may be from before the rule for text, or from another system: each screen, feed, file and export of
every role still comes out, and can be read by the programs it is for.
"""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from typing import Any, Final
from xml.etree import ElementTree

import icalendar
import openpyxl
import pytest
from django.apps import apps
from django.db import connection, models, transaction
from django.test import Client
from django.urls import reverse
from docx import Document
from wagtail.fields import StreamField
from wagtail.models import Page

from tests.site.dingen import ADMIN, ONZE, TABEL
from tests.site.test_driemaal import streng, wie_mag
from tests.vastleggen import leg_vast

pytestmark = [pytest.mark.django_db, pytest.mark.eenmaal]
# Kept by both databases, and read by no program of XML, JSON, Excel or Word as it is.
GIF: Final = "=Zo\x92n \x08\x0b\x1f\x7f\u2028\u2029\ufffe\u202e\u200b\ufeff"
STUUR: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u2028\u2029\ufffe\uffff]")
CODE: Final = re.compile(r"[\w./:@#+\-]*")  # keys, codes, addresses and numbers: no text that somebody typed
BUITEN: Final = {"wagtailadmin_logout", "wagtailadmin_error_test", "wagtailadmin_sprite"}  # no list and no file
KAMERS: Final = ("kennisplatform.", "leernetwerk", "menukaart", "zorgpaden")


def tekstvelden(model: type[models.Model]) -> list[models.Field]:
    return [
        veld
        for veld in model._meta.local_concrete_fields
        if type(veld) in {models.CharField, models.TextField} and not (veld.choices or veld.unique or veld.primary_key)
    ]


def vergiftigd(waarde: Any, lengte: int | None) -> Any:
    if not isinstance(waarde, str) or CODE.fullmatch(waarde):
        return waarde
    return (GIF + waarde)[:lengte]


def in_json(waarde: Any) -> Any:
    match waarde:
        case dict():
            return {naam: in_json(deel) for naam, deel in waarde.items()}
        case list():
            return [in_json(deel) for deel in waarde]
        case str() if " " in waarde and not waarde.startswith(("http", "/", "[", "{")):
            return waarde.replace(" ", " \x0b\x92\ud800 ", 1)
    return waarde


def vergiftig(model: type[models.Model]) -> None:
    """Past the rule: `update` asks no field and sends no signal."""
    velden = tekstvelden(model)
    blokken = [veld for veld in model._meta.local_concrete_fields if isinstance(veld, StreamField)]
    namen = [veld.attname for veld in velden]
    for rij in model._base_manager.values("pk", *namen) if namen else ():
        anders = {v.attname: vergiftigd(rij[v.attname], v.max_length) for v in velden}
        if anders != {naam: rij[naam] for naam in namen}:
            with transaction.atomic():
                model._base_manager.filter(pk=rij["pk"]).update(**anders)
    for veld in blokken:
        tabel, kolom = model._meta.db_table, veld.column
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT "{model._meta.pk.column}", "{kolom}" FROM "{tabel}"')
            for pk, rauw in cursor.fetchall():
                if rauw:
                    vuil = json.dumps(in_json(json.loads(rauw)))
                    cursor.execute(
                        f'UPDATE "{tabel}" SET "{kolom}" = %s WHERE "{model._meta.pk.column}" = %s', [vuil, pk]
                    )


@pytest.fixture(scope="module")
def oud(wie: dict[str, Any], dingen: dict[str, Any]) -> None:
    for model in apps.get_models():
        if model.__module__.startswith(KAMERS) and model._meta.managed:
            vergiftig(model)
    Page.objects.filter(depth__gt=1).update(title=models.functions.Concat(models.Value(GIF), "title"))
    leg_vast()


def lees(antwoord: Any) -> None:
    """With the programs of others."""
    inhoud, soort = antwoord.getvalue() if antwoord.streaming else antwoord.content, antwoord.get("Content-Type", "")
    if "xml" in soort and "openxml" not in soort:
        ElementTree.fromstring(inhoud)
    elif "json" in soort:
        json.loads(inhoud)
    elif "spreadsheetml" in soort:
        for blad in openpyxl.load_workbook(io.BytesIO(inhoud)):
            for rij in blad.iter_rows():
                assert not [cel.value for cel in rij if cel.data_type == "f"], "a cell that is computed"
    elif "wordprocessingml" in soort:
        Document(io.BytesIO(inhoud))
    elif "calendar" in soort:
        icalendar.Calendar.from_ical(inhoud)
    elif "csv" in soort:
        rijen = list(csv.reader(io.StringIO(inhoud.decode("utf-8-sig"), newline=""), delimiter=";"))
        assert not [cel for rij in rijen for cel in rij if cel.startswith("=") or STUUR.search(cel)]
    elif "pdf" in soort:
        assert inhoud.startswith(b"%PDF")
    elif "zip" in soort:
        assert zipfile.ZipFile(io.BytesIO(inhoud)).testzip() is None


def vraag(client: Client, adres: str) -> str:
    """'' when it comes out; what is wrong with it otherwise."""
    try:
        with transaction.atomic():
            antwoord = client.get(adres)
            transaction.set_rollback(True)
        if antwoord.status_code >= 500:
            return str(antwoord.status_code)
        lees(antwoord)
    except Exception as fout:
        return f"{type(fout).__name__}: {fout}"[:160]
    return ""


def adressen() -> Iterator[tuple[str, str]]:
    """Of the routes of ours: (name, what comes behind the address)."""
    for naam in sorted(TABEL["route"]):
        for rest in ("", "?soort=xlsx", "?soort=csv", "?export=xlsx", "?export=csv", "?format=json"):
            yield naam, rest


def test_each_screen_and_file_for_who_may(wie: dict[str, Any], dingen: dict[str, Any], oud: None) -> None:
    clients = {naam: streng(persoon) for naam, persoon in wie.items()}
    mis = {}
    for naam, rest in adressen():
        adres = reverse(naam, kwargs=dingen.get(naam, {})) + rest
        for rol in wie_mag(naam, wie)[:1]:
            if fout := vraag(clients[rol], adres):
                mis[adres] = fout
    assert mis == {}


def test_each_public_page_feed_and_answer(dingen: dict[str, Any], oud: None) -> None:
    client, mis = Client(), {}
    vast = [f"/{p}" for p, naam, _view in ONZE if "<" not in p and naam in TABEL["openbaar"]["namen"]]
    paginas = [p.url for p in Page.objects.filter(depth__gt=2, live=True).order_by("pk") if p.url]
    meer = ["/sitemap.xml", "/zoeken/?q=vallen", "/api/v1/zoeken?q=vallen", "/api/v1/cijfers?buurt=waterkwartier"]
    for adres in (*vast, *paginas, *meer):
        if fout := vraag(client, adres):
            mis[adres] = fout
    assert len(paginas) > 300 and mis == {}


@pytest.mark.filterwarnings("ignore::django.core.paginator.UnorderedObjectListWarning")
def test_each_list_and_report_of_the_desk(wie: dict[str, Any], oud: None) -> None:
    client, mis = streng(wie["eindredacteur"]), {}
    for patroon, naam, _view in ADMIN:
        if "<" in patroon or "^" in patroon or naam in BUITEN:
            continue
        for rest in ("", "?export=xlsx", "?export=csv"):
            if fout := vraag(client, f"/{patroon}{rest}"):
                mis[f"/{patroon}{rest}"] = fout
    assert mis == {}
