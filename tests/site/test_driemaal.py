"""Each form of each page that somebody may open, as a browser would send it: pressed three times is pressed once, and
pressed while signed out lies ready, with all that was typed, after signing in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from bs4 import Tag
from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.test import Client
from django.urls import resolve, reverse

from tests import giftig
from tests.pagina import pagina
from tests.site.dingen import TABEL

pytestmark = pytest.mark.django_db
GETYPT = "Een zin die iemand typte.\nEn nog een."
GEHEIM = {"csrfmiddlewaretoken", "sleutel"}  # the second: a press that was never done needs no key against a second one
# Tables of what is counted, kept or remembered by the way: more rows there are no second thing.
BOEKHOUDING = {"Eenmaal", "Session", "UserSession", "Wachtrij", "ReferenceIndex", "Vermelding", "IndexEntry"}


def streng(persoon: Any) -> Client:
    client = Client(enforce_csrf_checks=True)
    if not isinstance(persoon, AnonymousUser):
        client.force_login(persoon)
    return client


def telling() -> Counter[str]:
    """Rows of each table, in one question."""
    tabellen = {m.__name__: m._meta.db_table for m in apps.get_models() if m.__name__ not in BOEKHOUDING}
    with connection.cursor() as cursor:
        cursor.execute("SELECT " + ", ".join(f'(SELECT COUNT(*) FROM "{tabel}")' for tabel in tabellen.values()))
        return Counter(dict(zip(tabellen, cursor.fetchone(), strict=True)))


def ingevuld(form: Tag) -> tuple[dict[str, Any], dict[str, Any]]:
    """(what a browser sends of it once somebody filled in all that was empty, its files)"""
    velden: dict[str, Any] = {}
    bestanden: dict[str, Any] = {}
    for veld in form.select("input[name], textarea[name], select[name]"):
        naam, soort = str(veld["name"]), veld.get("type", veld.name)
        if veld.name == "select":
            keuzes = veld.select("option[selected]") or [k for k in veld.select("option") if k.get("value")]
            velden |= {naam: str(keuzes[0].get("value", ""))} if keuzes else {}
        elif veld.name == "textarea":
            velden[naam] = veld.get_text().removeprefix("\n") or GETYPT
        elif soort == "file":
            bestanden[naam] = SimpleUploadedFile("plan.pdf", giftig.bestand("goed.pdf"))
        elif soort in {"checkbox", "radio"}:
            if veld.has_attr("checked") or naam not in velden:
                velden[naam] = str(veld.get("value", "on"))
        elif soort != "submit":
            velden[naam] = str(veld.get("value", "")) or {
                "email": "nieuw@x.example",
                "date": "2027-03-01",
                "number": "1",
                "url": "https://x.example/",
                "time": "10:00",
                "datetime-local": "2027-03-01T10:00",
            }.get(str(soort), "" if soort == "hidden" else "Iets")
    return velden, bestanden


VOORKEUR = ("kartrekker", "transitieteam", "gemeente", "eindredacteur", "begrotingscommissie", "lid-elders", "vreemde")
Formulier = tuple[str, str, dict[str, Any], dict[str, Any]]  # who, where it goes, what it sends, its files


def wie_mag(route: str, wie: dict[str, Any]) -> list[str]:
    kring = TABEL["route"][route]
    namen = [n for n in wie if n != "anoniem"] if kring == "aangemeld" else TABEL["kring"][kring]
    return sorted(namen, key=lambda n: VOORKEUR.index(n) if n in VOORKEUR else 99)[:2]


def formulieren(wie: dict[str, Any], dingen: dict[str, dict[str, Any]]) -> Iterator[Formulier]:
    """Each once, from the page on which it stands. Signing out is another matter."""
    gezien = set()
    clients = {naam: streng(persoon) for naam, persoon in wie.items()}
    for route in sorted(TABEL["route"]):
        adres = reverse(route, kwargs=dingen.get(route, {}))
        for naam in wie_mag(route, wie):
            antwoord = clients[naam].get(adres)
            if antwoord.status_code != 200 or "text/html" not in antwoord["Content-Type"]:
                if antwoord.streaming:
                    antwoord.getvalue()  # read to its end a file is closed
                continue
            for form in pagina(antwoord).alle("main form"):
                if str(form.get("method", "")).lower() != "post":
                    continue
                naar = urljoin(adres, str(form.get("action") or adres))
                for knop in form.select("button[name]") or [None]:
                    velden, bestanden = ingevuld(form)
                    if knop:
                        velden[str(knop["name"])] = str(knop.get("value", ""))
                    sleutel = (
                        urlsplit(naar).path,
                        knop and str(knop["name"]) + str(knop.get("value")),
                        *sorted(velden),
                    )
                    if sleutel not in gezien:
                        gezien.add(sleutel)
                        yield naam, naar, velden, bestanden


def stuur(client: Client, naar: str, velden: dict[str, Any], bestanden: dict[str, Any]) -> Any:
    for bestand in bestanden.values():
        bestand.seek(0)
    return client.post(naar, velden | bestanden)


@pytest.fixture(scope="module")
def alle(wie: dict[str, Any], dingen: dict[str, dict[str, Any]]) -> list[Formulier]:
    uit = list(formulieren(wie, dingen))
    assert len({resolve(urlsplit(naar).path).url_name for _wie, naar, _velden, _bestanden in uit}) > 90
    return uit


def met_geheim(client: Client, velden: dict[str, Any]) -> dict[str, Any]:
    """The secret of a page belongs to who opened it."""
    client.get(reverse("account_login"))
    client.get(reverse("werkplek"))
    return velden | {"csrfmiddlewaretoken": client.cookies["csrftoken"].value}


def test_each_press_of_three_is_the_first(alle: list[Formulier], wie: dict[str, Any]) -> None:
    """Nothing is made, sent or written down a second time, and who took something away does not read that it never was."""
    mis = []
    for naam, naar, velden, bestanden in alle:
        client = streng(wie[naam])
        heel = met_geheim(client, velden)
        with transaction.atomic():
            antwoorden = [stuur(client, naar, heel, bestanden)]
            na_een = telling()
            antwoorden += [stuur(client, naar, heel, bestanden) for _keer in range(2)]
            erbij = {soort: n - na_een[soort] for soort, n in telling().items() if n != na_een[soort]}
            transaction.set_rollback(True)
        stand = [antwoord.status_code for antwoord in antwoorden]
        if erbij or len(set(stand)) > 1:
            mis.append((naam, naar, stand, erbij))
    assert mis == []


def test_what_was_sent_while_signed_out_lies_ready_in_each(alle: list[Formulier], wie: dict[str, Any]) -> None:
    """All of it, and pressing it there does what pressing it did."""
    mis = []
    for naam, naar, heel, bestanden in alle:
        velden = {k: w for k, w in heel.items() if k not in GEHEIM}
        with transaction.atomic():
            binnen = streng(wie[naam])
            gewoon = stuur(binnen, naar, met_geheim(binnen, velden), {}).status_code
            transaction.set_rollback(True)
        with transaction.atomic():
            buiten = streng(AnonymousUser())
            weg = stuur(buiten, naar, met_geheim(buiten, velden), bestanden)
            verwezen = weg["Location"] if weg.status_code == 302 else pagina(weg).links("main a").get("Aanmelden", "")
            buiten.force_login(wie[naam])
            blad = pagina(buiten.get(reverse("verder")))
            ligt = [form for form in blad.alle("main form") if form.get("action")]
            klaar = {v["name"]: v.get("value", "") for v in ligt[0].select("input[name]")} if ligt else {}
            geheim = klaar.pop("csrfmiddlewaretoken", "")
            alsnog = buiten.post(naar, klaar | {"csrfmiddlewaretoken": geheim}).status_code
            transaction.set_rollback(True)
        if "/account/verder/" not in verwezen.replace("%2F", "/") or klaar != velden or alsnog != gewoon:
            mis.append(
                (naam, naar, weg.status_code, verwezen, gewoon, alsnog, set(velden.items()) ^ set(klaar.items()))
            )
    assert mis == []


def test_a_long_text_lies_ready_whatever_its_length_and_nothing_that_is_ours_is_shown_as_typed(
    dingen: dict[str, dict[str, Any]], wie: dict[str, Any]
) -> None:
    """Sixty thousand characters were the most: the words of a recorded meeting are more, a list to import far more."""
    for route, veld, naam in (
        ("bijeenkomst_opbrengst", "transcript", "kartrekker"),
        ("register_invoeren", "tekst", "transitieteam"),
    ):
        naar, tekst = reverse(route, kwargs=dingen.get(route, {})), "Wat er gezegd werd. " * 60_000
        gezien = "3 opbrengst:0123456789ab transcript:0123456789ab"
        buiten = streng(AnonymousUser())
        weg = pagina(stuur(buiten, naar, met_geheim(buiten, {veld: tekst, "gezien": gezien}), {}))
        assert "0123456789ab" not in weg.tekst("main")
        buiten.force_login(wie[naam])
        klaar = pagina(buiten.get(reverse("verder"))).velden("form[data-alsnog]")
        assert klaar[veld] == tekst and klaar["gezien"] == gezien
