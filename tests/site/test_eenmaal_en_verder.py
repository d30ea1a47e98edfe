"""Pressed three times is made once, in every room; and what was pressed while signed out lies ready after signing in."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kennisplatform.agenda.models import Bijeenkomst, Ervaringsdeskundige
from kennisplatform.basis import eenmalig
from kennisplatform.basis.models import Eenmaal
from kennisplatform.deelnemers.keuzes import Netwerkrol
from kennisplatform.deelnemers.models import Buurt
from kennisplatform.gesprek.models import Bijdrage, Signaal
from kennisplatform.netwerken.models import Aanvraag, Uitnodiging, Werkwijze
from kennisplatform.post.models import Bericht
from leernetwerk.contact.models import Contactverzoek
from leernetwerk.delen.models import Inzending, Vervolg
from leernetwerk.models import Praktijkvoorbeeld
from tests import mensen, voorbeelden
from tests.agenda.plannen.hulp import invoer as bijeenkomst
from tests.agenda.test_deskundigen import invoer as deskundige
from tests.pagina import pagina
from tests.site.test_rechten import ALLE

pytestmark = pytest.mark.django_db


@pytest.fixture
def hier(db: None) -> Buurt:
    return mensen.buurt("hier")


def streng(wie: Any) -> Client:
    """As a browser: a form without its secret is refused."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(wie)
    return client


def test_every_door_of_ours_is_pressed_once() -> None:
    """What comes of it is asked of every form in test_driemaal.py."""
    van_ons = {naam: view for _p, naam, view in ALLE if getattr(getattr(view, "besluit", None), "doe", None)}
    assert len(van_ons) > 150
    assert [naam for naam, view in van_ons.items() if not getattr(view, "eenmalig", False)] == []


def drie_keer(client: Client, adres: str, kiezer: str = "main form.formulier", **velden: Any) -> list[int]:
    """What stands in the form of a page and what is typed over it, sent three times; how it was answered."""
    staat_er = pagina(client.get(adres)).velden(kiezer)
    return [client.post(adres, {**staat_er, **velden}).status_code for _keer in range(3)]


def test_what_a_killed_process_began_is_done_by_the_next_press(hier: Buurt, monkeypatch: pytest.MonkeyPatch) -> None:
    """The key of a press that never ended may not keep the same form away for half a day: seen in `make storing`."""
    mensen.lid(hier, Netwerkrol.KARTREKKER)
    voorbeelden.geplaatst(hier)
    client = streng(mensen.lid(mensen.buurt("daar")))
    adres, tekst = reverse("contact_vraag", args=[hier.slug]), "Hoe begonnen jullie met het spreekuur in het buurthuis?"
    velden = {**pagina(client.get(adres)).velden("main form.formulier"), "tekst": tekst}
    assert client.post(adres, velden).status_code == 302
    begonnen = Eenmaal.objects.latest("pk")
    Contactverzoek.objects.filter(buurt=hier).delete()
    Eenmaal.objects.filter(pk=begonnen.pk).update(doel="", op=timezone.now())
    monkeypatch.setattr(eenmalig, "WACHT_S", 0.2)
    wacht = client.post(adres, velden)
    assert wacht.status_code == 503 and wacht["Retry-After"] == "30"
    assert tekst in pagina(wacht).tekst("main"), "what was typed is not lost meanwhile"
    assert not Contactverzoek.objects.filter(buurt=hier).exists(), "it may still be at work"
    Eenmaal.objects.filter(pk=begonnen.pk).update(op=timezone.now() - dt.timedelta(seconds=31))
    assert [client.post(adres, velden).status_code for _keer in range(2)] == [302, 302]
    assert Contactverzoek.objects.filter(buurt=hier).count() == 1


def test_three_equal_presses_make_one(hier: Buurt) -> None:
    trekker, elders = mensen.lid(hier, Netwerkrol.KARTREKKER), mensen.lid(mensen.buurt("daar"))
    client, ander = streng(trekker), streng(elders)
    voorbeelden.geplaatst(hier)
    onder = Praktijkvoorbeeld.objects.live().filter(locale__language_code="nl").order_by("pk")[0]
    vraag = {"kop": "Wie deed dit al eens?", "tekst": "Wij willen beginnen."}
    keren: list[tuple[Client, str, dict[str, Any], Any]] = [
        (client, reverse("bijeenkomst_nieuw", args=[hier.slug]), bijeenkomst(), Bijeenkomst.objects.filter(buurt=hier)),
        (client, reverse("delen_nieuw"), {"buurt": hier.pk}, Inzending.objects.filter(buurt=hier, pagina=None)),
        (
            client,
            reverse("uitnodigen", args=[hier.slug]),
            {"email": "nieuw@x.example", "rol": "gemeente"},
            Uitnodiging.objects.filter(buurt=hier),
        ),
        (
            client,
            reverse("ervaringsdeskundige_nieuw", args=[hier.slug]),
            deskundige(),
            Ervaringsdeskundige.objects.filter(buurt=hier),
        ),
        (
            ander,
            reverse("contact_vraag", args=[hier.slug]),
            {"tekst": "Hoe begonnen jullie met het spreekuur in het buurthuis?"},
            Contactverzoek.objects.filter(buurt=hier),
        ),
        (
            ander,
            reverse("meedoen", args=[hier.slug]),
            {"functie": "fysiotherapeut", "rol": "anders", "bericht": "Ik wil mee."},
            Aanvraag.objects.filter(buurt=hier),
        ),
        (ander, reverse("gesprek_schrijf", args=[onder.pk]), vraag, Bijdrage.objects.filter(door=elders)),
    ]
    for wie, adres, velden, rij in keren:
        antwoorden = drie_keer(wie, adres, "main form", **velden)
        assert antwoorden == [302] * 3, adres
        assert rij.count() == 1, adres


