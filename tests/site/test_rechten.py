"""Role × object × verb over every route of the site, found from the URL configuration; and what staff leave in the log."""

from __future__ import annotations

import copy
import re
from collections import defaultdict
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kennisplatform.basis.rechten import ROLLEN
from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.models import Buurt, Lidmaatschap, Logregel
from kennisplatform.toegang.besluiten import BESLUITEN
from tests import mensen
from tests.site.dingen import ADMIN, ALLE, ONZE, TABEL

pytestmark = pytest.mark.django_db
STAF = {rol.code for rol in ROLLEN}


def adminvak(naam: str) -> str:
    return naam.partition(":")[0]


# ---- Every route has a decision


def test_every_route_has_a_decision() -> None:
    zonder = [
        patroon
        for patroon, naam, view in ALLE
        if not (
            naam in TABEL["openbaar"]["namen"]
            or naam in TABEL["route"]
            or naam in BESLUITEN
            or (patroon.startswith("account/") and hasattr(view, "besluit"))
            or (patroon.startswith("admin/") and adminvak(naam) in TABEL["admin"])
        )
    ]
    assert zonder == [], "write them in tests/site/rechten.toml, with who gets through"


def test_the_table_names_nothing_that_is_not_there() -> None:
    namen = {naam for _patroon, naam, _view in ALLE}
    assert set(TABEL["route"]) | set(TABEL["openbaar"]["namen"]) <= namen
    assert set(TABEL["admin"]) <= {adminvak(naam) for _patroon, naam, _view in ADMIN}


def test_every_view_of_ours_carries_its_decision() -> None:
    """The decision on the view is the one in the table: a circle of people is never wider than its verb allows."""
    assert [naam for _patroon, naam, view in ONZE if not hasattr(view, "besluit")] == []


# ---- Who gets through


def komt_erdoor(client: Client, methode: str, adres: str) -> bool | None:
    """True: the view answered. None: it does not know this method. Nothing that it did stays."""
    koekjes = copy.deepcopy(client.cookies)
    with transaction.atomic():
        antwoord = getattr(client, methode)(adres)
        transaction.set_rollback(True)
    client.cookies = koekjes
    if antwoord.streaming:
        b"".join(antwoord)  # a file that was handed out is read to its end, and closed
    assert antwoord.status_code < 500, (adres, antwoord.status_code)
    if antwoord.status_code == 405:
        return None
    naar_aanmelden = antwoord.status_code == 302 and "/account/aanmelden/" in antwoord["Location"]
    return antwoord.status_code not in {403, 404} and not naar_aanmelden


def client_van(persoon: Any) -> Client:
    client = Client()
    if not isinstance(persoon, AnonymousUser):
        client.force_login(persoon)
    return client


def verwacht(route: str, wie: dict[str, Any]) -> set[str]:
    kring = TABEL["route"][route]
    return set(wie) - {"anoniem"} if kring == "aangemeld" else set(TABEL["kring"][kring])


@pytest.fixture(scope="module")
def deuren(wie: dict[str, Any]) -> dict[str, Client]:
    return {naam: client_van(persoon) for naam, persoon in wie.items()}


@pytest.mark.parametrize("naam", sorted(TABEL["route"]))
def test_who_comes_through_the_door(
    naam: str, deuren: dict[str, Client], wie: dict[str, Any], dingen: dict[str, Any]
) -> None:
    adres = reverse(naam, kwargs=dingen.get(naam, {}))
    mag = verwacht(naam, wie)
    uitkomst = {m: {p: komt_erdoor(client, m, adres) for p, client in deuren.items()} for m in ("get", "post")}
    gezien = False
    for methode, per in uitkomst.items():
        if all(per[p] is None for p in mag):
            assert not any(per.values())  # a method that nobody has
            continue
        gezien = True
        assert {p for p, erdoor in per.items() if erdoor} == mag, methode
    assert gezien


@pytest.mark.parametrize("naam", sorted(naam for naam, besluit in BESLUITEN.items() if besluit.soort == "eigen"))
def test_account_pages_are_for_who_signs_in(naam: str) -> None:
    patroon = next(p for p, n, _view in ALLE if n == naam)
    adres = reverse(naam, args=[1] * patroon.count("<int:"))
    for methode in ("get", "post"):
        assert komt_erdoor(Client(), methode, adres) in {False, None}


