"""Any page goes back to any version, the one that a file brought included; and a comparison is in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client
from wagtail.models import Page

from kennisplatform.basis.models import Begrip
from menukaart.models import Interventie
from tests.pagina import pagina

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index")]


def stuk() -> Interventie:
    return Interventie.objects.get(slug="in-balans", locale__language_code="nl")


def wijzig(**velden: object) -> None:
    nu = stuk().get_latest_revision_as_object()
    for naam, waarde in velden.items():
        setattr(nu, naam, waarde)
    nu.save_revision().publish()


def test_the_loaded_version_stands_there_and_comes_back(als: Callable[[str], Client]) -> None:
    client, geladen = als("Eindredacteur"), stuk()
    was, eerste = geladen.samenvatting, geladen.revisions.order_by("created_at", "pk").first()
    wijzig(samenvatting="Een andere zin.")
    wijzig(samenvatting="Nog een andere zin.")
    adres = f"/admin/redactie/pagina/{geladen.pk}/versies/"
    assert adres in client.get(f"/admin/pages/{geladen.pk}/edit/").content.decode()
    blad = pagina(client.get(adres))
    assert "de eerste" in blad.tekst("table") and "het programma" in blad.tekst("table")
    terug = f"/admin/pages/{geladen.pk}/revisions/{eerste.pk}/revert/"
    assert blad.heeft(f"a[href='{terug}']")
    formulier = pagina(client.get(terug))
    assert formulier.velden("form[data-edit-form]")["samenvatting"] == was
    Page.objects.filter(pk=geladen.pk).update(locked=True)
    blad = pagina(client.get(adres))
    assert "Terugzetten kan zodra zij vrij is" in blad.tekst("main") and not blad.heeft(f"a[href='{terug}']")


def test_a_comparison_says_words(als: Callable[[str], Client]) -> None:
    client, geladen = als("Redacteur"), stuk()
    eerste = geladen.revisions.order_by("created_at", "pk").first()
    ander = Begrip.objects.get(soort="doelgroep", code="laaggeletterden", locale__language_code="nl")
    wijzig(
        omschrijving=geladen.omschrijving.replace("cursus", "kwikcursus"),
        voordelen="Gezellig en kwikbaar\nEen stap naar blijvend bewegen",
        volgende_controle=dt.date(2031, 3, 9),
        begrippen=[*geladen.begrippen.all(), ander],
    )
    nu = stuk().get_latest_revision_as_object()
    woorden = list(nu.trefwoorden.names())
    assert len(woorden) > 1
    nu.trefwoorden.set(woorden[::-1])
    nu.save_revision().publish()
    tekst = client.get(f"/admin/pages/{geladen.pk}/revisions/compare/{eerste.pk}...latest/").content.decode()
    assert "kwikcursus" in tekst and "kwikbaar" in tekst and ander.label in tekst and "9 maart 2031" in tekst
    blad = pagina(client.get(f"/admin/pages/{geladen.pk}/revisions/compare/{eerste.pk}...latest/"))
    assert "kwikcursus" in " ".join(
        blad.teksten(".comparison .addition, .comparison__child-object.addition, .addition")
    )
    namen = blad.tekst("main")
    assert "Trefwoorden" not in namen, "each save writes them down in another order"
    assert "Voordelen" in namen and "voordelen =" not in namen


def test_who_may_not_edit_sees_no_versions(client: Client) -> None:
    assert client.get(f"/admin/redactie/pagina/{stuk().pk}/versies/").status_code == 302
