"""A version that is not on the site, read by somebody without an account: that one, for two weeks, and nothing else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.core import signing
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, Revision

from kennisplatform.deelnemers.keuzes import Zichtbaarheid
from kennisplatform.redactie import meelezen, prullenbak
from kennisplatform.redactie.models import Meeleeslink
from leernetwerk.models import Praktijkvoorbeeld
from menukaart.models import Interventie
from tests import mensen
from tests.pagina import pagina

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index")]
Als = Callable[[str], Client]
ZIN = "Een zin die nog niemand buiten de redactie las."


@pytest.fixture
def versie() -> Revision:
    stuk = Interventie.objects.get(slug="coach2move")
    stuk.samenvatting = ZIN
    return stuk.save_revision()


def link(client: Client, pk: Any, **vraag: Any) -> str:
    blad = pagina(client.post(f"/admin/redactie/pagina/{pk}/meelezen/", vraag))
    return urlsplit(str(blad.een("#link")["value"])).path


def test_somebody_without_an_account_reads_that_version_and_no_other(
    als: Als, client: Client, versie: Revision, monkeypatch: pytest.MonkeyPatch
) -> None:
    redacteur, lezer, pk = als("Redacteur"), Client(), int(versie.object_id)
    assert f"/admin/redactie/pagina/{pk}/meelezen/" in redacteur.get(f"/admin/pages/{pk}/edit/").content.decode()
    adres = link(redacteur, pk)
    later = versie.as_object()
    later.samenvatting = "En daarna schreef iemand verder."
    later.save_revision()
    antwoord = lezer.get(adres)
    assert ZIN in antwoord.content.decode() and "En daarna schreef" not in pagina(antwoord).tekst("main")
    assert "zo nog niet op de site staat" in pagina(antwoord).tekst("main")
    assert "noindex" in antwoord.headers["X-Robots-Tag"] and "no-store" in antwoord.headers["Cache-Control"]
    assert not antwoord.cookies and ZIN not in lezer.get("/menukaart/coach2move/").content.decode()
    assert ZIN not in lezer.get("/menukaart/").content.decode()
    assert "Een link gemaakt om mee te lezen" in redacteur.get(f"/admin/pages/{pk}/history/").content.decode()
    kop, _, staart = adres.rpartition(":")
    assert lezer.get(f"{kop}:x{staart}").status_code == 404
    monkeypatch.setattr(signing.time, "time", lambda: 4_000_000_000.0)
    voorbij = lezer.get(adres)
    assert voorbij.status_code == 410 and "Deze link is voorbij" in pagina(voorbij).tekst("h1")


def test_the_link_ends_with_the_bin_and_leads_to_the_site_once_published(als: Als, versie: Revision) -> None:
    adres, lezer = link(als("Eindredacteur"), versie.object_id), Client()
    versie.publish()
    antwoord = lezer.get(adres)
    assert antwoord.status_code == 302 and antwoord.headers["Location"].endswith("/menukaart/coach2move/")
    pagina_ = Page.objects.get(pk=versie.object_id)
    prullenbak.gooi_weg(pagina=pagina_, door=mensen.medewerker("eindredacteur"))
    assert lezer.get(adres).status_code == 410


def test_an_older_version_can_be_chosen_and_one_of_another_page_cannot(als: Als, versie: Revision) -> None:
    client, pk = als("Redacteur"), versie.object_id
    later = versie.as_object()
    later.samenvatting = "Een latere zin."
    later.save_revision()
    assert ZIN in Client().get(link(client, pk, versie=versie.pk)).content.decode()
    ander = Interventie.objects.get(slug="in-balans").save_revision()
    for niets in (ander.pk, "x", 10**9):
        assert client.post(f"/admin/redactie/pagina/{pk}/meelezen/", {"versie": niets}).status_code == 404


def test_what_is_for_networks_only_goes_to_nobody(als: Als) -> None:
    stuk = Praktijkvoorbeeld.objects.live().filter(locale__language_code="nl").first()
    stuk.zichtbaarheid = Zichtbaarheid.NETWERKEN
    versie = stuk.save_revision()
    versie.publish()
    als_redacteur = als("Eindredacteur").post(f"/admin/redactie/pagina/{stuk.pk}/meelezen/")
    assert als_redacteur.status_code in {302, 403}
    deelt = meelezen.maak(versie, None)
    assert Client().get(f"/meelezen/{meelezen.bewijs_van(deelt)}/").status_code == 403


def test_an_editor_sees_which_links_work_and_withdraws_one(als: Als, versie: Revision) -> None:
    maker, ander, lezer, pk = als("Redacteur"), als("Eindredacteur"), Client(), int(versie.object_id)
    eerste, tweede = link(maker, pk), link(maker, pk)
    scherm = f"/admin/redactie/pagina/{pk}/meelezen/"
    knoppen = pagina(ander.get(scherm)).waarden("button[name=weg]", "value")
    assert len(knoppen) == 2
    elders = Interventie.objects.get(slug="in-balans").pk
    ander.post(f"/admin/redactie/pagina/{elders}/meelezen/", {"weg": knoppen[0]})
    assert lezer.get(eerste).status_code == 200, "by the screen of another page"
    antwoord = ander.post(scherm, {"weg": knoppen[1]}, follow=True)  # the newest first
    assert "De link werkt niet meer" in antwoord.content.decode()
    voorbij = lezer.get(eerste)
    assert voorbij.status_code == 410 and "of tot de redactie de link intrekt" in pagina(voorbij).tekst("main")
    assert lezer.get(tweede).status_code == 200
    assert len(pagina(ander.get(scherm)).alle("button[name=weg]")) == 1
    assert "om mee te lezen ingetrokken" in maker.get(f"/admin/pages/{pk}/history/").content.decode()


def test_links_that_are_past_are_not_kept(versie: Revision) -> None:
    link_ = meelezen.maak(versie, None)
    meelezen.ruim_op()
    assert Meeleeslink.objects.filter(pk=link_.pk).exists()
    Meeleeslink.objects.update(tot=timezone.now() - dt.timedelta(minutes=1))
    meelezen.ruim_op()
    assert not Meeleeslink.objects.exists()
