"""Nothing that isn't public may show anywhere: a marker is planted in each kind of hidden page and looked for everywhere."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from kennisplatform.deelnemers.models import Buurt
from kennisplatform.redactie import prullenbak
from kennisplatform.zoeken.motor import motor, motoren
from leernetwerk.models import LeernetwerkPagina, Praktijkvoorbeeld, Toepassing
from menukaart.models import Interventie

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("eigen_index")]

MERK = "kwikzilverwaaier"  # no such word in the content, so nothing else can match


@pytest.fixture
def maak(django_capture_on_commit_callbacks: Any) -> Callable[..., Praktijkvoorbeeld]:
    def doe(publiceer: bool = True, **velden: Any) -> Praktijkvoorbeeld:
        buurt = Buurt.objects.get(slug="emmen")
        pagina = Praktijkvoorbeeld(
            title=f"Verhaal {MERK}",
            slug="lekproef",
            samenvatting=f"{MERK} in het kort",
            plaats=MERK,
            buurt=buurt,
            aanleiding=f"<p>{MERK}</p>",
            aanpak="<p>x</p>",
            wat_werkte="<p>x</p>",
            wat_niet_werkte="<p>x</p>",
            live=False,
            **velden,
        )
        interventie = Interventie.objects.get(slug="in-balans")
        pagina.hoofdthema = interventie.hoofdthema
        pagina.toepassingen = [Toepassing(pagina=interventie)]
        with django_capture_on_commit_callbacks(execute=True):
            LeernetwerkPagina.objects.get().add_child(instance=pagina)
            revisie = pagina.save_revision()
            if publiceer:
                revisie.publish()
        pagina.refresh_from_db()
        return pagina

    return doe


PLEKKEN = (
    "/",
    "/leernetwerk/",
    "/leernetwerk/?volgorde=nieuw",
    f"/leernetwerk/?plaats={MERK}",
    "/buurten/",
    "/buurten/emmen/",
    f"/zoeken/?q={MERK}",
    f"/zoeken/?q={MERK[:-1]}",
    f"/zoeken/?q=verhaal+{MERK}",
    "/themas/preventie-als-mindset/",
    "/menukaart/in-balans/",
    "/menukaart/",
    "/sitemap.xml",
    "/ar/",
    f"/ar/zoeken/?q={MERK}",
    "/leernetwerk/lekproef/",
)


def lekken(client: Client) -> list[str]:
    """Addresses whose answer holds the marker, other than as the reader's own query played back."""
    vuil = []
    for pad in PLEKKEN:
        inhoud = client.get(pad).content.decode().replace(f'value="{MERK}', "")
        if f"Verhaal {MERK}" in inhoud or f"{MERK} in het kort" in inhoud or "/lekproef/" in inhoud.replace(pad, ""):
            vuil.append(pad)
    if any(MERK in s.tekst.lower() for s in motor().suggereer(MERK[:6])):
        vuil.append("suggestie")
    return vuil


def tellingen(client: Client) -> tuple[int, int, int]:
    bladen = (client.get(f"/menukaart/?pagina={n}").context["kaarten"] for n in range(1, 5))
    kaart = next(k for kaarten in bladen for k in kaarten if k.ding.slug == "in-balans")
    start = client.get("/professionals/").context["aantallen"]["praktijkvoorbeeld"]
    return client.get("/leernetwerk/").context["antwoord"].totaal, start, kaart.praktijk.plekken


def test_the_probe_can_fail(client: Client, maak: Callable) -> None:
    """A published story is seen in the places that the other tests search: so they would notice a leak."""
    voor = tellingen(client)
    maak()
    gezien = lekken(client)
    assert {
        "/leernetwerk/?volgorde=nieuw",
        "/buurten/emmen/",
        f"/zoeken/?q={MERK}",
        "/menukaart/in-balans/",
        "/sitemap.xml",
    } <= set(gezien)
    assert tellingen(client) == (voor[0] + 1, voor[1] + 1, voor[2] + 1)


def verborgen_concept(maak: Callable) -> None:
    maak(publiceer=False)


def verborgen_gepland(maak: Callable) -> None:
    maak(go_live_at=timezone.now() + dt.timedelta(days=1))


def verborgen_verlopen(maak: Callable) -> None:
    pagina = maak()
    Page.objects.filter(pk=pagina.pk).update(expire_at=timezone.now() - dt.timedelta(minutes=1))
    pagina.refresh_from_db()
    for m in motoren():
        m.zet([pagina.zoekdocument()])  # as if nothing had told the index: the engine itself must hide it


def verborgen_ingetrokken(maak: Callable) -> None:
    maak().unpublish()


def verborgen_weg(maak: Callable) -> None:
    maak().delete()


def verborgen_prullenbak(maak: Callable) -> None:
    prullenbak.gooi_weg(pagina=maak(), door=None)


def verborgen_besloten(maak: Callable) -> None:
    PageViewRestriction.objects.create(page=maak(), restriction_type=PageViewRestriction.LOGIN)


def verborgen_boven(maak: Callable) -> None:
    """Restricted from above: moved under a parent that only signed-in people may see."""
    pagina = maak()
    PageViewRestriction.objects.create(
        page=Page.objects.get(pk=pagina.pk), restriction_type=PageViewRestriction.PASSWORD, password="x"
    )


@pytest.mark.parametrize(
    "verberg",
    [
        verborgen_concept,
        verborgen_gepland,
        verborgen_verlopen,
        verborgen_ingetrokken,
        verborgen_weg,
        verborgen_prullenbak,
        verborgen_besloten,
        verborgen_boven,
    ],
)
def test_hidden_stays_hidden(
    client: Client, maak: Callable, verberg: Callable, django_capture_on_commit_callbacks: Any
) -> None:
    voor = tellingen(client)
    with django_capture_on_commit_callbacks(execute=True):
        verberg(maak)
    assert lekken(client) == []
    assert tellingen(client) == voor
    assert client.get("/leernetwerk/lekproef/").status_code in {302, 404, 200}
    assert MERK not in client.get("/leernetwerk/lekproef/").content.decode()


def test_a_whole_branch_is_closed_and_opened_again(
    client: Client, maak: Callable, django_capture_on_commit_callbacks: Any
) -> None:
    maak()
    with django_capture_on_commit_callbacks(execute=True):
        grens = PageViewRestriction.objects.create(
            page=LeernetwerkPagina.objects.get(), restriction_type=PageViewRestriction.LOGIN
        )
    assert lekken(client) == []
    with django_capture_on_commit_callbacks(execute=True):
        grens.delete()
    assert f"/zoeken/?q={MERK}" in lekken(client)


def test_who_may_not_does_not_see_the_draft_through_the_editor(client: Client, maak: Callable) -> None:
    pagina = maak(publiceer=False)
    for pad in (f"/admin/pages/{pagina.pk}/edit/", f"/admin/pages/{pagina.pk}/view_draft/"):
        antwoord = client.get(pad, follow=True)
        assert "/account/aanmelden/" in antwoord.redirect_chain[-1][0] and pagina.title not in antwoord.content.decode()