@pytest.mark.parametrize("naam", sorted(TABEL["openbaar"]["namen"]))
def test_public_asks_no_account(naam: str) -> None:
    patroon = next(p for p, n, _view in ALLE if n == naam)
    if "<" in patroon or patroon.startswith("^"):
        return  # what such an address shows depends on the thing: asked in test_lek.py and test_invoer.py
    with transaction.atomic():
        antwoord = Client().get("/" + patroon)
        transaction.set_rollback(True)
    leidt_naar = {reverse("account_login"), reverse("buurten")}  # the door; and what once had another address
    assert antwoord.status_code in {200, 400, 404, 405} or antwoord.headers.get("Location") in leidt_naar, antwoord


# ---- The admin


def zonder_keuze(patroon: str) -> str | None:
    """An address for routes without arguments, and for those with a number one that may exist."""
    adres = re.sub(r"<int:[^>]+>", "1", patroon).replace("^", "").replace("$", "")
    return None if re.search(r"[<(\[*]", adres) else "/" + adres


@pytest.mark.eenmaal
@pytest.mark.parametrize(
    "persoon", ["anoniem", "vreemde", "kartrekker", "transitiecoach", "begrotingscommissie", "onderzoeker"]
)
def test_the_admin_is_shut_for_who_does_not_work_there(persoon: str, deuren: dict[str, Client]) -> None:
    vrij = {
        "wagtailadmin_javascript_catalog",
        "wagtailadmin_sprite",
        "admin_aanmelden",
        "admin_wachtwoord",
        "wagtailadmin_login",
    }
    vrij |= {
        "wagtailadmin_logout",
        "admin_wachtwoord_rest",
        *(n for _p, n, _v in ADMIN if n.startswith("wagtailadmin_password")),
    }
    binnen = []
    for patroon, naam, _view in ADMIN:
        adres = zonder_keuze(patroon)
        if adres is None or naam in vrij or (adminvak(naam) == "wagtail_localize" and "jsi18n" in patroon):
            continue
        with transaction.atomic():
            antwoord = deuren[persoon].get(adres)
            transaction.set_rollback(True)
        naar = antwoord.headers.get("Location", "")
        if antwoord.status_code == 200 or (
            antwoord.status_code == 302 and "/aanmelden/" not in naar and "/login/" not in naar
        ):
            binnen.append((adres, antwoord.status_code, naar))
    assert binnen == []


@pytest.mark.eenmaal
@pytest.mark.filterwarnings("ignore::django.core.paginator.UnorderedObjectListWarning")  # a report of wagtail-localize
@pytest.mark.parametrize("persoon", ["redacteur", "eindredacteur", "transitieteam", "beheerder"])
def test_what_staff_see_in_the_admin(persoon: str, deuren: dict[str, Client]) -> None:
    per: dict[str, bool] = defaultdict(bool)
    for patroon, naam, _view in ADMIN:
        if (
            "<" in patroon
            or patroon.startswith("admin/^")
            or naam in {"wagtailadmin_logout", "wagtailadmin_error_test"}
            or per[adminvak(naam)]  # one open door says it; test_rondgang.py opens them all
        ):
            continue
        with transaction.atomic():
            antwoord = deuren[persoon].get("/" + patroon)
            transaction.set_rollback(True)
        assert antwoord.status_code < 500, patroon
        per[adminvak(naam)] |= antwoord.status_code == 200
    verwacht_ = {vak for vak in per if persoon in TABEL["admin"][vak]}
    assert {vak for vak, gezien in per.items() if gezien} == verwacht_


# ---- What staff leave behind


def test_looking_along_leaves_a_trace_that_the_leads_read(hier: Buurt, wie: dict[str, Any]) -> None:
    team, kartrekker = client_van(wie["transitieteam"]), client_van(wie["kartrekker"])
    for _keer in range(3):
        team.get(reverse("werkwijze", args=[hier.slug]))
    kartrekker.get(reverse("werkwijze", args=[hier.slug]))
    (regel,) = Logregel.objects.filter(buurt=hier, soort=Logregel.Soort.INZAGE)
    assert regel.door == wie["transitieteam"]
    assert "Zo werken wij hier" in kartrekker.get(reverse("logboek", args=[hier.slug])).content.decode()


def test_who_ceased_to_be_a_member_is_out_at_once(hier: Buurt) -> None:
    lid = mensen.lid(hier, Netwerkrol.GEMEENTE)
    client = client_van(lid)
    assert client.get(reverse("netwerk", args=[hier.slug])).status_code == 200
    Lidmaatschap.objects.filter(persoon=lid).update(van="2020-01-01", tot=timezone.localdate())
    assert client.get(reverse("netwerk", args=[hier.slug])).status_code == 403