def test_three_equal_presses_make_one_behind_other_doors_too(hier: Buurt) -> None:
    """Doors that do not say 'make', and forms of readers without an account: each made three, or sent three letters."""
    trekker = mensen.lid(hier, Netwerkrol.KARTREKKER)
    client, lezer = streng(trekker), Client(enforce_csrf_checks=True)
    voorbeeld = voorbeelden.geplaatst(hier)
    onder = Praktijkvoorbeeld.objects.live().filter(locale__language_code="nl").order_by("pk")[0]
    bijdrage = Bijdrage.objects.create(pagina=onder, soort="vraag", tekst="Wie deed dit al eens?", door=trekker)
    verhaal = {"begin": "Wij belden aan bij wie alleen woont."}
    loopt = {"stand": "bezig", "toelichting": "Elke week nog."}
    adres = {"email": "lezer@x.example"}
    brieven = Bericht.objects.filter(aan="lezer@x.example")
    keren: list[tuple[Client, str, dict[str, Any], Any]] = [
        (client, reverse("werkwijze_wijzigen", args=[hier.slug]), verhaal, Werkwijze.objects.filter(buurt=hier)),
        (client, reverse("vervolg", args=[voorbeeld.pk]), loopt, Vervolg.objects.filter(pagina=voorbeeld)),
        (
            lezer,
            reverse("gesprek_meld", args=[bijdrage.pk]),
            {"waarom": Signaal.Waarom.values[0]},
            Signaal.objects.filter(bijdrage=bijdrage),
        ),
        (lezer, reverse("nieuwsbrief_aanmelden"), adres, brieven.filter(onderwerp__contains="nieuwsbrief")),
        (lezer, reverse("account_reset_password"), adres, brieven.exclude(onderwerp__contains="nieuwsbrief")),
        (
            lezer,
            reverse("meepraten", args=[hier.slug]),
            {"tekst": "Mag de bank terug?"},
            Bericht.objects.filter(aan=trekker.email),
        ),
    ]
    for wie, waar, velden, rij in keren:
        voor = rij.count()
        assert drie_keer(wie, waar, "main form", **velden) == [302] * 3, waar
        assert rij.count() == voor + 1, waar


def test_what_was_typed_while_signed_out_lies_ready(hier: Buurt) -> None:
    lid, client = mensen.lid(hier), Client()
    adres = reverse("werkwijze_wijzigen", args=[hier.slug])
    weg = client.post(adres, {"begin": "een tekst van een hele middag", "gezien": "0"})
    assert weg.status_code == 403 and "/account/verder/" in pagina(weg).links("main a")["Aanmelden"].replace("%2F", "/")
    assert "niet bewaard" not in pagina(weg).tekst("main") and "ligt klaar" in pagina(weg).tekst("main")
    client.force_login(lid)
    blad = pagina(client.get(reverse("verder")))
    assert "een tekst van een hele middag" in blad.tekst("main blockquote")
    assert not Werkwijze.objects.filter(buurt=hier).exists()  # nothing by itself
    formulier = blad.alle("main form")[0]
    assert formulier["action"] == adres
    client.post(adres, {v["name"]: v.get("value", "") for v in formulier.select("input[name]")})
    assert Werkwijze.objects.get(buurt=hier).begin == "een tekst van een hele middag"
    assert client.get(reverse("verder")).status_code == 302  # done, so forgotten


def test_a_button_pressed_while_signed_out(hier: Buurt) -> None:
    """An address that only takes a press: to the door, and back to the press, never to a bare 405."""
    lid, client = mensen.lid(hier), Client()
    Werkwijze.objects.create(buurt=hier, nummer=1, begin="x")
    adres = reverse("werkwijze_bevestigen", args=[hier.slug])
    naar = client.post(adres, {"nummer": "1"})
    assert naar.status_code == 302 and naar["Location"].endswith("next=/account/verder/")
    client.force_login(lid)
    blad = pagina(client.get(reverse("verder")))
    assert "Er is nog niets gebeurd" in blad.tekst("main")
    client.post(adres, blad.velden(f"form[action='{adres}']"))
    assert Werkwijze.objects.get(buurt=hier).bevestigd_door == lid
    leeg = client.get(adres)
    assert leeg.status_code == 405 and "opent u met een knop" in pagina(leeg).tekst("h1") and leeg["Allow"]
    # Too old, and not wanted any more.
    for vergeet in (lambda: None, lambda: client.post(reverse("verder"))):
        sessie = client.session
        sessie["straks"] = {"adres": adres, "velden": [], "teksten": [], "op": 0 if vergeet() is None else 1e12}
        sessie.save()
        vergeet()
        assert client.get(reverse("verder")).status_code == 302
